import fc from "fast-check";
import type { Update } from "grammy/types";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receiptOf } from "../../src/coverage/receipt.ts";
import { packQuestion } from "../../src/telegram/question-code.ts";
import { anyText, hugeParagraph, paragraph } from "../support/arbitraries.ts";
import { type PlayedBot, quotedIn, startBot } from "../support/bot.ts";
import { bundledLibrary } from "../support/libraries.ts";

/*
 * Whatever arrives, nothing breaks: updates of every kind, malformed, huge and tampered with, over real HTTP. FC_RUNS=10000 for a long look.
 */
const runs = Number(process.env["FC_RUNS"] ?? 300);
const library = bundledLibrary();
const me = "onrecord_terminal_bot";
const person = { id: 1_000_001, is_bot: false, first_name: "You", language_code: "en" };

const receipts = library.corpus.live.flatMap((a) =>
  a.paragraphs.map((p) => receiptOf(a, { article: a.id, start: p.start, end: p.end })),
);
const receipt = fc.constantFrom(...receipts);
const questions = fc.constantFrom(
  "How much was Twitter fined?",
  "Кто возглавляет Роскомнадзор?",
  "And Facebook?",
  "“We have no such plans”",
  "/quote Peskov",
  "/timeline Twitter",
  "Is that true?",
  "?",
);
const parameter = fc.oneof(
  receipt.map((r) => `p_${r}`),
  receipt.map((r) => `p_${r.slice(0, -1)}`),
  questions.map((q) => `q_${packQuestion(q)}`),
  fc.stringMatching(/^[pq]_[A-Za-z0-9_-]{0,62}$/),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
);
const command = fc
  .tuple(
    fc.constantFrom(
      "ask",
      "quote",
      "timeline",
      "check",
      "about",
      "help",
      "privacy",
      "language",
      "start",
      "ASK",
      "x",
      "цитата",
    ),
    fc.constantFrom("", `@${me}`, "@other_bot", `@${me.toUpperCase()}`),
    fc.oneof(questions, anyText, parameter, fc.constantFrom("", " ", "ru", "auto")),
  )
  .map(([name, to, args]) => `/${name}${to} ${args}`);
const huge = hugeParagraph.map((text) => text.slice(0, 4_096).toWellFormed());
const text = fc.oneof(
  { weight: 4, arbitrary: questions },
  { weight: 3, arbitrary: command },
  { weight: 2, arbitrary: anyText },
  { weight: 2, arbitrary: parameter.map((p) => `/start ${p}`) },
  { weight: 1, arbitrary: huge },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);

/** Button data as the bot writes it, with something changed, or any. */
const data = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(..."aqtwpxfcidrlz"),
      fc.constantFrom("0", "1", "zz", "zzzzzz"),
      fc.option(
        fc.oneof(
          receipt.map((r) => `a--${r}`),
          receipt.map((r) => `--${r.slice(1)}`),
          fc.constantFrom("list-0", "week-1f-csv", "list-0-ics", "en", "auto", "xx", "q-x-y", "-", "a--"),
          fc.stringMatching(/^[A-Za-z0-9_-]{1,48}$/),
        ),
      ),
    )
    .map(([kind, page, key]) => `1:${kind}:${page}${key === null ? "" : `:${key}`}`),
  fc.string({ maxLength: 64 }),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const share = fc.oneof(questions, anyText).map((query) => ({
  inline_keyboard: [[{ text: "Share", switch_inline_query_chosen_chat: { query } }]],
}));
const keyboard = fc.oneof(
  share,
  data.map((callback_data) => ({ inline_keyboard: [[{ text: "x", callback_data }]] })),
  fc.constantFrom<unknown>({}, { inline_keyboard: [] }, { inline_keyboard: [[]] }, undefined),
);

const privately = { id: person.id, type: "private", first_name: "You" };
/** The stand-in lets the bot write to one number only. */
const group = { id: person.id, type: "supergroup", title: "Newsroom" };
const chat = fc.constantFrom<unknown>(privately, privately, privately, group);
const sender = fc.constantFrom<unknown>(
  person,
  { ...person, language_code: "ru" },
  { ...person, language_code: undefined },
);
const own = { id: 1, is_bot: true, first_name: "Onrecord", username: me };
const entity = fc.record({
  type: fc.constantFrom("mention", "bold", "expandable_blockquote", "text_mention", "nonsense"),
  offset: fc.integer({ min: -3, max: 90 }),
  length: fc.integer({ min: -3, max: 5_000 }),
  user: fc.constant(own),
});
const replied = fc.record(
  {
    message_id: fc.constant(5),
    date: fc.constant(1),
    chat,
    from: fc.constantFrom<unknown>(own, person, undefined),
    text: fc.oneof(text, fc.constant(undefined)),
    caption: fc.option(text, { nil: undefined }),
    entities: fc.array(entity, { maxLength: 3 }),
    reply_markup: keyboard,
    via_bot: fc.constantFrom(undefined, own),
  },
  { requiredKeys: ["message_id", "date", "chat"] },
);
const message = fc.record(
  {
    message_id: fc.integer({ min: 900, max: 999 }),
    date: fc.constant(1),
    chat,
    from: sender,
    text,
    caption: text,
    entities: fc.array(entity, { maxLength: 3 }),
    quote: fc.record({ text: fc.oneof(text, questions), position: fc.integer() }),
    reply_to_message: replied,
    forward_origin: fc.constant({ type: "hidden_user", sender_user_name: "A", date: 1 }),
    via_bot: fc.constant(own),
    photo: fc.constant([]),
    message_thread_id: fc.integer(),
    is_topic_message: fc.constant(true),
    migrate_to_chat_id: fc.integer(),
    new_chat_members: fc.constant([own]),
  },
  { requiredKeys: ["message_id", "date", "chat", "from"] },
);

