import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { foldWord } from "./fold.ts";
import type { Range } from "./range.ts";
import { isCyrillic } from "./script.ts";

/** A word, number or amount of a text. */
export interface Token extends Range {
  /** The characters as they stand. */
  readonly text: string;
}

/*
 * In this order: initialisms with stops (U.S.), numbers with their separators (8.9, 117,000), words with inner
 * apostrophes (Russia's, d'Estaing). A hyphen separates.
 */
const tokenPattern = /\p{L}\.(?:\p{L}\.)+|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(tokenPattern), (m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }));
}

// biome-ignore format: a table
const scales = new Map(Object.entries({
  thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, тысяч: 1e3, тысяча: 1e3, тысячи: 1e3, миллион: 1e6, миллиона: 1e6, миллионов: 1e6,
  миллиард: 1e9, миллиарда: 1e9, миллиардов: 1e9, триллион: 1e12, триллиона: 1e12, триллионов: 1e12, тыс: 1e3, млн: 1e6, млрд: 1e9, трлн: 1e12,
}));

// biome-ignore format: a table
const numerals = new Map(Object.entries({
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, девять: 9, десять: 10,
}));

/** Whether a word (in lower case) is a number: digits, "three", "million". */
export const isNumber = (word: string): boolean => /\p{N}/u.test(word) || numerals.has(word) || scales.has(word);

/** Initialisms whose folded form would be another word. */
const initialisms = new Map([
  ["u.s.", "usa"],
  ["u.s.a.", "usa"],
  ["US", "usa"],
  ["USA", "usa"],
  ["u.k.", "uk"],
  ["e.u.", "eu"],
  ["u.n.", "un"],
]);

/** A token as a term of the index: what it is compared by, and where it stands. */
export interface Term extends Range {
  /** Stem, or the digits of a number. */
  readonly term: string;
  /** The folded word before stemming. */
  readonly word: string;
}

/** What a token comes to, whatever text it stands in. */
interface Reading {
  readonly term: string;
  readonly word: string;
  /** Its value where it is a plain number. */
  readonly number: number | null;
  /** What a number before it is multiplied by. */
  readonly scale: number | undefined;
}

/** Texts are made of few words: each is read once. */
const readings = new Map<string, Reading>();
const mostKept = 200_000;

function read(token: string): Reading {
  const known = readings.get(token);
  if (known) return known;
  const reading = readAnew(token);
  if (readings.size >= mostKept) readings.clear();
  readings.set(token, reading);
  return reading;
}

function readAnew(token: string): Reading {
  const number = /^\p{N}/u.test(token) ? numberOf(token) : null;
  if (number !== null) return { term: String(number), word: String(number), number, scale: undefined };
  const word = wordOf(token);
  const numeral = numerals.get(word);
  const term = numeral === undefined ? stem(word) : String(numeral);
  return { term, word, number: null, scale: scales.get(foldWord(token)) };
}

/**
 * The terms of a text, or of a stretch of it. Possessive endings are cut, words stemmed by their script (Snowball for English
 * and Russian), "U.S." and "US" are one term, "8.9 million" is the number 8900000, small numerals are digits.
 */
export function terms(text: string, within?: Range): Term[] {
  const out: Term[] = [];
  walk(text, within, (at, term, word, start, end) => {
    out[at] = { start, end, word, term };
  });
  return out;
}

/** The same without their places: what can be compared, at half the price. */
export function termSequence(text: string, within?: Range): string[] {
  const out: string[] = [];
  walk(text, within, (at, term) => {
    out[at] = term;
  });
  return out;
}

/** Calls `put` for every term, with its number; once more with the same number where it turns out to be multiplied. */
function walk(
  text: string,
  within: Range = { start: 0, end: text.length },
  put: (at: number, term: string, word: string, start: number, end: number) => void,
): void {
  let at = -1;
  // The number that the token before is, and where it stands; null once it has been multiplied.
  let last: { number: number; start: number; end: number } | null = null;
  for (const { 0: token, index } of text.slice(within.start, within.end).matchAll(tokenPattern)) {
    const { term, word, number, scale } = read(token);
    const start = within.start + index;
    const end = start + token.length;
    if (last && scale && text.slice(last.end, start).trim() === "") {
      const value = String(Math.round(last.number * scale * 1000) / 1000);
      put(at, value, value, last.start, end);
      last = null;
    } else {
      put(++at, term, word, start, end);
      last = number === null ? null : { number, start, end };
    }
  }
}

/** The value of digits with separators ("117,000", "8.9", "8,9"), or null where they are no plain number ("10th", "2021.04.02"). */
export function numberOf(digits: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""));
  if (/^\d+(?:[.,]\d+)?$/.test(digits)) return Number(digits.replace(",", "."));
  return null;
}

function wordOf(text: string): string {
  const known = initialisms.get(text) ?? initialisms.get(text.toLowerCase());
  if (known) return known;
  const folded = foldWord(text).replace(/ʼ|’/g, "'");
  return folded.includes(".") ? folded.replaceAll(".", "") : folded.replace(/'s?$/, "");
}

const stems = new Map<string, string>();

/** The stem of a folded word. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stemmed = isCyrillic(word) ? stemRussian(word) : (irregular.get(word) ?? stemEnglish(word));
  if (stems.size >= mostKept) stems.clear();
  stems.set(word, stemmed);
  return stemmed;
}

/** Forms that Snowball leaves apart from their base, and "news", which it takes for "new". */
const irregular = new Map(
  `say said says, tell told, go went gone, make made, find found, take took taken, give gave given, know knew known, begin began begun, become became,
   come came, see saw seen, think thought, bring brought, buy bought, sell sold, send sent, hold held, keep kept, leave left, lose lost, meet met,
   pay paid, run ran, rise rose risen, speak spoke spoken, stand stood, win won, write wrote written, fall fell fallen, grow grew grown, lead led,
   build built, break broke broken, choose chose chosen, draw drew drawn, drive drove driven, fight fought, forget forgot forgotten, hide hid hidden,
   steal stole stolen, strike struck, teach taught, throw threw thrown, wear wore worn, shoot shot, die died dies dying, sink sank sunk, hear heard,
   feel felt, mean meant, sleep slept, sweep swept, spend spent, lend lent, deal dealt, seek sought, catch caught, flee fled, feed fed, fly flew flown,
   blow blew blown, freeze froze frozen, shake shook shaken, wake woke woken, swear swore sworn, tear tore torn, eat ate eaten, bite bit bitten,
   forbid forbade forbidden, withdraw withdrew withdrawn, withhold withheld, undertake undertook undertaken, overthrow overthrew overthrown,
   oversee oversaw overseen, swim swam swum, ring rang rung, sing sang sung, drink drank drunk, hang hung, dig dug, swing swung, shrink shrank shrunk,
   bleed bled, lay laid, ride rode ridden, child children, woman women, man men, foot feet, tooth teeth`
    .split(",")
    .flatMap((line) => {
      const [base = "", ...forms] = line.trim().split(/\s+/);
      return [base, ...forms].map((form) => [form, stemEnglish(base)] as const);
    })
    // Snowball takes "news" for "new".
    .concat([["news", "news"]]),
);
