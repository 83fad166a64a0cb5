import { isFirstName } from "../language/first-names.ts";
import { pronounOf } from "../language/follow-up-words.ts";
import { isPlace } from "../language/places.ts";
import { contains, type Range } from "../language/range.ts";
import type { Answer } from "./answer.ts";
import { familyName, isNameLike, kindOfName, personAnswering } from "./antecedent.ts";
import { comparingWords } from "./compared.ts";
import { type LeftOut, leftOut, type Reading } from "./follow-up.ts";
import type { Library } from "./library.ts";
import { sourceCues } from "./named-papers.ts";
import { beginning, type Question, type QuestionTerm, readQuestion } from "./question.ts";
import { readScope } from "./scope.ts";

/** So many earlier questions are read; what came before them is forgotten. */
const mostEarlier = 8;

/**
 * Reads a question with what it leaves out and the ones before it have (oldest first, each read with those before it); what was taken
 * is told. A question that stands on its own is read as if it were alone.
 * @param answerTo The answer to an earlier question, where a follow-up is about somebody whom it names.
 */
export function readInContext(
  library: Library,
  given: string,
  earlier: readonly string[],
  answerTo: (earlier: Reading) => Answer,
): { reading: Reading; used: readonly string[] } {
  let before: Reading | null = null;
  for (const text of earlier.slice(-mostEarlier)) {
    const { reading } = readAfter(library, text, before, answerTo);
    if (reading.question.terms.length > 0) before = reading;
  }
  return readAfter(library, given, before, answerTo);
}

function readAfter(
  library: Library,
  given: string,
  before: Reading | null,
  answerTo: (earlier: Reading) => Answer,
): { reading: Reading; used: readonly string[] } {
  const own = readAlone(library, given);
  if (!before) return { reading: own, used: [] };
  const left = leftOut(own, before, {
    isName: (term) => isNameLike(library, term),
    kindOf: (name) => kindOfName(library, name),
    personAnswering: (gender) => personAnswering(answerTo(before), before.question.terms, library.corpus, gender),
  });
  if (!left || (left.terms.length === 0 && left.person === null)) return { reading: own, used: [] };
  // A name in mid-sentence: there its capital letter tells that it is one. Further on people go by their family names.
  const from = left.person === null ? before : readAlone(library, `… ${familyName(left.person)}`);
  const taken = left.person === null ? left.terms : from.question.terms;
  return {
    reading: joined(own, from, { ...left, terms: pointsAtPerson(own.question.text) ? byFamilyName(taken) : taken }),
    used: [
      ...(left.person === null ? taken.map((t) => t.written) : [left.person]),
      ...(left.scope && own.scope.operators.length === 0 ? before.scope.operators : []),
    ],
  };
}

const pointsAtPerson = (text: string) => Object.values(pronounOf).some((p) => p.test(text));

/** Names without the first names before them: articles have these once, and the family name ever after. */
function byFamilyName(terms: readonly QuestionTerm[]): readonly QuestionTerm[] {
  return terms.filter((term, i) => {
    const next = terms[i + 1];
    if (!next?.name || next.start !== term.end + 1) return true;
    return !isFirstName(term.word) || isPlace(`${term.written} ${next.written}`);
  });
}

function readAlone({ corpus }: Library, given: string): Reading {
  const scope = readScope(beginning(given), corpus);
  const question = readQuestion(scope.text);
  // What is the latest, and what a paper reports, is told by what the articles are, not by their words; and none compares.
  const told = [
    ...scope.now.filter((n) => n.wants === "newest"),
    ...sourceCues(scope.text, scope.sources),
    ...comparingWords(scope.text),
  ];
  const isTold = (t: Range) => told.some((r) => contains(r, t)) && !scope.sources.some((s) => contains(s, t));
  const terms = question.terms.filter((t) => !isTold(t));
  return { scope, question: terms.length > 0 ? { ...question, terms } : question };
}

/** A question with what it takes from another. Its text is that of both, so that offsets stay true. */
function joined(own: Reading, from: Reading, { terms, scope, asked }: LeftOut): Reading {
  const text = `${own.scope.text}\n`;
  const shifted = <T extends { start: number; end: number }>(ranges: readonly T[]) =>
    ranges.map((r) => ({ ...r, start: r.start + text.length, end: r.end + text.length }));
  const carried = <T>(ours: readonly T[], theirs: readonly T[]) => (ours.length > 0 || !scope ? ours : theirs);
  return {
    question: {
      ...own.question,
      text: text + from.scope.text,
      ...(asked && own.question.asked === "any" ? kindOf(from.question) : kindOf(own.question)),
      terms: [...own.question.terms, ...shifted(terms)],
    },
    scope: {
      ...own.scope,
      text: text + from.scope.text,
      only: scope && own.scope.operators.length === 0 ? from.scope.only : own.scope.only,
      operators: carried(own.scope.operators, from.scope.operators),
      sources: carried(own.scope.sources, shifted(from.scope.sources)),
      dates: carried(own.scope.dates, shifted(from.scope.dates)),
      now: carried(own.scope.now, shifted(from.scope.now)),
      phrases: carried(own.scope.phrases, from.scope.phrases),
    },
  };
}

const kindOf = ({ asked, detail }: Question) => ({ asked, detail });
