import type { Article } from "../../coverage/article.ts";
import type { Range } from "../../language/range.ts";
import { bold, type RichText, rich } from "../rich-text.ts";

/** A stretch of an article with some of its words in bold. Styling never changes a character. */
export function emphasised(article: Article, range: Range, marked: readonly Range[]): RichText {
  const pieces: (string | RichText)[] = [];
  let at = range.start;
  for (const mark of marked.toSorted((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > range.end || mark.end <= mark.start) continue;
    pieces.push(article.text.slice(at, mark.start), bold(article.text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  pieces.push(article.text.slice(at, range.end));
  return rich(...pieces);
}
