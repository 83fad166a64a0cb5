import {
  addMonths,
  type Day,
  dayPeriod,
  decadePeriod,
  type Period,
  partsOf,
  weekdayOf,
  weekendPeriod,
} from "./calendar.ts";
import type { Context, Earlier, Resolution } from "./context.ts";
import type { Meaning } from "./meaning.ts";
import { bounded, dated, onMention, onPublication, partOf, undated } from "./outcome.ts";
import { addUnits, granularityOf, startOf, unitAround } from "./units.ts";

/** "Friday", "last Tuesday", "the previous Monday". A bare weekday looks back unless its clause looks ahead; on the day itself it is that day. */
export function resolveWeekday(
  { weekday, relative, of }: Extract<Meaning, { kind: "weekday" }>,
  context: Context,
): Resolution {
  const { now, tense, trail } = context;
  if (of === "mention" && trail.day) {
    const from = trail.day.period.from;
    return dated(
      dayPeriod((relative ?? -1) < 0 ? weekdayBefore(from, weekday) : weekdayAfter(from, weekday)),
      "weekday-mention",
      onMention(trail.day),
    );
  }
  const week = weekBeside(context);
  if (week && relative === null)
    return dated(dayPeriod(week.period.from + weekday - 1), "weekday-of-week", onMention(week));
  if (context.history && trail.day && relative === null)
    return dated(dayPeriod(onOrAfter(trail.day.period.from, weekday)), "weekday-history", onMention(trail.day));
  if (now === null) return undated("weekday", "day");
  const anchor = onPublication(context);
  if (relative === -1) return dated(dayPeriod(weekdayBefore(now, weekday)), "weekday-last", anchor);
  if (relative === 1) return dated(dayPeriod(weekdayAfter(now, weekday)), "weekday-next", anchor);
  if (weekdayOf(now) === weekday) return dated(dayPeriod(now), "weekday-same-day", anchor);
  if (tense === "future") return dated(dayPeriod(weekdayAfter(now, weekday)), "weekday-future", anchor);
  return dated(dayPeriod(weekdayBefore(now, weekday)), "weekday-past", anchor);
}

/** The week named beside a weekday: "last week, on Thursday", "Thursday of last week". */
function weekBeside({ previous, after, next }: Context): Earlier | null {
  if (previous?.period.granularity === "week") return previous;
  const following = /^,?\s*(?:of |на )?(?:last|next|this|прошл|эт|следующ|минувш|будущ|позапрошл)/.test(after)
    ? next()
    : null;
  return following?.period.granularity === "week" ? following : null;
}

function weekdayBefore(day: Day, weekday: number): Day {
  return day - (((weekdayOf(day) - weekday + 6) % 7) + 1);
}

function weekdayAfter(day: Day, weekday: number): Day {
  return day + (((weekday - weekdayOf(day) + 6) % 7) + 1);
}

