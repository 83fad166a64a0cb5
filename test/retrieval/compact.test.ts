import fc from "fast-check";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/coverage/article.ts";
import { compare } from "../../src/coverage/corpus.ts";
import type { Range } from "../../src/language/range.ts";
import { sentenceRanges } from "../../src/language/sentences.ts";
import { termSequence, terms } from "../../src/language/words.ts";
import { buildEngine, createEngine } from "../../src/retrieval/compact.ts";
import type { Hit, QueryTerm } from "../../src/retrieval/engine.ts";
import { type Passage, passagesOf } from "../../src/retrieval/passages.ts";
import { atOnce, inTurns } from "../../src/retrieval/turns.ts";
import { articleOf, corpusOf } from "../support/articles.ts";
import { corpusAndQuestion } from "../support/questions.ts";

const engineOf = (...articles: readonly (Article | string)[]) => createEngine(passagesOf(corpusOf(...articles)));
const query = (text: string): QueryTerm[] => terms(text).map((t) => ({ term: t.term, weight: 1 }));
const inOrder = (a: Hit, b: Hit) =>
  b.score - a.score || compare(a.passage.article.id, b.passage.article.id) || a.passage.start - b.passage.start;

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
    const scoreOf = (text: string) =>
      engine.search(query(text), 10).find((h) => h.passage.article.id === "a")?.score ?? 0;
    expect(scoreOf("alpha beta")).toBeCloseTo(scoreOf("alpha") + scoreOf("beta"), 10);
    expect(scoreOf("alpha beta gamma")).toBeCloseTo(scoreOf("alpha") + scoreOf("beta") + scoreOf("gamma"), 10);
  });

  test("one rare word is worth more than two common ones", () => {
    const common = Array.from({ length: 30 }, (_, i) => `court case number${i}x.`);
    const engine = engineOf(...common, articleOf("A zeppelin landed here.", { id: "zeppelin" }));
    expect(engine.search(query("court case zeppelin"), 1)[0]?.passage.article.id).toBe("zeppelin");
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
      )[0]?.passage.article.id;
    expect([first(2, 1), first(1, 2)]).toEqual(["a", "b"]);
  });

  test("a term that is given twice counts once", () => {
    const engine = engineOf("alpha only here.", "beta only here.");
    expect(engine.search([...query("alpha"), ...query("alpha")], 5)).toEqual(engine.search(query("alpha"), 5));
  });

  test("equal scores stand in the order of the passages, and a limit cuts that order", () => {
    const engine = engineOf(...Array.from({ length: 20 }, () => "the same words here."));
    const all = engine.search(query("same words"), 20);
    expect(all.map((h) => h.passage)).toEqual(engine.passages);
    expect(engine.search(query("same words"), 5)).toEqual(all.slice(0, 5));
  });

  test("an article can be worth more than another, or nothing", () => {
    const engine = engineOf("alpha here.", "alpha and beta here.", "alpha alpha.");
    const found = (worth: Record<string, number>) =>
      engine.search(query("alpha"), 3, (article) => worth[article.id] ?? 1).map((h) => h.passage.article.id);
    expect(found({ b: 9 })[0]).toBe("b");
    expect(found({ c: 0 })).toEqual(["a", "b"]);
    expect(found({ a: 0, b: 0, c: 0 })).toEqual([]);
  });

  test("nothing is found for nothing, for unknown words, and in nothing", () => {
    const engine = engineOf("alpha beta.");
    expect(engine.search([], 5)).toEqual([]);
    expect(engine.search([{ term: "", weight: 1 }], 5)).toEqual([]);
    expect(engine.search(query("gamma"), 5)).toEqual([]);
    expect(engineOf().search(query("alpha"), 5)).toEqual([]);
  });

  test("for any coverage: the scores of MiniSearch, without its factor for the number of matched terms", () => {
    fc.assert(
      fc.property(corpusAndQuestion, ({ corpus, question }) => {
        const passages = passagesOf(corpus);
        const index = new MiniSearch<{ id: number; text: string; headline: string }>({
          fields: ["text", "headline"],
          tokenize: (text) => text.split(" "),
          processTerm: (term) => term,
          // Without length normalisation: MiniSearch counts different terms only.
          searchOptions: { bm25: { k: 0.9, b: 0, d: 0 }, boost: { headline: 0.5 } },
        });
        const joined = (text: string, ranges?: readonly Range[]) =>
          (ranges ?? [{ start: 0, end: text.length }]).flatMap((r) => terms(text, r).map((t) => t.term)).join(" ");
        const document = ({ article: { text, headline }, paragraphs }: Passage, id: number) => ({
          id,
          text: joined(
            text,
            paragraphs.flatMap((p) => sentenceRanges(text, p)),
          ),
          headline: joined(headline ?? ""),
        });
        index.addAll(passages.map(document));
        const asked = [...new Set(query(question).map((t) => t.term))].filter((t) => t !== "" && !/\s/.test(t));
        const theirs = new Map(index.search(asked.join(" ")).map((r) => [r.id, r.score / r.queryTerms.length]));
        const ours = createEngine(passages, { k: 0.9, b: 0, headline: 0.5 }).search(
          asked.map((term) => ({ term, weight: 1 })),
          passages.length,
        );
        expect(ours).toHaveLength(theirs.size);
        for (const { passage, score } of ours)
          expect(score).toBeCloseTo(theirs.get(passages.indexOf(passage)) ?? Number.NaN, 8);
      }),
      { numRuns: 60 },
    );
  });

  test("for any coverage: in order, within the limit, and the same again", () => {
    fc.assert(
      fc.property(corpusAndQuestion, fc.integer({ min: 1, max: 20 }), ({ corpus, question }, limit) => {
        const engine = createEngine(passagesOf(corpus));
        const hits = engine.search(query(question), limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(hits).toEqual(hits.toSorted(inOrder));
        expect(new Set(hits.map((h) => h.passage)).size).toBe(hits.length);
        expect(createEngine(passagesOf(corpus)).search(query(question), limit)).toEqual(hits);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a hit", () => {
  test("for any coverage: its sentences are those of its paragraphs, with their terms", () => {
    fc.assert(
      fc.property(corpusAndQuestion, ({ corpus, question }) => {
        for (const { passage, sentences } of createEngine(passagesOf(corpus)).search(query(question), 5)) {
          const { text } = passage.article;
          expect(sentences.map((s) => s.range)).toEqual(passage.paragraphs.flatMap((p) => sentenceRanges(text, p)));
          expect(sentences.map((s) => s.terms)).toEqual(sentences.map((s) => termSequence(text, s.range)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("hostile articles", () => {
  const report = (id: string, i: number) =>
    articleOf(`The court in Moscow fined Twitter ${i} rubles on Friday, and the agency said it would appeal soon.`, {
      id,
    });
  const reports = Array.from({ length: 12 }, (_, i) => report(`r${i}`, i + 100));

  test("one that is stuffed with the question's words takes three of ten places at the most", () => {
    const stuffed = articleOf(
      Array(40)
        .fill(`${"Twitter fined court Moscow ".repeat(60)}.`)
        .join("\n\n"),
      { id: "a" },
    );
    const hits = engineOf(stuffed, ...reports).search(query("Twitter fined court Moscow"), 10);
    expect(hits.filter((h) => h.passage.article.id === "a").length).toBeLessThanOrEqual(3);
    expect(hits).toHaveLength(10);
    // Where nobody else has anything to say it may have all places.
    expect(engineOf(stuffed).search(query("Twitter"), 10)).toHaveLength(10);
  });

  test("a word said a hundred times is worth less than twice one said once", () => {
    const engine = engineOf(
      articleOf(`${"zeppelin ".repeat(200)}.`, { id: "stuffed" }),
      articleOf(`A zeppelin landed ${"and so on it went ".repeat(40)}.`, { id: "plain" }),
    );
    const [first, second] = engine.search(query("zeppelin"), 2);
    expect(first?.score).toBeLessThan(2 * (second?.score ?? 0));
  });

  test.each<[string, string]>([
    ["a sentence of 50,000 characters", `The zeppelin ${"landed and ".repeat(4_600)}`],
    ["a paragraph of 100,000 characters", "The zeppelin landed. It rose again. ".repeat(2_800)],
    ["a word of 100,000 characters", `zeppelin ${"x".repeat(100_000)} zeppelin`],
    ["NULs", "\0\0The zeppelin\0landed.\0"],
    ["halves of surrogate pairs", "\ud800 The zeppelin \udc00landed.\ud83d"],
    ["white space alone beside it", "\u00a0\u2003\n\n\u200b\n\nzeppelin\n\n\t"],
  ])("%s is indexed and found as it stands", (_, text) => {
    const engine = engineOf(articleOf(text, { id: "z" }), ...reports);
    const [hit] = engine.search(query("zeppelin"), 3);
    expect(hit?.passage.article.id).toBe("z");
    expect(hit?.sentences.every((s) => s.range.end <= text.length && s.range.start < s.range.end)).toBe(true);
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

describe("an engine that takes over from an earlier one", () => {
  const someCorpus = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 })), {
    selector: ([id]) => id,
    minLength: 25,
    maxLength: 40,
  });
  const words = "court fined Twitter Navalny slowed videos network Песков штраф суд agency minors".split(" ");
  const made = new Map<string, Article>();
  const articleFor = ([id, version]: readonly [number, number]): Article => {
    const key = `${id}.${version}`;
    const text = Array.from({ length: 12 }, (_, i) => words[(id * 7 + version * 5 + i * i) % words.length]).join(" ");
    const article =
      made.get(key) ??
      articleOf(`${text}.`, { id: String(id).padStart(2, "0"), headline: words[(id + version) % 12] ?? "" });
    made.set(key, article);
    return article;
  };

  test("finds, counts and knows the same as one built anew, whatever came and went", async () => {
    await fc.assert(
      fc.asyncProperty(someCorpus, fc.array(fc.nat({ max: 39 }), { maxLength: 4 }), async (before, changes) => {
        const after = before.flatMap(([id, version], i) =>
          changes.includes(i) ? (id % 2 === 0 ? [] : [[id, version + 1] as const]) : [[id, version] as const],
        );
        const passages = passagesOf(corpusOf(...[...after, [50, 0] as const].map(articleFor)));
        const first = createEngine(passagesOf(corpusOf(...before.map(articleFor))));
        const updated = await inTurns(buildEngine(passages, first));
        const anew = createEngine(passages);
        for (const asked of ["Twitter fined", "Navalny court minors", "штраф agency"])
          expect(updated.search(query(asked), 10)).toEqual(anew.search(query(asked), 10));
        expect([...updated.vocabulary()].sort()).toEqual([...anew.vocabulary()].sort());
        expect([...updated.capitalised()].sort()).toEqual([...anew.capitalised()].sort());
        for (const term of anew.vocabulary()) {
          expect(updated.documentFrequency(term)).toBe(anew.documentFrequency(term));
          expect(updated.capitals(term)).toEqual(anew.capitals(term));
          expect(updated.similarTerms(`${term}x`)).toEqual(anew.similarTerms(`${term}x`));
        }
        // Once more, from the updated one and back again.
        const back = atOnce(buildEngine(first.passages, updated));
        expect(back.search(query("Twitter fined"), 10)).toEqual(first.search(query("Twitter fined"), 10));
      }),
      { numRuns: 40 },
    );
  });
});
