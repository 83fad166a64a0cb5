import fc from "fast-check";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import { Buckets } from "../../src/telegram/buckets.ts";
import { limit } from "../../src/telegram/limit.ts";
import { catalogue } from "../../src/telegram/texts.ts";

const me = { id: 1, is_bot: true, first_name: "B", username: "b_bot" } as never;

/** A bot that counts what passes its limits of three at once and one a second, and what it calls. */
function limited() {
  let now = 0;
  let passed = 0;
  let id = 0;
  const calls: { method: string; payload: Record<string, unknown> }[] = [];
  const bot = new Bot("1:x", { botInfo: me });
  bot.api.config.use(async (_, method, payload) => {
    calls.push({ method, payload: payload as Record<string, unknown> });
    return { ok: true, result: true } as never;
  });
  bot.use(limit({ person: { burst: 3, perSecond: 1 }, group: { burst: 5, perSecond: 1 } }, () => now));
  bot.use(() => {
    passed++;
  });
  const take = async (content: object) => {
    const before = passed;
    await bot.handleUpdate({ update_id: ++id, ...content } as Update);
    return passed > before;
  };
  const message = (text: string, person = 7, chat: object = { id: person, type: "private" }) => ({
    message: { message_id: ++id, date: 0, chat, from: { id: person, language_code: "en" }, text },
  });
  return { calls, take, message, wait: (seconds: number) => (now += seconds * 1000) };
}
const group = { id: -5, type: "supergroup" };

describe("limits", () => {
  test("a burst passes, then a rate; the notice comes once, and never silence for ever", async () => {
    const { take, message, wait, calls } = limited();
    const verdicts = [];
    for (let i = 0; i < 6; i++) verdicts.push(await take(message("q")));
    expect(verdicts).toEqual([true, true, true, false, false, false]);
    expect(calls).toMatchObject([{ method: "sendMessage", payload: { chat_id: 7, text: catalogue.en.tooFast } }]);
    wait(1);
    expect([await take(message("q")), await take(message("q"))]).toEqual([true, false]);
    expect(calls).toHaveLength(1);
    wait(3);
    for (let i = 0; i < 4; i++) await take(message("q"));
    expect(calls).toHaveLength(2);
  });

  test("one person's limit is no other's", async () => {
    const { take, message } = limited();
    for (let i = 0; i < 5; i++) await take(message("q", 7));
    expect(await take(message("q", 8))).toBe(true);
  });

  test("a group has a limit of its own, for what is said to the bot", async () => {
    const { take, message } = limited();
    for (let i = 0; i < 20; i++) expect(await take(message("people talking", 7, group))).toBe(true);
    for (let i = 0; i < 20; i++) expect(await take(message("/ask@other_bot x", 7, group))).toBe(true);
    const verdicts = [];
    for (let person = 10; person < 17; person++) verdicts.push(await take(message("/ask x", person, group)));
    expect(verdicts).toEqual([true, true, true, true, true, false, false]);
    expect(await take(message("@B_Bot x", 20, group))).toBe(false);
  });

  test("beyond the limit a pressed button and an inline query are answered still", async () => {
    const { take, message, calls } = limited();
    for (let i = 0; i < 4; i++) await take(message("q"));
    calls.length = 0;
    const from = { id: 7, language_code: "ru" };
    for (let i = 0; i < 3; i++) {
      expect(await take({ callback_query: { id: "c", from, chat_instance: "1", data: "x" } })).toBe(false);
      expect(await take({ inline_query: { id: "i", from, query: "x", offset: "" } })).toBe(false);
    }
    expect(calls.map((c) => c.method)).toEqual(Array(3).fill(["answerCallbackQuery", "answerInlineQuery"]).flat());
    expect(calls[0]?.payload["text"]).toBe(catalogue.ru.tooFast);
    expect(calls[1]?.payload).toMatchObject({ results: [], button: { text: catalogue.ru.tooFastInline } });
  });

  test("a guest query beyond it gets its one answer", async () => {
    const { take, message, calls } = limited();
    for (let i = 0; i < 4; i++) await take(message("q"));
    calls.length = 0;
    const { message: content } = message("@b_bot q", 7, group);
    expect(await take({ guest_message: { ...content, guest_query_id: "g" } })).toBe(false);
    expect(calls).toMatchObject([{ method: "answerGuestQuery", payload: { guest_query_id: "g" } }]);
  });
});

test("the sentences fit where they go", () => {
  for (const t of Object.values(catalogue)) {
    expect(t.tooFast.length).toBeLessThanOrEqual(200);
    expect(t.failed.length).toBeLessThanOrEqual(200);
  }
});

test("a bucket gives no more than its burst and its rate allow, and never less", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { maxLength: 60 }), (pauses) => {
      let now = 0;
      const buckets = new Buckets({ burst: 4, perSecond: 2 }, () => now);
      let taken = 0;
      for (const pause of pauses) {
        now += pause;
        if (buckets.take(1) === "taken") taken++;
        expect(taken).toBeLessThanOrEqual(4 + (now / 1000) * 2 + 1e-6);
      }
      now += 2_000;
      expect(buckets.take(1)).toBe("taken");
    }),
  );
});
