import type { Zone } from "../coverage/article.ts";
import { guessLanguage } from "../language/script.ts";
import { composeDraft, type Draft } from "./draft.ts";
import { type ZonedLine, zoneLines } from "./page-zones.ts";
import { readStamp } from "./stamp.ts";

const kept: ReadonlySet<Zone> = new Set(["headline", "byline", "dateline", "credit", "caption", "body"]);

/**
 * Reads the raw text of a page (what a browser's "copy all" gives): every line gets a zone, the article's own lines
 * become the text in their order, the rest is reported as dropped.
 */
export function readPageText(text: string): Draft {
  const page = text.toWellFormed().replaceAll("\u0000", "");
  const lines = zoneLines(page);
  const stamp = publicationStamp(lines);
  const date = stamp && readStamp(stamp.text);
  return composeDraft({
    isPage: true,
    paragraphs: lines.filter((l) => kept.has(l.zone)),
    headline: lines.find((l) => l.zone === "headline")?.text ?? null,
    byline: lines.find((l) => l.zone === "byline")?.text ?? null,
    published: stamp && date ? { date, basis: "stamp", words: stamp.text } : null,
    language: guessLanguage(page),
    dropped: lines.filter((l) => !kept.has(l.zone)),
  });
}

/**
 * The stamp that tells the day of publication: no day of an update, and below the text, where dates belong to other
 * stories, only one that says so.
 */
function publicationStamp(lines: readonly ZonedLine[]): ZonedLine | undefined {
  const lastBody = lines.findLastIndex((l) => l.zone === "body");
  return lines.find(
    ({ zone, text }, i) =>
      zone === "dateline" &&
      readStamp(text) !== null &&
      !/updat|modif|обновл/i.test(text) &&
      (i < lastBody || /^(?:published|posted|опубликовано)/i.test(text)),
  );
}
