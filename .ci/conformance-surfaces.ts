/*
 * Plays every surface that the stand-in knows (private, groups and topics, inline, links, buttons) and its faults on each, and checks the recorded
 * traffic: every quoted character a slice of an article, every query answered once, nobody answered twice.
 *
 *   node .ci/conformance-surfaces.ts ../shared/telegram-standin
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCorpus } from "../src/coverage/corpus.ts";
import { home, startBot, startTelegram, steps, until } from "./play.ts";

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}
interface Button {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
  readonly copy_text?: { readonly text: string };
  readonly switch_inline_query_chosen_chat?: { readonly query: string };
}
interface Sent {
  readonly message_id: number;
  readonly message_thread_id?: number;
  readonly text: string;
  readonly entities?: readonly Entity[];
  readonly reply_markup?: { readonly inline_keyboard: readonly Button[][] };
}
interface Call {
  readonly seq: number;
  readonly method: string;
  readonly ok: boolean;
  /** The fault that met it. */
  readonly fault?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: parameters of any call
  readonly params: any;
  // biome-ignore lint/suspicious/noExplicitAny: results of any call
  readonly result: any;
}

/** A machine that does much else at once takes its time. */
const patience = 60_000;
const corpus = loadCorpus(join(home, "corpus"));
const state = mkdtempSync(join(tmpdir(), "onrecord-surfaces-"));
const { server, tg } = await startTelegram();
const { step, end } = steps("surfaces");

const alice = await tg.person({ first_name: "Alice", language_code: "en" });
const boris = await tg.person({ first_name: "Борис", language_code: "ru" });
const operator = await tg.person({ first_name: "Operator", language_code: "en" });
const env = {
  TELEGRAM_BOT_TOKEN: server.token,
  TELEGRAM_API_ROOT: server.url,
  ADMIN_IDS: String(operator.from.id),
  STATE_DIR: state,
};
let bot = startBot(env);
await tg.ctl("wait", { method: "getUpdates", count: 1, timeout: 30_000 });

const buttons = (m: Sent | undefined) => m?.reply_markup?.inline_keyboard.flat() ?? [];
const labelled = (m: Sent | undefined, label: string) => buttons(m).find((b) => b.text.startsWith(label));
const quotes = ({ text, entities = [] }: Pick<Sent, "text" | "entities">) =>
  entities.filter((e) => e.type.endsWith("blockquote")).map((e) => text.slice(e.offset, e.offset + e.length));
const isArticle = (words: string) =>
  [...corpus.byId.values()].some((a) => a.text.includes(words) || a.headline?.includes(words));

type Person = typeof alice;
const say = async (who: Person, text: string, options: object = {}): Promise<Sent> => {
  await who.say(text, options);
  return who.reply({ timeout: patience });
};
const press = async (who: Person, message: Sent, label: string): Promise<Sent> => {
  const button = labelled(message, label);
  assert.ok(button, `no button "${label}" among ${buttons(message).map((b) => b.text)}`);
  await who.press(button.text, { message_id: message.message_id });
  return who.reply({ timeout: patience });
};
const inline = async (who: Person, query: string, offset = ""): Promise<Call["params"]> => {
  const { id } = await who.inline(query, { offset });
  await until(
    "an inline answer",
    async () => (await tg.ctl("inlineAnswer", { id }))?.answered ?? (await answersTo(id)).length,
  );
  const [answer] = await answersTo(id);
  return answer?.params;
};
const answersTo = async (id: string): Promise<Call[]> =>
  (await tg.ctl("calls", { method: "answerInlineQuery" })).filter((c: Call) => c.params.inline_query_id === id);
const question = "How much was Twitter fined?";
const words = "three fines totaling 8.9 million rubles";

