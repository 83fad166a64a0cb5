import type { Article } from "../../coverage/article.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { Range } from "../../language/range.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { isStopWord } from "../../language/stopwords.ts";
import { terms } from "../../language/words.ts";

/** A sentence of the coverage that says something like a claim, with the share of the claim's weight it holds. */
export interface Alike extends Range {
  readonly article: Article;
  readonly likeness: number;
  /** How many stems both hold. */
  readonly shared: number;
}

/** The body sentences of a coverage by the stems they hold. */
export interface SentenceIndex {
  /** The sentence most like a text, by the weight (rarity) of the stems that both hold; null where none shares two. */
  nearest(text: string): Alike | null;
}

export function indexSentences(corpus: Corpus): SentenceIndex {
  const sentences: { article: Article; range: Range; size: number }[] = [];
  const holding = new Map<string, number[]>();
  for (const article of corpus.live) {
    for (const paragraph of article.paragraphs) {
      if (paragraph.zone !== "body") continue;
      for (const range of sentenceRanges(article.text, paragraph)) {
        const stems = stemsOf(article.text.slice(range.start, range.end));
        for (const stem of stems) {
          const list = holding.get(stem);
          if (list) list.push(sentences.length);
          else holding.set(stem, [sentences.length]);
        }
        sentences.push({ article, range, size: stems.size });
      }
    }
  }
  const rarity = (stem: string) => Math.log(1 + sentences.length / (1 + (holding.get(stem)?.length ?? 0)));
  return {
    nearest(text) {
      const stems = [...stemsOf(text)];
      const total = stems.reduce((sum, stem) => sum + rarity(stem), 0);
      const scores = new Map<number, { weight: number; shared: number }>();
      for (const stem of stems) {
        const weight = rarity(stem);
        for (const i of holding.get(stem) ?? []) {
          const known = scores.get(i);
          if (known) {
            known.weight += weight;
            known.shared++;
          } else scores.set(i, { weight, shared: 1 });
        }
      }
      let best: Alike | null = null;
      for (const [i, { weight, shared }] of scores) {
        const sentence = sentences[i];
        if (!sentence || shared < 2) continue;
        // A very long sentence holds much by chance.
        const likeness = (weight / total) * Math.min(1, Math.sqrt((2.5 * stems.length) / sentence.size));
        if (!best || likeness > best.likeness)
          best = { ...sentence.range, article: sentence.article, likeness, shared };
      }
      return best;
    },
  };
}

function stemsOf(text: string): Set<string> {
  return new Set(
    terms(text)
      .filter((t) => !isStopWord(t))
      .map((t) => t.term),
  );
}
