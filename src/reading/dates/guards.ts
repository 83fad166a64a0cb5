import {
  age,
  beforeCount,
  beforeOurEra,
  counted,
  monthLead,
  namedAfter,
  namedBefore,
  rate,
} from "../../language/date-traps.ts";
import type { Candidate } from "./meaning.ts";

/**
 * Whether a candidate is a date by the words around it: not a count, price, age or rate, not part of a name, not the
 * words "may" and "march". `folded` is the sentence as the grammar read it, `original` the same stretch as written.
 */
export function isDate({ start, end, meaning }: Candidate, folded: string, original: string): boolean {
  const before = folded.slice(Math.max(0, start - 40), start);
  const after = folded.slice(end, end + 40);
  if (rate.test(before) || isDateline(original.slice(0, start), after)) return false;
  if (beforeOurEra.test(after)) return false;
  switch (meaning.kind) {
    case "year":
      return (
        !meaning.bare ||
        (!counted.test(after) &&
          !beforeCount.test(before) &&
          !/^[.,]\d|^-\p{L}*(?:mm|cc)|^\/\d/u.test(after) &&
          !/\d[-/]$/.test(before.replace(/(?:1\d|20)\d\d[-/]$/, "")))
      );
    case "month":
      return (
        meaning.year !== null ||
        meaning.relative !== null ||
        meaning.part !== null ||
        isMonthName(folded.slice(start, end), original.slice(start, end), before, after, original.slice(0, start))
      );
    case "day":
      return !/^\s*(?:percent|%|million|billion|thousand)/.test(after) && !/[$£€]\s*$/.test(before);
    case "weekday":
      return !namedBefore.test(before) && !namedAfter.test(after);
    case "today":
      return !isProgramme(original, start, end, before, after);
    case "unit":
      // "for the last week" is a length of time.
      return (
        !isProgramme(original, start, end, before, after) &&
        !(meaning.relative < 0 && /(?:^|\s)the\s+$/.test(before) && /^last/.test(folded.slice(start))) &&
        !(meaning.part === null && /^\s*(?:old|and a half)/.test(after))
      );
    case "season":
      return !namedAfter.test(after) && !/^\s*of\s+(?!\d)/.test(after);
    case "ago":
    case "ahead":
    case "offset":
    case "relation":
      return !age.test(after) && !/\d[.,/]$/.test(before);
    default:
      return true;
  }
}

/** "WASHINGTON, August 11 (Xinhua) –": when a report was sent. */
function isDateline(lead: string, after: string): boolean {
  return /^[\p{Lu}\s.,'’-]{3,40}$/u.test(lead) && /^\s*(?:\([^)]{2,30}\)|\/[^/]{2,30}\/)?\s*(?:--|[–_-])/.test(after);
}

/** Months without day or year: "March 10.5", "the March on Washington", "Theresa May", "She may" are none. */
function isMonthName(folded: string, original: string, before: string, after: string, lead: string): boolean {
  if (namedAfter.test(after)) return false;
  if (!/^(?:may|march|august)$/.test(folded)) return true;
  if (!/^\p{Lu}/u.test(original)) return false;
  if (monthLead.test(before)) return !/^\s*\p{Lu}/u.test(after) || /^\s*$/.test(after);
  return /(?:^|[.!?]\s)$/.test(lead) ? false : /^\s*(?:[,.;:)]|'s\b)/.test(after) && !/\p{Lu}\p{Ll}+\s$/u.test(lead);
}

/** "Today", "This Week" with capitals amid a sentence are names: "NBC's Today", "USA Today". */
function isProgramme(original: string, start: number, end: number, before: string, after: string): boolean {
  const words = original.slice(start, end).split(/\s+/);
  if (namedBefore.test(before) && words.length === 1) return true;
  // "TODAY'S WEATHER" heads a column.
  if (/^\p{Lu}{4,}$/u.test(original.slice(start, end)) && /^'s\s/.test(after)) return true;
  const capitals = words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (!capitals) return false;
  const lead = original.slice(0, start).trimEnd();
  const opens = lead === "" || /[.!?:"“”«„'`–-]$/u.test(lead);
  return words.length > 1 || !opens || /^\s*(?:show|program)/.test(after);
}
