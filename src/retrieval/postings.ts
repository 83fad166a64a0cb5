import { Growing } from "./growing.ts";

/** Where the terms of one field stand, by term: documents in rising order, and how often in each. */
export interface Postings {
  /** The postings of term t are those from `start[t]` up to `start[t + 1]`. */
  readonly start: Uint32Array;
  readonly document: Uint32Array;
  /** Up to 255: what is said more often than that is not said more. */
  readonly count: Uint8Array;
  /** How many terms a document has: all of them, so that one word said a hundred times does not pass for a short text. */
  readonly length: Uint32Array;
}

/** The range of a term's postings, of a term that may be unknown. */
export function rangeOf({ start }: Postings, term: number | undefined): readonly [from: number, to: number] {
  return term === undefined || term + 1 >= start.length ? [0, 0] : [start[term] ?? 0, start[term + 1] ?? 0];
}

/** Collects documents one after the other, then turns the whole round: from terms by document to documents by term. */
export class PostingsBuilder {
  readonly #term = new Growing((n) => new Uint32Array(n));
  readonly #count = new Growing((n) => new Uint8Array(n));
  /** Where each document's terms begin. */
  readonly #begin = new Growing((n) => new Uint32Array(n));
  /** By term: in how many documents so far, and where in the last of them (from 1). */
  readonly #frequency = new Growing((n) => new Uint32Array(n));
  readonly #place = new Growing((n) => new Uint32Array(n));

  open(): void {
    this.#begin.push(this.#term.length);
  }

  /** Adds a term to the document that was opened last. */
  add(term: number): void {
    const place = this.#place.get(term);
    if (place > this.#begin.get(this.#begin.length - 1)) {
      this.#count.set(place - 1, Math.min(255, this.#count.get(place - 1) + 1));
      return;
    }
    this.#term.push(term);
    this.#count.push(1);
    this.#place.set(term, this.#term.length);
    this.#frequency.set(term, this.#frequency.get(term) + 1);
  }

  *done(terms: number): Generator<void, Postings> {
    const begin = this.#begin;
    const start = new Uint32Array(terms + 1);
    for (let t = 0; t < terms; t++) start[t + 1] = (start[t] ?? 0) + this.#frequency.get(t);
    yield;
    const next = start.slice();
    const document = new Uint32Array(this.#term.length);
    const count = new Uint8Array(this.#term.length);
    const length = new Uint32Array(begin.length);
    for (let d = 0; d < begin.length; d++) {
      const end = d + 1 < begin.length ? begin.get(d + 1) : this.#term.length;
      let terms = 0;
      for (let i = begin.get(d); i < end; i++) {
        const term = this.#term.get(i);
        const at = next[term] ?? 0;
        document[at] = d;
        count[at] = this.#count.get(i);
        next[term] = at + 1;
        terms += this.#count.get(i);
      }
      length[d] = terms;
      if (d % 500 === 499) yield;
    }
    return { start, document, count, length };
  }
}
