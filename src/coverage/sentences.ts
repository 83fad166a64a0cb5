import { overlaps, type Range } from "../language/range.ts";
import { sentenceRanges } from "../language/sentences.ts";
import type { Article } from "./article.ts";

/** The sentences of a stretch of an article, cut at its ends; none reaches from one paragraph into the next. */
export function sentencesIn({ text, paragraphs }: Article, within: Range): Range[] {
  return paragraphs
    .filter((p) => overlaps(p, within))
    .flatMap((p) => sentenceRanges(text, { start: Math.max(p.start, within.start), end: Math.min(p.end, within.end) }));
}
