import { isFirstName } from "../../language/first-names.ts";
import {
  calendarWords,
  nameConnectors,
  openers,
  otherPronouns,
  singularPronouns,
} from "../../language/function-words.ts";
import { isKnownOrganisation, isOrganisationHead, isOrganisationNoun } from "../../language/organisations.ts";
import { isPluralRole, isRole } from "../../language/roles.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import type { Token } from "./layout.ts";
import { commonVerbs, firstWord, isCapital, isFunction, startsWord, type Words } from "./spelling.ts";
import { isNameTitle } from "./titles.ts";

/** Days as Russian dates have them ("в понедельник"); they are written small and go before who speaks. */
const russianDays = /^(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)$/;

/** The words from `at` on that hang together as one noun phrase without what follows a preposition. */
export function chunkFrom(
  tokens: readonly Token[],
  at: number,
  determined: boolean,
  words: Words,
  first: number,
): { end: number } {
  let end = at;
  for (let j = at; j < tokens.length && j < at + 12; j++) {
    const t = tokens[j];
    if (!t || t.kind === "quote") break;
    if (t.kind === "punctuation") {
      const abbreviation =
        t.text === "." &&
        j > at &&
        tokens[j - 1]?.end === t.start &&
        shortens(tokens[j - 1]) &&
        startsWord(tokens[j + 1]);
      const firm = t.text === "&" && j > at && isCapital(tokens[j - 1]?.text ?? "") && startsWord(tokens[j + 1]);
      if (!abbreviation && !firm) break;
      continue;
    }
    if (russianDays.test(t.lower)) break;
    const capital = isCapital(t.text);
    if (capital) {
      // After a dateline, a dash or a bracket a sentence begins anew: "WASHINGTON — In response to …".
      if (j === at && j > 0 && tokens[j - 1]?.kind === "punctuation" && isFunction(t.lower)) break;
      const opening = j === first && j === firstWord(tokens);
      const firm = tokens[j + 1]?.text === "&" && startsWord(tokens[j + 2]);
      if (opening && !firm && !keepsCapital(t, tokens[j + 1], words)) {
        if (!isRole(t.lower) && !isPluralRole(t.lower) && !isNameTitle(t.lower) && !isOrganisationHead(t.lower)) break;
      }
      if (
        calendarWords.has(t.lower) &&
        t.lower !== "may" &&
        t.lower !== "april" &&
        t.lower !== "june" &&
        t.lower !== "august"
      )
        break;
      end = j + 1;
      if (/['’]s?$/u.test(t.text) && !isCapital(tokens[j + 1]?.text ?? "") && !determined) break;
      continue;
    }
    if (nameConnectors.has(t.lower) && j > at && connects(tokens, j)) continue;
    if (j > at && isCapital(tokens[j - 1]?.text ?? "") && !leadsToNoun(tokens, j)) break;
    if (isFunction(t.lower) || commonVerbs.has(t.lower) || singularPronouns.has(t.lower) || otherPronouns.has(t.lower))
      break;
    const verb = speechVerb(t.lower);
    const modifies =
      !tokens.slice(at, j).some((w) => isCapital(w.text) || isRole(w.lower)) &&
      /(?:ed|ing)$/.test(t.lower) &&
      nounish(tokens, j);
    if (verb && (!verb.base || tokens[j - 1]?.lower.endsWith("s")) && !(j === at && determined) && !modifies) break;
    if (j > at && /(?:ed|ing)$/.test(t.lower) && !modifies && t.lower.length > 4) break;
    end = j + 1;
  }
  return { end };
}

/** After a name a small word belongs to the phrase only on the way to a role or a body ("Trump campaign manager"). */
function leadsToNoun(tokens: readonly Token[], j: number): boolean {
  for (let k = j; k < j + 4; k++) {
    const t = tokens[k];
    if (t?.kind !== "word" || isFunction(t.lower)) return false;
    const noun = t.lower.replace(/['’]s?$/u, "");
    if (
      isRole(noun) ||
      isPluralRole(noun) ||
      isOrganisationNoun(noun) ||
      (noun.endsWith("s") && isRole(noun.slice(0, -1)))
    )
      return true;
    if (speechVerb(t.lower) || /(?:ed|ing|ly)$/.test(t.lower)) return false;
  }
  return false;
}

const shortens = (t: Token | undefined) =>
  t !== undefined &&
  ((t.text.length === 1 && isCapital(t.text)) || isNameTitle(t.lower) || t.lower === "st" || t.lower === "jr");

/** A verb form right before a role or another noun is part of the phrase ("the leading candidate"). */
function nounish(tokens: readonly Token[], j: number): boolean {
  const next = tokens[j + 1];
  return next?.kind === "word" && !isCapital(next.text) && (isRole(next.lower) || isPluralRole(next.lower));
}

/** Whether the capital of a sentence's first word belongs to a name. */
function keepsCapital(token: Token, next: Token | undefined, words: Words): boolean {
  if (isFirstName(token.lower) && startsWord(next)) return true;
  const word = token.lower.replace(/['’]s$/u, "");
  if (isFunction(word) || speechVerb(word) || otherPronouns.has(word) || commonVerbs.has(word) || openers.has(word))
    return false;
  if (isNameTitle(word)) return true;
  // "Debating Clinton", "Understated Perez": the first word of a headline.
  if (/(?:ing|ed)$/.test(word) && startsWord(next) && !words.proper.has(word)) return false;
  const goesOn =
    startsWord(next) || (next?.kind === "word" && speechVerb(next.lower)?.base === false) || isKnownOrganisation(word);
  return !words.small.has(word) && (goesOn || words.proper.has(word));
}

/** Whether a small word joins two parts of one name ("Department of Justice", "Bill de Blasio", "Bin Salman"). */
function connects(tokens: readonly Token[], j: number): boolean {
  const joint = tokens[j]?.lower ?? "";
  const left = tokens[j - 1];
  const right = tokens[j + 1];
  if (left?.kind !== "word" || !isCapital(left.text)) return false;
  if (joint === "of" || joint === "the") {
    const target = right?.lower === "the" ? tokens[j + 2] : right;
    return startsWord(target) && (isOrganisationHead(left.lower) || isNameTitle(left.lower) || joint === "the");
  }
  if (joint === "and" || joint === "for")
    return startsWord(right) && isOrganisationHead(left.lower) && isOrganisationHead(tokens[j + 2]?.lower ?? "");
  return startsWord(right);
}
