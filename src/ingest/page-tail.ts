import type { Zone } from "../coverage/article.ts";
import { countsComments, framesComment, headsComments, opensTail, tellsOfWriter } from "../language/furniture.ts";
import { namesReporters } from "./html/cues.ts";

interface Line {
  readonly text: string;
  readonly words: number;
  zone: Zone | null;
  why: string;
}

/** The lines of an article that must stand above what ends it. */
const fewestAbove = 3;
/** The share of all words of prose that stand above the end of an article; below it are teasers, notices and writers. */
const mostlyAbove = 0.6;

/**
 * What follows an article on its page, though it reads like prose: readers' comments, teasers of other stories, who the
 * writer is, what the outlet says of itself. To be called when every other line has its zone.
 */
export function markTail(lines: readonly Line[]): void {
  const end = endOf(lines);
  const last = lines.findLastIndex((l, i) => i < end && isBody(l) && !tellsOfWriter.test(l.text));
  if (last < 0) return;
  lines.forEach((line, i) => {
    if (!isBody(line) || i <= last) return;
    line.zone = "boilerplate";
    line.why = i > end ? "stands below the end of the article" : "tells who the writer is";
  });
}

const isBody = ({ zone }: Line) => zone === "body";

/** The place of the line that ends the article; behind all lines where none does. */
function endOf(lines: readonly Line[]): number {
  const all = lines.reduce((sum, l) => sum + (isBody(l) ? l.words : 0), 0);
  /** Where two lines of prose last stand together: what comes below may be teasers, each alone under its headline. */
  const lastRun = lines.findLastIndex((l, i) => isBody(l) && isBody(lines[i + 1] ?? { ...l, zone: null }));
  let above = 0;
  let words = 0;
  for (const [i, line] of lines.entries()) {
    if (isBody(line)) {
      above++;
      words += line.words;
    } else if (above >= fewestAbove) {
      if (headsComments(line.text) || isCommentCount(lines, i)) return i;
      const isMostly = words >= mostlyAbove * all;
      if (isMostly && (isSignature(line) || (i > lastRun && opensTail(line.text)))) return i;
    }
  }
  return lines.length;
}

const isCommentCount = (lines: readonly Line[], i: number) =>
  countsComments(lines[i]?.text ?? "") && lines.slice(i + 1, i + 8).some((l) => framesComment(l.text));

/** The desk's last line: who reported and who edited. */
function isSignature({ zone, text }: Line): boolean {
  return zone === "credit" && namesReporters(text);
}
