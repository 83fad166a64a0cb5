import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileError, InputError } from "./errors.ts";

/**
 * Runs `work` as the only writer of a corpus folder, which is made when it is missing. A lock left behind by a
 * process that is gone is taken over, by one process only however many try.
 * @throws InputError when another process holds the lock.
 */
export async function withLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const lock = resolve(dir, ".lock");
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw fileError(error, "make the corpus folder", dir);
  }
  await takeLock(lock, dir);
  held.add(lock);
  try {
    clearLeftovers(dir);
    return await work();
  } finally {
    held.delete(lock);
    removeIfPossible(lock);
  }
}

/** Clearing up must not hide the error that led to it; a lock that stays behind is taken over later. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder does not let us.
  }
}

/** The locks that this process holds: one that only bears its number is older, for in containers numbers come again. */
const held = new Set<string>();

/** How often a process tries to be the one that clears a lock away, while others try the same. */
const mostTries = 50;

async function takeLock(lock: string, dir: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    if (linkLock(lock, dir)) return;
    const holder = lockHolder(lock);
    if (holder !== "gone")
      throw new InputError(
        `another ingest is writing to ${dir} (process ${holder}); wait for it to end, then run this again`,
      );
    if (tries === mostTries)
      throw new InputError(`another ingest is writing to ${dir}; wait for it to end, then run this again`);
    if (!clearStale(lock)) await new Promise((done) => setTimeout(done, Math.random() * 20));
  }
}

/** Makes the lock elsewhere and links it into place, so that no other process ever sees one without its holder's number. */
function linkLock(lock: string, dir: string): boolean {
  const mine = `${lock}-${claimName()}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw fileError(error, "write to the corpus folder", dir);
    return false;
  } finally {
    removeIfPossible(mine);
  }
}

/**
 * Removes a lock whose holder is gone, unless another process is about to. Two that judged the same lock stale must not both
 * remove it: the slower would remove what the faster has put in its place. So each first lays down a claim under a name that
 * never comes again and looks for others' claims; of two at least one sees the other's and steps back. The lock is judged
 * anew under the claim, when nobody else can put another in its place.
 */
function clearStale(lock: string): boolean {
  const claims = `${basename(lock)}.claim-`;
  const mine = `${claims}${claimName()}`;
  const dir = dirname(lock);
  try {
    writeFileSync(join(dir, mine), "");
    for (const name of readdirSync(dir)) {
      if (!name.startsWith(claims) || name === mine) continue;
      if (isAlive(Number(name.slice(claims.length).split("-", 1)[0]))) return false;
      removeIfPossible(join(dir, name));
    }
    if (lockHolder(lock) === "gone") removeIfPossible(lock);
    return true;
  } catch (error) {
    throw fileError(error, "write to the corpus folder", dir);
  } finally {
    removeIfPossible(join(dir, mine));
  }
}

const claimName = () => `${process.pid}-${randomBytes(6).toString("hex")}`;

function lockHolder(lock: string): number | "gone" {
  let pid: number;
  try {
    pid = Number(readFileSync(lock, "utf8"));
  } catch {
    return "gone";
  }
  return (pid === process.pid && !held.has(lock)) || !isAlive(pid) ? "gone" : pid;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What writers that were killed left half written; nobody else writes now. */
function clearLeftovers(dir: string): void {
  for (const name of readdirSync(dir)) if (/^\..+\.tmp$/.test(name)) removeIfPossible(join(dir, name));
}
