import { isRoleModifier } from "../language/role-modifiers.ts";
import { isStopWord } from "../language/stopwords.ts";
import { terms } from "../language/words.ts";
import type { IndexedSentence } from "../retrieval/engine.ts";
import type { SoughtTerm } from "./expand.ts";

/** A sentence measured against a question. */
export interface Sentence extends IndexedSentence {
  readonly worth: Worth;
  /** For each word of the question, whether it stands close (within four words) to the word that the question has after it. */
  readonly near: readonly boolean[];
  /** No sentence but a heap of words, as put where machines are to find it. */
  readonly stuffed: boolean;
}

/** What each word of a question is worth in a stretch of text: 1 for the word itself, less for a stand-in, 0 where it is not there. */
export type Worth = readonly number[];

/** Measures text against the words of one question. */
export class Yardstick {
  readonly sought: readonly SoughtTerm[];
  /** The question's weight: that of all its words. */
  readonly total: number;
  /** For each form of a word of the question, which words it stands for and what it is worth for them. */
  readonly #forms = new Map<string, { readonly word: number; readonly worth: number }[]>();
  readonly #own: ReadonlySet<string>;

  constructor(sought: readonly SoughtTerm[]) {
    this.sought = sought;
    this.total = sought.reduce((sum, t) => sum + t.weight, 0);
    for (const [word, { forms }] of sought.entries()) {
      for (const { term, worth } of forms) this.#forms.set(term, [...(this.#forms.get(term) ?? []), { word, worth }]);
    }
    this.#own = new Set([...this.#forms.keys(), ...sought.map((t) => t.term)]);
  }

  /** Whether a word is one of the question's own, so that it cannot be what is asked for. */
  readonly isAsked = (word: string): boolean => terms(word).every((t) => this.#own.has(t.term));

  measure({ range, terms: found }: IndexedSentence): Sentence {
    const worth = this.worth(found);
    const stuffed = worth.some((w) => w > 0) && isStuffed(found);
    return { range, terms: found, worth, near: this.#near(found), stuffed };
  }

  /** A role after "deputy" or "former" is another role: it counts only when the question asks for that one. */
  worth(found: readonly string[]): Worth {
    const most: number[] = new Array(this.sought.length).fill(0);
    for (const [i, term] of found.entries()) {
      const meant = this.#forms.get(term);
      if (!meant) continue;
      const before = found[i - 1];
      if (before !== undefined && isRoleModifier(before) && !this.#forms.has(before)) continue;
      for (const { word, worth } of meant) most[word] = Math.max(worth, most[word] ?? 0);
    }
    return most;
  }

  /** The share of the question's weight, 0 to 1. */
  share(worth: Worth): number {
    return this.sought.reduce((sum, t, i) => sum + t.weight * (worth[i] ?? 0), 0) / this.total;
  }

  get hasNames(): boolean {
    return this.sought.some((t) => t.name);
  }

  /** The share of the weight of the question's names; 1 where it has none. */
  names(worth: Worth): number {
    const all = this.sought.reduce((sum, t) => sum + (t.name ? t.weight : 0), 0);
    return all === 0 ? 1 : this.sought.reduce((sum, t, i) => sum + (t.name ? t.weight * (worth[i] ?? 0) : 0), 0) / all;
  }

  /** The weight of the weightiest word that is not there, as a share of all. */
  missing(worth: Worth): number {
    return Math.max(0, ...this.sought.map((t, i) => t.weight * (1 - (worth[i] ?? 0)))) / this.total;
  }

  /** How much of the question's weight is in pairs of neighbouring words that stand close together in one of the sentences as well. */
  nearness(sentences: readonly Sentence[]): number {
    let sum = 0;
    for (let i = 0; i + 1 < this.sought.length; i++) {
      if (sentences.some((s) => s.near[i]))
        sum += Math.min(this.sought[i]?.weight ?? 0, this.sought[i + 1]?.weight ?? 0);
    }
    return sum / this.total;
  }

  #near(found: readonly string[]): boolean[] {
    const near: boolean[] = new Array(this.sought.length).fill(false);
    const last = new Map<number, number[]>();
    for (const [place, term] of found.entries()) {
      const meant = this.#forms.get(term);
      if (!meant) continue;
      for (const { word } of meant) {
        const close = (other: number) => last.get(other)?.some((p) => p !== place && place - p <= 4) ?? false;
        if (close(word + 1)) near[word] = true;
        if (close(word - 1)) near[word - 1] = true;
      }
      for (const { word } of meant) last.set(word, [...(last.get(word) ?? []).slice(-1), place]);
    }
    return near;
  }
}

/** For each word of a question the most it is worth in any of several stretches. */
export function union(...worths: readonly Worth[]): Worth {
  return unionOf(worths);
}

/** The same for as many stretches as a paragraph has sentences, which may be more than a call has room for. */
export function unionOf(worths: readonly Worth[]): Worth {
  const most = [...(worths[0] ?? [])];
  for (const worth of worths) for (const [i, w] of worth.entries()) if (w > (most[i] ?? 0)) most[i] = w;
  return most;
}

/** A sentence of so many words has small ones among them, and few twice. */
const longEnough = 12;

function isStuffed(terms: readonly string[]): boolean {
  if (terms.length < longEnough) return false;
  return new Set(terms).size < terms.length / 2 || !terms.some((term) => isStopWord({ term, word: term }));
}
