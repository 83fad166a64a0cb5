import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, relative, resolve, sep } from "node:path";
import {
  type Article,
  type Metadata,
  makeArticle,
  metadataOf,
  metadataSchema,
  zoneMapOf,
} from "../coverage/article.ts";
import type { Placed } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { saveFiles } from "../coverage/store.ts";
import type { Capture } from "./captures.ts";
import type { Draft, Dropped } from "./draft.ts";
import { findFamilies } from "./families.ts";
import { GroupingMemory } from "./grouping-memory.ts";
import { familyIsByHand, fingerprint, keepsEditedText, mergeEdits, withFamily, withText } from "./merge.ts";
import type { Repetition } from "./repetition.ts";
import type { Source, Sources } from "./sources.ts";
import { addressKey, olderVersion, Versions } from "./versions.ts";

/** The articles of a corpus while documents come in, or while one is withdrawn. */
export class Shelf {
  readonly #byId: Map<string, Placed>;
  readonly #idOfFile = new Map<string, string>();
  readonly #idsOfBytes = new Map<string, Set<string>>();
  readonly #idOfAddress = new Map<string, string>();
  readonly #before: ReadonlyMap<string, Placed>;
  /** What stands on disk, as far as this run has written it. */
  #written: ReadonlyMap<string, Placed>;
  readonly #versions: Versions;
  readonly #dir: string;
  readonly #warn: (line: string) => void;

  constructor(placed: readonly Placed[], dir: string, warn: (line: string) => void = () => {}) {
    this.#dir = dir;
    this.#warn = warn;
    this.#byId = new Map(placed.map((p) => [p.article.id, p]));
    this.#before = new Map(this.#byId);
    this.#written = this.#before;
    this.#versions = new Versions(placed.map((p) => p.article));
    // What replaced an older version stands for their common file and address, so it is remembered last.
    const older = placed.filter((p) => p.article.versionOf !== null);
    for (const { article } of older) this.#rememberBytes(article);
    for (const { article } of placed) if (article.versionOf === null) this.#remember(article);
  }

  wasThere(id: string): boolean {
    return this.#before.has(id);
  }

  article(id: string): Article | null {
    return this.#byId.get(id)?.article ?? null;
  }

  changed(id: string): boolean {
    const now = this.#byId.get(id);
    const before = this.#before.get(id);
    return now !== undefined && (before === undefined || !isSame(now, before));
  }

