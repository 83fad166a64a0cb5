import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkEntities } from "../../src/cli/chat/entity-rules.ts";
import { messageCharacters, messageEntities } from "../../src/telegram/limits.ts";
import { message, paginate } from "../../src/telegram/pages.ts";
import { bold, italic, joined, quoted, type RichText, rich } from "../../src/telegram/rich-text.ts";
import { characterEnd, shortened } from "../../src/telegram/shorten.ts";
import { anyText, hugeParagraph, paragraph } from "../support/arbitraries.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const clusters = (text: string) => Array.from(graphemes.segment(text), (s) => s.segment);

/** A quotation with some of its words in bold, and a line below it. */
const block = fc
  .tuple(
    paragraph,
    fc.integer({ min: 1, max: 5 }),
    fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 80 }) }),
  )
  .map(([text, every, times]) => {
    const words = Array.from({ length: times }, () => text)
      .join(" ")
      .split(/(?<= )/);
    return joined([quoted(rich(...words.map((w, i) => (i % every === 0 ? bold(w) : w)))), "— RT: “Headline”"], "\n");
  });

function expectWithinLimits(pages: readonly RichText[]): void {
  expect(pages.length).toBeGreaterThan(0);
  for (const { text, entities } of pages) {
    expect(text.length).toBeLessThanOrEqual(messageCharacters);
    expect(entities.length).toBeLessThanOrEqual(messageEntities);
    expect(text.isWellFormed()).toBe(true);
    checkEntities(text, entities);
  }
}

describe("paginate", () => {
  test("what fits is one page, with head and foot", () => {
    const pages = paginate([rich("one"), rich("two")], { head: bold("head"), foot: italic("foot") });
    expect(pages.map((p) => p.text)).toEqual(["head\n\none\n\ntwo\n\nfoot"]);
  });

  test("no more blocks on a page than asked for, head and foot on each", () => {
    const pages = paginate(
      ["a", "b", "c", "d", "e"].map((t) => rich(t)),
      { perPage: 2, head: rich("H"), foot: rich("F") },
    );
    expect(pages.map((p) => p.text)).toEqual(["H\n\na\n\nb\n\nF", "H\n\nc\n\nd\n\nF", "H\n\ne\n\nF"]);
  });

  test("no blocks: the frame alone, and not even that", () => {
    expect(paginate([], { head: rich("H") }).map((p) => p.text)).toEqual(["H"]);
    expect(paginate([]).map((p) => p.text)).toEqual([""]);
    expect(message("a", null, bold("b")).text).toBe("a\n\nb");
  });

  test("blocks that a person would have to scroll through are put on pages of their own", () => {
    const pages = paginate(Array.from({ length: 4 }, () => rich("x".repeat(900))));
    expect(pages.map((p) => p.text.length)).toEqual([1_802, 1_802]);
  });

  test("a long block is cut after a sentence, else after a word, else between characters", () => {
    const sentences = paginate([rich("This is a sentence of some length. ".repeat(200))]);
    for (const page of sentences.slice(0, -1)) expect(page.text.endsWith(". ")).toBe(true);
    const words = paginate([rich("word ".repeat(2_000))]);
    for (const page of words.slice(0, -1)) expect(page.text.endsWith("word ")).toBe(true);
    const family = "👩‍👩‍👧‍👦";
    for (const page of paginate([rich(family.repeat(1_000))])) expect(page.text.replaceAll(family, "")).toBe("");
  });

  test("a space with an accent on it, a line end of two characters and flags are not taken apart", () => {
    for (const unit of [" \u0301", "\r\n", "🇷🇺", "e\u0301", "\u0915\u094d\u0937"]) {
      const pages = paginate([quoted(`x${unit.repeat(5_000)}`)]);
      expectWithinLimits(pages);
      expect(pages.flatMap((p) => clusters(p.text))).toEqual(
        clusters(
          `x${unit.repeat(5_000)}`.trimEnd() === "x" ? pages.map((p) => p.text).join("") : `x${unit.repeat(5_000)}`,
        ),
      );
    }
  });

  test("one character of stacked accents that no message holds is cut all the same, whole in its pairs", () => {
    for (const mark of ["\u0301", "\u{1d165}"]) {
      const pages = paginate([rich(`a${mark.repeat(9_000)}`)]);
      expectWithinLimits(pages);
      expect(pages.map((p) => p.text).join("")).toBe(`a${mark.repeat(9_000)}`);
    }
  });

  test("a head or a foot as long as a message leaves room for the blocks", () => {
    for (const long of ["x".repeat(4_096), "word ".repeat(1_500), "😀".repeat(3_000)]) {
      const pages = paginate([quoted("The words.")], { head: bold(long), foot: italic(long) });
      expectWithinLimits(pages);
      expect(pages).toHaveLength(1);
      expect(pages[0]?.text).toContain("The words.");
    }
  });

  test("for any blocks: within Telegram's limits, nothing lost, nothing torn", () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.option(paragraph),
        (blocks, perPage, frame) => {
          const head = frame === null ? null : bold(frame.slice(0, 500).toWellFormed());
          const pages = paginate(blocks, { perPage, head, foot: italic("5 articles") });
          expectWithinLimits(pages);
          const bare = pages.map((p) => {
            const start = head && head.text !== "" ? head.text.length + 2 : 0;
            const end = p.text.length - "5 articles".length;
            return p.text.slice(start, Math.max(start, end - 2));
          });
          // Blocks on a page stand two line ends apart; a block that is cut goes on without any.
          expect(bare.join("\n\n").replaceAll("\n\n", "").trimEnd()).toBe(
            blocks
              .map((b) => b.text)
              .join("\n\n")
              .replaceAll("\n\n", "")
              .trimEnd(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test("for a huge block: every page whole characters, the pages together the block, its quotation unbroken", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hugeParagraph,
          anyText.map((t) => t.repeat(Math.ceil(20_000 / (t.length + 1)))),
        ),
        (text) => {
          const pages = paginate([quoted(rich(text))]);
          expectWithinLimits(pages);
          const all = pages.map((p) => p.text).join("");
          expect(text.startsWith(all)).toBe(true);
          expect(text.slice(all.length).trim()).toBe("");
          expect(pages.flatMap((p) => clusters(p.text)).join("|")).toBe(clusters(all).join("|"));
          for (const page of pages)
            if (page.text !== "") expect(page.entities).toMatchObject([{ offset: 0, length: page.text.length }]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("shorten", () => {
  test.each<[string, number, string]>([
    ["short", 10, "short"],
    ["one two three", 7, "one two"],
    ["one two three", 9, "one two"],
    ["onetwothree", 6, "onetwo"],
    ["😀😀😀", 3, "😀"],
    ["e\u0301e\u0301", 3, "e\u0301"],
    [" \t  x", 2, " \t"],
  ])("%j to %i", (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  test("for any text: a beginning of it, not longer, well formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.integer({ min: 2, max: 60 }), (text, most) => {
        const short = shortened(text, most);
        expect(text.startsWith(short)).toBe(true);
        expect(short.length).toBeLessThanOrEqual(Math.max(most, 0));
        expect(short.isWellFormed()).toBe(true);
        expect(text === "" || short !== "").toBe(true);
        expect(characterEnd(text, most)).toBeLessThanOrEqual(Math.max(most, text.length));
      }),
    );
  });
});