let queries = 0;
const queryId = fc.constant(null).map(() => `generated-${++queries}`);
const callback = fc
  .record(
    {
      id: queryId,
      from: sender,
      chat_instance: fc.constant("1"),
      data,
      message: fc.oneof(
        replied,
        replied.map((m) => ({ ...m, date: 0, text: undefined })),
      ),
      inline_message_id: fc.constant("inline-1"),
      game_short_name: fc.constant("x"),
    },
    { requiredKeys: ["id", "from", "chat_instance"] },
  )
  .map((callback_query) => ({ callback_query }));
const inline = fc
  .record({
    id: queryId,
    from: sender,
    query: fc.oneof(questions, questions, anyText, text, parameter, fc.constant("")).map((q) => q.slice(0, 256)),
    offset: fc.oneof(fc.constantFrom("", "", "10", "-1", "x"), fc.string({ maxLength: 64 })),
  })
  .map((inline_query) => ({ inline_query }));
const guest = fc.tuple(message, queryId, fc.boolean()).map(([m, guest_query_id, named]) => ({
  guest_message: { ...m, guest_query_id, text: named ? `@${me} ${m.text ?? ""}` : m.text },
}));
/** What Telegram would never send. */
const malformed = fc.oneof(
  fc.constantFrom<object>({}, { message: {} }, { message: { text: 5 } }, { callback_query: {} }, { inline_query: {} }),
  fc.record({ message: fc.anything({ maxDepth: 2 }) }),
  fc.record({ unheard_of: fc.anything({ maxDepth: 2 }) }),
  paragraph.map((words) => ({
    edited_message: { message_id: 1, date: 1, chat: privately, from: person, text: words },
  })),
);

let bot: PlayedBot;
beforeAll(async () => {
  bot = await startBot(library, { adminIds: [person.id] });
});
afterAll(() => bot.stop());

/** The calls since then that answered a query, and what they and the others said. */
function callsSince(from: number) {
  return bot.events.slice(from).flatMap((e) => ("call" in e ? [e.call] : []));
}

test("whatever arrives: no crash, every query answered once, nothing but articles' words quoted, no inner workings shown", {
  timeout: 60_000 + runs * 60,
}, async () => {
  const update = fc.oneof(
    { weight: 5, arbitrary: message.map((m) => ({ message: m })) },
    { weight: 4, arbitrary: callback },
    { weight: 4, arbitrary: inline },
    { weight: 2, arbitrary: guest },
    { weight: 2, arbitrary: malformed },
  );
  await fc.assert(
    fc.asyncProperty(update, async (given) => {
      const before = bot.events.length;
      await bot.receive(given as Omit<Update, "update_id">);
      const calls = callsSince(before);
      const { callback_query, inline_query, guest_message } = given as Record<
        string,
        { id?: string; guest_query_id?: string }
      >;
      const asked = callback_query?.id ?? inline_query?.id ?? guest_message?.guest_query_id;
      if (asked !== undefined) {
        const answers = calls.filter((c) =>
          [c.params["callback_query_id"], c.params["inline_query_id"], c.params["guest_query_id"]].includes(asked),
        );
        // The stand-in knows nothing of these queries and refuses the answers as too old, after which they may not be repeated.
        expect(answers.map((c) => c.method)).toHaveLength(1);
      }
      for (const { params } of calls) {
        for (const words of quotedIn({ method: "", params }))
          expect([
            words,
            library.corpus.live.some((a) => a.text.includes(words) || a.headline?.includes(words)),
          ]).toEqual([words, true]);
        const own = JSON.stringify([params["text"], params["results"], params["result"]]);
        expect(own).not.toMatch(/\.ts:\d+|\bat (?:async )?\w+ \(|node:internal|TypeError|RangeError/);
      }
    }),
    { numRuns: runs },
  );
  expect(bot.events.filter((e) => e.event === "failed")).toEqual([]);
  // An apology is no answer: nothing but refusals of the stand-in may be in the log.
  expect(bot.log.map((line) => JSON.parse(line)).filter((line) => "error" in line)).toEqual([]);
});
