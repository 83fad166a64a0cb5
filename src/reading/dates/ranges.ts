import type { Mention } from "../mention.ts";
import type { Candidate } from "./meaning.ts";

const rangeLink = /^\s*(?:[-–]|to|and|or|until|till|through|по|до|и|или)\s*(?:the\s+)?$/u;

/** The year of a range's other end, for a date that is written without one. */
export function yearOfRange(folded: string, candidate: Candidate, next: Candidate | undefined): number | null {
  if (!next || (next.meaning.kind !== "day" && next.meaning.kind !== "month") || typeof next.meaning.year !== "number")
    return null;
  if (!rangeLink.test(folded.slice(candidate.end, next.start))) return null;
  const month = candidate.meaning.kind === "day" || candidate.meaning.kind === "month" ? candidate.meaning.month : 0;
  return month > next.meaning.month ? next.meaning.year - 1 : next.meaning.year;
}

/**
 * Marks two mentions of a sentence as the ends of one range: "from May 3 to May 5", "3–5 May", "between 1939 and 1945".
 * `start` is where the folded sentence starts in the article's text.
 */
export function joinRanges(mentions: readonly Mention[], start: number, folded: string): Mention[] {
  const joined = [...mentions];
  for (let i = 0; i + 1 < joined.length; i++) {
    const [first, second] = [joined[i], joined[i + 1]];
    if (!first || !second || first.rangeWith || first.from === null || second.to === null || first.from > second.to)
      continue;
    const gap = folded.slice(first.expression.end - start, second.expression.start - start);
    const lead = folded.slice(0, first.expression.start - start);
    const isRange =
      /^\s*[-–]\s*$/.test(gap) ||
      (/^\s*(?:to|until|till|through|по|до)\s+(?:the\s+)?$/u.test(gap) &&
        (/(?:from|с|со|от)\s+(?:the\s+)?$/u.test(lead) || /through|по/u.test(gap))) ||
      (/^\s*and\s+(?:the\s+)?$/.test(gap) && /between\s+(?:the\s+)?$/.test(lead)) ||
      (/^\s*и\s+$/u.test(gap) && /между\s+$/u.test(lead));
    if (!isRange) continue;
    joined[i] = { ...first, rangeWith: second.expression };
    joined[i + 1] = { ...second, rangeWith: first.expression };
  }
  return joined;
}
