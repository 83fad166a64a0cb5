import { isoDate } from "../../coverage/article.ts";
import { dayOf, daysInMonth } from "../../reading/dates/calendar.ts";
import { statedDates } from "../../reading/dates/stated.ts";

/** Days from first to last, both included; `null` leaves a side open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

interface Token extends DayRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A day, month or year written by its number: "2021-03-04", "2021-03", "2021". `null` for anything else and for days that
 * are not in the calendar.
 */
export function parseDays(text: string): { from: string; to: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!year || Number(year) < 1000) return null;
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day) return isoDate.safeParse(text).success ? { from: text, to: text } : null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  return {
    from: `${year}-${month}-01`,
    to: `${year}-${month}-${String(daysInMonth(Number(year), Number(month))).padStart(2, "0")}`,
  };
}

/** The first period named in a request: one date, two with ".." between them, or one with ".." before or behind it. */
export function dateTokens(text: string): Token | null {
  const tokens = tokensIn(text);
  const [first, second] = tokens;
  if (!first) return null;
  if (second && /^\s*(?:\.\.\.?|…|–|—|-|to|until|по|до)\s*$/iu.test(text.slice(first.end, second.start))) {
    const [low, high] = [first, second].sort((a, b) => dayOf(a.from) - dayOf(b.from));
    return low && high ? { from: low.from, to: high.to, start: leadStart(text, first.start), end: second.end } : null;
  }
  const behind = /^\s*(?:\.\.\.?|…)/.exec(text.slice(first.end));
  if (behind) return { from: first.from, to: null, start: first.start, end: first.end + behind[0].length };
  const before = /(?:\.\.\.?|…)\s*$/.exec(text.slice(0, first.start));
  if (before) return { from: null, to: first.to, start: before.index, end: first.end };
  return { from: first.from, to: first.to, start: leadStart(text, first.start), end: first.end };
}

/** A small word before a date belongs to it: "in 2021", "from March 2021 to May 2021", "в 2021 году". */
function leadStart(text: string, start: number): number {
  return /(?:^|\s)(?:in|on|from|during|в|во|с|за)\s+$/iu.exec(text.slice(0, start))?.index ?? start;
}

function tokensIn(text: string): { from: string; to: string; start: number; end: number }[] {
  const written = Array.from(text.matchAll(/(?<![\p{L}\p{N}-])\d{4}(?:-\d{2}){0,2}(?![\p{L}\p{N}]|-\d)/gu), (m) => {
    return { days: parseDays(m[0]), start: m.index, end: m.index + m[0].length };
  });
  const numbers = written.flatMap(({ days, start, end }) => (days ? [{ ...days, start, end }] : []));
  // A day that is not in the calendar is no year either.
  const named = statedDates(text).filter(
    (d) => !written.some((w) => w.days === null && w.start < d.end && d.start < w.end),
  );
  // "March 2021" holds the number 2021, and a written-out date is the larger one.
  const loose = numbers.filter(
    (n) => !named.some((d) => d.start <= n.start && n.end <= d.end && d.end - d.start > n.end - n.start),
  );
  const kept = named.filter((d) => !loose.some((n) => n.start < d.end && d.start < n.end));
  return [...loose, ...kept].sort((a, b) => a.start - b.start);
}
