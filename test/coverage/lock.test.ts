import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { withLock } from "../../src/coverage/lock.ts";
import { filesOf, projectDir, temporaryFolder } from "../support/folders.ts";

/** The number of a process that has ended. */
function goneProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

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

  it("left behind is taken over by one process only, however many try at once", async () => {
    const dir = temporaryFolder({ ".lock": String(goneProcess()), log: "" });
    const script = `
      import { appendFileSync } from "node:fs";
      import { withLock } from ${JSON.stringify(join(projectDir, "src/coverage/lock.ts"))};
      const log = (word) => appendFileSync(${JSON.stringify(join(dir, "log"))}, word + " " + process.pid + "\\n");
      while (Date.now() < Number(process.argv[1]));
      await withLock(${JSON.stringify(dir)}, async () => {
        log("in");
        await new Promise((done) => setTimeout(done, 30));
        log("out");
      }).catch((error) => log(error.name));`;
    const start = String(Date.now() + 1500);
    const run = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, start]);
    await Promise.all(Array.from({ length: 6 }, run));
    const steps = readFileSync(join(dir, "log"), "utf8")
      .split("\n")
      .filter((line) => /^(?:in|out) /.test(line));
    expect(steps.length).toBeGreaterThan(0);
    // Whoever comes in goes out before the next comes in.
    steps.forEach((step, i) => {
      expect(step).toBe(i % 2 === 0 ? `in ${step.split(" ")[1]}` : steps[i - 1]?.replace("in", "out"));
    });
    expect(Object.keys(filesOf(dir))).toEqual(["log"]);
  });

  it("clears away what a killed writer left half written", async () => {
    const dir = temporaryFolder({ ".a.md.123.tmp": "half", "a.md": "whole" });
    await withLock(dir, async () => expect(Object.keys(filesOf(dir))).toEqual([".lock", "a.md"]));
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
