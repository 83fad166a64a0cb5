import { Bot, type Context } from "grammy";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { answerQueries } from "../../src/telegram/answered.ts";

const from = { id: 7 };
const press = { update_id: 1, callback_query: { id: "c", from, chat_instance: "1", data: "x" } } as Update;
const inline = { update_id: 2, inline_query: { id: "i", from, query: "x", offset: "" } } as Update;

function bot(handle: (ctx: Context) => unknown, after?: number) {
  const calls: { method: string; payload: object }[] = [];
  const made = new Bot("1:x", { botInfo: { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as never });
  made.api.config.use(async (_, method, payload) => {
    calls.push({ method, payload });
    return { ok: true, result: true } as never;
  });
  made.use(answerQueries(after));
  made.use(async (ctx) => {
    await handle(ctx);
  });
  return { made, calls };
}

test("a query that a handler forgot is answered", async () => {
  const { made, calls } = bot(() => {});
  await made.handleUpdate(press);
  await made.handleUpdate(inline);
  expect(calls).toMatchObject([
    { method: "answerCallbackQuery", payload: { callback_query_id: "c" } },
    { method: "answerInlineQuery", payload: { inline_query_id: "i", results: [], cache_time: 0 } },
  ]);
});

test("one that was answered is not answered again", async () => {
  const { made, calls } = bot((ctx) => ctx.answerCallbackQuery({ text: "here" }));
  await made.handleUpdate(press);
  expect(calls).toMatchObject([{ payload: { text: "here" } }]);
});

test("one whose handler waits long is answered meanwhile, and once", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { made, calls } = bot(async (ctx) => {
    await promise;
    await ctx.answerCallbackQuery({ text: "late" });
  }, 5);
  const handled = made.handleUpdate(press);
  await expect.poll(() => calls.length).toBe(1);
  resolve();
  await handled;
  expect(calls).toHaveLength(1);
  expect(calls[0]?.payload).not.toHaveProperty("text");
});

test("a failed handler leaves the answer to the error handler, which has the words", async () => {
  const { made, calls } = bot(() => {
    throw new Error("broken");
  });
  made.catch(({ ctx }) => ctx.answerCallbackQuery({ text: "sorry" }).then(() => {}));
  await made.handleUpdate(press).catch((error) => made.errorHandler(error));
  expect(calls).toMatchObject([{ payload: { text: "sorry" } }]);
});

test("a message waits for nothing", async () => {
  const { made, calls } = bot(() => {});
  await made.handleUpdate({ update_id: 3, message: { message_id: 1, date: 0, chat: { id: 7 }, text: "x" } } as Update);
  expect(calls).toEqual([]);
});
