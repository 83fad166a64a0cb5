import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldTypography, foldWord } from "../../src/language/fold.ts";
import { anyText } from "../support/arbitraries.ts";

describe("folding a word", () => {
  it.each([
    ["CAFÉ", "cafe"],
    ["cafe\u0301", "cafe"],
    ["Ёлка", "елка"],
    ["е\u0308лка", "елка"],
    ["Йод", "йод"],
    ["и\u0306од", "йод"],
    ["ﬁne", "fine"],
    ["Ｔｗｉｔｔｅｒ", "twitter"],
    ["Z͑ͫ̓alg͎o", "zalgo"],
    ["İstanbul", "istanbul"],
  ])("%j is %j", (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it("keeps й and и apart", () => {
    expect(foldWord("мой")).not.toBe(foldWord("мои"));
  });

  it("done twice changes nothing more, whatever the normal form", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldWord(text);
        expect(foldWord(once)).toBe(once);
        expect(foldWord(text.normalize("NFD"))).toBe(foldWord(text.normalize("NFC")));
      }),
    );
  });
});

describe("folding typography", () => {
  it.each([
    "“They’re here”",
    "„They're here“",
    "«They`re here»",
    "''They’re here''",
    '"They\'re\u00a0here"',
    "“They’re  he\u00adre”\ufeff",
  ])("of %j leaves plain marks", (text) => {
    expect(foldTypography(text)).toBe(`"They're here"`);
  });

  it("makes dashes, ellipses and kinds of space alike", () => {
    expect(foldTypography("a — b – c ‑ d … e\u202ff\u200b\n\tg")).toBe("a - b - c - d ... e f g");
  });

  it("keeps every letter and digit, in order", () => {
    const letters = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu)?.join("") ?? "";
    fc.assert(fc.property(anyText, (text) => letters(foldTypography(text)) === letters(text)));
  });

  it("done twice changes nothing more", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldTypography(text);
        expect(foldTypography(once)).toBe(once);
      }),
    );
  });
});
