import { describe, expect, test } from "vitest";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const library = openLibrary(
  corpusOf(
    ...[
      ["stalmet-1", "Stalmet was fined 4.5 million rubles for polluting the river."],
      ["stalmet-2", "The river had been polluted for years before Stalmet was fined."],
      ["stalmet-3", "Stalmet, fined for polluting the river, will appeal to a higher court."],
      ["uralchem", "Inspectors went to see the owner of Uralchem, and wrote a long report."],
      ["orlen", "Orlen paid 90,000 rubles."],
      ["minister", "The minister Olga Brandt reacted to the fine with a shrug."],
      ["mayor", "Ivan Kolt, the mayor, went home without a word."],
      ...Array.from({ length: 8 }, (_, i) => [
        `other-${i}`,
        `The harvest of year ${i} was good in the northern hills.`,
      ]),
    ].map(([id, text]) => articleOf(text ?? "", { id: id ?? "" })),
  ),
);
const shown = (question: string) => ask(library, question).blocks.map((b) => b.article.replace(/-\d$/, ""));

describe("names side by side", () => {
  test.each([
    "Which company was fined more for polluting the river, Stalmet or Uralchem?",
    "Was Stalmet fined more than Uralchem for polluting the river?",
    "Was the fine of Stalmet compared with that of Uralchem for polluting the river?",
    "Кого оштрафовали за river, Stalmet или Uralchem?",
  ])("“%s” shows one of each before a second of one", (question) => {
    expect(shown(question).slice(0, 2).sort()).toEqual(["stalmet", "uralchem"]);
  });

  test("three of them, and people by their full names", () => {
    expect(shown("Who was fined for polluting the river: Stalmet, Uralchem or Orlen?").sort()).toEqual([
      "orlen",
      "stalmet",
      "uralchem",
    ]);
    expect(shown("How did Olga Brandt and Ivan Kolt react to the fine?").slice(0, 2)).toEqual(["minister", "mayor"]);
  });

  test("stand beside each other: on one page, however much more is said of one", () => {
    const [first, second] = ask(library, "Which was fined more for polluting the river, Stalmet or Uralchem?").blocks;
    expect(second?.score).toBe(first?.score);
  });

  test("are not what a name stands with otherwise", () => {
    expect(shown("Was Stalmet fined with Uralchem for polluting the river?").slice(0, 2)).toEqual([
      "stalmet",
      "stalmet",
    ]);
  });

  test("the word by which they are set so is not looked for", () => {
    expect(ask(library, "Compare Stalmet with Uralchem").notices).toEqual([]);
    expect(shown("Stalmet vs Uralchem").slice(0, 2).sort()).toEqual(["stalmet", "uralchem"]);
  });
});
