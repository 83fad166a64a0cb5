import type { Article } from "../coverage/article.ts";
import type { Range } from "../language/range.ts";
import type { Passage } from "./passages.ts";

/** A term of a question as the index knows terms (language/words.ts), with its weight. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** A sentence of a passage as the index has read it. The range is into the article's text. */
export interface IndexedSentence {
  readonly range: Range;
  readonly terms: readonly string[];
}

export interface Hit {
  readonly passage: Passage;
  /** The passage's sentences, in order; made when they are asked for. */
  readonly sentences: readonly IndexedSentence[];
  /** BM25 over the terms; comparable within one search only. */
  readonly score: number;
}

/** How a term is written where no sentence begins, which is where a capital letter tells a name. */
export interface Capitals {
  /** How often it stands there. */
  readonly all: number;
  /** How often with a capital letter. */
  readonly capital: number;
}

/** The port behind which passages are searched. Analysis is done by the caller: terms go in, passages come out. */
export interface SearchEngine {
  /** All passages, in the order of the articles' ids and of the text. */
  readonly passages: readonly Passage[];
  /** In how many passages a term stands (in the text, not the headline). */
  documentFrequency(term: string): number;
  /**
   * The best passages, best first; equal scores in the order of the passages. `worthOf` multiplies the scores of an article's
   * passages; 0 leaves it out.
   */
  search(terms: readonly QueryTerm[], limit: number, worthOf?: (article: Article) => number): Hit[];
  /** Terms of the coverage that are spelt almost like one that it does not have, nearest and most frequent first. */
  similarTerms(term: string): string[];
  capitals(term: string): Capitals;
  /** Every term of the coverage. */
  vocabulary(): Iterable<string>;
  /** Every word that the coverage writes with a capital letter somewhere: folded, with its term. */
  capitalised(): Iterable<readonly [word: string, term: string]>;
}
