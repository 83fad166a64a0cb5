import { editDistance } from "../language/distance.ts";
import { phraseTranslations, translations } from "../language/glossary.ts";
import { isCyrillic, type Language } from "../language/script.ts";
import { soundKeys } from "../language/sounds.ts";
import { synonyms } from "../language/synonyms.ts";
import { nameKey, transliterate } from "../language/transliterate.ts";
import type { SearchEngine } from "../retrieval/engine.ts";
import { lazy } from "./lazy.ts";
import type { QuestionTerm } from "./question.ts";

/** The bridge between a question's words and the coverage's, across scripts and languages. */
export interface Vocabulary {
  /** For each term the terms of the other language that can stand for it, and its synonyms there and back. */
  translate(asked: readonly QuestionTerm[]): string[][];
  /** Terms that news uses for an English term. */
  synonyms(term: string): readonly string[];
  /** Whether it is a word of everyday news, known to the tables here: a question may well use it where the coverage does not. */
  isCommon(term: string): boolean;
  /** Whether the coverage has texts in a language. */
  speaks(language: Language): boolean;
  /** Whether the coverage writes a term as a name: with a capital letter, in mid-sentence too. */
  isName(term: string): boolean;
  /** Terms of the coverage that write the same name in the other script. */
  otherScript(word: string): string[];
  /** Names of the coverage in the same script that are the same name in another spelling: Aleksei, Alexey. */
  otherSpellings(name: string): string[];
  /** Names of the coverage in the other script that sound like a name and are the nearest to it in spelling. */
  sounding(name: string): string[];
}

export function createVocabulary(engine: SearchEngine): Vocabulary {
  const byKey = lazy(() => {
    const map = new Map<string, string[]>();
    for (const term of engine.vocabulary()) {
      if (term.length < 3 || /\d/.test(term)) continue;
      const key = `${isCyrillic(term) ? "c" : "l"}${nameKey(term)}`;
      const list = map.get(key);
      if (list) list.push(term);
      else map.set(key, [term]);
    }
    return map;
  });

  // Translating into a language that the coverage does not speak would be for nothing.
  const languages = lazy((): Language[] => {
    const scripts = new Set<Language>();
    for (const term of engine.vocabulary()) {
      if (/\p{L}/u.test(term)) scripts.add(isCyrillic(term) ? "ru" : "en");
      if (scripts.size === 2) break;
    }
    return [...scripts];
  });

  const bySound = lazy(() => {
    const map = new Map<string, (readonly [word: string, term: string])[]>();
    for (const [word, term] of engine.capitalised()) {
      if (word.length < shortestSounding) continue;
      const script = isCyrillic(word) ? "c" : "l";
      for (const key of soundKeys(word)) map.set(script + key, [...(map.get(script + key) ?? []), [word, term]]);
    }
    return map;
  });

  const isName = (term: string) => {
    const { all, capital } = engine.capitals(term);
    return all > 0 && capital >= 0.8 * all;
  };

  const russianNames = lazy(() => (languages().includes("ru") ? namesByKey(engine) : new Map<string, string[]>()));

  return {
    synonyms,
    isCommon: (term) => synonyms(term).length > 0 || translations(term, isCyrillic(term) ? "en" : "ru").length > 0,
    speaks: (language) => languages().includes(language),
    isName,
    sounding(name) {
      if (name.length < shortestSounding) return [];
      const script = isCyrillic(name) ? "l" : "c";
      let nearest = Math.ceil(name.length / 2);
      let found: string[] = [];
      for (const form of isCyrillic(name) ? [name, ...nominatives(name)] : [name]) {
        for (const [word, term] of soundKeys(form).flatMap((key) => bySound().get(script + key) ?? [])) {
          const distance = editDistance(inLatin(form), inLatin(word), nearest);
          if (distance > nearest || !isName(term)) continue;
          found = distance < nearest ? [term] : [...found, term];
          nearest = distance;
        }
      }
      return [...new Set(found)];
    },
    translate(asked) {
      const stems = asked.map((t) => t.term);
      const out: string[][] = stems.map(() => []);
      for (const to of languages()) {
        stems.forEach((t, i) => {
          if (isCyrillic(t) === (to === "en")) out[i]?.push(...translations(t, to));
        });
        if (!stems.some((t) => isCyrillic(t) === (to === "en"))) continue;
        for (const { at, length, terms: words } of phraseTranslations(stems, to)) {
          for (let i = at; i < at + length; i++) out[i]?.push(...words);
        }
      }
      return out;
    },
    otherSpellings(name) {
      const key = nameKey(name);
      if (key.length < 3) return [];
      return (byKey().get((isCyrillic(name) ? "c" : "l") + key) ?? []).filter(isName);
    },
    otherScript(word) {
      const script = isCyrillic(word) ? "l" : "c";
      const key = nameKey(word);
      if (key.length < 3) return [];
      const found = byKey().get(script + key);
      if (found) return found;
      if (!isCyrillic(word)) return russianNames().get(key) ?? [];
      if (key.length < shortestDeclined) return [];
      for (const nominative of nominatives(word)) {
        const candidates = byKey().get(script + nameKey(nominative));
        if (candidates) return candidates;
      }
      return [];
    },
  };
}

/** As an English speaker would write it: "дж" is one sound. */
const inLatin = (word: string) => transliterate(word).replace(/dzh/g, "j");

/** A shorter name sounds like too many others. */
const shortestSounding = 3;
/** The key of a name that may be declined is at least this long: shorter ones are too many words at once. */
const shortestDeclined = 5;

/** What a Russian name in an oblique case ("Пескова", "Навальному") may be in the nominative, likeliest first. */
function* nominatives(word: string): Generator<string> {
  for (const cut of caseEndings) {
    if (!word.endsWith(cut) || word.length - cut.length < 3) continue;
    const base = word.slice(0, -cut.length);
    for (const ending of ["", "й", "ый", "ий", "а", "я", "ь"]) yield base + ending;
  }
}

/** The terms of Russian words with a capital letter, by the keys of what they may be in the nominative: a stem alone loses the end of "Песков". */
function namesByKey(engine: SearchEngine): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const add = (key: string, term: string) => {
    const known = names.get(key);
    if (!known) names.set(key, [term]);
    else if (!known.includes(term)) known.push(term);
  };
  for (const [word, term] of engine.capitalised()) {
    if (!isCyrillic(word)) continue;
    const own = nameKey(word);
    if (own.length >= 3) add(own, term);
    for (const key of new Set([...nominatives(word)].map(nameKey))) if (key.length >= shortestDeclined) add(key, term);
  }
  return names;
}

/** Endings that Russian declension puts on names, longest first. */
const caseEndings = [
  "ого",
  "его",
  "ому",
  "ему",
  "ами",
  "ями",
  "ым",
  "им",
  "ом",
  "ем",
  "ой",
  "ей",
  "ою",
  "ею",
  "ую",
  "юю",
  "ых",
  "их",
  "ах",
  "ях",
  "ов",
  "ев",
  "а",
  "я",
  "у",
  "ю",
  "е",
  "ы",
  "и",
];
