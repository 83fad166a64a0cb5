import { compare } from "../../coverage/corpus.ts";
import type { Gender } from "../../language/first-names.ts";
import { nameKey } from "../../language/transliterate.ts";
import type { Readable } from "./layout.ts";
import { type Actor, nameWords } from "./people.ts";
import { readScene, type Scene } from "./scene.ts";

/** Somebody whom the coverage names in full. */
export interface KnownPerson {
  readonly name: string;
  readonly gender: Gender | null;
  /** Titles and roles, in lower case. */
  readonly roles: ReadonlySet<string>;
  /** Words beside the name or in its stead: "kremlin", "press", "secretary"; in lower case. */
  readonly called: ReadonlySet<string>;
  /** In how many articles the full name stands. */
  readonly articles: number;
}

/** What the coverage knows of people, by the key of the family name; the one named in most articles first. */
export type NameBook = ReadonlyMap<string, readonly KnownPerson[]>;

/**
 * Collects the full names of a coverage, so that an article that says only "Peskov" or "the president" can be read
 * with the help of the others.
 */
export function collectNames(articles: Iterable<Readable>): NameBook {
  const people = new Map<
    string,
    {
      spellings: Map<string, number>;
      gender: Gender | null;
      roles: Set<string>;
      called: Set<string>;
      articles: number;
      family: string;
    }
  >();
  for (const article of articles) {
    const scene = readScene(article);
    const called = wordsBeside(scene);
    for (const actor of scene.actors) {
      const words = nameWords(actor.name);
      const family = nameKey(words.at(-1) ?? "");
      if (!actor.person || words.length < 2 || words.length > 4 || family.length < 3) continue;
      const key = `${nameKey(words[0] ?? "")} ${family}`;
      const known = people.get(key) ?? {
        spellings: new Map<string, number>(),
        gender: null,
        roles: new Set<string>(),
        called: new Set<string>(),
        articles: 0,
        family,
      };
      known.articles++;
      known.gender ??= actor.gender;
      known.spellings.set(actor.name, (known.spellings.get(actor.name) ?? 0) + 1);
      for (const role of actor.roles) known.roles.add(role);
      for (const word of called.get(actor) ?? []) known.called.add(word);
      people.set(key, known);
    }
  }
  const book = new Map<string, KnownPerson[]>();
  for (const { spellings, gender, roles, called, articles: count, family } of people.values()) {
    const [name] = [...spellings].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0] ?? [""];
    book.set(family, [...(book.get(family) ?? []), { name, gender, roles, called, articles: count }]);
  }
  for (const list of book.values()) list.sort((a, b) => b.articles - a.articles || compare(a.name, b.name));
  return book;
}

/** How sure it must be that words mean somebody before they count as what he is called. */
const sure = 0.9;

/** The words of an article by which people are called beside their names: in titles, appositions and roles that mean them. */
function wordsBeside(scene: Scene): Map<Actor, Set<string>> {
  const out = new Map<Actor, Set<string>>();
  for (const [reference, { actor, certainty }] of scene.resolved) {
    if (!actor.person || certainty < sure || reference.kind === "pronoun") continue;
    const words = out.get(actor) ?? new Set<string>();
    for (const word of scene.text
      .slice(reference.start, reference.end)
      .toLowerCase()
      .match(/[\p{L}-]{3,}/gu) ?? [])
      words.add(word);
    out.set(actor, words);
  }
  return out;
}
