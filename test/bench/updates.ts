/*
 * What grammY's plumbing and ours cost a kind of update of processor time, with the search stubbed and Telegram answering at once: `npm run bench`
 * shows it, and so does `node test/bench/updates.ts`.
 */
import { join } from "node:path";
import type { Update, UserFromGetMe } from "grammy/types";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { createLog } from "../../src/log.ts";
import { createBot } from "../../src/telegram/bot.ts";

const me = {
  id: 1,
  is_bot: true,
  first_name: "Bot",
  username: "my_bot",
  supports_inline_queries: true,
} as UserFromGetMe;
const from = { id: 7, is_bot: false, first_name: "A", language_code: "en" };
const chat = { id: 7, type: "private", first_name: "A" };
const group = { id: -100, type: "supergroup", title: "G" };

/** Updates of one kind; their numbers are given as they are handled. */
const kinds: Readonly<Record<string, object>> = {
  "a question, read and not searched": {
    message: { message_id: 1, date: 1, chat, from, text: "How much was Twitter fined?" },
  },
  "a message that asks nothing": { message: { message_id: 1, date: 1, chat, from, text: "Thanks!" } },
  "/help": { message: { message_id: 1, date: 1, chat, from, text: "/help" } },
  "what a group says to others": {
    message: { message_id: 1, date: 1, chat: group, from, text: "How are you all today?" },
  },
  "a stale button": { callback_query: { id: "1", from, chat_instance: "1", data: "0:old" } },
  "an empty inline query": { inline_query: { id: "1", from, query: "", offset: "" } },
};

/** A library that finds nothing, and takes no time to. */
function stubbed(): Library {
  const library = openLibrary(loadCorpus(join(import.meta.dirname, "../../corpus")));
  const search = library.search();
  const engine = new Proxy(search.engine, {
    get: (target, name) => {
      if (name === "search") return () => [];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { ...library, search: () => ({ ...search, engine }) };
}

/** Microseconds of processor time an update, by kind. */
export async function costOfUpdates(count = 4_000): Promise<Map<string, number>> {
  const log = createLog("silent", [], () => {});
  const bot = createBot({ token: "1:x", apiRoot: "http://127.0.0.1:9", botInfo: me, library: stubbed(), log });
  bot.api.config.use(() => Promise.resolve({ ok: true, result: { message_id: 2, chat } } as never));
  let number = 0;
  const handle = async (kind: object, times: number) => {
    for (let i = 0; i < times; i++) await bot.handleUpdate({ update_id: ++number, ...kind } as Update);
  };
  const costs = new Map<string, number>();
  for (const [name, kind] of Object.entries(kinds)) {
    await handle(kind, count);
    // The best of several rounds: what else the machine does is not the bot's.
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const before = process.cpuUsage();
      await handle(kind, count);
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / count);
    }
    costs.set(name, best);
  }
  return costs;
}

if (import.meta.main)
  for (const [name, cost] of await costOfUpdates()) console.log(`${name.padEnd(36)} ${cost.toFixed(1).padStart(7)} µs`);
