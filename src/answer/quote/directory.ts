import { compare } from "../../coverage/corpus.ts";
import { editDistance } from "../../language/distance.ts";
import { foldWord } from "../../language/fold.ts";
import { isRole, isTitle, roleCovers, roleInEnglish } from "../../language/roles.ts";
import { nameKey } from "../../language/transliterate.ts";
import type { Grouped } from "../../reading/grouping.ts";
import type { NameBook } from "../../reading/quotations/name-book.ts";
import { isNameTitle } from "../../reading/quotations/titles.ts";
import type { Library } from "../library.ts";

/** Somebody who is quoted, and in how many groups of the same words. */
export interface Quoted {
  readonly name: string;
  readonly count: number;
}

/** The confidence from which a quotation counts as somebody's: below it nothing is shown under a person's name. */
export const surelySaid = 0.5;

/** Whose words a quotation is, or `null` where that is not sure enough. */
export function speakerOf({ speaker }: Grouped): string | null {
  return speaker.confidence >= surelySaid ? speaker.name : null;
}

interface Entry extends Quoted {
  readonly key: string;
  readonly keys: readonly string[];
  readonly called: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

/** The people and bodies that are quoted, the most quoted first. Spellings of one name are one ("Alexei", "Alexey"). */
export class Directory {
  readonly #entries: readonly Entry[];
  readonly #keys = new Map<string, string>();
  readonly #names: NameBook;

  constructor(quotations: readonly Grouped[], names: NameBook) {
    this.#names = names;
    const groups = new Map<string, { groups: Set<string>; spellings: Map<string, number> }>();
    const named = quotations.flatMap((q) => {
      const name = speakerOf(q);
      return name ? [{ name, group: q.group }] : [];
    });
    const full = Map.groupBy(new Set(named.map((n) => personKey(n.name)).filter((k) => k.includes(" "))), (k) =>
      k.slice(k.indexOf(" ") + 1),
    );
    for (const { name, group } of named) {
      const own = personKey(name);
      const [only, other] = full.get(own) ?? [];
      // A family name alone is the one person of that name who is quoted in full.
      const key = only && other === undefined ? only : own;
      this.#keys.set(name, key);
      const entry = groups.get(key) ?? { groups: new Set<string>(), spellings: new Map<string, number>() };
      entry.groups.add(group);
      entry.spellings.set(name, (entry.spellings.get(name) ?? 0) + 1);
      groups.set(key, entry);
    }
    this.#entries = [...groups]
      .map(([key, entry]) => {
        const [name] = [...entry.spellings].sort(
          (x, y) => Number(y[0].includes(" ")) - Number(x[0].includes(" ")) || y[1] - x[1] || compare(x[0], y[0]),
        )[0] ?? [""];
        const keys = keysOf(name);
        const known = (names.get(keys.at(-1) ?? "") ?? []).find((p) => personKey(p.name) === key);
        return {
          key,
          name,
          count: entry.groups.size,
          keys,
          called: known?.called ?? new Set<string>(),
          roles: known?.roles ?? new Set<string>(),
        };
      })
      .sort((a, b) => b.count - a.count || compare(a.name, b.name));
  }

  /** Whether a quotation is somebody's, with enough certainty. */
  isBy(quotation: Grouped, { name }: Quoted): boolean {
    const speaker = speakerOf(quotation);
    return speaker !== null && this.#keys.get(speaker) === this.#keys.get(name);
  }

  /** The key under which the spellings of a name are one. */
  keyOf(name: string): string {
    return this.#keys.get(name) ?? personKey(name);
  }

  everybody(): Quoted[] {
    return this.#entries.map(plain);
  }