  /**
   * Puts one document on the shelf and returns the id of its article.
   */
  put(capture: Capture, draft: Draft, source: Source): string {
    const file = this.#placeOf(capture);
    const isOnly = capture.input === capture.file;
    if (draft.stored) return this.#putStored(capture, draft.stored);
    const earlier = this.#olderVersionOf(capture.sha256, file, draft);
    if (earlier) return earlier;
    const address = addressKey(source.url ?? draft.url);
    const id =
      draft.id ??
      this.#idOfBytes(capture.sha256, file, source) ??
      (isOnly ? this.#idOfSameFile(file, address) : undefined) ??
      (address ? this.#idOfAddress.get(address) : undefined) ??
      this.#freeId(capture);
    const metadata = metadataFrom(id, { file, sha256: capture.sha256 }, draft, source);
    const there = this.#byId.get(id);
    if (there && saysTheSame(metadata, draft, there.article)) return id;
    const fresh = makeArticle(metadata, draft.text, draft.zones);
    if (there && keepsEditedText(fresh, there)) this.#warn(`${id}: kept your edited text; the page has changed since`);
    const stored = there ? mergeEdits(fresh, there) : { article: fresh, ingested: fingerprint(fresh) };
    const placed = { ...stored, file: there?.file ?? this.#freeFile(id) };
    if (there && there.article.capture.file !== file) this.#supersede(there, placed);
    // The same article as before stays the same object: its text is then held once.
    this.#byId.set(id, there && isSame(placed, there) ? there : placed);
    this.#remember(isOnly ? placed.article : { ...placed.article, capture: { file: "-", sha256: capture.sha256 } });
    return id;
  }

  /** An article that was written by ingestion before, of this or another corpus, is taken over with all that stands in it. */
  #putStored(capture: Capture, stored: NonNullable<Draft["stored"]>): string {
    const { id } = stored.article;
    const there = this.#byId.get(id);
    if (there) {
      const merged = { ...mergeEdits(stored.article, there), file: there.file };
      const isUnchanged = isSame({ ...stored, file: there.file }, there) || isSame(merged, there);
      if (!isUnchanged) this.#byId.set(id, merged);
      return id;
    }
    const name = basename(capture.file);
    const isArchive = name.endsWith(".jsonl");
    const taken = [...(isArchive ? [] : this.#byId.values())].some((p) => p.file === name);
    this.#byId.set(id, { ...stored, file: taken || !/\.(?:md|jsonl)$/.test(name) ? this.#freeFile(id) : name });
    this.#versions.add(stored.article);
    this.#rememberBytes(stored.article);
    return id;
  }

  /** Has the new articles among these live together in one archive file. */
  keepTogether(ids: Iterable<string>, archive: string): void {
    for (const id of ids) {
      const placed = this.#byId.get(id);
      if (placed && !this.#before.has(id)) this.#byId.set(id, { ...placed, file: archive });
    }
  }

  /** Sets the status of an article and its reason, by hand or by what its outlet says. */
  setStatus(id: string, status: Article["status"], reason: string | null): void {
    const placed = this.#byId.get(id);
    if (placed) this.#byId.set(id, { ...placed, article: { ...placed.article, status, reason } });
  }

  #supersede(older: Placed, newer: Placed): void {
    const version = olderVersion(older, newer, this.#versions, (id) => this.#byId.has(id));
    if (!version) return;
    const file = older.file.endsWith(".jsonl") ? older.file : this.#freeFile(version.article.id);
    this.#byId.set(version.article.id, { ...version, file });
    this.#versions.add(version.article);
    this.#rememberBytes(version.article);
  }

  /** Keeps, beside every article whose capture changed in its place, the version that it replaced; to be called before `group`. */
  keepVersions(): void {
    for (const [id, before] of this.#before) {
      const now = this.#byId.get(id);
      if (now && now !== before && !this.#versions.has(id, before.article.capture.sha256)) this.#supersede(before, now);
    }
  }

  #placeOf({ file }: Pick<Capture, "file">): string {
    return file === "-" ? "-" : relative(this.#dir, file).split(sep).join("/");
  }

  #remember(article: Pick<Article, "id" | "url" | "capture">): void {
    if (article.capture.file !== "-") this.#idOfFile.set(article.capture.file, article.id);
    const address = addressKey(article.url);
    if (address) this.#idOfAddress.set(address, article.id);
    this.#rememberBytes(article);
  }

  #rememberBytes({ id, capture }: Pick<Article, "id" | "capture">): void {
    const ids = this.#idsOfBytes.get(capture.sha256);
    if (ids) ids.add(id);
    else this.#idsOfBytes.set(capture.sha256, new Set([id]));
  }

  /** The version that a capture gave which still lies beside the one that replaced it. */
  #olderVersionOf(sha256: string, file: string, draft: Draft): string | null {
    for (const id of this.#idsOfBytes.get(sha256) ?? []) {
      const article = this.article(id);
      if (article?.versionOf == null || (draft.id !== undefined && draft.id !== article.versionOf)) continue;
      if (this.article(article.versionOf)?.capture.file !== file) return id;
    }
    return null;
  }

  /**
   * The article of the same bytes: that of this very file, else of one that was moved here or copied. A copy of which the
   * operator tells something, such as the other outlet that printed it, is an article of its own.
   */
  #idOfBytes(sha256: string, file: string, source: Source): string | undefined {
    const ids = [...(this.#idsOfBytes.get(sha256) ?? [])].filter((id) => this.article(id)?.versionOf === null);
    const fileOf = (id: string) => this.article(id)?.capture.file;
    const own = ids.find((id) => fileOf(id) === file);
    if (own !== undefined || Object.keys(source).length === 0) return own ?? ids[0];
    return ids.find((id) => !existsSync(resolve(this.#dir, fileOf(id) ?? "-")));
  }

  /** The article that this file held before, unless both addresses are known and tell that it is another. */
  #idOfSameFile(file: string, address: string | null): string | undefined {
    const id = this.#idOfFile.get(file);
    const known = id === undefined ? null : addressKey(this.article(id)?.url ?? null);
    return address !== null && known !== null && address !== known ? undefined : id;
  }

  /**
   * Finds families anew over the whole corpus, unless nothing changed that they hang on. Above what the texts show stand the
   * operators' `reprintOf` (a capture's file or an id), of this run's captures and of earlier ones, and above both the `family`
   * that was edited by hand.
   */
  group(sources: Sources): GroupingMemory {
    const all = [...this.#byId.values()];
    const told = this.#told(all, sources);
    const memory = new GroupingMemory(this.#dir, all, told);
    if (memory.isSettled) return memory;
    const articles = all.map((p) => p.article);
    const found = findFamilies(articles, told);
    const byHand = new Map(
      all
        .filter((p) => p.article.status === "live" && familyIsByHand(p))
        .map(({ article }) => [article.id, article.family]),
    );
    const families = byHand.size === 0 ? found : overruled(articles, told, byHand);
    for (const placed of all) {
      const { id } = placed.article;
      const family = families.get(id) ?? byHand.get(id) ?? null;
      const grouped = { ...withFamily(placed, family, found.get(id) ?? null), file: placed.file };
      if (!isSame(grouped, placed)) this.#byId.set(id, grouped);
    }
    return memory;
  }

  /**
   * Takes the lines that outlets repeat out of the articles whose pages came in, and returns them by article; texts that were
   * edited by hand stay. To be called before `keepVersions`.
   */
  leaveOutRepeated(repetition: Repetition, sources: Sources): Map<string, readonly Dropped[]> {
    const leftOut = new Map<string, readonly Dropped[]>();
    const all = [...this.#byId.values()];
    const isFresh = ({ article: { id } }: Placed) => repetition.cameIn(id) && this.changed(id);
    if (!repetition.hasUncleaned && !all.some(isFresh)) return leftOut;
    const found = all.flatMap(({ article: { id, family } }) =>
      family && family !== id ? [[id, family] as const] : [],
    );
    repetition.learn(
      all.map((p) => p.article),
      new Map([...found, ...this.#told(all, sources)]),
    );
    for (const { article } of all) {
      const { id } = article;
      const repeated = repetition.cameIn(id) ? repetition.found(article) : null;
      const placed = this.#byId.get(id);
      const cleaned = repeated && placed && withText(placed, repeated.text, repeated.zones);
      if (!cleaned) continue;
      const before = this.#before.get(id);
      const now = { ...cleaned, file: placed.file };
      this.#byId.set(id, before && isSame(now, before) ? before : now);
      leftOut.set(id, repeated.dropped);
    }
    return leftOut;
  }

  #told(all: readonly Placed[], sources: Sources): Map<string, string> {
    const byName = new Map(all.map((p) => [basename(p.article.capture.file), p.article.id]));
    const told = new Map<string, string>();
    for (const placed of all) {
      const { article } = placed;
      if (article.capture.file === "-" || article.versionOf !== null) continue;
      const word = wordOf(sources, resolve(this.#dir, article.capture.file));
      // What cannot be read now may have told of this tie before, so the tie stays.
      const kept = familyIsByHand(placed) || article.family === article.id ? null : article.family;
      const original = word instanceof InputError ? kept : word.reprintOf;
      if (original) told.set(article.id, byName.get(original) ?? original);
    }
    return told;
  }

  /**
   * Writes the files whose articles changed since they were last written. At the end of a run `families` tells what they were
   * found from; before it articles stand without new families.
   */
  save(families?: GroupingMemory): void {
    this.keepVersions();
    const all = [...this.#byId.values()];
    const touched = new Set<string>();
    for (const placed of all) {
      const before = this.#written.get(placed.article.id);
      if (!before || !isSame(placed, before)) touched.add(placed.file).add(before?.file ?? placed.file);
    }
    saveFiles(this.#dir, all, touched);
    this.#written = new Map(this.#byId);
    families?.save(all);
  }

  /** The article that bytes of this file have become. */
  ofBytes(sha256: string, file: string): string | null {
    const ids = [...(this.#idsOfBytes.get(sha256) ?? [])];
    const place = this.#placeOf({ file });
    return ids.find((id) => this.article(id)?.capture.file === place) ?? null;
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

/** Whether a document says of an article what stands on disk already, which is how nearly all of a second run goes. */
function saysTheSame(metadata: Metadata, { text, zones }: Draft, there: Article): boolean {
  const { family, status, reason, versionOf } = there;
  return (
    text === there.text &&
    JSON.stringify({ ...metadata, family, status, reason, versionOf }) === JSON.stringify(metadataOf(there)) &&
    JSON.stringify(zones) === JSON.stringify(zoneMapOf(there))
  );
}

/** Whether two states of an article are written the same. */
function isSame(a: Placed, b: Placed): boolean {
  return (
    a === b ||
    (a.file === b.file &&
      a.ingested === b.ingested &&
      a.article.text === b.article.text &&
      JSON.stringify([metadataOf(a.article), zoneMapOf(a.article)]) ===
        JSON.stringify([metadataOf(b.article), zoneMapOf(b.article)]))
  );
}

/** The operator's word for a capture, or what is wrong with the file it stands in: that concerns this folder's captures only. */
export function wordOf(sources: Sources, file: string): Source | InputError {
  try {
    return sources.of(file);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
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
export function slug(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  const characters = Array.from(safe).slice(0, 80);
  while (Buffer.byteLength(characters.join("")) > 200) characters.pop();
  return characters.join("") || "article";
}
