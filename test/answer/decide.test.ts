import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "../../src/answer/ask.ts";
import { calibrate } from "../../src/answer/calibrate.ts";
import { decide, likelihood, type Signals, signalsOf } from "../../src/answer/decide.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { createEngine } from "../../src/retrieval/compact.ts";
import { passagesOf } from "../../src/retrieval/passages.ts";
import { corpusOf } from "../support/articles.ts";
import { bundledLibrary } from "../support/libraries.ts";
import { someArticles } from "../support/questions.ts";

const best: Signals = {
  coverage: 1,
  inContext: 1,
  words: 1,
  kind: 1,
  aside: 0,
  nowhere: 0,
  missing: 0,
  names: 1,
  leastName: 1,
  leastWord: 1,
  margin: 2,
  length: 1.5,
  size: 0.25,
};
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("decide", () => {
  test("everything found is an answer, nothing found is silence", () => {
    expect(decide(best, "amount", 4)).toBe("answer");
    expect(decide({ ...best, coverage: 0 }, "amount", 4)).toBe("silence");
  });

  test("words about somebody else, and no figure where one is asked for, are a near miss", () => {
    const fair = { ...best, words: 0.5, missing: 0.4, margin: 0.5 };
    expect(decide({ ...fair, names: 0.1, leastName: 0 }, "person", 2)).toBe("near-miss");
    for (const asked of ["amount", "count", "date"] as const)
      expect(decide({ ...best, kind: 0 }, asked, 4)).toBe("near-miss");
    expect(decide({ ...best, kind: 0.5 }, "reason", 4)).toBe("answer");
    // Somebody else's figure.
    expect(decide({ ...best, leastName: 0, missing: 0.2 }, "amount", 4)).toBe("near-miss");
    expect(decide({ ...best, leastName: 0, missing: 0.1 }, "amount", 4)).toBe("answer");
  });

  test("in a small coverage, what is most asked for must be there", () => {
    const fair = { ...best, words: 0.7, missing: 0.25, margin: 0.4, leastName: 0.8 };
    expect(decide(fair, "any", 5)).toBe("answer");
    expect(decide({ ...fair, kind: 0 }, "person", 5)).toBe("near-miss");
    expect(likelihood({ ...fair, aside: 1 })).toBeLessThan(likelihood(fair));
  });

  test("much of a question is never met with silence, hardly anything of it is", () => {
    const weak = { ...best, coverage: 0.1, words: 0.1, margin: -2, nowhere: 0.9, names: 0, leastName: 0, missing: 0.6 };
    for (const size of [0.25, 0.8]) {
      expect(decide({ ...weak, inContext: 0.3, size }, "any", 6)).toBe("near-miss");
      expect(decide({ ...weak, inContext: 0.1, size }, "any", 6)).toBe("silence");
    }
  });

  test("in a big coverage the margin decides", () => {
    const big = { ...best, coverage: 0.5, inContext: 0.5, size: 0.8 };
    expect(decide({ ...big, margin: 0.3 }, "any", 8)).toBe("answer");
    expect(decide({ ...big, margin: -0.3, words: 1 }, "any", 8)).toBe("near-miss");
  });

  test("in a short question each word is what it is about, unless all else speaks for an answer", () => {
    const fair = { ...best, words: 0.45, missing: 0.1, margin: 0, leastName: 0.9, length: 1.3 };
    expect(decide({ ...fair, leastWord: 0 }, "any", 2)).toBe("near-miss");
    expect(decide({ ...fair, leastWord: 0.5, missing: 0.2 }, "any", 2)).toBe("answer");
    expect(decide({ ...fair, missing: 0.36 }, "any", 3)).toBe("near-miss");
    expect(decide({ ...fair, missing: 0.2 }, "any", 3)).toBe("answer");
    expect(decide({ ...best, leastWord: 0 }, "any", 2)).toBe("answer");
  });

  test("for any signals: a likelihood between 0 and 1, and one of the three outcomes", () => {
    const signals = fc.record({
      coverage: share,
      inContext: share,
      words: share,
      kind: fc.constantFrom(0, 0.5, 1),
      aside: share,
      nowhere: share,
      missing: share,
      names: share,
      leastName: share,
      leastWord: share,
      margin: fc.double({ min: -2, max: 2, noNaN: true }),
      length: fc.double({ min: 0, max: 5, noNaN: true }),
      size: share,
    });
    fc.assert(
      fc.property(signals, fc.integer({ min: 0, max: 64 }), (s, words) => {
        expect(likelihood(s)).toBeGreaterThanOrEqual(0);
        expect(likelihood(s)).toBeLessThanOrEqual(1);
        expect(["answer", "near-miss", "silence"]).toContain(decide(s, "any", words));
      }),
    );
  });

  test("without a candidate every signal is a number", () => {
    for (const corpus of [corpusOf(), bundledLibrary().corpus]) {
      const signals = signalsOf(undefined, 0, [], readQuestion(""), calibrate(createEngine(passagesOf(corpus))));
      for (const [key, value] of Object.entries(signals)) expect([key, Number.isFinite(value)]).toEqual([key, true]);
    }
  });
});

describe("calibrate", () => {
  test("for any coverage and length: a finite threshold, the same every time, between its neighbours'", () => {
    fc.assert(
      fc.property(someArticles, fc.integer({ min: 0, max: 64 }), (articles, words) => {
        const engine = createEngine(passagesOf(corpusOf(...articles)));
        const [a, b] = [calibrate(engine), calibrate(engine)];
        expect(a.threshold(words)).toBe(b.threshold(words));
        expect(a.threshold(words)).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(a.threshold(words))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("one family alone has nothing to be measured against", () => {
    expect(
      calibrate(
        createEngine(passagesOf(corpusOf("The ferry ran aground near Narva on a cold Friday morning."))),
      ).threshold(5),
    ).toBe(0);
  });
});

describe("what is most asked for", () => {
  const library = bundledLibrary();
  const aside = (question: string) => explain(library, question).signals.aside;

  test("is the sort of thing after “which” and “what is the”", () => {
    expect(aside("What is the deadline for Twitter to pay the Moscow court?")).toBe(1);
    expect(aside("Which probe did Alexander Bastrykin order?")).toBe(0);
  });

  test("is what somebody is to have spoken about, by weight", () => {
    expect(aside("What did Peskov say about the weather in Siberia?")).toBeGreaterThan(0.6);
    expect(aside("What did Peskov say about children and street protests?")).toBeLessThan(0.4);
  });
});
