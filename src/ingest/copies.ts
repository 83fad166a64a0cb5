import type { Article } from "../coverage/article.ts";
import { foldTypography, foldWord } from "../language/fold.ts";
import { countShared, hashOf } from "../language/hashed-words.ts";

/*
 * Copies are found by their shared word triples (3-word shingles) and judged by containment, the share of the shorter text's
 * triples that the longer one holds: Broder, "On the resemblance and containment of documents" (1997). Candidates come from a
 * fixed sample of all shingles (those whose hash is 0 modulo `sampling`). MinHash signatures would be smaller, but estimate
 * resemblance, which is low between a story and its excerpt.
 */
const sampling = 4;
/** The sampled share from which a pair is compared in full: far below `kin`, as a short text has few samples. */
const worthALook = 0.2;
/** Texts with fewer triples are too short to tell a copy from a common phrase. */
const fewest = 12;
/**
 * Of the holders of a shingle that is in more articles than this, a formula of the trade or a story printed everywhere, only
 * neighbours are paired: copies of one story share their other shingles too, and so still meet.
 */
const common = 50;

/** Texts of one story, one a rewrite of the other, share at most this much (0.66 among hand-labelled pages); more is a copy. */
const sameText = 0.7;
/** Below this nothing is a copy; between, a copy was edited throughout or had paragraphs added. */
const kin = 0.45;
/** An edited copy is parallel nearly throughout, a rewrite in stretches; a stretch this long of own words (in words) is no edit. */
const ownStretch = 12;
const mostlyParallel = 0.85;
/** An excerpt has whole paragraphs word for word, the story's opening among them, and these make up half of it. */
const wordForWord = 0.85;
const halfOfIt = 0.5;

/** All pairs of articles of which one is a copy of the other, in the order of the articles. */
export function copies(articles: readonly Article[]): [Article, Article][] {
  const holders: Article[] = [];
  const sets: Uint32Array[] = [];
  for (const article of articles) {
    const set = distinct(profile(article).triples);
    if (set.length < fewest) continue;
    holders.push(article);
    sets.push(set);
  }
  const found: [Article, Article][] = [];
  for (const [a, b] of candidates(sets)) {
    const [one, other] = [holders[a], holders[b]];
    const [left, right] = [sets[a], sets[b]];
    if (one && other && left && right && areCopies(one, left, other, right)) found.push([one, other]);
  }
  return found;
}

/** Pairs of sets that share enough of their sampled shingles, found through an index of those. */
function* candidates(sets: readonly Uint32Array[]): Generator<[number, number]> {
  const isSampled = (shingle: number) => shingle % sampling === 0;
  let total = 0;
  for (const set of sets) for (const shingle of set) if (isSampled(shingle)) total++;
  // Shingle and holder in one number each (32 + 21 bits), so that one sort of plain numbers makes the index.
  const scale = 2 ** 21;
  const index = new Float64Array(total);
  let at = 0;
  sets.forEach((set, holder) => {
    for (const shingle of set) if (isSampled(shingle)) index[at++] = shingle * scale + holder;
  });
  index.sort();
  const places = new Map<number, number>();
  for (let i = 0; i < total; i++) {
    const shingle = Math.floor((index[i] ?? 0) / scale);
    // What one article alone holds leads nowhere.
    if (i + 1 < total && Math.floor((index[i + 1] ?? 0) / scale) === shingle && !places.has(shingle))
      places.set(shingle, i);
  }
  const shared = new Uint32Array(sets.length);
  for (let a = 0; a < sets.length; a++) {
    const set = sets[a] ?? new Uint32Array();
    const met: number[] = [];
    for (const shingle of set) {
      const from = isSampled(shingle) ? places.get(shingle) : undefined;
      if (from === undefined) continue;
      const own = shingle * scale + a;
      let end = from;
      while (end < total && end <= from + common && Math.floor((index[end] ?? 0) / scale) === shingle) end++;
      let i = end > from + common ? lowerBound(index, own) : from;
      for (let left = common; i < total && left > 0; i++) {
        const entry = index[i] ?? 0;
        if (Math.floor(entry / scale) !== shingle) break;
        const b = entry % scale;
        if (b <= a) continue;
        if (shared[b] === 0) met.push(b);
        shared[b] = (shared[b] ?? 0) + 1;
        left--;
      }
    }
    for (const b of met.sort((x, y) => x - y)) {
      const smaller = Math.min(set.length, sets[b]?.length ?? 0);
      if ((shared[b] ?? 0) * sampling >= worthALook * smaller) yield [a, b];
      shared[b] = 0;
    }
  }
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function areCopies(a: Article, left: Uint32Array, b: Article, right: Uint32Array): boolean {
  const share = countShared(left, right) / Math.min(left.length, right.length);
  if (share >= sameText || share < kin) return share >= sameText;
  const [shorter, longer] = left.length <= right.length ? [a, b] : [b, a];
  const [small, large] = [profile(shorter), profile(longer)];
  const [inLarge, inSmall] = [new Set(large.triples), new Set(small.triples)];
  return (
    parallelShare(small, inLarge) >= mostlyParallel ||
    ((wordForWordShare(small, inLarge).opening || wordForWordShare(large, inSmall).opening) &&
      wordForWordShare(small, inLarge).share >= halfOfIt)
  );
}

/** The share of a text's words that stand in no long stretch of its own. */
function parallelShare({ triples, words }: Profile, other: ReadonlySet<number>): number {
  let own = 0;
  let stretch = 0;
  const close = () => {
    if (stretch >= ownStretch) own += stretch;
    stretch = 0;
  };
  for (const triple of triples) {
    if (other.has(triple)) close();
    else stretch++;
  }
  close();
  return 1 - own / words;
}

/** How much of a text stands in paragraphs that are word for word in another, and whether its first paragraph does. */
function wordForWordShare({ triples, words, paragraphs }: Profile, other: ReadonlySet<number>) {
  let inside = 0;
  let opening: boolean | null = null;
  for (const { start, end } of paragraphs) {
    const last = Math.max(start, end - 2);
    if (last - start < 8) continue;
    let held = 0;
    for (let i = start; i < last; i++) if (other.has(triples[i] ?? 0)) held++;
    const isCopied = held >= wordForWord * (last - start);
    opening ??= isCopied;
    if (isCopied) inside += end - start;
  }
  return { share: inside / words, opening: opening === true };
}

/** A text as its triples: `triples[i]` begins at word `i`; paragraphs are given in words. */
interface Profile {
  readonly triples: Uint32Array;
  readonly words: number;
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
}

function profile(article: Article): Profile {
  const hashes: number[] = [];
  const paragraphs: { start: number; end: number }[] = [];
  for (const { zone, start, end } of article.paragraphs) {
    if (zone !== "body") continue;
    const from = hashes.length;
    const text = foldWord(foldTypography(article.text.slice(start, end)));
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) hashes.push(hashOf(word));
    paragraphs.push({ start: from, end: hashes.length });
  }
  const triples = new Uint32Array(Math.max(0, hashes.length - 2));
  for (let i = 0; i < triples.length; i++) triples[i] = mix(hashes[i] ?? 0, hashes[i + 1] ?? 0, hashes[i + 2] ?? 0);
  return { triples, words: hashes.length, paragraphs };
}

function distinct(triples: Uint32Array): Uint32Array {
  const sorted = triples.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i] ?? 0;
  return sorted.slice(0, count);
}

/** Three hashes as one, the order mattering, with the finishing steps of MurmurHash3. */
function mix(a: number, b: number, c: number): number {
  let h = Math.imul(Math.imul(a, 31) + b, 31) + c;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
