import type { Granularity, Mention } from "./mention.ts";

/** What an event's date rests on: its own words, the publication date, another sentence, or nothing. */
export type Basis = "stated" | "publication" | "mention" | "undated";

/** Mentions of one happening, merged across sentences and articles. */
export interface Event {
  /** The same for the same date, family and sentence, whatever else is in the coverage. */
  readonly id: string;
  /** The date in the Extended Date/Time Format (ISO 8601-2, level 1); `null` if undated. */
  readonly edtf: string | null;
  /** First and last day; an open interval keeps the side it knows. */
  readonly from: string | null;
  readonly to: string | null;
  readonly granularity: Granularity;
  readonly basis: Basis;
  /** That of the mention the date was taken from. */
  readonly confidence: number;
  /** How many independent families report it: an original and its reprints count once. */
  readonly families: number;
  /** All mentions; the first is the one the date was taken from. */
  readonly mentions: readonly Mention[];
  /** Other dates that reports give the same happening, each with its mentions. */
  readonly conflicts: readonly { readonly edtf: string; readonly mentions: readonly Mention[] }[];
}
