import type { Anchor, Granularity } from "../mention.ts";
import { isoOf, type Period } from "./calendar.ts";
import type { Context, Earlier, Resolution } from "./context.ts";
import type { Bound, Part } from "./meaning.ts";

export const stated: Anchor = { kind: "explicit", date: null, at: null };

const nothing: Anchor = { kind: "none", date: null, at: null };

export function onPublication({ now }: Context): Anchor {
  return { kind: "publication", date: now === null ? null : isoOf(now), at: null };
}

export function onMention(earlier: Earlier): Anchor {
  return { kind: "mention", date: isoOf(earlier.period.from), at: { start: earlier.start, end: earlier.end } };
}

export function dated(period: Period, rule: string, anchor: Anchor): Resolution {
  return { ...period, rule, anchor };
}

export function undated(rule: string, granularity: Granularity = "bounded"): Resolution {
  return { from: null, to: null, granularity, timex: null, rule, anchor: nothing };
}

/**
 * A part of a month or year: the first, middle or last third of a month, the first or last quarter or the middle third of
 * a year, or a half. The timex names the whole.
 */
export function partOf(period: Period, part: Part | null): Period {
  const granularity =
    period.granularity === "month" ? "part-month" : period.granularity === "year" ? "part-year" : null;
  if (!part || !granularity) return period;
  const days = period.to - period.from + 1;
  const half = Math.floor(days / 2);
  if (part === "first-half") return { ...period, to: period.from + half - 1, granularity };
  if (part === "second-half") return { ...period, from: period.from + half, granularity };
  const third = Math.floor(days / 3);
  const edge = granularity === "part-year" ? Math.floor(days / 4) : third;
  const from = part === "early" ? period.from : part === "mid" ? period.from + third : period.to - edge + 1;
  const to = part === "early" ? period.from + edge - 1 : part === "mid" ? period.to - third : period.to;
  return { ...period, from, to, granularity };
}

/** A stretch so many days long, counted from a period, where "less than" and "more than" leave one end open. */
export function bounded(
  from: Period,
  to: Period,
  direction: -1 | 1,
  bound: Bound,
): Omit<Resolution, "rule" | "anchor"> {
  if (bound === "less") {
    const [first, last] = direction > 0 ? [from.from, to.from] : [to.from, from.from];
    return { from: Math.min(first, last), to: Math.max(first, last), granularity: "bounded", timex: null };
  }
  if (bound === "more") {
    return {
      from: direction > 0 ? to.from : null,
      to: direction > 0 ? null : to.to,
      granularity: "bounded",
      timex: null,
    };
  }
  return bound === "about" && to.granularity === "day" ? { ...to, granularity: "approximate" } : to;
}
