import { sentenceRanges } from "../language/sentences.ts";
import { terms } from "../language/words.ts";
import type { IndexedSentence } from "./engine.ts";
import { Growing } from "./growing.ts";
import type { Passage } from "./passages.ts";
import { type Postings, PostingsBuilder, rangeOf } from "./postings.ts";

/** An index of some articles that is never changed: whole articles, passages in their order. */
export interface Segment {
  readonly passages: readonly Passage[];
  /** The number of a term; terms of headlines as well. */
  readonly dictionary: ReadonlyMap<string, number>;
  /** The terms by number. */
  readonly terms: readonly string[];
  /** Its documents are the passages. */
  readonly text: Postings;
  /** Its documents are the articles: every passage of an article has its headline. */
  readonly headline: Postings;
  /** The passages of article a are those from `firstPassage[a]` up to `firstPassage[a + 1]`. */
  readonly firstPassage: Uint32Array;
  /** By term: how often it stands in mid-sentence, and how often with a capital letter there. */
  readonly midSentence: Uint32Array;
  readonly midCapital: Uint32Array;
  /** The numbers of all terms, passage by passage, in the order of the text. */
  readonly sequence: Uint32Array;
  /** The sentences of passage p are those from `firstSentence[p]` up to `firstSentence[p + 1]`. */
  readonly firstSentence: Uint32Array;
  /** By sentence: where it starts and ends in its article's text, and where its terms begin in `sequence`; one more `firstTerm` ends the last. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
  readonly firstTerm: Uint32Array;
  /** The folded words that are written with a capital letter somewhere, and their terms. */
  readonly capitalised: ReadonlyMap<string, string>;
}

/** Reads passages into a segment. The passages of an article stand together. */
export function* buildSegment(passages: readonly Passage[]): Generator<void, Segment> {
  const dictionary = new Map<string, number>();
  const text = new PostingsBuilder();
  const headline = new PostingsBuilder();
  const numbers = (room?: number) => new Growing((n) => new Uint32Array(n), room);
  // A word and the space behind it take six characters.
  const sequence = numbers(passages.reduce((sum, p) => sum + p.end - p.start, 0) / 6);
  const [firstPassage, firstSentence, sentenceStart, sentenceEnd, firstTerm] = [
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
  ];
  const [midSentence, midCapital] = [numbers(), numbers()];
  const capitalised = new Map<string, string>();
  const numberOf = (term: string): number => {
    const known = dictionary.get(term);
    if (known !== undefined) return known;
    dictionary.set(term, dictionary.size);
    return dictionary.size - 1;
  };
  for (const [i, { article, paragraphs }] of passages.entries()) {
    if (article !== passages[i - 1]?.article) {
      firstPassage.push(i);
      headline.open();
      for (const { term } of terms(article.headline ?? "")) headline.add(numberOf(term));
    }
    text.open();
    firstSentence.push(sentenceStart.length);
    for (const sentence of paragraphs.flatMap((p) => sentenceRanges(article.text, p))) {
      sentenceStart.push(sentence.start);
      sentenceEnd.push(sentence.end);
      firstTerm.push(sequence.length);
      for (const t of terms(article.text, sentence)) {
        const term = numberOf(t.term);
        text.add(term);
        sequence.push(term);
        const capital = isCapital(article.text.charAt(t.start));
        if (capital && !capitalised.has(t.word)) capitalised.set(t.word, t.term);
        if (opensSentence(article.text, t.start)) continue;
        midSentence.set(term, midSentence.get(term) + 1);
        if (capital) midCapital.set(term, midCapital.get(term) + 1);
      }
    }
    yield;
  }
  firstPassage.push(passages.length);
  firstSentence.push(sentenceStart.length);
  firstTerm.push(sequence.length);
  return {
    passages,
    dictionary,
    terms: [...dictionary.keys()],
    text: yield* text.done(dictionary.size),
    headline: yield* headline.done(dictionary.size),
    firstPassage: firstPassage.done(),
    midSentence: midSentence.done(),
    midCapital: midCapital.done(),
    sequence: sequence.done(),
    firstSentence: firstSentence.done(),
    sentenceStart: sentenceStart.done(),
    sentenceEnd: sentenceEnd.done(),
    firstTerm: firstTerm.done(),
    capitalised,
  };
}

/** In how many passages a term stands in the text, or under a headline that has it. */
export function frequencies(segment: Segment, term: string): { readonly text: number; readonly headline: number } {
  const id = segment.dictionary.get(term);
  if (id === undefined) return { text: 0, headline: 0 };
  const { text, headline, firstPassage } = segment;
  const [from, to] = rangeOf(text, id);
  const [first, last] = rangeOf(headline, id);
  let under = 0;
  for (let i = first; i < last; i++) {
    const article = headline.document[i] ?? 0;
    under += (firstPassage[article + 1] ?? 0) - (firstPassage[article] ?? 0);
  }
  return { text: to - from, headline: under };
}

/** The sentences of a passage, by its number. */
export function sentencesOf(segment: Segment, passage: number): IndexedSentence[] {
  const { firstSentence, sentenceStart, sentenceEnd, firstTerm, sequence, terms: known } = segment;
  const out: IndexedSentence[] = [];
  for (let s = firstSentence[passage] ?? 0; s < (firstSentence[passage + 1] ?? 0); s++) {
    const found: string[] = [];
    for (let i = firstTerm[s] ?? 0; i < (firstTerm[s + 1] ?? 0); i++) found.push(known[sequence[i] ?? 0] ?? "");
    out.push({ range: { start: sentenceStart[s] ?? 0, end: sentenceEnd[s] ?? 0 }, terms: found });
  }
  return out;
}

function isCapital(letter: string): boolean {
  if (letter < "\u0080") return letter >= "A" && letter <= "Z";
  return /^\p{Lu}/u.test(letter);
}

const openers = new Set(".!?…:\"“«‘'(");

/** Whether a sentence or quotation may begin at an offset, so that a capital letter there says nothing. */
function opensSentence(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    const c = text.charAt(i);
    if (openers.has(c) || c === "\n") return true;
    if (c.trim() !== "") return false;
  }
  return at === 0;
}
