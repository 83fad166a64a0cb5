import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { projectDir, temporaryFolder } from "../support/folders.ts";

const corpus = join(projectDir, "corpus");
const run = (cwd: string, ...args: string[]) => runCommand(["timeline", ...args, "--corpus", corpus], { cwd });

describe("timeline --picture and --export", () => {
  test("write the files, say so on standard error, and print nothing", async () => {
    const dir = temporaryFolder();
    const { code, out, err } = await run(dir, "Twitter", "--picture", "t.png", "--export", "t.csv");
    expect([code, out]).toEqual([0, ""]);
    expect(err).toMatch(/^wrote t\.png: \d+ events\nwrote t\.csv: \d+ events\n$/);
    expect(readFileSync(join(dir, "t.png")).toString("latin1", 1, 4)).toBe("PNG");
    const { json } = await run(dir, "Twitter", "--json");
    const rows = parse(readFileSync(join(dir, "t.csv")), { columns: true }) as Record<string, string>[];
    expect(rows.map((r) => r["id"])).toEqual(json<{ id: string }>().map((e) => e.id));
  });

  test.each([
    ["t.ics", /^BEGIN:VCALENDAR\r\n/],
    ["t.json", /^\{\n {2}"request": \{/],
    ["t.timelinejs.json", /^\{\n {2}"title": \{/],
  ])("%s is what its name says", async (file, start) => {
    const dir = temporaryFolder();
    expect((await run(dir, "--export", file)).code).toBe(0);
    expect(readFileSync(join(dir, file), "utf8")).toMatch(start);
  });

  test.each([
    [["--export", "t.doc"], "--export is the name of"],
    [["--picture", "t.jpg"], "--picture is the name of a .png file"],
    [["--picture", "t.png", "--mentions"], "go with neither"],
    [["--export", "no/such/folder/t.csv"], "cannot write no/such/folder/t.csv: its folder does not exist"],
    [["zebulonquist", "--picture", "t.png"], "nothing to draw"],
  ])("%j ends with 2 and one clear line", async (args, message) => {
    const dir = temporaryFolder();
    const { code, out, err } = await run(dir, ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(existsSync(join(dir, "t.png"))).toBe(false);
  });
});
