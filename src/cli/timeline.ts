import { z } from "zod";
import { openLibrary } from "../answer/library.ts";
import { eventJson, mentionJson } from "../answer/timeline/export/record.ts";
import { parseDays } from "../answer/timeline/filter-dates.ts";
import { type Entry, type Timeline, type TimelineRequest, timeline, wholeCoverage } from "../answer/timeline.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import type { Mention } from "../reading/mention.ts";
import { audienceOption, isHeld, type Screen, screenFor } from "./audience.ts";
import { readBatch } from "./batch.ts";
import { openCorpus } from "./corpus-option.ts";
import { type Io, printJson, printLine, warn } from "./io.ts";
import type { AddCommand } from "./program.ts";
import { exportWriter, pictureWriter } from "./timeline/files.ts";
import { mentionLine, plainTimeline } from "./timeline/plain.ts";

const steps = ["day", "week", "month", "year"] as const;

interface Options {
  readonly corpus?: string;
  readonly audience?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly outlet?: string;
  readonly min?: string;
  readonly mentions?: true;
  readonly batch?: string;
  readonly picture?: string;
  readonly export?: string;
  readonly json?: true;
}

const batchLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  topic: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  by: z.enum(steps).optional(),
  outlet: z.string().optional(),
  min: z.number().int().positive().optional(),
});

export const addTimeline: AddCommand = (program, io) => {
  program
    .command("timeline")
    .description("what the coverage reports to have happened, in order, with the reason for each date")
    .argument("[topic]", "words to look for; without them the whole coverage")
    .option("--from <date>", "first day: YYYY-MM-DD, YYYY-MM or YYYY")
    .option("--to <date>", "last day: YYYY-MM-DD, YYYY-MM or YYYY")
    .option("--by <step>", "put events under days, weeks, months or years: day, week, month, year")
    .option("--outlet <name>", "only what this outlet reports; a part of its name will do")
    .option("--min <n>", "only what so many independent reports tell")
    .option("--mentions", "list every time expression of every live article instead, unmerged")
    .option("--batch <file>", 'JSON Lines with {"id", "topic", "from", "to", "by", "outlet", "min"} a line')
    .option("--picture <file>", "write a picture (FILE.png) instead")
    .option("--export <file>", "write a file instead: .ics, .csv, .json or .timelinejs.json (for TimelineJS)")
    .option("--corpus <dir>", "the corpus folder")
    .option(...audienceOption)
    .option("--json", "one JSON object a line")
    .action(async (topic: string | undefined, options: Options) => {
      const files = filesOf(options);
      const request = requestOf({
        ...options,
        topic,
        min: options.min === undefined ? undefined : Number(options.min),
      });
      const batch = options.batch ? readBatch(io, options.batch, batchLine) : null;
      const requests = batch?.map((one) => ({ id: one.id, request: requestOf(one) }));
      const library = openLibrary(openCorpus(io, options.corpus));
      const screen = screenFor(io, library.corpus, options.audience);
      const { corpus } = screen;
      const read = (one: TimelineRequest) => screened(io, screen, library.corpus, timeline(library, one));
      if (requests) {
        for (const { id, request: one } of requests) {
          const { dated, undated } = read(one);
          const events = [...dated, ...undated].map(({ event }) => eventJson(corpus, event));
          printJson(io, { ...(id === undefined ? {} : { id }), topic: one.topic, events });
        }
      } else if (files.length > 0) {
        const found = read(request);
        for (const file of files) await file(io, corpus, found);
      } else if (options.mentions) {
        for (const mention of shownOf(screen, library.corpus, library.mentions())) {
          if (options.json) printJson(io, { article: mention.article, ...mentionJson(corpus, mention) });
          else printLine(io, mentionLine(corpus, mention));
        }
      } else {
        const found = read(request);
        if (options.json)
          for (const { event } of [...found.dated, ...found.undated]) printJson(io, eventJson(corpus, event));
        else for (const line of plainTimeline(corpus, found)) printLine(io, line);
      }
    });
};

/** The mentions whose sentences may be shown, in order. */
function shownOf(screen: Screen, corpus: Corpus, mentions: readonly Mention[]): Mention[] {
  const known = mentions.flatMap((mention) => {
    const article = corpus.byId.get(mention.article);
    return article ? [{ mention, article, sentences: [mention.sentence] }] : [];
  });
  const shown = screen.show(known);
  return known.flatMap(({ mention }, i) => (shown[i] && isHeld(shown[i]) ? [] : [mention]));
}

/** A timeline with what may be shown of it; how many events are left out is said on standard error. */
function screened(io: Io, screen: Screen, corpus: Corpus, found: Timeline): Timeline {
  const entries = [...found.dated, ...found.undated];
  const mentions = entries.flatMap(({ event }) => [...event.mentions, ...event.conflicts.flatMap((c) => c.mentions)]);
  const shown = new Set(shownOf(screen, corpus, mentions));
  if (shown.size === new Set(mentions).size) return found;
  const kept = <T extends { readonly mentions: readonly Mention[] }>(one: T): T => ({
    ...one,
    mentions: one.mentions.filter((m) => shown.has(m)),
  });
  const showable = (list: readonly Entry[]) =>
    list.flatMap((entry) => {
      const event = kept(entry.event);
      const conflicts = event.conflicts.map(kept).filter((c) => c.mentions.length > 0);
      return event.mentions.length > 0 ? [{ ...entry, event: { ...event, conflicts } }] : [];
    });
  const [dated, undated] = [showable(found.dated), showable(found.undated)];
  const left = entries.length - dated.length - undated.length;
  if (left > 0) warn(io, `left out by the operator's policy: ${left} ${left === 1 ? "event" : "events"}`);
  return { ...found, dated, undated, stretches: found.stretches.map((s) => ({ ...s, entries: showable(s.entries) })) };
}

/** How to write the files that are asked for. @throws InputError before anything is read, for names or options that make no sense. */
function filesOf({ picture, export: file, batch, mentions }: Options) {
  const writers = [
    ...(picture === undefined ? [] : [pictureWriter(picture)]),
    ...(file === undefined ? [] : [exportWriter(file)]),
  ];
  if (writers.length > 0 && (batch !== undefined || mentions))
    throw new InputError("--picture and --export go with neither --batch nor --mentions");
  return writers;
}

interface Asked {
  readonly topic?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly outlet?: string | undefined;
  readonly min?: number | undefined;
}

/** @throws InputError that names the option which makes no sense. */
function requestOf({ topic, from, to, by, outlet, min = 1 }: Asked): TimelineRequest {
  const step = steps.find((s) => s === by);
  if (by !== undefined && !step) throw new InputError("--by is day, week, month or year");
  if (!Number.isInteger(min) || min < 1) throw new InputError("--min is a whole number from 1");
  const request = {
    ...wholeCoverage,
    topic: topic?.trim() || null,
    from: daysIn("--from", from)?.from ?? null,
    to: daysIn("--to", to)?.to ?? null,
  };
  if (request.from !== null && request.to !== null && request.from > request.to)
    throw new InputError("--from is later than --to");
  return { ...request, by: step ?? null, outlet: outlet ?? null, min };
}

function daysIn(option: string, date: string | undefined): { from: string; to: string } | null {
  if (date === undefined) return null;
  const days = parseDays(date);
  if (!days) throw new InputError(`${option} is a day YYYY-MM-DD that exists, a month YYYY-MM or a year YYYY`);
  return days;
}
