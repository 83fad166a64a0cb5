import type { Gender } from "../language/first-names.ts";
import {
  asking,
  bodyBefore,
  circumstance,
  opening,
  pointers,
  pronounOf,
  sameSlot,
  verbFirst,
} from "../language/follow-up-words.ts";
import { auxiliaries, conjunctions, determiners, otherPronouns, prepositions } from "../language/function-words.ts";
import { contains, type Range } from "../language/range.ts";
import { isRole } from "../language/roles.ts";
import { isSmallTalk } from "../language/small-talk.ts";
import { tokenize } from "../language/words.ts";
import type { NameKind } from "./antecedent.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { Scope } from "./scope.ts";

/** A question with where it wants its answer from; both are offsets into the same text. */
export interface Reading {
  readonly question: Question;
  readonly scope: Scope;
}

/** What the coverage knows of the words of questions. */
export interface Known {
  isName(term: QuestionTerm): boolean;
  kindOf(name: readonly QuestionTerm[]): NameKind;
  /** Who of a gender answers the earlier question, where it asks for a person and the coverage names one. */
  personAnswering(gender: Gender | null): string | null;
}

/** What a question leaves out and an earlier one has. */
export interface LeftOut {
  readonly terms: readonly QuestionTerm[];
  /** Somebody whom the answer to the earlier question names. */
  readonly person: string | null;
  /** The papers, times and phrases of the earlier question hold for this one too, but those it brings itself. */
  readonly scope: boolean;
  /** The follow-up is no sentence of its own: what the earlier one asks for is asked again. */
  readonly asked: boolean;
}

/** A question with this many words of its own says what it is about. */
const saysEnoughFrom = 4;

/**
 * What a follow-up leaves out: `null` for a question that stands on its own. A question without a verb of its own ("And Facebook?",
 * "Why?") asks the earlier one again with what it brings in the place of what it replaces; a pronoun or "the company"
 * takes the name that it stands for; a question that names nothing is about what the earlier one names.
 */
export function leftOut(own: Reading, before: Reading, known: Known): LeftOut | null {
  const { text, terms } = own.question;
  if (isSmallTalk(text)) return null;
  const had = new Set(terms.map((t) => t.term));
  const given = [
    ...(own.scope.sources.length > 0 ? before.scope.sources : []),
    ...(own.scope.dates.length > 0 ? before.scope.dates : []),
  ];
  const rest = before.question.terms.filter((t) => !had.has(t.term) && !isWithin(given, t));
  const begins = opening.exec(text)?.[0] ?? "";
  const opened = /\p{L}/u.test(begins);
  const names = namesIn(own, known);
  const earlier = namesIn(before, known).map((name) => name.filter((t) => rest.includes(t)));
  const all = { terms: rest, person: null, scope: true, asked: false };
  const named = (groups: readonly (readonly QuestionTerm[])[]) => ({ ...all, terms: groups.flat(), scope: false });

  const pointed = pointer(text, names, known);
  if (pointed === "event") return terms.length < saysEnoughFrom ? all : named(earlier);
  if (pointed !== null) {
    const person =
      (pointed === "person" || pointed === "single") && before.question.asked === "person" && !hasPerson(earlier, known)
        ? known.personAnswering(genderIn(text))
        : null;
    if (person !== null) return { ...all, terms: [], person, scope: false };
    const fitting = earlier.filter((name) => name.length > 0 && mayMean(pointed, known.kindOf(name)));
    if (fitting.length === 0) return terms.length < saysEnoughFrom ? all : named(earlier);
    if (terms.length === 0) return pointed === "thing" ? all : named(fitting);
    const others = new Set(earlier.filter((name) => !fitting.includes(name)).flat());
    return terms.length < 2 ? { ...all, terms: without(rest, others) } : named(fitting);
  }
  const body = bodyBefore.exec(text);
  if (body && names.length === 0) {
    const fitting = earlier.filter((name) => name.length > 0 && mayMean("body", known.kindOf(name)));
    if (fitting.length > 0) return named(fitting);
  }
  const asksAnew = isSentence(text.slice(begins.length), names) && !(opened && repliesFor(own, before));
  if (!asksAnew) {
    const bare = terms.length < 2 || (terms.length < saysEnoughFrom && startsLikePart(text, names, terms));
    return opened || bare ? { ...all, terms: without(rest, replaced(own, before, names, known)), asked: true } : null;
  }
  if (names.length > 0 || own.scope.sources.length > 0) return null;
  if (terms.length < 2) return all;
  return opened || (terms.length < saysEnoughFrom && circumstance.test(text)) ? named(earlier) : null;
}

type Pointer = keyof typeof pointers;

/** How a question points back to what was told before it; not where it names before the pronoun what that may mean. */
function pointer(text: string, names: readonly Name[], known: Known): Pointer | null {
  for (const kind of Object.keys(pointers) as Pointer[]) {
    const found = pointers[kind].exec(text);
    if (!found) continue;
    if (kind === "event") return kind;
    if (!names.some((n) => (n.at(-1)?.end ?? 0) <= found.index && mayMean(kind, known.kindOf(n)))) return kind;
  }
  return null;
}

/** The gender that a question's pronouns agree in. */
function genderIn(text: string): Gender | null {
  const [gender, other] = (["male", "female"] as const).filter((g) => pronounOf[g].test(text));
  return other ? null : (gender ?? null);
}

