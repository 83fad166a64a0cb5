import { Bot } from "grammy";
import { expect, test } from "vitest";
import { deduplicate } from "../../src/telegram/deduplicate.ts";

/** A bot that only counts; it calls nobody. */
function counting(onUpdate: (id: number) => void = () => {}) {
  const seen: number[] = [];
  const bot = new Bot("1:x", { botInfo: { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as never });
  bot.use(deduplicate());
  bot.use((ctx) => {
    seen.push(ctx.update.update_id);
    onUpdate(ctx.update.update_id);
  });
  return { bot, seen };
}

test("an update that comes again is passed over, whatever came between", async () => {
  const { bot, seen } = counting();
  for (const update_id of [5, 6, 5, 4, 6, 7, 4]) await bot.handleUpdate({ update_id });
  expect(seen).toEqual([5, 6, 4, 7]);
});

test("one whose handler failed is not handled again either: the person has been told", async () => {
  const { bot, seen } = counting(() => {
    throw new Error("broken");
  });
  await expect(bot.handleUpdate({ update_id: 1 })).rejects.toThrow();
  await bot.handleUpdate({ update_id: 1 });
  expect(seen).toEqual([1]);
});

test("thousands are remembered, and not for ever", async () => {
  const { bot, seen } = counting();
  for (let update_id = 1; update_id <= 40_000; update_id++) await bot.handleUpdate({ update_id });
  await bot.handleUpdate({ update_id: 30_000 });
  expect(seen).toHaveLength(40_000);
  await bot.handleUpdate({ update_id: 1 });
  expect(seen).toHaveLength(40_001);
});
