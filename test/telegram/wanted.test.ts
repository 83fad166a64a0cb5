import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOf, pointsAway, readWanted, type Wanted, wantedOf } from "../../src/telegram/wanted.ts";
import { anyText } from "../support/arbitraries.ts";

test.each<[string, Wanted | null]>([
  ["How much was Twitter fined?", { kind: "ask", words: "How much was Twitter fined?" }],
  ["/ask  why?", { kind: "ask", words: "why?" }],
  ["/QUOTE Peskov", { kind: "quote", words: "Peskov" }],
  ["/timeline", { kind: "timeline", words: "" }],
  ["“We have no such plans”", { kind: "check", words: "“We have no such plans”" }],
  ["/help", null],
  ["/quote@other_bot Putin", null],
  ["/цитата", null],
])("%j is read", (text, wanted) => {
  expect(readWanted(text, "my_bot")).toEqual(wanted);
});

test("what is wanted is read the same from its line", () => {
  const wanted = fc.record({
    kind: fc.constantFrom<Wanted["kind"]>("ask", "quote", "timeline", "check"),
    words: fc.oneof(anyText, fc.constantFrom("“We have no such plans”", "/help", "")).map((t) => t.trim()),
  });
  fc.assert(
    fc.property(wanted, (w) => {
      if (w.kind === "ask" && w.words === "") return;
      expect(readWanted(lineOf(w), "my_bot")).toEqual(w);
    }),
  );
});

test.each(["?", "…", "Is that true?", "check this please", "Правда?", "это правда", "True or false?", "👀"])(
  "“%s” points to other words",
  (text) => {
    expect(pointsAway(text)).toBe(true);
  },
);

test.each(["Why?", "Is Twitter blocked?", "Who said that?", "А Фейсбук?"])("“%s” asks something itself", (text) => {
  expect(pointsAway(text)).toBe(false);
});

test("others' words are a claim where they are quoted or to be checked, else a question", () => {
  expect(wantedOf("How much was Twitter fined?").kind).toBe("ask");
  expect(wantedOf("Peskov said: “We have no such plans”.").kind).toBe("check");
  expect(wantedOf("Twitter was fined 8.9 million", "is it true?").kind).toBe("check");
  expect(wantedOf("How much was Twitter fined?", "is it true?").kind).toBe("ask");
  expect(wantedOf("The “head” of it resigned").kind).toBe("ask");
});
