import type { Step } from "./align.ts";

/** A run of words: in both, only in the coverage ("lost"), only in the claim ("added"), or one put for another. */
export type Difference =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "lost"; readonly text: string }
  | { readonly kind: "added"; readonly text: string }
  /** `text` in the coverage, `claimed` in the claim. */
  | { readonly kind: "changed"; readonly text: string; readonly claimed: string };

/** The characters of a text from one word to another, both included. */
type Read = (first: number, last: number) => string;

/**
 * The steps of an alignment as runs of words. Every text is a slice of the coverage ("same", "lost", `text`) or of
 * the claim ("added", `claimed`).
 * @param isSame whether the two words of a step are the same.
 */
export function differences(
  steps: readonly Step[],
  isSame: (step: Step) => boolean,
  claim: Read,
  coverage: Read,
): Difference[] {
  const runs: { kind: Difference["kind"]; steps: Step[] }[] = [];
  for (const step of steps) {
    const kind = step.text < 0 ? "added" : step.claim < 0 ? "lost" : isSame(step) ? "same" : "changed";
    const last = runs.at(-1);
    if (last && last.kind === kind) last.steps.push(step);
    else runs.push({ kind, steps: [step] });
  }
  return runs.map(({ kind, steps: run }) => {
    const [first, last] = [run[0], run.at(-1)];
    const text = () => coverage(first?.text ?? 0, last?.text ?? 0);
    const claimed = () => claim(first?.claim ?? 0, last?.claim ?? 0);
    if (kind === "added") return { kind, text: claimed() };
    if (kind === "changed") return { kind, text: text(), claimed: claimed() };
    return { kind, text: text() };
  });
}
