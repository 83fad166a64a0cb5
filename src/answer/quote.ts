import type { Article } from "../coverage/article.ts";
import { type Corpus, compare } from "../coverage/corpus.ts";
import type { Grouped } from "../reading/grouping.ts";
import type { Library } from "./library.ts";
import { directoryOf, type Quoted, speakerOf } from "./quote/directory.ts";
import { leastRelevant, relevanceTo } from "./quote/relevance.ts";
import { otherWordings } from "./quote/remarks.ts";
import { everybody, outletsMeant, type QuoteRequest, readQuoteRequest } from "./quote/request.ts";

export type { Quoted } from "./quote/directory.ts";
export { everybody, type QuoteRequest, quoteLine, readQuoteRequest } from "./quote/request.ts";

/** One set of the same words: the quotation to show and where else they stand. */
export interface QuoteEntry {
  readonly quotation: Grouped;
  readonly article: Article;
  /** The other members of the group, one an article, in the same order as entries. */
  readonly alsoIn: readonly { readonly quotation: Grouped; readonly article: Article }[];
  /** Other speakers to whom these words are given elsewhere; never voted away. */
  readonly otherSpeakers: readonly string[];
  /** Where those stand. */
  readonly rivals: readonly { readonly quotation: Grouped; readonly article: Article }[];
  /** What may be the same remark in other words or another translation, once a group of the same words. */
  readonly otherWordings: readonly { readonly quotation: Grouped; readonly article: Article }[];
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
  const relevance = wanted.topic === null ? () => 1 : relevanceTo(library, wanted.topic);
  const outlets = wanted.outlet === null ? null : outletsMeant(wanted.outlet, library.corpus);
  const picked = library.quotations().flatMap((quotation): Scored[] => {
    const article = library.corpus.byId.get(quotation.article);
    if (!article || (speaker && !directory.isBy(quotation, speaker))) return [];
    if (outlets && (article.outlet === null || !outlets.has(article.outlet))) return [];
    if (!within(quotation, article, wanted)) return [];
    const scored = { quotation, article, relevance: relevance(quotation, article) };
    return scored.relevance >= leastRelevant ? [scored] : [];
  });
  return { kind: "quotations", speaker, entries: entriesOf(library, picked) };
}

interface Scored {
  readonly quotation: Grouped;
  readonly article: Article;
  readonly relevance: number;
}

/** By the day of the utterance; where that is not known, by the article's. */
function within(quotation: Grouped, article: Article, { since, until }: QuoteRequest): boolean {
  if (since === null && until === null) return true;
  const from = quotation.uttered.from ?? article.published;
  const to = quotation.uttered.to ?? article.published;
  if (from === null || to === null) return false;
  return (since === null || to >= since) && (until === null || from <= until);
}

/** One entry a group, most relevant first, then newest; the longest stands for the others, of equal ones the original, then the earliest. */
function entriesOf(library: Library, picked: readonly Scored[]): QuoteEntry[] {
  const members = Map.groupBy(library.quotations(), (q) => q.group);
  const wordings = otherWordings(library);
  const entries = [...Map.groupBy(picked, (p) => p.quotation.group)].flatMap(([group, own]) => {
    const [first] = [...own].sort(byOrigin).sort((a, b) => Number(isMuchLonger(b, a)) - Number(isMuchLonger(a, b)));
    if (!first) return [];
    const alsoIn = oncePerArticle(library, members.get(group) ?? []).filter((o) => o.article.id !== first.article.id);
    const rivals = oncePerArticle(
      library,
      first.quotation.rivals.flatMap((r) => members.get(r) ?? []),
    );
    const names = new Set([first, ...alsoIn, ...rivals].flatMap((o) => speakerOf(o.quotation) ?? []));
    names.delete(speakerOf(first.quotation) ?? "");
    const relevance = Math.max(...own.map((o) => o.relevance));
    return [
      {
        quotation: first.quotation,
        article: first.article,
        alsoIn,
        otherSpeakers: [...names].sort(compare),
        rivals,
        otherWordings: (wordings.get(group) ?? []).flatMap((q) => withArticle(library.corpus, q)),
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

/** A fragment does not stand for the whole that it is a part of. */
const muchLonger = 1.3;

const isMuchLonger = (a: Scored, b: Scored) => lengthOf(a.quotation) > muchLonger * lengthOf(b.quotation);

const lengthOf = ({ parts }: Grouped) => parts.reduce((sum, p) => sum + p.end - p.start, 0);

function oncePerArticle({ corpus }: Library, quotations: readonly Grouped[]) {
  const all = quotations.flatMap((q) => withArticle(corpus, q)).sort(byOrigin);
  return all.filter((o, i) => all.findIndex((x) => x.article.id === o.article.id) === i);
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
