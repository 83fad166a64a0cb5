import type { Granularity } from "../mention.ts";

/** A day as a number: days since 1970-01-01 in the proleptic Gregorian calendar. No time zone takes part. */
export type Day = number;

const msPerDay = 86_400_000;

/** The day of a year (100 to 9999), month (1 to 12) and day of the month; days beyond the month's end run on into the next. */
export function dayFrom(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / msPerDay;
}

export function dayOf(iso: string): Day {
  return dayFrom(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

export function isoOf(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - dayFrom(year, month, 1);
}

/** Whether a month has such a day in that year (in some year, where the year is not known). */
export function isDay(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/** The same day of the month so many months on, or the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayFrom(y, m, Math.min(date, daysInMonth(y, m)));
}

/** A stretch of whole days, both ends included, with its name in TIMEX3 where it has one. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly granularity: Granularity;
  readonly timex: string | null;
}

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

export function dayPeriod(day: Day): Period {
  return { from: day, to: day, granularity: "day", timex: isoOf(day) };
}

/** The ISO week (Monday to Sunday) that holds a day. */
export function weekPeriod(day: Day): Period {
  const monday = day - weekdayOf(day) + 1;
  const year = partsOf(monday + 3).year;
  const january4 = dayFrom(year, 1, 4);
  const week = Math.round((monday - (january4 - weekdayOf(january4) + 1)) / 7) + 1;
  return { from: monday, to: monday + 6, granularity: "week", timex: `${pad(year, 4)}-W${pad(week)}` };
}

/** Saturday and Sunday of the ISO week that holds a day. */
export function weekendPeriod(day: Day): Period {
  const week = weekPeriod(day);
  return { from: week.to - 1, to: week.to, granularity: "week", timex: `${week.timex}-WE` };
}

export function monthPeriod(year: number, month: number): Period {
  const from = dayFrom(year, month, 1);
  const parts = partsOf(from);
  const to = dayFrom(year, month + 1, 1) - 1;
  return { from, to, granularity: "month", timex: `${pad(parts.year, 4)}-${pad(parts.month)}` };
}

/** A quarter of the calendar year; quarters below 1 and above 4 count on into the years around. */
export function quarterPeriod(year: number, quarter: number): Period {
  const from = dayFrom(year, quarter * 3 - 2, 1);
  const parts = partsOf(from);
  const timex = `${pad(parts.year, 4)}-Q${Math.ceil(parts.month / 3)}`;
  return { from, to: dayFrom(year, quarter * 3 + 1, 1) - 1, granularity: "quarter", timex };
}

export function halfPeriod(year: number, half: number): Period {
  const from = dayFrom(year, half * 6 - 5, 1);
  const parts = partsOf(from);
  const timex = `${pad(parts.year, 4)}-H${parts.month < 7 ? 1 : 2}`;
  return { from, to: dayFrom(year, half * 6 + 1, 1) - 1, granularity: "quarter", timex };
}

export type Season = "spring" | "summer" | "autumn" | "winter";

const seasons: Readonly<Record<Season, { month: number; code: string }>> = {
  spring: { month: 3, code: "SP" },
  summer: { month: 6, code: "SU" },
  autumn: { month: 9, code: "FA" },
  winter: { month: 12, code: "WI" },
};

/** A season of the northern hemisphere in whole months; a winter bears the year it begins in, as TIMEX3 counts it. */
export function seasonPeriod(year: number, season: Season): Period {
  const { month, code } = seasons[season];
  return {
    from: dayFrom(year, month, 1),
    to: dayFrom(year, month + 3, 1) - 1,
    granularity: "season",
    timex: `${pad(year, 4)}-${code}`,
  };
}

export function yearPeriod(year: number): Period {
  return { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31), granularity: "year", timex: pad(year, 4) };
}

/** The ten years that share a year's first three digits. */
export function decadePeriod(year: number): Period {
  const first = Math.floor(year / 10) * 10;
  return {
    from: dayFrom(first, 1, 1),
    to: dayFrom(first + 9, 12, 31),
    granularity: "decade",
    timex: pad(first / 10, 3),
  };
}

/** The hundred years that share two digits: the 20th century as it is spoken of, 1900 to 1999. */
export function centuryPeriod(century: number): Period {
  const first = (century - 1) * 100;
  return {
    from: dayFrom(first, 1, 1),
    to: dayFrom(first + 99, 12, 31),
    granularity: "century",
    timex: pad(century - 1),
  };
}
