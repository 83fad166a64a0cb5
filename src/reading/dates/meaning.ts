import type { Range } from "../../language/range.ts";
import type { Season } from "./calendar.ts";

export type Unit = "day" | "week" | "weekend" | "month" | "quarter" | "half" | "season" | "year" | "decade" | "century";

/** A part of a longer stretch: "early March", "the end of 2019", "the first half of May". */
export type Part = "early" | "mid" | "late" | "first-half" | "second-half";

/** Where a unit lies: the one before (-1), the running one (0), the one after (1). */
export type Relative = -1 | 0 | 1;

/** The year of a date: a number, one relative to publication, "that year" of the last mention, or not said. */
export type YearOf = { readonly relative: number } | "that" | number | null;

/**
 * What a time expression says before it is resolved; the same for every language. Months count from 1, weekdays from
 * 1 Monday.
 */
export type Meaning =
  /** `onOrAfter`: the first such weekday from that day on, for holidays that move. */
  | {
      readonly kind: "day";
      readonly year: YearOf;
      readonly month: number;
      readonly day: number;
      readonly weekday?: number | null;
      readonly onOrAfter?: number;
    }
  | {
      readonly kind: "month";
      readonly year: YearOf;
      readonly month: number;
      readonly relative: Relative | null;
      readonly part: Part | null;
    }
  | { readonly kind: "season"; readonly year: YearOf; readonly season: Season; readonly relative: Relative | null }
  | { readonly kind: "quarter"; readonly year: YearOf; readonly quarter: number }
  | { readonly kind: "half"; readonly year: YearOf; readonly half: number }
  | { readonly kind: "year"; readonly year: number; readonly part: Part | null; readonly bare: boolean }
  | { readonly kind: "decade"; readonly year: number }
  | { readonly kind: "century"; readonly century: number }
  /** `of`: "the previous Friday" hangs on the last mention, "last Friday" on publication. */
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly relative: Relative | null;
      readonly of: "publication" | "mention";
    }
  /** So many days from the day of writing: today, yesterday, tomorrow. */
  | { readonly kind: "today"; readonly days: number }
  /** The day before, said of the last mention or of publication ("накануне"). */
  | { readonly kind: "eve" }
  /** "last week", "earlier this year", "the end of the month". `of` as for weekdays. */
  | {
      readonly kind: "unit";
      readonly unit: Unit;
      readonly relative: Relative;
      readonly part: Part | "earlier" | "later" | null;
      readonly of: "publication" | "mention";
    }
  /** "three days ago"; `amount` null for "several". */
  | { readonly kind: "ago"; readonly amount: number | null; readonly unit: Unit }
  /** "in 30 days", counted from now when the clause looks ahead. `orLater`: looking back it is an offset ("через неделю"). */
  | {
      readonly kind: "ahead";
      readonly amount: number | null;
      readonly unit: Unit;
      readonly bound: Bound;
      readonly orLater?: boolean;
    }
  /** "two weeks later", "a day earlier": from the last mention. */
  | {
      readonly kind: "offset";
      readonly amount: number | null;
      readonly unit: Unit;
      readonly direction: -1 | 1;
      readonly bound: Bound;
    }
  /** "two weeks after …", "за день до …": from what follows. */
  | {
      readonly kind: "relation";
      readonly amount: number | null;
      readonly unit: Unit;
      readonly direction: -1 | 1;
      readonly bound: Bound;
    }
  /** "that day", "the same month". */
  | { readonly kind: "same"; readonly unit: Unit };

/** "less than a week", "more than a month", "about a year". */
export type Bound = "less" | "more" | "about" | null;

/** A time expression as the grammar found it. */
export interface Candidate extends Range {
  readonly meaning: Meaning;
}
