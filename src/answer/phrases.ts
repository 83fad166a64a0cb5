import { phraseFinder } from "../language/fold.ts";
import { isCyrillic } from "../language/script.ts";
import { terms } from "../language/words.ts";
import type { Candidate } from "./select.ts";

/** The phrases in quotation marks that nothing found holds, of those that a reader would want word for word. */
export function absentPhrases(
  phrases: readonly string[],
  found: readonly Candidate[],
  best: Candidate | undefined,
): string[] {
  return phrases.filter((p) => isWanted(p, best) && !found.some((c) => c.features.phrase > 0 && holds(c, p)));
}

/** Two words or more in the script of what was found: a single one in marks is a name or a sneer, and stands in the text as any word does. */
function isWanted(phrase: string, best: Candidate | undefined): boolean {
  return terms(phrase).length > 1 && (!best || isCyrillic(phrase) === (best.article.language === "ru"));
}

/** So many words in quotation marks are known by heart: where they stand is what is asked for. */
const byHeart = 4;

/** Whether the best candidate holds words that the question quotes by heart. */
export function isQuoted(phrases: readonly string[], best: Candidate | undefined): boolean {
  return best !== undefined && phrases.some((p) => terms(p).length >= byHeart && holds(best, p));
}

function holds({ article, range }: Candidate, phrase: string): boolean {
  return phraseFinder(article.text.slice(range.start, range.end))(phrase);
}