await step("commands are registered in every place and language, with descriptions", async () => {
  await tg.ctl("wait", { method: "setMyShortDescription", count: 2, timeout: patience });
  const calls: Call[] = await tg.ctl("calls", { method: "setMyCommands", ok: true });
  const places = calls.map((c) => `${c.params.scope?.type} ${c.params.language_code ?? ""}`.trim());
  assert.deepEqual(places.sort(), [
    "all_group_chats",
    "all_group_chats ru",
    "all_private_chats",
    "all_private_chats ru",
    "default",
    "default ru",
  ]);
});

await step(
  "a passage is shown in its paragraph and back, can be copied and shared, and opens at its source",
  async () => {
    const message = await say(alice, question);
    const context = await press(alice, message, "Context 1");
    assert.equal(context.message_id, message.message_id);
    assert.ok(quotes(context)[0]?.includes(words));
    assert.ok(labelled(context, "Copy")?.copy_text?.text.includes(words));
    const back = await press(alice, context, "‹ Back to the answer");
    assert.deepEqual([back.text, back.reply_markup], [message.text, message.reply_markup]);
    assert.equal(labelled(back, "Share")?.switch_inline_query_chosen_chat?.query, question);
    const quoted = await say(alice, "/quote Peskov");
    assert.match(labelled(quoted, "Source")?.url ?? "", /^https:\/\/[^#]+(?:#:~:text=.+)?$/);
  },
);

await step("buttons survive a restart", async () => {
  const message = await say(alice, question);
  assert.equal(await bot.stop(), 0);
  bot = startBot(env);
  const context = await press(alice, message, "Context 2");
  assert.ok(quotes(context).length > 0);
  const second = await press(alice, await press(alice, context, "‹ Back"), "More");
  assert.notEqual(second.text, message.text);
});

await step("Wrong? tells the operator the receipts and nothing else, once", async () => {
  await say(operator, "/start");
  const message = await say(alice, question);
  const { seq } = await tg.ctl("mark");
  for (let i = 0; i < 2; i++) {
    await alice.press(labelled(message, "Wrong?")?.text, { message_id: message.message_id });
    await tg.idle();
  }
  const told: Call[] = await tg.ctl("calls", { since: seq, method: "sendMessage", chat_id: operator.chat_id });
  assert.deepEqual(
    told.map((c) => c.ok),
    [true],
  );
  assert.ok(!/Alice|Twitter|\d{6}/.test(told[0]?.params.text));
});

await step("a follow-up is a reply, and carries what it leans on through every turn", async () => {
  const first = await say(alice, "Who is Vadim Subbotin?");
  const second = await say(alice, "What did he predict?", { reply_to: first.message_id });
  assert.ok(second.text.includes("it will be blocked in a month"), second.text);
  assert.equal(
    labelled(second, "Share")?.switch_inline_query_chosen_chat?.query,
    "Who is Vadim Subbotin? › What did he predict?",
  );
  const third = await say(alice, "And when was that?", { reply_to: second.message_id });
  assert.ok(labelled(third, "Share")?.switch_inline_query_chosen_chat?.query.startsWith("Who is Vadim Subbotin?"));
});

await step("what is quoted, forwarded and pointed to is the matter", async () => {
  const claim = "We have no such great plans";
  const forwarded = await say(alice, `Peskov: “${claim}”`, {
    raw: { forward_origin: { type: "hidden_user", sender_user_name: "Somebody", date: 1 } },
  });
  assert.match(forwarded.text, /Altered/);
  const { message_id } = await alice.say(`They say ${claim} and more`);
  await alice.reply();
  const part = await say(alice, "Is that true?", {
    reply_to: message_id,
    raw: { quote: { text: claim, position: 9, is_manual: true } },
  });
  assert.match(part.text, /Altered/);
});

await step("inline: passages to choose from, page by page, and never anything but articles' words", async () => {
  const first = await inline(alice, question);
  assert.ok(first.results.length > 1 && first.results.length <= 10);
  assert.ok(first.results[0].description.includes(words));
  const next = first.next_offset ? await inline(alice, question, first.next_offset) : { results: [] };
  const ids = [...first.results, ...next.results].map((r: { id: string }) => r.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const query of [
    "/quote Putin",
    "“We have no such great plans”",
    "/timeline Twitter",
    "Кто возглавляет Роскомнадзор?",
  ])
    assert.ok((await inline(boris, query)).results.length > 0, query);
  assert.equal((await inline(alice, "")).results.length, 3);
  assert.deepEqual((await inline(alice, "asdfgh qwerty")).results, []);
  assert.match((await inline(alice, "x".repeat(256), "nonsense")).button.start_parameter, /^[A-Za-z0-9_-]{1,64}$/);
});

await step("a link from an inline post opens the passage, one from its button the question", async () => {
  const { results, button } = await inline(alice, question);
  const link = results[0].reply_markup.inline_keyboard.flat().find((b: Button) => b.url?.includes("?start=p_"));
  const opened = await say(alice, `/start ${link.url.split("start=")[1]}`);
  assert.ok(quotes(opened)[0]?.includes(words));
  const asked = await say(alice, `/start ${button.start_parameter}`);
  assert.ok(asked.text.startsWith(`“${question}”`) && asked.text.includes(words));
  for (const parameter of ["p_zzzz", "q_zzzz", "q_", "p_", "x", "-".repeat(64)])
    assert.notEqual((await say(alice, `/start ${parameter}`)).text, "");
});

await step("what is posted through the bot is not answered", async () => {
  const { seq } = await tg.ctl("mark");
  await alice.say(question, {
    via_bot: true,
    raw: { via_bot: { id: Number(server.token.split(":")[0]), is_bot: true, first_name: "x" } },
  });
  await tg.idle();
  assert.deepEqual(await tg.ctl("calls", { since: seq, method: "sendMessage" }), []);
});

await step("groups and topics: spoken to, it answers there as a reply; otherwise it is silent", async () => {
  const group = await tg.ctl("chat", { type: "supergroup", title: "Newsroom", is_forum: true });
  const { message_thread_id: thread } = await tg.ctl("topic", { chat_id: group.id, name: "Fines" });
  const there = alice.in(group.id, { thread });
  await there.say(`/ask ${question}`);
  const answer: Sent = await there.reply({ timeout: patience });
  assert.equal(answer.message_thread_id, thread);
  assert.ok(quotes(answer).length > 0);
  const follow = await boris.in(group.id, { thread });
  await follow.say("Кто такой Вадим Субботин?", { reply_to: answer.message_id });
  assert.ok((await follow.reply({ timeout: patience })).text.length > 0);
  await alice.in(group.id).say(`/ask ${question}`);
  assert.ok(quotes(await alice.in(group.id).reply({ timeout: patience })).length > 0);
  const { seq } = await tg.ctl("mark");
  for (const text of [question, "/quote@some_other_bot Putin", "/QUOTE Putin", "/nonsense", "“We have no such plans”"])
    await there.say(text);
  await tg.idle();
  assert.deepEqual(await tg.ctl("calls", { since: seq, chat_id: group.id, method: "sendMessage" }), []);
});

await step("a group that becomes a supergroup, and one that throws the bot out", async () => {
  const group = await tg.ctl("chat", { type: "group", title: "Old" });
  const there = alice.in(group.id);
  await there.say(`/ask ${question}`);
  await there.reply({ timeout: patience });
  const { seq } = await tg.ctl("mark");
  await there.say("/help");
  await there.reply({ timeout: patience });
  const { migrate_to_chat_id: to } = await tg.ctl("migrate", { chat_id: group.id });
  await tg.ctl("update", {
    update: {
      message: {
        message_id: 9_001,
        date: 1,
        chat: { id: group.id, type: "group", title: "Old" },
        from: alice.from,
        text: `/ask ${question}`,
      },
    },
    force: true,
  });
  await until(
    "an answer in the supergroup",
    async () => (await tg.ctl("calls", { since: seq, chat_id: to, method: "sendMessage", ok: true })).length === 1,
  );
  const other = await tg.ctl("chat", { type: "supergroup", title: "Gone" });
  await tg.ctl("status", { chat_id: other.id, status: "kicked" });
  await tg.idle();
  assert.ok(quotes(await say(alice, question)).length > 0);
});

await step("/language is kept over a restart, and forgotten again", async () => {
  const chooser = await say(alice, "/language");
  assert.match((await press(alice, chooser, "Русский")).text, /по-русски/);
  assert.equal(await bot.stop(), 0);
  bot = startBot(env);
  assert.match((await say(alice, "/privacy")).text, /[а-я]{5}/);
  await say(alice, "/language auto");
  assert.match((await say(alice, "/privacy")).text, /^Nothing about you/);
});

for (const fault of [
  { preset: "flood", retry_after: 1 },
  { preset: "server-error" },
  { preset: "bad-gateway" },
  { preset: "reset" },
  { preset: "lost-response" },
  { preset: "slow" },
  { type: "truncate", times: 1 },
]) {
  await step(`${fault.preset ?? fault.type}: every surface goes on, nobody is answered twice`, async () => {
    for (const method of ["sendMessage", "editMessageText", "answerCallbackQuery", "answerInlineQuery"]) {
      await tg.ctl("faults", { clear: true });
      const message = await say(boris, question);
      const { seq } = await tg.ctl("mark");
      await tg.fault({ ...fault, method, times: 1 });
      if (method === "sendMessage") await boris.say("/help");
      else if (method === "answerInlineQuery") await boris.inline(question);
      else await boris.press(labelled(message, "Ещё")?.text, { message_id: message.message_id });
      await tg.idle({ timeout: patience });
      const sent: Call[] = await tg.ctl("calls", { since: seq, method: "sendMessage", chat_id: boris.chat_id });
      const kept = await tg.ctl("messages", { chat_id: boris.chat_id });
      const answers = kept.filter(
        (m: { text?: string; message_id: number }) =>
          m.message_id > message.message_id && m.text?.startsWith("Задайте вопрос"),
      );
      assert.ok(answers.length <= 1, `${method}: answered ${answers.length} times in ${sent.length} calls`);
    }
    await tg.ctl("faults", { clear: true });
    assert.ok(quotes(await say(boris, question)).length > 0);
  });
}

await step(
  "every quoted character of the traffic is a slice of an article, every query was answered, none twice",
  async () => {
    await tg.idle();
    const calls: Call[] = await tg.ctl("calls", {});
    let characters = 0;
    const check = (content: Pick<Sent, "text" | "entities">) => {
      for (const quoted of quotes(content)) {
        assert.ok(isArticle(quoted), `not an article's words: ${quoted}`);
        characters += quoted.length;
      }
    };
    for (const { method, params } of calls) {
      if (/^(?:sendMessage|editMessageText)$/.test(method)) check({ text: params.text, entities: params.entities });
      if (method === "answerInlineQuery")
        for (const { input_message_content: c } of params.results)
          check({ text: c.message_text, entities: c.entities });
      for (const b of params.reply_markup?.inline_keyboard?.flat() ?? [])
        if (b.copy_text) assert.ok(isArticle(b.copy_text.text));
    }
    assert.ok(characters > 10_000, `only ${characters} characters were quoted`);
    for (const [method, key] of [
      ["answerCallbackQuery", "callback_query_id"],
      ["answerInlineQuery", "inline_query_id"],
    ] as const) {
      const answered = calls.filter((c) => c.method === method && c.ok && !c.fault).map((c) => c.params[key]);
      assert.equal(new Set(answered).size, answered.length, `${method} twice for one query`);
    }
    const report = await tg.report();
    assert.equal(report.ok, true, JSON.stringify(report, null, 1));
    assert.deepEqual([report.unansweredCallbacks, report.unansweredInline], [[], []]);
  },
);

await step("the log holds no token and nothing that was asked", async () => {
  assert.equal(await bot.stop(), 0);
  assert.ok(!bot.log().includes(server.token) && !bot.log().includes("Twitter"), bot.log());
});

await server.close();
rmSync(state, { recursive: true, force: true });
end();
