import type { Event } from "../../reading/event.ts";

/** How a date is known, as a sign that needs no colour: stated, from the publication date, from another sentence, approximate, not at all. */
export type Mark = "●" | "◐" | "○" | "≈" | "?";

export function markOf({ basis, granularity }: Pick<Event, "basis" | "granularity">): Mark {
  if (basis === "undated") return "?";
  if (granularity === "approximate" || granularity === "bounded") return "≈";
  return basis === "stated" ? "●" : basis === "publication" ? "◐" : "○";
}
