/*
 * Learns the weights of answer/select.ts: what speaks for quoting a stretch of sentences, from question sets (see question-sets.ts).
 * Coordinate ascent from the weights as they are, on the share of questions with a right stretch first and among the first three that do
 * not overlap, every set counted alike; a first stretch of more than 290 characters on average costs. Prints the
 * weights and, for each set, how it fares before, after, and with weights that were learned on the other sets.
 *
 *   node test/bench/train-selection.ts SET…
 */
import { explain } from "../../src/answer/ask.ts";
import { type Features, selectionWeights } from "../../src/answer/select.ts";
import { judge, openSet } from "./question-sets.ts";
import { type Ranked, rankOf, shown } from "./ranks.ts";

const keys = Object.keys(selectionWeights) as (keyof Features)[];
/** What hardly any question of the sets turns on cannot be learned from them. */
const fixed = new Set<keyof Features>(["phrase", "stuffed", "isHeadline", "isCaption", "sameLanguage"]);

interface Stretch extends Omit<Ranked, "score"> {
  readonly values: readonly number[];
}

interface Figures {
  readonly first: number;
  readonly three: number;
  readonly characters: number;
}

/** The best stretches of each question that the set can answer, as they are ranked now. */
function stretchesOf(given: string): Stretch[][] {
  const set = openSet(given);
  const questions = set.questions.filter((q) => q.answerable && q.gold.findable !== false);
  return questions.map((q) => {
    const right = judge(q, set.library);
    const { found } = explain(set.library, q.question, { context: q.context ?? [] });
    return found.slice(0, 400).map(({ article, range, features }) => ({
      article: article.id,
      ...range,
      isRight: right(article.id, article.text.slice(range.start, range.end)),
      values: keys.map((key) => features[key]),
    }));
  });
}

function figuresOf(questions: readonly (readonly Stretch[])[], weights: readonly number[]): Figures {
  let [first, three, characters] = [0, 0, 0];
  for (const stretches of questions) {
    const best = rankOf(
      stretches.map((s) => ({ ...s, score: weights.reduce((sum, w, k) => sum + w * (s.values[k] ?? 0), 0) })),
    );
    if (best.first) characters += best.first.end - best.first.start;
    if (best.rank === 0) first++;
    if (best.rank < shown) three++;
  }
  const n = questions.length || 1;
  return { first: (100 * first) / n, three: (100 * three) / n, characters: characters / n };
}

const mostCharacters = 290;

function worthOf(sets: readonly (readonly Stretch[][])[], weights: readonly number[]): number {
  const worths = sets.map((set) => {
    const { first, three, characters } = figuresOf(set, weights);
    return (first + three) / 2 - Math.max(0, characters - mostCharacters) / 10;
  });
  return worths.reduce((a, b) => a + b, 0) / (worths.length || 1);
}

/** A step counts only where it gains more than a question in a thousand: less is chance. */
const leastGain = 0.05;

function climb(sets: readonly (readonly Stretch[][])[], from: readonly number[]): number[] {
  const weights = [...from];
  let best = worthOf(sets, weights);
  for (let round = 0; round < 3; round++) {
    const before = best;
    for (const [k, key] of keys.entries()) {
      if (fixed.has(key)) continue;
      const now = weights[k] ?? 0;
      let kept = now;
      for (const step of [-2, -1, -0.5, 0.5, 1, 2]) {
        weights[k] = now + step * Math.max(0.05, Math.abs(now) * 0.3);
        const worth = worthOf(sets, weights);
        if (worth <= best + leastGain) continue;
        best = worth;
        kept = weights[k] ?? now;
      }
      weights[k] = kept;
    }
    if (best === before) break;
  }
  return weights;
}

const names = process.argv.slice(2);
const sets = names.map(stretchesOf);
const before = keys.map((key) => selectionWeights[key]);
const after = climb(sets, before);
console.log(Object.fromEntries(keys.map((key, k) => [key, Number((after[k] ?? 0).toFixed(3))])));
const written = ({ first, three, characters }: Figures) =>
  `${first.toFixed(1)} / ${three.toFixed(1)} (${characters.toFixed(0)})`.padEnd(20);
console.log("right @1 / @3 (characters): as they are | learned | learned on the others");
for (const [i, set] of sets.entries()) {
  const others = climb(
    sets.filter((_, other) => other !== i),
    before,
  );
  const figures = [before, after, others].map((weights) => written(figuresOf(set, weights)));
  console.log((names[i] ?? "").replace(/.*\//, "").padEnd(20), figures.join("| "));
}
