import { dayOf, daysInMonth, partsOf } from "./dates/calendar.ts";
import type { Granularity } from "./mention.ts";

/** The parts of a date that its written form needs. */
export interface Dated {
  readonly from: string | null;
  readonly to: string | null;
  readonly granularity: Granularity;
  readonly timex: string | null;
}

const seasonCodes: Readonly<Record<string, string>> = { SP: "21", SU: "22", FA: "23", WI: "24" };

/**
 * A date in the Extended Date/Time Format of ISO 8601-2 (https://www.loc.gov/standards/datetime/), levels 0 and 1:
 * "2021-03-04", "2021-03", "2021-03-01/2021-03-07", "2021-21" for spring, "2021-03-19~" for about a day, "198X" for a
 * decade, "2021-03-17/.." for an open interval. `null` for what has no date. What has no form of its own is an interval of days.
 */
export function edtfOf({ from, to, granularity, timex }: Dated): string | null {
  if (from === null || to === null) return from === null && to === null ? null : `${from ?? ".."}/${to ?? ".."}`;
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(timex ?? "");
  switch (granularity) {
    case "day":
      return from === to ? from : `${from}/${to}`;
    case "approximate":
      return from === to ? `${from}~` : `${from}~/${to}~`;
    case "month":
      return isWholeMonth(from, to) ? from.slice(0, 7) : `${from}/${to}`;
    case "year":
      return from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : `${from}/${to}`;
    case "quarter":
      return `${from.slice(0, 7)}/${to.slice(0, 7)}`;
    case "season":
      return season ? `${season[1]}-${seasonCodes[season[2] ?? ""]}` : `${from}/${to}`;
    case "decade":
      return `${from.slice(0, 3)}X`;
    case "century":
      return `${from.slice(0, 2)}XX`;
    default:
      return `${from}/${to}`;
  }
}

function isWholeMonth(from: string, to: string): boolean {
  const { year, month } = partsOf(dayOf(from));
  return from.endsWith("-01") && to === `${from.slice(0, 8)}${String(daysInMonth(year, month)).padStart(2, "0")}`;
}

/** A range from one date to another: each end as fine as it is known ("1939/1945"). */
export function edtfRange(first: Dated, last: Dated): string | null {
  const [from, to] = [edtfOf(first), edtfOf(last)];
  if (from === null || to === null) return null;
  const [start, end] = [from.split("/")[0], to.split("/").at(-1)];
  return `${start}/${end}`;
}
