import { describe, expect, test } from "vitest";
import { type StoredArticle, toJsonLine } from "../../src/coverage/format.ts";
import { articleOf } from "../support/articles.ts";
import { runCommand } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folders.ts";

const stored: StoredArticle[] = [
  articleOf("“The ferry will run every day,” said Anna Berg, the mayor. “The bridge,” she added, “stays closed.”", {
    id: "a",
    outlet: "River Post",
    headline: "The ferry",
    published: "2021-03-04",
    url: "https://post.example/a",
  }),
  articleOf("“The ferry will run every day,” Anna Berg said.", {
    id: "b",
    outlet: "The Coast",
    published: "2021-03-05",
  }),
].map((article) => ({ article, ingested: null }));

const corpus = () =>
  temporaryFolder({
    "articles.jsonl": stored.map((s) => `${toJsonLine(s)}\n`).join(""),
    "batch.txt": '{"id": 7, "speaker": "Berg", "about": "bridge"}\n{"speaker": "Nemo"}\n',
  });

interface Line {
  article: string;
  start: number;
  end: number;
  text: string;
  parts: { start: number; end: number }[];
  speaker: { name: string };
  group: string;
  alsoIn?: string[];
}

describe("quote", () => {
  test("--json lists every quotation of every article, in order, each a slice", async () => {
    const { code, err, json } = await runCommand(["quote", "--json", "--corpus", corpus()]);
    const lines = json<Line>();
    expect([code, err]).toEqual([0, ""]);
    expect(lines.map((l) => [l.article, l.parts.length])).toEqual([
      ["a", 1],
      ["a", 2],
      ["b", 1],
    ]);
    for (const line of lines) {
      const text = stored.find((s) => s.article.id === line.article)?.article.text ?? "";
      expect(text.slice(line.start, line.end)).toBe(line.text);
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(["kind", "via", "hearsay", "cue", "uttered", "context", "zone"]),
      );
    }
    expect(lines[2]?.group).toBe(lines[0]?.group);
    expect(lines[1]?.group).not.toBe(lines[0]?.group);
  });

  test("a speaker's quotations: the same words once, with the other outlet", async () => {
    const { json } = await runCommand(["quote", "Berg", "about", "ferry", "--json", "--corpus", corpus()]);
    expect(json<Line>().map((l) => [l.article, l.alsoIn])).toEqual([["a", ["b"]]]);
  });

  test("options narrow it", async () => {
    const { json } = await runCommand([
      "quote",
      "Anna",
      "Berg",
      "--outlet",
      "the coast",
      "--since",
      "5 March 2021",
      "--json",
      "--corpus",
      corpus(),
    ]);
    expect(json<Line>().map((l) => l.article)).toEqual(["b"]);
  });

  test("plain text names the speaker, the day, the outlet and the link, or says it is not known", async () => {
    const { out } = await runCommand(["quote", "Berg", "--about", "ferry", "--corpus", corpus()]);
    for (const words of [
      "│ “The ferry will run every day,” said Anna Berg, the mayor.",
      "Anna Berg",
      "2021-03-04",
      "River Post",
      "https://post.example/a",
      "also in The Coast",
    ]) {
      expect(out).toContain(words);
    }
    expect((await runCommand(["quote", "Berg", "--outlet", "The Coast", "--corpus", corpus()])).out).toContain(
      "link not known",
    );
  });

  test("a part of an outlet's name will do, in any case", async () => {
    for (const outlet of ["coast", "COAST", "The Coast"]) {
      const { json } = await runCommand(["quote", "--outlet", outlet, "--json", "--corpus", corpus()]);
      expect(json<Line>().map((l) => l.article)).toEqual(["b"]);
    }
    expect((await runCommand(["quote", "--outlet", "gazette", "--json", "--corpus", corpus()])).json()).toEqual([]);
  });

  test("plain text without arguments has the same words once, with the other outlet", async () => {
    const { out } = await runCommand(["quote", "--corpus", corpus()]);
    expect(out.match(/The ferry will run every day/g)).toHaveLength(1);
    expect(out).toContain("also in The Coast");
    expect(out).toContain("The bridge");
  });

  test("nobody of that name is said, not guessed", async () => {
    const { code, out } = await runCommand(["quote", "Bergmann", "--corpus", corpus()]);
    expect(code).toBe(0);
    expect(out).toContain("quotes nobody of that name");
    expect(out).not.toContain("ferry");
  });

  test("a batch gives one result a line", async () => {
    const dir = corpus();
    const { json } = await runCommand(["quote", "--batch", `${dir}/batch.txt`, "--corpus", dir]);
    expect(json()).toMatchObject([
      { id: 7, kind: "quotations", entries: [{ article: "a" }] },
      { kind: "nobody", asked: "Nemo" },
    ]);
  });

  test("a wrong date is bad input", async () => {
    const { code, out, err } = await runCommand(["quote", "Berg", "--since", "soonish", "--corpus", corpus()]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("--since");
  });
});
