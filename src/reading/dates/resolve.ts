import { centuryPeriod, decadePeriod } from "./calendar.ts";
import type { Context, Resolution } from "./context.ts";
import { resolveEve, resolveOffset, resolveRelation, resolveSame } from "./discourse.ts";
import type { Meaning } from "./meaning.ts";
import { resolveNamed } from "./named.ts";
import { dated, stated } from "./outcome.ts";
import { resolveAgo, resolveAhead, resolveToday, resolveUnit, resolveWeekday } from "./relative.ts";

/** The date of an expression where it stands; `null` where it turns out to name none. */
export function resolve(meaning: Meaning, context: Context): Resolution | null {
  switch (meaning.kind) {
    case "decade":
      return dated(decadePeriod(meaning.year), "decade", stated);
    case "century":
      return dated(centuryPeriod(meaning.century), "century", stated);
    case "weekday":
      return resolveWeekday(meaning, context);
    case "today":
      return resolveToday(meaning, context);
    case "unit":
      return resolveUnit(meaning, context);
    case "ago":
      return resolveAgo(meaning, context);
    case "ahead":
      return meaning.orLater && context.tense !== "future"
        ? resolveOffset({ ...meaning, kind: "offset", direction: 1 }, context)
        : resolveAhead(meaning, context);
    case "same":
      return resolveSame(meaning, context);
    case "offset":
      return resolveOffset(meaning, context);
    case "relation":
      return resolveRelation(meaning, context);
    case "eve":
      return resolveEve(context);
    default:
      return resolveNamed(meaning, context);
  }
}
