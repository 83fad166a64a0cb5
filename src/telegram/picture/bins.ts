import { addMonths, type Day, dayFrom, dayOf, isoOf, partsOf, weekPeriod } from "../../reading/dates/calendar.ts";
import type { Event } from "../../reading/event.ts";

/** How long the stretches are that many events are counted in. */
export type BinStep = "day" | "week" | "month" | "quarter" | "year" | "decade";

/** A stretch and the events that begin in it; none for stretches in a row in which nothing begins, from the first to the last. */
export interface Bin {
  readonly from: Day;
  /** The day after the last. */
  readonly end: Day;
  readonly events: readonly Event[];
}

/** More rows would not be taken in. */
const mostBins = 60;
/** Empty stretches in a row up to this many are drawn one by one. */
const drawnEmpty = 2;

const steps: readonly BinStep[] = ["day", "week", "month", "quarter", "year", "decade"];

/** Counts events by the stretch in which they begin, the stretches as short as leaves 60 rows or fewer. Events that only have an end count there. */
export function binsOf(events: readonly Event[]): { readonly step: BinStep; readonly bins: readonly Bin[] } {
  const days = events.map((event) => ({ event, day: dayOf(event.from ?? event.to ?? "") }));
  for (const step of steps) {
    const bins = inSteps(days, step);
    if (bins.length <= mostBins || step === "decade") return { step, bins };
  }
  return { step: "decade", bins: [] };
}

function inSteps(days: readonly { readonly event: Event; readonly day: Day }[], step: BinStep): Bin[] {
  const groups = Map.groupBy(days, ({ day }) => startOf(day, step));
  const bins: Bin[] = [];
  for (const start of [...groups.keys()].sort((a, b) => a - b)) {
    const before = bins.at(-1);
    if (before) bins.push(...emptyBetween(before.end, start, step));
    bins.push({ from: start, end: after(start, step), events: (groups.get(start) ?? []).map((d) => d.event) });
  }
  return bins;
}

function emptyBetween(from: Day, to: Day, step: BinStep): Bin[] {
  const bins: Bin[] = [];
  for (let day = from; day < to; day = after(day, step)) {
    if (bins.length === drawnEmpty) return [{ from, end: to, events: [] }];
    bins.push({ from: day, end: after(day, step), events: [] });
  }
  return bins;
}

function startOf(day: Day, step: BinStep): Day {
  const { year, month } = partsOf(day);
  switch (step) {
    case "day":
      return day;
    case "week":
      return weekPeriod(day).from;
    case "month":
      return dayOf(`${isoOf(day).slice(0, 7)}-01`);
    case "quarter":
      return dayFrom(year, month - ((month - 1) % 3), 1);
    case "year":
      return dayFrom(year, 1, 1);
    case "decade":
      return dayFrom(year - (year % 10), 1, 1);
  }
}

function after(start: Day, step: BinStep): Day {
  const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12, decade: 120 }[step];
  return months > 0 ? addMonths(start, months) : start + (step === "week" ? 7 : 1);
}

/** Whether a bin stands for several empty stretches in a row. */
export function isCut({ from, end, events }: Bin, step: BinStep): boolean {
  return events.length === 0 && end !== after(from, step);
}
