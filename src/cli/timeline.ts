import { z } from "zod";
import { openLibrary } from "../answer/library.ts";
import { eventJson, mentionJson } from "../answer/timeline/export/record.ts";
import { parseDays } from "../answer/timeline/filter-dates.ts";
import { type TimelineRequest, timeline, wholeCoverage } from "../answer/timeline.ts";
import { InputError } from "../coverage/errors.ts";
import { readBatch } from "./batch.ts";
import { openCorpus } from "./corpus-option.ts";
import { printJson, printLine } from "./io.ts";
import type { AddCommand } from "./program.ts";
import { exportWriter, pictureWriter } from "./timeline/files.ts";
import { mentionLine, plainTimeline } from "./timeline/plain.ts";

const steps = ["day", "week", "month", "year"] as const;

interface Options {
  readonly corpus?: string;
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
      const { corpus } = library;
      if (requests) {
        for (const { id, request: one } of requests) {
          const { dated, undated } = timeline(library, one);
          const events = [...dated, ...undated].map(({ event }) => eventJson(corpus, event));
          printJson(io, { ...(id === undefined ? {} : { id }), topic: one.topic, events });
        }
      } else if (files.length > 0) {
        const found = timeline(library, request);
        for (const file of files) await file(io, corpus, found);
      } else if (options.mentions) {
        for (const mention of library.mentions()) {
          if (options.json) printJson(io, { article: mention.article, ...mentionJson(corpus, mention) });
          else printLine(io, mentionLine(corpus, mention));
        }
      } else {
        const found = timeline(library, request);
        if (options.json)
          for (const { event } of [...found.dated, ...found.undated]) printJson(io, eventJson(corpus, event));
        else for (const line of plainTimeline(corpus, found)) printLine(io, line);
      }
    });
};

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
