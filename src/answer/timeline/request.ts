import { foldWord } from "../../language/fold.ts";
import { timelineWords } from "../../language/timeline-words.ts";
import { type DayRange, dateTokens } from "./filter-dates.ts";

export type Step = "day" | "week" | "month" | "year";

/** What part of the coverage's happenings is asked for. */
export interface TimelineRequest {
  /** Words to look for; `null` for the whole coverage. */
  readonly topic: string | null;
  /** First and last day, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** So many days up to the newest article; counts only without `from` and `to`. */
  readonly lastDays: number | null;
  /** The length of the stretches that events are put under; `null` for none. */
  readonly by: Step | null;
  /** An outlet's name or a part of it. */
  readonly outlet: string | null;
  /** The least number of independent families. */
  readonly min: number;
  readonly newestFirst: boolean;
}

export const wholeCoverage: TimelineRequest = {
  topic: null,
  from: null,
  to: null,
  lastDays: null,
  by: null,
  outlet: null,
  min: 1,
  newestFirst: false,
};

/** A request as it was read, with the options that could not be ("by:hour"). */
export interface ParsedRequest {
  readonly request: TimelineRequest;
  readonly notUnderstood: readonly string[];
}

const option = /(?<![\p{L}\p{N}])(\p{L}+):\s?("[^"]*"|“[^”]*”|«[^»]*»|[^\s"“«]+)/gu;

/**
 * Reads what follows `/timeline`, in English or Russian:
 * `[topic] [from..to | 2021 | March 2021 | 2021-03-04 | last 90 days] [by:day|week|month|year] [in:outlet] [min:2] [new first]`.
 * Whatever is none of these is the topic, in its own order.
 */
export function parseTimelineRequest(text: string): ParsedRequest {
  const notUnderstood: string[] = [];
  let request: TimelineRequest = wholeCoverage;
  let rest = text.replace(option, (whole, name: string, value: string) => {
    const read = readOption(foldWord(name), value.replace(/^["“«]|["”»]$/gu, "").trim());
    if (read === "unknown") return whole;
    if (read === null) notUnderstood.push(whole);
    else request = { ...request, ...read };
    return " ";
  });
  rest = rest.replace(timelineWords.newestFirst, () => {
    request = { ...request, newestFirst: true };
    return " ";
  });
  rest = rest.replace(timelineWords.lastDays, (_whole, ...groups: unknown[]) => {
    const { count, unit } = groups.at(-1) as { count?: string; unit: string };
    request = { ...request, lastDays: Number(count ?? 1) * (timelineWords.daysOf(unit) ?? 1) };
    return " ";
  });
  const period = dateTokens(rest);
  if (period) {
    rest = `${rest.slice(0, period.start)} ${rest.slice(period.end)}`;
    request = { ...request, ...within(request, period) };
  }
  const topic = rest.replace(/\s+/g, " ").trim();
  return { request: { ...request, topic: topic === "" ? null : topic }, notUnderstood };
}

/** A period written out does not undo "from:" and "to:". */
function within({ from, to }: TimelineRequest, period: DayRange): Pick<TimelineRequest, "from" | "to"> {
  return { from: from ?? period.from, to: to ?? period.to };
}

/** What an option sets; `null` where its value makes no sense, "unknown" where there is no such option. */
function readOption(name: string, value: string): Partial<TimelineRequest> | null | "unknown" {
  switch (timelineWords.options[name]) {
    case "by": {
      const by = timelineWords.steps[foldWord(value)];
      return by ? { by } : null;
    }
    case "in":
      return value ? { outlet: value } : null;
    case "min": {
      const min = Number(value);
      return Number.isInteger(min) && min > 0 ? { min } : null;
    }
    case "from": {
      const from = dateTokens(value);
      return from ? { from: from.from } : null;
    }
    case "to": {
      const to = dateTokens(value);
      return to ? { to: to.to } : null;
    }
    default:
      return "unknown";
  }
}
