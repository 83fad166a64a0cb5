import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { receiptOf, resolveReceipt } from "../../src/coverage/receipt.ts";
import { type Span, slice } from "../../src/coverage/span.ts";
import { article } from "../support/arbitraries.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

/** An article and a stretch of its text, or of its headline, that begins and ends between characters. */
const quoted = fc
  .tuple(article, fc.boolean(), fc.nat(), fc.nat())
  .map(([made, wantsHeadline, a, b]) => {
    const inHeadline = wantsHeadline && made.headline !== null;
    const bounds = [0];
    for (const character of (inHeadline ? made.headline : made.text) ?? "")
      bounds.push((bounds.at(-1) ?? 0) + character.length);
    const [start = 0, end = 0] = [bounds[a % bounds.length], bounds[b % bounds.length]].sort(
      (x, y) => (x ?? 0) - (y ?? 0),
    );
    const span: Span = { article: made.id, start, end, ...(inHeadline ? { field: "headline" } : {}) };
    return { made, span };
  })
  .filter(({ span }) => span.end > span.start);

const others = corpusOf("Another text.", "A third one.").live.map((a) => ({ ...a, id: `other ${a.id}` }));

describe("a receipt", () => {
  it("stands for the very span it was made of", () => {
    fc.assert(
      fc.property(quoted, ({ made, span }) => {
        const corpus = makeCorpus([...others, made]);
        const resolved = resolveReceipt(corpus, receiptOf(made, span));
        expect(resolved).toEqual({ ok: true, article: made, span });
      }),
    );
  });

  it("fits a Telegram deep link", () => {
    fc.assert(
      fc.property(quoted, ({ made, span }) => {
        expect(receiptOf(made, span)).toMatch(/^[0-9a-z]{18,40}$/);
      }),
    );
    const far = { article: "a", start: 2 ** 31, end: 2 ** 32 };
    expect(receiptOf(articleOf("x"), far)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });

  it("breaks when any character of its words is changed", () => {
    fc.assert(
      fc.property(
        quoted,
        fc.nat(),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
        ({ made, span }, n, other) => {
          const receipt = receiptOf(made, span);
          const whole = span.field === "headline" ? (made.headline ?? "") : made.text;
          const characters = [...whole.slice(span.start, span.end)];
          fc.pre(characters[n % characters.length] !== other);
          characters[n % characters.length] = other;
          const edited = `${whole.slice(0, span.start)}${characters.join("")}${whole.slice(span.end)}`;
          const altered =
            span.field === "headline" ? { ...made, headline: edited } : articleOf(edited, { id: made.id });
          expect(resolveReceipt(makeCorpus([altered]), receipt)).toMatchObject({ ok: false, why: "altered" });
        },
      ),
    );
  });

  it("breaks when its words move, are cut off or go", () => {
    const before = articleOf("The court fined Twitter on Friday.", { headline: "Twitter fined" });
    const text = receiptOf(before, { article: "a", start: 4, end: 15 });
    const headline = receiptOf(before, { article: "a", start: 0, end: 7, field: "headline" });
    for (const now of ["A court fined Twitter on Friday.", "The court", ""]) {
      expect(resolveReceipt(makeCorpus([articleOf(now)]), text)).toMatchObject({ ok: false, why: "altered" });
    }
    expect(resolveReceipt(makeCorpus([articleOf(before.text)]), headline)).toMatchObject({ ok: false, why: "altered" });
  });

  it("holds when the article changes elsewhere", () => {
    const receipt = receiptOf(articleOf("One two three."), { article: "a", start: 0, end: 7 });
    expect(resolveReceipt(makeCorpus([articleOf("One two four.")]), receipt).ok).toBe(true);
  });

  it("is read in capitals and with blanks around it", () => {
    const made = articleOf("One two three.");
    const receipt = receiptOf(made, { article: "a", start: 4, end: 7 });
    expect(resolveReceipt(makeCorpus([made]), ` ${receipt.toUpperCase()}\n`).ok).toBe(true);
  });

  it("belongs to its article alone", () => {
    const receipt = receiptOf(articleOf("Same words.", { id: "gone" }), { article: "gone", start: 0, end: 4 });
    expect(resolveReceipt(corpusOf("Same words."), receipt)).toEqual({ ok: false, why: "unknown-article" });
  });

  it("that is cut, lengthened or mistyped is not taken for a good one", () => {
    const made = articleOf("The court fined Twitter on Friday.");
    const corpus = makeCorpus([made]);
    const receipt = receiptOf(made, { article: "a", start: 4, end: 15 });
    for (let i = 0; i < receipt.length; i++) {
      const wrong = receipt[i] === "7" ? "8" : "7";
      expect(resolveReceipt(corpus, receipt.slice(0, i)).ok).toBe(false);
      expect(resolveReceipt(corpus, receipt.slice(0, i) + wrong + receipt.slice(i + 1)).ok).toBe(false);
      expect(resolveReceipt(corpus, receipt.slice(0, i) + wrong + receipt.slice(i)).ok).toBe(false);
    }
  });

  it("refuses garbage", () => {
    const corpus = corpusOf("Some words.");
    for (const garbage of [
      "",
      " ",
      "hello",
      "u".repeat(20),
      "0".repeat(64),
      "z".repeat(1000),
      "../../etc/passwd",
      "😀".repeat(5),
    ]) {
      expect(resolveReceipt(corpus, garbage), garbage).toEqual({
        ok: false,
        why: expect.stringMatching(/^(not-a-receipt|unknown-article)$/),
      });
    }
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !resolveReceipt(corpus, text).ok));
  });
});

describe("a slice", () => {
  it("is the text or the headline at the span's place", () => {
    const made = articleOf("Body words.", { headline: "Head words" });
    expect(slice(made, { start: 0, end: 4 })).toBe("Body");
    expect(slice(made, { start: 0, end: 4, field: "headline" })).toBe("Head");
    expect(slice(articleOf("Body words."), { start: 0, end: 4, field: "headline" })).toBe("");
  });
});
