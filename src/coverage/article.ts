import { z } from "zod";
import type { Range } from "../language/range.ts";

/** What a stretch of a capture is. `related` and `boilerplate` never enter an article's text. */
export const zones = ["headline", "byline", "dateline", "credit", "caption", "body", "related", "boilerplate"] as const;
export type Zone = (typeof zones)[number];

/** How a publication date was found, best evidence first. */
export const dateBases = ["operator", "metadata", "address", "stamp", "caption", "family", "unknown"] as const;
export type DateBasis = (typeof dateBases)[number];

/** A calendar day `YYYY-MM-DD` that exists. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a date is written YYYY-MM-DD")
  .refine((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  }, "no such day in the calendar");

const webAddress = z.string().regex(/^https?:\/\/\S+$/i, "an address starts with http:// or https://");

/** What is known about an article apart from its text; every unknown is `null` and is shown as unknown. */
export const metadataSchema = z.object({
  id: z.string().min(1),
  outlet: z.string().min(1).nullable().default(null),
  headline: z.string().min(1).nullable().default(null),
  byline: z.string().min(1).nullable().default(null),
  published: isoDate.nullable().default(null),
  publishedBasis: z.enum(dateBases).default("unknown"),
  /** The words the date was read from, where there are any. */
  publishedWords: z.string().nullable().default(null),
  url: webAddress.nullable().default(null),
  archiveUrl: webAddress.nullable().default(null),
  /** BCP 47 primary language subtag of the text. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default("en"),
  /** The raw document: its place relative to the corpus folder, and the SHA-256 of its bytes (of its line, in JSON Lines). */
  capture: z.object({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The id of the original when this article belongs to a family of reprints (the original names itself). */
  family: z.string().nullable().default(null),
  /** The id of the article that this was a version of, before a changed capture replaced it. */
  versionOf: z.string().min(1).nullable().default(null),
  status: z.enum(["live", "superseded", "withdrawn"]).default("live"),
  reason: z.string().nullable().default(null),
});
export type Metadata = z.infer<typeof metadataSchema>;

/** A paragraph: a stretch of the article's text and what it is. */
export interface Paragraph extends Range {
  readonly zone: Zone;
}

/** The cleaned text of one capture with its metadata. */
export interface Article extends Readonly<Metadata> {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Zones of paragraphs that are not body, by paragraph number (from 1): how zones are written on disk. */
export const zoneMapSchema = z.partialRecord(z.enum(zones), z.array(z.int().positive())).default({});
export type ZoneMap = z.infer<typeof zoneMapSchema>;

/**
 * The paragraphs of a text: every line that holds something, and hard-wrapped lines (mail and wire
 * archives) joined to the paragraph they were cut from.
 */
export function paragraphRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let block: Range[] = [];
  const flush = () => {
    const [first] = block;
    const last = block.at(-1);
    if (first && last && isHardWrapped(text, block)) ranges.push({ start: first.start, end: last.end });
    else for (const line of block) ranges.push(line);
    block = [];
  };
  for (const match of text.matchAll(/[^\r\n]+|(?:\r\n|\r|\n)/gu)) {
    const line = match[0];
    if (/^[\r\n]/.test(line)) continue;
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    if (start >= end) continue;
    const previous = block.at(-1);
    if (previous && /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(text.slice(previous.end, start))) flush();
    block.push({ start, end });
  }
  flush();
  return ranges;
}

/** Three or more lines, the inner ones all about as long as a terminal is wide and most cut in mid-sentence. */
function isHardWrapped(text: string, lines: readonly Range[]): boolean {
  if (lines.length < 3) return false;
  const inner = lines.slice(0, -1);
  const lengths = inner.map((l) => l.end - l.start);
  const longest = lengths.reduce((a, b) => Math.max(a, b));
  if (longest > 100 || longest < 45 || lengths.some((length) => length < longest * 0.7)) return false;
  const cut = inner.filter((l) => !/[.!?…:;"”»')\]]$/u.test(text.slice(l.start, l.end)));
  return cut.length >= inner.length * 0.6;
}

/** Puts metadata and text together; paragraphs not named in `zoneMap` are body. */
export function makeArticle(metadata: Metadata, text: string, zoneMap: ZoneMap = {}): Article {
  return { ...metadata, text, paragraphs: zonedParagraphs(text, zoneMap) };
}

/** The paragraphs of a text with their zones. */
export function zonedParagraphs(text: string, zoneMap: ZoneMap): Paragraph[] {
  const zoneOf = new Map<number, Zone>();
  for (const [zone, numbers] of Object.entries(zoneMap) as [Zone, number[]][]) {
    for (const number of numbers) zoneOf.set(number, zone);
  }
  return paragraphRanges(text).map((range, i) => ({ ...range, zone: zoneOf.get(i + 1) ?? "body" }) as const);
}

/** The reverse of what `makeArticle` takes. */
export function zoneMapOf(article: Article): ZoneMap {
  const map: ZoneMap = {};
  article.paragraphs.forEach(({ zone }, i) => {
    if (zone === "body") return;
    const numbers = map[zone] ?? [];
    numbers.push(i + 1);
    map[zone] = numbers;
  });
  return map;
}

/** The metadata alone, in the schema's order and without undefined keys. */
export function metadataOf(article: Article): Metadata {
  return metadataSchema.parse(article);
}
