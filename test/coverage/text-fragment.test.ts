import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passageUrl } from "../../src/coverage/text-fragment.ts";
import { markedBy } from "../support/fragment-matcher.ts";

const url = "https://example.org/story";
const link = (text: string, words: string, more: { headline?: string; url?: string | null } = {}) => {
  const start = text.indexOf(words);
  return passageUrl({ url, headline: null, text, ...more }, { start, end: start + words.length });
};
const directive = (address: string | null) => address?.split(":~:text=")[1];

const story = [
  "The council voted on Tuesday to close the old harbour for the summer.",
  "“We have waited long enough,” said the mayor, “and the harbour can’t wait any longer.”",
  "The decision, which follows a year of repairs, costs $8.9 million; the port authority pays half.",
].join("\n\n");

describe("the address of a passage", () => {
  test("holds the words at its start and end, without marks", () => {
    expect(directive(link(story, "The council voted on Tuesday to close the old harbour for the summer."))).toBe(
      "The%20council%20voted%20on%20Tuesday%20to%20close%20the,old%20harbour%20for%20the%20summer",
    );
    expect(directive(link(story, story.split("\n\n")[1] ?? ""))).toBe(
      "We%20have%20waited%20long%20enough,wait%20any%20longer",
    );
  });

  test("begins at a run that stands nowhere else", () => {
    const text = "The mayor said no. The mayor said no to the new harbour wall.";
    expect(directive(link(text, "The mayor said no to the new harbour wall."))).toBe(
      "The%20mayor%20said%20no%20to%20the%20new%20harbour%20wall",
    );
    expect(link(text, "The mayor said no.")).toBe(url);
  });

  test("counts the headline as part of the page", () => {
    const text = "Harbour to close for repairs, council says. More to follow.";
    expect(directive(link(text, "Harbour to close for repairs"))).toBe("Harbour%20to%20close%20for%20repairs");
    expect(link(text, "Harbour to close for repairs", { headline: "HARBOUR to close for repairs" })).toBe(url);
  });

  test("is the plain one, or none, where there is nothing to add to", () => {
    expect(link(story, "costs", { url: null })).toBeNull();
    expect(link(story, "$8.9")).toBe(url);
    expect(link(story, "The council voted", { url: `${url}#:~:text=else` })).toBe(`${url}#:~:text=else`);
    const article = { url, headline: "The council voted on Tuesday", text: "" };
    expect(passageUrl(article, { start: 0, end: 28, field: "headline" })).toBe(url);
  });

  test("keeps the fragment that the address has", () => {
    expect(link(story, "The council voted on Tuesday", { url: `${url}#comments` })).toBe(
      `${url}#comments:~:text=The%20council%20voted%20on%20Tuesday`,
    );
  });

  test("works in other scripts", () => {
    const russian = "Роскомнадзор потребовал удалить запрещённые материалы до конца недели.";
    expect(decodeURIComponent(directive(link(russian, russian)) ?? "")).toBe(
      "Роскомнадзор потребовал удалить запрещённые материалы до конца недели",
    );
    const japanese = "先日、不正に改造したiPhoneを販売したとして、商標法違反の疑いで20代の男性が逮捕されました。";
    expect(markedBy(link(japanese, japanese) ?? "", [japanese])).toContain("商標法違反の疑い");
  });
});

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(..."the a of to said mayor harbour council on Tuesday he вышел газета".split(" ")),
  },
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{3,9}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "can’t",
      "U.S.",
      "8.9",
      "—",
      "“so”",
      "well-known",
      "A&B",
      "état,",
      "(and)",
      "…",
      "\u00a0",
      "don't",
    ),
  },
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(" ").trim()}.`);
const pages = fc.array(paragraph, { minLength: 1, maxLength: 8 }).chain((blocks) => {
  const text = blocks.join("\n\n");
  return fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ blocks, text, start: Math.min(a, b), end: Math.max(a, b) }));
});
const letters = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
/** The same page in other quotation marks, dashes and spaces. */
const retyped = (text: string) =>
  text.replace(/[“”]/g, '"').replace(/[’']/g, "‘").replace(/—/g, "-").replace(/…/g, "...").replace(/ /g, "\u00a0");

describe("whatever the text and the span", () => {
  test("what is marked lies in the passage, on the page as stored and in other typography", () => {
    fc.assert(
      fc.property(pages, ({ blocks, text, start, end }) => {
        const address = passageUrl({ url, headline: null, text }, { start, end });
        if (address === url) return;
        for (const page of [blocks, blocks.map(retyped)]) {
          const marked = markedBy(address ?? "", page);
          expect(marked).not.toBeNull();
          expect(letters(text.slice(start, end))).toContain(letters(marked ?? ""));
        }
      }),
      { numRuns: Number(process.env["FC_RUNS"] ?? 300) },
    );
  });

  test("the address is one that links end with in running text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(200), fc.nat(200), (text, a, b) => {
        const address = passageUrl({ url, headline: text, text }, { start: Math.min(a, b), end: Math.max(a, b) });
        expect(address).toMatch(
          /^https:\/\/example\.org\/story(?:#:~:text=(?:[\w.]|%[0-9A-F]{2})+(?:,(?:[\w.]|%[0-9A-F]{2})+)?)?$/,
        );
      }),
    );
  });
});
