import { hashOf } from "../language/hashed-words.ts";

/** Words in a row by which two texts are compared. */
const gram = 4;

/** The different 4-grams of a row of words as 32-bit numbers (FNV-1a), rising. Two that differ fall together once in four thousand million. */
export function gramsOf(words: readonly string[]): Uint32Array {
  const grams = new Set<number>();
  for (let i = 0; i + gram <= words.length; i++) grams.add(hashOf(words.slice(i, i + gram).join(" ")));
  return Uint32Array.from(grams).sort();
}

/** More owners than this would not fit beside a gram into the 53 bits of a number. */
const mostOwners = 2 ** 21;

/** Which texts hold a 4-gram: one sorted row of numbers, a gram and its owner in each. */
export class GramIndex {
  readonly #row: Float64Array;

  constructor(texts: readonly Uint32Array[]) {
    if (texts.length >= mostOwners) throw new RangeError(`more than ${mostOwners} texts`);
    const row = new Float64Array(texts.reduce((sum, t) => sum + t.length, 0));
    let at = 0;
    texts.forEach((grams, owner) => {
      for (const g of grams) row[at++] = g * mostOwners + owner;
    });
    this.#row = row.sort();
  }

  /** The owners of the rarest `count` of some grams, rising. */
  holding(grams: Uint32Array, count: number): number[] {
    const spans = Array.from(grams, (g) => [this.#lowest(g), this.#lowest(g + 1)] as const);
    spans.sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
    const owners = new Set<number>();
    for (const [from, to] of spans.slice(0, count))
      for (let i = from; i < to; i++) owners.add((this.#row[i] ?? 0) % mostOwners);
    return [...owners].sort((a, b) => a - b);
  }

  /** The place of the first number of a gram, or of the next one. */
  #lowest(g: number): number {
    let low = 0;
    let high = this.#row.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#row[middle] ?? 0) < g * mostOwners) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
