import type { Article } from "../coverage/article.ts";
import { isDenial } from "../language/denial-words.ts";
import type { Held, HeldIn } from "./asked/held.ts";
import { type Sentence, union, type Worth } from "./evidence.ts";
import { type Manner, mannerOf } from "./manner.ts";

/** The length of a block: the fewest whole sentences that stand on their own. A single longer sentence is not cut. */
export const mostCharacters = 365;
export const mostSentences = 3;

/** A sentence with what is looked up of it at most once, however many stretches it is part of. */
export class ReadSentence {
  readonly sentence: Sentence;
  readonly beginsParagraph: boolean;
  /** Whether it holds a word of the question. */
  readonly isAbout: boolean;
  readonly #article: Article;
  readonly #heldIn: HeldIn;
  #held: Held | undefined;
  #manner: Manner | undefined;
  #denies: boolean | undefined;

  constructor(article: Article, sentence: Sentence, beginsParagraph: boolean, heldIn: HeldIn) {
    this.#article = article;
    this.sentence = sentence;
    this.beginsParagraph = beginsParagraph;
    this.isAbout = sentence.worth.some((w) => w > 0);
    this.#heldIn = heldIn;
  }

  get held(): Held {
    this.#held ??= this.#heldIn(this.#article, this.sentence.range);
    return this.#held;
  }

  /** How far it holds what is asked for: beside a word of the question in full, alone it may belong to something else. */
  get answers(): Held {
    return this.held === 1 && !this.isAbout ? 0.5 : this.held;
  }

  get near(): Sentence["near"] {
    return this.sentence.near;
  }

  get manner(): Manner {
    this.#manner ??= mannerOf(this.#text);
    return this.#manner;
  }

  get denies(): boolean {
    this.#denies ??= isDenial(this.#text);
    return this.#denies;
  }

  get #text(): string {
    return this.#article.text.slice(this.sentence.range.start, this.sentence.range.end);
  }
}

/** Neighbouring sentences, and the one before them. */
export interface Window {
  readonly sentences: readonly ReadSentence[];
  readonly before: ReadSentence | undefined;
  readonly worth: Worth;
}

/**
 * One to three neighbouring sentences within the length of a block. None of their paragraphs is there for nothing: the first holds a
 * word of the question, the last does or holds what is asked for.
 */
export function windows(sentences: readonly ReadSentence[]): Window[] {
  const found: Window[] = [];
  for (const [from, first] of sentences.entries()) {
    const window: ReadSentence[] = [];
    let worth = first.sentence.worth;
    let isAbout = false;
    let isPadded = false;
    for (const next of sentences.slice(from, from + mostSentences)) {
      if (window.length > 0 && next.sentence.range.end - first.sentence.range.start > mostCharacters) break;
      if (window.some((s) => saysTheSame(s.sentence, next.sentence))) break;
      if (window.length > 0 && next.beginsParagraph) {
        if (!isAbout) break;
        isPadded = true;
      }
      window.push(next);
      if (next !== first) worth = union(worth, next.sentence.worth);
      isAbout ||= next.isAbout;
      if (isPadded && (next.isAbout || next.held === 1)) isPadded = false;
      if (isAbout && !isPadded) found.push({ sentences: [...window], before: sentences[from - 1], worth });
    }
  }
  return found;
}

function saysTheSame(a: Sentence, b: Sentence): boolean {
  return a.terms.length === b.terms.length && a.terms.every((term, i) => term === b.terms[i]);
}