function onOrAfter(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

export function resolveToday({ days }: Extract<Meaning, { kind: "today" }>, context: Context): Resolution {
  return context.now === null
    ? undated("today", "day")
    : dated(dayPeriod(context.now + days), "today", onPublication(context));
}

/** "last week", "earlier this year", "the end of the month", "the following year". */
export function resolveUnit(meaning: Extract<Meaning, { kind: "unit" }>, context: Context): Resolution | null {
  const { now } = context;
  if (meaning.unit === "weekend" && meaning.relative === 0)
    return now === null
      ? undated("weekend", "week")
      : dated(weekendAt(now, context), "weekend", onPublication(context));
  const hung = meaning.of === "mention" ? mentionFor(meaning, context) : null;
  if (meaning.unit === "quarter" && meaning.of === "mention" && !hung) return lastQuarter(context);
  const base = hung ? hung.period.from : now;
  const rule = `unit-${hung ? "mention" : meaning.relative < 0 ? "last" : meaning.relative > 0 ? "next" : meaning.part ? "part" : "this"}`;
  if (base === null) return undated(rule, granularityOf(meaning.unit));
  const whole = unitAround(addUnits(startOf(base, meaning.unit), meaning.relative, meaning.unit), meaning.unit);
  const anchor = hung ? onMention(hung) : onPublication(context);
  const { part } = meaning;
  if (part === "earlier" || part === "later") {
    const split = Math.min(Math.max(base, whole.from), whole.to);
    const cut = part === "earlier" ? { ...whole, to: split } : { ...whole, from: split };
    return dated({ ...cut, granularity: partGranularity(whole) }, rule, anchor);
  }
  const named = partOf(whole, part);
  // What is told as done "this week" was done by the day of writing.
  const isOver = !hung && meaning.relative === 0 && context.tense !== "future" && named.from <= base;
  return dated(isOver ? { ...named, to: Math.min(named.to, base) } : named, rule, anchor);
}

function partGranularity({ granularity }: Period): Period["granularity"] {
  return granularity === "month" ? "part-month" : granularity === "year" ? "part-year" : granularity;
}

function weekendAt(now: Day, { tense }: Context): Period {
  const running = weekendPeriod(now);
  if (running.from <= now || tense === "future") return running;
  return weekendPeriod(now - 7);
}

/** The mention that "the following year" hangs on; "the end of the month" only on one close by. */
function mentionFor(
  { unit, relative }: Extract<Meaning, { kind: "unit" }>,
  { trail, sentence, history, now }: Context,
): Earlier | null {
  if (unit === "quarter")
    return trail.quarter && (now === null || Math.abs(now - trail.quarter.period.to) < 400) ? trail.quarter : null;
  const near = history ? Number.POSITIVE_INFINITY : relative === 0 ? 1 : 3;
  return trail.any && sentence - trail.any.sentence <= near ? trail.any : null;
}

/** "the quarter" of a report is the last one that has ended. */
function lastQuarter(context: Context): Resolution | null {
  if (context.now === null) return null;
  return dated(unitAround(addMonths(context.now, -3), "quarter"), "unit-quarter", onPublication(context));
}

/** "three days ago": as coarse as its unit. "A year ago" beside a quarter is that quarter of the year before. */
export function resolveAgo({ amount, unit }: Extract<Meaning, { kind: "ago" }>, context: Context): Resolution {
  if (amount === null || context.now === null) return undated("ago", granularityOf(unit));
  const { quarter } = context.trail;
  if (unit === "year" && amount === 1 && quarter && context.sentence - quarter.sentence <= 3) {
    return dated(unitAround(addMonths(quarter.period.from, -12), "quarter"), "ago-quarter", onMention(quarter));
  }
  if (unit === "century")
    return dated(decadePeriod(partsOf(context.now).year - 100 * amount), "ago-century", onPublication(context));
  const span = unit === "decade" ? { amount: amount * 10, unit: "year" as const } : { amount, unit };
  return dated(
    unitAround(addUnits(context.now, -span.amount, span.unit), span.unit),
    `ago-${span.unit}`,
    onPublication(context),
  );
}

/** "in 30 days": ahead of the day of writing where the clause looks ahead; looking back it tells how long something took. */
export function resolveAhead(
  { amount, unit, bound }: Extract<Meaning, { kind: "ahead" }>,
  context: Context,
): Resolution | null {
  if (context.tense !== "future") return null;
  // What was said to come was counted from the day it was said, which the sentence may tell.
  const { trail } = context;
  const told = trail.any?.sentence === context.sentence ? trail.any : null;
  const from = told ? (told.period.granularity === "day" ? told.period.from : null) : context.now;
  if (amount === null || from === null) return undated("ahead", granularityOf(unit));
  const target = unitAround(addUnits(from, amount, unit), unit);
  return {
    ...bounded(dayPeriod(from), target, 1, bound),
    rule: "ahead",
    anchor: told ? onMention(told) : onPublication(context),
  };
}
