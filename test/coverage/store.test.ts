import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../src/coverage/corpus.ts";
import { InputError } from "../../src/coverage/errors.ts";
import { saveFiles, withLock, writeAtomic } from "../../src/coverage/store.ts";
import { articleOf } from "../support/articles.ts";
import { filesOf, temporaryFolder } from "../support/folders.ts";

/** The number of a process that has ended. */
function goneProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

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
    expect(() => writeAtomic(join(dir, "none", "a.md"), "new")).toThrow("it does not exist");
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

describe("the lock", () => {
  it("makes the folder, is held while the work runs and gone after it, whatever its end", async () => {
    const dir = join(temporaryFolder(), "new", "corpus");
    expect(await withLock(dir, async () => readFileSync(join(dir, ".lock"), "utf8"))).toBe(String(process.pid));
    await expect(
      withLock(dir, async () => {
        throw new Error("broken off");
      }),
    ).rejects.toThrow("broken off");
    expect(filesOf(dir)).toEqual({});
  });

  it("refuses a second writer, who leaves it in place", async () => {
    const dir = temporaryFolder();
    await withLock(dir, async () => {
      const second = withLock(dir, async () => expect.unreachable());
      await expect(second).rejects.toThrow(InputError);
      await expect(second).rejects.toThrow(`another ingest is writing to ${dir} (process ${process.pid})`);
      expect(existsSync(join(dir, ".lock"))).toBe(true);
    });
    expect(await withLock(dir, async () => "free again")).toBe("free again");
  });

  it("of another living process is respected", async () => {
    const dir = temporaryFolder({ ".lock": String(process.ppid) });
    await expect(withLock(dir, async () => expect.unreachable())).rejects.toThrow(`(process ${process.ppid})`);
    expect(filesOf(dir)).toEqual({ ".lock": String(process.ppid) });
  });

  it.each([
    ["a process that is gone", () => String(goneProcess())],
    ["a process that had this one's number, as the first in a container has", () => String(process.pid)],
    ["no process", () => ""],
    ["nonsense", () => "-1\n"],
  ])("of %s is taken over", async (_, content) => {
    const dir = temporaryFolder({ ".lock": content() });
    expect(await withLock(dir, async () => readFileSync(join(dir, ".lock"), "utf8"))).toBe(String(process.pid));
    expect(filesOf(dir)).toEqual({});
  });

  it("says in one line what is wrong with the folder", async () => {
    const dir = temporaryFolder({ file: "x" });
    for (const wrong of [join(dir, "file"), join(dir, "file", "corpus")]) {
      const locked = withLock(wrong, async () => expect.unreachable());
      await expect(locked).rejects.toThrow(InputError);
      await expect(locked).rejects.not.toThrow(/\n/);
    }
    expect(filesOf(dir)).toEqual({ file: "x" });
  });
});
