import type { Article } from "../coverage/article.ts";
import type { Range } from "../language/range.ts";
import { isRoleModifier } from "../language/role-modifiers.ts";
import { sentenceRanges } from "../language/sentences.ts";
import { type Term, terms } from "../language/words.ts";
import type { SoughtTerm } from "./expand.ts";

/** A sentence measured against a question. Ranges are offsets into the article's text. */
export interface Sentence {
  readonly range: Range;
  readonly terms: readonly Term[];
  readonly worth: Worth;
}

/** What each word of a question is worth in a stretch of text: 1 for the word itself, less for a stand-in, 0 where it is not there. */
export type Worth = readonly number[];

/** Measures text against the words of one question. */
export class Yardstick {
  readonly sought: readonly SoughtTerm[];
  /** The question's weight: that of all its words. */
  readonly total: number;
  readonly #forms: ReadonlySet<string>;
  readonly #own: ReadonlySet<string>;

  constructor(sought: readonly SoughtTerm[]) {
    this.sought = sought;
    this.total = sought.reduce((sum, t) => sum + t.weight, 0);
    this.#forms = new Set(sought.flatMap((t) => t.forms.map((f) => f.term)));
    this.#own = new Set([...this.#forms, ...sought.map((t) => t.term)]);
  }

  /** Whether a word is one of the question's own, so that it cannot be what is asked for. */
  readonly isAsked = (word: string): boolean => terms(word).every((t) => this.#own.has(t.term));

  matches(term: Term): boolean {
    return this.#forms.has(term.term);
  }

  /** The sentences of a stretch of an article. */
  sentences(article: Article, within: Range): Sentence[] {
    return sentenceRanges(article.text, within).map((range) => {
      const found = terms(article.text.slice(range.start, range.end)).map((t) => ({
        ...t,
        start: t.start + range.start,
        end: t.end + range.start,
      }));
      return { range, terms: found, worth: this.worth(found) };
    });
  }

  /** A role after "deputy" or "former" is another role: it counts only when the question asks for that one. */
  worth(found: readonly Term[]): Worth {
    const there = new Set(
      found
        .filter((_, i) => {
          const before = found[i - 1];
          return !before || !isRoleModifier(before.term) || this.#forms.has(before.term);
        })
        .map((t) => t.term),
    );
    return this.sought.map((q) => Math.max(0, ...q.forms.map((f) => (there.has(f.term) ? f.worth : 0))));
  }

  /** The share of the question's weight, 0 to 1. */
  share(worth: Worth): number {
    return this.sought.reduce((sum, t, i) => sum + t.weight * (worth[i] ?? 0), 0) / this.total;
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

  /** How much of the question's weight is in pairs of words that stand close together (within four words) in a sentence as well. */
  nearness(sentences: readonly Sentence[]): number {
    let sum = 0;
    for (let i = 0; i + 1 < this.sought.length; i++) {
      const [a, b] = [this.sought[i], this.sought[i + 1]];
      if (a && b && sentences.some((s) => areNear(s, a, b))) sum += Math.min(a.weight, b.weight);
    }
    return sum / this.total;
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

function areNear(sentence: Sentence, a: SoughtTerm, b: SoughtTerm): boolean {
  const places = (q: SoughtTerm) =>
    sentence.terms.flatMap((t, k) => (q.forms.some((f) => f.term === t.term) ? [k] : []));
  const right = places(b);
  return places(a).some((x) => right.some((y) => x !== y && Math.abs(x - y) <= 4));
}
