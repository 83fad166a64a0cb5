/** One step of an alignment: word numbers of both sides; -1 where a side has no word. */
export interface Step {
  readonly claim: number;
  readonly text: number;
}

const gain = 2;
const change = -0.9;
const gapOpen = -1;
/** A long run left out costs little more than a short one: somebody who splices two sentences skips many words. */
const gapOn = -0.04;

/**
 * Aligns the words (by number) of a claim with the words of a text: all of the claim, and the stretch of the text that fits it best
 * (semi-global alignment with affine gaps; Gotoh, 1982). Time and memory grow with the product of the lengths.
 */
export function align(claim: readonly number[], text: readonly number[]): Step[] {
  const n = claim.length;
  const m = text.length;
  const width = m + 1;
  // Three states: ended in a pair, in a word of the text alone, in a word of the claim alone.
  let pair = new Float32Array(width).fill(0);
  let lost = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
  let added = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
  const from = new Uint8Array((n + 1) * width);
  for (let i = 1; i <= n; i++) {
    const nextPair = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
    const nextLost = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
    const nextAdded = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
    const word = claim[i - 1];
    for (let j = 0; j <= m; j++) {
      const cell = i * width + j;
      let trace = 0;
      if (j > 0) {
        const score = word === text[j - 1] ? gain : change;
        const [best, which] = most(pair[j - 1], lost[j - 1], added[j - 1]);
        nextPair[j] = best + score;
        trace |= which;
        const open = Math.max(nextPair[j - 1] ?? 0, nextAdded[j - 1] ?? 0) + gapOpen;
        const on = (nextLost[j - 1] ?? 0) + gapOn;
        nextLost[j] = Math.max(open, on);
        trace |= (on >= open ? 1 : (nextPair[j - 1] ?? 0) >= (nextAdded[j - 1] ?? 0) ? 0 : 2) << 2;
      }
      const open = Math.max(pair[j] ?? 0, lost[j] ?? 0) + gapOpen;
      const on = (added[j] ?? 0) + gapOn * 5;
      nextAdded[j] = Math.max(open, on);
      trace |= (on >= open ? 2 : (pair[j] ?? 0) >= (lost[j] ?? 0) ? 0 : 1) << 4;
      from[cell] = trace;
    }
    [pair, lost, added] = [nextPair, nextLost, nextAdded];
  }
  return traceBack(from, width, n, pair, added);
}

function most(a = 0, b = 0, c = 0): [number, number] {
  return a >= b && a >= c ? [a, 0] : b >= c ? [b, 1] : [c, 2];
}

function traceBack(from: Uint8Array, width: number, n: number, pair: Float32Array, added: Float32Array): Step[] {
  let j = 0;
  let state = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < width; k++) {
    for (const [which, row] of [
      [0, pair],
      [2, added],
    ] as const) {
      const score = row[k] ?? 0;
      if (score > best) [best, j, state] = [score, k, which];
    }
  }
  const steps: Step[] = [];
  for (let i = n; i > 0; ) {
    const trace = from[i * width + j] ?? 0;
    if (state === 0) {
      steps.push({ claim: i - 1, text: j - 1 });
      state = trace & 3;
      i--;
      j--;
    } else if (state === 1) {
      steps.push({ claim: -1, text: j - 1 });
      state = (trace >> 2) & 3;
      j--;
    } else {
      steps.push({ claim: i - 1, text: -1 });
      state = (trace >> 4) & 3;
      i--;
    }
  }
  return trimmedSteps(withoutStragglers(steps.reverse()));
}

/** A few words that stand by chance so far from the rest are no part of the match; somebody who splices takes more. */
const straggle = { gap: 12, words: 4 };

/** Unpairs the first and the last words of a claim where a long run of the text separates them from the rest. */
function withoutStragglers(steps: readonly Step[]): Step[] {
  return unpairEnd(unpairEnd(steps).reverse()).reverse();
}

function unpairEnd(steps: readonly Step[]): Step[] {
  let at = steps.length;
  let words = 0;
  while (at > 0 && words < straggle.words && steps[at - 1]?.claim !== -1) {
    at--;
    if ((steps[at]?.text ?? -1) >= 0) words++;
  }
  const gapEnd = at;
  while (at > 0 && steps[at - 1]?.claim === -1) at--;
  if (words >= straggle.words || gapEnd - at < straggle.gap || at === 0) return [...steps];
  return [...steps.slice(0, at), ...steps.slice(gapEnd).map(({ claim }) => ({ claim, text: -1 }))];
}

/** Words of the text before the first or after the last word that both have are no part of the match. */
function trimmedSteps(steps: readonly Step[]): Step[] {
  const first = steps.findIndex((s) => s.claim >= 0);
  const last = steps.findLastIndex((s) => s.claim >= 0);
  return steps.slice(first, last + 1);
}
