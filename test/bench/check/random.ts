/** Reproducible chance: the same seed draws the same (mulberry32, by Tommy Ettinger, public domain). */
export interface Draw {
  /** 0 up to, but not, 1. */
  number(): number;
  below(most: number): number;
  of<T>(list: readonly T[]): T;
}

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number) => Math.floor(number() * most);
  return { number, below, of: (list) => list[below(list.length)] as (typeof list)[number] };
}
