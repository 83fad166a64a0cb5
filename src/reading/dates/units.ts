import {
  addMonths,
  centuryPeriod,
  type Day,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  partsOf,
  quarterPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from "./calendar.ts";
import type { Unit } from "./meaning.ts";

/** The unit of the calendar that holds a day. */
export function unitAround(day: Day, unit: Unit): Period {
  const { year, month } = partsOf(day);
  switch (unit) {
    case "day":
    case "season":
      return dayPeriod(day);
    case "week":
      return weekPeriod(day);
    case "weekend":
      return weekendPeriod(day);
    case "month":
      return monthPeriod(year, month);
    case "quarter":
      return quarterPeriod(year, Math.ceil(month / 3));
    case "half":
      return halfPeriod(year, month < 7 ? 1 : 2);
    case "year":
      return yearPeriod(year);
    case "decade":
      return decadePeriod(year);
    case "century":
      return centuryPeriod(Math.floor(year / 100) + 1);
  }
}

/** The day so many units on. */
export function addUnits(day: Day, amount: number, unit: Unit): Day {
  switch (unit) {
    case "day":
    case "season":
      return day + amount;
    case "week":
    case "weekend":
      return day + 7 * amount;
    case "month":
      return addMonths(day, amount);
    case "quarter":
      return addMonths(day, 3 * amount);
    case "half":
      return addMonths(day, 6 * amount);
    case "year":
      return addMonths(day, 12 * amount);
    case "decade":
      return addMonths(day, 120 * amount);
    case "century":
      return addMonths(day, 1200 * amount);
  }
}

/** Months are added from the unit's first day, so that the 31st does not skip a short month. */
export function startOf(day: Day, unit: Unit): Day {
  return unit === "week" || unit === "weekend" || unit === "day" ? day : unitAround(day, unit).from;
}

/** How fine a period of a unit is. */
export function granularityOf(unit: Unit): Period["granularity"] {
  return unit === "weekend" ? "week" : unit === "half" ? "quarter" : unit;
}
