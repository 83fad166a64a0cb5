import { spawn, spawnSync } from "node:child_process";
import { chmodSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Zone } from "../../src/coverage/article.ts";
import { runCommand } from "../support/command-line.ts";
import { filesOf, projectDir, seedsDir, temporaryFolder, writeFiles } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

interface Printed {
  input: string;
  status: string;
  reason?: string;
  article?: { id: string; text: string; zones: { zone: Zone; start: number; end: number; text: string }[] };
}

/** Permissions do not bind the superuser, so what they forbid is tried as nobody where the tests run as root. */
const asSomebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
/** Nobody may not even read a checkout in a private folder; then there is nothing to try. */
const canBeRefused =
  spawnSync(process.execPath, ["--check", join(projectDir, "src/coverage/errors.ts")], asSomebody).status === 0;

describe("onrecord ingest", () => {
  it("prints one line an input, and a summary", async () => {
    const cwd = temporaryFolder({ "in/a.txt": prose(1), "in/b.txt": `${prose(1)} `, "in/c.txt": "" });
    const first = await runCommand(["ingest", "in", "--corpus", "corpus"], { cwd });
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out.split("\n")).toEqual([
      "added     in/a.txt → a",
      "reprint   in/b.txt → b of a",
      "rejected  in/c.txt: the file is empty",
      "1 added, 1 reprint, 1 rejected",
      "",
    ]);
    const again = await runCommand(["ingest", "in", "--corpus", "corpus"], { cwd });
    expect(again.out).toContain("2 unchanged, 1 rejected");
  });

  it("--json prints one object a line and nothing else", async () => {
    const cwd = temporaryFolder({ "a.txt": prose(1), "b.jsonl": '{"id":"x y","text":"T."}\n{\n' });
    const { code, json, err } = await runCommand(["ingest", "a.txt", "b.jsonl", "--corpus", "c", "--json"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    expect(json()).toEqual([
      { input: "a.txt", status: "added", article: "a" },
      { input: "b.jsonl:1", status: "added", article: "x y" },
      { input: "b.jsonl:2", status: "rejected", reason: "not JSON" },
    ]);
    expect(Object.keys(filesOf(join(cwd, "c")))).toHaveLength(2);
  });

  it("reads standard input, and a list of inputs", async () => {
    const cwd = temporaryFolder({ "a.txt": prose(1), "list.jsonl": '\ufeff{"input":"a.txt"}\r\n\n{"input":"-"}\n' });
    const { code, json } = await runCommand(["ingest", "--batch", "list.jsonl", "--corpus", "c", "--json"], {
      cwd,
      stdin: prose(2),
    });
    expect(code).toBe(0);
    expect(json()).toEqual([
      { input: "a.txt", status: "added", article: "a" },
      { input: "-", status: "added", article: "stdin" },
    ]);
  });

  it("goes on where a sources.yaml is wrong, and says so for its captures", async () => {
    const cwd = temporaryFolder({ "in/a.txt": prose(1), "in/sources.yaml": "b.txt: {outlte: RT}\n" });
    const run = await runCommand(["ingest", "in", "-", "--corpus", "c"], { cwd, stdin: prose(2) });
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toMatch(
      /^rejected {2}in\/a\.txt: in\/sources\.yaml: b\.txt: .*outlte.*; the keys are outlet, .*\nadded {5}- → stdin\n1 rejected, 1 added\n$/,
    );
  });

  it("--help says when the exit code is 2", async () => {
    const { out } = await runCommand(["ingest", "--help"], { cwd: temporaryFolder() });
    expect(out).toContain("the exit code is 2 only when\nnothing could be taken in.");
  });

  it("puts warnings on standard error", async () => {
    const cwd = temporaryFolder({ "a.jsonl": '{"id":"a","text":"T.","published":"March"}\n' });
    const { err, json } = await runCommand(["ingest", "a.jsonl", "--corpus", "c", "--json"], { cwd });
    expect(err).toBe("note: a.jsonl:1: the publication date is not written YYYY-MM-DD and was left out\n");
    expect(json()).toHaveLength(1);
  });
});

describe("onrecord ingest --dry-run", () => {
  it("writes nothing, and prints articles whose zones are slices", async () => {
    const cwd = temporaryFolder();
    const { code, json } = await runCommand(["ingest", seedsDir, "--corpus", "corpus", "--dry-run", "--json"], { cwd });
    expect(code).toBe(0);
    expect(filesOf(cwd)).toEqual({});
    const printed = json<Printed>();
    expect(printed.map((p) => p.status)).toEqual(["added", "reprint", "added", "added", "added"]);
    for (const { article } of printed) {
      expect(article?.zones.map((z) => article.text.slice(z.start, z.end))).toEqual(article?.zones.map((z) => z.text));
      expect(article?.zones.map((z) => z.text).join("\n\n")).toBe(article?.text);
    }
    expect(printed.map((p) => p.article?.zones.filter((z) => z.zone === "body").length)).toEqual([9, 9, 7, 6, 11]);
    expect(printed[0]?.article).toMatchObject({
      id: "000_f4b116ca3e5ce545",
      outlet: "RT",
      published: "2021-03-04",
      publishedBasis: "stamp",
      publishedWords: "4 Mar, 2021 14:16",
      url: "https://on.rt.com/b32o",
      language: "en",
    });
  });

  it("leaves a corpus that is there as it is, and says what would be done", async () => {
    const cwd = temporaryFolder({ "a.txt": prose(1), "b.txt": prose(2) });
    await runCommand(["ingest", "a.txt", "b.txt", "--corpus", "c"], { cwd });
    const before = filesOf(cwd);
    writeFiles(cwd, { "a.txt": prose(3) });
    const { out } = await runCommand(["ingest", "a.txt", "b.txt", "--corpus", "c", "--dry-run"], { cwd });
    expect(out).toBe("updated   a.txt → a\nunchanged b.txt → b\n1 updated, 1 unchanged (nothing was written)\n");
    expect(filesOf(cwd)).toEqual({ ...before, "a.txt": prose(3) });
  });

  it("--explain shows every line with its zone, and why it was left out", async () => {
    const cwd = temporaryFolder({ "a.txt": `Menu\n${prose(1, 2)}\n0:00\n` });
    const { out } = await runCommand(["ingest", "a.txt", "--corpus", "c", "--explain"], { cwd });
    expect(out).toContain(`  body        ${prose(1, 2)}\n`);
    expect(out).toContain("  boilerplate Menu\n              left out: a control or notice of the page\n");
    expect(Object.keys(filesOf(cwd))).toEqual(["a.txt"]);
  });
});

describe("what goes wrong", () => {
  it("is one clear line and exit code 2 when nothing could be taken in", async () => {
    const cwd = temporaryFolder({
      "empty.txt": "",
      "picture.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      "binary.txt": Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)),
      "huge.txt": "x",
    });
    truncateSync(join(cwd, "huge.txt"), 300 * 2 ** 20);
    const { code, out, err } = await runCommand(["ingest", ".", "--corpus", "c"], { cwd });
    expect(code).toBe(2);
    expect(err).toBe("");
    expect(out.split("\n").sort()).toEqual([
      "",
      "4 rejected",
      "rejected  binary.txt: not text: these are binary data",
      "rejected  empty.txt: the file is empty",
      "rejected  huge.txt: larger than 32 MB; split it first",
      "rejected  picture.txt: not text: this is a PNG picture",
    ]);
  });

  it.each([
    [["ingest", "--corpus", "c"], "onrecord: nothing to ingest: name files or folders, or - for standard input\n"],
    [["ingest", "none.txt", "--corpus", "c"], /^onrecord: cannot read .*none\.txt: it does not exist\n$/],
    [["ingest", "--batch", "none.jsonl"], "onrecord: cannot read none.jsonl: it does not exist\n"],
    [
      ["ingest", "--batch", "a.txt", "--corpus", "c"],
      "onrecord: a.txt:1: not JSON; the file holds one object a line\n",
    ],
    [["ingest", "--batch", "b.jsonl", "--corpus", "c"], /^onrecord: b\.jsonl:2: input: .*\n$/],
    [
      ["ingest", "a.txt", "--corpus", "a.txt"],
      /^onrecord: cannot make the corpus folder .*a\.txt: a file of this name is in the way\n$/,
    ],
    [
      ["ingest", "a.txt", "--corpus", "a.txt/c"],
      /^onrecord: cannot make the corpus folder .*: a part of the path is a file, not a folder\n$/,
    ],
    [["ingest", "a.txt", "--corpse", "c"], /^error: unknown option '--corpse'/],
  ])("%j is one line and exit code 2", async (args, message) => {
    const cwd = temporaryFolder({ "a.txt": prose(1), "b.jsonl": '{"input":"a.txt"}\n{"inputs":[]}\n' });
    const before = filesOf(cwd);
    const { code, out, err } = await runCommand(args, { cwd });
    expect([code, out]).toEqual([2, ""]);
    if (typeof message === "string") expect(err).toBe(message);
    else expect(err).toMatch(message);
    expect(filesOf(cwd)).toEqual(before);
  });

  it("while another process writes, waits for nobody and touches nothing", async () => {
    const cwd = temporaryFolder({ "a.txt": prose(1) });
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    try {
      writeFiles(cwd, { "c/.lock": String(other.pid) });
      const { code, err } = await runCommand(["ingest", "a.txt", "--corpus", "c"], { cwd });
      expect(code).toBe(2);
      expect(err).toBe(
        `onrecord: another ingest is writing to ${join(cwd, "c")} (process ${other.pid}); wait for it to end, then run this again\n`,
      );
      expect(Object.keys(filesOf(join(cwd, "c")))).toEqual([".lock"]);
      const dry = await runCommand(["ingest", "a.txt", "--corpus", "c", "--dry-run"], { cwd });
      expect(dry.code).toBe(0);
    } finally {
      other.kill();
    }
  });

  it("with a lock left behind goes on", async () => {
    const cwd = temporaryFolder({ "a.txt": prose(1), "c/.lock": String(spawnSync(process.execPath, ["-e", ""]).pid) });
    const { code } = await runCommand(["ingest", "a.txt", "--corpus", "c"], { cwd });
    expect(code).toBe(0);
    expect(Object.keys(filesOf(join(cwd, "c")))).toEqual(["a.md"]);
  });

  it.skipIf(!canBeRefused).each([
    ["that may not be written", 0o555],
    ["that may not be entered", 0o000],
  ])("with a folder %s is one clear line, and nothing is lost", async (_, mode) => {
    const cwd = temporaryFolder({ "a.txt": prose(1) });
    await runCommand(["ingest", "a.txt", "--corpus", "c"], { cwd });
    const before = filesOf(cwd);
    writeFiles(cwd, { "a.txt": prose(2) });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "c"), mode);
    const run = spawnSync(process.execPath, [join(projectDir, "src/main.ts"), "ingest", "a.txt", "--corpus", "c"], {
      cwd,
      ...asSomebody,
      encoding: "utf8",
    });
    chmodSync(join(cwd, "c"), 0o755);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/^onrecord: cannot [^\n]*c: permission denied\n$/);
    expect(filesOf(cwd)).toEqual({ ...before, "a.txt": prose(2) });
  });
});
