import { setTimeout as sleep } from "node:timers/promises";
import { Bot } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { expect, test } from "vitest";
import { countUpdates, enterQueue, leaveQueue, type UpdateFigures } from "../../src/telegram/figures.ts";

const me = { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as UserFromGetMe;
const update = {
  update_id: 1,
  message: { message_id: 1, date: 0, chat: { id: 5, type: "private", first_name: "A" }, text: "Hi" },
} as Update;

test("waiting for Telegram, for another try and for earlier updates of the chat is not the bot's own time", async () => {
  const reported: UpdateFigures[] = [];
  const bot = new Bot("1:x", { botInfo: me });
  bot.api.config.use(async () => {
    await sleep(300);
    return { ok: true, result: true as never };
  });
  bot.use(countUpdates({ update: (figures) => reported.push(figures) }));
  bot.use(
    enterQueue,
    async (_, next) => {
      await sleep(300);
      await next();
    },
    async (ctx, next) => {
      ctx.api.config.use(async (call, method, payload) => {
        await sleep(300);
        return call(method, payload);
      });
      await next();
    },
    leaveQueue,
  );
  bot.on("message", (ctx) => ctx.reply("Hello"));
  await bot.handleUpdate(update);
  expect(reported).toMatchObject([{ kind: "message", outcome: "answered" }]);
  expect(reported[0]?.seconds).toBeGreaterThan(0.85);
  expect(reported[0]?.own).toBeLessThan(0.25);
});
