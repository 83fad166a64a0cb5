import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { type Gender, isFirstName } from "../language/first-names.ts";
import { calendarWords } from "../language/function-words.ts";
import { isKnownOrganisation, isOrganisationHead } from "../language/organisations.ts";
import { isPlace } from "../language/places.ts";
import { nameKey } from "../language/transliterate.ts";
import { terms, tokenize } from "../language/words.ts";
import { collectNames, type KnownPerson } from "../reading/quotations/name-book.ts";
import { nameWords } from "../reading/quotations/people.ts";
import type { Answer } from "./answer.ts";
import type { Library } from "./library.ts";
import type { QuestionTerm } from "./question.ts";

/** What a name is the name of, as far as the tables and the coverage tell. */
export type NameKind = "person" | "body" | "place" | "unknown";

/** How many articles are read for somebody of a name. */
const articlesRead = 3;

/** What the name that neighbouring words of a question make up is the name of. */
export function kindOfName({ search }: Library, words: readonly QuestionTerm[]): NameKind {
  const lower = words.map((w) => w.word);
  if (isPlace(words.map((w) => w.written).join(" "))) return "place";
  if (lower.some((w) => isKnownOrganisation(w) || isOrganisationHead(w))) return "body";
  if (lower.some(isFirstName)) return "person";
  const last = words.at(-1);
  if (!last) return "unknown";
  const { engine, vocabulary } = search();
  const inOtherScript = vocabulary.otherScript(last.word);
  const keys = [last.word, ...inOtherScript].map(nameKey);
  const hits = engine.search(
    [last.term, ...inOtherScript].map((term) => ({ term, weight: 1 })),
    articlesRead,
  );
  const named = hits.map(({ passage }) => collectNames([passage.article]));
  return named.some((names) => keys.some((key) => names.has(key))) ? "person" : "unknown";
}

/** Whether a term is a name, as the question or the coverage writes it; days and months aside. */
export function isNameLike({ search }: Library, term: QuestionTerm): boolean {
  if (term.name || calendarWords.has(term.word)) return term.name && !calendarWords.has(term.word);
  const { vocabulary } = search();
  const known = isKnownOrganisation(term.word) || isPlace(term.word) || /^\p{Lu}/u.test(term.written);
  return vocabulary.isName(term.term) && (known || !vocabulary.isCommon(term.term));
}

/**
 * The person whom an answer to "who …?" names: whoever is called in the words of the question, else the only one whom the first
 * block names besides those of the question; of those who may be meant by a pronoun. `null` where that is nobody or several.
 */
export function personAnswering(
  answer: Answer,
  asked: readonly QuestionTerm[],
  corpus: Corpus,
  gender: Gender | null,
): string | null {
  if (answer.outcome !== "answer") return null;
  const own = new Set(asked.map((t) => t.term));
  for (const [number, { article, spans }] of answer.blocks.entries()) {
    const from = corpus.byId.get(article);
    if (!from) continue;
    const text = spans.map((s) => from.text.slice(s.start, s.end)).join(" ");
    const others = peopleIn(text, from).filter(({ name }) => !terms(name).some((t) => own.has(t.term)));
    const named = agreeing(others, gender);
    const called = named.map((p) => [...p.called].filter((w) => terms(w).some((t) => own.has(t.term))).length);
    const most = Math.max(0, ...called);
    const meant = named.filter((_, i) => called[i] === most);
    if (meant[0] && meant.length === 1 && (most > 0 || number === 0)) return meant[0].name;
  }
  return null;
}

/** Those of a gender; where there are none, those of whom none is known. */
function agreeing(people: readonly KnownPerson[], gender: Gender | null): readonly KnownPerson[] {
  if (gender === null) return people;
  const known = people.filter((p) => p.gender === gender);
  return known.length > 0 ? known : people.filter((p) => p.gender === null);
}

/** The part of a full name by which somebody is spoken of further on. */
export function familyName(name: string): string {
  const words = name.split(/\s+/u).filter((w) => !/^(?:jr|sr|i{2,3})\.?$/iu.test(w));
  return words.at(-1) ?? name;
}

function peopleIn(text: string, article: Article): KnownPerson[] {
  const words = new Set(tokenize(text).map((t) => nameKey(nameWords(t.text.replace(/['’]s?$/u, "")).at(-1) ?? "")));
  return [...collectNames([article])].flatMap(([family, people]) => (words.has(family) ? people.slice(0, 1) : []));
}
