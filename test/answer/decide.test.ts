import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calibrate } from "../../src/answer/calibrate.ts";
import { decide, likelihood, type Signals, signalsOf } from "../../src/answer/decide.ts";
import { createEngine } from "../../src/retrieval/compact.ts";
import { passagesOf } from "../../src/retrieval/passages.ts";
import { corpusOf } from "../support/articles.ts";
import { bundledLibrary } from "../support/libraries.ts";
import { someArticles } from "../support/questions.ts";

const best: Signals = {
  coverage: 1,
  inContext: 1,
  passage: 1,
  typeHeld: 1,
  unknown: 0,
  missing: 0,
  names: 1,
  margin: 2,
  mass: 1.5,
  size: 0.25,
};
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("decide", () => {
  test("everything found is an answer, nothing found is silence", () => {
    expect(decide(best, "amount", 4)).toBe("answer");
    expect(decide({ ...best, coverage: 0 }, "amount", 4)).toBe("silence");
  });

  test("words about somebody else, and no figure where one is asked for, are a near miss", () => {
    expect(decide({ ...best, names: 0.1 }, "person", 4)).toBe("near-miss");
    for (const asked of ["amount", "count", "date"] as const)
      expect(decide({ ...best, typeHeld: 0 }, asked, 4)).toBe("near-miss");
    expect(decide({ ...best, typeHeld: 0 }, "reason", 4)).toBe("answer");
  });

  test("much of a question is never met with silence, hardly anything of it is", () => {
    const weak = { ...best, coverage: 0.1, margin: -2, mass: 0.1, unknown: 0.9, names: 0, missing: 0.6 };
    for (const size of [0.25, 0.8]) {
      expect(decide({ ...weak, inContext: 0.3, size }, "any", 6)).toBe("near-miss");
      expect(decide({ ...weak, inContext: 0.1, size }, "any", 6)).toBe("silence");
    }
  });

  test("in a big coverage the margin decides", () => {
    const big = { ...best, coverage: 0.5, inContext: 0.5, size: 0.8 };
    expect(decide({ ...big, margin: 0.3 }, "any", 8)).toBe("answer");
    expect(decide({ ...big, margin: -0.3, mass: 3 }, "any", 8)).toBe("near-miss");
  });

  test("in a short question each word is what it is about", () => {
    expect(decide({ ...best, missing: 0.5 }, "any", 2)).toBe("near-miss");
    expect(decide({ ...best, missing: 0.5 }, "any", 6)).toBe("answer");
  });

  test("for any signals: a likelihood between 0 and 1, and one of the three outcomes", () => {
    const signals = fc.record({
      coverage: share,
      inContext: share,
      passage: share,
      typeHeld: share,
      unknown: share,
      missing: share,
      names: share,
      margin: fc.double({ min: -2, max: 2, noNaN: true }),
      mass: fc.double({ min: 0, max: 5, noNaN: true }),
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
      const signals = signalsOf(undefined, 0, [], "any", calibrate(createEngine(passagesOf(corpus))));
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
