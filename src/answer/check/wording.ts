import type { Article } from "../../coverage/article.ts";
import type { Range } from "../../language/range.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { terms } from "../../language/words.ts";
import { idf } from "../../retrieval/idf.ts";
import type { Library } from "../library.ts";
import { readQuestion } from "../question.ts";

/** A sentence of the coverage that says something like a claim. */
export interface Alike extends Range {
  readonly article: Article;
  /** The share of the claim's weight (rarity) that the sentence holds, less where it is very long. */
  readonly likeness: number;
  /** How many words both hold, in either language. */
  readonly shared: number;
  /** Every number of the claim stands in it. */
  readonly numbers: boolean;
}

/** The rarest words of a claim choose the passages that are read; how many of those. */
const mostTerms = 24;
const mostPassages = 12;

/** The sentences that are most like a claim, the likest first: by the stems that both hold, translated and in the other script as well. */
export function sentencesLike({ search }: Library, said: string): Alike[] {
  const { engine, vocabulary } = search();
  const asked = readQuestion(said).terms;
  const translated = vocabulary.translate(asked);
  const sought = asked.map((term, i) => {
    const own = engine.documentFrequency(term.term) > 0 ? [term.term] : [];
    const others = (translated[i] ?? []).filter((t) => engine.documentFrequency(t) > 0);
    const forms = own.length + others.length > 0 ? [...own, ...others] : vocabulary.otherScript(term.word);
    const frequency = Math.max(0, ...forms.map((f) => engine.documentFrequency(f)));
    return { forms, weight: idf(frequency, engine.passages.length), isNumber: /\d/.test(term.term) };
  });
  const total = sought.reduce((sum, s) => sum + s.weight, 0);
  const query = sought
    .filter((s) => s.forms.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms)
    .flatMap((s) => s.forms.map((term) => ({ term, weight: s.weight })));
  const alike = engine.search(query, mostPassages).flatMap(({ passage: { article, paragraphs } }) =>
    paragraphs
      .flatMap((p) => sentenceRanges(article.text, p))
      .map((range): Alike => {
        const here = new Set(terms(article.text.slice(range.start, range.end)).map((t) => t.term));
        const held = sought.filter((s) => s.forms.some((f) => here.has(f)));
        const weight = held.reduce((sum, s) => sum + s.weight, 0);
        // A very long sentence holds much by chance.
        const length = Math.min(1, Math.sqrt((4 * asked.length) / Math.max(1, here.size)));
        const likeness = total > 0 ? (weight / total) * length : 0;
        const numbers = sought.every((s) => !s.isNumber || s.forms.some((f) => here.has(f)));
        return { ...range, article, likeness, shared: held.length, numbers };
      }),
  );
  return alike.filter((a) => a.shared >= 2).sort((a, b) => b.likeness - a.likeness);
}
