import type { Candidate, Meaning } from "./meaning.ts";

/** The named groups of a match; a group that took no part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One pattern of a grammar and what its match means; `null` where the words turn out to be no date. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, original: string) => Meaning | null;
}

/** Rules that are tried only in a sentence in which `needs` is found. */
export interface RuleGroup {
  readonly needs: RegExp;
  readonly rules: readonly Rule[];
}

/** What goes on with a word, in a folded text: digits and the letters of the Latin and Cyrillic scripts (a short class is a fast one). */
const inWord = "0-9_a-z\\u00df-\\u024f\\u0400-\\u04ff";

/**
 * Makes a rule. In the pattern a space stands for any white space; word boundaries are put at both ends; the text it
 * is run on is folded (fold.ts). `original` is the matched stretch as written.
 */
export function rule(pattern: string, read: Rule["read"]): Rule {
  const spaced = pattern.replaceAll(" ", "\\s+");
  return { pattern: new RegExp(`(?<![${inWord}])(?:${spaced})(?![${inWord}])`, "gu"), read };
}

export const anyOf = (forms: Iterable<string>): string => `(?:${[...forms].join("|")})`;

/** Every match of every rule in a folded text, in no order. */
export function matches(groups: readonly RuleGroup[], folded: string, original: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { needs, rules } of groups) {
    if (!needs.test(folded)) continue;
    for (const { pattern, read } of rules) {
      for (const match of folded.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        const meaning = read(match.groups ?? {}, original.slice(start, end));
        if (meaning) found.push({ start, end, meaning });
      }
    }
  }
  return found;
}

/** The leftmost of the candidates that overlap, and of those that start together the longest. */
export function leftmostLongest(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  let end = 0;
  for (const candidate of sorted) {
    if (candidate.start < end) continue;
    kept.push(candidate);
    end = candidate.end;
  }
  return kept;
}
