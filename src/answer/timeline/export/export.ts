import type { Corpus } from "../../../coverage/corpus.ts";
import type { Timeline } from "../../timeline.ts";
import { toCsv } from "./csv.ts";
import { toIcs } from "./ics.ts";
import { toJson } from "./json.ts";
import { toTimelineJs } from "./timelinejs.ts";
import type { Wording } from "./wording.ts";

/** What a timeline can be taken away as, in the order in which the formats are offered. */
export const exportFormats = ["ics", "csv", "json", "timelinejs"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A timeline as the content of a file, in UTF-8. */
export interface Exported {
  readonly text: string;
  /** What the file's name ends in, without a dot in front. */
  readonly extension: string;
  /** How many events are in it, and how many are not, because they have no date. */
  readonly events: number;
  readonly left: number;
}

const extensions: Readonly<Record<ExportFormat, string>> = {
  ics: "ics",
  csv: "csv",
  json: "json",
  timelinejs: "timelinejs.json",
};

/** The format that a file's name stands for; `null` for none of them. */
export function formatOf(file: string): ExportFormat | null {
  const name = file.toLowerCase();
  // "timelinejs.json" ends in "json" as well.
  return (["timelinejs", ...exportFormats] as const).find((format) => name.endsWith(`.${extensions[format]}`)) ?? null;
}

/** A timeline in a format: events in the timeline's order, every sentence whole and as it stands in its article. */
export function exportTimeline(corpus: Corpus, timeline: Timeline, format: ExportFormat, wording: Wording): Exported {
  const dated = timeline.dated.map((entry) => entry.event);
  const undated = timeline.undated.map((entry) => entry.event);
  const extension = extensions[format];
  switch (format) {
    case "ics":
      return { text: toIcs(corpus, dated, wording), extension, events: dated.length, left: undated.length };
    case "timelinejs":
      return { text: toTimelineJs(corpus, dated, wording), extension, events: dated.length, left: undated.length };
    case "csv":
      return { text: toCsv(corpus, [...dated, ...undated]), extension, events: dated.length + undated.length, left: 0 };
    case "json":
      return { text: toJson(corpus, timeline), extension, events: dated.length + undated.length, left: 0 };
  }
}
