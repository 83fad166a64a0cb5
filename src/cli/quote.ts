import { z } from "zod";
import { openLibrary } from "../answer/library.ts";
import { readDays } from "../answer/quote/request.ts";
import {
  allEntries,
  allQuotations,
  everybody,
  type QuoteEntry,
  type QuoteRequest,
  type QuoteResult,
  quote,
  readQuoteRequest,
} from "../answer/quote.ts";
import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import type { Grouped } from "../reading/grouping.ts";
import { audienceOption, heldJson, heldLine, isHeld, type Screen, screenFor } from "./audience.ts";
import { readBatch } from "./batch.ts";
import { openCorpus } from "./corpus-option.ts";
import { printJson, printLine } from "./io.ts";
import { sourceLine, speakerWords } from "./plain.ts";
import type { AddCommand } from "./program.ts";

interface Options {
  readonly corpus?: string;
  readonly audience?: string;
  readonly about?: string;
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly batch?: string;
  readonly json?: true;
}

type Filters = { readonly [key in "about" | "outlet" | "since" | "until"]?: string | undefined };

const batchLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  speaker: z.string().optional(),
  about: z.string().optional(),
  outlet: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
});

export const addQuote: AddCommand = (program, io) => {
  program
    .command("quote")
    .description("list what people are quoted as saying, word for word")
    .argument("[speaker...]", 'who: a name, a role; may go on as in the bot ("Peskov about Twitter since 2021-03-01")')
    .option("--about <topic>", "only quotations about this")
    .option("--outlet <name>", "only from this outlet; a part of its name will do")
    .option("--since <date>", "only from this day on")
    .option("--until <date>", "only up to this day")
    .option("--batch <file>", 'JSON Lines with {"id", "speaker", "about", "outlet", "since", "until"} a line')
    .option("--corpus <dir>", "the corpus folder")
    .option(...audienceOption)
    .option("--json", "one JSON object a line")
    .action((words: readonly string[], options: Options) => {
      const corpus = openCorpus(io, options.corpus);
      const screen = screenFor(io, corpus, options.audience);
      const library = openLibrary(corpus);
      if (options.batch) {
        for (const { id, ...line } of readBatch(io, options.batch, batchLine)) {
          const found = quote(library, requestOf(corpus, line.speaker ?? "", line));
          printJson(io, { ...(id === undefined ? {} : { id }), ...resultJson(screen, found) });
        }
        return;
      }
      const request = requestOf(corpus, words.join(" "), options);
      if (Object.values(request).every((part) => part === null)) {
        if (options.json)
          for (const { shown, entry } of screened(screen, allQuotations(library)))
            printJson(io, isHeld(shown) ? heldJson(shown) : quotationJson(entry.quotation, entry.article));
        else for (const line of plainEntries(screen, allEntries(library))) printLine(io, line);
        return;
      }
      const found = quote(library, request);
      if (options.json && found.kind === "quotations")
        for (const entry of entriesJson(screen, found.entries)) printJson(io, entry);
      else if (options.json) printJson(io, resultJson(screen, found));
      else for (const line of plainResult(screen, found)) printLine(io, line);
    });
};

/** The request in the words and in the options, which go before the words. */
function requestOf(corpus: Corpus, words: string, options: Filters): QuoteRequest {
  const said = words.trim() === "" ? everybody : readQuoteRequest(words, corpus);
  const { about, outlet, since, until } = options;
  return {
    speaker: said.speaker,
    topic: about ?? said.topic,
    outlet: outlet ?? said.outlet,
    since: since === undefined ? said.since : dayOf(since, "since").from,
    until: until === undefined ? said.until : dayOf(until, "until").to,
  };
}

function dayOf(text: string, option: string): { from: string; to: string } {
  const days = readDays(text);
  if (!days) throw new InputError(`--${option}: "${text}" is no date; write 2021-03-04, "4 March 2021" or 2021`);
  return days;
}

/** The contract of DESIGN.md §5, and where the words come from. `text` is the article's text from `start` to `end`. */
export function quotationJson(quotation: Grouped, article: Article) {
  const { start, end, parts, kind, speaker, via, hearsay, cue, uttered, context, group, zone } = quotation;
  return {
    article: article.id,
    start,
    end,
    parts,
    text: article.text.slice(start, end),
    kind,
    speaker,
    via,
    hearsay,
    cue,
    uttered,
    context,
    group,
    zone,
    outlet: article.outlet,
    headline: article.headline,
    published: article.published,
    url: article.url,
  };
}

