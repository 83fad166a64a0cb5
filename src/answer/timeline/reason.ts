import { readingDate } from "../../coverage/family.ts";
import { addMonths, dayOf, isoOf } from "../../reading/dates/calendar.ts";
import type { Event } from "../../reading/event.ts";
import type { Mention } from "../../reading/mention.ts";
import type { Library } from "../library.ts";

/** What a rule does, as far as a reader needs it: several rules of the resolver are one to a person. */
export type ReasonKey =
  | "stated" | "range" | "weekday-beside" | "past" | "future" | "nearest" | "relative" | "of-year" | "history"
  | "weekday-past" | "weekday-same-day" | "weekday-future" | "weekday-last" | "weekday-next" | "weekday-mention" | "weekday-of-week"
  | "today" | "eve" | "weekend" | "unit-last" | "unit-this" | "unit-next" | "unit-mention" | "unit-quarter" | "ago" | "ahead"
  | "offset" | "same" | "apposed" | "relation-main" | "relation-date" | "undated"; // biome-ignore format: a list

/** One step from words to a date. */
export interface Reason {
  readonly mention: Mention;
  readonly key: ReasonKey;
  /** The other date that the same words could stand for by the calendar, an ISO day; `null` where there is none. */
  readonly otherReading: string | null;
}

/** Why an event has its date. */
export interface Why {
  readonly event: Event;
  /** The words that the date was taken from, then those they hang on, up to the publication date or words that say it all. */
  readonly steps: readonly Reason[];
  /** The publication date that the last step hangs on, and the article it is known from; `null` where it hangs on none. */
  readonly published: { readonly date: string; readonly from: string } | null;
}

/** A chain of "the day after … the day after …" is shown so far. */
const mostSteps = 4;

/** Why an event has its date: read again from the mentions, never worked out anew. `null` for an event without mentions. */
export function whyOf(library: Library, event: Event): Why | null {
  const steps: Reason[] = [];
  let [mention] = event.mentions;
  while (mention && steps.length < mostSteps) {
    steps.push(reasonOf(mention));
    const { article, anchor }: Mention = mention;
    mention =
      anchor.kind === "mention"
        ? library.mentions().find((m) => m.article === article && m.expression.start === anchor.at?.start)
        : undefined;
    if (steps.some((s) => s.mention === mention)) break;
  }
  const last = steps.at(-1)?.mention;
  if (!last) return null;
  const article = library.corpus.byId.get(last.article);
  const known = article ? readingDate(library.corpus, article) : null;
  const published =
    last.anchor.kind === "publication" && last.anchor.date !== null
      ? { date: last.anchor.date, from: known?.from.id ?? last.article }
      : null;
  return { event, steps, published };
}

function reasonOf(mention: Mention): Reason {
  return { mention, key: reasonKey(mention), otherReading: otherReading(mention) };
}

/** What stands behind the first part of a rule's name ("day-past", "month-past"). */
const bySuffix: Readonly<Record<string, ReasonKey>> = {
  explicit: "stated", named: "stated", range: "range", weekday: "weekday-beside", past: "past", future: "future", soon: "future", nearest: "nearest",
  relative: "relative", "of-year": "of-year", "in-year": "of-year", "that-year": "of-year", history: "history",
}; // biome-ignore format: a table

const byRule: Readonly<Record<string, ReasonKey>> = {
  year: "stated", decade: "stated", century: "stated", "weekday-past": "weekday-past", "weekday-same-day": "weekday-same-day",
  "weekday-future": "weekday-future", "weekday-last": "weekday-last", "weekday-next": "weekday-next", "weekday-mention": "weekday-mention",
  "weekday-of-week": "weekday-of-week", today: "today", eve: "eve", weekend: "weekend", "unit-last": "unit-last", "unit-this": "unit-this",
  "unit-part": "unit-this", "unit-next": "unit-next", "unit-mention": "unit-mention", "unit-quarter": "unit-quarter", ahead: "ahead",
  "same-day": "same", "same-unit": "same", same: "same", "same-apposed": "apposed", "offset-apposed": "apposed", "relation-apposed": "apposed",
  "relation-main": "relation-main", "relation-date": "relation-date",
}; // biome-ignore format: a table

function reasonKey({ rule, from, to, anchor }: Mention): ReasonKey {
  if (from === null && to === null) return "undated";
  const known = byRule[rule] ?? bySuffix[rule.slice(rule.indexOf("-") + 1)];
  if (known) return known;
  if (rule.startsWith("ago-")) return "ago";
  if (rule.startsWith("offset-")) return "offset";
  return anchor.kind === "explicit" ? "stated" : anchor.kind === "mention" ? "unit-mention" : "relative";
}

/** A bare weekday a week on or back; a date without its year in the year after or before. */
function otherReading({ rule, from, to, anchor }: Mention): string | null {
  if (from === null || from !== to || anchor.kind !== "publication") return null;
  const day = dayOf(from);
  switch (rule) {
    case "weekday-past":
      return isoOf(day + 7);
    case "weekday-same-day":
    case "weekday-future":
      return isoOf(day - 7);
    case "day-past":
      return isoOf(addMonths(day, 12));
    case "day-nearest":
      return isoOf(addMonths(day, from > (anchor.date ?? from) ? -12 : 12));
    case "day-future":
    case "day-soon":
      return isoOf(addMonths(day, -12));
    default:
      return null;
  }
}
