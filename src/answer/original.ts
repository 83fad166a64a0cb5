import type { Article, Paragraph } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { familyMembers } from "../coverage/family.ts";
import { foldTypography } from "../language/fold.ts";
import type { Range } from "../language/range.ts";
import { sentenceRanges } from "../language/sentences.ts";

/** Whole sentences of one paragraph, next to each other. */
export interface Place {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly range: Range;
}

/** A sentence with its words as an original and its reprints have them in common. */
interface Sentence extends Range {
  readonly words: string;
}

/** Words with marks, spaces and case folded. */
export function foldWords(text: string, range: Range): string {
  return foldTypography(text.slice(range.start, range.end)).toLowerCase();
}

/** The sentences of a stretch of a paragraph; a headline is one. */
export function sentencesOf(article: Article, paragraph: Paragraph, within: Range = paragraph): Sentence[] {
  const ranges = paragraph.zone === "headline" ? [paragraph] : sentenceRanges(article.text, within);
  return ranges.map(({ start, end }) => ({ start, end, words: foldWords(article.text, { start, end }) }));
}

/**
 * Finds sentences of a reprint in its family's original: a reader is shown who wrote them, not who passed them on. `words`
 * are the place's sentences, folded. Where the original does not print them so, the place is returned as it is.
 */
export function placesFor(corpus: Corpus): (place: Place, words: readonly string[]) => Place {
  const read = new Map<Article, { paragraph: Paragraph; sentences: Sentence[] }[]>();
  return ({ article, paragraph, range }, words) => {
    const [original] = familyMembers(corpus, article);
    if (!original || original === article) return { article, paragraph, range };
    const known =
      read.get(original) ?? original.paragraphs.map((p) => ({ paragraph: p, sentences: sentencesOf(original, p) }));
    read.set(original, known);
    for (const { paragraph: there, sentences } of known) {
      const at = sentences.findIndex((_, i) => words.every((w, k) => sentences[i + k]?.words === w));
      const [first, last] = [sentences[at], sentences[at + words.length - 1]];
      if (there.zone === paragraph.zone && first && last)
        return { article: original, paragraph: there, range: { start: first.start, end: last.end } };
    }
    return { article, paragraph, range };
  };
}
