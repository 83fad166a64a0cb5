import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStopWord } from "../../src/language/stopwords.ts";
import { numberOf, stem, terms, tokenize } from "../../src/language/words.ts";
import { anyText } from "../support/arbitraries.ts";

const tokens = (text: string) => tokenize(text).map((t) => t.text);
const termsOf = (text: string) => terms(text).map((t) => t.term);

describe("tokens", () => {
  it("are slices in order that do not overlap and miss no letter or digit", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end, text: word } of tokenize(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
          at = end;
        }
        expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it.each([
    ["the U.S. and the U.K.", ["the", "U.S.", "and", "the", "U.K."]],
    ["8.9 million ($117,000)", ["8.9", "million", "117,000"]],
    ["Russia’s don't d'Estaing", ["Russia’s", "don't", "d'Estaing"]],
    ["US-based e\u0301te\u0301", ["US", "based", "e\u0301te\u0301"]],
    ["ёлка, Йод; 日本", ["ёлка", "Йод", "日本"]],
    ["😀 — … «»", []],
  ])("of %j", (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe("terms", () => {
  it("of any text are words with their places", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end, term, word } of terms(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(typeof term).toBe("string");
          expect(typeof word).toBe("string");
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ["fined", "fines"],
    ["said", "says"],
    ["U.S.", "US"],
    ["Russia’s", "Russia"],
    ["8.9 million", "8,900,000"],
    ["8,9 млн", "8900000"],
    ["three fines", "3 fine"],
    ["CAFÉ", "cafe\u0301"],
    ["ёлки", "елка"],
    ["штрафы", "штрафа"],
    ["children", "child"],
  ])("of %j and %j are the same", (a, b) => {
    expect(termsOf(a)).toEqual(termsOf(b));
  });

  it.each([
    ["us", "US"],
    ["news", "new"],
    ["8.9", "89"],
    ["Twitter", "Facebook"],
  ])("of %j and %j differ", (a, b) => {
    expect(termsOf(a)).not.toEqual(termsOf(b));
  });

  it("know a number's whole place", () => {
    expect(terms("fined 8.9 million rubles")[1]).toEqual({ start: 6, end: 17, word: "8900000", term: "8900000" });
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty", "3 constructor", "isPrototypeOf"])(
    "of %j are strings like any other",
    (text) => {
      expect(termsOf(text).map((t) => typeof t)).toEqual(tokens(text).map(() => "string"));
      expect(termsOf(text).join(" ")).not.toMatch(/NaN|native code/);
    },
  );
});

describe("numbers", () => {
  it.each([
    ["117,000", 117000],
    ["1,234,567.89", 1234567.89],
    ["8.9", 8.9],
    ["8,9", 8.9],
    ["007", 7],
    ["2021.04.02", null],
    ["1.234.567", null],
    ["٣", null],
    ["", null],
  ])("%j is %j", (digits, value) => {
    expect(numberOf(digits)).toBe(value);
  });
});

describe("stop words", () => {
  it.each(["the", "was", "what's", "и", "который", "сказал"])("%s is one", (word) => {
    expect(terms(word).every(isStopWord)).toBe(true);
  });
  it.each(["twitter", "fine", "Kremlin", "суд", "штраф", "8.9"])("%s is none", (word) => {
    expect(terms(word).some(isStopWord)).toBe(false);
  });
});

describe("stems", () => {
  it.each([
    ["died", "die"],
    ["dying", "die"],
    ["sank", "sink"],
    ["withdrawn", "withdraw"],
    ["feet", "foot"],
    ["left", "leaving"],
  ])("has an irregular form under its base: %s, %s", (form, base) => {
    expect(stem(form)).toBe(stem(base));
  });

  it("do not depend on what was stemmed before", () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-zа-я]{1,14}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (list) => {
        const before = list.map(stem);
        expect(list.toReversed().map(stem).reverse()).toEqual(before);
      }),
    );
  });
});
