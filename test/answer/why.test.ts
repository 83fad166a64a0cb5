import { describe, expect, test } from "vitest";
import { explain } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { whyOf } from "../../src/answer/why.ts";
import { whyLines } from "../../src/telegram/render/why-answer.ts";
import { corpusOf } from "../support/articles.ts";
import { bundledLibrary } from "../support/libraries.ts";

const library = bundledLibrary();
const why = (question: string) => whyOf(explain(library, question));

describe("why an answer is what it is", () => {
  test("an answer: the words that are there, and the kind that was asked for", () => {
    const { outcome, words, kind, likely, from, objection } = why("How much was Twitter fined?");
    expect(outcome).toBe("answer");
    expect(words).toMatchObject({ there: ["Twitter", "fined"], missing: [], nowhere: [] });
    expect(kind).toEqual({ asked: "amount", held: true });
    expect(likely).toBeGreaterThanOrEqual(from);
    expect(objection).toBeNull();
  });

  test("words quoted by heart decide, whatever else speaks against it", () => {
    expect(why("Which minister said “We are not going to block anyone” in Paris?")).toMatchObject({
      outcome: "answer",
      byHeart: true,
    });
    expect(why("How much was Twitter fined?")).toMatchObject({ byHeart: false });
  });

  test("a near miss: what decided", () => {
    expect(why("How much was Facebook fined?")).toMatchObject({ outcome: "near-miss", objection: "names" });
    expect(why("How many users does Twitter have in Russia?")).toMatchObject({
      outcome: "near-miss",
      objection: "figure",
    });
  });

  test("silence: the words that are nowhere", () => {
    expect(why("asdfghjkl qwertyuiop")).toMatchObject({
      outcome: "silence",
      words: { there: [], nowhere: ["asdfghjkl", "qwertyuiop"] },
      coverage: 0,
    });
  });

  test("words in another form, and papers", () => {
    expect(why("На какую сумму оштрафовали Твиттер?").readAs).toContainEqual({ word: "Твиттер", found: "script" });
    expect(why("What did Putin say of positivity according to RT?").words.papers).toEqual(["RT"]);
  });

  test("a time and nothing else: that the articles' dates decide", () => {
    const told = why("What happened on 2 April 2021?");
    expect(told).toMatchObject({ outcome: "answer", byTime: true });
    for (const language of ["en", "ru"] as const) expect(whyLines(told, language)).toHaveLength(2);
  });

  test("words of a date are where articles of that time are", () => {
    const { words } = why("What did Twitter say on 2 April 2021?");
    expect(words.nowhere).toEqual([]);
    expect(words.around).toContain("April");
  });

  test("every word of the question is told exactly once", () => {
    for (const question of [
      "Why did Putin decide to block Zorg in Moscow?",
      "LinkedIn vs Facebook",
      "Кто такой Песков?",
    ]) {
      const { words } = why(question);
      const told = Object.values(words).flat();
      expect(told.toSorted()).toEqual(
        explain(library, question)
          .sought.map((t) => t.written)
          .toSorted(),
      );
    }
  });

  test("is told in plain words of both languages, heading first", () => {
    for (const question of ["How much was Twitter fined?", "How much was Facebook fined?", "zorg"])
      for (const language of ["en", "ru"] as const) {
        const lines = whyLines(why(question), language);
        expect(lines.length).toBeGreaterThan(3);
        expect(lines.every((line) => line.length > 0 && !line.includes("undefined"))).toBe(true);
      }
  });
});

describe("phrases in quotation marks", () => {
  const small = openLibrary(
    corpusOf("The firms gave token gestures and rejoiced.", "Gestures and a token were given by firms."),
  );
  const outcomeOf = (question: string) => explain(small, question).answer;

  test("are wanted as they stand: other words are near at the most, and said to be", () => {
    expect(outcomeOf('Who gave "token gestures"?').blocks[0]?.article).toBe("a");
    expect(outcomeOf('Who gave "token gestures"?').notices.map((n) => n.key)).not.toContain("phrase-not-found");
    const missed = outcomeOf('Which firms gave "gestures of token"?');
    expect(missed.outcome).not.toBe("answer");
    expect(missed.notices).toContainEqual({ key: "phrase-not-found", phrases: ["gestures of token"] });
  });

  test("operators that cannot be read are told", () => {
    expect(outcomeOf("token gestures before:99").notices).toContainEqual({
      key: "not-understood",
      options: ["before:99"],
    });
  });
});
