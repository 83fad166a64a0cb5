import { createHash } from "node:crypto";
import { existsSync, type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compare } from "./corpus.ts";

/** Milliseconds without a further change after which a change is taken for complete. */
const settleMs = 100;
/** A writer that holds the lock is waited for, unless nothing has moved for this long: then the lock was left behind. */
const lockedMs = 2_000;
/** File systems that report no changes (network drives, some containers) are looked at this often. */
const lookMs = 1_000;
/** As many files are looked at together. */
const together = 64;

export interface Watching {
  /** Milliseconds are counted as `performance.now()` does; `since` is when the change was noticed. */
  readonly onChange: (since: number) => void;
  /** The folder cannot be watched or read just now; it is tried again. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Calls back when the articles or outlets of a corpus folder have changed and the writer is done. Returns how to stop.
 *
 * The system's own notices are one sign, the time stamp of the folder another: every write of ours is a rename (store.ts), which moves it.
 * What counts in the end is whether names, sizes and times of the files differ from the last look.
 */
export async function watchCorpus(dir: string, { onChange, onTrouble = () => {} }: Watching): Promise<() => void> {
  let last = await fingerprint(dir);
  let noticed: number | null = null;
  let moved = 0;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let watcher: FSWatcher | null = null;

  const settle = (): void => {
    timer = null;
    const isLocked = existsSync(join(dir, ".lock"));
    const wait = isLocked && performance.now() - moved < lockedMs ? settleMs : 0;
    if (wait > 0) timer = setTimeout(settle, wait);
    else void look();
  };
  const look = async (): Promise<void> => {
    const since = noticed ?? performance.now();
    noticed = null;
    try {
      const now = await fingerprint(dir);
      if (isStopped || now === last) return;
      last = now;
      onChange(since);
    } catch (error) {
      onTrouble(error);
    }
  };
  const touch = (): void => {
    if (isStopped) return;
    moved = performance.now();
    noticed ??= moved;
    if (timer) clearTimeout(timer);
    timer = setTimeout(settle, settleMs);
  };
  const listen = (): void => {
    watcher?.close();
    try {
      watcher = watch(dir, { persistent: false }, touch);
      watcher.on("error", (error) => {
        onTrouble(error);
        watcher?.close();
        watcher = null;
      });
    } catch (error) {
      watcher = null;
      onTrouble(error);
    }
  };
  listen();
  let stamp = await stampOf(dir);
  const clock = setInterval(async () => {
    const now = await stampOf(dir);
    if (now === stamp || isStopped) return;
    // Another folder of this name: the old one's notices say nothing of it.
    if (now?.split(" ")[0] !== stamp?.split(" ")[0] && now !== null) listen();
    stamp = now;
    touch();
  }, lookMs);
  clock.unref();
  return () => {
    isStopped = true;
    clearInterval(clock);
    if (timer) clearTimeout(timer);
    watcher?.close();
  };
}

/** A folder's own number and time stamp; `null` when it is not there. */
async function stampOf(dir: string): Promise<string | null> {
  try {
    const { ino, mtimeMs } = await stat(dir);
    return `${ino} ${mtimeMs}`;
  } catch {
    return null;
  }
}

/** Names, numbers, sizes and times of all files that a corpus is read from, as one short word. */
async function fingerprint(dir: string): Promise<string> {
  const names = (await readdir(dir)).filter((n) => /\.(?:md|jsonl|ya?ml)$/.test(n) && !n.startsWith(".")).sort(compare);
  const hash = createHash("sha256");
  for (let i = 0; i < names.length; i += together) {
    const some = names.slice(i, i + together);
    const stats = await Promise.all(some.map((name) => stat(join(dir, name)).catch(() => null)));
    some.forEach((name, at) => {
      const found = stats[at];
      if (found) hash.update(`${name}\0${found.ino} ${found.size} ${found.mtimeMs}\n`);
    });
  }
  return hash.digest("hex");
}
