import type { Article } from "../coverage/article.ts";
import { type Corpus, compare } from "../coverage/corpus.ts";
import { familyKey } from "../coverage/family.ts";
import { asksWhatHappened } from "../language/happening-words.ts";
import { contains } from "../language/range.ts";
import type { AnswerOutcome } from "./answer.ts";
import { asksForFigure } from "./asked.ts";
import type { Reading } from "./follow-up.ts";
import { type Place, sentencesOf } from "./original.ts";
import { outletsNamed } from "./papers-first.ts";
import { allows, articlesOf, isDatedWithin, type Scope } from "./scope.ts";
import { stretchesOf } from "./stretch.ts";
import { mostCharacters, mostSentences } from "./windows.ts";

/** How articles begin, as the answer to a question that names a time and nothing else. */
export interface Openings {
  readonly outcome: AnswerOutcome;
  readonly places: readonly Place[];
}

/**
 * The openings of the articles of a time, in the order of their dates, where a question asks what happened then and names nothing
 * else ("What happened on 8 May 2023?"); of the newest, newest first, where it counts from the day of asking ("this week"). `null`
 * for any other question, and where there are no articles of that time.
 */
export function openingsOf({ question, scope }: Reading, corpus: Corpus, limit: number): Openings | null {
  if (asksForFigure(question.asked) || scope.phrases.length > 0) return null;
  const times = [...scope.dates, ...scope.now];
  const isTold = [...times, ...scope.sources.filter((s) => s.outlets.length > 0)];
  if (times.length === 0) return null;
  if (!question.terms.every((t) => asksWhatHappened(t.word) || isTold.some((r) => contains(r, t)))) return null;
  const articles =
    scope.dates.length > 0
      ? articlesOf(scope, corpus).sort((a, b) => byDate(a, b) || byId(a, b))
      : corpus.live.filter((a) => a.published !== null).sort((a, b) => byDate(b, a) || byId(a, b));
  const chosen = firstOf(articles, scope, corpus, limit);
  if (chosen.length === 0) return null;
  // What came out after a month may tell of it, as the next day's paper does of a day; which week the last one was, an archive cannot know, but what is newest in it is near.
  const months = scope.dates.filter(({ days }) => days.from !== days.to);
  const isAfter = months.length > 0 && !chosen.some((a) => isDatedWithin(scope, a));
  const isNear = isAfter || (scope.dates.length === 0 && scope.now.some((n) => n.wants === "other"));
  return { outcome: isNear ? "near-miss" : "answer", places: chosen.map(openingOf) };
}

const byDate = (a: Article, b: Article) => compare(a.published ?? "", b.published ?? "");
const byId = (a: Article, b: Article) => compare(a.id, b.id);

/** The first articles that a question allows, of each family one: the original, where it is among them. */
function firstOf(articles: readonly Article[], scope: Scope, corpus: Corpus, limit: number): Article[] {
  const outlets = outletsNamed(scope);
  const originals = new Set(articles.filter((a) => familyKey(a) === a.id).map((a) => a.id));
  const families = new Set<string>();
  const chosen: Article[] = [];
  for (const article of articles) {
    if (chosen.length === limit) break;
    const family = familyKey(article);
    if (families.has(family) || (outlets.size > 0 && !outlets.has(article.outlet))) continue;
    if (outlets.size === 0 && family !== article.id && originals.has(family)) continue;
    if (!allows(scope, article, corpus)) continue;
    families.add(family);
    chosen.push(article);
  }
  return chosen;
}

function openingOf(article: Article): Place {
  const stretches = stretchesOf(article.paragraphs);
  const { zone, ...whole } = stretches.find((s) => s.zone === "body") ??
    stretches[0] ?? { zone: "body", start: 0, end: 0 };
  const sentences = sentencesOf({ article, zone, range: whole });
  const first = sentences[0] ?? whole;
  const last = sentences.slice(0, mostSentences).findLast((s, i) => i === 0 || s.end - first.start <= mostCharacters);
  return { article, zone, range: { start: first.start, end: last?.end ?? first.end } };
}
