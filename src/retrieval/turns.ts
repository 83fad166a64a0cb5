/*
 * Long work in steps: a generator yields wherever it may pause. Run to its end at once it blocks; run in turns it lets
 * whatever else waits go in between. The result is the same.
 */

/** Runs work to its end. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Runs work in turns of about `milliseconds`, between which the event loop goes on. */
export async function inTurns<T>(work: Generator<unknown, T>, milliseconds = 10): Promise<T> {
  for (;;) {
    const until = performance.now() + milliseconds;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
