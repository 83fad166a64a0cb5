import fc from "fast-check";
import { expect, test } from "vitest";
import { packQuestion, unpackQuestion } from "../../src/telegram/question-code.ts";
import { anyText } from "../support/arbitraries.ts";

const parameter = /^[A-Za-z0-9_-]{1,62}$/;

test.each([
  "How much was Twitter fined?",
  "What did Putin say about social networks and the teenagers?",
  "Why did Russia slow down the speed of Twitter in March 2021?",
  "На какую сумму оштрафовали Твиттер за отказ удалить контент?",
  "/quote Peskov about protests",
  "How much was Twitter fined? › And Facebook?",
  "“We have no such plans”",
  "日本語 😀",
  "⇧",
  "İstanbul",
])("%s fits into a link and comes back", (question) => {
  const packed = packQuestion(question);
  expect(packed).toMatch(parameter);
  expect(unpackQuestion(packed ?? "")).toBe(question);
});

test("links that were shared stay good: the code does not change", () => {
  expect(packQuestion("How much was Twitter fined?")).toBe("e2UWEYsGOgwwmNjwxbNRkjI21f");
  expect(packQuestion("Кто возглавляет Роскомнадзор?")).toBe("r3XkRY5M9HamVSG6pnc4IvFkNdX");
});

test("what is too long, or nothing, has no link", () => {
  expect(packQuestion("Why? ".repeat(40))).toBeNull();
  expect(packQuestion(" \n ")).toBeNull();
});

test("any text comes back as one line, or has no link", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: "binary", maxLength: 40 })), (text) => {
      const packed = packQuestion(text);
      if (packed === null) return;
      expect(packed).toMatch(parameter);
      expect(unpackQuestion(packed)).toBe(text.normalize("NFC").toWellFormed().replace(/\s+/g, " ").trim());
    }),
  );
});

test("any parameter: a question that would be written so, or nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.stringMatching(/^[er][A-Za-z0-9_-]{0,61}$/),
        fc.string({ maxLength: 70 }),
        fc.constantFrom("", "e", "r", "z", "e__________", "constructor"),
      ),
      (given) => {
        const question = unpackQuestion(given);
        if (question !== null) expect(packQuestion(question)).toBe(given);
      },
    ),
    { numRuns: 500 },
  );
});
