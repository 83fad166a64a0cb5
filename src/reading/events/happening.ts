import type { Article } from "../../coverage/article.ts";
import { familyKey } from "../../coverage/family.ts";
import { foldTypography } from "../../language/fold.ts";
import { isStopWord } from "../../language/stopwords.ts";
import { terms } from "../../language/words.ts";
import { dayOf } from "../dates/calendar.ts";
import { edtfOf, edtfRange } from "../edtf.ts";
import type { Mention } from "../mention.ts";

/** Days as text; one side is `null` for an open interval. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** What one sentence of one article reports for one date: the unit that events are merged from. */
export interface Happening {
  readonly article: string;
  readonly family: string;
  /** The mention whose date this is; the first of `mentions`. */
  readonly lead: Mention;
  /** The lead, the other end of its range, and other words of the sentence for the same date. */
  readonly mentions: readonly Mention[];
  readonly window: Window | null;
  readonly edtf: string | null;
  /** How many days the date may be off. */
  readonly slack: number;
  /** The sentence with typography folded: equal in reprints. */
  readonly sentence: string;
  /** Its terms but for stop words and the time expressions themselves. */
  readonly terms: ReadonlySet<string>;
}

/** Days by which an approximate date may be off. */
const looseSlack = 7;

/**
 * The happenings that mentions report as facts. A range is one, even one that is not over; two expressions for the same days in a sentence are one; an undated
 * expression counts only in a sentence that has no date.
 */
export function happeningsOf(articles: ReadonlyMap<string, Article>, mentions: readonly Mention[]): Happening[] {
  const sentences = Map.groupBy(mentions, (m) => `${m.article}\n${m.sentence.start}`);
  return [...sentences.values()].flatMap((group) => {
    const [first] = group;
    const article = first && articles.get(first.article);
    return article ? happeningsOfSentence(article, group) : [];
  });
}

function happeningsOfSentence(article: Article, mentions: readonly Mention[]): Happening[] {
  const facts = mentions.filter((m) => m.modality === "fact");
  const datedOnes = facts.filter((m) => m.from !== null || m.to !== null);
  const listed = datedOnes.length > 0 ? datedOnes : facts.slice(0, 1);
  const found = new Map<string, Happening>();
  const taken = new Set<Mention>();
  const text = sentenceText(article, mentions);
  for (const lead of listed) {
    if (taken.has(lead)) continue;
    const end = lead.rangeWith
      ? mentions.find((m) => m !== lead && m.expression.start === lead.rangeWith?.start)
      : undefined;
    if (end) taken.add(end);
    const edtf = end ? edtfRange(lead, end) : edtfOf(lead);
    const key = edtf ?? "";
    const same = found.get(key);
    const more = end ? [lead, end] : [lead];
    if (same) {
      found.set(key, { ...same, mentions: [...same.mentions, ...more] });
      continue;
    }
    found.set(key, {
      article: article.id,
      family: familyKey(article),
      lead,
      mentions: more,
      window: edtf === null ? null : { from: lead.from, to: end ? end.to : lead.to },
      edtf,
      slack: lead.granularity === "approximate" || lead.granularity === "bounded" ? looseSlack : 0,
      ...text,
    });
  }
  return absorbFrames([...found.values()]);
}

/**
 * "Earlier this year … in January": the wider time only frames the finer one of its sentence. Its expression is kept with the
 * happening that it frames.
 */
function absorbFrames(happenings: readonly Happening[]): Happening[] {
  const frameOf = new Map<Happening, Happening>();
  for (const wide of happenings) {
    const framed = happenings.find((fine) => isWithin(fine, wide));
    if (framed) frameOf.set(wide, framed);
  }
  return happenings
    .filter((h) => !frameOf.has(h))
    .map((h) => {
      const frames = happenings.filter((wide) => frameOf.get(wide) === h);
      return frames.length === 0 ? h : { ...h, mentions: [...h.mentions, ...frames.flatMap((f) => f.mentions)] };
    });
}

/** Whether one happening's days lie in another's, and are fewer. */
function isWithin(fine: Happening, wide: Happening): boolean {
  if (!fine.window || !wide.window || fine.slack > 0) return false;
  const [inner, outer] = [windowOf(fine.window), windowOf(wide.window)];
  return outer.from <= inner.from && inner.to <= outer.to && inner.to - inner.from < outer.to - outer.from;
}

function sentenceText({ text }: Article, mentions: readonly Mention[]): Pick<Happening, "sentence" | "terms"> {
  const [first] = mentions;
  if (!first) return { sentence: "", terms: new Set() };
  const { start, end } = first.sentence;
  const sentence = text.slice(start, end);
  const inExpression = (at: number) =>
    mentions.some((m) => m.expression.start <= start + at && start + at < m.expression.end);
  const kept = terms(sentence).filter((t) => !isStopWord(t) && !inExpression(t.start));
  return { sentence: foldTypography(sentence).toLowerCase(), terms: new Set(kept.map((t) => t.term)) };
}

/** A window in days, an open side far away, widened by `slack` days. */
export function windowOf({ from, to }: Window, slack = 0): { from: number; to: number } {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : dayOf(from) - slack,
    to: to === null ? Number.POSITIVE_INFINITY : dayOf(to) + slack,
  };
}
