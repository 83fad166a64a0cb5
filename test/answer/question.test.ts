import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/answer/question.ts";

const termsOf = (text: string) => readQuestion(text).terms.map((t) => t.term);
const namesOf = (text: string) => readQuestion(text).terms.flatMap((t) => (t.name ? [t.word] : []));

describe("readQuestion", () => {
  test.each<[string, string[]]>([
    ["How much was Twitter fined?", ["twitter", "fine"]],
    ["How much was Twitter fined? Twitter's fines!", ["twitter", "fine"]],
    ["На какую сумму оштрафовали Твиттер?", ["оштрафова", "твиттер"]],
    ["What is the name of the head of Roskomnadzor?", ["head", "roskomnadzor"]],
    ["Did it cost 8.9 million or 8,900,000?", ["cost", "8900000"]],
    // Only words that frame a question: better they than nothing.
    ["What is the reason?", ["reason"]],
    ["", []],
    ["who is it?", []],
    ["👍🏽 👩‍👩‍👧‍👦 ???", []],
    ["\u202e\u200b\u0000", []],
  ])("the words that carry meaning in “%s”", (text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["Who is the head of Roskomnadzor?", ["roskomnadzor"]],
    ["Peskov protests", []],
    ["Dmitry Peskov protests", ["dmitry", "peskov"]],
    ["TASS report", ["tass"]],
    ["LinkedIn ban", ["linkedin"]],
    ["what did peskov say", []],
    ["Что сказал Песков?", ["песков"]],
  ])("the names in “%s”", (text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });

  test("the language is that of its letters", () => {
    expect(readQuestion("Who?").language).toBe("en");
    expect(readQuestion("Кто такой Peskov?").language).toBe("ru");
    expect(readQuestion("404").language).toBe("en");
  });

  test("what is longer than a message is cut, whole characters kept", () => {
    const question = readQuestion(`${"a".repeat(4_095)}😀 tail`);
    expect(question.text.isWellFormed()).toBe(true);
    expect(question.text.length).toBe(4_096);
    expect(readQuestion("word ".repeat(200_000)).terms).toHaveLength(1);
    expect(readQuestion(Array.from({ length: 500 }, (_, i) => `w${i}x`).join(" ")).terms).toHaveLength(64);
  });

  test("offsets are those of the words, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const question = readQuestion(text);
        for (const t of question.terms) {
          expect(t.end).toBeGreaterThan(t.start);
          expect(question.text.slice(t.start, t.end)).not.toBe("");
        }
        expect(new Set(question.terms.map((t) => t.term)).size).toBe(question.terms.length);
      }),
    );
  });
});

describe("small talk", () => {
  test.each(["hello", "Thanks!", "thank you", "Good morning", "who are you?", "привет", "Спасибо большое!"])(
    "“%s” asks for nothing",
    (text) => {
      expect(readQuestion(text).terms).toEqual([]);
    },
  );
  test("a question that begins with a greeting is a question", () => {
    expect(readQuestion("Hello, how much was Twitter fined?").terms.map((t) => t.term)).toContain("twitter");
  });
});
