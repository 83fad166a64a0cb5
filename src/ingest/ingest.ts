import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Article, type Metadata, makeArticle, metadataSchema } from "../coverage/article.ts";
import { loadArticles, type Placed } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { toJsonLine } from "../coverage/format.ts";
import { saveFiles } from "../coverage/store.ts";
import { type Capture, listFiles, readCaptures } from "./captures.ts";
import type { Draft } from "./draft.ts";
import { findFamilies } from "./families.ts";
import { familyIsByHand, fingerprint, keepsEditedText, mergeEdits, withFamily } from "./merge.ts";
import { type Source, Sources, sourcesFile } from "./sources.ts";

/** What became of one document. */
export interface Ingested {
  readonly input: string;
  readonly status: "added" | "updated" | "unchanged" | "reprint" | "rejected";
  readonly article: Article | null;
  readonly draft: Draft | null;
  readonly reason: string | null;
}

export interface IngestOptions {
  /** The corpus folder. The caller holds its lock unless `dryRun`. */
  readonly dir: string;
  readonly dryRun: boolean;
  readonly stdin?: () => Promise<Uint8Array>;
  readonly warn: (line: string) => void;
  /** Called after each document with how many are done. */
  readonly progress?: (done: number) => void;
}

/** From this many documents in one file on, its articles are stored together as JSON Lines instead of one file each. */
const archiveFrom = 500;

/**
 * Takes documents into a corpus: reads every input, puts the operator's word on top, keeps what was edited by hand, finds
 * reprints, and writes the files that changed. Documents that cannot be read are reported and stop nothing.
 * @throws InputError for an input that does not exist or a corpus that cannot be written.
 */
export async function ingest(inputs: readonly string[], options: IngestOptions): Promise<Ingested[]> {
  const { placed, problems } = loadArticles(options.dir, { mayBeMissing: true });
  // A file that cannot be read could hold the very article that comes in; going on would write a second one beside it.
  if (problems.length > 0) throw new InputError(`${problems[0]}; mend or move this file, then run ingest again`);
  const shelf = new Shelf(placed, options.dir, options.warn);
  const sources = new Sources();
  const first = new Map<string, Capture>();
  const foldersSeen = new Set<string>();
  const results: { capture: Capture; id: string | null; known: boolean }[] = [];

  for (const input of inputs) {
    const files = input === "-" ? ["-"] : outside(options.dir, input);
    for (const file of files) {
      const stdin = file === "-" ? await options.stdin?.() : undefined;
      const captures: Capture[] = [];
      for await (const capture of readCaptures(file, stdin)) {
        captures.push(capture);
        options.progress?.(results.length + captures.length);
      }
      const archive =
        captures.length >= archiveFrom ? `${slug(captures[0]?.name.replace(/-\d+$/, "") ?? "archive")}.jsonl` : null;
      const told = file === "-" ? {} : wordOf(sources, file);
      const folder = dirname(file);
      if (file !== "-" && !foldersSeen.has(folder)) {
        foldersSeen.add(folder);
        for (const name of sources.unmatched(file))
          options.warn(`${join(folder, sourcesFile)}: there is no file "${name}" in this folder`);
      }
      for (const read of captures) {
        const problem = told instanceof InputError ? (read.problem ?? told.message) : read.problem;
        const capture = told instanceof InputError ? { ...read, draft: null, problem } : read;
        const source = told instanceof InputError ? {} : told;
        const id = capture.draft ? shelf.put(capture, capture.draft, source, archive) : null;
        results.push({ capture, id, known: id !== null && shelf.wasThere(id) });
        const before = id === null ? undefined : first.get(id);
        if (before && before.sha256 !== capture.sha256)
          options.warn(`${capture.input}: has the id "${id}" of ${before.input} and took its place`);
        if (id !== null && !before) first.set(id, capture);
      }
    }
  }
  shelf.group(sources);
  if (!options.dryRun) shelf.save();

  return results.map(({ capture, id, known }): Ingested => {
    const article = id === null ? null : shelf.article(id);
    const status = !article
      ? "rejected"
      : known
        ? shelf.changed(article.id)
          ? "updated"
          : "unchanged"
        : article.family && article.family !== article.id
          ? "reprint"
          : "added";
    for (const warning of capture.draft?.warnings ?? []) options.warn(`${capture.input}: ${warning}`);
    return { input: capture.input, status, article, draft: capture.draft, reason: capture.problem };
  });
}

