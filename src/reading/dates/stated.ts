import { guessLanguage } from "../../language/script.ts";
import { isoOf } from "./calendar.ts";
import { foldForDates } from "./fold.ts";
import { findExpressions } from "./grammar.ts";
import { resolve } from "./resolve.ts";

/** An expression that names its date in full, and the days it stands for. */
export interface StatedDate {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

/** The dates named in full in a short text that no day of writing is known of: "March 2021", "3 марта 2021 года", "2021". */
export function statedDates(text: string): StatedDate[] {
  const folded = foldForDates(text);
  return findExpressions(guessLanguage(text), folded, text).flatMap(({ start, end, meaning }) => {
    const resolution = resolve(meaning, {
      now: null,
      history: false,
      tense: "unknown",
      certain: false,
      sentence: 0,
      trail: { day: null, quarter: null, any: null, undated: null },
      end,
      before: "",
      after: "",
      rangeYear: null,
      previous: null,
      next: () => null,
    });
    if (!resolution || resolution.from === null || resolution.to === null) return [];
    return [{ start, end, from: isoOf(resolution.from), to: isoOf(resolution.to) }];
  });
}
