import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { compare, type Placed } from "./corpus.ts";
import { fileError, InputError } from "./errors.ts";
import { toJsonLine, toMarkdown } from "./format.ts";

/** Writes a file so that a reader, or a run cut short, finds the old or the new content and never a half. */
export function writeAtomic(path: string, content: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content, { flush: false });
    renameSync(temporary, path);
  } catch (error) {
    removeIfPossible(temporary);
    throw fileError(error, "write", path);
  }
}

/** Clearing up must not hide the error that led to it; a lock that stays behind is taken over later. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder does not let us.
  }
}

/** Writes the given files of a corpus folder anew; a `.jsonl` file gets every article that lives in it. */
export function saveFiles(dir: string, placed: readonly Placed[], files: ReadonlySet<string>): void {
  const byFile = Map.groupBy(placed, (p) => p.file);
  for (const file of [...files].sort(compare)) {
    const stored = [...(byFile.get(file) ?? [])].sort((a, b) => compare(a.article.id, b.article.id));
    const content = file.endsWith(".jsonl")
      ? stored.map((s) => `${toJsonLine(s)}\n`).join("")
      : stored.map((s) => toMarkdown(s)).join("");
    writeAtomic(join(dir, file), content);
  }
}

/**
 * Runs `work` as the only writer of a corpus folder, which is made when it is missing. A lock left behind by a
 * process that is gone is taken over.
 * @throws InputError when another process holds the lock.
 */
export async function withLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const lock = resolve(dir, ".lock");
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw fileError(error, "make the corpus folder", dir);
  }
  takeLock(lock, dir);
  held.add(lock);
  try {
    return await work();
  } finally {
    held.delete(lock);
    removeIfPossible(lock);
  }
}

/** The locks that this process holds: one that only bears its number is older, for in containers numbers come again. */
const held = new Set<string>();

function takeLock(lock: string, dir: string, again = true): void {
  // Made elsewhere and linked into place, so that no other process ever sees a lock without its holder's number.
  const mine = `${lock}.${process.pid}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw fileError(error, "write to the corpus folder", dir);
    const holder = lockHolder(lock);
    if (holder === "gone" && again) {
      removeIfPossible(lock);
      takeLock(lock, dir, false);
      return;
    }
    throw new InputError(
      `another ingest is writing to ${dir}${holder === "gone" ? "" : ` (process ${holder})`}; wait for it to end, then run this again`,
    );
  } finally {
    removeIfPossible(mine);
  }
}

function lockHolder(lock: string): number | "gone" {
  let pid: number;
  try {
    pid = Number(readFileSync(lock, "utf8"));
  } catch {
    return "gone";
  }
  if (!Number.isInteger(pid) || pid <= 0 || (pid === process.pid && !held.has(lock))) return "gone";
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? pid : "gone";
  }
}
