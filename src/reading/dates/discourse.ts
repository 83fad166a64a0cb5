import { type Day, dayPeriod, isoOf, type Period, partsOf, quarterPeriod, yearPeriod } from "./calendar.ts";
import type { Context, Earlier, Resolution } from "./context.ts";
import type { Bound, Meaning, Unit } from "./meaning.ts";
import { bounded, dated, onMention, undated } from "./outcome.ts";
import { addUnits, granularityOf, unitAround } from "./units.ts";

/** How many sentences back a day may stand for "two days later" to be counted from it. */
const memory = { news: 6, history: 12 };

const fine: Readonly<Record<string, number>> = {
  day: 0,
  approximate: 0,
  week: 1,
  "part-month": 2,
  month: 2,
  season: 3,
  quarter: 3,
  "part-year": 4,
  year: 4,
  decade: 5,
  century: 6,
};

/** The last mention at least as fine as a unit, unless it is too far back or something undated came between. */
function lastFor(unit: Unit, { trail, sentence, history }: Context): Earlier | null {
  const needed = fine[granularityOf(unit)] ?? 0;
  const isFine = (e: Earlier | null) => e !== null && (fine[e.period.granularity] ?? 9) <= needed;
  const found = needed <= 1 ? trail.day : isFine(trail.any) ? trail.any : trail.day;
  if (!found || !isFine(found)) return null;
  if (sentence - found.sentence > memory[history ? "history" : "news"]) return null;
  return trail.undated !== null && sentence - trail.undated <= 1 && trail.undated >= found.sentence ? null : found;
}

/** The date that stands beside an expression and says what it is: "A year later, in March 2020", "That day, May 5, …". */
function besideIt(unit: Unit, { after, end, next }: Context): Earlier | null {
  const found = /^,\s/.test(after) ? next() : null;
  if (!found || found.start - end > 6) return null;
  return (fine[found.period.granularity] ?? 9) <= (fine[granularityOf(unit)] ?? 0) ? found : null;
}

/** "that day", "the same month": the unit around the last mention. */
export function resolveSame({ unit }: Extract<Meaning, { kind: "same" }>, context: Context): Resolution {
  const beside = besideIt(unit, context);
  if (beside) return dated(beside.period, "same-apposed", onMention(beside));
  const last = lastFor(unit, context);
  if (!last) return undated("same", granularityOf(unit));
  if (unit === "season") return dated(last.period, "same", onMention(last));
  return dated(unitAround(last.period.from, unit), `same-${unit === "day" ? "day" : "unit"}`, onMention(last));
}

/** "a day earlier", "two weeks later": from the last mention. */
export function resolveOffset(
  { amount, unit, direction, bound }: Extract<Meaning, { kind: "offset" }>,
  context: Context,
): Resolution {
  const { quarter } = context.trail;
  if (unit === "year" && amount === 1 && direction < 0 && quarter && context.sentence - quarter.sentence <= 3) {
    return dated(
      unitAround(addUnits(quarter.period.from, -1, "year"), "quarter"),
      "offset-quarter",
      onMention(quarter),
    );
  }
  const beside = besideIt(unit, context);
  if (beside) return dated(beside.period, "offset-apposed", onMention(beside));
  const last = lastFor(unit, context);
  if (!last || amount === null) return undated("offset", granularityOf(unit));
  return { ...shifted(last.period, amount * direction, unit, bound), rule: `offset-${unit}`, anchor: onMention(last) };
}

/**
 * "two weeks after …". Right behind a date it says what that date is ("on May 3, two days after the vote"); before a
 * date it counts from it ("two days after May 3"); behind "comes" the main happening is the one reported, and what
 * follows lies that far from it. Otherwise what it hangs on has no date, and neither has this.
 */
export function resolveRelation(
  { amount, unit, direction, bound }: Extract<Meaning, { kind: "relation" }>,
  context: Context,
): Resolution {
  const { previous, now, trail, sentence } = context;
  if (previous && (fine[previous.period.granularity] ?? 9) <= (fine["month"] ?? 0)) {
    return dated(previous.period, "relation-apposed", onMention(previous));
  }
  if (amount === null) return undated("relation", granularityOf(unit));
  const verb = mainVerb.exec(context.before)?.[1];
  if (verb) {
    const present =
      /(?:mes?|ws|is|ves|ing|приходит|происходит|принят[аоы]?|вынесен[аоы]?)$/.test(verb) && verb !== "came";
    const main =
      present && now !== null
        ? dayPeriod(now)
        : trail.day && sentence - trail.day.sentence <= 2
          ? trail.day.period
          : null;
    if (main) {
      const anchor = { kind: "publication", date: isoOf(main.from), at: null } as const;
      return {
        ...shifted(main, -amount * direction, unit, bound, true),
        rule: "relation-main",
        anchor: trail.day && !present ? onMention(trail.day) : anchor,
      };
    }
    return undated("relation", granularityOf(unit));
  }
  const next = context.next();
  if (next)
    return { ...shifted(next.period, amount * direction, unit, bound), rule: "relation-date", anchor: onMention(next) };
  return undated("relation", granularityOf(unit));
}

/** The verb by which the reported happening is put after (or before) another one. */
const mainVerb =
  /(?:^|[^\p{L}])(comes?|came|coming|follows|is|arrives|arrived|being|прозвучал[аои]?|приходит|последовал[аои]?|происходит|произошл[аои]|случил[аои]сь|принят[аоы]?|вынесен[аоы]?|состоял[аои]сь|появил[аои]сь)\s+(?:just |only |barely |about |nearly |almost |всего |лишь |примерно )?$/u;

/** "накануне": the day before the last day mentioned close by, else the day before publication. */
export function resolveEve(context: Context): Resolution {
  const { trail, now, sentence } = context;
  if (trail.day && sentence - trail.day.sentence <= 1)
    return dated(dayPeriod(trail.day.period.from - 1), "eve", onMention(trail.day));
  if (now === null) return undated("eve", "day");
  return dated(dayPeriod(now - 1), "eve", { kind: "publication", date: isoOf(now), at: null });
}

/**
 * A period so many units on: days from a day are a day, weeks an approximate day, months and years the month and year.
 * `loose` makes days approximate as well.
 */
function shifted(
  from: Period,
  amount: number,
  unit: Unit,
  bound: Bound,
  loose = false,
): Omit<Resolution, "rule" | "anchor"> {
  const day = addUnits(from.from, amount, unit);
  const target = targetOf(day, from, unit, amount, loose);
  return bounded(
    dayPeriod(from.from),
    bound === null || bound === "about" ? target : { ...dayPeriod(day), granularity: target.granularity },
    amount < 0 ? -1 : 1,
    bound,
  );
}

function targetOf(day: Day, from: Period, unit: Unit, amount: number, loose: boolean): Period {
  if (unit === "day")
    return loose && Math.abs(amount) > 1 ? { ...dayPeriod(day), granularity: "approximate" } : dayPeriod(day);
  if (unit === "week" || unit === "weekend") return { ...dayPeriod(day), granularity: "approximate" };
  if (unit === "year" && from.granularity === "quarter")
    return quarterPeriod(partsOf(day).year, Math.ceil(partsOf(day).month / 3));
  if (unit === "decade") return yearPeriod(partsOf(day).year);
  return unitAround(day, unit);
}
