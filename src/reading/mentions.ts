import type { Article } from "../coverage/article.ts";
import { guessLanguage, type Language } from "../language/script.ts";
import { sentenceRanges } from "../language/sentences.ts";
import { dayOf } from "./dates/calendar.ts";
import { foldForDates } from "./dates/fold.ts";
import { isHistory } from "./dates/genre.ts";
import { findExpressions } from "./dates/grammar.ts";
import { quotedRanges } from "./dates/quotes.ts";
import { readSentences, type SentenceDates } from "./dates/reader.ts";
import type { Mention } from "./mention.ts";

/**
 * Every time expression in the body of an article, in order, resolved against the day it was written.
 * @param published the day relative dates hang on (`readingDate` in coverage/family.ts), an ISO day; `null` if unknown:
 * then only explicit dates and what hangs on them are dated, and the rest has `from`, `to` and `timex` null.
 */
export function readMentions(article: Article, published: string | null): Mention[] {
  const now = published === null ? null : dayOf(published);
  const sentences = findDates(article);
  const history = isHistory(
    sentences.flatMap((s) => s.candidates),
    published === null ? null : Number(published.slice(0, 4)),
  );
  return readSentences(article.id, sentences, now, history);
}

function findDates(article: Article): SentenceDates[] {
  const { text } = article;
  const language = languageOf(article);
  return article.paragraphs.flatMap((paragraph) => {
    if (paragraph.zone !== "body") return [];
    const quoted = quotedRanges(text, paragraph);
    return sentenceRanges(text, paragraph).map((sentence) => {
      const original = text.slice(sentence.start, sentence.end);
      const folded = foldForDates(original);
      return { sentence, folded, quoted, candidates: findExpressions(language, folded, original) };
    });
  });
}

function languageOf({ language, text }: Article): Language {
  return language === "en" || language === "ru" ? language : guessLanguage(text);
}
