import { type Corpus, compare } from "../coverage/corpus.ts";
import { foldWord } from "../language/fold.ts";
import type { Range } from "../language/range.ts";
import {
  afterSource,
  afterUnknownSource,
  beforeSource,
  beforeUnknownSource,
  betweenSources,
  prepositionBefore,
} from "../language/source-words.ts";
import { type Token, tokenize } from "../language/words.ts";

/** A paper that a question names. The range is in the question's text without its operators. */
export interface NamedSource extends Range {
  readonly name: string;
  /** The coverage's outlets of that name; none where it has nothing from there. */
  readonly outlets: readonly string[];
}

/** A name of a paper is at most this many words long ("Live Science: The Most Interesting Articles" goes by its first two). */
const mostWords = 6;

/** The papers that a question's text names, in its order. */
export function sourcesIn(text: string, corpus: Corpus): NamedSource[] {
  const known = outletKeys(corpus);
  const tokens = tokenize(text);
  const names: NamedSource[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i];
    if (!first || !mayBegin(text, first)) continue;
    for (let length = Math.min(mostWords, tokens.length - i); length > 0; length--) {
      const last = tokens[i + length - 1];
      if (!last) continue;
      const range = { start: first.start, end: last.end };
      const name = text.slice(range.start, range.end);
      const outlets = known.get(keyOf(name));
      if (!outlets) continue;
      names.push({ ...range, name, outlets });
      i += length - 1;
      break;
    }
  }
  const isTogether = (a: Range | undefined, b: Range | undefined) =>
    a !== undefined && b !== undefined && betweenSources.test(text.slice(a.end, b.start));
  const meant = names.map((n) => isMeant(text, n));
  for (const [i, n] of names.entries()) if (isTogether(names[i - 1], n)) meant[i] ||= meant[i - 1] ?? false;
  for (let i = names.length - 1; i > 0; i--) if (isTogether(names[i - 1], names[i])) meant[i - 1] ||= meant[i] ?? false;
  const found = names.filter((_, i) => meant[i]);
  for (const m of text.matchAll(
    /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?: (?:of |and |& )?\p{Lu}[\p{L}\p{N}]*){0,4}/gu,
  )) {
    const range = { start: m.index, end: m.index + m[0].length };
    if (found.some((f) => f.start < range.end && range.start < f.end)) continue;
    if (/^\p{Lu}\p{Ll}*$/u.test(m[0]) && range.start === 0) continue;
    if (beforeUnknownSource.test(text.slice(0, range.start)) || afterUnknownSource.test(text.slice(range.end)))
      found.push({ ...range, name: m[0], outlets: [] });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** As much of the text before a place as may tell what stands there. */
const leading = (text: string, end: number) => text.slice(Math.max(0, end - 100), end);

/** A paper's name has a capital letter, or words before it that leave no doubt: "according to rt". */
function mayBegin(text: string, { text: word, start }: Token): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word) || (word !== "the" && beforeSource.test(leading(text, start)));
}

/** Whether words that are a paper's name mean the paper: "Fortune", "The Age" and "Wired" are words as well. */
function isMeant(text: string, { start, end, name }: NamedSource): boolean {
  const before = leading(text, start);
  return (
    beforeSource.test(before) ||
    afterSource.test(text.slice(end)) ||
    (prepositionBefore.test(before) && !/^\p{Lu}\p{Ll}+$/u.test(name))
  );
}

/** The words by which a question tells that it means papers of the coverage, with their names: "according to RT". */
export function sourceCues(text: string, sources: readonly NamedSource[]): Range[] {
  return sources
    .filter((s) => s.outlets.length > 0)
    .map(({ start, end }) => ({
      start: start - (beforeSource.exec(leading(text, start))?.[0].length ?? 0),
      end: end + (afterSource.exec(text.slice(end))?.[0].length ?? 0),
    }));
}

const keysKnown = new WeakMap<Corpus, ReadonlyMap<string, string[]>>();

/** What an outlet may be called, as keys: its whole name, and the part before a section ("FOX News - Health", "The Roar | Blog"). */
function outletKeys(corpus: Corpus): ReadonlyMap<string, string[]> {
  const made = keysKnown.get(corpus);
  if (made) return made;
  const keys = new Map<string, string[]>();
  keysKnown.set(corpus, keys);
  const outlets = [...new Set(corpus.live.flatMap((a) => (a.outlet ? [a.outlet] : [])))].sort(compare);
  for (const outlet of outlets) {
    const short = outlet.split(/ [-–—|] |: | \|/u)[0] ?? outlet;
    for (const key of new Set([keyOf(outlet), keyOf(short), keyOf(short.replace(/ news$/iu, ""))]))
      if (key.length >= 2) keys.set(key, [...(keys.get(key) ?? []), outlet]);
  }
  return keys;
}

function keyOf(name: string): string {
  return foldWord(name)
    .replace(/^(?:the|газета)\s+/u, "")
    .replace(/^www\./, "")
    .replace(/\.(?:com|org|net|ru|co\.uk|uk)$/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
