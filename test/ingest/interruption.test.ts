import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../src/coverage/corpus.ts";
import { withLock } from "../../src/coverage/lock.ts";
import { type IngestOptions, ingest, type Progress } from "../../src/ingest/ingest.ts";
import { runCommand } from "../support/command-line.ts";
import { filesOf, projectDir, temporaryFolder } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

const html = (n: number) =>
  `<html><head><title>Page ${n}</title></head><body><article><p>${prose(n, 8)}</p></article></body></html>`;
const pages = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/p${100 + i}.html`, html(i)]));

const take = (root: string, options: Partial<IngestOptions> = {}) => {
  const dir = join(root, "corpus");
  return withLock(dir, () => ingest([join(root, "in")], { dir, dryRun: false, warn: () => {}, ...options }));
};
const statuses = (results: Awaited<ReturnType<typeof ingest>>) => results.map((r) => r.status);

describe("a run that is stopped", () => {
  it("takes in what it had read; the next one goes on there and ends with the same corpus", async () => {
    const root = temporaryFolder(pages(6));
    const whole = temporaryFolder(pages(6));
    await take(whole);

    const stop = new AbortController();
    const first = await take(root, {
      stop: stop.signal,
      progress: ({ done }) => {
        if (done === 3) stop.abort();
      },
    });
    expect(statuses(first)).toEqual(["added", "added", "added"]);
    expect(loadArticles(join(root, "corpus")).placed).toHaveLength(3);

    const second = await take(root, { explain: false });
    expect(statuses(second)).toEqual(["unchanged", "unchanged", "unchanged", "added", "added", "added"]);
    expect(filesOf(join(root, "corpus"))).toEqual(filesOf(join(whole, "corpus")));
  });

  it("does not read again what the run before it had read", async () => {
    const root = temporaryFolder(pages(4));
    const stop = new AbortController();
    await take(root, { stop: stop.signal, progress: ({ done }) => done === 2 && stop.abort() });
    const dir = join(root, "corpus");
    const explained = await withLock(dir, () =>
      ingest([join(root, "in")], { dir, dryRun: true, explain: true, warn: () => {} }),
    );
    expect(explained.every((r) => r.draft !== null)).toBe(true);
    const fingerprints = readFileSync(join(dir, ".unfinished"), "utf8").split("\n");
    expect(fingerprints).toHaveLength(2);
    await take(root);
    expect(readdirSync(dir)).not.toContain(".unfinished");
  });

  it("by killing its process leaves a corpus that loads, and a second run ends what it began", {
    timeout: 60_000,
  }, async () => {
    const root = temporaryFolder(pages(60));
    const whole = temporaryFolder(pages(60));
    await take(whole);
    const script = `
      import { ingest } from ${JSON.stringify(join(projectDir, "src/ingest/ingest.ts"))};
      import { withLock } from ${JSON.stringify(join(projectDir, "src/coverage/lock.ts"))};
      const dir = ${JSON.stringify(join(root, "corpus"))};
      await withLock(dir, () => ingest([${JSON.stringify(join(root, "in"))}], {
        dir, dryRun: false, warn: () => {}, writeEvery: 1,
        progress: ({ done }) => { if (done === 30) process.stdout.write("half"); },
      }));`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const { placed, problems } = loadArticles(join(root, "corpus"));
    expect(problems).toEqual([]);
    expect(placed.length).toBeGreaterThan(10);
    const second = await take(root);
    expect(statuses(second).filter((s) => s === "unchanged").length).toBeGreaterThan(10);
    expect(statuses(second)).toHaveLength(60);
    expect(filesOf(join(root, "corpus"))).toEqual(filesOf(join(whole, "corpus")));
  });
});

describe("progress", () => {
  it("tells how many documents and which share of the bytes are read, then what is done with them", async () => {
    const root = temporaryFolder(pages(3));
    const told: Progress[] = [];
    await take(root, { progress: (p) => told.push(p) });
    expect(told.map((p) => p.doing)).toEqual(["reading", "reading", "reading", "comparing", "writing"]);
    expect(told.map((p) => p.done)).toEqual([1, 2, 3, 3, 3]);
    const shares = told.map((p) => p.share ?? -1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

describe("a full disk", () => {
  it("ends the run in one line and leaves every article that was there", async () => {
    const root = temporaryFolder({ "in/a.txt": prose(1) });
    await take(root);
    const before = filesOf(join(root, "corpus"));
    const script = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      fs.writeSync = () => { throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" }); };
      syncBuiltinESMExports();
      process.argv.splice(1, 0, ${JSON.stringify(join(projectDir, "src/main.ts"))});
      await import(${JSON.stringify(join(projectDir, "src/main.ts"))});`;
    const text = prose(2);
    const child = spawn(
      process.execPath,
      ["--input-type=module", "-e", script, "ingest", "-", "--corpus", join(root, "corpus")],
      {
        stdio: ["pipe", "ignore", "pipe"],
        cwd: root,
      },
    );
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.stdin.end(text);
    const [code] = await once(child, "exit");
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^onrecord: cannot write .*: the disk is full; nothing was changed in this file\n$/),
    ]);
    expect(filesOf(join(root, "corpus"))).toEqual(before);
  });
});

describe("a corpus that is taken in again", () => {
  it("gives the same corpus, byte for byte: versions, withdrawn articles, families, edits and the outlets", async () => {
    const lines = Array.from({ length: 501 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, text: prose(i, 2), outlet: "O" }),
    ).join("\n");
    const cwd = temporaryFolder({
      "in/a.txt": `4 Mar, 2021 14:16\n\nA headline of our own page\n\n${prose(901, 6)}\n\n${prose(902, 6)}`,
      "in/b.txt": `A headline of another page\n\n${prose(901, 6)}\n\n${prose(902, 6)}`,
      "in/c.html": html(903),
      "in/big.jsonl": lines,
      "in/sources.yaml":
        "a.txt: { url: https://herald.example/1, outlet: Herald }\nb.txt: { outlet: Tribune, reprintOf: a.txt }\n",
    });
    const run = (...args: string[]) => runCommand(args, { cwd });
    await run("ingest", "in", "--corpus", "one");
    await run("withdraw", "n7", "--reason", "an error", "--corpus", "one");
    const { writeFiles } = await import("../support/folders.ts");
    writeFiles(cwd, {
      "in/c.html": html(904),
      "one/outlets.yaml": "outlets:\n  O: { home: https://o.example/ }\n",
    });
    await run("ingest", "in", "--corpus", "one");
    expect(Object.keys(filesOf(join(cwd, "one")))).toContain("c.v1.md");
    for (const target of ["two", "deep/er/three"]) {
      const { code, err } = await run("ingest", "one", "--corpus", target);
      expect([code, err]).toEqual([0, expect.not.stringContaining("took its place")]);
      expect(filesOf(join(cwd, target))).toEqual(filesOf(join(cwd, "one")));
      await run("ingest", "one", "--corpus", target);
      expect(filesOf(join(cwd, target))).toEqual(filesOf(join(cwd, "one")));
    }
  });
});
