import type { Article } from "../../coverage/article.ts";
import type { Span } from "../../coverage/span.ts";
import type { Range } from "../../language/range.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { paginate } from "../pages.ts";
import { type RichText, rich } from "../rich-text.ts";
import type { BotLanguage } from "../texts.ts";
import { renderPassage } from "./passage.ts";
import type { View } from "./view.ts";

/** As much around a passage as is read at one look, in UTF-16 units. */
const longestContext = 2_500;

/** A passage in bold within the paragraph around it, as one quotation, with its source. */
export function renderContext(view: View, article: Article, span: Span, language: BotLanguage): RichText {
  const spans = [span.field === "headline" ? span : contextOf(article, span)];
  const marked = span.field === "headline" ? [] : [{ start: span.start, end: span.end }];
  return paginate([renderPassage(view, { article, spans, marked }, language)])[0] ?? rich();
}

/**
 * The paragraphs of a passage; with those before and after where the passage is all of its own; where the paragraph is too long, as many
 * of its sentences around the passage as are read at one look. Offsets are UTF-16 units of the article's text.
 */
export function contextOf({ text, paragraphs }: Article, { start, end }: Range): Range {
  const first = paragraphs.findIndex((p) => p.end > start);
  const last = paragraphs.findLastIndex((p) => p.start < end);
  const own = {
    start: Math.min(start, paragraphs[first]?.start ?? start),
    end: Math.max(end, paragraphs[last]?.end ?? end),
  };
  const isWhole = start === own.start && end === own.end;
  const wide = isWhole
    ? { start: paragraphs[first - 1]?.start ?? own.start, end: paragraphs[last + 1]?.end ?? own.end }
    : own;
  if (wide.end - wide.start <= longestContext) return wide;
  if (isWhole) return own;
  let around: Range = { start, end };
  for (const sentence of nearestFirst(sentenceRanges(text, own), around)) {
    const with_ = { start: Math.min(around.start, sentence.start), end: Math.max(around.end, sentence.end) };
    if (with_.end - with_.start > longestContext) break;
    around = with_;
  }
  return around;
}

function nearestFirst(sentences: readonly Range[], { start, end }: Range): Range[] {
  const distance = (s: Range) => Math.max(0, start - s.end, s.start - end);
  return sentences.toSorted((a, b) => distance(a) - distance(b));
}
