import { betweenCompared, comparedWith, comparing } from "../language/comparing-words.ts";
import type { Range } from "../language/range.ts";
import type { Worth } from "./evidence.ts";
import type { SoughtTerm } from "./expand.ts";

/** Numbers of the words that make up a name among those of a question. */
type Name = readonly number[];

/**
 * The names that a question sets side by side ("Twitter or Facebook", "Putin and Peskov"), as numbers of its words; none where it
 * sets no two. Its words are in the order of its text.
 */
export function comparedNames(text: string, sought: readonly SoughtTerm[]): Name[] {
  const names: number[][] = [];
  const compared = new Set<Name>();
  for (const [i, term] of sought.entries()) {
    if (!term.name) continue;
    const last = names.at(-1);
    const before = sought[last?.at(-1) ?? -1];
    const between = last && before ? text.slice(before.end, term.start) : null;
    if (last && between !== null && /^ $/u.test(between)) {
      last.push(i);
      continue;
    }
    const name = [i];
    names.push(name);
    if (!last || between === null) continue;
    if (betweenCompared.test(between) || comparedWith.test(text.slice(0, term.start))) compared.add(last).add(name);
  }
  return [...compared];
}

/** The words of a question that only say that it compares. */
export function comparingWords(text: string): Range[] {
  return Array.from(text.matchAll(comparing), (m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** How many of the names side by side stand in a stretch of text, and not in what is known before it. */
export function namesStillOpen(compared: readonly Name[], there: Worth, known: Worth): number {
  const holds = (name: Name, worth: Worth) => (worth[name.at(-1) ?? -1] ?? 0) > 0;
  return compared.filter((name) => holds(name, there) && !holds(name, known)).length;
}
