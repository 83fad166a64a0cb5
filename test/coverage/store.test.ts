import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../src/coverage/corpus.ts";
import { InputError } from "../../src/coverage/errors.ts";
import { saveFiles, writeAtomic } from "../../src/coverage/store.ts";
import { articleOf } from "../support/articles.ts";
import { filesOf, temporaryFolder } from "../support/folders.ts";

describe("writing a file", () => {
  it("replaces the whole of it and leaves nothing beside it", () => {
    const dir = temporaryFolder({ "a.md": "a long old content" });
    writeAtomic(join(dir, "a.md"), "new");
    expect(filesOf(dir)).toEqual({ "a.md": "new" });
  });

  it("that cannot be written keeps the old one and says so", () => {
    const dir = temporaryFolder({ "a.md/inside": "old" });
    expect(() => writeAtomic(join(dir, "a.md"), "new")).toThrow(InputError);
    expect(filesOf(dir)).toEqual({ "a.md/inside": "old" });
    expect(() => writeAtomic(join(dir, "none", "a.md"), "new")).toThrow("its folder does not exist");
  });
});

describe("saving articles", () => {
  it("writes the named files only, archives in the order of their ids", () => {
    const dir = temporaryFolder({ "b.md": "untouched" });
    const placed = ["z", "b", "a", "c"].map((id) => ({
      article: articleOf(`Text of ${id}.`, { id }),
      ingested: null,
      file: id === "b" ? "b.md" : id === "c" ? "c.md" : "archive.jsonl",
    }));
    saveFiles(dir, placed, new Set(["archive.jsonl", "c.md"]));
    expect(readFileSync(join(dir, "b.md"), "utf8")).toBe("untouched");
    expect(
      readFileSync(join(dir, "archive.jsonl"), "utf8")
        .split("\n")
        .map((l) => l && JSON.parse(l).id),
    ).toEqual(["a", "z", ""]);
    expect(loadArticles(dir).placed.map((p) => p.article.id)).toEqual(["a", "z", "c"]);
  });
});
