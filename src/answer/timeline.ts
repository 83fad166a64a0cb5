import { addMonths, type Day, dayOf, isoOf, weekPeriod } from "../reading/dates/calendar.ts";
import type { Event } from "../reading/event.ts";
import type { Library } from "./library.ts";
import { worthOf } from "./timeline/relevance.ts";
import type { Step, TimelineRequest } from "./timeline/request.ts";

export { parseTimelineRequest, type Step, type TimelineRequest, wholeCoverage } from "./timeline/request.ts";

/** An event as the answer to a request. */
export interface Entry {
  readonly event: Event;
  /** Its worth for a first page, comparable within one timeline (relevance.ts). */
  readonly worth: number;
}

/** A stretch of the timeline: its name ("2021-03", "2021-W09"), its days, and what happened in it. */
export interface Stretch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly entries: readonly Entry[];
}

/** What the coverage reports to have happened, in order. */
export interface Timeline {
  readonly request: TimelineRequest;
  /** The days that were asked for, with "last 90 days" worked out. */
  readonly from: string | null;
  readonly to: string | null;
  /** Dated events in date order, or the newest first. */
  readonly dated: readonly Entry[];
  /** Happenings whose date the text does not tell; empty when days were asked for. */
  readonly undated: readonly Entry[];
  /** The dated ones under their days, weeks, months or years, where `by` asks for it. */
  readonly stretches: readonly Stretch[];
}

/**
 * The timeline of the coverage, or of what a request picks from it. "The last 90 days" end with the newest article, not
 * today: the same question about the same coverage has the same answer.
 */
export function timeline(library: Library, request: TimelineRequest): Timeline {
  const { from, to } = daysOf(request, library.corpus.stamp.newest);
  const isAsked = from !== null || to !== null;
  const inOutlet = outletTest(library, request.outlet);
  const relevance = request.topic === null ? () => 1 : library.relevance().to(request.topic);
  const entries = library.events().flatMap((event): Entry[] => {
    if (event.families < request.min || (isAsked && !touches(event, from, to)) || !inOutlet(event)) return [];
    const relevant = relevance(event);
    return relevant > 0 ? [{ event, worth: worthOf(event, relevant) }] : [];
  });
  const dated = entries.filter(({ event }) => event.edtf !== null);
  if (request.newestFirst) dated.reverse();
  return {
    request,
    from,
    to,
    dated,
    undated: entries.filter(({ event }) => event.edtf === null),
    stretches: request.by === null ? [] : stretchesOf(dated, request.by),
  };
}

function daysOf(
  { from, to, lastDays }: TimelineRequest,
  newest: string | null,
): { from: string | null; to: string | null } {
  if (from !== null || to !== null || lastDays === null || newest === null) return { from, to };
  return { from: isoOf(dayOf(newest) - lastDays + 1), to: newest };
}

/** Whether any of an event's days is among those asked for. */
function touches(event: Event, from: string | null, to: string | null): boolean {
  if (event.edtf === null) return false;
  return (
    (to === null || event.from === null || event.from <= to) && (from === null || event.to === null || event.to >= from)
  );
}

function outletTest({ corpus }: Library, outlet: string | null): (event: Event) => boolean {
  if (outlet === null) return () => true;
  const wanted = outlet.toLowerCase();
  return (event) =>
    event.mentions.some((m) => (corpus.byId.get(m.article)?.outlet ?? "").toLowerCase().includes(wanted));
}

const steps: readonly Step[] = ["day", "week", "month", "year"];

/** Entries under their stretches. One that is longer than a stretch has a longer one of its own: a year is in no month. */
function stretchesOf(entries: readonly Entry[], by: Step): Stretch[] {
  const groups = new Map<string, { stretch: Omit<Stretch, "entries">; list: Entry[] }>();
  for (const entry of entries) {
    const stretch = stretchOf(entry.event, by);
    const group = groups.get(stretch.name) ?? { stretch, list: [] };
    group.list.push(entry);
    groups.set(stretch.name, group);
  }
  return [...groups.values()].map(({ stretch, list }) => ({ ...stretch, entries: list }));
}

/** The shortest stretch, `by` or longer, that an event lies in; beyond a year its own days. */
function stretchOf({ from, to, edtf }: Event, by: Step): Omit<Stretch, "entries"> {
  const [first, last] = [from ?? to ?? "", to ?? from ?? ""];
  for (const step of steps.slice(steps.indexOf(by))) {
    const stretch = stretchAt(dayOf(first), step);
    if (last <= stretch.to) return stretch;
  }
  return { name: edtf ?? first, from: first, to: last };
}

function stretchAt(day: Day, by: Step): Omit<Stretch, "entries"> {
  const iso = isoOf(day);
  switch (by) {
    case "day":
      return { name: iso, from: iso, to: iso };
    case "week": {
      const week = weekPeriod(day);
      return { name: week.timex ?? iso, from: isoOf(week.from), to: isoOf(week.to) };
    }
    case "month": {
      const first = dayOf(`${iso.slice(0, 7)}-01`);
      return { name: iso.slice(0, 7), from: isoOf(first), to: isoOf(addMonths(first, 1) - 1) };
    }
    case "year":
      return { name: iso.slice(0, 4), from: `${iso.slice(0, 4)}-01-01`, to: `${iso.slice(0, 4)}-12-31` };
  }
}