  /**
   * Who may be meant: by full name, family name or first name, in either script; by role ("Kremlin spokesman"); with
   * a small slip of the pen (unless the coverage names somebody of just that name, whom nobody quotes). The first of these
   * ways that finds anybody decides. A patronymic says no more than the names beside it.
   */
  find(asked: string): Quoted[] {
    const words =
      asked
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}'’.-]+/gu)
        ?.map((w) => w.replace(/['’]s$/u, "").replace(/\.$/, "")) ?? [];
    const meant = words.filter((w) => !isNameTitle(w) || words.length === 1);
    const telling = meant.filter((w) => !isPatronymic(w) || meant.length < 3);
    const sought = (telling.length > 0 ? telling : words).map(spellings);
    const family = this.#entries.filter((e) => sought.length === 1 && fits(sought[0] ?? [], e.keys.at(-1) ?? ""));
    if (family.length > 0) return family.map(plain);
    const full = this.#entries.filter(
      (e) => sought.every((s) => e.keys.some((k) => fits(s, k) || isInitial(s, k))) && sought.length > 0,
    );
    if (full.length > 0) return full.map(plain);
    const role = this.#entries.filter((e) => isCalled(e, words));
    if (role.length > 0) return role.map(plain);
    if (sought.at(-1)?.some((s) => this.#names.has(s))) return [];
    return this.#entries
      .filter((e) => sought.length > 0 && sought.every((s) => e.keys.some((k) => nearly(s, k))))
      .map(plain);
  }

  /** Those who speak for what was asked for ("Roskomnadzor"), then names like the asked one, the likest first; for somebody who is not quoted. */
  nearest(asked: string, most = 5): Quoted[] {
    const keys = keysOf(asked);
    const words = keys.filter((k) => k.length > 3);
    const near = (e: Entry) => words.length > 0 && words.every((w) => [...e.called].some((c) => nameKey(c) === w));
    const called = this.#entries.filter(near);
    return [
      ...new Set([...called.map(plain), ...this.#alike(keys).filter((q) => !called.some((e) => e.name === q.name))]),
    ].slice(0, most);
  }

  #alike(keys: readonly string[]): Quoted[] {
    const scored = this.#entries.map((e) => {
      const distances = keys.flatMap((k) =>
        e.keys.map((other) => editDistance(k, other, 4) / Math.max(k.length, other.length, 1)),
      );
      return { entry: e, score: Math.min(1, ...distances) };
    });
    return scored
      .filter((s) => s.score <= 0.4)
      .sort((a, b) => a.score - b.score || b.entry.count - a.entry.count || compare(a.entry.name, b.entry.name))
      .map((s) => plain(s.entry));
  }
}

const directories = new WeakMap<Library, Directory>();

/** The directory of a coverage, made at its first use. */
export function directoryOf(library: Library): Directory {
  const known = directories.get(library);
  if (known) return known;
  const made = new Directory(library.quotations(), library.names());
  directories.set(library, made);
  return made;
}

const plain = ({ name, count }: Entry): Quoted => ({ name, count });

/** First and last word of a name as names are compared. */
function personKey(name: string): string {
  const keys = keysOf(name);
  const [first] = keys;
  const last = keys.at(-1);
  return keys.length > 1 ? `${first} ${last}` : (first ?? "");
}

function keysOf(name: string): string[] {
  return name
    .split(/[\s]+/)
    .map(nameKey)
    .filter((k) => k.length > 1);
}

/** A word as names are compared, and without the endings of Russian cases. */
function spellings(word: string): string[] {
  const key = nameKey(word);
  if (!/\p{Script=Cyrillic}/u.test(word)) return [key];
  const bare = word.replace(/(?:ого|ому|ым|им|ом|ем|ой|ей|а|у|е|ы|и|я|ю)$/u, "");
  return [...new Set([key, ...(bare.length >= 3 ? [nameKey(bare), nameKey(`${bare}а`), nameKey(`${bare}ий`)] : [])])];
}

/** "V. Putin": one letter for a first name. */
const isInitial = (spelled: readonly string[], key: string) => spelled.some((s) => s.length === 1 && key.startsWith(s));

/** "Владимирович", "Владимировна": what Russian puts between the names. */
const isPatronymic = (word: string) =>
  /(?:ович|евич|ич|овна|евна|ична)(?:а|у|ем|ы|е|ой)?$/u.test(word) && word.length > 5;

const fits = (spelled: readonly string[], key: string) => spelled.includes(key);

function nearly(spelled: readonly string[], key: string): boolean {
  return spelled.some((s) => {
    const length = Math.max(s.length, key.length);
    const most = length >= 8 ? 2 : length >= 5 ? 1 : 0;
    return s[0] === key[0] && editDistance(s, key, most) <= most;
  });
}

/** Whether every word of a description is said of somebody, and one of them is a role. */
function isCalled(entry: Entry, words: readonly string[]): boolean {
  const english = words.filter((w) => w.length > 2 && w !== "the").map((w) => roleInEnglish(w) ?? w);
  if (!english.some((w) => isRole(w) || isTitle(w))) return false;
  return english.every((w) => {
    if (isRole(w) || isTitle(w)) return [...entry.roles].some((role) => roleCovers(w, role));
    const keys = spellings(w).filter((k) => k.length > 2);
    return [...entry.called].some((c) => foldWord(c) === w || keys.some((k) => sameStart(nameKey(c), k)));
  });
}

/** Words of one root, roughly: Kremlin and кремля, Russian and Russia. */
function sameStart(a: string, b: string): boolean {
  const common = Math.min(a.length, b.length, 5);
  return common >= 4 && a.slice(0, common) === b.slice(0, common) && Math.abs(a.length - b.length) <= 3;
}
