import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Article } from "../coverage/article.ts";
import { loadArticles } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { outletsFile } from "../coverage/outlets.ts";
import { writeAtomic } from "../coverage/store.ts";
import { type Capture, type Reading, readCaptures } from "./captures.ts";
import type { Draft } from "./draft.ts";
import { listFiles } from "./list-files.ts";
import { Repetition } from "./repetition.ts";
import { Shelf, slug, wordOf } from "./shelf.ts";
import { type Source, Sources, sourcesFile } from "./sources.ts";
import type { Chunks } from "./stream.ts";
import { Unfinished } from "./unfinished.ts";
import type { Fetcher } from "./web/fetch-captures.ts";
import type { Network } from "./web/network.ts";

/** What became of one document. */
export interface Ingested {
  readonly input: string;
  readonly status: "added" | "updated" | "unchanged" | "reprint" | "rejected";
  readonly article: Article | null;
  /** What was read of it, where `explain` asks for that. */
  readonly draft: Draft | null;
  readonly reason: string | null;
}

/** How far a run has come. */
export interface Progress {
  readonly doing: "reading" | "comparing" | "writing";
  /** Documents read so far. */
  readonly done: number;
  /** The share of all bytes that has been read, 0 to 1; `null` where nobody knows how much is to come. */
  readonly share: number | null;
}

export interface IngestOptions {
  /** The corpus folder. The caller holds its lock unless `dryRun`. */
  readonly dir: string;
  readonly dryRun: boolean;
  /** Keep what was read of each document. */
  readonly explain?: boolean;
  readonly stdin?: Chunks;
  readonly warn: (line: string) => void;
  readonly progress?: (progress: Progress) => void;
  /** Ends the reading; what was read by then is taken in. */
  readonly stop?: AbortSignal;
  /** What embargoes are measured against; the present unless given. */
  readonly now?: Date;
  /** How the web is reached; the public internet unless given. */
  readonly network?: Network;
  /** How whoever runs a site can reach the operator; told to every server. */
  readonly contact?: string | null;
  /** The most pages that one sitemap or feed leads to; 1,000 unless given. */
  readonly limit?: number;
  /** After how many milliseconds what was read so far is written; 20,000 unless given. */
  readonly writeEvery?: number;
}

/** From this many documents in one file on, its articles are stored together as JSON Lines instead of one file each. */
const archiveFrom = 500;

/**
 * Takes documents into a corpus: reads every input, puts the operator's word on top, keeps what was edited by hand, finds
 * reprints, and writes the files that changed. Documents that cannot be read are reported and stop nothing. What was read is
 * written every now and then, and a run that follows one cut short does not read it again.
 * @throws InputError for an input that does not exist or a corpus that cannot be written.
 */
export async function ingest(inputs: readonly string[], options: IngestOptions): Promise<Ingested[]> {
  const { dir, stop } = options;
  const files = inputs.flatMap((input) => (input === "-" || isAddress(input) ? [input] : outside(dir, input)));
  const { placed, problems } = loadArticles(dir, { mayBeMissing: true });
  // A file that cannot be read could hold the very article that comes in; going on would write a second one beside it.
  if (problems.length > 0) throw new InputError(`${problems[0]}; mend or move this file, then run ingest again`);
  const run = new Run(new Shelf(placed, dir, options.warn), options, files);
  try {
    for (const file of files) {
      if (stop?.aborted) break;
      await run.take(file);
    }
  } finally {
    await run.close();
  }
  return run.finish();
}

