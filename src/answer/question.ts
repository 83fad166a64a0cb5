import type { Range } from "../language/range.ts";
import { isCyrillic } from "../language/script.ts";
import { sentenceRanges } from "../language/sentences.ts";
import { isSmallTalk } from "../language/small-talk.ts";
import { isStopWord } from "../language/stopwords.ts";
import { terms } from "../language/words.ts";
import { type Detail, detailOf } from "./asked/detail.ts";
import { type Asked, askedFor, isFrameWord } from "./asked.ts";

/** A word of a question that carries meaning. Offsets are into the question's text. */
export interface QuestionTerm extends Range {
  readonly term: string;
  readonly word: string;
  /** As the person wrote it, without a possessive ending. */
  readonly written: string;
  /** Written like a name: with a capital letter, not merely at the start of the question. */
  readonly name: boolean;
}

/** What a question asks, read without the coverage. */
export interface Question {
  readonly text: string;
  readonly language: "en" | "ru";
  readonly asked: Asked;
  readonly detail: Detail;
  readonly terms: readonly QuestionTerm[];
}

/** Longer questions are cut: no answer depends on what comes after, and the cost of an answer stays bounded. */
const mostCharacters = 4_096;
const mostTerms = 64;

export function readQuestion(given: string): Question {
  const text = beginning(given);
  const seen = new Set<string>();
  const all = (isSmallTalk(text) ? [] : terms(text)).filter(
    (t) => !isStopWord(t) && t.term !== "" && !seen.has(t.term) && seen.add(t.term),
  );
  const own = all.filter((t) => !isFrameWord(t.word));
  const content = own.length > 0 ? own : all;
  return {
    text,
    language: isCyrillic(text) ? "ru" : "en",
    ...askedIn(text),
    terms: content.slice(0, mostTerms).map((t) => ({
      start: t.start,
      end: t.end,
      term: t.term,
      word: t.word,
      written: text.slice(t.start, t.end).replace(/['’]s?$/u, ""),
      name: isName(text, t),
    })),
  };
}

/** As much as is read: up to a word's end, where there is one. */
export function beginning(given: string): string {
  const cut = given.slice(0, mostCharacters);
  const whole = given.length === cut.length || /\s/u.test(given.charAt(cut.length));
  return (whole ? cut : cut.replace(/(?<=\s)\S+$/u, "")).toWellFormed();
}

/** What the last sentence with a question mark asks; the ones before it tell what it is about. */
function askedIn(text: string): Pick<Question, "asked" | "detail"> {
  const last = sentenceRanges(text).findLast(({ start, end }) => /\?["'”’»)]*$/u.test(text.slice(start, end)));
  const asking = text.slice(last?.start ?? 0);
  const read = [asking, text].map((words) => ({ words, asked: askedFor(words) }));
  const { words, asked } = read.find((r) => r.asked !== "any") ?? { words: asking, asked: "any" as const };
  return { asked, detail: detailOf(words, asked) };
}

/** A capital letter; at the start of the question only where the next word has one too, or more than the first letter is. */
function isName(text: string, range: Range): boolean {
  const written = text.slice(range.start, range.end);
  if (!/^\p{Lu}/u.test(written)) return false;
  if (/^\p{Lu}[\p{L}\p{N}]*\p{Lu}/u.test(written)) return true;
  const first = text.slice(0, range.start).trim() === "";
  return !first || /^[\s-]+\p{Lu}/u.test(text.slice(range.end));
}
