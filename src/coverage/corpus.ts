import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Article, metadataOf, zoneMapOf } from "./article.ts";
import { fileError, InputError } from "./errors.ts";
import { fromJsonLine, fromMarkdown, type StoredArticle } from "./format.ts";
import { loadOutlets, noOutlets, type Outlets } from "./outlets.ts";

/** The state of the coverage that an answer was given from. */
export interface CorpusStamp {
  /** How many live articles. */
  readonly articles: number;
  /** The newest publication date, `null` if none is known. */
  readonly newest: string | null;
  /** The first 12 hex digits of a SHA-256 over every article and the operator's word on the outlets. */
  readonly hash: string;
}

/** All articles of a corpus folder, in the order of their ids. */
export interface Corpus {
  /** Articles that may be quoted. */
  readonly live: readonly Article[];
  /** Every article by id, superseded and withdrawn ones as well. */
  readonly byId: ReadonlyMap<string, Article>;
  /** What is known of the outlets, and what may be shown of each (see `applyPolicy`). */
  readonly outlets: Outlets;
  readonly stamp: CorpusStamp;
}

export function makeCorpus(articles: Iterable<Article>, outlets: Outlets = noOutlets): Corpus {
  const all = [...articles].sort((a, b) => compare(a.id, b.id));
  const live = all.filter((a) => a.status === "live");
  const hash = createHash("sha256");
  for (const a of all) hash.update(JSON.stringify([metadataOf(a), zoneMapOf(a), a.text]));
  if (outlets.all.length > 0) hash.update(JSON.stringify([[...outlets.audiences], outlets.all]));
  const newest = live.reduce<string | null>(
    (best, a) => (a.published && (!best || a.published > best) ? a.published : best),
    null,
  );
  return {
    live,
    byId: new Map(all.map((a) => [a.id, a])),
    outlets,
    stamp: { articles: live.length, newest, hash: hash.digest("hex").slice(0, 12) },
  };
}

/** Code unit order: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A stored article and the file in the corpus folder that holds it. */
export interface Placed extends StoredArticle {
  readonly file: string;
}

export interface Loaded {
  readonly placed: Placed[];
  /** Files or lines that could not be read, one clear line each; the rest is loaded all the same. */
  readonly problems: string[];
}

/** What was read of each file, and the file's number, size and time when it was: what has not changed need not be read again. */
export type ArticleCache = Map<string, { readonly state: string; readonly stored: readonly StoredArticle[] }>;

/** A file of another kind has as many problems as lines; this many of one file are told. */
const mostProblems = 3;

/**
 * Reads every `*.md` and `*.jsonl` of a corpus folder (not its subfolders). A missing folder is an empty corpus
 * when `mayBeMissing`, else an InputError.
 */
export function loadArticles(
  dir: string,
  { mayBeMissing = false, cache }: { mayBeMissing?: boolean; cache?: ArticleCache } = {},
): Loaded {
  let names: string[];
  try {
    names = readdirSync(dir).filter((n) => /\.(?:md|jsonl)$/.test(n) && !n.startsWith("."));
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === "ENOENT") return { placed: [], problems: [] };
    throw fileError(error, "read the corpus folder", dir);
  }
  const placed: Placed[] = [];
  const problems: string[] = [];
  const seen = new Map<string, string>();
  const take = (file: string, read: () => StoredArticle) => {
    try {
      const stored = read();
      const other = seen.get(stored.article.id);
      if (other) throw new InputError(`${file}: the id "${stored.article.id}" is already taken by ${other}`);
      seen.set(stored.article.id, file);
      placed.push({ ...stored, file });
    } catch (error) {
      problems.push(error instanceof InputError ? error.message : fileError(error, "read", file).message);
    }
  };
  for (const name of names.sort(compare)) {
    const path = join(dir, name);
    const state = cache ? stateOf(path) : null;
    const known = cache?.get(name);
    if (known && known.state === state) {
      for (const stored of known.stored) take(name, () => stored);
      continue;
    }
    const sound = problems.length;
    const first = placed.length;
    read(name, path);
    if (cache && state && problems.length === sound) cache.set(name, { state, stored: placed.slice(first) });
  }
  return { placed, problems };

  function read(name: string, path: string): void {
    if (name.endsWith(".md")) {
      take(name, () => fromMarkdown(readFileSync(path, "utf8"), name));
      return;
    }
    const before = problems.length;
    try {
      let number = 0;
      for (const line of linesOf(readFileSync(path))) {
        number++;
        if (line.trim()) take(name, () => fromJsonLine(line, `${name}:${number}`));
      }
    } catch (error) {
      problems.push(fileError(error, "read", name).message);
    }
    const more = problems.length - before - mostProblems;
    if (more > 0) problems.splice(before + mostProblems, more, `… and ${more} more like this in ${name}`);
  }
}

/** The lines of an archive one by one, so that it is never held as text as well as in articles. */
function* linesOf(bytes: Buffer): Generator<string> {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let start = hasMark ? 3 : 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    yield bytes.toString("utf8", start, end < 0 ? bytes.length : end);
    start = end < 0 ? bytes.length : end + 1;
  }
}

function stateOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : null;
}

/**
 * Loads a corpus folder for reading. Problems go to `warn`, one line each.
 * @throws InputError for a folder that is missing and for an `outlets.yaml` that cannot be read.
 */
export function loadCorpus(dir: string, warn: (problem: string) => void = () => {}, cache?: ArticleCache): Corpus {
  const { placed, problems } = loadArticles(dir, cache ? { cache } : {});
  problems.forEach(warn);
  return makeCorpus(
    placed.map((p) => p.article),
    loadOutlets(dir),
  );
}
