import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/coverage/article.ts";
import { terms } from "../../src/language/words.ts";
import type { QueryTerm } from "../../src/retrieval/engine.ts";
import { createEngine } from "../../src/retrieval/minisearch.ts";
import { passagesOf } from "../../src/retrieval/passages.ts";
import { articleOf, corpusOf } from "../support/articles.ts";
import { corpusAndQuestion } from "../support/questions.ts";

const engineOf = (...articles: readonly (Article | string)[]) => createEngine(passagesOf(corpusOf(...articles)));
const query = (text: string): QueryTerm[] => terms(text).map((t) => ({ term: t.term, weight: 1 }));

describe("search", () => {
  test("the words of text and headline find a passage, the text's are worth more", () => {
    const engine = engineOf(
      articleOf("The ferry ran aground.", { id: "text" }),
      articleOf("It was dark and cold.", { id: "headline", headline: "The ferry" }),
      articleOf("Nothing of the sort.", { id: "neither" }),
    );
    expect(engine.search(query("ferry"), 10).map((h) => h.passage.article.id)).toEqual(["text", "headline"]);
    expect(engine.documentFrequency("ferri")).toBe(1);
  });

  test("a score is the sum over its terms, not multiplied by how many matched", () => {
    const engine = engineOf("alpha beta gamma.", "alpha one two.", "beta three four.", "five six seven.");
    const scoreOf = (text: string, id = 0) =>
      engine.search(query(text), 10).find((h) => h.passage.id === id)?.score ?? 0;
    expect(scoreOf("alpha beta")).toBeCloseTo(scoreOf("alpha") + scoreOf("beta"), 10);
    expect(scoreOf("alpha beta gamma")).toBeCloseTo(scoreOf("alpha") + scoreOf("beta") + scoreOf("gamma"), 10);
  });

  test("one rare word is worth more than two common ones", () => {
    const common = Array.from({ length: 30 }, (_, i) => `court case number${i}x.`);
    const engine = engineOf(...common, "A zeppelin landed here.");
    expect(engine.search(query("court case zeppelin"), 1)[0]?.passage.id).toBe(30);
  });

  test("weights count: a term without weight adds nothing, a heavier one more", () => {
    const engine = engineOf("alpha only here.", "beta only here.");
    const first = (alpha: number, beta: number) =>
      engine.search(
        [
          { term: "alpha", weight: alpha },
          { term: "beta", weight: beta },
        ],
        1,
      )[0]?.passage.id;
    expect([first(2, 1), first(1, 2)]).toEqual([0, 1]);
  });

  test("a term that is given twice counts once", () => {
    const engine = engineOf("alpha only here.", "beta only here.");
    expect(engine.search([...query("alpha"), ...query("alpha")], 5)).toEqual(engine.search(query("alpha"), 5));
  });

  test("equal scores stand in the order of the passages, and a limit cuts that order", () => {
    const engine = engineOf(...Array.from({ length: 20 }, () => "the same words here."));
    const ids = engine.search(query("same words"), 20).map((h) => h.passage.id);
    expect(ids).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(engine.search(query("same words"), 5).map((h) => h.passage.id)).toEqual([0, 1, 2, 3, 4]);
  });

  test("nothing is found for nothing, for unknown words, and in nothing", () => {
    const engine = engineOf("alpha beta.");
    expect(engine.search([], 5)).toEqual([]);
    expect(engine.search([{ term: "", weight: 1 }], 5)).toEqual([]);
    expect(engine.search(query("gamma"), 5)).toEqual([]);
    expect(engineOf().search(query("alpha"), 5)).toEqual([]);
  });

  test("in a large coverage rare words choose the passages and all words rank them", () => {
    const many = Array.from({ length: 2_100 }, (_, i) =>
      articleOf(`court number${i} ${i % 100 === 0 ? "zeppelin" : ""}.`, { id: String(i).padStart(4, "0") }),
    );
    const engine = engineOf(...many, articleOf("court zeppelin landed.", { id: "x" }));
    const hits = engine.search(query("court zeppelin landed"), 50);
    expect(hits[0]?.passage.article.id).toBe("x");
    expect(hits.every((h) => h.passage.article.text.includes("zeppelin"))).toBe(true);
    // Without a rare word every passage is a candidate.
    expect(engine.search(query("court"), 5_000)).toHaveLength(2_101);
  });

  test("for any coverage: in order, within the limit, and the same again", () => {
    fc.assert(
      fc.property(corpusAndQuestion, fc.integer({ min: 1, max: 20 }), ({ corpus, question }, limit) => {
        const engine = createEngine(passagesOf(corpus));
        const hits = engine.search(query(question), limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        const order = hits.map((h) => [-h.score, h.passage.id]);
        expect(order).toEqual(order.toSorted(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j));
        expect(new Set(hits.map((h) => h.passage.id)).size).toBe(hits.length);
        expect(createEngine(passagesOf(corpus)).search(query(question), limit)).toEqual(hits);
      }),
      { numRuns: 40 },
    );
  });
});

describe("similarTerms", () => {
  const engine = engineOf(
    "Roskomnadzor and Roskomadzor wrote to Twitter.",
    "Roskomnadzor wrote.",
    "The courts of 2021 and 8.9 million.",
    "court court.",
    "count.",
  );

  test.each<[string, string | undefined]>([
    ["twiter", "twitter"],
    ["twitterr", "twitter"],
    ["twittre", "twitter"],
    ["roskomnazdor", "roskomnadzor"],
    // nearer beats more frequent
    ["roskomadzr", "roskomadzor"],
    // as near: the more frequent
    ["cournt", "court"],
    // too short, too far, a number
    ["teh", undefined],
    ["twxxxxr", undefined],
    ["2022", undefined],
    ["", undefined],
  ])("“%s” is like %s", (term, like) => {
    expect(engine.similarTerms(term)[0]).toBe(like);
  });

  test("three at the most, the same ones every time", () => {
    const words = engineOf("barn bark bard bars barb bare.");
    expect(words.similarTerms("barx")).toHaveLength(3);
    expect(words.similarTerms("barx")).toEqual(words.similarTerms("barx"));
  });
});
