import { align, type Step } from "./align.ts";
import type { Stretch, WordIndex } from "./word-index.ts";

/** Where a claim fits the coverage best: places in the index, and how the words pair. */
export interface Fit {
  readonly stretch: Stretch;
  /** Steps with `text` as places of the index. */
  readonly steps: readonly Step[];
  /** How many words of the claim stand there. */
  readonly same: number;
  /** Share of the words of both sides that are paired, 0 to 1. */
  readonly likeness: number;
  /** The longest run of words that stands there word for word. */
  readonly run: number;
}

/** How many places of a claim's rarer words are looked at, and how many windows are aligned word for word. */
const mostPlaces = 60_000;
const mostWindows = 6;
/** How far apart two pieces of one article may lie to be read as one claim with words left out. */
const widest = 500;

/** The places where all words of a claim (by number) stand in a row, in the order of the coverage. */
export function findWhole(index: WordIndex, claim: readonly number[]): number[] {
  const last = claim.length - 1;
  const { at, places } = rarest(index, claim, 0, claim.length);
  const found: number[] = [];
  for (const place of places) {
    const start = place - at;
    if (
      start >= 0 &&
      claim.every((word, i) => index.wordAt(start + i) === word) &&
      index.stretchAt(start) === index.stretchAt(start + last)
    )
      found.push(start);
  }
  return found;
}

/** The word of a stretch of a claim that stands at the fewest places, and those. */
export function rarest(
  index: WordIndex,
  claim: readonly number[],
  from: number,
  to: number,
): { at: number; places: Uint32Array } {
  let at = from;
  let places = index.places(claim[from] ?? -1);
  for (let i = from + 1; i < to && places.length > 0; i++) {
    const others = index.places(claim[i] ?? -1);
    if (others.length < places.length) [at, places] = [i, others];
  }
  return { at, places };
}

/** The windows of the coverage that share most of the claim's rarer words in its order, aligned; the best fit first. */
export function findNear(index: WordIndex, claim: readonly number[]): Fit[] {
  const fits = windowsOf(index, claim)
    .filter((window) => common(index, claim, window) >= leastCommon * claim.length)
    .map((window) => fitOf(index, claim, window));
  return fits.sort((a, b) => b.likeness - a.likeness || a.stretch.from - b.stretch.from);
}

/** A window that holds fewer of a claim's words than this, in whatever order, is not aligned: it cannot be near. */
const leastCommon = 0.3;

function common(index: WordIndex, claim: readonly number[], window: Window): number {
  const left = new Map<number, number>();
  for (const word of claim) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (let place = window.from; place < window.to; place++) {
    const word = index.wordAt(place);
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    left.set(word, n - 1);
    count++;
  }
  return count;
}

interface Window {
  readonly stretch: Stretch;
  readonly from: number;
  readonly to: number;
}

function windowsOf(index: WordIndex, claim: readonly number[]): Window[] {
  const votes = new Map<number, { weight: number; readonly place: number }>();
  const width = Math.max(8, Math.ceil(claim.length / 4));
  let looked = 0;
  const byRarity = claim.map((word, i) => ({ i, places: index.places(word) })).filter((w) => w.places.length > 0);
  byRarity.sort((a, b) => a.places.length - b.places.length || a.i - b.i);
  byRarity.forEach(({ i, places }, rank) => {
    if (rank >= 3 && looked + places.length > mostPlaces) return;
    looked += places.length;
    const weight = 1 / Math.log2(2 + places.length);
    for (const place of places) {
      const bucket = Math.floor((place - i) / width);
      const known = votes.get(bucket);
      if (known) known.weight += weight;
      else votes.set(bucket, { weight, place });
    }
  });
  const scored = [...votes].map(([bucket, { weight, place }]) => ({
    bucket,
    place,
    weight: weight + (votes.get(bucket + 1)?.weight ?? 0),
  }));
  scored.sort((a, b) => b.weight - a.weight || a.bucket - b.bucket);
  const slack = Math.max(10, Math.ceil(claim.length * 0.4));
  const windows: Window[] = [];
  for (const { bucket, place } of scored.slice(0, mostWindows * 4)) {
    const start = bucket * width;
    const stretch = index.stretchAt(place);
    const from = Math.max(stretch.from, start - slack);
    const to = Math.min(stretch.to, start + claim.length + 2 * width + slack);
    if (to <= from) continue;
    const near = windows.findIndex(
      (w) =>
        w.stretch === stretch &&
        from < w.to + widest &&
        w.from < to + widest &&
        Math.max(w.to, to) - Math.min(w.from, from) < claim.length + 2 * widest,
    );
    const known = windows[near];
    if (known) windows[near] = { stretch, from: Math.min(known.from, from), to: Math.max(known.to, to) };
    else if (windows.length < mostWindows) windows.push({ stretch, from, to });
  }
  return windows;
}

