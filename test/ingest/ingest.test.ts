import { cpSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../src/coverage/corpus.ts";
import { InputError } from "../../src/coverage/errors.ts";
import { withLock } from "../../src/coverage/lock.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { anyText, paragraph } from "../support/arbitraries.ts";
import { filesOf, seedsDir, temporaryFolder, writeFiles } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

/** Takes everything in `from` into `dir`; returns what became of each document, and the notes. */
async function take(dir: string, ...from: string[]) {
  const notes: string[] = [];
  const results = await withLock(dir, () => ingest(from, { dir, dryRun: false, warn: (line) => notes.push(line) }));
  return { results, notes, statuses: results.map((r) => r.status) };
}
const stored = (dir: string) => new Map(loadArticles(dir).placed.map((p) => [p.article.id, p.article]));
/** Changes one file of a folder by hand. */
function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  expect(after, `nothing to edit in ${file}`).not.toBe(before);
  writeFiles(file.slice(0, file.lastIndexOf("/")), { [file.slice(file.lastIndexOf("/") + 1)]: after });
}
const work = (files: Record<string, string> = {}) => {
  const root = temporaryFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])));
  return { root, from: join(root, "in"), dir: join(root, "corpus") };
};

describe("the five captures", () => {
  it("become five articles, two of them one family", async () => {
    const { dir } = work();
    const { statuses, notes } = await take(dir, seedsDir);
    expect(statuses).toEqual(["added", "reprint", "added", "added", "added"]);
    expect(notes).toEqual([]);
    expect(
      [...stored(dir).values()].map((a) => [
        a.id.slice(0, 3),
        a.outlet,
        a.published,
        a.publishedBasis,
        a.family?.slice(0, 3),
      ]),
    ).toEqual([
      ["000", "RT", "2021-03-04", "stamp", "000"],
      ["001", "SOTT.net", "2021-03-06", "operator", "000"],
      ["002", "RT", "2021-06-30", "stamp", undefined],
      ["003", "The Moscow Times", "2018-08-15", "operator", undefined],
      ["004", null, "2021-04-02", "operator", undefined],
    ]);
    expect([...stored(dir).values()].map((a) => a.paragraphs.filter((p) => p.zone === "body").length)).toEqual([
      9, 9, 7, 6, 11,
    ]);
  });

  it("taken in again change nothing, together or one by one", async () => {
    const { dir } = work();
    await take(dir, seedsDir);
    const before = filesOf(dir);
    expect((await take(dir, seedsDir)).statuses).toEqual(Array(5).fill("unchanged"));
    expect(filesOf(dir)).toEqual(before);
    for (const name of ["001_8b80bb0ad9e055ca.txt", "000_f4b116ca3e5ce545.txt"]) await take(dir, join(seedsDir, name));
    expect(filesOf(dir)).toEqual(before);
  });
});

