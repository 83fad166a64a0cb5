/** The weights of one of the two log-linear models, by the name of the feature. */
export interface Model {
  readonly speaker: ReadonlyMap<string, number>;
  readonly speech: ReadonlyMap<string, number>;
}

/** The sum of the weights of the features that hold; a feature without a weight counts nothing. */
export function weigh(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** Sums as shares of 1 (softmax: exp(x) / sum of exp). */
export function shares(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const raised = sums.map((x) => Math.exp(x - most));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((x) => x / total);
}
