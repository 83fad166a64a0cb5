/*
 * Learns the weights of answer/decide.ts for a small coverage (in a big one calibration decides): a logistic model of "the coverage answers this", from question sets (see
 * question-sets.ts for what a set may be). Prints the weights and, for each set, how well a model does that was learned on
 * other questions: those of other families of sets, and three quarters of all questions.
 *
 *   node test/bench/train-silence.ts [--from P] SET[*WEIGHT]…
 *
 * --from: the likelihood from which on a question counts as answered. A weight says how much a set counts against the others.
 */
import { explain } from "../../src/answer/ask.ts";
import { answersFrom, type Signals } from "../../src/answer/decide.ts";
import { openSet } from "./question-sets.ts";

interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  readonly set: string;
  readonly weight: number;
}

const keys: (keyof Signals)[] = ["words", "kind", "aside", "nowhere", "missing", "leastName", "margin", "length"];

function rowsOf(given: string): Row[] {
  const [name = "", weight = "1"] = given.split("*");
  const set = openSet(name);
  return set.questions.map((q): Row => {
    const { signals } = explain(set.library, q.question, { context: q.context ?? [] });
    return { x: keys.map((k) => signals[k]), y: q.answerable ? 1 : 0, set: set.name, weight: Number(weight) };
  });
}

/** Sets that share documents or questions. */
const familyOf = (set: string) => set.split(/[:<]/)[0] ?? set;

/** Gradient descent on the log loss, both classes weighted alike in each set, with a small penalty on large weights. */
function learn(rows: readonly Row[]): number[] {
  const count = new Map<string, number>();
  for (const r of rows) count.set(`${r.set}${r.y}`, (count.get(`${r.set}${r.y}`) ?? 0) + 1);
  const share = rows.map((r) => r.weight / (count.get(`${r.set}${r.y}`) ?? 1));
  const all = share.reduce((sum, s) => sum + s, 0);
  const mean = keys.map((_, i) => rows.reduce((sum, r) => sum + (r.x[i] ?? 0), 0) / rows.length);
  const spread = keys.map(
    (_, i) => Math.sqrt(rows.reduce((sum, r) => sum + ((r.x[i] ?? 0) - (mean[i] ?? 0)) ** 2, 0) / rows.length) || 1,
  );
  const z = rows.map((r) => r.x.map((v, i) => (v - (mean[i] ?? 0)) / (spread[i] ?? 1)));
  const w: number[] = new Array(keys.length + 1).fill(0);
  for (let step = 0; step < 1500; step++) {
    const gradient = w.map((v, i) => (i === 0 ? 0 : 0.001 * v));
    for (const [n, r] of rows.entries()) {
      const x = z[n] ?? [];
      const error = ((share[n] ?? 0) / all) * (probability(w, x) - r.y);
      gradient[0] = (gradient[0] ?? 0) + error;
      for (const [i, v] of x.entries()) gradient[i + 1] = (gradient[i + 1] ?? 0) + error * v;
    }
    for (const [i, g] of gradient.entries()) w[i] = (w[i] ?? 0) - 3 * g;
  }
  const raw = keys.map((_, i) => (w[i + 1] ?? 0) / (spread[i] ?? 1));
  return [(w[0] ?? 0) - raw.reduce((sum, v, i) => sum + v * (mean[i] ?? 0), 0), ...raw];
}

function probability(w: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * (w[i + 1] ?? 0), w[0] ?? 0)));
}

/** The shares of right decisions about answerable and unanswerable rows, given each row's weights. */
function rates(rows: readonly Row[], from: number, weightsOf: (row: Row) => readonly number[]): string {
  const rate = (y: 0 | 1) => {
    const of = rows.filter((r) => r.y === y);
    return (100 * of.filter((r) => (probability(weightsOf(r), r.x) >= from ? 1 : 0) === y).length) / of.length;
  };
  return `${rate(1).toFixed(1)} / ${rate(0).toFixed(1)} = ${((rate(0) + rate(1)) / 2).toFixed(1)}`;
}

const args = process.argv.slice(2);
const at = args.indexOf("--from");
const from = at < 0 ? answersFrom : Number(args.splice(at, 2)[1]);
const rows = args.flatMap(rowsOf);
const all = learn(rows);
console.log(Object.fromEntries(["bias", ...keys].map((k, i) => [k, Number((all[i] ?? 0).toFixed(2))])));
const folds = [0, 1, 2, 3].map((f) => learn(rows.filter((_, i) => i % 4 !== f)));
console.log("answered / refused = balanced; learned on all questions | on other questions | on other families of sets");
for (const set of new Set(rows.map((r) => r.set))) {
  const inside = rows.filter((r) => r.set === set);
  const others = learn(rows.filter((r) => familyOf(r.set) !== familyOf(set)));
  console.log(
    set.padEnd(24),
    rates(inside, from, () => all),
    "|",
    rates(inside, from, (r) => folds[rows.indexOf(r) % 4] ?? []),
    "|",
    rates(inside, from, () => others),
  );
}
