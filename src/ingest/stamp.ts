import { monthNamed } from "../language/month-names.ts";

const lead =
  "(?:(?:published|posted|updated|last updated|modified|date|created|опубликовано|обновлено|дата)(?:\\s+(?:on|at))?\\s*:?\\s*)?(?:\\d{1,2}[:.]\\d{2}[\\s,|•·—–-]+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?\\s+)?";
const clock =
  "(?:[\\s,|/•·—–-]*(?:at|в|@)?\\s*\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?(?:z|gmt|utc|est|edt|pst|pdt|cet|msk|мск|bst|et)\\)?)?(?:\\s*[+-]\\d{1,2}(?::?\\d{2})?)?)?";
const tail = "\\s*(?:г\\.?|года)?\\s*";
const shape = (date: string) => new RegExp(`^${lead}${date}${tail}${clock}\\s*\\.?$`, "iu");

/** Whole-line stamps. Purely numeric ones only where the order of day and month is certain. */
const shapes: readonly {
  pattern: RegExp;
  read: (m: RegExpExecArray) => [year: string | undefined, month: string | number | undefined, day: string | undefined];
}[] = [
  { pattern: shape("(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(\\p{L}+)\\.?,?\\s+(\\d{4})"), read: (m) => [m[3], m[2], m[1]] },
  { pattern: shape("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"), read: (m) => [m[3], m[1], m[2]] },
  { pattern: shape("(\\d{4})-(\\d{2})-(\\d{2})T?"), read: (m) => [m[1], Number(m[2]), m[3]] },
  { pattern: shape("(\\d{4})/(\\d{2})/(\\d{2})"), read: (m) => [m[1], Number(m[2]), m[3]] },
  { pattern: shape("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})"), read: (m) => [m[3], Number(m[2]), m[1]] },
];

/**
 * The day of a line that is nothing but a date stamp ("4 Mar, 2021 14:16", "30 июня 2021, 12:43"), as `YYYY-MM-DD`;
 * `null` for any other line. A slashed numeric date with the year last is not read: its order differs by country.
 */
export function readStamp(line: string): string | null {
  if (line.length > 90) return null;
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [year, month, day] = read(match);
    const iso = dayOfCalendar(year, typeof month === "number" ? month : monthNamed(month ?? ""), day);
    if (iso) return iso;
  }
  return null;
}

/** A date somewhere in a line, and where it stands (UTF-16 offsets). */
export interface DateInLine {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const named =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s?(?:de |d['’]|of )?\s?(\p{L}{3,12})\.?,?\s(?:de |del )?(\d{4})(?![\p{L}\p{N}])/gu;
const namedFirst = /(?<![\p{L}\p{N}])(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?![\p{L}\p{N}])/gu;
const yearFirst = /(?<![\d./-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-]|[./]\d)/gu;
const yearLast = /(?<![\d./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?((?:19|20)\d{2}|\d{2})(?![\d-]|[./]\d)/gu;

/**
 * The dates in a line that is more than a stamp ("Autor: N. N., 12.01.2021 - Politik"), in its order. Numbers with stops are
 * day, month, year; with slashes or hyphens only where one of the two can be no month, or `dayFirst` says that the day leads.
 */
export function datesIn(line: string, { dayFirst = false } = {}): DateInLine[] {
  const found: DateInLine[] = [];
  const add = (m: RegExpExecArray, year = "", month: number | null = null, day = "") => {
    const date = dayOfCalendar(year.length === 2 ? `20${year}` : year, month, day);
    if (date) found.push({ date, start: m.index, end: m.index + m[0].length });
  };
  for (const m of line.matchAll(named)) add(m, m[3], monthNamed(m[2] ?? ""), m[1]);
  for (const m of line.matchAll(namedFirst)) add(m, m[3], monthNamed(m[1] ?? ""), m[2]);
  for (const m of line.matchAll(yearFirst)) add(m, m[1], Number(m[3]), m[4]);
  for (const m of line.matchAll(yearLast)) {
    const [first, second] = [Number(m[1]), Number(m[3])];
    if (m[4]?.length === 2 && m[2] !== ".") continue;
    if (m[2] === "." || dayFirst || first > 12 || first === second) add(m, m[4], second, m[1]);
    else if (second > 12) add(m, m[4], first, m[3]);
  }
  return found.sort((a, b) => a.start - b.start).filter((d, i, all) => d.start >= (all[i - 1]?.end ?? 0));
}

function dayOfCalendar(year: string | undefined, month: number | null, day: string | undefined): string | null {
  if (!month || !year || !day) return null;
  const iso = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}
