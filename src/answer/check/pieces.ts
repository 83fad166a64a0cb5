import { sentenceRanges } from "../../language/sentences.ts";
import { rarest } from "./find.ts";
import type { Stretch, WordIndex } from "./word-index.ts";

/** Words of a claim that stand in the coverage word for word: word numbers of the claim (`to` exclusive), and where. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

/** What of a claim comes from one passage of the coverage: its runs, in the order of both. */
export interface Piece {
  readonly stretch: Stretch;
  readonly runs: readonly Run[];
}

/** Shorter runs are everywhere. */
const shortest = 4;
/** Places that are looked at for the longest run; beyond it is a phrase that every article has. */
const mostPlaces = 20_000;

/** The longest runs of a claim that stand in the coverage, from left to right; of equal ones the one that goes on from the last. */
export function runsOf(index: WordIndex, claim: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from + shortest <= claim.length; ) {
    const run = longestRun(index, claim, from, runs.at(-1));
    if (run) runs.push(run);
    from = run ? run.to : from + 1;
  }
  return runs;
}

function longestRun(index: WordIndex, claim: readonly number[], from: number, last: Run | undefined): Run | null {
  const { at, places } = rarest(index, claim, from, from + shortest);
  let best: Run | null = null;
  for (const place of places.length > mostPlaces ? places.subarray(0, mostPlaces) : places) {
    const start = place - (at - from);
    if (start < 0 || (best && index.wordAt(start + best.to - 1 - from) !== claim[best.to - 1])) continue;
    const run = { from, to: from + lengthAt(index, claim, from, start), place: start };
    if (run.to - from < shortest || (best && run.to < best.to)) continue;
    if (!best || run.to > best.to || (last && distance(last, run) < distance(last, best))) best = run;
  }
  return best;
}

/** How many words from `from` on stand at a place, within one stretch. */
function lengthAt(index: WordIndex, claim: readonly number[], from: number, place: number): number {
  const { to } = index.stretchAt(place);
  let n = 0;
  while (from + n < claim.length && place + n < to && index.wordAt(place + n) === claim[from + n]) n++;
  return n;
}

/** How far on in the coverage a run stands from another; what stands before it is farther than anything behind. */
function distance(a: Run, b: Run): number {
  const on = b.place - (a.place + a.to - a.from);
  return on >= 0 ? on : 1e9 - on;
}

/** A stretch left out is a cut within one passage up to here; with this many words and a sentence's end in it, passages are joined. */
const longestCut = 40;
const shortestJoint = 6;

/** The runs of a claim by the passages that they come from. */
export function piecesOf(index: WordIndex, runs: readonly Run[]): Piece[] {
  const pieces: { stretch: Stretch; runs: Run[] }[] = [];
  for (const run of runs) {
    const stretch = index.stretchAt(run.place);
    const piece = pieces.at(-1);
    const last = piece?.runs.at(-1);
    if (piece && last && piece.stretch === stretch && isSamePassage(index, last, run)) piece.runs.push(run);
    else pieces.push({ stretch, runs: [run] });
  }
  return pieces;
}

function isSamePassage(index: WordIndex, a: Run, b: Run): boolean {
  const end = a.place + a.to - a.from;
  const left = b.place - end;
  if (left < 0 || left > longestCut + (b.from - a.to)) return false;
  if (left < shortestJoint) return true;
  const { article, field } = index.stretchAt(a.place);
  if (field) return true;
  const range = { start: index.rangeAt(end - 1).start, end: index.rangeAt(b.place).end };
  return sentenceRanges(article.text, range).length < 2 && !/\n/.test(article.text.slice(range.start, range.end));
}

/** How many words of a claim a piece has, and how many lie between its first and last word. */
export const wordsOf = (piece: Piece): number => piece.runs.reduce((sum, r) => sum + r.to - r.from, 0);
