import type { Event } from "../../reading/event.ts";

/** How a date is known, as a sign that needs no colour: stated, from the publication date, from another sentence, approximate, not at all. */
export type Mark = "●" | "◐" | "○" | "≈" | "?";

/** "About", "less than a week later", "at the start of February": days at the ends are nobody's word. */
const loose: ReadonlySet<Event["granularity"]> = new Set(["approximate", "bounded", "part-month"]);

export function markOf({ basis, granularity }: Pick<Event, "basis" | "granularity">): Mark {
  if (basis === "undated") return "?";
  if (loose.has(granularity)) return "≈";
  return basis === "stated" ? "●" : basis === "publication" ? "◐" : "○";
}
