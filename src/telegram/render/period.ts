import type { Event } from "../../reading/event.ts";
import { type BotLanguage, catalogue, dayIn, monthIn } from "../texts.ts";

/** The days of an event as people read them, never finer than they are known; "" for an undated one. */
export function periodIn(
  language: BotLanguage,
  { from, to, granularity }: Pick<Event, "from" | "to" | "granularity">,
): string {
  const t = catalogue[language];
  if (from === null || to === null)
    return from ? t.since(dayIn(language, from)) : to ? t.until(dayIn(language, to)) : "";
  if (from === to) return dayIn(language, from);
  if (granularity === "month" && from.slice(0, 7) === to.slice(0, 7)) return monthIn(language, from);
  if (granularity === "year" && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (granularity === "decade") return t.decade(from.slice(0, 4));
  return `${dayIn(language, from)} – ${dayIn(language, to)}`;
}
