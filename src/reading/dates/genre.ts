import type { Candidate } from "./meaning.ts";

/**
 * Whether a text tells a history rather than the news: at least four full dates of the past, at least two without a
 * year, and more than twice as many past dates as words that hang on the day of writing. In such a text a date
 * without a year belongs to the last date named, not to the day of writing. `year` is that of writing.
 */
export function isHistory(candidates: readonly Candidate[], year: number | null): boolean {
  let past = 0;
  let yearless = 0;
  let deictic = 0;
  for (const { meaning } of candidates) {
    switch (meaning.kind) {
      case "day":
      case "month":
      case "season":
        if (typeof meaning.year === "number") past += year === null || meaning.year < year ? 1 : 0;
        else if (meaning.year === null) yearless++;
        else if (meaning.year !== "that") deictic++;
        break;
      case "year":
        past += year === null || meaning.year < year ? 1 : 0;
        break;
      case "weekday":
      case "today":
      case "ago":
        deictic++;
        break;
      case "unit":
        if (meaning.of === "publication") deictic++;
        break;
    }
  }
  return past >= 4 && yearless >= 2 && past > 2 * deictic;
}
