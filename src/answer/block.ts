import { familyMembers } from "../coverage/family.ts";
import { receiptOf } from "../coverage/receipt.ts";
import type { Span } from "../coverage/span.ts";
import { terms } from "../language/words.ts";
import type { Block } from "./answer.ts";
import type { Chosen } from "./choose.ts";
import type { SoughtTerm } from "./expand.ts";
import type { Library } from "./library.ts";
import { foldWords } from "./original.ts";

/** A chosen place as a block: with the words of the question in it, who else prints it, and its receipt. */
export function blockOf(
  { corpus }: Library,
  { article, zone, range, score }: Chosen,
  sought: readonly SoughtTerm[],
): Block {
  const words = foldWords(article.text, range);
  const alsoIn = familyMembers(corpus, article).filter(
    (m) => m.id !== article.id && foldWords(m.text, { start: 0, end: m.text.length }).includes(words),
  );
  const span: Span = { article: article.id, start: range.start, end: range.end };
  const wanted = new Set(sought.flatMap((t) => t.forms.map((f) => f.term)));
  return {
    article: article.id,
    zone,
    spans: [span],
    matches: terms(article.text.slice(range.start, range.end))
      .filter((t) => wanted.has(t.term))
      .map((t) => ({ article: article.id, start: range.start + t.start, end: range.start + t.end })),
    score: Math.round(score * 1e6) / 1e6,
    alsoIn: alsoIn.map((m) => m.id),
    receipt: receiptOf(article, span),
  };
}
