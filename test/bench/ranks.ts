/** A stretch of an article that could be quoted, with what speaks for it and whether it would be right. */
export interface Ranked {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly isRight: boolean;
}

/** How many are shown. */
export const shown = 3;

/**
 * The first stretch by score (of equal ones the one that comes first), and at which place among those that do not overlap better ones
 * a right one stands, from 0; `shown` where it is not among so many.
 */
export function rankOf<T extends Ranked>(
  stretches: readonly T[],
): { readonly first: T | undefined; readonly rank: number } {
  let first: T | undefined;
  let open = stretches;
  for (let rank = 0; rank < shown && open.length > 0; rank++) {
    const best = open.reduce((a, b) => (b.score > a.score ? b : a));
    first ??= best;
    if (best.isRight) return { first, rank };
    open = open.filter((s) => s.article !== best.article || s.start >= best.end || best.start >= s.end);
  }
  return { first, rank: shown };
}
