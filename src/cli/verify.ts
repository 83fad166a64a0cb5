import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { type Verified, verify } from "../answer/verify.ts";
import { readBatch } from "./batch.ts";
import { corpusDir, openCorpus } from "./corpus-option.ts";
import { printJson, printLine } from "./io.ts";
import type { AddCommand } from "./program.ts";

interface Options {
  readonly corpus?: string;
  readonly batch?: string;
  readonly json?: true;
}

export const addVerify: AddCommand = (program, io, outcome) => {
  program
    .command("verify")
    .description("check that a receipt's words still stand in the article and in its capture")
    .argument("[receipt]", "the short id under a quotation")
    .option("--corpus <dir>", "the corpus folder")
    .option("--batch <file>", 'JSON Lines with one {"receipt": "…"} a line')
    .option("--json", "one JSON object a line")
    .action((receipt: string | undefined, options: Options, command) => {
      const receipts = [
        ...(receipt === undefined ? [] : [receipt]),
        ...(options.batch ? readBatch(io, options.batch, z.object({ receipt: z.string() })).map((b) => b.receipt) : []),
      ];
      if (receipts.length === 0) command.error("error: missing required argument 'receipt'");
      const corpus = openCorpus(io, options.corpus);
      const dir = corpusDir(io, options.corpus);
      for (const one of receipts) {
        const result = verify(corpus, dir, one);
        if (!result.ok) outcome.exitCode = 1;
        if (options.json) printJson(io, result);
        else printLine(io, plain(result, dir));
      }
    });
};

function plain(result: Verified, dir: string): string {
  if (!result.article || !result.capture) {
    return `${result.receipt}: ${result.why === "not-a-receipt" ? "this is not a receipt" : "no article in this coverage belongs to this receipt"}`;
  }
  const state = result.captureState ?? "missing";
  const missing = whyUnchecked(resolve(dir, result.capture.file), result.capture.file);
  const capture = { intact: "unchanged", changed: "CHANGED since", replaced: "replaced by a newer one", missing }[
    state
  ];
  const holds = result.replacedBy
    ? `holds in the version that was quoted; a newer capture changed the article (${result.replacedBy})`
    : state === "missing"
      ? `holds in the article; the capture is ${missing} and could not be checked`
      : "holds";
  return [
    `${result.receipt}: ${result.ok ? holds : whyNot[result.why ?? "altered"]}`,
    `  article ${result.article}, characters ${result.start}–${result.end}`,
    ...(result.reason ? [`  reason: ${result.reason}`] : []),
    ...(result.text === undefined ? [] : [result.ok ? `  ${result.text}` : `  now there: ${result.text}`]),
    `  capture ${result.capture.file} (${capture}), SHA-256 ${result.capture.sha256}`,
  ].join("\n");
}

/** Standard input leaves nothing to look at, and the items of a feed have no bytes of their own to compare. */
function whyUnchecked(path: string, file: string): string {
  if (file === "-") return "standard input";
  return existsSync(path) ? "there" : "no longer there";
}

const whyNot = {
  "not-a-receipt": "this is not a receipt",
  "unknown-article": "unknown article",
  altered: "DOES NOT HOLD: the article's words at this place have changed",
  withdrawn: "WITHDRAWN: the article was taken back and is quoted no more",
  "capture-changed": "DOES NOT HOLD: the capture was changed after it was taken in",
  "not-in-capture": "DOES NOT HOLD: the words are not in the capture; the article was edited",
} as const;
