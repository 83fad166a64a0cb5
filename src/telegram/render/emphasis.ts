import type { Article } from "../../coverage/article.ts";
import { type Span, slice } from "../../coverage/span.ts";
import type { Range } from "../../language/range.ts";
import { bold, type RichText, rich } from "../rich-text.ts";

/**
 * A stretch of an article (or, where `field` says so, of its headline) with some of its words in bold. Styling never changes a character;
 * the text remembers where it stands.
 */
export function emphasised(
  article: Article,
  { start, end, field }: Range & Pick<Span, "field">,
  marked: readonly Range[] = [],
): RichText {
  const words = (from: number, to: number) =>
    slice(article, { start: from, end: to, ...(field === undefined ? {} : { field }) });
  const pieces: (string | RichText)[] = [];
  let at = start;
  for (const mark of marked.toSorted((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > end || mark.end <= mark.start) continue;
    pieces.push(words(at, mark.start), bold(words(mark.start, mark.end)));
    at = mark.end;
  }
  pieces.push(words(at, end));
  return { ...rich(...pieces), origin: { article: article.id, start, ...(field === undefined ? {} : { field }) } };
}
