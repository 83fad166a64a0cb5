import { isRoleModifier } from "../language/role-modifiers.ts";
import { isStopWord } from "../language/stopwords.ts";
import { terms } from "../language/words.ts";
import type { IndexedSentence } from "../retrieval/engine.ts";
import type { SoughtTerm } from "./expand.ts";

/** A sentence measured against a question. */
export interface Sentence extends IndexedSentence {
  readonly worth: Worth;
  /** `true` at each word of the question that stands close (within four words) to the word that the question has after it. */
  readonly near: readonly (boolean | undefined)[];
  /** No sentence but a heap of words, as put where machines are to find it. */
  readonly stuffed: boolean;
}

/** What each word of a question is worth in a stretch of text: 1 for the word itself, less for a stand-in, 0 where it is not there. */
export type Worth = readonly number[];

/** A word of the question, by its number, at a place among the words of a text. */
interface Met {
  readonly place: number;
  readonly word: number;
  readonly worth: number;
}

/** Measures text against the words of one question. */
export class Yardstick {
  readonly sought: readonly SoughtTerm[];
  /** The question's weight: that of all its words. */
  readonly total: number;
  readonly #weights: readonly number[];
  readonly #ofNames: number;
  /** For each form of a word of the question, which words it stands for and what it is worth for them. */
  readonly #forms = new Map<string, { readonly word: number; readonly worth: number }[]>();
  readonly #own: ReadonlySet<string>;
  readonly #asked = new Map<string, boolean>();
  readonly #nothing: Worth;

  constructor(sought: readonly SoughtTerm[]) {
    this.sought = sought;
    this.#nothing = sought.map(() => 0);
    this.#weights = sought.map((t) => t.weight);
    this.total = this.#weights.reduce((sum, w) => sum + w, 0);
    this.#ofNames = sought.reduce((sum, t) => sum + (t.name ? t.weight : 0), 0);
    for (const [word, { forms }] of sought.entries()) {
      for (const { term, worth } of forms) this.#forms.set(term, [...(this.#forms.get(term) ?? []), { word, worth }]);
    }
    this.#own = new Set([...this.#forms.keys(), ...sought.map((t) => t.term)]);
  }

  /** Whether words are all the question's own, so that they cannot be what is asked for. */
  readonly isAsked = (words: string): boolean => {
    const known = this.#asked.get(words) ?? terms(words).every((t) => this.#own.has(t.term));
    this.#asked.set(words, known);
    return known;
  };

  measure({ range, terms: found }: IndexedSentence): Sentence {
    const met = this.#meet(found);
    if (met.length === 0) return { range, terms: found, worth: this.#nothing, near: [], stuffed: false };
    return { range, terms: found, worth: this.#worthOf(met), near: this.#nearIn(met), stuffed: isStuffed(found) };
  }

  worth(found: readonly string[]): Worth {
    return this.#worthOf(this.#meet(found));
  }

  /**
   * Where words of the question stand. A role after "deputy" or "former" is another role: it counts only when the question asks for
   * that one.
   */
  #meet(found: readonly string[]): Met[] {
    const met: Met[] = [];
    for (let place = 0; place < found.length; place++) {
      const meant = this.#forms.get(found[place] ?? "");
      if (!meant) continue;
      const before = found[place - 1];
      if (before !== undefined && isRoleModifier(before) && !this.#forms.has(before)) continue;
      for (const { word, worth } of meant) met.push({ place, word, worth });
    }
    return met;
  }

  #worthOf(met: readonly Met[]): Worth {
    const most = [...this.#nothing];
    for (const { word, worth } of met) most[word] = Math.max(worth, most[word] ?? 0);
    return most;
  }

  #nearIn(met: readonly Met[]): boolean[] {
    const near: boolean[] = [];
    for (const [i, { place, word }] of met.entries()) {
      for (let k = i - 1; k >= 0; k--) {
        const other = met[k];
        if (!other || place - other.place > closeBy) break;
        if (other.place === place) continue;
        if (other.word === word + 1) near[word] = true;
        if (other.word === word - 1) near[word - 1] = true;
      }
    }
    return near;
  }

  /** The share of the question's weight, 0 to 1. */
  share(worth: Worth): number {
    let sum = 0;
    for (let i = 0; i < worth.length; i++) sum += (this.#weights[i] ?? 0) * (worth[i] ?? 0);
    return sum / this.total;
  }

  /** The share of the weight of the question's names; 1 where it has none. */
  names(worth: Worth): number {
    if (this.#ofNames === 0) return 1;
    let sum = 0;
    for (let i = 0; i < worth.length; i++) if (this.sought[i]?.name) sum += (this.#weights[i] ?? 0) * (worth[i] ?? 0);
    return sum / this.#ofNames;
  }

  /** The weight of the weightiest word that is not there, as a share of all. */
  missing(worth: Worth): number {
    let most = 0;
    for (let i = 0; i < worth.length; i++) most = Math.max(most, (this.#weights[i] ?? 0) * (1 - (worth[i] ?? 0)));
    return most / this.total;
  }

  /** How much of the question's weight is in pairs of neighbouring words that stand close together in one of the sentences as well. */
  nearness(sentences: readonly Pick<Sentence, "near">[]): number {
    let sum = 0;
    for (let i = 0; i + 1 < this.#weights.length; i++) {
      for (const { near } of sentences) {
        if (!near[i]) continue;
        sum += Math.min(this.#weights[i] ?? 0, this.#weights[i + 1] ?? 0);
        break;
      }
    }
    return sum / this.total;
  }
}

/** Words stand close to each other within four words. */
const closeBy = 4;

/** For each word of a question the most it is worth in either of two stretches. */
export function union(a: Worth, b: Worth): Worth {
  const most = [...a];
  for (let i = 0; i < most.length; i++) most[i] = Math.max(most[i] ?? 0, b[i] ?? 0);
  return most;
}

/** A sentence of so many words has small ones among them, and few twice. */
const longEnough = 12;

function isStuffed(terms: readonly string[]): boolean {
  if (terms.length < longEnough) return false;
  return new Set(terms).size < terms.length / 2 || !terms.some((term) => isStopWord({ term, word: term }));
}
