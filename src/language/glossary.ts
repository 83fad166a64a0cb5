import { foldWord } from "./fold.ts";
import { economy } from "./glossary/economy.ts";
import { furtherForms } from "./glossary/forms.ts";
import { general } from "./glossary/general.ts";
import { law } from "./glossary/law.ts";
import { media } from "./glossary/media.ts";
import { politics } from "./glossary/politics.ts";
import { society } from "./glossary/society.ts";
import { war } from "./glossary/war.ts";
import { world } from "./glossary/world.ts";
import type { Language } from "./script.ts";
import { isStopWord } from "./stopwords.ts";
import { stem, type Term, terms } from "./words.ts";

/*
 * A glossary of news vocabulary, written by hand for this project. The tables are in glossary/, by subject, one entry
 * a line: `русское слово, синоним = english word, synonym`, base forms; every word of a side translates every word of
 * the other. Lines that begin with # are headings.
 */

/** Words and phrases of one meaning, folded, in both languages. */
export interface Entry {
  readonly ru: readonly string[];
  readonly en: readonly string[];
}

/** The entries of a table. Throws at a line that is neither entry nor heading, so that a slip is found by the first test. */
export function parseGlossary(table: string): Entry[] {
  const entries: Entry[] = [];
  for (const line of table.split("\n").map((l) => l.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [ru, en, ...rest] = line.split(" = ").map(headwords);
    if (!ru || !en || rest.length > 0) throw new Error(`not a glossary entry: ${line}`);
    entries.push({ ru, en });
  }
  return entries;
}

function headwords(side: string): string[] {
  const words = side.split(",").map((word) => foldWord(word.trim()));
  if (words.includes("")) throw new Error(`empty headword in a glossary entry: ${side}`);
  return words;
}

/** Pairs of folded headwords: every one of `ru` may stand for every one of `en`, and the other way round. */
export const glossary: readonly Entry[] = [politics, law, media, economy, war, world, society, general].flatMap(
  parseGlossary,
);

/** Words found together, and what the words on the other side are. */
export interface PhraseTranslation {
  /** Where in the given stems the phrase begins, and over how many of them it goes. */
  readonly at: number;
  readonly length: number;
  /** Stems on the other side, of all the words of all its translations. */
  readonly terms: readonly string[];
}

interface Phrase {
  /** By position, the stems that may stand there. */
  readonly positions: readonly ReadonlySet<string>[];
  readonly targets: ReadonlySet<string>;
}

interface Index {
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** By a stem of the first word, longest first. Phrases of one word are those with a phrase on the other side only. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** The words of a headword, each as the stems of its forms; those that carry meaning only, where there are two or more of them. */
function positionsOf(headword: string, language: Language): ReadonlySet<string>[] {
  const all = terms(headword);
  const meaningful = all.filter((term) => !isStopWord(term));
  return (meaningful.length > 1 ? meaningful : all).map(
    (term) => new Set([term.term, ...furtherStems(term, language)]),
  );
}

function furtherStems(term: Term, language: Language): string[] {
  return language === "ru" ? furtherForms(term.word).map((form) => stem(foldWord(form))) : [];
}

function buildIndex(from: Language, to: Language): Index {
  const words = new Map<string, Set<string>>();
  const phrases = new Map<string, Phrase[]>();
  const add = (key: string, values: Iterable<string>) => {
    const known = words.get(key) ?? new Set();
    for (const value of values) known.add(value);
    words.set(key, known);
  };
  for (const entry of glossary) {
    const targets = entry[to].map((headword) => positionsOf(headword, to));
    const single = targets.filter((t) => t.length === 1).flatMap((t) => t.flatMap((stems) => [...stems]));
    const several = targets.filter((t) => t.length > 1).flatMap((t) => t.flatMap((stems) => [...stems]));
    for (const headword of entry[from]) {
      const positions = positionsOf(headword, from);
      const [first] = positions;
      if (!first) continue;
      if (positions.length === 1) for (const key of first) add(key, single);
      const values = positions.length === 1 ? several : [...single, ...several];
      if (values.length === 0) continue;
      const phrase: Phrase = { positions, targets: new Set(values) };
      for (const key of first) phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.positions.length - a.positions.length);
  return { words: new Map([...words].map(([key, values]) => [key, [...values]])), phrases };
}

const built: Partial<Record<Language, Index>> = {};

function indexTo(to: Language): Index {
  built[to] ??= buildIndex(to === "en" ? "ru" : "en", to);
  return built[to];
}

/** The stems of the single words that translate a stemmed word; none where the glossary does not have it. */
export function translations(stemmedTerm: string, to: Language): readonly string[] {
  return indexTo(to).words.get(stemmedTerm) ?? [];
}

/**
 * The phrases among the stems of a text, in order and not overlapping, the longest first at each place, with the words
 * of their translations. Stop words within a phrase may be there or be left out. A single word is among them where a
 * phrase translates it (соцсеть: social network).
 */
export function phraseTranslations(stems: readonly string[], to: Language): PhraseTranslation[] {
  const { phrases } = indexTo(to);
  const out: PhraseTranslation[] = [];
  for (let at = 0; at < stems.length; at++) {
    const candidates = phrases.get(stems[at] ?? "") ?? [];
    let best = 0;
    let longest = 0;
    const found = new Set<string>();
    for (const phrase of candidates) {
      if (phrase.positions.length < longest) break;
      const length = lengthAt(phrase, stems, at);
      if (length === 0) continue;
      longest = phrase.positions.length;
      best = Math.max(best, length);
      for (const term of phrase.targets) found.add(term);
    }
    if (best === 0) continue;
    out.push({ at, length: best, terms: [...found] });
    at += best - 1;
  }
  return out;
}

/** Over how many stems a phrase goes that begins here; 0 where it does not stand here. */
function lengthAt(phrase: Phrase, stems: readonly string[], at: number): number {
  let next = at;
  for (const [i, position] of phrase.positions.entries()) {
    while (i > 0 && !position.has(stems[next] ?? "") && isStopStem(stems[next])) next++;
    if (!position.has(stems[next] ?? "")) return 0;
    next++;
  }
  return next - at;
}

function isStopStem(stemmed: string | undefined): boolean {
  return stemmed !== undefined && isStopWord({ term: stemmed, word: stemmed });
}
