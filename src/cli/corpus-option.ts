import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSettings } from "../config.ts";
import { type Corpus, loadCorpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { type Io, warn } from "./io.ts";

/** The corpus folder: `--corpus`, else CORPUS_DIR, else `corpus` here, else the one that comes with the project. */
export function corpusDir(io: Io, given: string | undefined): string {
  if (given !== undefined) return resolve(io.cwd, given);
  const set = readSettings(io.env).corpusDir;
  if (set) return resolve(io.cwd, set);
  const here = join(io.cwd, "corpus");
  return existsSync(here) ? here : join(io.home, "corpus");
}

/** Loads the corpus for a command that answers from it; unreadable files are named on standard error. */
export function openCorpus(io: Io, given: string | undefined): Corpus {
  const dir = corpusDir(io, given);
  const corpus = loadCorpus(dir, (problem) => warn(io, `skipped ${problem}`));
  if (corpus.byId.size === 0)
    throw new InputError(`no articles in ${dir}: run "onrecord ingest <files> --corpus ${dir}" first`);
  return corpus;
}
