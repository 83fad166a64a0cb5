import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { readingDate } from "../coverage/family.ts";
import { foldPhrase, foldWord, phraseFinder } from "../language/fold.ts";
import { newestWords, otherWords, presentWords } from "../language/now-words.ts";
import { contains, overlaps, type Range } from "../language/range.ts";
import { scopeOptions } from "../language/source-words.ts";
import type { Hit, QueryTerm, SearchEngine } from "../retrieval/engine.ts";
import type { Passage } from "../retrieval/passages.ts";
import type { SoughtTerm } from "./expand.ts";
import { type NamedSource, sourcesIn } from "./named-papers.ts";
import { outletsMeant } from "./quote/request.ts";
import { type DayRange, dateTokens } from "./timeline/filter-dates.ts";

/** Where in the coverage a question wants its answer from. */
export interface Scope {
  /** The question without its operators; everything else is offsets into it. */
  readonly text: string;
  /** Operators: nothing else is searched. */
  readonly only: { readonly outlets: ReadonlySet<string> | null; readonly days: DayRange };
  /** Named in words: preferred. */
  readonly sources: readonly NamedSource[];
  readonly dates: readonly (Range & { readonly days: DayRange })[];
  /** Words that tell a time by the day of asking. */
  readonly now: readonly Now[];
  /** Words in double quotation marks, folded: wanted as they stand. */
  readonly phrases: readonly string[];
  /** Operators as they were written, and those whose value could not be read. */
  readonly operators: readonly string[];
  readonly notUnderstood: readonly string[];
  /** Outlets of operators of which the coverage has nothing. */
  readonly unknownOutlets: readonly string[];
}

/** "latest" wants the newest there is; "this week" the present, "last week" another time, both counted from a day that articles do not tell. */
export interface Now extends Range {
  readonly wants: "newest" | "present" | "other";
}

const operator = /(?<![\p{L}\p{N}])(\p{L}+):\s?("[^"]*"|“[^”]*”|«[^»]*»|[^\s"“«]+)/gu;
const quotedPhrase = /"([^"]{2,200})"|“([^“”]{2,200})”|«([^«»]{2,200})»/gu;

/** Reads operators, papers, a date and quoted phrases out of a question. */
export function readScope(given: string, corpus: Corpus): Scope {
  const notUnderstood: string[] = [];
  const unknownOutlets: string[] = [];
  const operators: string[] = [];
  let outlets: ReadonlySet<string> | null = null;
  let days: DayRange = { from: null, to: null };
  const text = given.replace(operator, (whole, name: string, value: string) => {
    const option = scopeOptions[foldWord(name)];
    if (!option) return whole;
    const bare = value.replace(/^["“«]|["”»]$/gu, "").trim();
    if (option === "outlet") {
      outlets = outletsMeant(bare, corpus);
      if (outlets.size === 0) unknownOutlets.push(bare);
      else operators.push(whole);
      return " ";
    }
    const named = dateTokens(bare);
    if (!named?.from || !named.to) {
      // "The question is: when…" has a colon as well.
      if (/\p{L}/u.test(bare)) return whole;
      notUnderstood.push(whole);
      return " ";
    }
    operators.push(whole);
    if (option === "since" || option === "on") days = { ...days, from: named.from };
    if (option === "until" || option === "on") days = { ...days, to: named.to };
    if (option === "before") days = { ...days, to: shifted(named.from, -1) };
    if (option === "after") days = { ...days, from: shifted(named.to, 1) };
    return " ";
  });
  const sources = sourcesIn(text, corpus);
  const phrases = Array.from(text.matchAll(quotedPhrase), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
    words: foldPhrase(m[1] ?? m[2] ?? m[3] ?? ""),
  }));
  return {
    text,
    only: { outlets, days },
    sources,
    dates: [...datesIn(text)],
    now: nowIn(text).filter((n) => !sources.some((s) => overlaps(s, n))),
    // The name of a paper in quotation marks is a name.
    phrases: phrases.filter((p) => p.words !== "" && !sources.some((s) => contains(p, s))).map((p) => p.words),
    operators,
    notUnderstood,
    unknownOutlets,
  };
}

/** Whether an article is within what the operators allow. */
export function allows({ only }: Scope, article: Article, corpus: Corpus): boolean {
  if (only.outlets && !(article.outlet !== null && only.outlets.has(article.outlet))) return false;
  return (only.days.from === null && only.days.to === null) || isWithin(article, corpus, only.days);
}

export function isScoped({ only }: Scope): boolean {
  return only.outlets !== null || only.days.from !== null || only.days.to !== null;
}

function isWithin(article: Article, corpus: Corpus, days: DayRange): boolean {
  return isDayWithin(readingDate(corpus, article)?.date ?? null, days);
}

function isDayWithin(day: string | null, { from, to }: DayRange): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

