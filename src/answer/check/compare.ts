import { slice } from "../../coverage/span.ts";
import type { Range } from "../../language/range.ts";
import type { Step } from "./align.ts";
import { type Change, changesOf, onlyParted, type Written } from "./changes.ts";
import { type Difference, differences } from "./diff.ts";
import { type Fit, fitOf } from "./find.ts";
import { type Piece, wordsOf } from "./pieces.ts";
import type { Joined, Match } from "./verdict.ts";
import { type Stretch, unknown, type WordIndex } from "./word-index.ts";
import { type Word, wordsIn } from "./words.ts";

/** A claim with its words, and their numbers in the index. */
export interface Said {
  readonly text: string;
  readonly words: readonly Word[];
  readonly numbers: readonly number[];
}

export function readClaim(index: WordIndex, text: string): Said {
  const words = wordsIn(text);
  return { text, words, numbers: words.map((w) => index.numberOf(w.key)) };
}

/** The words from one place of the index to another, both included, as they stand. */
export function matchOf(index: WordIndex, from: number, to: number): Match {
  const stretch = index.stretchAt(from);
  const field = stretch.field ? { field: stretch.field } : {};
  const range = { start: index.rangeAt(from).start, end: index.rangeAt(to).end, ...field };
  return { article: stretch.article.id, ...range, text: slice(stretch.article, range) };
}

export function matchOfFit(index: WordIndex, { steps, stretch }: Pick<Fit, "steps" | "stretch">): Match {
  const places = steps.flatMap((s) => (s.text >= 0 ? [s.text] : []));
  return matchOf(index, places[0] ?? stretch.from, places.at(-1) ?? stretch.from);
}

function sides(index: WordIndex, said: Said, stretch: Stretch): { claim: Written; coverage: Written } {
  const text = stretch.field ? (stretch.article.headline ?? "") : stretch.article.text;
  return {
    claim: { text: said.text, range: (i) => said.words[i] ?? null, key: (i) => said.words[i]?.key ?? "" },
    coverage: {
      text,
      range: (i) => (i < 0 ? null : index.rangeAt(i)),
      key: (i) => {
        const { start, end } = index.rangeAt(i);
        return wordsIn(text.slice(start, end))[0]?.key ?? "";
      },
    },
  };
}

/** A claim against the place it fits: word by word, and what that changes. */
export function compared(index: WordIndex, said: Said, fit: Pick<Fit, "steps" | "stretch">) {
  const { claim, coverage } = sides(index, said, fit.stretch);
  const read = (side: Written, first: number, last: number) =>
    side.text.slice(side.range(first)?.start, side.range(last)?.end);
  const diff: Difference[] = differences(
    fit.steps,
    (step) => said.numbers[step.claim] === index.wordAt(step.text),
    (first, last) => read(claim, first, last),
    (first, last) => read(coverage, first, last),
  );
  const changes: Change[] = changesOf(fit.steps, claim, coverage);
  return { diff, changes, onlyParted: onlyParted(fit.steps, claim, coverage) };
}

/** Around its runs a piece may have words that differ: so many before and after them are looked at. */
const slack = 8;

/** The passages that a claim was joined from, each compared with its words of the claim: all words of the claim, in pieces. */
export function joinedOf(index: WordIndex, said: Said, pieces: readonly Piece[]): Joined[] {
  return pieces.map((piece, i): Joined => {
    const first = piece.runs[0];
    const last = piece.runs.at(-1);
    const begin = i === 0 ? 0 : (first?.from ?? 0);
    const end = pieces[i + 1]?.runs[0]?.from ?? said.words.length;
    const [from, to] = [first?.place ?? 0, (last?.place ?? 0) + (last ? last.to - last.from : 0)];
    const window = {
      stretch: piece.stretch,
      from: Math.max(piece.stretch.from, from - slack - ((first?.from ?? 0) - begin)),
      to: Math.min(piece.stretch.to, to + slack + (end - (last?.to ?? end))),
    };
    const numbers = said.numbers.slice(begin, end);
    const { steps } = fitOf(index, numbers, window);
    const moved = steps.map((s): Step => ({ claim: s.claim < 0 ? -1 : s.claim + begin, text: s.text }));
    const { diff } = compared(index, said, { stretch: piece.stretch, steps: moved });
    return {
      match: matchOfFit(index, { stretch: piece.stretch, steps }),
      diff: diff.some((d) => d.kind !== "same") ? diff : null,
    };
  });
}

/** The pieces of a claim that hold enough of it to say that it was joined from them. */
export function tellingPieces(pieces: readonly Piece[], words: number): Piece[] {
  const telling = pieces.filter((p) => wordsOf(p) >= Math.min(5, words / 2));
  const share = telling.reduce((sum, p) => sum + wordsOf(p), 0) / words;
  return share >= leastJoined ? telling : [];
}

const leastJoined = 0.6;

/** The stretches of the coverage that a claim leaves out; `null` where it differs in anything else. */
export function leftOut(index: WordIndex, said: Said, steps: readonly Step[]): Range[] | null {
  if (standing(said, index, steps).size < said.words.length) return null;
  const out: Range[] = [];
  steps.forEach((step, i) => {
    if (step.claim >= 0) return;
    const { start, end } = index.rangeAt(step.text);
    const last = steps[i - 1]?.claim === -1 ? out.pop() : undefined;
    out.push({ start: last?.start ?? start, end });
  });
  return out;
}

/** Which words of a claim stand so at the place it fits. */
export function standing(said: Said, index: WordIndex, steps: readonly Step[]): Set<number> {
  return new Set(
    steps.flatMap(({ claim, text }) =>
      claim >= 0 && text >= 0 && said.numbers[claim] !== unknown && said.numbers[claim] === index.wordAt(text)
        ? [claim]
        : [],
    ),
  );
}
