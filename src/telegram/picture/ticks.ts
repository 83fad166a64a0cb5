import { addMonths, type Day, dayFrom, partsOf, weekdayOf } from "../../reading/dates/calendar.ts";
import type { Scale } from "./scale.ts";

/** A labelled place on the axis. */
export interface Tick {
  readonly day: Day;
  readonly y: number;
  /** What of the day is written: all of it, its month, or its year alone. */
  readonly names: "day" | "month" | "year";
  /** Whether the year stands below, because it is not the one above. */
  readonly withYear: boolean;
}

/** A label and the year below it take this much. */
const apart = 64;

type Step = { readonly days: number; readonly next: (day: Day) => Day; readonly names: Tick["names"] };

const months = (count: number): Step => ({
  days: count * 30,
  names: count < 12 ? "month" : "year",
  next: (day) => {
    const { year, month } = partsOf(day);
    const first = addMonths(dayFrom(year, month, 1), -((year * 12 + month - 1) % count));
    return first >= day ? first : addMonths(first, count);
  },
});

const steps: readonly Step[] = [
  { days: 1, names: "day", next: (day) => day },
  { days: 7, names: "day", next: (day) => day + ((8 - weekdayOf(day)) % 7) },
  ...[1, 3, 12, 24, 60, 120, 240, 600, 1200].map(months),
];

/** The labels of a scale: where each piece begins, and the days, weeks, months or years in it, as fine as there is room for. */
export function ticksOf({ pieces, pixelsPerDay }: Scale): Tick[] {
  const step = steps.find((s) => s.days * pixelsPerDay >= apart) ?? steps.at(-1);
  const ticks: Tick[] = [];
  let year: number | null = null;
  const add = (day: Day, y: number) => {
    const parts = partsOf(day);
    const isYear = step?.names === "year" && parts.month === 1 && parts.day === 1;
    const isMonth = step?.names !== "day" && parts.day === 1;
    const names = isYear ? "year" : isMonth ? "month" : "day";
    ticks.push({ day, y, names, withYear: names !== "year" && parts.year !== year });
    year = parts.year;
  };
  for (const [i, piece] of pieces.entries()) {
    if (!step) break;
    if (piece.cut) {
      // Nothing else would name the day on which a cut begins that follows on nothing or on another cut.
      if (pieces[i - 1]?.cut !== false) add(piece.from, piece.top);
      continue;
    }
    add(piece.from, piece.top);
    let y = piece.top;
    for (let day = step.next(piece.from + 1); day < piece.to; day = step.next(day + 1)) {
      const here = piece.top + (day - piece.from) * pixelsPerDay;
      if (here - y < apart || piece.bottom - here < 24) continue;
      add(day, here);
      y = here;
    }
  }
  return ticks;
}
