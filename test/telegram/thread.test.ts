import fc from "fast-check";
import { expect, test } from "vitest";
import { packThread, shareUrl, threadOf, unpackThread } from "../../src/telegram/thread.ts";

const question = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });

test("questions come back in their order, the oldest left out where they are too long together", () => {
  expect(packThread(["How much was Twitter fined?", "And Facebook?"])).toBe(
    "How much was Twitter fined? › And Facebook?",
  );
  expect(unpackThread("How much was Twitter fined? › And Facebook?")).toEqual([
    "How much was Twitter fined?",
    "And Facebook?",
  ]);
  expect(packThread(["x".repeat(250), "And Facebook?"])).toBe("And Facebook?");
  expect(packThread(["And Facebook?", "x".repeat(257)])).toBeNull();
  expect(packThread([" ", ""])).toBeNull();
});

test("any questions: at most 256 characters, the last ones whole", () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 8 }), (questions) => {
      const line = packThread(questions);
      if (line === null) return;
      expect(line.length).toBeLessThanOrEqual(256);
      const plain = questions.map((q) => q.replaceAll("›", " ").replace(/\s+/g, " ").trim()).filter((q) => q !== "");
      const back = unpackThread(line);
      expect(back).toEqual(plain.slice(plain.length - back.length));
    }),
  );
});

test("a message carries them in whichever button shares it", () => {
  const below = (button: object) => ({ reply_markup: { inline_keyboard: [[button as never]] } });
  expect(threadOf(below({ text: "Share", switch_inline_query_chosen_chat: { query: "A › B" } }))).toEqual(["A", "B"]);
  expect(threadOf(below({ text: "Share", switch_inline_query: "A" }))).toEqual(["A"]);
  expect(threadOf(below({ text: "Share", url: shareUrl("https://t.me/b?start=q_e", "A › B&c") }))).toEqual([
    "A",
    "B&c",
  ]);
  expect(threadOf(below({ text: "Share", switch_inline_query_chosen_chat: { query: "p_t2p8te" } }))).toEqual([]);
  expect(threadOf(below({ text: "Source", url: "https://example.com/?text=A" }))).toEqual([]);
  expect(threadOf(below({ text: "More", callback_data: "1:a:1" }))).toEqual([]);
  expect(threadOf(undefined)).toEqual([]);
});
