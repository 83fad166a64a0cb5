import type { Article } from "../coverage/article.ts";
import { type Corpus, compare } from "../coverage/corpus.ts";
import { isStopWord } from "../language/stopwords.ts";
import { terms } from "../language/words.ts";
import type { Grouped } from "../reading/grouping.ts";
import type { Library } from "./library.ts";
import { directoryOf, type Quoted, speakerOf } from "./quote/directory.ts";
import { everybody, outletsMeant, type QuoteRequest, readQuoteRequest } from "./quote/request.ts";

export type { Quoted } from "./quote/directory.ts";
export { everybody, type QuoteRequest, readQuoteRequest } from "./quote/request.ts";

/** One set of the same words: the quotation to show and where else they stand. */
export interface QuoteEntry {
  readonly quotation: Grouped;
  readonly article: Article;
  /** The other members of the group, one an article, in the same order as entries. */
  readonly alsoIn: readonly { readonly quotation: Grouped; readonly article: Article }[];
  /** Other speakers that members of the group give for these words; never voted away. */
  readonly otherSpeakers: readonly string[];
}

export type QuoteResult =
  /** Nothing was asked for: who is quoted how often, most first. */
  | { readonly kind: "speakers"; readonly speakers: readonly Quoted[] }
  /** `speaker` is null where none was asked for. `entries` may be empty: the person is quoted, but not so. */
  | { readonly kind: "quotations"; readonly speaker: Quoted | null; readonly entries: readonly QuoteEntry[] }
  | { readonly kind: "several"; readonly asked: string; readonly people: readonly Quoted[] }
  | { readonly kind: "nobody"; readonly asked: string; readonly nearest: readonly Quoted[] };

/**
 * Answers "/quote [speaker] [about topic] [in outlet] [since|before|on date]".
 * @param request the words after the command, or the request taken apart.
 */
export function quote(library: Library, request: string | QuoteRequest): QuoteResult {
  const wanted = typeof request === "string" ? readQuoteRequest(request, library.corpus) : request;
  const directory = directoryOf(library);
  if (Object.keys(everybody).every((key) => wanted[key as keyof QuoteRequest] === null))
    return { kind: "speakers", speakers: directory.everybody() };
  let speaker: Quoted | null = null;
  if (wanted.speaker !== null) {
    const found = directory.find(wanted.speaker);
    const [only, other] = found;
    if (!only) return { kind: "nobody", asked: wanted.speaker, nearest: directory.nearest(wanted.speaker) };
    if (other) return { kind: "several", asked: wanted.speaker, people: found };
    speaker = only;
  }
  const topic = topicTerms(wanted.topic);
  const outlets = wanted.outlet === null ? null : outletsMeant(wanted.outlet, library.corpus);
  const picked = library.quotations().flatMap((quotation): Scored[] => {
    const article = library.corpus.byId.get(quotation.article);
    if (!article || (speaker && !directory.isBy(quotation, speaker))) return [];
    if (outlets && (article.outlet === null || !outlets.has(article.outlet))) return [];
    if (!within(quotation, article, wanted)) return [];
    const relevance = topic.length === 0 ? 1 : relevanceOf(article, quotation, topic);
    return relevance >= leastRelevant ? [{ quotation, article, relevance }] : [];
  });
  return { kind: "quotations", speaker, entries: entriesOf(library, picked) };
}

interface Scored {
  readonly quotation: Grouped;
  readonly article: Article;
  readonly relevance: number;
}

/** The share of a topic's words that a quotation's sentences must hold. */
const leastRelevant = 0.5;

function topicTerms(topic: string | null): string[] {
  const all = terms(topic ?? "");
  const telling = all.filter((t) => !isStopWord(t));
  return [...new Set((telling.length > 0 ? telling : all).map((t) => t.term))];
}

function relevanceOf(article: Article, quotation: Grouped, topic: readonly string[]): number {
  const here = new Set(terms(article.text.slice(quotation.context.start, quotation.context.end)).map((t) => t.term));
  return topic.filter((t) => here.has(t)).length / topic.length;
}

/** By the day of the utterance; where that is not known, by the article's. */
function within(quotation: Grouped, article: Article, { since, until }: QuoteRequest): boolean {
  if (since === null && until === null) return true;
  const from = quotation.uttered.from ?? article.published;
  const to = quotation.uttered.to ?? article.published;
  if (from === null || to === null) return false;
  return (since === null || to >= since) && (until === null || from <= until);
}

/** One entry a group, most relevant first, then newest; the original stands for its reprints, then the earliest. */
function entriesOf(library: Library, picked: readonly Scored[]): QuoteEntry[] {
  const members = Map.groupBy(library.quotations(), (q) => q.group);
  const entries = [...Map.groupBy(picked, (p) => p.quotation.group)].flatMap(([group, own]) => {
    const [first] = [...own].sort(byOrigin);
    if (!first) return [];
    const others = (members.get(group) ?? []).flatMap((quotation) => {
      const article = library.corpus.byId.get(quotation.article);
      return article && article.id !== first.article.id ? [{ quotation, article }] : [];
    });
    const alsoIn = others.sort(byOrigin).filter((o, i) => others.findIndex((x) => x.article.id === o.article.id) === i);
    const names = new Set([first.quotation, ...others.map((o) => o.quotation)].flatMap((q) => speakerOf(q) ?? []));
    names.delete(speakerOf(first.quotation) ?? "");
    const relevance = Math.max(...own.map((o) => o.relevance));
    return [
      {
        quotation: first.quotation,
        article: first.article,
        alsoIn,
        otherSpeakers: [...names].sort(compare),
        relevance,
      },
    ];
  });
  return entries
    .sort(
      (a, b) =>
        b.relevance - a.relevance ||
        compare(dayOf(b), dayOf(a)) ||
        compare(a.article.id, b.article.id) ||
        a.quotation.start - b.quotation.start,
    )
    .map(({ relevance: _, ...entry }) => entry);
}

const dayOf = ({ quotation, article }: Pick<Scored, "quotation" | "article">) =>
  quotation.uttered.from ?? article.published ?? "";

function byOrigin(a: Pick<Scored, "quotation" | "article">, b: Pick<Scored, "quotation" | "article">): number {
  const original = (x: Article) => Number(x.family === null || x.family === x.id);
  return (
    original(b.article) - original(a.article) ||
    compare(a.article.published ?? "9999", b.article.published ?? "9999") ||
    compare(a.article.id, b.article.id) ||
    a.quotation.start - b.quotation.start
  );
}

/** The quotations of the coverage, every set of the same words once, in the order of articles and text. */
export function allEntries(library: Library): QuoteEntry[] {
  const all = allQuotations(library);
  const place = new Map(all.map(({ quotation }, i) => [quotation, i]));
  return entriesOf(
    library,
    all.map((q) => ({ ...q, relevance: 1 })),
  ).sort((a, b) => (place.get(a.quotation) ?? 0) - (place.get(b.quotation) ?? 0));
}

/** Every quotation of the coverage, in the order of articles and text: what `onrecord quote --json` lists without arguments. */
export function allQuotations({ corpus, quotations }: Library): { quotation: Grouped; article: Article }[] {
  return quotations().flatMap((quotation) => withArticle(corpus, quotation));
}

function withArticle(corpus: Corpus, quotation: Grouped): { quotation: Grouped; article: Article }[] {
  const article = corpus.byId.get(quotation.article);
  return article ? [{ quotation, article }] : [];
}
