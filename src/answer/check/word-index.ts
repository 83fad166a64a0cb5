import type { Article, Paragraph } from "../../coverage/article.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { overlaps, type Range } from "../../language/range.ts";
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

/** All words of a coverage in one row, with the places of each. Words go by numbers; one that the coverage has not is `unknown`. */
export interface WordIndex {
  /** How many words the coverage has. */
  readonly size: number;
  numberOf(key: string): number;
  /** The places at which a word stands, rising; none for an unknown one. */
  places(word: number): Uint32Array;
  wordAt(place: number): number;
  /** Where a word stands in its article's text (or headline field). */
  rangeAt(place: number): Range;
  stretchAt(place: number): Stretch;
}

export const unknown = -1;

/** Reads every live article once. Fourteen bytes a word of the coverage are kept, and each different word once. */
export function indexWords(corpus: Corpus): WordIndex {
  const row = new Row(corpus.live.reduce((sum, a) => sum + a.text.length, 0) >> 2);
  const stretches: Stretch[] = [];
  const add = (article: Article, words: readonly Word[], headline: boolean, field: Stretch["field"]) => {
    if (words.length === 0) return;
    const from = row.length;
    for (const word of words) row.push(word);
    stretches.push({ article, field, headline, from, to: row.length });
  };
  for (const article of corpus.live) {
    const words = wordsIn(article.text);
    const headline = wordsIn(article.headline ?? "");
    const headlines = headlinesOf(article, words, keysOf(headline));
    add(article, without(words, headlines), false, null);
    for (const h of headlines) add(article, within(words, h), true, null);
    if (!headlines.some((h) => keysOf(within(words, h)) === keysOf(headline))) add(article, headline, true, "headline");
  }
  const postings = row.postings();
  return {
    size: row.length,
    numberOf: (key) => row.numbers.get(key) ?? unknown,
    places: postings,
    wordAt: (place) => row.words[place] ?? unknown,
    rangeAt: (place) => {
      const start = row.starts[place] ?? 0;
      return { start, end: start + (row.lengths[place] ?? 0) };
    },
    stretchAt: (place) => stretches[lastAtOrBefore(stretches, place)] as Stretch,
  };
}

/** How far down a text its headline may be repeated. */
const headlineWithin = 3;

/** Paragraphs that are headlines by their zone, or that repeat the article's headline above the text. */
function headlinesOf(article: Article, words: readonly Word[], headline: string): Paragraph[] {
  return article.paragraphs.filter(
    (p, i) => p.zone === "headline" || (headline !== "" && i < headlineWithin && keysOf(within(words, p)) === headline),
  );
}

const keysOf = (words: readonly Word[]) => words.map((w) => w.key).join(" ");

const within = (words: readonly Word[], range: Range) => words.filter((w) => overlaps(range, w));

const without = (words: readonly Word[], ranges: readonly Range[]) =>
  ranges.length === 0 ? words : words.filter((w) => !ranges.some((r) => overlaps(r, w)));

/** The words of the coverage in typed arrays that grow. */
class Row {
  readonly numbers = new Map<string, number>();
  words: Int32Array;
  starts: Uint32Array;
  lengths: Uint16Array;
  length = 0;

  constructor(capacity: number) {
    this.words = new Int32Array(capacity + 16);
    this.starts = new Uint32Array(capacity + 16);
    this.lengths = new Uint16Array(capacity + 16);
  }

  push({ key, start, end }: Word): void {
    if (this.length === this.words.length) this.#grow();
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    this.words[this.length] = number;
    this.starts[this.length] = start;
    this.lengths[this.length] = Math.min(0xffff, end - start);
    this.length++;
  }

  #grow(): void {
    const grown = <T extends Int32Array | Uint32Array | Uint16Array>(made: T, from: T): T => {
      made.set(from);
      return made;
    };
    const capacity = this.words.length * 2;
    this.words = grown(new Int32Array(capacity), this.words);
    this.starts = grown(new Uint32Array(capacity), this.starts);
    this.lengths = grown(new Uint16Array(capacity), this.lengths);
  }

  /** The places of each word: all in one array, sorted by word (counting sort). No word can be added after. */
  postings(): (word: number) => Uint32Array {
    this.words = this.words.slice(0, this.length);
    this.starts = this.starts.slice(0, this.length);
    this.lengths = this.lengths.slice(0, this.length);
    const first = new Uint32Array(this.numbers.size + 1);
    for (let i = 0; i < this.length; i++) {
      const next = (this.words[i] ?? 0) + 1;
      first[next] = (first[next] ?? 0) + 1;
    }
    for (let w = 1; w < first.length; w++) first[w] = (first[w] ?? 0) + (first[w - 1] ?? 0);
    const places = new Uint32Array(this.length);
    const at = first.slice();
    for (let i = 0; i < this.length; i++) {
      const word = this.words[i] ?? 0;
      const to = at[word] ?? 0;
      places[to] = i;
      at[word] = to + 1;
    }
    const none = new Uint32Array(0);
    return (word) => (word < 0 ? none : places.subarray(first[word], first[word + 1]));
  }
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
