import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folders.ts";
import { bundledLibrary } from "../support/libraries.ts";

const corpus = bundledLibrary().corpus;

/** What is looked into of a line. */
interface Line {
  readonly id?: string | number;
  readonly outcome: string;
  readonly notices: readonly unknown[];
  readonly blocks: readonly {
    readonly article: string;
    readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}

describe("ask", () => {
  test("--json: one object a line with whole quotations, and nothing else", async () => {
    const { code, json, err } = await runCommand(["ask", "How much was Twitter fined?", "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const [answer, ...more] = json() as unknown as Line[];
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ question: "How much was Twitter fined?", outcome: "answer", corpus: corpus.stamp });
    for (const block of answer?.blocks ?? []) {
      const article = corpus.byId.get(block.article);
      expect(block).toMatchObject({
        outlet: article?.outlet,
        headline: article?.headline,
        published: article?.published,
        url: article?.url,
      });
      for (const { start, end, text } of block.spans) expect(article?.text.slice(start, end)).toBe(text);
    }
  });

  test("for a person: the words, their source, and what is not known", async () => {
    const { code, out } = await runCommand(["ask", "How much was Twitter fined?", "--limit", "1"]);
    expect(code).toBe(0);
    expect(out).toContain("│ The court found Twitter guilty");
    expect(out).toContain("outlet not known · “Russia has imposed a fine on Twitter");
    expect(out).toContain("link not known");
    expect((await runCommand(["ask", "Who is the head of Roskomnadzor?"])).out).toMatch(/^The coverage does not say/);
  });

  test("speaks one language, the question's", async () => {
    const russian = [
      (await runCommand(["ask", "На какую сумму оштрафовали Твиттер на этой неделе?", "--explain"])).out,
      (await runCommand(["ask", "Кто возглавляет Роскомнадзор?", "--limit", "1"])).out,
    ].join("\n");
    const own = russian.split("\n").filter((line) => !line.startsWith("│"));
    for (const words of ["издание неизвестно", "квитанция", "Статей: 5", "Почему"])
      expect(own.filter((line) => line.includes(words))).not.toEqual([]);
    const english = /not known|receipt|articles?\b|newest|coverage|asked|passages|also|corpus/;
    expect(own.filter((line) => english.test(line.replace(/“[^”]*”|https?:\S+/gu, "")))).toEqual([]);
  });

  test("--batch: a line an answer, in order, with ids and context", async () => {
    const lines = [
      { id: "a", question: "How much was Twitter fined?" },
      { id: 7, question: "And why?", context: ["How much was Twitter fined?"] },
      { question: "👍" },
    ];
    const cwd = temporaryFolder({ "q.jsonl": `${lines.map((l) => JSON.stringify(l)).join("\n")}\n\n` });
    const { code, json } = await runCommand(["ask", "--batch", "q.jsonl", "--limit", "2"], { cwd });
    expect(code).toBe(0);
    const answers = json() as unknown as Line[];
    expect(answers.map((a) => [a.id, a.outcome])).toEqual([
      ["a", "answer"],
      [7, expect.any(String)],
      [undefined, "silence"],
    ]);
    expect(answers.every((a) => a.blocks.length <= 2)).toBe(true);
    expect(answers[1]?.notices).toContainEqual(expect.objectContaining({ key: "context-used" }));
  });

  test("--context may be given several times, and the same command prints the same bytes", async () => {
    const args = [
      "ask",
      "why?",
      "--context",
      "When was Twitter slowed down?",
      "--context",
      "Who slowed it down?",
      "--json",
    ];
    const [a, b] = [await runCommand(args), await runCommand(args)];
    expect(a.out).toBe(b.out);
    expect(a.out).toContain("context-used");
  });

  test.each([
    [["ask"], "missing required argument"],
    [["ask", "x", "--limit", "0"], "--limit"],
    [["ask", "x", "--limit", "two"], "--limit"],
    [["ask", "x", "--limit", "101"], "--limit"],
    [["ask", "x", "--corpus", "nowhere-at-all"], "nowhere-at-all"],
    [["ask", "--batch", "nothing.jsonl"], "nothing.jsonl"],
    [["ask", "x", "--nonsense"], "unknown option"],
  ])("%j: exit code 2 and a line that says why", async (args, why) => {
    const { code, out, err } = await runCommand(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
    expect(err).not.toContain("    at ");
  });

  test.each(["", "  "])("an empty question is bad input: %j", async (question) => {
    const { code, out, err } = await runCommand(["ask", question]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.trim()).toMatch(/^.*empty$/);
  });

  test("a wrong line of a batch is named", async () => {
    for (const [content, where] of [
      ['{"question":"x"}\nnot json\n', "q.jsonl:2"],
      ['{"id":"a"}\n', "q.jsonl:1"],
    ] as const) {
      const { code, err } = await runCommand(["ask", "--batch", "q.jsonl"], {
        cwd: temporaryFolder({ "q.jsonl": content }),
      });
      expect([code, err.includes(where)]).toEqual([2, true]);
    }
  });
});
