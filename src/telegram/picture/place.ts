/** Something with a height that would like to begin at `wanted`. */
export interface Wish {
  readonly wanted: number;
  readonly height: number;
}

/**
 * Where each begins so that none overlaps the one before, the order is kept, none begins above `top`, and all are as near to
 * where they want to be as can be (least squares: neighbours that would collide are joined and share the way).
 */
export function placeInOrder(wishes: readonly Wish[], top: number): number[] {
  const groups: { start: number; sum: number; count: number; height: number }[] = [];
  for (const { wanted, height } of wishes) {
    let group = { start: Math.max(top, wanted), sum: wanted, count: 1, height };
    for (let above = groups.at(-1); above && above.start + above.height > group.start; above = groups.at(-1)) {
      groups.pop();
      // Each member's wish is taken back to where the joined group would have to begin for it.
      const sum = above.sum + group.sum - above.height * group.count;
      const count = above.count + group.count;
      group = { start: Math.max(top, sum / count), sum, count, height: above.height + group.height };
    }
    groups.push(group);
  }
  const starts: number[] = [];
  for (const { start, count } of groups) {
    let at = start;
    for (let i = 0; i < count; i++) {
      const wish = wishes[starts.length];
      starts.push(at);
      at += wish?.height ?? 0;
    }
  }
  return starts;
}

/** A track for each stretch so that stretches in one track do not touch; as few tracks as possible. Stretches in the order of their starts. */
export function tracksOf(stretches: readonly { readonly from: number; readonly to: number }[]): number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const track = free < 0 ? ends.length : free;
    ends[track] = to;
    return track;
  });
}
