import { Bot, HttpError } from "grammy";
import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import { Numbers, noteNumbers, recover } from "../../src/telegram/recover.ts";

const me = { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as never;
const lost = () => new HttpError("lost", Object.assign(new Error("reset"), { code: "ECONNRESET" }));

/**
 * A Telegram that keeps the messages of its chats in one sequence of numbers, and whose connection is lost for the first message
 * sent to chat 7: before or after it was carried out.
 */
function telegram({ carriedOut, latest }: { carriedOut: boolean; latest: number }) {
  let next = latest + 1;
  let isFirst = true;
  const messages = new Map<number, { chat: number; text: string; own: boolean }>();
  const calls: string[] = [];
  const send = (chat: number, text: string, own = true) => {
    messages.set(next, { chat, text, own });
    return { message_id: next++, chat: { id: chat } };
  };
  // biome-ignore lint/suspicious/noExplicitAny: the network is the subject; the stub answers any method
  const network: any = async (_: unknown, method: string, payload: any) => {
    calls.push(method);
    if (method === "sendMessage") {
      const isLost = isFirst && payload.chat_id === 7;
      if (isLost) isFirst = false;
      const result = isLost && !carriedOut ? null : send(payload.chat_id, payload.text);
      if (isLost) throw lost();
      return { ok: true, result };
    }
    const found = messages.get(payload.message_id);
    const refuse = (description: string) => ({ ok: false, error_code: 400, description });
    if (!found || found.chat !== payload.chat_id) return refuse("Bad Request: message to edit not found");
    if (!found.own) return refuse("Bad Request: message can't be edited");
    if (found.text === payload.text) return refuse("Bad Request: message is not modified: …");
    found.text = payload.text;
    return { ok: true, result: true };
  };
  return { network, messages, calls, send };
}

async function play(world: ReturnType<typeof telegram>, update: Update) {
  const bot = new Bot("1:x", { botInfo: me });
  bot.api.config.use(world.network);
  const numbers = new Numbers();
  bot.use(noteNumbers(numbers));
  bot.use(recover(numbers, async () => {}));
  bot.use((ctx) => ctx.api.sendMessage(ctx.chat?.id ?? 7, "the answer"));
  await bot.handleUpdate(update);
  return bot;
}

const asked = (message_id: number, chat = 7) =>
  ({
    update_id: message_id,
    message: { message_id, date: 0, chat: { id: chat, type: "private" }, from: { id: chat }, text: "a question" },
  }) as Update;
const answers = (world: ReturnType<typeof telegram>) =>
  [...world.messages.values()].filter((m) => m.chat === 7 && m.own && m.text === "the answer").length;

describe("after a lost connection", () => {
  test("a message that was sent is found and not sent again", async () => {
    const world = telegram({ carriedOut: true, latest: 10 });
    await play(world, asked(10));
    expect(answers(world)).toBe(1);
    expect(world.calls.filter((c) => c === "sendMessage")).toHaveLength(1);
  });

  test("a message that was not sent is sent again, once", async () => {
    const world = telegram({ carriedOut: false, latest: 10 });
    await play(world, asked(10));
    expect(answers(world)).toBe(1);
    expect(world.calls.filter((c) => c === "sendMessage")).toHaveLength(2);
  });

  test("other chats' messages in between do not mislead, nor are they touched", async () => {
    for (const carriedOut of [true, false]) {
      const world = telegram({ carriedOut, latest: 10 });
      world.send(8, "to somebody else");
      world.send(7, "the person's next question", false);
      const before = structuredClone([...world.messages]);
      await play(world, asked(10));
      expect(answers(world)).toBe(1);
      expect([...world.messages].slice(0, 2)).toEqual(before);
    }
  });

  test("when too many places are unknown nothing is sent, and the error is heard of", async () => {
    const world = telegram({ carriedOut: true, latest: 10 });
    const bot = new Bot("1:x", { botInfo: me });
    bot.api.config.use(world.network);
    const numbers = new Numbers();
    bot.use(noteNumbers(numbers));
    // Meanwhile a thousand messages have come to other chats of which nothing is known yet.
    bot.use(recover(numbers, async () => numbers.note(8, 1_011)));
    bot.use((ctx) => ctx.api.sendMessage(7, "the answer"));
    await expect(bot.handleUpdate(asked(10))).rejects.toThrow("lost");
    expect(world.calls).toEqual(["sendMessage"]);
  });

  test("a pressed button gives no number to look from: nothing is looked for, nothing is sent twice", async () => {
    const world = telegram({ carriedOut: true, latest: 10 });
    const press = {
      update_id: 11,
      callback_query: { id: "1", from: { id: 7 }, message: asked(10).message, data: "x" },
    };
    await expect(play(world, press as never)).rejects.toThrow("lost");
    expect(world.calls).toEqual(["sendMessage"]);
  });

  test("a Telegram that cannot be asked leaves it unknown", async () => {
    const world = telegram({ carriedOut: true, latest: 10 });
    const bot = new Bot("1:x", { botInfo: me });
    bot.api.config.use(async (call, method, ...rest) => {
      if (method === "editMessageText") throw lost();
      return world.network(call, method, ...rest);
    });
    const numbers = new Numbers();
    bot.use(noteNumbers(numbers));
    bot.use(recover(numbers, async () => {}));
    bot.use((ctx) => ctx.api.sendMessage(ctx.chat?.id ?? 7, "the answer"));
    await expect(bot.handleUpdate(asked(10))).rejects.toThrow("lost");
    expect(answers(world)).toBe(1);
  });

  test("a refusal of Telegram's is no lost connection", async () => {
    const bot = new Bot("1:x", { botInfo: me });
    let calls = 0;
    bot.api.config.use(async () => {
      calls++;
      return { ok: false, error_code: 400, description: "Bad Request: chat not found" } as never;
    });
    const numbers = new Numbers();
    bot.use(noteNumbers(numbers));
    bot.use(recover(numbers, async () => {}));
    bot.use((ctx) => ctx.api.sendMessage(ctx.chat?.id ?? 7, "the answer"));
    await expect(bot.handleUpdate(asked(10))).rejects.toThrow("chat not found");
    expect(calls).toBe(1);
  });

  test("a button pressed below the message that is looked for does not hide it", async () => {
    const bot = new Bot("1:x", { botInfo: me });
    const numbers = new Numbers();
    bot.use(noteNumbers(numbers));
    await bot.handleUpdate(asked(10));
    const own = { message_id: 12, date: 1, chat: { id: 7, type: "private", first_name: "A" }, from: me, text: "words" };
    const from = { id: 7, is_bot: false, first_name: "A" };
    await bot.handleUpdate({
      update_id: 2,
      callback_query: { id: "1", chat_instance: "1", from, data: "x", message: own },
    } as unknown as Update);
    expect(numbers.unknownAfter(7, 10)).toContain(12);
  });
});
