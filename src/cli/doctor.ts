import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSettings, type Settings } from "../config.ts";
import { type Corpus, loadArticles, loadCorpus, makeCorpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { everyone, loadOutlets, noOutlets, type Outlets, outletsFile } from "../coverage/outlets.ts";
import { doubtsAbout } from "../reading/doubts.ts";
import { corpusDir } from "./corpus-option.ts";
import type { Finding } from "./doctor/finding.ts";
import { type Io, printJson, printLine } from "./io.ts";
import { doubtLine } from "./plain.ts";
import type { AddCommand } from "./program.ts";

export const addDoctor: AddCommand = (program, io, outcome) => {
  program
    .command("doctor")
    .description("say what is misconfigured, and what to do about it")
    .option("--corpus <dir>", "the corpus folder")
    .option("--json", "one JSON object a line")
    .action(async (options: { corpus?: string; json?: true }) => {
      for await (const finding of examine(io, options.corpus)) {
        if (finding.state === "problem") outcome.exitCode = 1;
        if (options.json) printJson(io, finding);
        else
          printLine(
            io,
            `${{ ok: "ok     ", note: "note   ", problem: "PROBLEM" }[finding.state]} ${finding.what}: ${finding.says}`,
          );
      }
    });
};

async function* examine(io: Io, corpusOption: string | undefined): AsyncGenerator<Finding> {
  let settings: Settings | null = null;
  try {
    settings = readSettings(io.env);
    yield {
      what: "settings",
      state: "ok",
      says: existsSync(join(io.cwd, ".env"))
        ? "read, .env included"
        : "read from the environment; there is no .env here",
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { what: "settings", state: "problem", says: error.message };
  }
  if (settings) {
    yield* examineCorpus(corpusDir(io, corpusOption));
    yield* examineOutlets(corpusDir(io, corpusOption), settings);
  }
  if (settings) {
    const { examineTelegram } = await import("./doctor/telegram.ts");
    yield* examineTelegram(settings);
  }
}

function* examineCorpus(dir: string): Generator<Finding> {
  let loaded: ReturnType<typeof loadArticles>;
  try {
    loaded = loadArticles(dir);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield {
      what: "corpus",
      state: "problem",
      says: `${error.message}; make one with "onrecord ingest <files> --corpus ${dir}"`,
    };
    return;
  }
  for (const problem of loaded.problems)
    yield { what: "corpus", state: "problem", says: `${problem}; mend or move the file` };
  const { live, stamp } = makeCorpus(
    loaded.placed.map((p) => p.article),
    readableOutlets(dir),
  );
  yield live.length > 0
    ? {
        what: "corpus",
        state: "ok",
        says: `${stamp.articles} articles in ${dir}, newest ${stamp.newest ?? "of unknown date"}, ${stamp.hash}`,
      }
    : {
        what: "corpus",
        state: "problem",
        says: `no live article in ${dir}; add some with "onrecord ingest <files> --corpus ${dir}"`,
      };
  for (const article of live) {
    const [doubt] = doubtsAbout(article);
    if (doubt)
      yield {
        what: "corpus",
        state: "note",
        says: `${doubtLine(article, doubt)}; if the date is wrong, say the right one in sources.yaml or in the article's file`,
      };
  }
  const unknown = (key: "outlet" | "headline" | "published" | "url") =>
    live.filter((a) => a[key] === null).map((a) => a.id);
  for (const [key, name] of [
    ["outlet", "outlet"],
    ["published", "publication date"],
    ["headline", "headline"],
    ["url", "link"],
  ] as const) {
    const ids = unknown(key);
    if (ids.length > 0)
      yield {
        what: "corpus",
        state: "note",
        says: `${name} not known: ${ids.slice(0, 5).join(", ")}${ids.length > 5 ? ` and ${ids.length - 5} more` : ""}; say it in sources.yaml or in the article's file`,
      };
  }
}

/** The outlets, as far as they can be read: what is wrong with them is told of by itself. */
function readableOutlets(dir: string): Outlets {
  try {
    return loadOutlets(dir);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return noOutlets;
  }
}

/** The operator's word on the outlets: whether it can be read, which outlets it forgets, and whether the audiences that are set exist. */
function* examineOutlets(dir: string, settings: Settings): Generator<Finding> {
  let corpus: Corpus;
  try {
    corpus = loadCorpus(dir);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A folder that cannot be read was told of before.
    if (existsSync(join(dir, outletsFile))) yield { what: "outlets", state: "problem", says: error.message };
    return;
  }
  const { live, outlets } = corpus;
  const set = new Set([settings.audience, ...settings.chatAudiences.values()].filter((name) => name !== null));
  for (const name of set)
    if (name !== everyone && !outlets.audiences.has(name))
      yield {
        what: "outlets",
        state: "problem",
        says: `the audience "${name}" is set, but ${join(dir, outletsFile)} does not say who that is`,
      };
  const unlabelled = [...new Set(live.flatMap((a) => (a.outlet && !outlets.of(a)?.label ? [a.outlet] : [])))].sort();
  if (outlets.all.length > 0)
    yield {
      what: "outlets",
      state: "ok",
      says: `${outlets.all.length} outlets and ${outlets.audiences.size} audiences in ${outletsFile}`,
    };
  if (unlabelled.length > 0)
    yield {
      what: "outlets",
      state: "note",
      says: `no label for ${unlabelled.slice(0, 5).join(", ")}${unlabelled.length > 5 ? ` and ${unlabelled.length - 5} more` : ""}; say who owns and funds them in ${join(dir, outletsFile)}`,
    };
}