describe("a hand edit", () => {
  const page = `4 Mar, 2021 14:16\n\nA headline of our own page\n\nBy Joan Smith\n\n${prose(1, 6)}\n\n${prose(2, 6)}\n`;
  const sources = (facts: string) => `a.txt:\n  ${facts}\n  outlet: Told\n`;

  it.each([
    ["outlet", /^outlet: .*$/m, "outlet: By hand", { outlet: "By hand" }],
    ["headline", /^headline: .*$/m, "headline: By hand", { headline: "By hand" }],
    ["byline", /^byline: .*$/m, "byline: By hand", { byline: "By hand" }],
    ["published", /^published: .*$/m, "published: 1999-12-31", { published: "1999-12-31" }],
    ["publishedBasis", /^publishedBasis: .*$/m, "publishedBasis: operator", { publishedBasis: "operator" }],
    ["url", /^url: .*$/m, "url: https://hand.example/", { url: "https://hand.example/" }],
    [
      "archiveUrl",
      /^language/m,
      "archiveUrl: https://archive.example/\nlanguage",
      { archiveUrl: "https://archive.example/" },
    ],
    ["language", /^language: .*$/m, "language: de", { language: "de" }],
    ["status", /^status: .*$/m, "status: withdrawn\nreason: a mistake", { status: "withdrawn", reason: "a mistake" }],
    ["outlet taken away", /^outlet: .*$/m, "outlet: null", { outlet: null }],
    ["text", "ward 1-0", "ward one", { text: expect.stringContaining("ward one") }],
    [
      "zones",
      /headline:\n {4}- 2/,
      "caption:\n    - 2",
      { paragraphs: expect.arrayContaining([expect.objectContaining({ zone: "caption" })]) },
    ],
  ])("of %s survives re-runs, while the rest follows a changed source", async (_, from, to, expected) => {
    const { dir, from: input } = work({ "a.txt": page, "sources.yaml": sources("url: https://told.example/1") });
    await take(dir, input);
    edit(join(dir, "a.md"), from, to);
    const edited = filesOf(dir);
    expect((await take(dir, input)).statuses).toEqual(["unchanged"]);
    expect(filesOf(dir)).toEqual(edited);

    writeFiles(input, {
      "sources.yaml":
        "a.txt: {outlet: Told anew, headline: Told anew, byline: Told anew, published: 2001-01-01, url: https://told.example/2, archiveUrl: https://told.example/3, language: fr}\n",
    });
    expect((await take(dir, input)).statuses).toEqual(["updated"]);
    const facts = stored(dir).get("a");
    expect(facts).toMatchObject(expected);
    const followed = {
      outlet: "Told anew",
      headline: "Told anew",
      byline: "Told anew",
      url: "https://told.example/2",
      archiveUrl: "https://told.example/3",
      language: "fr",
    };
    for (const [key, value] of Object.entries(followed))
      if (!(key in expected)) expect(facts).toMatchObject({ [key]: value });
    if (!("published" in expected) && !("publishedBasis" in expected)) expect(facts?.published).toBe("2001-01-01");
    expect((await take(dir, input)).statuses).toEqual(["unchanged"]);
  });

  it("of the text stands when the capture changes, and so does the edited fact beside it", async () => {
    const { dir, from } = work({ "a.txt": page });
    await take(dir, from);
    edit(join(dir, "a.md"), "ward 1-0", "ward one");
    writeFiles(from, { "a.txt": page.replace("Joan Smith", "Raj Patel").replace("ward 1-1", "ward two") });
    const { statuses, notes } = await take(dir, from);
    expect([statuses, notes]).toEqual([["updated"], ["a: kept your edited text; the page has changed since"]]);
    expect((await take(dir, from)).notes).toEqual([]);
    expect(stored(dir).get("a")).toMatchObject({ byline: "Raj Patel", text: expect.stringContaining("ward one") });
    expect(stored(dir).get("a")?.text).not.toContain("ward two");
  });

  it("of the family survives re-runs: a tie of two texts, and a reprint set free", async () => {
    const { dir, from } = work({ "a.txt": prose(1), "b.txt": `${prose(1)} `, "c.txt": prose(3), "d.txt": prose(4) });
    await take(dir, from);
    const family = () => Object.fromEntries([...stored(dir)].map(([id, a]) => [id, a.family]));
    expect(family()).toEqual({ a: "a", b: "a", c: null, d: null });
    edit(join(dir, "d.md"), "status: live", "family: c\nstatus: live");
    await take(dir, from);
    expect(family()).toEqual({ a: "a", b: "a", c: "c", d: "c" });
    edit(join(dir, "b.md"), "family: a\n", "");
    await take(dir, join(from, "c.txt"));
    expect(family()).toEqual({ a: null, b: null, c: "c", d: "c" });
    const settled = filesOf(dir);
    expect((await take(dir, from)).statuses).toEqual(Array(4).fill("unchanged"));
    expect(filesOf(dir)).toEqual(settled);
  });
});

describe("an operator's reprintOf", () => {
  it("outlives runs that do not read its captures", async () => {
    const { dir, root, from } = work({
      "a.txt": prose(1),
      "b.txt": prose(2),
      "sources.yaml": "a.txt: {reprintOf: b.txt}\n",
    });
    writeFiles(root, { "more/c.txt": prose(3) });
    await take(dir, from);
    const before = filesOf(dir);
    expect(stored(dir).get("a")?.family).toBe("b");
    await take(dir, join(root, "more"));
    expect(filesOf(dir)).toMatchObject(before);
  });

  it("taken back sets the article free", async () => {
    const { dir, from } = work({ "a.txt": prose(1), "b.txt": prose(2), "sources.yaml": "a.txt: {reprintOf: b.txt}\n" });
    await take(dir, from);
    rmSync(join(from, "sources.yaml"));
    expect((await take(dir, from)).statuses).toEqual(["updated", "updated"]);
    expect(stored(dir).get("a")?.family).toBeNull();
  });
});

