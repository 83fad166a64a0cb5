import {
  type Day,
  dayFrom,
  dayPeriod,
  halfPeriod,
  isDay,
  monthPeriod,
  type Period,
  partsOf,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
  yearPeriod,
} from "./calendar.ts";
import type { Context, Earlier, Resolution } from "./context.ts";
import type { Meaning, Relative } from "./meaning.ts";
import { dated, onMention, onPublication, partOf, stated, undated } from "./outcome.ts";

type Named = Extract<Meaning, { kind: "day" | "month" | "season" | "quarter" | "half" | "year" }>;

/** Resolves what names a place in the calendar: days, months, seasons, quarters, halves and years. */
export function resolveNamed(meaning: Named, context: Context): Resolution {
  if (meaning.kind === "year")
    return dated(partOf(yearPeriod(meaning.year), meaning.part), meaning.bare ? "year" : "year-named", stated);
  const { kind } = meaning;
  const inYear = (year: number) => periodOf(meaning, year);
  if (typeof meaning.year === "number") return dated(inYear(meaning.year), `${kind}-explicit`, stated);
  if (meaning.year === null && context.rangeYear !== null)
    return dated(inYear(context.rangeYear), `${kind}-range`, stated);
  const relative = "relative" in meaning ? meaning.relative : null;
  if (meaning.year === "that") return afterMention(kind, inYear, relative, context);
  if (meaning.year) {
    if (context.now === null) return undated(`${kind}-of-year`, "day");
    return dated(inYear(partsOf(context.now).year + meaning.year.relative), `${kind}-of-year`, onPublication(context));
  }
  if (relative === null && context.history && context.trail.any) {
    return dated(afterLast(inYear, context.trail.any.period), `${kind}-history`, onMention(context.trail.any));
  }
  const inSentence = yearNamed(meaning, context);
  if (inSentence && relative === null)
    return dated(inYear(partsOf(inSentence.period.from).year), `${kind}-in-year`, onMention(inSentence));
  if (context.now === null) return undated(kind, "day");
  const { now } = context;
  if (meaning.kind === "day" && meaning.weekday) {
    const fits = yearsAround(now).filter(
      (y) =>
        isDay(y, meaning.month, meaning.day) && weekdayOf(dayFrom(y, meaning.month, meaning.day)) === meaning.weekday,
    );
    const [only] = fits;
    if (only !== undefined && fits.length === 1) return dated(inYear(only), "day-weekday", onPublication(context));
  }
  if (relative !== null)
    return dated(byRelative(inYear, relative, now, context), `${kind}-relative`, onPublication(context));
  const { period, rule } = byTense(inYear, now, context, kind);
  return dated(period, `${kind}-${rule}`, onPublication(context));
}

/** The year that the same sentence named before: "Last year he was arrested in March". */
function yearNamed({ kind }: Named, { trail, sentence }: Context): Earlier | null {
  const { any } = trail;
  return any?.sentence === sentence &&
    any.period.granularity === "year" &&
    (kind === "month" || kind === "day" || kind === "season")
    ? any
    : null;
}

function periodOf(meaning: Exclude<Named, { kind: "year" }>, year: number): Period {
  switch (meaning.kind) {
    case "day": {
      const day = dayFrom(year, meaning.month, meaning.day);
      return dayPeriod(meaning.onOrAfter ? day + ((meaning.onOrAfter - weekdayOf(day) + 7) % 7) : day);
    }
    case "month":
      return partOf(monthPeriod(year, meaning.month), meaning.part);
    case "season":
      return seasonPeriod(year, meaning.season);
    case "quarter":
      return quarterPeriod(year, meaning.quarter);
    case "half":
      return halfPeriod(year, meaning.half);
  }
}

function yearsAround(day: Day): number[] {
  const { year } = partsOf(day);
  return [year - 1, year, year + 1];
}

/**
 * The year of a date in a history: that of the last date, where this one falls into it or after it. A tale goes
 * forward, so a date that would lie far back belongs to the next year, one that lies a little back to the same.
 */
function afterLast(inYear: (year: number) => Period, last: Period): Period {
  const { year } = partsOf(last.from);
  const same = inYear(year);
  if (last.to - last.from > 200 || same.to >= last.from) return same;
  return last.from - same.from > leapForward ? inYear(year + 1) : same;
}

const leapForward = 250;

/** How many days back a date without a year is still taken for the past one when the next is `soon`. */
const longAgo: Readonly<Record<Named["kind"], number>> = {
  day: 290,
  month: 300,
  season: 9999,
  quarter: 9999,
  half: 9999,
  year: 9999,
};
const soon = 80;

/** The year of a date without one: looking back the last, looking ahead the next, else the nearest. */
function byTense(
  inYear: (year: number) => Period,
  now: Day,
  { tense, certain }: Context,
  kind: Named["kind"],
): { period: Period; rule: string } {
  const { year } = partsOf(now);
  const last = [inYear(year + 1), inYear(year), inYear(year - 1)].find((p) => p.from <= now) ?? inYear(year - 1);
  const next = [inYear(year - 1), inYear(year), inYear(year + 1)].find((p) => p.to >= now) ?? inYear(year + 1);
  // A quarter far ahead is not spoken of without its year, whatever the verb.
  const justOver = now - last.from < 30 && next.from - now > 300;
  if (tense === "future" && !justOver && !(kind === "quarter" && next.from - now > 120))
    return { period: next, rule: "future" };
  // Nobody leaves the year out of a date that is about a year back while the same one is close ahead.
  if (!(certain && tense === "past") && now - last.from > longAgo[kind] && next.from - now < soon)
    return { period: next, rule: "soon" };
  // A day named without its year while the verb says nothing is seldom far off.
  if (tense === "unknown" && kind === "day")
    return { period: now - last.from <= next.from - now ? last : next, rule: "nearest" };
  return { period: last, rule: "past" };
}

/** "last March", "this fall", "next summer": the one before, in or after the running year by its place in it. */
function byRelative(inYear: (year: number) => Period, relative: Relative, now: Day, { tense }: Context): Period {
  const { year } = partsOf(now);
  const years = [inYear(year - 1), inYear(year), inYear(year + 1)];
  // Of the month just over one says "last month": "last February" in March is the one before.
  if (relative < 0)
    return years.findLast((p) => p.to < (p.granularity === "month" ? now - 31 : now)) ?? inYear(year - 1);
  if (relative > 0) return years.find((p) => p.from > now) ?? inYear(year + 1);
  return (
    years.find((p) => p.from <= now && now <= p.to) ??
    (tense === "past" ? years.findLast((p) => p.to < now) : undefined) ??
    inYear(year)
  );
}

/** "July of that year", "the previous April": counted from the last mention. */
function afterMention(
  kind: string,
  inYear: (year: number) => Period,
  relative: Relative | null,
  { trail }: Context,
): Resolution {
  if (!trail.any) return undated(`${kind}-that-year`, "day");
  const { period } = trail.any;
  const { year } = partsOf(period.from);
  const years = [inYear(year - 1), inYear(year), inYear(year + 1)];
  const found =
    relative === null
      ? inYear(year)
      : relative < 0
        ? years.findLast((p) => p.to < period.from)
        : years.find((p) => p.from > period.to);
  return dated(found ?? inYear(year), `${kind}-that-year`, onMention(trail.any));
}