function entryJson({ quotation, article, alsoIn, otherSpeakers, rivals, otherWordings }: QuoteEntry) {
  const place = (o: (typeof rivals)[number]) => ({
    article: o.article.id,
    start: o.quotation.start,
    end: o.quotation.end,
    text: o.article.text.slice(o.quotation.start, o.quotation.end),
    speaker: o.quotation.speaker.name,
  });
  return {
    ...quotationJson(quotation, article),
    alsoIn: alsoIn.map((o) => o.article.id),
    otherSpeakers,
    rivals: rivals.map(place),
    otherWordings: otherWordings.map(place),
  };
}

/** Entries with what of them may be shown, the budgets of the answer spent in their order. */
function screened<T extends Pick<QuoteEntry, "quotation" | "article">>(screen: Screen, entries: readonly T[]) {
  const answer = entries.map(({ quotation, article }) => ({ article, sentences: [quotation.context] }));
  return screen.show(answer).map((shown, i) => {
    const entry = entries[i] as T;
    return { shown, entry: { ...entry, article: screen.corpus.byId.get(entry.article.id) ?? entry.article } };
  });
}

/** An entry with those places beside it that may be shown. */
function besides(screen: Screen, entry: QuoteEntry): QuoteEntry {
  const mayQuote = ({ article }: { readonly article: Article }) => screen.mayQuote(article.id);
  const source = <T extends { readonly article: Article }>(one: T): T => ({
    ...one,
    article: screen.corpus.byId.get(one.article.id) ?? one.article,
  });
  return {
    ...entry,
    alsoIn: entry.alsoIn.filter((o) => screen.mayName(o.article.id)),
    rivals: entry.rivals.filter(mayQuote).map(source),
    otherWordings: entry.otherWordings.filter(mayQuote).map(source),
  };
}

function entriesJson(screen: Screen, entries: readonly QuoteEntry[]) {
  return screened(screen, entries).map(({ shown, entry }) =>
    isHeld(shown) ? heldJson(shown) : entryJson(besides(screen, entry)),
  );
}

function resultJson(screen: Screen, found: QuoteResult) {
  return found.kind === "quotations" ? { ...found, entries: entriesJson(screen, found.entries) } : found;
}

function* plainResult(screen: Screen, found: QuoteResult): Generator<string> {
  if (found.kind === "speakers") for (const { name, count } of found.speakers) yield `${count}\t${name}`;
  else if (found.kind === "several") {
    yield `Several people of that name are quoted:`;
    for (const { name, count } of found.people) yield `${count}\t${name}`;
  } else if (found.kind === "nobody") {
    yield `The coverage quotes nobody of that name.`;
    if (found.nearest.length > 0) yield "Names like it:";
    for (const { name, count } of found.nearest) yield `${count}\t${name}`;
  } else if (found.entries.length === 0) yield "The coverage has no such quotation.";
  else yield* plainEntries(screen, found.entries);
}

function* plainEntries(screen: Screen, entries: readonly QuoteEntry[]): Generator<string> {
  for (const { shown, entry } of screened(screen, entries)) {
    if (!isHeld(shown)) yield* plainEntry(screen.corpus, besides(screen, entry));
    else {
      yield heldLine(shown);
      if (shown.named) yield sourceLine(screen.corpus, entry.article);
      yield "";
    }
  }
}

function* plainEntry(corpus: Corpus, entry: QuoteEntry): Generator<string> {
  const { quotation, article, alsoIn, rivals, otherWordings } = entry;
  const shown = quotation.context;
  for (const line of article.text.slice(shown.start, shown.end).split(/\r?\n/)) yield `│ ${line}`;
  yield `${speakerLine(quotation)} · ${whenLine(quotation, article)}`;
  yield sourceLine(
    corpus,
    article,
    alsoIn.map((o) => o.article.id),
  );
  for (const other of rivals) yield* plainOther(corpus, "the same words, given to somebody else", other);
  for (const other of otherWordings) yield* plainOther(corpus, "possibly the same remark", other);
  yield "";
}

function* plainOther(corpus: Corpus, what: string, { quotation, article }: QuoteEntry["rivals"][number]) {
  yield `  ${what}: ${speakerLine(quotation)}`;
  for (const line of article.text.slice(quotation.context.start, quotation.context.end).split(/\r?\n/))
    yield `  │ ${line}`;
  yield `  ${sourceLine(corpus, article)}`;
}

function speakerLine({ speaker, via, hearsay }: Grouped): string {
  return [
    speakerWords(speaker),
    ...(via ? [`via ${via.name}`] : []),
    ...(hearsay ? ["as reported by others"] : []),
  ].join(" · ");
}

function whenLine({ uttered }: Grouped, article: Article): string {
  if (!uttered.from) return "date not known";
  const days = uttered.to && uttered.to !== uttered.from ? `${uttered.from} to ${uttered.to}` : uttered.from;
  return uttered.basis
    ? `${days} (“${article.text.slice(uttered.basis.start, uttered.basis.end)}”)`
    : `${days} (publication)`;
}
