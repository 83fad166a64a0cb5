import { align, type Step } from "./align.ts";
import type { Stretch, WordIndex } from "./word-index.ts";

/** Where a claim fits the coverage best: word numbers of the index, and how the words pair. */
export interface Fit {
  readonly stretch: Stretch;
  /** Steps with `text` as word numbers of the index. */
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

/** The places where all words of a claim stand in a row, in the order of the coverage. */
export function findWhole(index: WordIndex, claim: readonly string[]): number[] {
  let rarest = 0;
  claim.forEach((key, i) => {
    if (index.places(key).length < index.places(claim[rarest] ?? "").length) rarest = i;
  });
  return index
    .places(claim[rarest] ?? "")
    .map((place) => place - rarest)
    .filter(
      (start) =>
        start >= 0 &&
        claim.every((key, i) => index.keyAt(start + i) === key) &&
        sameStretch(index, start, start + claim.length - 1),
    );
}

function sameStretch(index: WordIndex, a: number, b: number): boolean {
  return index.stretchAt(a) === index.stretchAt(b);
}

/** The windows of the coverage that share most of the claim's rarer words in its order, aligned; the best fit first. */
export function findNear(index: WordIndex, claim: readonly string[]): Fit[] {
  const fits = windowsOf(index, claim)
    .filter((window) => common(index, claim, window) >= leastCommon * claim.length)
    .map((window) => fitOf(index, claim, window));
  return fits.sort((a, b) => b.likeness - a.likeness || a.stretch.from - b.stretch.from);
}

/** A window that holds fewer of a claim's words than this, in whatever order, is not aligned: it cannot be near. */
const leastCommon = 0.3;

function common(index: WordIndex, claim: readonly string[], window: Window): number {
  const left = new Map<string, number>();
  for (const key of claim) left.set(key, (left.get(key) ?? 0) + 1);
  let count = 0;
  for (let place = window.from; place < window.to; place++) {
    const key = index.keyAt(place);
    const n = left.get(key) ?? 0;
    if (n === 0) continue;
    left.set(key, n - 1);
    count++;
  }
  return count;
}

interface Window {
  readonly stretch: Stretch;
  readonly from: number;
  readonly to: number;
}

function windowsOf(index: WordIndex, claim: readonly string[]): Window[] {
  const votes = new Map<number, number>();
  const width = Math.max(8, Math.ceil(claim.length / 4));
  let looked = 0;
  const byRarity = claim.map((key, i) => ({ i, places: index.places(key) })).filter((w) => w.places.length > 0);
  byRarity.sort((a, b) => a.places.length - b.places.length || a.i - b.i);
  byRarity.forEach(({ i, places }, rank) => {
    if (rank >= 3 && looked + places.length > mostPlaces) return;
    looked += places.length;
    const weight = 1 / Math.log2(2 + places.length);
    for (const place of places) {
      const bucket = Math.floor((place - i) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  });
  const scored = [...votes].map(([bucket, weight]) => ({ bucket, weight: weight + (votes.get(bucket + 1) ?? 0) }));
  scored.sort((a, b) => b.weight - a.weight || a.bucket - b.bucket);
  const slack = Math.max(10, Math.ceil(claim.length * 0.4));
  const windows: Window[] = [];
  for (const { bucket } of scored.slice(0, mostWindows * 4)) {
    const start = bucket * width;
    const middle = Math.max(0, start + Math.floor(claim.length / 2));
    const stretch = index.stretchAt(middle);
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

function fitOf(index: WordIndex, claim: readonly string[], window: Window): Fit {
  const text = Array.from({ length: window.to - window.from }, (_, i) => index.keyAt(window.from + i));
  const steps = align(claim, text).map(({ claim: c, text: t }) => ({ claim: c, text: t < 0 ? -1 : t + window.from }));
  let same = 0;
  let used = 0;
  let run = 0;
  let longest = 0;
  for (const { claim: c, text: t } of steps) {
    if (t >= 0) used++;
    const alike = c >= 0 && t >= 0 && claim[c] === index.keyAt(t);
    run = alike ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (alike) same++;
  }
  // Words left out in one long run weigh as much as ten at the most.
  const other = Math.max(claim.length, Math.min(used, claim.length + 10));
  return { stretch: window.stretch, steps, same, likeness: (2 * same) / (claim.length + other), run: longest };
}
