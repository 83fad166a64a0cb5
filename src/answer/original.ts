import type { Article, Zone } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { familyMembers } from "../coverage/family.ts";
import { sentencesIn } from "../coverage/sentences.ts";
import { afterDateline } from "../language/dateline.ts";
import { foldTypography } from "../language/fold.ts";
import type { Range } from "../language/range.ts";
import { type Stretch, stretchesOf } from "./stretch.ts";

/** Whole sentences next to each other. */
export interface Place {
  readonly article: Article;
  readonly zone: Zone;
  readonly range: Range;
}

/** A sentence with its words as an original and its reprints have them in common. */
interface Sentence extends Range {
  readonly words: string;
}

/** Words with marks, spaces and case folded; without the dateline before them. */
export function foldWords(text: string, range: Range): string {
  const words = text.slice(range.start, range.end);
  return foldTypography(words.slice(afterDateline(words))).toLowerCase();
}

/** The sentences of a place; a headline is one. */
export function sentencesOf({ article, zone, range }: Place): Sentence[] {
  const ranges = zone === "headline" ? [range] : sentencesIn(article, range);
  return ranges.map(({ start, end }) => ({ start, end, words: foldWords(article.text, { start, end }) }));
}

/**
 * Finds sentences of a reprint in its family's original: a reader is shown who wrote them, not who passed them on. `words`
 * are the place's sentences, folded. Where the original does not print them so, the place is returned as it is.
 */
export function placesFor(corpus: Corpus): (place: Place, words: readonly string[]) => Place {
  const read = new Map<Article, { stretch: Stretch; sentences: Sentence[] }[]>();
  return ({ article, zone, range }, words) => {
    const [original] = familyMembers(corpus, article);
    if (!original || original === article) return { article, zone, range };
    const known =
      read.get(original) ??
      stretchesOf(original.paragraphs).map((stretch) => ({
        stretch,
        sentences: sentencesOf({ article: original, zone: stretch.zone, range: stretch }),
      }));
    read.set(original, known);
    for (const { stretch, sentences } of known) {
      const at = sentences.findIndex((_, i) => words.every((w, k) => sentences[i + k]?.words === w));
      const [first, last] = [sentences[at], sentences[at + words.length - 1]];
      if (stretch.zone === zone && first && last)
        return { article: original, zone, range: { start: first.start, end: last.end } };
    }
    return { article, zone, range };
  };
}
