import type { Article } from "../coverage/article.ts";
import { type Corpus, compare } from "../coverage/corpus.ts";
import { familyKey, readingDate } from "../coverage/family.ts";
import { contains } from "../language/range.ts";
import { termSequence } from "../language/words.ts";
import type { Mention } from "../reading/mention.ts";
import { readMentions } from "../reading/mentions.ts";
import { type Asked, asksForFigure } from "./asked.ts";
import type { SoughtTerm } from "./expand.ts";
import { lazyFor } from "./lazy.ts";
import type { Candidate } from "./select.ts";

/** From this share of a question's weight on, sentences answer it; others are as good from these shares of the best's on. */
const answers = 0.6;
const asGood = { coverage: 0.97, score: 0.9 };

/** So many stand together on the first page. */
const mostVoices = 3;

/**
 * Candidates of different families that answer as well as the best and give other figures or dates than it and each other, in the
 * order of their articles' dates: a reader sees that they differ, and which came later. None where there is one voice. The best
 * is always one of them.
 */
export function disagreeing(
  found: readonly Candidate[],
  sought: readonly SoughtTerm[],
  asked: Asked,
  corpus: Corpus,
  limit: number,
): Candidate[] {
  const [best] = found;
  if (!best?.held || !asksForFigure(asked) || best.inContext < answers) return [];
  const own = new Set(sought.flatMap((t) => [t.term, ...t.forms.map((f) => f.term)]));
  const mentionsOf = lazyFor((article: Article) => readMentions(article, readingDate(corpus, article)?.date ?? null));
  const voices: { candidate: Candidate; values: ReadonlySet<string> }[] = [];
  for (const candidate of found) {
    if (voices.length === Math.min(limit, mostVoices) || candidate.score < best.score * asGood.score) break;
    if (!candidate.held || candidate.features.coverage < best.features.coverage * asGood.coverage) continue;
    // Whoever has spoken need not be read again.
    const isHeard = voices.some((v) => familyKey(v.candidate.article) === familyKey(candidate.article));
    const values = isHeard ? new Set<string>() : valuesIn(candidate, asked, own, mentionsOf);
    if (values.size > 0 && voices.every((v) => v.values.isDisjointFrom(values))) voices.push({ candidate, values });
    // What the best says must be known, or nothing differs from it.
    if (voices[0]?.candidate !== best) return [];
  }
  if (voices.length < 2) return [];
  const day = (c: Candidate) => readingDate(corpus, c.article)?.date ?? "9999";
  return voices.map((v) => v.candidate).sort((a, b) => compare(day(a), day(b)));
}

/** The figures in a candidate's sentences but those of the question; the days, where a date is asked for. */
function valuesIn(
  { article, range }: Candidate,
  asked: Asked,
  own: ReadonlySet<string>,
  mentionsOf: (article: Article) => readonly Mention[],
): Set<string> {
  if (asked !== "date") return new Set(termSequence(article.text, range).filter((t) => /^\d/.test(t) && !own.has(t)));
  return new Set(
    mentionsOf(article).flatMap((m) => (m.from !== null && contains(range, m.expression) ? [`${m.from} ${m.to}`] : [])),
  );
}
