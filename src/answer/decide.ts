import { idf } from "../retrieval/idf.ts";
import type { AnswerOutcome } from "./answer.ts";
import { type Asked, asksForFigure } from "./asked.ts";
import type { Calibration } from "./calibrate.ts";
import type { SoughtTerm } from "./expand.ts";
import type { Candidate } from "./select.ts";

/** What speaks for and against the coverage having the answer; each is 0 to 1 unless said otherwise. */
export interface Signals {
  /** The share of the question's weight that the best sentences hold. */
  readonly coverage: number;
  /** The same with the sentence before and the headline. */
  readonly inContext: number;
  /** The same over the passage they stand in. */
  readonly passage: number;
  /** Something of the asked kind stands in them. 0.5 when the question asks for no particular kind, or when something was and they deny that it was. */
  readonly typeHeld: number;
  /** The share of the question's weight in words that the coverage does not have at all. */
  readonly unknown: number;
  /** The weight of the weightiest word that is neither in the sentences nor around them. */
  readonly missing: number;
  /** The share of the question's names that the sentences or their surroundings hold; 1 where it has none. */
  readonly names: number;
  /** The best passage's score against what words from elsewhere reach (calibrate.ts): ln of the ratio, -2 to 2. */
  readonly margin: number;
  /** How many rarest-possible words the found ones are worth together, as ln(1 + n): much found is evidence even where a long question asks for more. */
  readonly mass: number;
  /** ln of the number of passages, a tenth of it: the more there are, the more is found by chance. */
  readonly size: number;
}

/** `topScore` is the engine's score of the best passage. */
export function signalsOf(
  best: Candidate | undefined,
  topScore: number,
  sought: readonly SoughtTerm[],
  asked: Asked,
  calibration: Calibration,
): Signals {
  const total = sought.reduce((sum, t) => sum + t.weight, 0) || 1;
  const nowhere = sought.filter((t) => t.found === "nowhere");
  return {
    coverage: best?.features.coverage ?? 0,
    inContext: best?.inContext ?? 0,
    passage: best?.passageCoverage ?? 0,
    typeHeld:
      asked === "any" || asked === "yes-no" ? 0.5 : best?.typeHeld ? 1 : asked === "date" && best?.denies ? 0.5 : 0,
    unknown: nowhere.reduce((sum, t) => sum + t.weight, 0) / total,
    missing: best?.missing ?? 1,
    names: best?.names ?? 0,
    margin: Math.max(-2, Math.min(2, Math.log(topScore / total / (calibration.threshold(sought.length) || 1e-3)))),
    mass: Math.log(1 + ((best?.inContext ?? 0) * total) / idf(0, calibration.size)),
    size: sizeOf(calibration.size),
  };
}

/** Weights of a logistic model for a small coverage, learned by test/bench/train-silence.ts on public question sets. */
const model: Readonly<Record<keyof Signals, number>> & { readonly bias: number } = {
  bias: -4.58,
  coverage: 0.31,
  inContext: 1.01,
  passage: -1.75,
  typeHeld: 0.6,
  unknown: -1.84,
  missing: -1.09,
  names: 1.47,
  margin: 2.83,
  mass: 3.1,
  size: 0.19,
};

/**
 * In a coverage of so many passages calibration (calibrate.ts) has as many different runs of words to go by, and what it says carries over
 * from one coverage to another better than anything learned: there the margin decides, with a little for the question's names.
 */
const wellCalibrated = 200;
const byMargin = { bias: -1.23, margin: 3.5, names: 0.53 };

/** From this probability on, the best passage is taken for an answer; below it and above the other, for a near miss. */
export const answersFrom = 0.33;
const nearFrom = 0.05;
/** With less than this share of the question's weight in the best sentences or around them, hardly anything of it is there. */
const hardlyAnything = 0.2;

/** How likely the best passage answers, 0 to 1. */
export function likelihood(signals: Signals): number {
  const known: Partial<Record<keyof Signals, number>> & { readonly bias: number } =
    signals.size >= sizeOf(wellCalibrated) ? byMargin : model;
  let sum = known.bias;
  for (const key of Object.keys(signals) as (keyof Signals)[]) sum += (known[key] ?? 0) * signals[key];
  return 1 / (1 + Math.exp(-sum));
}

const sizeOf = (passages: number) => Math.log(passages || 1) / 10;

/** In a question of so many words each is what it is about: of its names and its figure none may be missing. */
const short = { names: 6, figure: 8, any: 3 };

/** `words` is how many words of the question carry meaning, names of papers aside. */
export function decide(signals: Signals, asked: Asked, words: number): AnswerOutcome {
  if (signals.coverage === 0) return "silence";
  const p = likelihood(signals);
  if (p < nearFrom && signals.inContext < hardlyAnything) return "silence";
  return p >= answersFrom && objection(signals, asked, words) === null ? "answer" : "near-miss";
}

/**
 * What keeps words that fit ever so well from being an answer: they are about somebody else, lack the figure that is asked for
 * (and do not deny what the question takes for granted), or leave out a word of a question of two or three.
 */
export function objection(signals: Signals, asked: Asked, words: number): "names" | "figure" | "word" | null {
  if (words <= short.names && signals.names < 0.2) return "names";
  if (words <= short.figure && asksForFigure(asked) && signals.typeHeld === 0) return "figure";
  if (words <= short.any && signals.missing > 0.34) return "word";
  return null;
}
