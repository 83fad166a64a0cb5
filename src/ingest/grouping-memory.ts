import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zoneMapOf } from "../coverage/article.ts";
import { compare, type Placed } from "../coverage/corpus.ts";
import { writeAtomic } from "../coverage/store.ts";

/** Beside the articles, hidden; without it families are found anew. */
const memoryFile = ".families";

/** Fewer articles are compared faster than anybody could notice. */
const worthRemembering = 1000;

/**
 * Remembers what families were last found from, so that a run that changes nothing need not compare all articles again. The
 * memory is a fingerprint over all that families hang on, the rules themselves included.
 */
export class GroupingMemory {
  /** Nothing changed since families were last found, so they stand as they are. */
  readonly isSettled: boolean;
  readonly #path: string;
  readonly #told: ReadonlyMap<string, string>;

  constructor(dir: string, placed: readonly Placed[], told: ReadonlyMap<string, string>) {
    this.#path = join(dir, memoryFile);
    this.#told = told;
    this.isSettled = placed.length >= worthRemembering && readIfThere(this.#path) === fingerprint(placed, told);
  }

  /** To be called when the articles have been written. */
  save(placed: readonly Placed[]): void {
    if (!this.isSettled && placed.length >= worthRemembering) writeAtomic(this.#path, fingerprint(placed, this.#told));
  }
}

function fingerprint(placed: readonly Placed[], told: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256").update(rules());
  const all = [...placed].sort((a, b) => compare(a.article.id, b.article.id));
  for (const { article, ingested } of all) {
    const { id, status, published, outlet, family } = article;
    hash.update(JSON.stringify([id, status, published, outlet, family, ingested, zoneMapOf(article), told.get(id)]));
    hash.update(article.text);
  }
  return hash.digest("hex");
}

/** The sources by which families are found: after a change in them nothing is settled. */
function rules(): string {
  const names = readdirSync(import.meta.dirname).filter((name) =>
    /^(?:families|copies|shelf|merge)\b.*\.[jt]s$/.test(name),
  );
  return names
    .sort(compare)
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
    .join("\n");
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
