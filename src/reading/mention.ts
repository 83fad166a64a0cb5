import type { Range } from "../language/range.ts";

/**
 * How fine a date is. `part-month` and `part-year`: "early March", "earlier this year"; `bounded`: an interval that an offset
 * leaves open ("less than a week later"); `approximate`: a day give or take.
 */
export type Granularity =
  | "day"
  | "part-month"
  | "week"
  | "month"
  | "quarter"
  | "season"
  | "part-year"
  | "year"
  | "decade"
  | "century"
  | "bounded"
  | "approximate";

/** What a date was resolved against. */
export interface Anchor {
  readonly kind: "publication" | "explicit" | "mention" | "none";
  /** The anchor's day or interval start, where it has one. */
  readonly date: string | null;
  /** The words of the mention it hangs on, for `mention`. */
  readonly at: Range | null;
}

/** A time expression in a sentence with its resolved date. All ranges are offsets into the article's text. */
export interface Mention {
  readonly article: string;
  readonly sentence: Range;
  readonly expression: Range;
  /** First and last day, `null` for what cannot be dated. An open interval keeps the side it knows. */
  readonly from: string | null;
  readonly to: string | null;
  readonly granularity: Granularity;
  /** The TIMEX3 value: "2021-03-03", "2021-03", "2021-W09", "2021"; `null` if undated. */
  readonly timex: string | null;
  /** The name of the rule that resolved it. */
  readonly rule: string;
  readonly anchor: Anchor;
  /** 0 to 1: the share of such resolutions that are right. */
  readonly confidence: number;
  readonly inQuotation: boolean;
  /** Only facts are events: not what is planned, threatened or supposed. */
  readonly modality: "fact" | "future" | "hypothetical";
  /** The expression of the other end where this one is the first or last day of a range ("from March 3 to March 5"). */
  readonly rangeWith: Range | null;
}
