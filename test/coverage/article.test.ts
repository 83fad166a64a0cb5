import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isoDate,
  makeArticle,
  metadataOf,
  metadataSchema,
  paragraphRanges,
  zoneMapOf,
} from "../../src/coverage/article.ts";
import { anyText, article, hugeParagraph } from "../support/arbitraries.ts";
import { articleOf, slices } from "../support/articles.ts";

const paragraphs = (text: string) => slices(text, paragraphRanges(text));

describe("paragraphs", () => {
  it("are trimmed slices in order that do not overlap and leave nothing but white space out", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, hugeParagraph), (text) => {
        let at = 0;
        for (const { start, end } of paragraphRanges(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          const words = text.slice(start, end);
          expect(words.trim()).toBe(words);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it.each([
    [
      "every line that holds something",
      "One.\nTwo.\r\nThree.\rFour.\n\n \n\tFive. ",
      ["One.", "Two.", "Three.", "Four.", "Five."],
    ],
    ["none in an empty text", " \r\n\n\t", []],
    ["a line separator of Unicode does not cut", "One\u2028still one.", ["One\u2028still one."]],
  ])("are %s", (_, text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });

  const wrapped = [
    "The court in Moscow fined the company on Friday for failing to",
    "take down calls that urged children to take part in the illegal",
    "rallies, and ordered it to pay three fines that come to about",
    "eight million.",
  ];
  it("join hard-wrapped lines", () => {
    const text = `${wrapped.join("\n")}\n\nNext one.`;
    expect(paragraphs(text)).toEqual([wrapped.join("\n"), "Next one."]);
  });

  it("do not join short lines, whole sentences or long paragraphs", () => {
    for (const lines of [
      ["Bread", "Milk", "Eggs"],
      wrapped.map((line) => `${line}.`),
      wrapped.map((line) => `${line} ${line}`),
      wrapped.slice(0, 2),
    ]) {
      expect(paragraphs(lines.join("\n"))).toEqual(lines);
    }
  });

  it("are found in a text of very many lines", () => {
    const lines = 300_000;
    expect(paragraphRanges("word\n".repeat(lines))).toHaveLength(lines);
  });
});

describe("zones", () => {
  it("name paragraphs by their number, all others are body", () => {
    const made = articleOf("Head\n\nBody one.\n\nA caption.\n\nBody two.", {}, { headline: [1], caption: [3] });
    expect(made.paragraphs.map((p) => p.zone)).toEqual(["headline", "body", "caption", "body"]);
    expect(zoneMapOf(made)).toEqual({ headline: [1], caption: [3] });
  });

  it("and metadata come back from an article", () => {
    fc.assert(
      fc.property(article, (made) => {
        expect(makeArticle(metadataOf(made), made.text, zoneMapOf(made))).toEqual(made);
      }),
    );
  });
});

describe("facts", () => {
  it.each(["2021-03-04", "2020-02-29", "2000-12-31"])("%s is a day", (day) => {
    expect(isoDate.parse(day)).toBe(day);
  });
  it.each(["2021-02-29", "2021-13-01", "2021-04-31", "2021-3-4", "2021-03-04T00:00", "yesterday", "0000-00-00"])(
    "%s is none",
    (day) => {
      expect(isoDate.safeParse(day).success).toBe(false);
    },
  );

  it("that are not given are unknown", () => {
    const made = metadataSchema.parse({ id: "a", capture: { file: "a.txt", sha256: "0".repeat(64) } });
    expect(made).toMatchObject({ outlet: null, headline: null, published: null, publishedBasis: "unknown", url: null });
    expect(made.status).toBe("live");
  });
});
