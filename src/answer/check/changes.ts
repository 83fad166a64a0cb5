import { isNegation } from "../../language/negation.ts";
import { isNumber } from "../../language/words.ts";
import type { Step } from "./align.ts";

/**
 * What was done to words beyond changing some: a number, a denial or a name is another (or is gone, or was put in); the
 * claim's dots stand for words ("cut"); words that stand apart follow each other ("joined"); or nothing but the outlet's words
 * between the parts of a quotation ("he said") are left out ("attribution").
 */
export type Change = "number" | "negation" | "name" | "cut" | "joined" | "attribution";

/** One side of a comparison: its characters, and where its words stand in them. */
export interface Written {
  readonly text: string;
  /** The characters of a word; `null` for one that is not there. */
  readonly range: (word: number) => { start: number; end: number } | null;
  readonly key: (word: number) => string;
}

/** What the steps of an alignment that are not the same on both sides change. */
export function changesOf(steps: readonly Step[], claim: Written, coverage: Written): Change[] {
  const found = new Set<Change>();
  const has = (change: Change, test: (side: Written, word: number) => boolean) => {
    const of = (s: Step) => [
      ...(s.claim >= 0 && test(claim, s.claim) ? [claim.key(s.claim)] : []),
      ...(s.text >= 0 && test(coverage, s.text) ? [coverage.key(s.text)] : []),
    ];
    if (differing.some((s) => of(s).length > 0)) found.add(change);
  };
  const differing = steps.filter((s) => s.claim < 0 || s.text < 0 || claim.key(s.claim) !== coverage.key(s.text));
  has("number", (side, word) => isNumber(side.key(word)) || /^[%‰\p{Sc}°+±]$/u.test(side.key(word)));
  has("negation", (side, word) => isNegation(side.key(word)));
  if (differing.some((s) => isName(coverage, s.text) && (s.claim < 0 || isName(claim, s.claim)))) found.add("name");
  if (isCut(steps, claim)) found.add("cut");
  return [...found];
}

/** A capital letter inside a sentence. */
function isName({ text, range }: Written, word: number): boolean {
  const at = word < 0 ? null : range(word);
  return (
    at !== null &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(at.start, at.end)) &&
    /[\p{L}\p{N},;)]["'’”»]?[\s-]+$/u.test(text.slice(Math.max(0, at.start - 4), at.start))
  );
}

/** Whether the claim has dots where words of the coverage are left out. */
function isCut(steps: readonly Step[], claim: Written): boolean {
  return steps.some((step, i) => {
    if (step.claim >= 0 || steps[i - 1]?.claim === -1) return false;
    const before = steps[i - 1];
    const after = steps.slice(i).find((s) => s.claim >= 0);
    const [a, b] = [before && claim.range(before.claim), after && claim.range(after.claim)];
    return Boolean(a && b && /…|\.\s?\.\s?\./u.test(claim.text.slice(a.end, b.start)));
  });
}

/**
 * Whether all that differs is where words are parted by a hyphen or a stop: "US" and "U.S.", "well-known" and "wellknown".
 * "every day" and "everyday", "re-sign" and "resign", "us" and "U.S." are other words.
 */
export function onlyParted(steps: readonly Step[], claim: Written, coverage: Written): boolean {
  let [ours, theirs]: [number[], number[]] = [[], []];
  for (const { claim: c, text: t } of [...steps, { claim: -2, text: -2 }]) {
    if ((c >= 0 ? claim.key(c) : "") !== (t >= 0 ? coverage.key(t) : "")) {
      if (c >= 0) ours.push(c);
      if (t >= 0) theirs.push(t);
      continue;
    }
    if (!isSameParted(claim, ours, coverage, theirs)) return false;
    [ours, theirs] = [[], []];
  }
  return true;
}

function isSameParted(claim: Written, ours: readonly number[], coverage: Written, theirs: readonly number[]): boolean {
  const keys = ours.map(claim.key).join("");
  if (keys !== theirs.map(coverage.key).join("") || /[\p{N}%]/u.test(keys)) return false;
  const gaps = [...gapsIn(claim, ours), ...gapsIn(coverage, theirs)];
  const written = (side: Written, words: readonly number[]) =>
    words.map((w) => side.text.slice(side.range(w)?.start, side.range(w)?.end)).join("");
  return (
    gaps.every(({ before, gap }) => /\S/u.test(gap) && !(before === "re" && !/^[aeiou]/u.test(keys.slice(2)))) &&
    (!gaps.some(({ gap }) => gap.includes(".")) || written(claim, ours) === written(coverage, theirs))
  );
}

/** What stands between the words of a side, each with the word before it. */
function gapsIn({ text, range, key }: Written, words: readonly number[]): { before: string; gap: string }[] {
  return words.slice(1).map((word, i) => {
    const before = words[i] ?? word;
    return { before: key(before), gap: text.slice(range(before)?.end, range(word)?.start) };
  });
}
