import type { Step } from "./align.ts";

/** A run of words: in both, only in the coverage ("lost"), only in the claim ("added"), or one put for another. */
export type Difference =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "lost"; readonly text: string }
  | { readonly kind: "added"; readonly text: string }
  /** `text` in the coverage, `claimed` in the claim. */
  | { readonly kind: "changed"; readonly text: string; readonly claimed: string };

/** How to read one side: the key of a word, and the characters from one word to another. */
export interface Side {
  readonly key: (word: number) => string;
  readonly slice: (first: number, last: number) => string;
}

/**
 * The steps of an alignment as runs of words. Every text is a slice of the coverage ("same", "lost", `text`) or of
 * the claim ("added", `claimed`).
 */
export function differences(steps: readonly Step[], claim: Side, coverage: Side): Difference[] {
  const runs: { kind: Difference["kind"]; steps: Step[] }[] = [];
  for (const step of steps) {
    const kind =
      step.text < 0
        ? "added"
        : step.claim < 0
          ? "lost"
          : claim.key(step.claim) === coverage.key(step.text)
            ? "same"
            : "changed";
    const last = runs.at(-1);
    if (last && last.kind === kind) last.steps.push(step);
    else runs.push({ kind, steps: [step] });
  }
  return runs.map(({ kind, steps: run }) => {
    const read = (side: Side, words: readonly number[]) => side.slice(words[0] ?? 0, words.at(-1) ?? 0);
    const text = () =>
      read(
        coverage,
        run.map((s) => s.text),
      );
    const claimed = () =>
      read(
        claim,
        run.map((s) => s.claim),
      );
    if (kind === "added") return { kind, text: claimed() };
    if (kind === "changed") return { kind, text: text(), claimed: claimed() };
    return { kind, text: text() };
  });
}
