import { expect, test } from "vitest";
import { isTorn, mannerOf } from "../../src/answer/manner.ts";

test.each([
  ["She refused.", true],
  ["“They refused,” he said.", true],
  ["Это решение отменили.", true],
  ["Sheila refused.", false],
  ["The mayor refused.", false],
])("“%s” leans on what comes before: %s", (sentence, leans) => {
  expect(mannerOf(sentence).leans).toBe(leans);
});

test("a question is one, in quotation marks too", () => {
  expect(["Who knows?", "“Who knows?”", "He asked who knows."].map((s) => mannerOf(s).asks)).toEqual([
    true,
    true,
    false,
  ]);
});

test("sentences are torn where a quotation opens or closes outside them, in whatever marks", () => {
  const torn = (...sentences: string[]) => isTorn(sentences.map(mannerOf));
  expect(torn("“We will pay.", "And soon,” she said.")).toBe(false);
  expect(torn("“We will pay.")).toBe(true);
  expect(torn("And soon,” she said.")).toBe(true);
  expect(torn("«Мы заплатим», — сказала она.")).toBe(false);
  expect(torn("«Мы заплатим.")).toBe(true);
  expect(torn('"We will pay," she said.')).toBe(false);
  expect(torn('"We will pay.')).toBe(true);
  expect(torn("Nobody spoke.")).toBe(false);
});
