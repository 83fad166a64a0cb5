import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { exportTimeline, formatOf } from "../../answer/timeline/export/export.ts";
import type { Timeline } from "../../answer/timeline.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { fileError, InputError } from "../../coverage/errors.ts";
import { type Io, warn } from "../io.ts";
import { sourceLine } from "../plain.ts";
import { dateOf } from "./plain.ts";

/** Writes a timeline to a file, one that is there already as well, and says so on standard error. */
type Writer = (io: Io, corpus: Corpus, found: Timeline) => Promise<void>;

/** @throws InputError when the name does not end in .png. */
export function pictureWriter(file: string): Writer {
  if (!file.toLowerCase().endsWith(".png")) throw new InputError("--picture is the name of a .png file");
  return async (io, corpus, found) => {
    const [{ drawPicture }, { pngOf }] = await Promise.all([
      import("../../telegram/picture/picture.ts"),
      import("../../telegram/picture/png.ts"),
    ]);
    const picture = drawPicture(corpus, found, "en");
    if (!picture) throw new InputError("nothing that fits has a date, so there is nothing to draw");
    write(io, file, await pngOf(picture.svg));
    report(io, file, found.dated.length, found.undated.length);
  };
}

/** @throws InputError when the name does not end as one of the formats does. */
export function exportWriter(file: string): Writer {
  const format = formatOf(file);
  if (!format) throw new InputError("--export is the name of an .ics, .csv, .json or .timelinejs.json file");
  return async (io, corpus, found) => {
    const { text, events, left } = exportTimeline(corpus, found, format, {
      title: found.request.topic ?? "Timeline",
      period: dateOf,
      source: (article, alsoIn) => sourceLine(corpus, article, alsoIn).replace(/^— /, ""),
    });
    write(io, file, text);
    report(io, file, events, left);
  };
}

function write(io: Io, file: string, data: string | Uint8Array): void {
  try {
    writeFileSync(resolve(io.cwd, file), data);
  } catch (error) {
    throw fileError(error, "write", file);
  }
}

function report(io: Io, file: string, events: number, left: number): void {
  const without = left > 0 ? `, without ${left} that have no date` : "";
  warn(io, `wrote ${file}: ${events} ${events === 1 ? "event" : "events"}${without}`);
}
