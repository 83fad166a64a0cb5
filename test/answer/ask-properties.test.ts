import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { sentencesOf } from "../../src/answer/original.ts";
import { stretchesOf } from "../../src/answer/stretch.ts";
import { type Corpus, makeCorpus } from "../../src/coverage/corpus.ts";
import { familyKey } from "../../src/coverage/family.ts";
import { resolveReceipt } from "../../src/coverage/receipt.ts";
import { sentencesIn } from "../../src/coverage/sentences.ts";
import { slice } from "../../src/coverage/span.ts";
import { foldTypography } from "../../src/language/fold.ts";
import { contains, overlaps } from "../../src/language/range.ts";
import { articleText, hugeParagraph } from "../support/arbitraries.ts";
import { articleOf } from "../support/articles.ts";
import { corpusAndQuestion, questionAbout } from "../support/questions.ts";

const runs = { numRuns: 60 };
const fold = (text: string) => foldTypography(text).toLowerCase();

/** DESIGN.md §1, promises 1 and 3, for one answer. */
function expectKept(corpus: Corpus, answer: Answer, limit: number): void {
  expect(["answer", "near-miss", "silence"]).toContain(answer.outcome);
  expect(answer.blocks.length === 0).toBe(answer.outcome === "silence");
  expect(answer.blocks.length).toBeLessThanOrEqual(limit);
  expect(answer.corpus).toEqual(corpus.stamp);
  for (const block of answer.blocks) {
    const article = corpus.live.find((a) => a.id === block.article);
    if (!article) throw new Error(`not a live article: ${block.article}`);
    for (const span of block.spans) {
      const words = slice(article, span);
      expect(words).not.toBe("");
      expect(words).toBe(article.text.slice(span.start, span.end));
      expect(span.article).toBe(article.id);
      // Whole sentences of what is read in one go, nothing trimmed inside them.
      const stretch = stretchesOf(article.paragraphs).find((p) => contains(p, span));
      if (!stretch) throw new Error("torn from two places");
      expect(stretch.zone).toBe(block.zone);
      const sentences = block.zone === "headline" ? [stretch] : sentencesIn(article, stretch);
      expect(sentences.map((s) => s.start)).toContain(span.start);
      expect(sentences.map((s) => s.end)).toContain(span.end);
    }
    for (const match of block.matches) expect(block.spans.some((span) => contains(span, match))).toBe(true);
    expect(block.alsoIn).not.toContain(block.article);
    expect(resolveReceipt(corpus, block.receipt)).toMatchObject({ ok: true, span: block.spans[0] });
  }
  expect(answer.blocks.map((b) => b.score)).toEqual(answer.blocks.map((b) => b.score).sort((a, b) => b - a));
}

describe("for any coverage and question", () => {
  test("every quoted character is a slice of one article, in whole sentences, with one of three outcomes", () => {
    fc.assert(
      fc.property(corpusAndQuestion, fc.integer({ min: 1, max: 12 }), ({ corpus, question }, limit) => {
        expectKept(corpus, ask(openLibrary(corpus), question, { limit }), limit);
      }),
      runs,
    );
  });

  test("the same question over the same coverage gets the same bytes: again, in a fresh library, whatever the order of the files", () => {
    fc.assert(
      fc.property(corpusAndQuestion, ({ articles, corpus, question }) => {
        const library = openLibrary(corpus);
        const first = JSON.stringify(ask(library, question));
        ask(library, `${question} and something else`);
        expect(JSON.stringify(ask(library, question))).toBe(first);
        expect(JSON.stringify(ask(openLibrary(makeCorpus(articles.toReversed())), question))).toBe(first);
      }),
      runs,
    );
  });

  test("blocks of one article never overlap, and no sentence of a family is shown twice", () => {
    fc.assert(
      fc.property(corpusAndQuestion, ({ corpus, question }) => {
        const { blocks } = ask(openLibrary(corpus), question, { limit: 50 });
        const spans = blocks.flatMap((b) => b.spans);
        spans.forEach((a, i) => {
          for (const b of spans.slice(i + 1)) expect(a.article === b.article && overlaps(a, b)).toBe(false);
        });
      }),
      runs,
    );
  });
});

/** Typography that a reprint changes without changing a word. */
const retypeset = (text: string) =>
  text.replaceAll("“", '"').replaceAll("”", '"').replaceAll("’", "'").replaceAll("…", "...").replaceAll("\u00a0", " ");

const family = fc
  .record({
    text: fc.oneof({ weight: 40, arbitrary: articleText }, { weight: 1, arbitrary: hugeParagraph }),
    extra: fc.option(articleText),
    other: articleText,
    reprintFirst: fc.boolean(),
  })
  .chain(({ text, extra, other, reprintFirst }) => {
    const [originalId, reprintId] = reprintFirst ? ["b", "a"] : ["a", "b"];
    const original = articleOf(text, { id: originalId, family: originalId });
    const copied = retypeset(text);
    const reprint = articleOf(extra === null ? copied : `${copied}\n\n${extra}`, {
      id: reprintId,
      family: originalId,
      headline: text.slice(0, 60).trim().toWellFormed() || null,
    });
    const stranger = articleOf(other, { id: "c" });
    return questionAbout([original, reprint]).map((question) => ({ original, reprint, stranger, question }));
  });

describe("for any article and its reprint", () => {
  test("one block with “also in” instead of two, shown from the original where it prints the words", () => {
    fc.assert(
      fc.property(family, ({ original, reprint, stranger, question }) => {
        const corpus = makeCorpus([original, reprint, stranger]);
        const answer = ask(openLibrary(corpus), question, { limit: 30 });
        expectKept(corpus, answer, 30);
        const said = new Set<string>();
        for (const block of answer.blocks) {
          const article = corpus.byId.get(block.article);
          const [span] = block.spans;
          if (!article || !span) throw new Error("no such place");
          for (const { words } of sentencesOf({ article, zone: block.zone, range: span })) {
            const key = `${familyKey(article)} ${words}`;
            expect(said).not.toContain(key);
            said.add(key);
          }
          if (familyKey(article) !== original.id) continue;
          const words = fold(slice(article, span));
          const other = article === original ? reprint : original;
          expect(block.alsoIn).toEqual(fold(other.text).includes(words) ? [other.id] : []);
        }
        const lone = ask(openLibrary(makeCorpus([original, stranger])), question, { limit: 30 });
        expect(lone.blocks.every((b) => b.alsoIn.length === 0)).toBe(true);
      }),
      runs,
    );
  });

  test("an exact copy under another name adds no block and no word", () => {
    fc.assert(
      fc.property(family, ({ original, stranger, question }) => {
        const copy = { ...original, id: "0-copy", outlet: "Copy" };
        const corpus = makeCorpus([original, copy, stranger]);
        const { blocks } = ask(openLibrary(corpus), question, { limit: 30 });
        expect(blocks.filter((b) => b.article === copy.id)).toEqual([]);
        for (const block of blocks) expect(block.alsoIn).toEqual(block.article === original.id ? [copy.id] : []);
      }),
      runs,
    );
  });
});