/** Whether an input is to be fetched; other schemes are refused by name when it comes to that. */
export const isAddress = (input: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

/** One run of ingestion over its files. */
class Run {
  readonly #shelf: Shelf;
  readonly #options: IngestOptions;
  readonly #sources = new Sources();
  readonly #unfinished: Unfinished;
  readonly #repetition: Repetition;
  readonly #results: {
    input: string;
    id: string | null;
    known: boolean;
    draft: Draft | null;
    reason: string | null;
  }[] = [];
  /** The first document of each article, by which a second one of the same id is told. */
  readonly #first = new Map<string, Pick<Capture, "input" | "sha256">>();
  readonly #foldersSeen = new Set<string>();
  /** Folders of another corpus that is taken over. */
  readonly #corpora = new Set<string>();
  readonly #bytesToRead: number | null;
  #fetcher: Fetcher | undefined;
  #bytesRead = 0;
  #written = Date.now();

  constructor(shelf: Shelf, options: IngestOptions, files: readonly string[]) {
    this.#shelf = shelf;
    this.#options = options;
    this.#unfinished = new Unfinished(options.dir, options.dryRun || options.explain === true);
    this.#repetition = new Repetition(options.dir);
    this.#bytesToRead = files.some((file) => file === "-" || isAddress(file))
      ? null
      : files.reduce((sum, file) => sum + sizeOf(file), 0);
  }

  /** Takes in all documents of one file. */
  async take(file: string): Promise<void> {
    const { stop } = this.#options;
    if (file !== "-" && !isAddress(file)) this.#noteUnmatched(file);
    const fresh: string[] = [];
    let archive = "";
    for await (const capture of this.#captures(file)) {
      const told = this.#wordFor(capture.file);
      const id = this.#put(capture, told, capture.file);
      if (id !== null) fresh.push(id);
      archive ||= `${slug(capture.name.replace(/-\d+$/, "") || "archive")}.jsonl`;
      if (id !== null && capture.sha256 !== "") {
        const print = this.#repetition.cameIn(id) ? pagePrint : plainPrint;
        this.#unfinished.add(print(capture.sha256, told));
      }
      await this.#breathe(fresh, archive);
      if (stop?.aborted) break;
    }
    if (fresh.length >= archiveFrom) this.#shelf.keepTogether(fresh, archive);
  }

  #captures(file: string): AsyncIterable<Capture> {
    const { stdin, now } = this.#options;
    const reading: Reading = {
      ...(file === "-" && stdin ? { stdin } : {}),
      ...(now ? { now } : {}),
      onBytes: (count) => {
        this.#bytesRead += count;
      },
      isRead: (sha256, place) =>
        [plainPrint, pagePrint].some((print) => this.#unfinished.has(print(sha256, this.#wordFor(place)))) &&
        this.#shelf.ofBytes(sha256, place) !== null,
    };
    return isAddress(file) ? this.#fetched(file, reading) : readCaptures(file, reading);
  }

  async *#fetched(address: string, reading: Reading): AsyncGenerator<Capture> {
    const { dir, dryRun, stop, network, contact, limit } = this.#options;
    this.#fetcher ??= new (await import("./web/fetch-captures.ts")).Fetcher({
      ...reading,
      dir,
      dryRun,
      network: network ?? (await import("./web/network.ts")).internet,
      contact: contact ?? null,
      limit: limit ?? 1000,
      ...(stop ? { stop } : {}),
    });
    yield* this.#fetcher.captures(address);
  }

  async close(): Promise<void> {
    await this.#fetcher?.close();
  }

  /** The operator's word for a capture; standard input, and an address where nothing was fetched, have none. */
  #wordFor(file: string): Source | InputError {
    return file === "-" || isAddress(file) ? {} : wordOf(this.#sources, file);
  }

  #put(capture: Capture, told: Source | InputError, file: string): string | null {
    const problem = capture.problem ?? (told instanceof InputError ? told.message : null);
    const draft =
      capture.draft && !(told instanceof InputError) ? this.#repetition.strip(capture.draft, told) : capture.draft;
    if (draft?.stored && file !== "-") this.#corpora.add(dirname(file));
    const id = capture.wasRead
      ? this.#shelf.ofBytes(capture.sha256, file)
      : draft && !(told instanceof InputError)
        ? this.#shelf.put(capture, draft, told)
        : this.#takeBack(capture);
    for (const warning of draft?.warnings ?? []) this.#options.warn(`${capture.input}: ${warning}`);
    this.#results.push({
      input: capture.input,
      id,
      known: id !== null && this.#shelf.wasThere(id),
      draft: this.#options.explain ? draft : null,
      reason: problem,
    });
    if (id === null) return null;
    if (draft?.isPage) this.#repetition.note(id, draft);
    if (capture.wasRead && this.#unfinished.has(pagePrint(capture.sha256, told))) this.#repetition.noteUncleaned(id);
    const before = this.#first.get(id);
    if (before && before.sha256 !== capture.sha256)
      this.#options.warn(`${capture.input}: has the id "${id}" of ${before.input} and took its place`);
    if (!before) this.#first.set(id, { input: capture.input, sha256: capture.sha256 });
    return id;
  }

  /** An outlet's notice that an item must not be shown withdraws the article that it sent before. */
  #takeBack({ takesBack, problem }: Capture): string | null {
    const article = takesBack === undefined ? null : this.#shelf.article(takesBack);
    if (!article) return null;
    if (article.status === "live") this.#shelf.setStatus(article.id, "withdrawn", problem);
    return article.id;
  }

  #noteUnmatched(file: string): void {
    const folder = dirname(file);
    if (this.#foldersSeen.has(folder)) return;
    this.#foldersSeen.add(folder);
    for (const name of this.#sources.unmatched(file))
      this.#options.warn(`${join(folder, sourcesFile)}: there is no file "${name}" in this folder`);
  }

  /** Tells how far it is, lets signals come through, and writes what has gathered. */
  async #breathe(fresh: readonly string[], archive: string): Promise<void> {
    const done = this.#results.length;
    this.#report("reading");
    if (done % 32 === 0) await new Promise((go) => setImmediate(go));
    if (this.#options.dryRun || Date.now() - this.#written < (this.#options.writeEvery ?? 20_000)) return;
    if (fresh.length >= archiveFrom) this.#shelf.keepTogether(fresh, archive);
    this.#shelf.save();
    this.#unfinished.save();
    this.#written = Date.now();
  }

  #report(doing: Progress["doing"]): void {
    const share = this.#bytesToRead ? Math.min(1, this.#bytesRead / this.#bytesToRead) : null;
    this.#options.progress?.({ doing, done: this.#results.length, share });
  }

  /** Finds families, writes what changed, and says what became of each document. */
  finish(): Ingested[] {
    const { dryRun, stop } = this.#options;
    this.#report("comparing");
    const leftOut = this.#shelf.leaveOutRepeated(this.#repetition, this.#sources);
    this.#shelf.keepVersions();
    const families = this.#shelf.group(this.#sources);
    this.#report("writing");
    if (!dryRun) {
      this.#shelf.save(families);
      this.#repetition.save();
      for (const corpus of this.#corpora) this.#takeOutlets(corpus);
      if (stop?.aborted) this.#unfinished.save();
      else this.#unfinished.end();
    }
    return this.#results.map(({ id, known, draft, ...rest }): Ingested => {
      const article = id === null ? null : this.#shelf.article(id);
      const more = (id !== null && leftOut.get(id)) || [];
      return {
        ...rest,
        draft: draft && { ...draft, dropped: [...draft.dropped, ...more] },
        article,
        status: this.#statusOf(article, known),
      };
    });
  }

  /** What another corpus says of its outlets comes along with its articles, where this one says nothing yet. */
  #takeOutlets(corpus: string): void {
    const [from, to] = [join(corpus, outletsFile), join(this.#options.dir, outletsFile)];
    if (!existsSync(from)) return;
    const text = readFileSync(from, "utf8");
    if (!existsSync(to)) writeAtomic(to, text);
    else if (readFileSync(to, "utf8") !== text)
      this.#options.warn(`${from}: not taken over, as ${to} says something else; policies are for you to merge`);
  }

  #statusOf(article: Article | null, known: boolean): Ingested["status"] {
    if (!article) return "rejected";
    if (known) return this.#shelf.changed(article.id) ? "updated" : "unchanged";
    return article.family && article.family !== article.id ? "reprint" : "added";
  }
}

const wordPrint = (told: Source | InputError) => createHash("sha256").update(JSON.stringify(told)).digest("hex");

/** By which a run after one that was cut short knows what was read, and what of it was a page. */
const plainPrint = (sha256: string, told: Source | InputError) => sha256 + wordPrint(told);
const pagePrint = (sha256: string, told: Source | InputError) => `${plainPrint(sha256, told)} page`;

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** The files behind an input, without those of the corpus itself: they are no captures. */
function outside(dir: string, input: string): string[] {
  const isOurs = (file: string) =>
    !/^\.\.(?:$|[\\/])/.test(relative(dir, file)) && relative(dir, file) !== resolve(file);
  if (isOurs(input)) throw new InputError(`${input} is the corpus itself; name the captures to take in`);
  return listFiles(input).filter((file) => !isOurs(file));
}
