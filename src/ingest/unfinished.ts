import { readFileSync } from "node:fs";
import { join } from "node:path";
import { removeIfPossible } from "../coverage/lock.ts";
import { writeAtomic } from "../coverage/store.ts";

/** Beside the articles, hidden; there while a run goes on, and after one that was cut short. */
const unfinishedFile = ".unfinished";

/**
 * What a run has read and written so far, by fingerprints, so that the run after one that was cut short need not read it
 * again. It is written after the articles, never before, and is gone when a run has come to its end.
 */
export class Unfinished {
  readonly #path: string;
  readonly #before: ReadonlySet<string>;
  readonly #now = new Set<string>();

  /** `isMute`: the run writes nothing and reads everything. */
  constructor(dir: string, isMute: boolean) {
    this.#path = join(dir, unfinishedFile);
    this.#before = isMute ? new Set() : readIfThere(this.#path);
  }

  has(fingerprint: string): boolean {
    return this.#before.has(fingerprint);
  }

  add(fingerprint: string): void {
    this.#now.add(fingerprint);
  }

  save(): void {
    writeAtomic(this.#path, [...this.#before.union(this.#now)].join("\n"));
  }

  end(): void {
    removeIfPossible(this.#path);
  }
}

function readIfThere(path: string): Set<string> {
  try {
    return new Set(readFileSync(path, "utf8").split("\n"));
  } catch {
    return new Set();
  }
}