/** The operator's word for a capture, or what is wrong with the file it stands in: that concerns this folder's captures only. */
function wordOf(sources: Sources, file: string): Source | InputError {
  try {
    return sources.of(file);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The files behind an input, without those of the corpus itself: they are no captures. */
function outside(dir: string, input: string): string[] {
  const isOurs = (file: string) =>
    !/^\.\.(?:$|[\\/])/.test(relative(dir, file)) && relative(dir, file) !== resolve(file);
  if (isOurs(input)) throw new InputError(`${input} is the corpus itself; name the captures to take in`);
  return listFiles(input).filter((file) => !isOurs(file));
}

/** The articles of a corpus while documents come in. */
class Shelf {
  readonly #byId: Map<string, Placed>;
  readonly #idOfFile = new Map<string, string>();
  readonly #idsOfBytes = new Map<string, Set<string>>();
  readonly #before: ReadonlyMap<string, string>;
  readonly #dir: string;
  readonly #warn: (line: string) => void;

  constructor(placed: readonly Placed[], dir: string, warn: (line: string) => void) {
    this.#dir = dir;
    this.#warn = warn;
    this.#byId = new Map(placed.map((p) => [p.article.id, p]));
    this.#before = new Map(placed.map((p) => [p.article.id, toJsonLine(p)]));
    for (const { article } of placed) {
      this.#remember(article.capture, article.id);
    }
  }

  wasThere(id: string): boolean {
    return this.#before.has(id);
  }

  article(id: string): Article | null {
    return this.#byId.get(id)?.article ?? null;
  }

  changed(id: string): boolean {
    const now = this.#byId.get(id);
    return now !== undefined && this.#before.get(id) !== toJsonLine(now);
  }

  /** Puts one document on the shelf and returns the id of its article. */
  put(capture: Capture, draft: Draft, source: Source, archive: string | null): string {
    const file = capture.file === "-" ? "-" : relative(this.#dir, capture.file).split(sep).join("/");
    const one = capture.input === capture.file;
    const id =
      draft.id ??
      this.#idOfBytes(capture.sha256, file, source) ??
      (one ? this.#idOfFile.get(file) : undefined) ??
      this.#freeId(capture);
    const fresh = makeArticle(
      metadataFrom(id, { file, sha256: capture.sha256 }, draft, source),
      draft.text,
      draft.zones,
    );
    const there = this.#byId.get(id);
    if (there && keepsEditedText(fresh, there)) this.#warn(`${id}: kept your edited text; the page has changed since`);
    const stored = there ? mergeEdits(fresh, there) : { article: fresh, ingested: fingerprint(fresh) };
    this.#byId.set(id, { ...stored, file: there?.file ?? archive ?? this.#freeFile(id) });
    this.#remember({ file: one ? file : "-", sha256: capture.sha256 }, id);
    return id;
  }

  #remember({ file, sha256 }: Metadata["capture"], id: string): void {
    if (file !== "-") this.#idOfFile.set(file, id);
    this.#idsOfBytes.set(sha256, (this.#idsOfBytes.get(sha256) ?? new Set()).add(id));
  }

  /**
   * The article of the same bytes: that of this very file, else of one that was moved here or copied. A copy of which the
   * operator tells something, such as the other outlet that printed it, is an article of its own.
   */
  #idOfBytes(sha256: string, file: string, source: Source): string | undefined {
    const ids = [...(this.#idsOfBytes.get(sha256) ?? [])];
    const fileOf = (id: string) => this.article(id)?.capture.file;
    const own = ids.find((id) => fileOf(id) === file);
    if (own !== undefined || Object.keys(source).length === 0) return own ?? ids[0];
    return ids.find((id) => !existsSync(resolve(this.#dir, fileOf(id) ?? "-")));
  }

  /**
   * Finds families anew over the whole corpus. Above what the texts show stands the operators' `reprintOf` (a capture's file or
   * an id), of this run's captures and of earlier ones, and above both the `family` that was edited by hand.
   */
  group(sources: Sources): void {
    const all = [...this.#byId.values()];
    const byName = new Map(all.map((p) => [basename(p.article.capture.file), p.article.id]));
    const told = new Map<string, string>();
    for (const placed of all) {
      const { article } = placed;
      if (article.capture.file === "-") continue;
      const word = wordOf(sources, resolve(this.#dir, article.capture.file));
      // What cannot be read now may have told of this tie before, so the tie stays.
      const kept = familyIsByHand(placed) || article.family === article.id ? null : article.family;
      const original = word instanceof InputError ? kept : word.reprintOf;
      if (original) told.set(article.id, byName.get(original) ?? original);
    }
    const articles = all.map((p) => p.article);
    const found = findFamilies(articles, told);
    const byHand = new Map(all.filter(familyIsByHand).map(({ article }) => [article.id, article.family]));
    const families = byHand.size === 0 ? found : overruled(articles, told, byHand);
    for (const placed of all) {
      const { id } = placed.article;
      const family = families.get(id) ?? byHand.get(id) ?? null;
      this.#byId.set(id, { ...withFamily(placed, family, found.get(id) ?? null), file: placed.file });
    }
  }

  save(): void {
    const touched = new Set([...this.#byId.values()].filter((p) => this.changed(p.article.id)).map((p) => p.file));
    saveFiles(this.#dir, [...this.#byId.values()], touched);
  }

  #freeId(capture: Capture): string {
    const wanted = slug(capture.name);
    return this.#byId.has(wanted) ? `${wanted}-${capture.sha256.slice(0, 8)}` : wanted;
  }

  #freeFile(id: string): string {
    const safe = slug(id);
    return safe === id ? `${safe}.md` : `${safe}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}.md`;
  }
}

/** Families with a hand's word on top: tied to the original it names, or to none. */
function overruled(
  articles: readonly Article[],
  told: ReadonlyMap<string, string>,
  byHand: ReadonlyMap<string, string | null>,
): Map<string, string> {
  const ties = new Map(told);
  for (const [id, original] of byHand) {
    ties.delete(id);
    if (original !== null && original !== id) ties.set(id, original);
  }
  return findFamilies(
    articles.filter((a) => byHand.get(a.id) !== null),
    ties,
  );
}

function metadataFrom(id: string, capture: Metadata["capture"], draft: Draft, source: Source): Metadata {
  const published = source.published
    ? ({ date: source.published, basis: "operator", words: null } as const)
    : draft.published;
  return metadataSchema.parse({
    id,
    outlet: source.outlet ?? draft.outlet,
    headline: source.headline ?? draft.headline,
    byline: source.byline ?? nameOf(draft.byline),
    published: published?.date ?? null,
    publishedBasis: published?.basis ?? "unknown",
    publishedWords: published?.words ?? null,
    url: source.url ?? draft.url,
    archiveUrl: source.archiveUrl ?? null,
    language: source.language ?? draft.language,
    capture,
  });
}

/** A byline without the word that opens it on the page. */
function nameOf(byline: string | null): string | null {
  const opening =
    /^\s*(?:(?:(?:text|written|reported|report|story|words)\s+)?by(?:\s*:\s*|\s+)|(?:authors?|автор(?:ы)?|текст)\s*:\s*)/iu;
  return byline?.replace(opening, "").trim() || byline;
}

/** A name safe as a file on every system: letters, digits, `-`, `_` and `.`, at most 80 characters and 200 bytes. */
function slug(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  const characters = Array.from(safe).slice(0, 80);
  while (Buffer.byteLength(characters.join("")) > 200) characters.pop();
  return characters.join("") || "article";
}
