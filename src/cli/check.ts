import { z } from "zod";
import { type Change, type CheckResult, check, type Difference, type Match } from "../answer/check.ts";
import { openLibrary } from "../answer/library.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import type { Shown } from "../coverage/policy.ts";
import { audienceOption, heldJson, heldLine, isHeld, type Screen, screenFor } from "./audience.ts";
import { readBatch } from "./batch.ts";
import { openCorpus } from "./corpus-option.ts";
import { printJson, printLine } from "./io.ts";
import { sourceLine, speakerWords } from "./plain.ts";
import type { AddCommand } from "./program.ts";

interface Options {
  readonly corpus?: string;
  readonly audience?: string;
  readonly batch?: string;
  readonly json?: true;
}

const batchLine = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });

export const addCheck: AddCommand = (program, io, outcome) => {
  program
    .command("check")
    .description("say whether the coverage has a quotation, and word for word what differs")
    .argument("[text]")
    .option("--batch <file>", 'JSON Lines with {"id", "text"} a line')
    .option("--corpus <dir>", "the corpus folder")
    .option(...audienceOption)
    .option("--json", "one JSON object a line")
    .addHelpText(
      "after",
      "\nEnds with 1 when a quotation is not in the coverage so, with 0 when all are exact or differ in typography only, and after --batch.",
    )
    .action((text: string | undefined, options: Options, command) => {
      const given: { id?: string | number | undefined; text: string }[] = [
        ...(text === undefined ? [] : [{ text }]),
        ...(options.batch ? readBatch(io, options.batch, batchLine) : []),
      ];
      if (given.length === 0 && !options.batch) command.error("error: missing required argument 'text'");
      if (text !== undefined && !/[\p{L}\p{N}]/u.test(text)) throw new InputError("the text to check is empty");
      const corpus = openCorpus(io, options.corpus);
      const screen = screenFor(io, corpus, options.audience);
      const library = openLibrary(corpus);
      for (const one of given) {
        for (const checked of check(library, one.text).map(withoutHint)) {
          const { result, held } = screened(screen, corpus, checked);
          if (!options.batch && result.verdict !== "exact" && result.verdict !== "typography") outcome.exitCode = 1;
          if (options.json || options.batch)
            printJson(io, {
              ...(one.id === undefined ? {} : { id: one.id }),
              ...result,
              ...(held ? heldJson(held) : {}),
            });
          else {
            for (const line of plainOf(screen.corpus, result)) printLine(io, line);
            if (held) printLine(io, heldLine(held));
          }
        }
      }
    });
};

/** A result without the words that may not be shown, and the first of those held back. The verdict stays. */
function screened(screen: Screen, corpus: Corpus, result: CheckResult): { result: CheckResult; held: Shown | null } {
  const places = [result.match, result.body, ...result.joined.map((j) => j.match)].flatMap((place) => {
    const article = place && corpus.byId.get(place.article);
    return article ? [{ article, sentences: [place] }] : [];
  });
  const held = screen.show(places).find(isHeld) ?? null;
  const alsoIn = result.alsoIn.filter(screen.mayName);
  if (!held) return { result: { ...result, alsoIn }, held };
  const speaker = { ...result.speaker, found: null };
  return { result: { ...result, alsoIn, speaker, match: null, body: null, diff: null, joined: [] }, held };
}

/** Words of a claim below which any speaker may have said them: none is named. */
const fewestWords = 4;

function withoutHint(result: CheckResult): CheckResult {
  const words = result.claim.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return words.length >= fewestWords
    ? result
    : { ...result, speaker: { ...result.speaker, found: null, agrees: null } };
}

const heading: Record<CheckResult["verdict"], string> = {
  exact: "exact: the coverage has these words",
  typography: "typography: the coverage has these words; marks, dashes, case or spaces differ",
  altered: "altered: the coverage has other words",
  "headline-only": "headline only: no article's body has these words",
  "other-wording": "other wording: the coverage seems to have this remark in other words",
  "not-found": "not in the coverage",
};

const changes: Record<Change, string> = {
  number: "a number differs",
  negation: "a denial differs",
  name: "a name differs",
  cut: "words were cut out at the dots",
  joined: "words that stand apart were joined",
  attribution: "only who said it, in the middle, is left out",
};

function* plainOf(corpus: Corpus, result: CheckResult): Generator<string> {
  yield `“${result.claim}”`;
  yield heading[result.verdict];
  for (const change of result.changes) yield `  ${changes[change]}`;
  if (result.diff && result.joined.length === 0) yield diffLine(result.diff);
  for (const { match, diff } of result.joined) {
    yield "from:";
    if (diff) yield diffLine(diff);
    yield* place(corpus, match, []);
  }
  if (result.match && result.joined.length === 0) {
    if (result.verdict === "not-found") yield "nearest:";
    yield* place(corpus, result.match, result.alsoIn);
  }
  if (result.body) {
    yield "the body:";
    yield* place(corpus, result.body, []);
  }
  const { claimed, found, agrees } = result.speaker;
  if (found && result.verdict !== "not-found") {
    const said =
      claimed === null
        ? ""
        : agrees === null
          ? `, whether ${claimed} is not clear`
          : agrees
            ? ", as claimed"
            : `, not ${claimed}`;
    yield `speaker: ${speakerWords(found)}${said}`;
  }
  yield "";
}

function* place(corpus: Corpus, match: Match, alsoIn: readonly string[]): Generator<string> {
  for (const line of match.text.split(/\r?\n/)) yield `│ ${line}`;
  const article = corpus.byId.get(match.article);
  if (article) yield sourceLine(corpus, article, alsoIn);
}

const diffLine = (diff: readonly Difference[]) => `  ${diff.map(diffText).join(" ")}`;

/** Readable without colour: [-in the coverage only-], {+in the claim only+}. */
function diffText(d: Difference): string {
  if (d.kind === "lost") return `[-${d.text}-]`;
  if (d.kind === "added") return `{+${d.text}+}`;
  if (d.kind === "changed") return `[-${d.text}-]{+${d.claimed}+}`;
  return d.text;
}
