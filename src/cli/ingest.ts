import { resolve } from "node:path";
import { z } from "zod";
import { readSettings } from "../config.ts";
import { InputError } from "../coverage/errors.ts";
import { withLock } from "../coverage/lock.ts";
import { type Ingested, ingest, isAddress } from "../ingest/ingest.ts";
import { doubtsAbout } from "../reading/doubts.ts";
import { readBatch } from "./batch.ts";
import { corpusDir } from "./corpus-option.ts";
import { progressLine } from "./ingest/progress.ts";
import { type Io, printJson, printLine, warn } from "./io.ts";
import { doubtLine } from "./plain.ts";
import type { AddCommand } from "./program.ts";

interface Options {
  readonly corpus?: string;
  readonly batch?: string;
  readonly limit?: number;
  readonly contact?: string;
  readonly dryRun?: true;
  readonly explain?: true;
  readonly json?: true;
}

export const addIngest: AddCommand = (program, io, outcome) => {
  program
    .command("ingest")
    .description(
      "take pages into the coverage: page text, HTML, Markdown, JSON Lines, feeds, ninjs, NewsML-G2, web archives, .gz",
    )
    .argument("[inputs...]", 'files, folders, patterns, addresses of pages, feeds and sitemaps; "-" is standard input')
    .option("--corpus <dir>", "the corpus folder, made when it is missing")
    .option("--batch <file>", 'JSON Lines with one {"input": "file or folder"} a line')
    .option("--limit <n>", "the most pages that one sitemap or feed leads to (1000)", positive)
    .option("--contact <who>", "a mail address or page of yours, told to the sites that are fetched from")
    .option("--dry-run", "say what would be done and write nothing")
    .option("--explain", "show every line of the inputs with its zone and why; writes nothing")
    .option("--json", "one JSON object a line")
    .addHelpText(
      "after",
      "\nDocuments that cannot be taken in are listed as rejected and stop nothing: the exit code is 2 only when\nnothing could be taken in.",
    )
    .action(async (given: string[], options: Options) => {
      const inputs = [
        ...given,
        ...(options.batch
          ? readBatch(io, options.batch, z.object({ input: z.string().min(1) })).map((b) => b.input)
          : []),
      ];
      if (inputs.length === 0)
        throw new InputError("nothing to ingest: name files or folders, or - for standard input");
      const dryRun = options.dryRun === true || options.explain === true;
      const dir = corpusDir(io, options.corpus);
      const progress = progressLine(io.stderr);
      const contact = options.contact ?? readSettings(io.env).contact;
      if (contact === null && inputs.some(isAddress))
        warn(io, "note: sites cannot tell who fetches from them; say it with --contact or the setting CONTACT");
      const stop = new AbortController();
      const unlisten = io.onStop(() => stop.abort());
      const run = () =>
        ingest(
          inputs.map((input) => (input === "-" || isAddress(input) ? input : resolve(io.cwd, input))),
          {
            dir,
            dryRun,
            explain: options.explain === true,
            stdin: io.stdin as AsyncIterable<Buffer>,
            warn: (line) => progress.aside(() => warn(io, `note: ${shown(io, line)}`)),
            progress: progress.step,
            stop: stop.signal,
            contact,
            ...(io.network ? { network: io.network } : {}),
            ...(options.limit === undefined ? {} : { limit: options.limit }),
          },
        );
      const results = await (dryRun ? run() : withLock(dir, run)).finally(() => {
        progress.end();
        unlisten();
      });
      for (const result of results) {
        if (options.json) printJson(io, jsonOf(io, result, options.dryRun === true));
        else for (const line of plainOf(io, result, options.explain === true)) printLine(io, line);
      }
      noteDoubts(io, results);
      if (!options.json) printLine(io, summary(results, dryRun));
      if (stop.signal.aborted) {
        warn(io, "interrupted: what was read is taken in; run the same command again to go on from there");
        outcome.exitCode = interrupted;
      } else if (results.length > 0 && results.every((r) => r.status === "rejected")) outcome.exitCode = 2;
    });
};

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InputError(`--limit: "${value}" is no number of pages`);
  return number;
}

/** What shells report of a process that SIGINT ended. */
const interrupted = 130;

/** Reading every date of an archive would double the time it takes to bring it in: `doctor` does that when asked. */
const mostLookedOver = 200;

/** Says of new and changed articles when their text speaks against their publication date. */
function noteDoubts(io: Io, results: readonly Ingested[]): void {
  const fresh = results.flatMap(({ article, status }) => (article && status !== "unchanged" ? [article] : []));
  if (fresh.length > mostLookedOver) {
    warn(io, 'note: "onrecord doctor" says which texts speak against their publication date');
    return;
  }
  for (const article of fresh) {
    const [doubt] = doubtsAbout(article);
    if (doubt) warn(io, `note: ${doubtLine(article, doubt)}`);
  }
}

/** Paths as the person would type them here. */
function shown(io: Io, text: string): string {
  return text.replaceAll(`${io.cwd}/`, "");
}

function jsonOf(io: Io, { input, status, article, reason }: Ingested, dryRun: boolean) {
  return {
    input: shown(io, input),
    status,
    ...(article ? { article: dryRun ? undefined : article.id } : {}),
    ...(reason ? { reason: shown(io, reason) } : {}),
    ...(article && dryRun
      ? {
          article: {
            id: article.id,
            outlet: article.outlet,
            headline: article.headline,
            byline: article.byline,
            published: article.published,
            publishedBasis: article.publishedBasis,
            publishedWords: article.publishedWords,
            url: article.url,
            language: article.language,
            family: article.family,
            text: article.text,
            zones: article.paragraphs.map((p) => ({
              zone: p.zone,
              start: p.start,
              end: p.end,
              text: article.text.slice(p.start, p.end),
            })),
          },
        }
      : {}),
  };
}

function plainOf(io: Io, { input, status, article, draft, reason }: Ingested, explain: boolean): string[] {
  const original = status === "reprint" ? ` of ${article?.family}` : "";
  const head = `${status.padEnd(9)} ${shown(io, input)}${article ? ` → ${article.id}${original}` : ""}${reason ? `: ${shown(io, reason)}` : ""}`;
  if (!explain || !article) return [head];
  return [
    head,
    ...article.paragraphs.map((p) => `  ${p.zone.padEnd(11)} ${article.text.slice(p.start, p.end)}`),
    ...(draft?.dropped ?? []).map((d) => `  ${d.zone.padEnd(11)} ${d.text}\n  ${" ".repeat(11)} left out: ${d.why}`),
  ];
}

function summary(results: readonly Ingested[], dryRun: boolean): string {
  const counts = Map.groupBy(results, (r) => r.status);
  const parts = [...counts].map(([status, list]) => `${list.length} ${status}`);
  return `${parts.join(", ") || "nothing found"}${dryRun ? " (nothing was written)" : ""}`;
}
