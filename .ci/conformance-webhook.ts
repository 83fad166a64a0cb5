/*
 * Plays the bot in webhook mode against the stand-in for Telegram's servers, with every fault that it knows, and calls the bot's own
 * server as strangers would. Needs the stand-in's folder as its argument; .ci/run leaves this out where there is none.
 *
 *   node .ci/conformance-webhook.ts ../shared/telegram-standin
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as dial } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, home, startBot, startTelegram, steps, until } from "./play.ts";

const { server, tg } = await startTelegram();
const port = await freePort();
const url = `http://127.0.0.1:${port}/telegram`;
const secret = "the-secret_of-this-webhook";
const work = mkdtempSync(join(tmpdir(), "onrecord-webhook-"));
const corpus = join(work, "corpus");
cpSync(join(home, "corpus"), corpus, { recursive: true });
const env = {
  TELEGRAM_BOT_TOKEN: server.token,
  TELEGRAM_API_ROOT: server.url,
  BOT_MODE: "webhook",
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
  PORT: String(port),
  CORPUS_DIR: corpus,
};
let bot = startBot(env);
const { step, end } = steps("conformance by webhook");
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const isUp = async () => (await fetch(at("/readyz")).catch(() => null))?.status === 200;
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret, ...headers },
  }).then((r) => r.status);
const sent = (chat_id: number, since: number) => tg.ctl("calls", { method: "sendMessage", chat_id, ok: true, since });
const alice = await tg.person({ first_name: "Alice", language_code: "en" });
const boris = await tg.person({ first_name: "Борис", language_code: "ru" });

await step("it is ready when Telegram knows where it is", async () => {
  await until("ready", isUp, 90_000);
  const state = await tg.ctl("state");
  assert.equal(state.webhook.url, url);
  assert.equal(state.webhook.secret_token, secret);
  assert.ok(state.allowed_updates.includes("message") && state.allowed_updates.includes("callback_query"));
  assert.equal((await fetch(at("/healthz"))).status, 200);
});
await step("questions are answered in both languages", async () => {
  await alice.say("How much was Twitter fined?");
  assert.match((await alice.reply()).text, /three fines totaling 8\.9 million rubles/);
  await boris.say("/help");
  assert.match((await boris.reply()).text, /[а-я]/);
});
await step("who does not know the secret is refused", async () => {
  const { seq } = await tg.ctl("mark");
  const update = JSON.stringify({
    update_id: 1,
    message: {
      message_id: 1,
      date: 0,
      chat: { id: alice.chat_id, type: "private" },
      from: { id: alice.chat_id },
      text: "/help",
    },
  });
  for (const wrong of ["", "x", `${secret}x`, secret.slice(1), secret.toUpperCase()])
    assert.equal(await post(update, { "x-telegram-bot-api-secret-token": wrong }), 401);
  assert.equal((await fetch(url, { method: "POST", body: update })).status, 401);
  assert.equal((await fetch(url)).status, 405);
  assert.equal((await fetch(at("/elsewhere"))).status, 404);
  await tg.idle();
  assert.equal((await sent(alice.chat_id, seq)).length, 0);
});
await step("broken and huge bodies are refused, and it goes on", async () => {
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    "5",
    '"x"',
    '{"update_id":"1"}',
    '{"message":{}}',
    "{".repeat(100_000),
    '{"update_id":1e400}',
  ])
    assert.equal(await post(body), 400, body.slice(0, 40));
  assert.equal(await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])), 400);
  assert.equal(await post("x".repeat(2_000_000)).catch(() => 413), 413);
  assert.equal(await post("{}", { "content-encoding": "gzip" }), 413);
  assert.equal(await post("{}", { "content-type": "text/plain" }), 415);
  assert.ok(await isUp());
});
await step("callers that are slow, break off or speak no HTTP are cut off; others are served meanwhile", async () => {
  const slow = Array.from({ length: 200 }, () => dial(port, "127.0.0.1"));
  const ended = slow.map((s) => {
    s.on("error", () => {}).resume();
    return once(s, "close");
  });
  const openings = [
    "POST /telegram HTTP/1.1\r\nHost: x\r\nX-",
    "\u0000\u0001 nonsense\r\n\r\n",
    `POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: ${secret}\r\nContent-Length: 900\r\n\r\n{"upd`,
    "",
  ];
  for (const [i, s] of slow.entries()) s.write(openings[i % 4] ?? "");
  for (const s of slow.slice(0, 20)) s.destroy();
  await alice.say("/privacy");
  assert.notEqual((await alice.reply()).text, "");
  const cut = await Promise.race([Promise.all(ended).then(() => true), sleep(25_000).then(() => false)]);
  assert.ok(cut, "some were still open after 25 s");
});
await step("an update that comes twice, even at the same time, is answered once", async () => {
  const { seq } = await tg.ctl("mark");
  const { update_id } = await alice.say("/help");
  await tg.ctl("duplicate", { update_id });
  await tg.ctl("duplicate", { update_id });
  await tg.idle();
  await tg.ctl("duplicate", { update_id });
  await tg.idle();
  assert.equal((await sent(alice.chat_id, seq)).length, 1);
});
await step("a flood wait in one chat holds up no other, and no connection of Telegram's", async () => {
  await tg.fault({ preset: "flood", retry_after: 4, match: { chat_id: alice.chat_id } });
  const begin = Date.now();
  await alice.say("/help");
  await boris.say("/help");
  await boris.reply();
  assert.ok(Date.now() - begin < 3_000, "the other chat waited");
  await until("Telegram has been answered", async () => (await tg.ctl("state")).pending.length === 0, 3_500);
  await alice.reply({ timeout: 10_000 });
});
for (const [name, fault] of Object.entries({
  "server-error": { preset: "server-error", method: "sendMessage" },
  "bad-gateway": { preset: "bad-gateway", method: "sendMessage" },
  reset: { preset: "reset", method: "sendMessage" },
  "lost-response": { preset: "lost-response" },
  truncate: { type: "truncate", method: "sendMessage" },
  slow: { preset: "slow", method: "sendMessage", delay_ms: 1_500 },
  flood: { preset: "flood", retry_after: 1 },
}))
  await step(`after the fault "${name}" the message is there exactly once`, async () => {
    await tg.ctl("faults", { clear: true });
    const { seq } = await tg.ctl("mark");
    await tg.fault({ match: { chat_id: alice.chat_id }, ...fault });
    await alice.say("How much was Twitter fined?");
    await until("an answer", async () => (await sent(alice.chat_id, seq)).length > 0);
    await tg.idle({ ms: 1_500 });
    const messages = await tg.ctl("messages", { chat_id: alice.chat_id, bot_only: true });
    const last = messages.at(-1);
    assert.match(last.text, /8\.9 million/);
    assert.equal((await sent(alice.chat_id, seq)).length, 1);
  });
await step("faults at edits and buttons leave no button spinning", async () => {
  await alice.say("/quote Putin");
  const first = await alice.reply();
  for (const fault of [
    { preset: "not-modified" },
    { preset: "old-query" },
    { preset: "server-error", method: "editMessageText" },
    { preset: "reset", method: "editMessageText" },
    { preset: "lost-response", method: "editMessageText" },
    { preset: "reset", method: "answerCallbackQuery" },
    { preset: "blocked", method: "editMessageText" },
  ]) {
    await tg.fault(fault);
    await alice.press([0, 0], { message_id: first.message_id });
    await tg.idle({ ms: 600 });
  }
  const { unansweredCallbacks } = await tg.report();
  // The one that Telegram itself called too old cannot be answered.
  assert.ok(unansweredCallbacks.length <= 1, JSON.stringify(unansweredCallbacks));
});
await step("10,000 malformed updates end nothing", async () => {
  const junk: unknown[] = [
    null,
    5,
    "x",
    [],
    {},
    { id: null },
    { chat: 5 },
    { chat: { id: "x" } },
    { from: { language_code: 7 } },
    { message_id: {} },
  ];
  const odd = [
    "\u0000",
    "\ud800",
    "‮",
    "😀".repeat(2_000),
    "/start p_",
    "/ask",
    "@",
    "a".repeat(4_096),
    "/quote \u{10ffff}",
    "[](){}",
  ];
  const kinds = [
    "message",
    "callback_query",
    "inline_query",
    "guest_message",
    "edited_message",
    "my_chat_member",
    "chosen_inline_result",
    "poll",
    "__proto__",
  ];
  let refused = 0;
  const stranger = 990_000;
  const batch = 50;
  for (let i = 0; i < 10_000; i += batch)
    await Promise.all(
      Array.from({ length: batch }, async (_, k) => {
        const n = i + k;
        const from = { id: stranger + (n % 400), is_bot: false, first_name: "X", language_code: n % 3 ? "en" : "ru" };
        const chat = { id: n % 5 ? from.id : -100, type: n % 5 ? "private" : "group" };
        const text = odd[n % odd.length] ?? "";
        const message = { message_id: n, date: 0, chat, from, text, entities: junk[n % 7] };
        const whole: Record<string, unknown> = {
          message,
          guest_message: { ...message, guest_query_id: String(n) },
          callback_query: { id: String(n), from, chat_instance: "1", data: `${text}:${n}`, message },
          inline_query: { id: String(n), from, query: text.slice(0, 256), offset: String(junk[n % 10]) },
        };
        const kind = kinds[n % kinds.length] ?? "message";
        const content = n % 2 ? (whole[kind] ?? junk[n % junk.length]) : junk[(n >> 1) % junk.length];
        const status = await post(JSON.stringify({ update_id: 500_000_000 + n, [kind]: content }));
        if (status !== 200) refused++;
      }),
    );
  assert.equal(refused, 0);
  assert.ok(await isUp());
  await until(
    "the bot answers",
    async () => {
      await boris.say("/privacy");
      return boris.reply({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    },
    60_000,
  );
});
await step("a new article is live within two seconds, without a restart", async () => {
  writeFileSync(
    join(work, "new.txt"),
    "Zargonia fines Quuxbook\n\nThe Zargonian regulator fined Quuxbook 77 thousand zargons on Monday for its silence.\n",
  );
  const { execFileSync } = await import("node:child_process");
  execFileSync(process.execPath, ["src/main.ts", "ingest", join(work, "new.txt"), "--corpus", corpus], {
    cwd: home,
    stdio: "ignore",
  });
  await until(
    "the new article answers",
    async () => {
      await alice.say("How much was Quuxbook fined?");
      return (await alice.reply()).text.includes("77 thousand zargons");
    },
    2_000,
  );
});
await step("a broken article keeps the coverage as it was, and one line says so", async () => {
  const file = join(corpus, "000_f4b116ca3e5ce545.md");
  writeFileSync(file, "half of a fi");
  await sleep(2_500);
  await alice.say("How much was Quuxbook fined?");
  assert.match((await alice.reply()).text, /77 thousand zargons/);
});
await step("figures hold counts and no words", async () => {
  const text = await (await fetch(at("/metrics"))).text();
  assert.match(text, /onrecord_update_seconds_count\{kind="message",outcome="answered"\} \d+/);
  assert.match(text, /onrecord_telegram_call_seconds_count\{method="sendMessage",outcome="ok"\} \d+/);
  assert.match(text, /onrecord_corpus_articles 6/);
  assert.ok(!/Twitter|Alice|__proto__/.test(text));
});
await step("nothing secret and nothing that was asked is in the log", async () => {
  const log = bot.log();
  for (const words of [server.token, secret, "Twitter", "Quuxbook"])
    assert.ok(!log.includes(words), `${words} is in the log`);
});
await step("a signal while an answer waits: it is sent, and what comes later waits at Telegram", async () => {
  const { seq } = await tg.ctl("mark");
  await tg.fault({ preset: "slow", method: "sendMessage", delay_ms: 1_500, match: { chat_id: alice.chat_id } });
  await alice.say("/help");
  await sleep(300);
  const code = bot.stop();
  bot.process.kill("SIGTERM");
  await boris.say("/privacy");
  assert.equal(await code, 0);
  assert.equal((await sent(alice.chat_id, seq)).length, 1);
  bot = startBot(env);
  await until("ready", isUp, 90_000);
  await boris.reply({ timeout: 15_000 });
  await tg.idle({ ms: 500 });
  assert.equal((await sent(alice.chat_id, seq)).length, 1);
  assert.equal((await sent(boris.chat_id, seq)).length, 1);
});
await step("a token that is taken back ends it in one line", async () => {
  await tg.fault({ preset: "unauthorized", times: 0 });
  await alice.say("/help");
  const [code] = await Promise.race([once(bot.process, "exit"), sleep(20_000).then(() => ["still running"])]);
  assert.equal(code, 2);
  assert.match(bot.log(), /onrecord: Telegram does not know this bot token[^\n]*\n$/);
  await tg.ctl("faults", { clear: true });
});
await step("the report is clean", async () => {
  const report = await tg.report();
  const errors = report.errors.filter((e: { code: string }) => e.code !== "HARNESS_UNSUPPORTED");
  assert.deepEqual(errors, []);
  assert.deepEqual(report.unansweredInline, []);
});

bot.process.kill("SIGKILL");
await server.close();
rmSync(work, { recursive: true, force: true });
end();