function mayMean(pointed: Pointer | "body", kind: NameKind): boolean {
  if (pointed === "person") return kind === "person" || kind === "unknown";
  if (pointed === "thing") return kind !== "person";
  if (pointed === "body") return kind === "body" || kind === "unknown";
  return true;
}

function hasPerson(names: readonly Name[], known: Known): boolean {
  return names.some((name) => name.length > 0 && known.kindOf(name) === "person");
}

/** Neighbouring words that make up a name. */
type Name = readonly QuestionTerm[];

/** The names of a question, but those of papers and times. */
function namesIn({ question, scope }: Reading, known: Known): Name[] {
  const groups: QuestionTerm[][] = [];
  for (const term of question.terms) {
    if (isWithin(scope.sources, term) || isWithin(scope.dates, term) || !known.isName(term)) continue;
    const last = groups.at(-1)?.at(-1);
    const between = last && question.text.slice(last.end, term.start);
    if (between !== undefined && /^(?:['’]s?)?[ -](?:of (?:the )?|for )?$/u.test(between)) groups.at(-1)?.push(term);
    else groups.push([term]);
  }
  return groups;
}

const isWithin = (ranges: readonly Range[], term: Range) => ranges.some((r) => contains(r, term));
const without = (terms: readonly QuestionTerm[], left: ReadonlySet<QuestionTerm>) => terms.filter((t) => !left.has(t));

/** Words that are no verb, and say nothing. */
const isFrame = (word: string) =>
  auxiliaries.has(word) ||
  prepositions.has(word) ||
  determiners.has(word) ||
  conjunctions.has(word) ||
  otherPronouns.has(word) ||
  asking.test(word);

/** Whether words ask something by themselves: a question word, and a verb or a noun to go with it. */
function isSentence(text: string, names: readonly Name[]): boolean {
  const verbIsFirst = verbFirst.test(text);
  if (!verbIsFirst && !asking.test(text)) return false;
  const nameWords = new Set(names.flatMap((n) => n.map((t) => t.written)));
  const words = tokenize(text).filter((t) => !nameWords.has(t.text.replace(/['’]s?$/u, "")));
  const lower = words.map((t) => t.text.toLowerCase());
  return (
    lower.some((w) => !isFrame(w) && !isHowMuch(w)) ||
    (!verbIsFirst && names.length > 0 && lower.some((w) => auxiliaries.has(w)))
  );
}

const isHowMuch = (word: string) => /^(?:much|many|long|often|big|old|exactly|именно|же)$/.test(word);

/** "And what did Peskov say?": of what somebody else was asked about. */
function repliesFor(own: Reading, before: Reading): boolean {
  const about = (text: string) => /(?<!\p{L})(?:about|on|of|о|об|про)\s+\p{L}/iu.test(text);
  return own.question.asked === "statement" && before.question.asked === "statement" && !about(own.question.text);
}

/** A name by itself with a question mark, or "In Russia?": part of a sentence. */
function startsLikePart(text: string, names: readonly Name[], terms: readonly QuestionTerm[]): boolean {
  if (!/\?\s*$/u.test(text)) return false;
  const [first] = tokenize(text);
  return names[0]?.length === terms.length || (first !== undefined && sameSlot.has(first.text.toLowerCase()));
}

/** The words of the earlier question in whose place a follow-up puts its own. */
function replaced(own: Reading, before: Reading, names: readonly Name[], known: Known): Set<QuestionTerm> {
  const earlier = namesIn(before, known);
  const roles = (question: Question) => question.terms.filter((t) => isRole(t.word));
  const said = [...own.scope.sources, ...own.scope.dates];
  const plain = names.length === 0 ? own.question.terms.filter((t) => !isWithin(said, t)).slice(0, 1) : [];
  return new Set([
    ...names.flatMap((name) => inPlaceOf(own, name, before, earlier, known)),
    ...plain.flatMap((term) => inSlot(before, slotBefore(own, term) ?? sameSlot.get("about"))),
    ...(names.length === 0 && roles(own.question).length > 0 ? roles(before.question) : []),
  ]);
}

/** What a name replaces: what stands behind the same preposition; without one, the names of its kind. */
function inPlaceOf(own: Reading, name: Name, before: Reading, earlier: readonly Name[], known: Known): QuestionTerm[] {
  const [first] = name;
  const slot = first && slotBefore(own, first);
  if (slot) return inSlot(before, slot);
  if (earlier.length < 2) return earlier.flat();
  const kind = known.kindOf(name);
  const alike = earlier.filter((e) => known.kindOf(e) === kind);
  return (alike.length > 0 ? alike : earlier.filter((e) => known.kindOf(e) !== "place")).flat();
}

/** The place in a question that the word before a term gives it. */
function slotBefore({ question }: Reading, term: Range): string | undefined {
  const begins = opening.exec(question.text)?.[0].length ?? 0;
  const words = tokenize(question.text.slice(begins, Math.max(begins, term.start))).map((t) => t.text.toLowerCase());
  return sameSlot.get(words.findLast((w) => !determiners.has(w)) ?? "");
}

/** The words of a question that stand in a place: from its preposition up to the next. */
function inSlot({ question }: Reading, slot: string | undefined): QuestionTerm[] {
  let current: string | undefined;
  const words = new Map<number, string | undefined>();
  for (const { start, text } of tokenize(question.text)) {
    const word = text.toLowerCase();
    if (prepositions.has(word)) current = sameSlot.get(word);
    words.set(start, current);
  }
  return slot === undefined ? [] : question.terms.filter((t) => words.get(t.start) === slot);
}
