import type { Day } from "../../reading/dates/calendar.ts";

/** A stretch of the axis: days from `from` to `to` between two heights in pixels; `cut` where the time in it is left out. */
export interface Piece {
  readonly from: Day;
  readonly to: Day;
  readonly top: number;
  readonly bottom: number;
  readonly cut: boolean;
}

/** A time scale that runs downwards: the same number of pixels a day in every piece that is not cut. */
export interface Scale {
  readonly pieces: readonly Piece[];
  readonly pixelsPerDay: number;
  readonly height: number;
  /** The height of a day (0:00) or a part of it (.5 is noon). */
  readonly at: (day: number) => number;
}

/** The height of a cut, with room for its length. */
export const cutHeight = 100;
/** A scale on which a day has so many pixels shows all there is to see: no more is cut. */
const fineDay = 12;
/** A stretch is cut when it takes more than this share of the axis and is so many times as long as the others on average. */
const largeShare = 0.25;
const largeRatio = 4;
const mostCuts = 8;

/**
 * A scale `height` pixels high over the given days, the first and last of which are its ends. Long stretches in which nothing
 * begins or ends are cut, the longest first, until what happened can be told apart.
 */
export function makeScale(days: Iterable<Day>, height: number): Scale {
  const marks = [...new Set(days)].sort((a, b) => a - b);
  const gaps = marks.slice(1).map((to, i) => ({ from: marks[i] ?? to, to, cut: false }));
  for (let cuts = 0; cuts < mostCuts; cuts++) {
    const kept = gaps.filter((g) => !g.cut).sort((a, b) => b.to - b.from - (a.to - a.from));
    const [longest] = kept;
    // Two days and what is between them: the only distance there is is not left out.
    if (!longest || kept.length <= 3) break;
    const lengths = kept.map((g) => g.to - g.from);
    const [length = 0, ...others] = lengths.filter((days) => days > 1);
    const total = lengths.reduce((sum, days) => sum + days, 0);
    const average = others.length > 0 ? others.reduce((sum, days) => sum + days, 0) / others.length : 1;
    if (total * fineDay <= height || length < total * largeShare || length < average * largeRatio) break;
    longest.cut = true;
  }
  const cuts = gaps.filter((g) => g.cut).length;
  const shown = gaps.reduce((sum, g) => sum + (g.cut ? 0 : g.to - g.from), 0);
  const pixelsPerDay = Math.max(0, height - cuts * cutHeight) / Math.max(1, shown);
  const pieces: Piece[] = [];
  let top = 0;
  for (const { from, to, cut } of gaps) {
    const bottom = top + (cut ? cutHeight : (to - from) * pixelsPerDay);
    const last = pieces.at(-1);
    if (last && !last.cut && !cut) pieces[pieces.length - 1] = { ...last, to, bottom };
    else pieces.push({ from, to, top, bottom, cut });
    top = bottom;
  }
  const at = (day: number): number => {
    const piece = pieces.find((p) => day <= p.to) ?? pieces.at(-1);
    if (!piece) return 0;
    const share = (Math.max(day, piece.from) - piece.from) / (piece.to - piece.from);
    return piece.top + share * (piece.bottom - piece.top);
  };
  return { pieces, pixelsPerDay, height: top, at };
}
