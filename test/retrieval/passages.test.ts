import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { passagesOf } from "../../src/retrieval/passages.ts";
import { articleOf, corpusOf } from "../support/articles.ts";
import { someArticles } from "../support/questions.ts";

describe("passagesOf", () => {
  test("short paragraphs are packed, a long one is left whole", () => {
    const texts = ["a".repeat(700), "b".repeat(700), "c".repeat(100), "d".repeat(5_000), "e".repeat(10)];
    const passages = passagesOf(corpusOf(texts.join("\n\n")));
    expect(passages.map((p) => p.paragraphs.length)).toEqual([2, 1, 1, 1]);
  });

  test("what is neither body nor caption is in none, and ends one", () => {
    const text = ["Headline", "Photo by A", "One.", "Credit of B", "Two.", "Three."].join("\n\n");
    const passages = passagesOf(corpusOf(articleOf(text, {}, { headline: [1], caption: [2], credit: [4] })));
    expect(passages.map((p) => text.slice(p.start, p.end))).toEqual(["Photo by A\n\nOne.", "Two.\n\nThree."]);
  });

  test("only live articles have passages", () => {
    const corpus = corpusOf(
      articleOf("Gone.", { id: "a", status: "withdrawn" }),
      articleOf("Old.", { id: "b", status: "superseded" }),
      articleOf("Here.", { id: "c" }),
    );
    expect(passagesOf(corpus).map((p) => p.article.id)).toEqual(["c"]);
    expect(passagesOf(corpusOf())).toEqual([]);
    expect(passagesOf(corpusOf("", "\n \n"))).toEqual([]);
  });

  test("for any articles: every quotable paragraph in exactly one passage, in order, each passage one stretch of neighbours", () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        const corpus = makeCorpus(articles);
        const passages = passagesOf(corpus);
        const quotable = corpus.live.flatMap((a) =>
          a.paragraphs.filter((p) => p.zone === "body" || p.zone === "caption"),
        );
        expect(passages.flatMap((p) => p.paragraphs)).toEqual(quotable);
        for (const { article, start, end, paragraphs } of passages) {
          expect([start, end]).toEqual([paragraphs[0]?.start, paragraphs.at(-1)?.end]);
          const first = article.paragraphs.findIndex((p) => p.start === start);
          expect(article.paragraphs.slice(first, first + paragraphs.length)).toEqual(paragraphs);
        }
      }),
      { numRuns: 60 },
    );
  });
});
