/*
 * Plays the bot, as `onrecord bot` runs it, against an independent stand-in for Telegram's servers that checks every call against the
 * official specification. Needs the stand-in's folder as its argument; .ci/run leaves this out where there is none.
 *
 *   node .ci/conformance.ts ../shared/telegram-standin
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { loadCorpus } from "../src/coverage/corpus.ts";
import { home, startBot, startTelegram, steps } from "./play.ts";

const corpus = loadCorpus(join(home, "corpus"));
const { server, tg } = await startTelegram();
const env = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url };
const bot = startBot(env);
const { step, end } = steps("conformance");

interface Sent {
  readonly text: string;
  readonly message_id: number;
  readonly entities?: readonly { type: string; offset: number; length: number }[];
  readonly reply_markup?: { inline_keyboard: { text: string }[][] };
}

/** Every quotation in a message is a slice of an article. */
function assertVerbatim(message: Sent): void {
  for (const e of message.entities ?? []) {
    if (!e.type.endsWith("blockquote")) continue;
    const words = message.text.slice(e.offset, e.offset + e.length);
    assert.ok(
      [...corpus.byId.values()].some((a) => a.text.includes(words)),
      `not an article's words: ${words}`,
    );
  }
}

const quotes = (m: Sent) =>
  (m.entities ?? [])
    .filter((e) => e.type.endsWith("blockquote"))
    .map((e) => m.text.slice(e.offset, e.offset + e.length));
const button = (m: Sent, sign: string) =>
  m.reply_markup?.inline_keyboard.flat().find((b) => b.text.includes(sign))?.text;

const alice = await tg.person({ first_name: "Alice", language_code: "en" });
const boris = await tg.person({ first_name: "Борис", language_code: "ru" });
const say = async (who: typeof alice, text: string): Promise<Sent> => {
  await who.say(text);
  const reply: Sent = await who.reply({ timeout: 10_000 });
  assertVerbatim(reply);
  return reply;
};

