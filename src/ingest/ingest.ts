import { dirname, join, relative, resolve } from "node:path";
import type { Article } from "../coverage/article.ts";
import { loadArticles } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { type Capture, listFiles, readCaptures } from "./captures.ts";
import type { Draft } from "./draft.ts";
import { Shelf, slug, wordOf } from "./shelf.ts";
import { Sources, sourcesFile } from "./sources.ts";

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
        const id = capture.draft ? shelf.put(capture, capture.draft, source) : null;
        if (id !== null && archive) shelf.keepTogether([id], archive);
        results.push({ capture, id, known: id !== null && shelf.wasThere(id) });
        const before = id === null ? undefined : first.get(id);
        if (before && before.sha256 !== capture.sha256)
          options.warn(`${capture.input}: has the id "${id}" of ${before.input} and took its place`);
        if (id !== null && !before) first.set(id, capture);
      }
    }
  }
  shelf.keepVersions();
  const families = shelf.group(sources);
  if (!options.dryRun) shelf.save(families);

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

/** The files behind an input, without those of the corpus itself: they are no captures. */
function outside(dir: string, input: string): string[] {
  const isOurs = (file: string) =>
    !/^\.\.(?:$|[\\/])/.test(relative(dir, file)) && relative(dir, file) !== resolve(file);
  if (isOurs(input)) throw new InputError(`${input} is the corpus itself; name the captures to take in`);
  return listFiles(input).filter((file) => !isOurs(file));
}
