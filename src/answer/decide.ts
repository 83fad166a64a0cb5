import type { AnswerOutcome } from "./answer.ts";
import { type Asked, asksForFigure } from "./asked.ts";
import type { Calibration } from "./calibrate.ts";
import { isBeforeSurname } from "./expand.ts";
import type { Question } from "./question.ts";
import type { WeighedTerm } from "./scope.ts";
import type { Candidate } from "./select.ts";

/** What speaks for and against the coverage having the answer; each is 0 to 1 unless said otherwise. */
export interface Signals {
  /** The share of the question's weight that the best sentences hold. */
  readonly coverage: number;
  /** The same with the sentence before and the headline. */
  readonly inContext: number;
  /** The share of the question's words, each counted alike, that the best sentences hold; papers aside. */
  readonly words: number;
  /** What of the asked kind stands in them (asked/held.ts); 1 when the question asks for no particular kind, 0.5 when they deny that something was. */
  readonly kind: number;
  /** What is most asked for is not there: the sort of thing ("which judge"), or what somebody is to have spoken about. */
  readonly aside: number;
  /** The share of the question's words that the coverage does not have at all. */
  readonly nowhere: number;
  /** The weight of the weightiest word that is neither in the sentences nor around them. */
  readonly missing: number;
  /** The share of the question's names that the sentences or their surroundings hold; 1 where it has none. */
  readonly names: number;
  /** The same of the name, and of the word, that is held least. */
  readonly leastName: number;
  readonly leastWord: number;
  /** The best passage's score against what words from elsewhere reach (calibrate.ts): ln of the ratio, -2 to 2. */
  readonly margin: number;
  /** How many words the question has, as ln(1 + n): more of them are found together by chance less often. */
  readonly length: number;
  /** ln of the number of passages, a tenth of it: the more there are, the more is found by chance. */
  readonly size: number;
}

/** `topScore` is the engine's score of the best passage. */
export function signalsOf(
  best: Candidate | undefined,
  topScore: number,
  sought: readonly WeighedTerm[],
  { asked, detail }: Pick<Question, "asked" | "detail">,
  calibration: Calibration,
): Signals {
  const total = sought.reduce((sum, t) => sum + t.weight, 0) || 1;
  const own = sought
    .map((term, i) => ({ term, held: best?.worth[i] ?? 0, around: best?.around[i] ?? 0 }))
    .filter(({ term }) => term.share === 1);
  // A first name that the coverage does not write so tells nothing beside its surname.
  const telling = own.filter(({ term }, i) => !isBeforeSurname(term, own[i + 1]?.term));
  const share = (of: (word: (typeof own)[number]) => number) =>
    own.reduce((sum, w) => sum + of(w), 0) / (own.length || 1);
  return {
    coverage: best?.features.coverage ?? 0,
    inContext: best?.inContext ?? 0,
    words: share((w) => w.held),
    kind: kindOf(best, asked),
    aside: asideOf(own, detail, asked, best),
    nowhere: share((w) => (w.term.found === "nowhere" ? 1 : 0)),
    missing: best?.missing ?? 1,
    names: best?.names ?? 0,
    leastName: Math.min(1, ...telling.filter((w) => w.term.name).map((w) => w.around)),
    leastWord: Math.min(1, ...telling.map((w) => w.around)),
    margin: Math.max(-2, Math.min(2, Math.log(topScore / total / (calibration.threshold(sought.length) || 1e-3)))),
    length: Math.log(1 + own.length),
    size: sizeOf(calibration.size),
  };
}

/** A person may well be told by a single name; a date that something did not have is told by a denial. */
function kindOf(best: Candidate | undefined, asked: Asked): number {
  if (asked === "any" || asked === "yes-no") return 1;
  if (!best || best.held === 0) return asked === "date" && best?.denies ? 0.5 : 0;
  return asked === "person" ? 1 : best.held;
}

/** A synonym of the sort is not the sort: a court is no judge. */
const there = 0.6;

function asideOf(
  own: readonly { readonly term: WeighedTerm; readonly around: number }[],
  { sort, speaker }: Question["detail"],
  asked: Asked,
  best: Candidate | undefined,
): number {
  if (asked === "statement" && speaker.length > 0) {
    const topic = own.filter(({ term }) => !speaker.includes(term.term));
    const weight = topic.reduce((sum, { term }) => sum + term.weight, 0);
    return weight === 0 ? 0 : topic.reduce((sum, { term, around }) => sum + term.weight * (1 - around), 0) / weight;
  }
  const isThere = best?.held === 1 && asked !== "person";
  const named = own.find(({ term }) => term.term === sort);
  return named && !isThere && named.around < there ? 1 : 0;
}

/**
 * Weights of a logistic model for a small coverage, learned by test/bench/train-silence.ts on our own questions about the bundled coverage
 * and about ten others of four to nine articles.
 */
const model = {
  bias: -6.59,
  words: 1.38,
  kind: 3.36,
  aside: -1.36,
  nowhere: -0.73,
  missing: -2.84,
  leastName: 1.52,
  margin: 0.69,
  length: 1.43,
};

/**
 * In a coverage of so many passages calibration (calibrate.ts) has as many different runs of words to go by, and what it says carries over
 * from one coverage to another better than anything learned: there the margin decides, with a little for the question's names.
 */
const wellCalibrated = 200;
const byMargin = { bias: -1.98, margin: 3.5, names: 1.22 };

/** From this probability on, the best passage is taken for an answer; below it and above the other, for a near miss. */
export const answersFrom = 0.35;
const nearFrom = 0.15;
/** From this one on, no missing word speaks against it. */
const sureFrom = 0.65;
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

/** In a question of so many words its figure, or each of them, is what it is about. */
const short = { figure: 8, any: 3, both: 2 };

/** `words` is how many words of the question carry meaning, names of papers aside. */
export function decide(signals: Signals, asked: Asked, words: number): AnswerOutcome {
  if (signals.coverage === 0) return "silence";
  const p = likelihood(signals);
  if (p < nearFrom && signals.inContext < hardlyAnything) return "silence";
  return p >= answersFrom && objection(signals, asked, words) === null ? "answer" : "near-miss";
}

/**
 * What keeps words that fit ever so well from being an answer: they have a figure of somebody else, or lack the one that is asked for
 * (and do not deny what the question takes for granted), or leave out a word of a question of two or three.
 */
export function objection(signals: Signals, asked: Asked, words: number): "names" | "figure" | "word" | null {
  if (words <= short.figure && asksForFigure(asked)) {
    if (signals.leastName === 0 && signals.missing > 0.15) return "names";
    if (signals.kind === 0) return "figure";
  }
  const lacksWord = words <= short.both ? signals.leastWord === 0 : signals.missing > 0.34;
  if (words <= short.any && lacksWord && likelihood(signals) < sureFrom) return "word";
  return null;
}
