import type { Range } from "./range.ts";
import { trimmed } from "./range.ts";

/** Abbreviations after which a stop does not end a sentence when a name or number follows. */
const beforeName = new Set(
  `mr mrs ms dr prof sen rep gov gen lt col capt maj sgt cpl pvt adm cmdr rev hon pres st ste mt ft no nos vol art fig op pp sec dept supt insp
   jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun vs v al approx est messrs mme mlle ald atty det
   г гг ул им проф акад тов д стр рис ст п гл кв обл р`.split(/\s+/),
);

/** Of these, the ones of dates: before a word that often starts a sentence their stop does end one. */
const ofDates = new Set(
  "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun г гг".split(" "),
);

/** Abbreviations that may end a sentence: a stop ends it only when the next word looks like the start of one. */
const mayEnd = new Set(
  `inc ltd co corp jr sr bros etc e.g i.e a.m p.m u.s u.k u.n e.u u.s.a ph.d d.c l.a n.y руб тыс млн млрд др пр т.д т.п т.е долл коп см`.split(
    /\s+/,
  ),
);

/** Words that often start a sentence and seldom follow an abbreviation inside one. */
const starters = new Set(
  `the a an this that these those he she it they we you i his her its their our my there here but and so yet however in on at for from with after before when while
   if as by to not no what who why how some many most all last earlier later meanwhile since under during both according in it's it is
   он она оно они мы вы я это эти в на по с из для но и а однако после когда если при как так также`.split(/\s+/),
);

/** Verbs by which a sentence goes on after a quotation that ended in "?" or "!": “Why?” Clinton asked. */
const attribution =
  /^(?:(?:the|a|an|his|her|their|one)\s+)?(?:[\p{L}\p{M}.'’-]+\s+){0,4}?(?:said|says|asked|asks|added|adds|wrote|writes|told|tells|replied|shouted|yelled|cried|exclaimed|tweeted|joked|wondered|continued|declared|demanded|argued|read|reads|спросил[аи]?|сказал[аи]?|написал[аи]?|добавил[аи]?|заявил[аи]?)(?![\p{L}\p{M}\p{N}])/iu;

const closers = `["'”’»“‘›」』)\\]}]`;
const boundary = new RegExp(`(?:(?<![.!?…])[.!?…]+|[。！？])${closers}*(?=\\s|$)`, "gu");

/**
 * The sentences of a stretch of text (a paragraph), in order, without the white space between them.
 * Stops in abbreviations, initials, decimals and inside a running attribution do not end a sentence.
 */
export function sentenceRanges(text: string, within: Range = { start: 0, end: text.length }): Range[] {
  const paragraph = text.slice(within.start, within.end);
  const out: Range[] = [];
  let from = 0;
  const push = (to: number) => {
    const range = trimmed(paragraph, { start: from, end: to });
    if (range.end > range.start) out.push({ start: within.start + range.start, end: within.start + range.end });
    from = to;
  };
  for (const match of paragraph.matchAll(boundary)) {
    const end = match.index + match[0].length;
    // "1. The court…": the number of a list belongs to what follows.
    if (from === 0 && match.index <= 4 && /^\s*\p{N}+$/u.test(paragraph.slice(0, match.index))) continue;
    if (end < paragraph.length && endsSentence(paragraph, match.index, end)) push(end);
  }
  push(paragraph.length);
  return out;
}

/** Whether the stop at `at` (its closing marks end at `end`) ends a sentence, by the words on both sides. */
function endsSentence(text: string, at: number, end: number): boolean {
  const rest = text.slice(end, end + 120).trimStart();
  if (rest === "") return true;
  const stop = text.slice(at, end);
  const opened = rest.replace(/^["'“”„‘’«([—–-]+\s*/u, "");
  const next = /^[\p{L}\p{M}\p{N}'’]+/u.exec(opened)?.[0] ?? "";
  // A small letter goes on with the sentence, whatever stands before it.
  if (/^\p{Ll}/u.test(next)) return false;
  const quoted = new RegExp(closers, "u").test(stop);
  if (quoted && /[!?…]|\.\.\./u.test(stop) && /^\p{L}/u.test(rest) && attribution.test(rest)) return false;
  if (!stop.startsWith(".") || stop.startsWith("..")) return true;
  const before =
    /(?:^|[\s("'“‘«[—–-])((?:\p{L}\.)*[\p{L}\p{M}]+)$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? "";
  // Behind a bracket an abbreviation is still one: "the United States (U.S.) President".
  if (before === "" || (quoted && !/^\.[)\]}]+$/.test(stop))) return true;
  const word = before.toLowerCase();
  if (starters.has(next.toLowerCase())) {
    if (isAndSoOn(text, at) || (ofDates.has(word) && !/^\p{L}\./u.test(opened))) return true;
    if (!beforeName.has(word)) return !isInitial(before) || before.includes(".");
  }
  if (mayEnd.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !/^[\p{Lu}\p{N}]/u.test(opened);
  if (beforeName.has(word)) return !abbreviates(word, opened, before);
  // "т. е.", "e. g.", "5 ч.": no word of one small letter ends a sentence but these.
  if (/^\p{Ll}$/u.test(before) && !/^[aiя]$/.test(before)) return false;
  return !isInitial(before);
}

/** "и т. д.", "и т. п.", the only such pairs with which a sentence ends. */
function isAndSoOn(text: string, at: number): boolean {
  return /(?:^|[\s(])т\.\s?[дп]$/u.test(text.slice(Math.max(0, at - 6), at));
}

/** "No. 5", "Jan. 3" and "Mr. Smith" go on; "He said no. Later…" and "the sun. Then" do not. */
function abbreviates(word: string, next: string, written: string): boolean {
  if (/^(?:no|nos|art|fig|vol|sec|p|pp|п|ст|стр|гл)$/u.test(word)) return /^\p{N}/u.test(next);
  if (/^(?:sun|sat|mar|may|dec|oct|wed|mon|fri)$/.test(word))
    return /^\p{Lu}/u.test(written) && (/^\p{N}/u.test(next) || /^\p{Lu}/u.test(next));
  return /^[\p{Lu}\p{N}]/u.test(next) || next === "";
}

/** One capital letter, as in "J. K. Rowling" ("I" is a word). */
function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word) && word !== "I" && word !== "Я";
}