await step("commands are registered in two languages", async () => {
  await tg.ctl("wait", { method: "setMyShortDescription", count: 2, timeout: 15_000 });
  const calls = await tg.ctl("calls", { method: "setMyCommands", ok: true });
  assert.deepEqual(
    [...new Set(calls.map((c: { params: { language_code?: string } }) => c.params.language_code ?? ""))].sort(),
    ["", "ru"],
  );
});
await step("a question gets the sentence that answers it", async () => {
  const reply = await say(alice, "How much was Twitter fined?");
  assert.ok(
    quotes(reply).some((q) => q.includes("three fines totaling 8.9 million rubles")),
    reply.text,
  );
});
await step("a question without an answer gets an honest no", async () => {
  assert.match((await say(alice, "Who is the head of Roskomnadzor?")).text, /^The coverage does not say/);
  assert.match((await say(boris, "Кто возглавляет Роскомнадзор?")).text, /^В публикациях об этом не сказано/);
});
for (const command of [
  "/start",
  "/help",
  "/about",
  "/privacy",
  "/ask why was Twitter fined",
  "/quote",
  "/quote Peskov",
  "/timeline",
  "/timeline Twitter",
  "/check “We have no such plans”",
  "/QUOTE Putin",
  "/nonsense",
]) {
  await step(`${command} is answered in both languages`, async () => {
    assert.notEqual((await say(alice, command)).text, "");
    assert.notEqual((await say(boris, command)).text, "");
  });
}
await step("pages turn there and back in the same message", async () => {
  const first = await say(alice, "What did Putin say about social networks?");
  const more = button(first, "›");
  assert.ok(more, "no button to turn the page");
  await alice.press(more);
  const second: Sent = await alice.reply({ method: "editMessageText" });
  assertVerbatim(second);
  assert.equal(second.message_id, first.message_id);
  const back = button(second, "‹");
  assert.ok(back);
  await alice.press(back);
  assert.equal((await alice.reply({ method: "editMessageText" })).text, first.text);
});
await step("a stale or forged button is refused kindly", async () => {
  const { message_id } = await say(alice, "Why was Twitter fined?");
  const { id } = await tg.ctl("press", {
    from: alice.from,
    chat_id: alice.chat_id,
    message_id,
    button: "1:z:99",
    force: true,
  });
  await tg.idle();
  assert.match((await tg.ctl("callback", { id })).answer.text, /too old/);
});
await step("a flood wait is waited out", async () => {
  await tg.fault({ preset: "flood", retry_after: 1 });
  assert.ok(quotes(await say(alice, "Why was Twitter fined?")).length > 0);
});
await step("after an error of Telegram's the bot goes on", async () => {
  await tg.fault({ preset: "server-error", method: "sendMessage" });
  await alice.say("How much was Twitter fined?");
  await tg.idle();
  assert.ok(quotes(await say(alice, "How much was Twitter fined?")).length > 0);
});
await step("after a lost connection the bot goes on", async () => {
  await tg.fault({ preset: "reset", method: "sendMessage" });
  await alice.say("How much was Twitter fined?");
  await tg.idle();
  assert.ok(quotes(await say(alice, "How much was Twitter fined?")).length > 0);
});
await step("an update that comes twice is answered once", async () => {
  const { seq } = await tg.ctl("mark");
  const { update_id } = await alice.say("/help");
  await tg.idle();
  await tg.ctl("duplicate", { update_id });
  await tg.idle();
  assert.equal(
    (await tg.ctl("calls", { since: seq, method: "sendMessage", chat_id: alice.chat_id, ok: true })).length,
    1,
  );
});
await step("a person who blocks the bot stops nothing", async () => {
  const carol = await tg.person({ first_name: "Carol" });
  await say(carol, "/start");
  await tg.fault({ preset: "blocked", match: { chat_id: carol.chat_id } });
  await carol.say("How much was Twitter fined?");
  await tg.idle();
  assert.ok(quotes(await say(alice, "How much was Twitter fined?")).length > 0);
});
await step("a long answer becomes pages, a huge question no error", async () => {
  for (const text of ["/quote Putin", "/timeline", "Putin ".repeat(680)]) {
    const reply = await say(alice, text);
    assert.ok(reply.text.length <= 4096);
  }
});
await step("in a group it speaks only when spoken to", async () => {
  const group = await tg.ctl("chat", { type: "supergroup", title: "Newsroom" });
  const { seq } = await tg.ctl("mark");
  const inGroup = alice.in(group.id);
  await inGroup.say("How much was Twitter fined?");
  await inGroup.say("/quote@some_other_bot Putin");
  await tg.idle();
  assert.equal((await tg.ctl("calls", { since: seq, chat_id: group.id, method: "sendMessage" })).length, 0);
  await inGroup.say("/ask How much was Twitter fined?");
  await tg.idle();
  assert.equal((await tg.ctl("calls", { since: seq, chat_id: group.id, method: "sendMessage", ok: true })).length, 1);
});
await step("the report is clean", async () => {
  await tg.idle();
  const report = await tg.report();
  assert.equal(report.ok, true, JSON.stringify(report, null, 1));
  assert.deepEqual(report.unansweredCallbacks, []);
});
await step("nothing secret and nothing that was asked is in the log", async () => {
  assert.ok(!bot.log().includes(server.token), "the token is in the log");
  assert.ok(!bot.log().includes("Twitter"), bot.log());
});
await step("two signals stop it gracefully", async () => {
  bot.process.kill("SIGTERM");
  assert.equal(await bot.stop(), 0);
});
await step("a token that Telegram does not know ends in one line", async () => {
  const wrong = startBot({ ...env, TELEGRAM_BOT_TOKEN: "123:wrong" });
  assert.equal(await wrong.exit(), 2);
  assert.match(wrong.log(), /^onrecord: Telegram does not know this bot token[^\n]*\n$/);
});
await step("a second program with the same token ends in one line", async () => {
  await tg.fault({
    method: "getUpdates",
    type: "error",
    code: 409,
    description: "Conflict: terminated by other getUpdates request",
    times: 0,
  });
  const second = startBot(env);
  assert.equal(await second.exit(), 2, second.log());
  assert.match(second.log(), /^onrecord: another program is receiving[^\n]*\n$/);
});

await server.close();
end();
