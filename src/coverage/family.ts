import type { Article } from "./article.ts";
import { type Corpus, compare } from "./corpus.ts";

/** The key under which an original and its reprints count as one voice. */
export function familyKey(article: Article): string {
  return article.family ?? article.id;
}

/** The live members of an article's family, the original first, then by date and id. An article alone is its own family. */
export function familyMembers(corpus: Corpus, article: Article): Article[] {
  if (!article.family) return [article];
  return corpus.live
    .filter((a) => a.family === article.family)
    .sort(
      (a, b) =>
        Number(b.id === article.family) - Number(a.id === article.family) ||
        compare(a.published ?? "9999", b.published ?? "9999") ||
        compare(a.id, b.id),
    );
}

/**
 * The day against which relative dates in an article are resolved: the earliest publication date in its family,
 * because a reprint keeps the original's "on Wednesday". `null` when no member's date is known.
 */
export function readingDate(corpus: Corpus, article: Article): { date: string; from: Article } | null {
  let best: { date: string; from: Article } | null = null;
  for (const member of familyMembers(corpus, article)) {
    if (member.published && (!best || member.published < best.date)) best = { date: member.published, from: member };
  }
  return best;
}
