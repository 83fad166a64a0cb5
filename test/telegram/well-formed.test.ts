import fc from "fast-check";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createBot } from "../../src/telegram/bot.ts";
import { handleWith } from "../../src/telegram/run.ts";
import { isWellFormed } from "../../src/telegram/well-formed.ts";
import { bundledLibrary } from "../support/libraries.ts";

const person = { id: 7, is_bot: false, first_name: "A" };
const message = { message_id: 1, date: 0, chat: { id: 7, type: "private" }, from: person, text: "x" };

test.each([
  { message },
  { message: { ...message, reply_to_message: { text: "y" } } },
  { callback_query: { id: "1", from: person, chat_instance: "1" } },
  { inline_query: { id: "1", from: person, query: "", offset: "" } },
  { guest_message: { ...message, guest_query_id: "1" } },
  { poll: {} },
  {},
])("passes: %j", (content) => expect(isWellFormed({ update_id: 1, ...content } as unknown as Update)).toBe(true));

test.each([
  { message: null },
  { message: { ...message, chat: null } },
  { message: { ...message, from: 5 } },
  { message: { ...message, text: 5 } },
  { message: { ...message, entities: {} } },
  { message: { ...message, reply_to_message: { text: {} } } },
  { callback_query: { from: person } },
  { inline_query: { id: "1" } },
  { guest_message: message },
])("passes over: %j", (content) => expect(isWellFormed({ update_id: 1, ...content } as unknown as Update)).toBe(false));

test("no update, however it is made up, ends the bot, calls with half a query, or puts its words into the log", async () => {
  const lines: string[] = [];
  const calls: object[] = [];
  const bot = createBot({
    token: "1:abc",
    apiRoot: "http://127.0.0.1:9",
    botInfo: { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as never,
    library: bundledLibrary(),
    log: createLog("debug", [], (line) => lines.push(line)),
  });
  bot.api.config.use(async (_, method, payload) => {
    calls.push({ method, ...payload });
    return { ok: true, result: true } as never;
  });
  const handle = handleWith(bot);
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom("SECRETWORD", "/ask SECRETWORD", "1:SECRETWORD:0"));
  const kind = fc.constantFrom("message", "callback_query", "inline_query", "guest_message", "my_chat_member", "x");
  const part = fc.constantFrom("id", "from", "chat", "text", "data", "query", "entities", "message", "offset", "quote");
  const half = fc
    .dictionary(part, junk)
    .map((parts) => ({ ...message, id: "1", query: "", guest_query_id: "1", ...parts }));
  let update_id = 0;
  await fc.assert(
    fc.asyncProperty(kind, fc.oneof(junk, half), async (name, content) => {
      await handle({ update_id: ++update_id, [name]: content } as unknown as Update);
    }),
    { numRuns: 300 },
  );
  expect(JSON.stringify(calls)).not.toContain('"callback_query_id":null');
  expect(lines.join("")).not.toContain("SECRETWORD");
});