/** Claims up to this length are looked for with one slip in them: their words may be too common to point anywhere. */
const shortClaim = 8;
/** Words left out that such a slip may be. */
const mostLeftOut = 2;

/** The places that a short claim fits but for one word: another, one more, or one or two left out; the best fit first. */
export function findSlipped(index: WordIndex, claim: readonly number[]): Fit[] {
  const n = claim.length;
  if (n > shortClaim || n < 3) return [];
  const fits: Fit[] = [];
  const look = (offsets: readonly number[]) => {
    const start = firstPlace(index, claim, offsets);
    if (start === null) return;
    const { from, to } = index.stretchAt(start);
    const stretch = index.stretchAt(start);
    const window = { stretch, from: Math.max(from, start - 1), to: Math.min(to, start + n + mostLeftOut + 1) };
    fits.push(fitOf(index, claim, window));
  };
  const left = -1;
  for (let at = 0; at < n; at++) {
    look(claim.map((_, i) => (i === at ? left : i)));
    look(claim.map((_, i) => (i === at ? left : i < at ? i : i - 1)));
    for (let k = 1; k <= mostLeftOut && at > 0; k++) look(claim.map((_, i) => (i < at ? i : i + k)));
  }
  return fits.sort((a, b) => b.likeness - a.likeness || a.stretch.from - b.stretch.from);
}

/** The first place from which each word of a claim stands at its offset; those below 0 do not matter. */
function firstPlace(index: WordIndex, claim: readonly number[], offsets: readonly number[]): number | null {
  const kept = claim.flatMap((word, i) => ((offsets[i] ?? -1) < 0 ? [] : [{ word, offset: offsets[i] ?? 0 }]));
  const { at, places } = rarest(
    index,
    kept.map((k) => k.word),
    0,
    kept.length,
  );
  const last = kept.at(-1)?.offset ?? 0;
  for (const place of places) {
    const start = place - (kept[at]?.offset ?? 0);
    if (
      start >= 0 &&
      kept.every(({ word, offset }) => index.wordAt(start + offset) === word) &&
      index.stretchAt(start) === index.stretchAt(start + last)
    )
      return start;
  }
  return null;
}

/** How a claim fits one window of the coverage. */
export function fitOf(index: WordIndex, claim: readonly number[], window: Window): Fit {
  const text = Array.from({ length: window.to - window.from }, (_, i) => index.wordAt(window.from + i));
  const steps = align(claim, text).map(({ claim: c, text: t }) => ({ claim: c, text: t < 0 ? -1 : t + window.from }));
  let same = 0;
  let used = 0;
  let run = 0;
  let longest = 0;
  for (const { claim: c, text: t } of steps) {
    if (t >= 0) used++;
    const alike = c >= 0 && t >= 0 && claim[c] === index.wordAt(t);
    run = alike ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (alike) same++;
  }
  // Words left out in one long run weigh as much as ten at the most.
  const other = Math.max(claim.length, Math.min(used, claim.length + 10));
  return { stretch: window.stretch, steps, same, likeness: (2 * same) / (claim.length + other), run: longest };
}
