import type { Range } from "../language/range.ts";

/**
 * A stretch of one article: UTF-16 code unit offsets, `end` exclusive.
 * Offsets count in the article's `text`, or, where `field` says so, in its `headline` (a headline known
 * from metadata only, which does not stand in the text). Text is always sliced from a span, never carried along.
 */
export interface Span extends Range {
  readonly article: string;
  readonly field?: "headline";
}

/** What a span says: a slice of the stored text (or headline) of its article. */
export function slice(article: { text: string; headline: string | null }, span: Range & Pick<Span, "field">): string {
  return (span.field === "headline" ? (article.headline ?? "") : article.text).slice(span.start, span.end);
}
