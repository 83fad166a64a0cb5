import { type Gender, genderOfFirstName, genderOfRussianSurname } from "../../language/first-names.ts";
import { genderOfRole } from "../../language/roles.ts";
import { isCyrillic } from "../../language/script.ts";
import type { Reference } from "./references.ts";

/** Somebody, or some body, that an article names. */
export interface Actor {
  readonly index: number;
  /** The longest name that the text gives, without titles. */
  readonly name: string;
  readonly person: boolean;
  readonly gender: Gender | null;
  /** What it is called: titles, roles, appositions; in lower case. */
  readonly roles: ReadonlySet<string>;
  readonly references: readonly Reference[];
}

interface Draft {
  words: string[];
  name: string;
  person: boolean;
  gender: Gender | null;
  roles: Set<string>;
  references: Reference[];
}

/**
 * Puts the names of an article together: "Dmitry Peskov" and "Peskov" are one. A family name alone belongs to the
 * one it was last used for, or to the more often named of two; titles that tell a gender decide between them.
 * @param beside a role that stands in apposition to a name.
 * @returns the actors in the order of their first full mention, and the actor of every named reference.
 */
export function chainNames(
  references: readonly Reference[],
  beside: ReadonlyMap<Reference, string>,
): { actors: Actor[]; actorOf: Map<Reference, Actor> } {
  const named = references.filter((r) => r.name !== null && (r.kind === "name" || r.kind === "organisation"));
  const drafts: Draft[] = [];
  const byWord = new Map<string, Draft[]>();
  const draftOf = new Map<Reference, Draft>();
  const join = (draft: Draft, reference: Reference, words: string[]) => {
    draft.references.push(reference);
    for (const role of reference.roles) draft.roles.add(role);
    const role = beside.get(reference);
    if (role) draft.roles.add(role);
    draft.gender ??= reference.gender ?? (role ? genderOfRole(role) : null);
    if (words.length > draft.words.length && draft.person) {
      draft.name = reference.name ?? draft.name;
      draft.words = words;
    }
    draftOf.set(reference, draft);
  };
  const register = (draft: Draft) => {
    for (const word of new Set(
      draft.person ? [draft.words[0], draft.words.at(-1)] : [draft.words.join(" "), draft.words.at(-1)],
    )) {
      if (word) byWord.set(word, [...(byWord.get(word) ?? []), draft]);
    }
  };
  const take = (reference: Reference, full: boolean) => {
    const words = nameWords(reference.name ?? "");
    const last = words.at(-1);
    if (!last || words.length > 1 !== full) return;
    const person = reference.kind === "name";
    const near = byWord.get(last) ?? [];
    const same = full
      ? near.find(
          (d) =>
            d.person === person &&
            (person
              ? d.words.at(-1) === last && sameFirst(d.words[0], words[0])
              : d.words.join(" ") === words.join(" ")),
        )
      : single(near, reference, person);
    if (same) return join(same, reference, words);
    const draft: Draft = { words, name: reference.name ?? "", person, gender: null, roles: new Set(), references: [] };
    drafts.push(draft);
    join(draft, reference, words);
    register(draft);
  };
  for (const r of named) take(r, true);
  for (const r of named) take(r, false);
  const actors = drafts.map(
    (d, index): Actor => ({
      index,
      name: d.name,
      person: d.person,
      gender: d.person ? (d.gender ?? genderByName(d.words)) : null,
      roles: d.roles,
      references: d.references.sort((a, b) => a.start - b.start),
    }),
  );
  const ofDraft = new Map(drafts.map((d, i) => [d, actors[i]]));
  const actorOf = new Map<Reference, Actor>();
  for (const [reference, draft] of draftOf) {
    const actor = ofDraft.get(draft);
    if (actor) actorOf.set(reference, actor);
  }
  return { actors, actorOf };
}

/** The words of a name as they are compared: small letters, no possessive, no initials but the first. */
export function nameWords(name: string): string[] {
  const words = name
    .toLowerCase()
    .replace(/['’]s\b/gu, "")
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((w) => w && w !== "jr" && w !== "sr");
  const full = words.filter((w, i) => i === 0 || w.length > 1);
  const last = full.at(-1);
  if (last && isCyrillic(last)) full[full.length - 1] = nominative(last);
  return full;
}

/** A Russian family name without the ending of its case, roughly: Пескова, Пескову, Песковым are Песков. */
function nominative(word: string): string {
  return word.replace(/(?<=[оеё]в|ин)(?:а|у|ым|е)$/u, "").replace(/(?:ого|ому|им|ом)$/u, "ий");
}

function sameFirst(a: string | undefined, b: string | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    (a === b ||
      (a.length === 1 && b.startsWith(a)) ||
      (b.length === 1 && a.startsWith(b)) ||
      (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))))
  );
}

/** Whom a name of one word means among those that have it. */
function single(near: readonly Draft[], reference: Reference, person: boolean): Draft | undefined {
  const fitting = near.filter((d) => d.person === person || d.words.length === 1 || !person);
  const gendered = reference.gender
    ? fitting.filter((d) => (d.gender ?? genderByName(d.words) ?? reference.gender) === reference.gender)
    : fitting;
  // "Mr. Khan" is not Ghazala Khan: a title tells the gender for sure.
  const titled = reference.gender !== null && reference.roles.length > 0;
  const pool = gendered.length > 0 ? gendered : titled ? [] : fitting;
  const surname = pool.filter((d) => d.words.at(-1) === nameWords(reference.name ?? "").at(-1));
  return (surname.length > 0 ? surname : pool).reduce<Draft | undefined>((best, d) => {
    if (!best) return d;
    // Somebody named in full before this place goes before one who is named later only.
    const known = (x: Draft) => Number((x.references[0]?.start ?? 0) <= reference.start);
    return known(d) - known(best) > 0 || (known(d) === known(best) && d.references.length > best.references.length)
      ? d
      : best;
  }, undefined);
}

function genderByName(words: readonly string[]): Gender | null {
  const first = words.length > 1 ? words[0] : undefined;
  const last = words.at(-1);
  return (first ? genderOfFirstName(first) : null) ?? (last ? genderOfRussianSurname(last) : null);
}
