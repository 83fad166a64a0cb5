import type { Language } from "../../language/script.ts";
import { englishRules } from "./grammar-en.ts";
import { russianRules } from "./grammar-ru.ts";
import { isDate } from "./guards.ts";
import type { Candidate } from "./meaning.ts";
import { leftmostLongest, matches, type RuleGroup } from "./rule.ts";

const rules: Readonly<Record<Language, readonly RuleGroup[]>> = { en: englishRules, ru: russianRules };

/** The time expressions of a sentence, in order, with offsets in it. `folded` is the same sentence folded (fold.ts). */
export function findExpressions(language: Language, folded: string, original: string): Candidate[] {
  const candidates = matches(rules[language], folded, original);
  return leftmostLongest(candidates).filter((c) => isDate(c, folded, original));
}
