import type { Range } from "../../language/range.ts";
import type { Anchor, Granularity } from "../mention.ts";
import type { Day, Period } from "./calendar.ts";
import type { Tense } from "./tense.ts";

/** A resolved date, or `from` and `to` both null for one that cannot be dated; an open interval has one of them. */
export interface Resolution {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly granularity: Granularity;
  readonly timex: string | null;
  readonly rule: string;
  readonly anchor: Anchor;
}

/** An expression that was resolved before, on which what comes later may hang. */
export interface Earlier extends Range {
  readonly period: Period;
  /** The sentence's number in the article. */
  readonly sentence: number;
}

/** What earlier expressions of the article leave behind. */
export interface Trail {
  /** The last mention of a single day, of a quarter, and of any kind. */
  readonly day: Earlier | null;
  readonly quarter: Earlier | null;
  readonly any: Earlier | null;
  /** The number of the sentence of an undated expression that came after all of them. */
  readonly undated: number | null;
}

/** What is known where an expression is resolved. */
export interface Context {
  /** The day of writing, or of speaking inside a quotation; `null` if unknown. */
  readonly now: Day | null;
  /** A history: dates without a year follow the last date of the text. */
  readonly history: boolean;
  readonly tense: Tense;
  /** Whether a past tense leaves no doubt, as in Russian; an English "-ed" may be a participle. */
  readonly certain: boolean;
  /** The sentence's number in the article. */
  readonly sentence: number;
  readonly trail: Trail;
  /** Where the expression ends in the article's text. */
  readonly end: number;
  /** The folded sentence close before and after the expression. */
  readonly before: string;
  readonly after: string;
  /** The year that the other end of a range names ("March 3 to April 5, 2021"). */
  readonly rangeYear: number | null;
  /** The mention that ends right before the expression ("On May 3, two days after …"). */
  readonly previous: Earlier | null;
  /** What the expression right after this one resolves to ("two days after May 3"). */
  readonly next: () => Earlier | null;
}
