import type { Question } from "./question.ts";
import { readQuestion } from "./question.ts";

/** Openings and words by which a question leans on the one before it. */
const leans =
  /^[^\p{L}\p{N}]*(?:and|but|so|what about|how about|why|when|where|who|really|а|и|но|почему|когда|где|кто)(?![\p{L}\p{N}])|(?<![\p{L}])(?:he|she|it|they|him|her|them|his|their|its|that|this|those|these|there|then|он|она|оно|они|его|ее|её|их|ему|ей|им|это|этот|эта|эти|этого|там|тогда)(?![\p{L}])/iu;

/** A question with this many words of its own stands alone unless it points back. */
const standsAloneFrom = 4;

/**
 * Completes a follow-up with the words it leaves out: those of the nearest earlier question that has any. What was
 * taken is returned, so that the answer can say so. A question that stands on its own is left as it is.
 */
export function withContext(question: Question, earlier: readonly string[]): { question: Question; used: string[] } {
  if (earlier.length === 0 || !(leans.test(question.text) || question.terms.length < 2)) return { question, used: [] };
  const pointsBack =
    /(?<![\p{L}])(?:he|she|it|they|him|her|them|his|their|that|this|those|these|он|она|они|его|ее|её|их|ему|ей|это|этого)(?![\p{L}])|^[^\p{L}\p{N}]*(?:and|what about|how about|а)(?![\p{L}\p{N}])/iu.test(
      question.text,
    );
  if (question.terms.length >= standsAloneFrom && !pointsBack) return { question, used: [] };
  const own = new Set(question.terms.map((t) => t.term));
  for (const text of earlier.toReversed()) {
    const before = readQuestion(text);
    const names = before.terms.filter((t) => t.name && !own.has(t.term));
    const rest = before.terms.filter((t) => !t.name && !own.has(t.term));
    // A follow-up that names somebody asks the earlier question about that name; one that does not keeps the earlier name.
    const namesItself = question.terms.some((t) => t.name);
    const taken = [...(namesItself ? [] : names), ...(question.terms.length < standsAloneFrom ? rest : [])];
    if (taken.length === 0) continue;
    const asked = question.asked === "any" ? before.asked : question.asked;
    return {
      question: { ...question, asked, terms: [...question.terms, ...taken] },
      used: taken.map((t) => t.written),
    };
  }
  return { question, used: [] };
}
