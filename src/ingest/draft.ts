import type { DateBasis, Zone, ZoneMap } from "../coverage/article.ts";
import type { StoredArticle } from "../coverage/format.ts";

/** A stretch of a capture that did not enter the text, with what it was taken for and why. */
export interface Dropped {
  readonly text: string;
  readonly zone: Zone;
  readonly why: string;
}

/** A publication day with how it was found and, where there are any, the words it was read from. */
export interface PublishedFinding {
  /** `YYYY-MM-DD`, a day that exists. */
  readonly date: string;
  readonly basis: DateBasis;
  readonly words: string | null;
}

/** What one document of a capture says before families and the operator's word: the cleaned paragraphs with zones, and the metadata found. */
export interface Draft {
  /**
   * Kept paragraphs in order, joined by an empty line, each without a line break inside (see `paragraphRanges`);
   * or the `text` of a capture that is clean already, kept character for character.
   */
  readonly text: string;
  /** Zones of the kept paragraphs that are not body, by paragraph number from 1. */
  readonly zones: ZoneMap;
  /** The id the input gave. */
  readonly id?: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: PublishedFinding | null;
  readonly url: string | null;
  /** BCP 47 primary language subtag, lower case. */
  readonly language: string;
  /** An article as ingestion wrote it: what comes in is an exported corpus, and stays as it is. */
  readonly stored?: StoredArticle;
  /** It was read off a page, where the outlet's own lines can stand among the story's. */
  readonly isPage?: true;
  /** It is a summary of an article that stands elsewhere. */
  readonly isSummary?: true;
  /** Every stretch that was left out, with its zone and why, for `ingest --explain`. */
  readonly dropped: readonly Dropped[];
  /** Disagreements and doubts to report, one clear line each. */
  readonly warnings: readonly string[];
}

/** Puts a draft together from kept paragraphs with their zones; white space inside a paragraph stays, line breaks become spaces. */
export function composeDraft(
  parts: Partial<Omit<Draft, "text" | "zones">> & {
    readonly paragraphs: readonly { readonly text: string; readonly zone: Zone }[];
    readonly language: string;
  },
): Draft {
  const { paragraphs, ...rest } = parts;
  const zones: ZoneMap = {};
  paragraphs.forEach(({ zone }, i) => {
    if (zone === "body") return;
    const numbers = zones[zone] ?? [];
    numbers.push(i + 1);
    zones[zone] = numbers;
  });
  return {
    headline: null,
    outlet: null,
    byline: null,
    published: null,
    url: null,
    dropped: [],
    warnings: [],
    ...rest,
    text: paragraphs.map((p) => onOneLine(p.text)).join("\n\n"),
    zones,
  };
}

/** By splitting: a pattern with blanks on both sides of the break would try every run of blanks in the text. */
function onOneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
