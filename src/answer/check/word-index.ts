import type { Article } from "../../coverage/article.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { Range } from "../../language/range.ts";
import { overlaps } from "../../language/range.ts";
import { type Word, wordsIn } from "./words.ts";

/** A run of words of one article: its body, or one of its headlines. */
export interface Stretch {
  readonly article: Article;
  /** In the article's `headline` field, not in its text. */
  readonly field: "headline" | null;
  readonly headline: boolean;
  /** Numbers of its first word and of the one after its last, in the index. */
  readonly from: number;
  readonly to: number;
}

/** All words of a coverage in one row, with the places of each. */
export interface WordIndex {
  readonly stretches: readonly Stretch[];
  /** The word numbers at which a word stands, rising; empty for a word the coverage has not. */
  places(key: string): readonly number[];
  keyAt(place: number): string;
  /** Where a word stands in its article's text (or headline field). */
  rangeAt(place: number): Range;
  stretchAt(place: number): Stretch;
}

/** Reads every live article once; memory grows with the words of the coverage. */
export function indexWords(corpus: Corpus): WordIndex {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const places = new Map<string, number[]>();
  const stretches: Stretch[] = [];
  const add = (article: Article, words: readonly Word[], headline: boolean, field: Stretch["field"]) => {
    if (words.length === 0) return;
    const from = keys.length;
    for (const word of words) {
      const list = places.get(word.key);
      if (list) list.push(keys.length);
      else places.set(word.key, [keys.length]);
      keys.push(word.key);
      starts.push(word.start);
      ends.push(word.end);
    }
    stretches.push({ article, field, headline, from, to: keys.length });
  };
  for (const article of corpus.live) {
    const words = wordsIn(article.text);
    const headlines = article.paragraphs.filter((p) => p.zone === "headline");
    add(
      article,
      words.filter((w) => !headlines.some((h) => overlaps(h, w))),
      false,
      null,
    );
    for (const h of headlines)
      add(
        article,
        words.filter((w) => overlaps(h, w)),
        true,
        null,
      );
    const known = headlines.map((h) =>
      wordsIn(article.text.slice(h.start, h.end))
        .map((w) => w.key)
        .join(" "),
    );
    const headline = wordsIn(article.headline ?? "");
    if (!known.includes(headline.map((w) => w.key).join(" "))) add(article, headline, true, "headline");
  }
  const none: readonly number[] = [];
  return {
    stretches,
    places: (key) => places.get(key) ?? none,
    keyAt: (place) => keys[place] ?? "",
    rangeAt: (place) => ({ start: starts[place] ?? 0, end: ends[place] ?? 0 }),
    stretchAt: (place) => stretches[lastAtOrBefore(stretches, place)] as Stretch,
  };
}

function lastAtOrBefore(stretches: readonly Stretch[], place: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.from ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
