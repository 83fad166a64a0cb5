import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/coverage/article.ts";
import { findFamilies } from "../../src/ingest/families.ts";
import { articleOf } from "../support/articles.ts";
import { prose } from "../support/prose.ts";

const none: ReadonlyMap<string, string> = new Map();
const make = (id: string, text: string, published: string | null = null) => articleOf(text, { id, published });
const families = (articles: readonly Article[], reprintOf = none) =>
  Object.fromEntries(findFamilies(articles, reprintOf));

const story = `The mayor's office said: "We don't agree - not at all..." ${prose(1)}`;
/** As another desk would set it. */
const reset = (text: string) =>
  text
    .replace(/"([^"]*)"/g, "“$1”")
    .replaceAll("'", "’")
    .replaceAll(" - ", " — ")
    .replaceAll("...", "…")
    .replaceAll("The ", "THE\u00a0");

describe("a family", () => {
  it("is a story and its reprint, however typeset", () => {
    expect(
      families([make("a", story, "2021-03-04"), make("b", reset(story), "2021-03-06"), make("c", prose(2))]),
    ).toEqual({
      a: "a",
      b: "a",
    });
  });

  it("holds an excerpt, and one with paragraphs added", () => {
    const excerpt = story.split(". ").slice(0, 12).join(". ");
    const extended = `${prose(9, 8)}\n\n${story}\n\n${prose(10, 8)}`;
    expect(families([make("a", story, "2021-03-04"), make("b", excerpt), make("c", extended)])).toEqual({
      a: "a",
      b: "a",
      c: "a",
    });
  });

  it("holds an excerpt in which much is the other desk's own, and a copy with every seventh word changed", () => {
    const original = Array.from({ length: 8 }, (_, i) => prose(30 + i, 5)).join("\n\n");
    const excerpt = [...original.split("\n\n").slice(0, 4), prose(50, 9), prose(51, 8)].join("\n\n");
    let n = 0;
    const edited = original.replace(/\p{L}+/gu, (word) => (++n % 7 === 0 ? `x${word}` : word));
    expect(families([make("a", original, "2021-03-04"), make("b", excerpt), make("c", edited)])).toEqual({
      a: "a",
      b: "a",
      c: "a",
    });
  });

  it("does not hold a rewrite that keeps some of the sentences", () => {
    const sentence = (n: number) => `${Array.from({ length: 20 }, (_, i) => `s${n}word${i}`).join(" ")}.`;
    const text = (of: (n: number) => string) =>
      Array.from({ length: 6 }, (_, p) => Array.from({ length: 5 }, (_, i) => of(p * 5 + i)).join(" ")).join("\n\n");
    const rewrite = text((n) => sentence(n % 5 < 2 ? n + 100 : n));
    expect(families([make("a", text(sentence)), make("b", rewrite)])).toEqual({});
  });

  it("does not hold a rewrite that shares facts and quotations", () => {
    const one = `The court fined Twitter 8.9 million rubles on Friday. ${prose(1)} “We have no such plans,” the leader said.`;
    const other = `Twitter must pay 8.9 million rubles, a court ruled on Friday. ${prose(2)} “We have no such plans,” the leader said.`;
    expect(families([make("a", one), make("b", other)])).toEqual({});
  });

  it("counts body text only: furniture that two pages share makes no family", () => {
    const caption = prose(5, 12);
    const pages = ["a", "b"].map((id, i) => articleOf(`${caption}\n\n${prose(20 + i, 4)}`, { id }, { caption: [1] }));
    expect(families(pages)).toEqual({});
  });

  it("is found among many articles and joins none that differ", () => {
    const articles = Array.from({ length: 300 }, (_, i) => make(`n${i}`, prose(100 + i, 12)));
    const copies = [7, 99, 200].map((i) => make(`copy${i}`, reset(prose(100 + i, 12))));
    expect(families([...articles, ...copies])).toEqual(
      Object.fromEntries(
        [7, 99, 200].flatMap((i) => [
          [`n${i}`, `copy${i}`],
          [`copy${i}`, `copy${i}`],
        ]),
      ),
    );
  });

  it("is found for short texts too", () => {
    const found = Array.from({ length: 60 }, (_, i) => {
      const text = prose(1000 + i, 1);
      return Object.keys(families([make("a", text), make("b", reset(text))])).length;
    });
    expect(found.filter((n) => n === 2).length).toBeGreaterThanOrEqual(58);
  });

  it("is found however many outlets print a story", () => {
    const everywhere = Array.from({ length: 120 }, (_, i) => make(`p${i}`, i % 2 ? story : reset(story)));
    expect(new Set(Object.values(families(everywhere))).size).toBe(1);
    expect(Object.keys(families([...everywhere, make("other", prose(3))]))).toHaveLength(120);
  });

  it("leaves out what is not live", () => {
    const withdrawn = articleOf(story, { id: "w", status: "withdrawn" });
    const superseded = articleOf(story, { id: "s", status: "superseded" });
    expect(families([make("a", story), withdrawn, superseded])).toEqual({});
  });

  it("does not depend on the order of the articles", () => {
    const articles = [
      make("a", story, "2021-03-06"),
      make("b", reset(story), "2021-03-04"),
      make("c", story),
      make("d", prose(2)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: 4 }), (shuffled) => {
        expect(families(shuffled)).toEqual({ a: "b", b: "b", c: "b" });
      }),
    );
  });
});

describe("the original", () => {
  it.each([
    ["the earliest", [make("z", story, "2021-03-04"), make("a", story, "2021-03-05")], "z"],
    ["the dated before the undated", [make("z", story, "2021-03-04"), make("a", story)], "z"],
    ["the fullest of a day", [make("a", story, "2021-03-04"), make("z", `${story} One more.`, "2021-03-04")], "z"],
    ["the first by name, all else alike", [make("b", story), make("a", story)], "a"],
  ])("is %s", (_, articles, original) => {
    expect(new Set(Object.values(families(articles)))).toEqual(new Set([original]));
  });

  it("is the one an operator names, whatever the dates", () => {
    const articles = [make("a", story, "2021-03-04"), make("b", story, "2021-03-06"), make("c", story, "2021-03-05")];
    expect(families(articles, new Map([["a", "b"]]))).toEqual({ a: "b", b: "b", c: "b" });
  });

  it("may be named for texts that differ", () => {
    const articles = [make("a", prose(1), "2021-03-04"), make("b", prose(2), "2021-03-01"), make("c", prose(3))];
    expect(families(articles, new Map([["b", "a"]]))).toEqual({ a: "a", b: "a" });
  });

  it("that is named and is not there joins nothing", () => {
    expect(families([make("a", prose(1)), make("b", prose(2))], new Map([["a", "gone"]]))).toEqual({});
  });

  it("is one, even when operators name each other's", () => {
    const told = new Map([
      ["a", "b"],
      ["b", "a"],
    ]);
    const found = families([make("a", prose(1), "2021-03-04"), make("b", prose(2), "2021-03-05")], told);
    expect(found).toEqual({ a: "a", b: "a" });
  });
});
