import { mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadArticles, loadCorpus, makeCorpus } from "../../src/coverage/corpus.ts";
import { InputError } from "../../src/coverage/errors.ts";
import { toJsonLine, toMarkdown } from "../../src/coverage/format.ts";
import { article } from "../support/arbitraries.ts";
import { articleOf, corpusOf } from "../support/articles.ts";
import { temporaryFolder } from "../support/folders.ts";

const markdown = (id: string, text = `Text of ${id}.`) =>
  toMarkdown({ article: articleOf(text, { id }), ingested: null });
const line = (id: string, text = `Text of ${id}.`) => toJsonLine({ article: articleOf(text, { id }), ingested: null });

describe("a corpus", () => {
  it("is the same whatever the order its articles come in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(article, { selector: (a) => a.id, maxLength: 5 }), (articles) => {
        const one = makeCorpus(articles);
        const other = makeCorpus(articles.toReversed());
        expect(other.stamp).toEqual(one.stamp);
        expect(other.live).toEqual(one.live);
        expect([...other.byId.keys()]).toEqual([...one.byId.keys()]);
      }),
    );
  });

  it("quotes live articles only, and knows the others", () => {
    const corpus = makeCorpus([
      articleOf("A.", { id: "b", published: "2021-01-02" }),
      articleOf("B.", { id: "a", status: "withdrawn", published: "2022-01-01" }),
      articleOf("C.", { id: "c", status: "superseded" }),
      articleOf("D.", { id: "d", published: "2021-03-01" }),
    ]);
    expect(corpus.live.map((a) => a.id)).toEqual(["b", "d"]);
    expect([...corpus.byId.keys()]).toEqual(["a", "b", "c", "d"]);
    expect(corpus.stamp).toMatchObject({ articles: 2, newest: "2021-03-01" });
  });

  it("has another stamp after any change of text, facts or zones", () => {
    const base = articleOf("One.\n\nTwo.", { headline: "Head" });
    const changed = [
      articleOf("One.\n\nTwo!", { headline: "Head" }),
      articleOf("One.\n\nTwo.", { headline: "head" }),
      articleOf("One.\n\nTwo.", { headline: "Head" }, { caption: [1] }),
      articleOf("One.\n\nTwo.", { headline: "Head", status: "withdrawn" }),
    ];
    const capture = base.capture;
    const hashes = [base, ...changed.map((a) => ({ ...a, capture }))].map((a) => makeCorpus([a]).stamp.hash);
    expect(new Set(hashes).size).toBe(5);
    expect(corpusOf().stamp).toMatchObject({ articles: 0, newest: null });
  });
});

describe("a corpus folder", () => {
  it("is read from Markdown and JSON Lines, and nothing else", () => {
    const dir = temporaryFolder({
      "b.md": markdown("b"),
      "archive.jsonl": `${line("c")}\r\n\n${line("a")}\n`,
      ".hidden.md": markdown("h"),
      ".b.md.123.tmp": "half",
      "sub/d.md": markdown("d"),
      "notes.txt": "no article",
    });
    const { placed, problems } = loadArticles(dir);
    expect(placed.map((p) => [p.file, p.article.id])).toEqual([
      ["archive.jsonl", "c"],
      ["archive.jsonl", "a"],
      ["b.md", "b"],
    ]);
    expect(problems).toEqual([]);
  });

  it("may hold a file that begins with a byte order mark", () => {
    const dir = temporaryFolder({ "a.md": `\ufeff${markdown("a")}`, "b.jsonl": `\ufeff${line("b")}\n` });
    expect([...loadCorpus(dir, (problem) => expect.unreachable(problem)).byId.keys()]).toEqual(["a", "b"]);
  });

  it("with files that cannot be read is read all the same, each said in one line", () => {
    const dir = temporaryFolder({
      "a.md": markdown("a"),
      "bad.md": "no front matter",
      "twice.md": markdown("a"),
      "x.jsonl": `${line("x")}\n{broken\n${line("y")}\n`,
    });
    mkdirSync(join(dir, "folder.md"));
    mkdirSync(join(dir, "folder.jsonl"));
    const warned: string[] = [];
    const corpus = loadCorpus(dir, (problem) => warned.push(problem));
    expect([...corpus.byId.keys()]).toEqual(["a", "x", "y"]);
    expect(warned).toEqual([
      expect.stringMatching(/^bad\.md: no front matter/),
      expect.stringContaining("folder.jsonl: it is a folder"),
      expect.stringContaining("folder.md: it is a folder"),
      'twice.md: the id "a" is already taken by a.md',
      "x.jsonl:2: not JSON",
    ]);
  });

  it("with a file of another kind says so three times, and how often more", () => {
    const dir = temporaryFolder({ "a.jsonl": '{"x":1}\n'.repeat(50), "b.jsonl": "[\n[\n[\n", "c.jsonl": line("c") });
    const { placed, problems } = loadArticles(dir);
    expect(placed.map((p) => p.article.id)).toEqual(["c"]);
    expect(problems.map((p) => p.slice(0, 9))).toEqual([
      ...["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"],
      "… and 47 ",
      ...["b.jsonl:1", "b.jsonl:2", "b.jsonl:3"],
    ]);
    expect(problems[3]).toBe("… and 47 more like this in a.jsonl");
  });

  it("that is missing is an error, unless it may be", () => {
    const dir = join(temporaryFolder(), "none");
    expect(() => loadCorpus(dir)).toThrow(InputError);
    expect(() => loadCorpus(dir)).toThrow(`cannot read the corpus folder ${dir}: it does not exist`);
    expect(loadArticles(dir, { mayBeMissing: true })).toEqual({ placed: [], problems: [] });
  });

  it("that is a file is an error in plain words", () => {
    const dir = temporaryFolder({ file: "x" });
    expect(() => loadCorpus(join(dir, "file"))).toThrow("a part of the path is a file, not a folder");
    expect(() => loadArticles(join(dir, "file"), { mayBeMissing: true })).toThrow(InputError);
  });
});
