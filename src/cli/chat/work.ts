/**
 * Counts what is begun and not yet ended, and tells when nothing is left. A promise chain that begins its next step
 * when the last one ends is not taken for the end: the count must still be zero after one full turn of the event loop,
 * in which every such continuation has run.
 */
export class Work {
  #open = 0;
  #waiting: (() => void)[] = [];

  /** Begins one piece of work. Returns how to end it; ending it twice counts once. */
  begin(): () => void {
    this.#open++;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      if (--this.#open === 0) this.#checkSoon();
    };
  }

  /** Resolves when nothing is open. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#checkSoon();
    });
  }

  #checkSoon(): void {
    setImmediate(() => {
      if (this.#open > 0) return;
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
  }
}
