import { createHash } from "node:crypto";
import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { type Capture, readCaptures } from "../../src/ingest/captures.ts";
import { listFiles } from "../../src/ingest/list-files.ts";
import { temporaryFolder } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

async function capturesOf(file: string, stdin?: Uint8Array): Promise<Capture[]> {
  const chunks = async function* () {
    if (stdin) yield stdin;
  };
  return Array.fromAsync(readCaptures(file, { stdin: chunks() }));
}
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

describe("an input", () => {
  const files = {
    "b.txt": "b",
    "a.txt": "a",
    "sub/c.html": "c",
    ".hidden": "h",
    "sources.yaml": "",
    "sub/.hidden": "h",
    "sub/sources.yaml": "",
  };

  it("that is a folder stands for its files and its subfolders', in order", () => {
    const dir = temporaryFolder(files);
    expect(listFiles(dir)).toEqual(["a.txt", "b.txt", "sub/c.html"].map((f) => join(dir, f)));
  });

  it("that is a file stands for itself", () => {
    const dir = temporaryFolder(files);
    expect(listFiles(join(dir, ".hidden"))).toEqual([join(dir, ".hidden")]);
  });

  it("that is a pattern stands for what it matches", () => {
    const dir = temporaryFolder({ ...files, "odd*.txt": "odd" });
    expect(listFiles(join(dir, "*.txt"))).toEqual(["a.txt", "b.txt", "odd*.txt"].map((f) => join(dir, f)));
    expect(listFiles(join(dir, "su?"))).toEqual([join(dir, "sub/c.html")]);
    expect(listFiles(join(dir, "odd*.txt"))).toEqual([join(dir, "odd*.txt")]);
  });

  it("that does not exist is said to be missing", () => {
    const dir = temporaryFolder(files);
    for (const name of ["none.txt", "none*.txt", "a.txt/below"]) {
      expect(() => listFiles(join(dir, name))).toThrow(InputError);
      expect(() => listFiles(join(dir, name))).toThrow(`cannot read ${join(dir, name)}: `);
    }
  });

  it("that is a link to nothing is said to be missing", () => {
    const dir = temporaryFolder();
    symlinkSync(join(dir, "gone"), join(dir, "link"));
    expect(() => listFiles(join(dir, "link"))).toThrow("it does not exist");
  });
});

describe("a document", () => {
  it.each([
    ["page.txt", "Some text of a page.", "Some text of a page."],
    ["page.md", "---\ntitle: T\n---\nMarkdown text.\n", "Markdown text."],
    ["page.html", `<html><body><article><p>${prose(1, 8)}</p></article></body></html>`, prose(1, 8)],
    ["page", '{"text":"One line of JSON."}\n', "One line of JSON."],
  ])("is known by what stands in it: %s", async (name, content, text) => {
    const dir = temporaryFolder({ [name]: content });
    const [capture] = await capturesOf(join(dir, name));
    expect(capture).toMatchObject({ problem: null, draft: { text } });
  });

  it("is known by its bytes, and a line by its own", async () => {
    const lines = ['{"id":"x","text":"Eins."}', '{"text":"Zwei."}  '];
    const dir = temporaryFolder({ "a.txt": "Text.\r\n", "b.jsonl": `${lines.join("\r\n")}\n\n` });
    expect(await capturesOf(join(dir, "a.txt"))).toMatchObject([
      { name: "a", input: join(dir, "a.txt"), sha256: sha256("Text.\r\n") },
    ]);
    expect(await capturesOf(join(dir, "b.jsonl"))).toMatchObject([
      { name: "b-1", input: `${join(dir, "b.jsonl")}:1`, sha256: sha256(lines[0] ?? "") },
      { name: "b-2", input: `${join(dir, "b.jsonl")}:2`, sha256: sha256((lines[1] ?? "").trimEnd()) },
    ]);
  });

  it("may come from standard input", async () => {
    const [capture] = await capturesOf("-", Buffer.from("Text that was piped in."));
    expect(capture).toMatchObject({ name: "stdin", file: "-", draft: { text: "Text that was piped in." } });
  });

  it.each([
    ["nothing", "", "the file is empty"],
    ["blanks", " \r\n\t\u00a0\n", "the file is empty"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "not text: this is a PNG picture"],
    ["binary data", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)), "not text"],
    ["furniture only", "Menu\n\n0:00\n", "no article text found in it"],
    ["broken front matter", "---\na: [\n---\nText.\n", "the front matter is not YAML"],
  ])("of %s is refused with its reason in one line", async (_, content, problem) => {
    const dir = temporaryFolder({ "a.txt": content });
    const [capture, ...rest] = await capturesOf(join(dir, "a.txt"));
    expect(rest).toEqual([]);
    expect(capture).toMatchObject({ draft: null, problem: expect.stringContaining(problem) });
    expect(capture?.problem).not.toMatch(/[\r\n]/);
  });

  it("larger than can be is refused unread", async () => {
    const dir = temporaryFolder({ "huge.txt": "x" });
    truncateSync(join(dir, "huge.txt"), 300 * 2 ** 20);
    expect(await capturesOf(join(dir, "huge.txt"))).toMatchObject([
      { draft: null, problem: "larger than 32 MB; split it first" },
    ]);
  });

  it("that is broken does not keep its neighbours out", async () => {
    const dir = temporaryFolder({ "a.jsonl": '{"text":"One."}\n{"text":\n[]\n{"text":" "}\n{"text":"Two."}\n' });
    const captures = await capturesOf(join(dir, "a.jsonl"));
    expect(captures.map((c) => c.draft?.text ?? c.problem)).toEqual([
      "One.",
      "not JSON",
      expect.any(String),
      'neither "text" nor "html" holds anything',
      "Two.",
    ]);
  });

  it("in an old encoding is read", async () => {
    const text = "Суд в Москве оштрафовал компанию за отказ удалить призывы.";
    const windows1251 = [...text].map((c) => {
      const code = c.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
    const dir = temporaryFolder({ "a.txt": Buffer.from(windows1251) });
    expect(await capturesOf(join(dir, "a.txt"))).toMatchObject([{ draft: { text, language: "ru" } }]);
  });
});