describe("a capture", () => {
  it("that changes updates its article, and keeps its id and file", async () => {
    const { dir, from } = work({ "a.txt": prose(1), "b.txt": prose(2) });
    await take(dir, from);
    const before = filesOf(dir);
    writeFiles(from, { "a.txt": `${prose(1)} One more sentence follows here.` });
    expect((await take(dir, from)).statuses).toEqual(["updated", "unchanged"]);
    expect(stored(dir).get("a")?.text).toContain("One more sentence");
    expect(filesOf(dir)["b.md"]).toBe(before["b.md"]);
    expect((await take(dir, from)).statuses).toEqual(["unchanged", "unchanged"]);
  });

  it.each([
    ["By Ellen Marsh", "Ellen Marsh"],
    ["BY: Ellen Marsh", "Ellen Marsh"],
    ["Written by Ellen Marsh and Raj Patel", "Ellen Marsh and Raj Patel"],
    ["Автор: Иван Петров", "Иван Петров"],
    ["Byron Smith", "Byron Smith"],
    ["By ", "By"],
  ])("that names its writer as %j has the name alone as byline", async (byline, name) => {
    const { dir, from } = work({ "a.jsonl": JSON.stringify({ id: "a", byline, text: `${byline}\n\n${prose(1)}` }) });
    await take(dir, from);
    expect(stored(dir).get("a")).toMatchObject({ byline: name, text: `${byline}\n\n${prose(1)}` });
  });

  it("that is renamed stays the same article", async () => {
    const { dir, from } = work({ "a.txt": prose(1) });
    await take(dir, from);
    renameSync(join(from, "a.txt"), join(from, "z.txt"));
    await take(dir, from);
    expect([...stored(dir).values()].map((a) => [a.id, a.capture.file])).toEqual([["a", "../in/z.txt"]]);
  });

  it("copied to another file is one article, unless the operator tells of both", async () => {
    const { root, dir, from } = work({ "a.txt": prose(1), "b.txt": prose(1) });
    await take(dir, from);
    expect([...stored(dir).keys()]).toEqual(["a"]);

    writeFiles(from, { "sources.yaml": "a.txt: {outlet: RT, published: 2021-03-04}\nb.txt: {outlet: SOTT}\n" });
    const told = join(root, "told");
    expect((await take(told, from)).statuses).toEqual(["added", "reprint"]);
    expect([...stored(told).values()].map((a) => [a.id, a.outlet, a.family])).toEqual([
      ["a", "RT", "a"],
      ["b", "SOTT", "a"],
    ]);
    const before = filesOf(told);
    await take(told, join(from, "b.txt"));
    await take(told, from);
    expect(filesOf(told)).toEqual(before);
  });

  it("of the name of another gets an id of its own", async () => {
    const { dir, from } = work({
      "x/a.txt": prose(1),
      "y/a.txt": prose(2),
      "z/a.md": `---\ntitle: T\n---\n${prose(3)}`,
    });
    await take(dir, from);
    const before = filesOf(dir);
    expect(stored(dir).size).toBe(3);
    expect((await take(dir, from)).statuses).toEqual(Array(3).fill("unchanged"));
    expect(filesOf(dir)).toEqual(before);
  });

  it("that is rejected stops nothing and leaves the corpus as it is", async () => {
    const { dir, from } = work({ "a.txt": prose(1), "b.txt": "", "c.txt": "%PDF-1.4 x", "d.txt": prose(2) });
    const { results } = await take(dir, from);
    expect(results.map((r) => [r.status, r.reason])).toEqual([
      ["added", null],
      ["rejected", "the file is empty"],
      ["rejected", "not text: this is a PDF"],
      ["added", null],
    ]);
    expect(Object.keys(filesOf(dir))).toEqual(["a.md", "d.md"]);
  });

  it("whose name is very long, or in any script, gets a file", async () => {
    const names = ["длинное-имя-".repeat(10), "長".repeat(80), "𝒳".repeat(80), "a b/c?"];
    const { dir, from } = work({
      "a.jsonl": names.map((id) => JSON.stringify({ id, text: `Text of ${id}` })).join("\n"),
    });
    const { statuses } = await take(dir, from);
    expect(statuses).toEqual(Array(4).fill("added"));
    expect([...stored(dir).keys()].sort()).toEqual(names.toSorted());
  });
});

