import { createHash } from "node:crypto";
import type { Article } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { familyKey } from "../coverage/family.ts";
import type { Basis, Event } from "./event.ts";
import { cluster } from "./events/cluster.ts";
import { type Happening, happeningsOf, windowOf } from "./events/happening.ts";
import type { Granularity, Mention } from "./mention.ts";

/**
 * What the coverage reports to have happened, each happening once: dated ones in order, then the undated. Only facts
 * count, not what is planned or supposed. Mentions are merged when they stand in reprints of one sentence, or in similar sentences
 * with dates that fit (events/cluster.ts). The finest date that is stated gives the event its date; dates that contradict it are kept as conflicts.
 * @param articles live articles, by which the mentions' text is read. @param mentions as `readMentions` gives them, of these articles.
 */
export function mergeEvents(articles: readonly Article[], mentions: readonly Mention[]): Event[] {
  const byId = new Map(articles.map((a) => [a.id, a]));
  const happenings = happeningsOf(byId, mentions);
  const events = cluster(happenings).map((members) => eventOf(members, byId));
  return events.sort(byDate);
}

/** Date order: by first day, the finer first; undated events after all others, by article and place. */
export function byDate(a: Event, b: Event): number {
  const [x, y] = [a.from ?? a.to, b.from ?? b.to];
  if (x === null || y === null) return x === y ? byPlace(a, b) : x === null ? 1 : -1;
  return compare(x, y) || compare(a.to ?? "9999", b.to ?? "9999") || byPlace(a, b);
}

function byPlace({ mentions: [a] }: Event, { mentions: [b] }: Event): number {
  if (!a || !b) return 0;
  return compare(a.article, b.article) || a.expression.start - b.expression.start;
}

const fineness: readonly Granularity[] = [
  "day",
  "approximate",
  "bounded",
  "week",
  "part-month",
  "month",
  "season",
  "quarter",
  "part-year",
  "year",
  "decade",
  "century",
];

const basisOrder: readonly Basis[] = ["stated", "publication", "mention", "undated"];

function eventOf(members: readonly Happening[], articles: ReadonlyMap<string, Article>): Event {
  const ranked = [...members].sort(
    (a, b) =>
      Number(b.window !== null) - Number(a.window !== null) ||
      fineness.indexOf(a.lead.granularity) - fineness.indexOf(b.lead.granularity) ||
      basisOrder.indexOf(basisOf(a.lead)) - basisOrder.indexOf(basisOf(b.lead)) ||
      b.lead.confidence - a.lead.confidence ||
      byOriginal(a, b, articles) ||
      a.lead.expression.start - b.lead.expression.start,
  );
  const [chosen, ...others] = ranked;
  if (!chosen) throw new RangeError("an event has at least one mention");
  const { lead } = chosen;
  const agreeing = others.filter((h) => agrees(chosen, h));
  const against = others.filter((h) => !agrees(chosen, h));
  const conflicts = Map.groupBy(against, (h) => h.edtf ?? "");
  const article = articles.get(lead.article);
  return {
    id: createHash("sha256")
      .update(JSON.stringify([chosen.edtf, article ? familyKey(article) : lead.article, chosen.sentence]))
      .digest("hex")
      .slice(0, 12),
    edtf: chosen.edtf,
    from: chosen.window?.from ?? null,
    to: chosen.window?.to ?? null,
    granularity: lead.granularity,
    basis: basisOf(lead),
    confidence: lead.confidence,
    families: new Set(members.map((m) => m.family)).size,
    mentions: [chosen, ...agreeing, ...against].flatMap((h) => h.mentions),
    conflicts: [...conflicts].map(([edtf, list]) => ({ edtf, mentions: list.flatMap((h) => h.mentions) })),
  };
}

export function basisOf({ anchor, from, to }: Mention): Basis {
  if (from === null && to === null) return "undated";
  return anchor.kind === "explicit" ? "stated" : anchor.kind === "none" ? "undated" : anchor.kind;
}

/** The original before its reprints, then the earlier, then by id. */
function byOriginal(a: Happening, b: Happening, articles: ReadonlyMap<string, Article>): number {
  const [x, y] = [articles.get(a.lead.article), articles.get(b.lead.article)];
  if (!x || !y) return 0;
  return (
    Number(y.family === y.id) - Number(x.family === x.id) ||
    compare(x.published ?? "9999", y.published ?? "9999") ||
    compare(x.id, y.id)
  );
}

/** Whether two dates can be those of one happening: their days overlap. */
function agrees(a: Happening, b: Happening): boolean {
  if (a.window === null || b.window === null) return true;
  return (
    windowOf(a.window, a.slack).from <= windowOf(b.window, b.slack).to &&
    windowOf(b.window, b.slack).from <= windowOf(a.window, a.slack).to
  );
}
