import { contains, type Range } from "../../language/range.ts";
import type { Mention } from "../mention.ts";
import type { Uttered } from "../quotation.ts";
import type { Attributed } from "./attribute.ts";
import type { Scene } from "./scene.ts";

const precisions: Partial<Record<Mention["granularity"], Uttered["precision"]>> = {
  day: "day",
  week: "week",
  month: "month",
  year: "year",
};

/**
 * When something was said: the nearest past time expression outside quotation marks in the sentence of the quotation
 * or of its verb of saying, then in the sentence before of the same paragraph, then in the earlier ones of that
 * paragraph; without one, the publication date, which is said to be that.
 */
export function utteredOf(
  scene: Scene,
  attributed: Attributed,
  context: Range,
  mentions: readonly Mention[],
  published: string | null,
): Uttered {
  const { quote, cue } = attributed;
  const own = scene.sentences[quote.sentence];
  const saying = cue ? scene.sentences[cue.sentence] : undefined;
  const first = scene.spans.get(quote.paragraph)?.from ?? quote.sentence;
  const before = scene.sentences.slice(first, quote.sentence).reverse();
  const at = cue?.start ?? quote.outer.start;
  for (const place of [context, own, saying, ...before]) {
    if (!place) continue;
    const found = mentions.filter(
      (m) =>
        usable(m, published) &&
        contains(place, m.expression) &&
        !scene.quotes.some((q) => contains(q.outer, m.expression)),
    );
    const nearest = found.reduce<Mention | null>(
      (best, m) => (!best || Math.abs(m.expression.start - at) < Math.abs(best.expression.start - at) ? m : best),
      null,
    );
    if (nearest)
      return {
        from: nearest.from,
        to: nearest.to,
        precision: precisions[nearest.granularity] ?? "range",
        basis: nearest.expression,
      };
  }
  return { from: published, to: published, precision: published ? "publication" : "unknown", basis: null };
}

/** Days, weeks and months that have been: what is longer or still to come is not when somebody spoke. */
function usable(mention: Mention, published: string | null): boolean {
  if (mention.from === null || mention.to === null || mention.inQuotation || mention.modality !== "fact") return false;
  if (!["day", "week", "part-month", "month"].includes(mention.granularity)) return false;
  return published === null || mention.from <= published;
}
