import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { writeAtomic } from "../../src/coverage/store.ts";
import { watchCorpus } from "../../src/coverage/watch.ts";
import { temporaryFolder } from "../support/folders.ts";

async function watching(dir: string) {
  let changes = 0;
  const stop = await watchCorpus(dir, {
    onChange: () => {
      changes++;
    },
  });
  onTestFinished(stop);
  return { changes: () => changes, stop };
}
const heard = (changes: () => number, count: number) => expect.poll(changes, { timeout: 8_000 }).toBe(count);

test("a file that is put in place, changed by hand, or taken away", async () => {
  const dir = temporaryFolder({ "a.md": "one" });
  const { changes } = await watching(dir);
  writeAtomic(join(dir, "b.md"), "two");
  await heard(changes, 1);
  writeFileSync(join(dir, "a.md"), "one, changed");
  await heard(changes, 2);
  rmSync(join(dir, "b.md"));
  await heard(changes, 3);
});

test("many files of one run are one change, told when the writer has let go of the lock", async () => {
  const dir = temporaryFolder({ "a.jsonl": "{}" });
  const { changes } = await watching(dir);
  writeFileSync(join(dir, ".lock"), "1");
  for (let i = 0; i < 20; i++) writeAtomic(join(dir, `${i}.md`), "x");
  await sleep(600);
  expect(changes()).toBe(0);
  rmSync(join(dir, ".lock"));
  await heard(changes, 1);
  await sleep(400);
  expect(changes()).toBe(1);
});

test("a lock that was left behind holds nothing up for ever", async () => {
  const dir = temporaryFolder({ ".lock": "1" });
  const { changes } = await watching(dir);
  writeFileSync(join(dir, "a.md"), "x");
  await heard(changes, 1);
});

test("what is no article is no change, and the same file again neither", async () => {
  const dir = temporaryFolder({ "a.md": "x" });
  utimesSync(join(dir, "a.md"), 1, 1);
  const { changes } = await watching(dir);
  for (const name of [".a.md.1.tmp", "notes.txt", ".lock"]) writeFileSync(join(dir, name), "x");
  rmSync(join(dir, ".lock"));
  writeFileSync(join(dir, "a.md"), "x");
  utimesSync(join(dir, "a.md"), 1, 1);
  await sleep(800);
  expect(changes()).toBe(0);
});

test("a folder that is swapped for another", async () => {
  const parent = temporaryFolder({ "corpus/a.md": "old", "next/a.md": "new, and longer" });
  const dir = join(parent, "corpus");
  const { changes } = await watching(dir);
  renameSync(dir, join(parent, "before"));
  renameSync(join(parent, "next"), dir);
  await expect.poll(changes, { timeout: 8_000 }).toBeGreaterThan(0);
  const before = changes();
  writeFileSync(join(dir, "b.md"), "x");
  await expect.poll(changes, { timeout: 8_000 }).toBeGreaterThan(before);
});

test("a folder that goes away and comes back", async () => {
  const dir = temporaryFolder({ "a.md": "x" });
  const { changes } = await watching(dir);
  rmSync(dir, { recursive: true });
  await sleep(1_500);
  mkdirSync(dir);
  writeFileSync(join(dir, "a.md"), "back again");
  await expect.poll(changes, { timeout: 8_000 }).toBeGreaterThan(0);
});

test("after the stop nothing is heard", async () => {
  const dir = temporaryFolder({ "a.md": "x" });
  const { changes, stop } = await watching(dir);
  stop();
  writeFileSync(join(dir, "b.md"), "x");
  await sleep(500);
  expect(changes()).toBe(0);
});