describe("JSON Lines", () => {
  it("keep ids and texts character for character, whatever they are", async () => {
    const document = fc.record({ id: paragraph, text: anyText.filter((t) => t.trim() !== "") });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(document, { selector: (d) => d.id, minLength: 1, maxLength: 6 }),
        async (documents) => {
          const { root, dir, from } = work({ "a.jsonl": documents.map((d) => JSON.stringify(d)).join("\n") });
          await take(dir, from);
          const articles = stored(dir);
          expect([...articles.values()].map(({ id, text }) => ({ id, text })).sort(byId)).toEqual(
            documents.toSorted(byId),
          );
          const before = filesOf(dir);
          expect((await take(dir, from)).statuses).toEqual(documents.map(() => "unchanged"));
          expect(filesOf(dir)).toEqual(before);
          rmSync(root, { recursive: true });
        },
      ),
      { numRuns: 30 },
    );
  });
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

  it("of many articles are stored together, and change in place", async () => {
    const documents = Array.from({ length: 500 }, (_, i) => ({ id: `n${i}`, text: prose(i, 2) }));
    const lines = (changed: string) =>
      documents.map((d) => JSON.stringify(d.id === changed ? { ...d, text: "Changed text." } : d)).join("\n");
    const { dir, from } = work({ "big archive.jsonl": lines("") });
    await take(dir, from);
    expect(Object.keys(filesOf(dir))).toEqual(["big-archive.jsonl"]);
    const before = filesOf(dir);
    await take(dir, from);
    expect(filesOf(dir)).toEqual(before);
    writeFiles(from, { "big archive.jsonl": lines("n7") });
    const { results } = await take(dir, from);
    expect(results.filter((r) => r.status !== "unchanged").map((r) => [r.article?.id, r.status])).toEqual([
      ["n7", "updated"],
    ]);
    expect(stored(dir).get("n7")?.text).toBe("Changed text.");
    expect(stored(dir).get("n7.v1")).toMatchObject({ versionOf: "n7", status: "superseded", text: prose(7, 2) });
    expect(stored(dir).size).toBe(501);
    expect(Object.keys(filesOf(dir))).toEqual(["big-archive.jsonl"]);
  });

  it("that give an id twice say so", async () => {
    const { dir, from } = work({
      "a.jsonl": '{"id":"x","text":"One."}\n{"id":"x","text":"Two."}\n{"id":"y","text":"Three."}\n',
    });
    const { notes } = await take(dir, from);
    expect(notes).toEqual([
      `${join(from, "a.jsonl")}:2: has the id "x" of ${join(from, "a.jsonl")}:1 and took its place`,
    ]);
    expect(stored(dir).get("x")?.text).toBe("Two.");
    expect((await take(dir, from)).statuses).toEqual(["unchanged", "unchanged", "unchanged"]);
  });
});

describe("the corpus folder", () => {
  it("inside the folder of the captures is not taken for captures", async () => {
    const { root, from } = work({ "a.txt": prose(1) });
    const dir = join(from, "corpus");
    await take(dir, from);
    const before = filesOf(root);
    expect((await take(dir, from)).statuses).toEqual(["unchanged"]);
    expect(filesOf(root)).toEqual(before);
  });

  it("named as an input is refused", async () => {
    const { dir, from } = work({ "a.txt": prose(1) });
    await take(dir, from);
    const before = filesOf(dir);
    for (const input of [dir, join(dir, "a.md")]) {
      await expect(take(dir, input)).rejects.toThrow(InputError);
      await expect(take(dir, input)).rejects.toThrow("is the corpus itself");
    }
    expect(filesOf(dir)).toEqual(before);
  });

  it("with a file that cannot be read is left alone, and the file is named", async () => {
    const { dir, from } = work({ "a.txt": prose(1) });
    await take(dir, from);
    writeFiles(dir, { "bad.md": "---\nid: [\n---\nText.\n" });
    const before = filesOf(dir);
    await expect(take(dir, from)).rejects.toThrow("bad.md: the front matter is not YAML");
    expect(filesOf(dir)).toEqual(before);
  });

  it("takes nothing from a folder whose sources.yaml is wrong, and all from elsewhere", async () => {
    const { dir, from } = work({
      "x/a.txt": prose(1),
      "x/b.txt": "",
      "x/sources.yaml": "a.txt: {reprintOf: c.txt}\n",
      "y/c.txt": prose(2),
    });
    await take(dir, from);
    writeFiles(from, { "x/sources.yaml": "a.txt: {outlte: RT}\n", "y/d.txt": prose(3) });
    const before = filesOf(dir);
    const { results } = await take(dir, from);
    expect(results.map((r) => [r.status, r.reason])).toEqual([
      [
        "rejected",
        `${join(from, "x/sources.yaml")}: a.txt: Unrecognized key: "outlte"; the keys are outlet, headline, byline, published, url, archiveUrl, language, reprintOf`,
      ],
      ["rejected", "the file is empty"],
      ["unchanged", null],
      ["added", null],
    ]);
    expect(filesOf(dir)).toMatchObject(before);
    expect(stored(dir).get("a")?.family).toBe("c");
  });

  it("gets a note for a name in sources.yaml that no file bears", async () => {
    const { dir, from } = work({
      "a.txt": prose(1),
      "b.txt": prose(2),
      "sources.yaml": "a.txt: {outlet: RT}\nc.txt: {outlet: RT}\n",
    });
    expect((await take(dir, from)).notes).toEqual([
      `${join(from, "sources.yaml")}: there is no file "c.txt" in this folder`,
    ]);
  });

  it("moved together with its captures stays as it is", async () => {
    const { root, from } = work({ "a.txt": prose(1), "sources.yaml": "a.txt: {outlet: RT}\n" });
    await take(join(root, "corpus"), from);
    const elsewhere = temporaryFolder();
    cpSync(root, elsewhere, { recursive: true });
    expect((await take(join(elsewhere, "corpus"), join(elsewhere, "in"))).statuses).toEqual(["unchanged"]);
  });
});