/** Every date of a text, one after the other. */
function* datesIn(text: string): Generator<Range & { days: DayRange }> {
  for (let from = 0, n = 0; n < mostDates; n++) {
    const found = dateTokens(text.slice(from));
    if (!found) return;
    yield { start: from + found.start, end: from + found.end, days: { from: found.from, to: found.to } };
    from += found.end;
  }
}

const mostDates = 8;

function nowIn(given: string): Now[] {
  const text = given.charAt(0).toLowerCase() + given.slice(1);
  const found = (pattern: RegExp, wants: Now["wants"]) =>
    Array.from(text.matchAll(pattern), (m) => ({ start: m.index, end: m.index + m[0].length, wants }));
  return [...found(newestWords, "newest"), ...found(presentWords, "present"), ...found(otherWords, "other")].sort(
    (a, b) => a.start - b.start,
  );
}

/** For how many days a paper goes on about what happened: on a day, or in a month or year. */
const aftermath = { day: 2, longer: 31 };

/** Whether an article was published when a question says, or soon after. */
export function isOfThatTime({ dates }: Scope, article: Article, corpus: Corpus): boolean {
  return dates.some(({ days }) => isWithin(article, corpus, withAftermath(days)));
}

function withAftermath({ from, to }: DayRange): DayRange {
  return { from, to: to === null ? null : shifted(to, from === to ? aftermath.day : aftermath.longer) };
}

/** The articles with a date of their own in the time that a question names; where none has, those from soon after. */
export function articlesOf({ dates }: Pick<Scope, "dates">, corpus: Corpus): Article[] {
  const then = corpus.live.filter((a) => isDatedWithin({ dates }, a));
  if (then.length > 0) return then;
  return corpus.live.filter((a) => isDatedWithin({ dates: dates.map((d) => ({ days: withAftermath(d.days) })) }, a));
}

/** Whether an article's own date is in the time that a question names. */
export function isDatedWithin(
  { dates }: { readonly dates: readonly { readonly days: DayRange }[] },
  { published: day }: Article,
): boolean {
  return dates.some(({ days }) => isDayWithin(day, days));
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** A passage of a paper that the question names, of the time that it names, or with a phrase that it quotes. Measured on news questions. */
const sourceBoost = 1.5;
const phraseBoost = 2;
const timeBoost = 1.3;
/** How many passages are looked through for a phrase. */
const consideredPassages = 100;

/** The best passages within a question's scope, best first. */
export function searchWithin(
  scope: Scope,
  corpus: Corpus,
  engine: SearchEngine,
  query: readonly QueryTerm[],
  limit: number,
): Hit[] {
  const prefers = scope.dates.length > 0 || scope.phrases.length > 0 || scope.sources.some((s) => s.outlets.length > 0);
  if (!isScoped(scope) && !prefers) return engine.search(query, limit);
  const preferred = new Set(scope.sources.flatMap((s) => s.outlets));
  const worthOf = (article: Article) => {
    if (!allows(scope, article, corpus)) return 0;
    const source = article.outlet !== null && preferred.has(article.outlet) ? sourceBoost : 1;
    return source * (isOfThatTime(scope, article, corpus) ? timeBoost : 1);
  };
  if (scope.phrases.length === 0) {
    const hits = engine.search(query, limit, worthOf);
    if (preferred.size === 0) return hits;
    // In a big coverage the papers that are meant may be far behind the others.
    const meant = engine.search(query, limit, (a) => (preferred.has(a.outlet ?? "") ? worthOf(a) : 0));
    return [...hits, ...meant.filter((m) => !hits.some((h) => h.passage === m.passage))];
  }
  return engine
    .search(query, Math.max(limit, consideredPassages), worthOf)
    .map((hit) => (holdsAny(hit.passage, scope.phrases) ? timesAsGood(hit, phraseBoost) : hit))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

function timesAsGood(hit: Hit, factor: number): Hit {
  return {
    passage: hit.passage,
    score: hit.score * factor,
    get sentences() {
      return hit.sentences;
    },
  };
}

function holdsAny({ article, start, end }: Passage, phrases: readonly string[]): boolean {
  return phrases.some(phraseFinder(article.text.slice(start, end)));
}

/** A word with its share in the search: 1, or 0 for the name of a paper, which is told by its articles, not by their text. */
export interface WeighedTerm extends SoughtTerm {
  readonly share: 0 | 1;
}

/** Words of a question weighed by what they are there for. A date is no name; it is there where articles are of that time. */
export function weighed(sought: readonly SoughtTerm[], { sources, dates }: Scope, corpus: Corpus): WeighedTerm[] {
  return sought.map((term) => {
    const source = sources.find((s) => contains(s, term));
    if (source && source.outlets.length > 0) return { ...term, name: false, weight: 0, share: 0 };
    const date = dates.find((d) => contains(d, term));
    if (!date) return { ...term, share: 1 };
    const isThere = term.found === "nowhere" && articlesOf({ dates: [date] }, corpus).length > 0;
    return { ...term, name: false, found: isThere ? "same" : term.found, share: 1 };
  });
}
