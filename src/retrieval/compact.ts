import SearchableMap from "minisearch/SearchableMap";
import type { Article } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { editDistance } from "../language/distance.ts";
import type { Capitals, Hit, IndexedSentence, QueryTerm, SearchEngine } from "./engine.ts";
import { idf } from "./idf.ts";
import type { Passage } from "./passages.ts";
import { rangeOf } from "./postings.ts";
import { buildSegment, frequencies, type Segment, sentencesOf } from "./segment.ts";
import { atOnce } from "./turns.ts";

/*
 * The engine behind the port: BM25 over postings in typed arrays, which at 100,000 passages take a tenth of the memory of MiniSearch's maps and
 * a twentieth of the time of its search (it scores and sorts a result object for every match). Scores are those of MiniSearch
 * but for two things: its factor for the number of matched terms, which favours long common words over rare ones, is left out, and a
 * passage is as long as it has terms, not different terms. Its radix tree finds misspelt words.
 *
 * Articles that come and go are kept apart from the bulk: what is new has a segment of its own, what is gone one that is taken
 * off from all counts. So scores are the same as in an engine built anew.
 */

/** How BM25 is tuned: saturation `k`, length normalisation `b`, and what the headline is worth beside the text. */
export interface Ranking {
  readonly k: number;
  readonly b: number;
  readonly headline: number;
}

/** Little length normalisation: passages are of similar length by construction. Measured by test/bench/finding.ts. */
const measured: Ranking = { k: 0.9, b: 0.4, headline: 0.5 };

/** From this share of changed passages on, everything is built anew. */
const mostChanged = 0.2;

/** A search engine over the given passages, in memory. */
export function createEngine(passages: readonly Passage[], ranking: Ranking = measured): SearchEngine {
  return atOnce(buildEngine(passages, null, ranking));
}

/**
 * The same in steps (turns.ts). Of an earlier engine everything is taken over that has stayed: articles are the same when they are
 * the same object.
 */
export function* buildEngine(
  passages: readonly Passage[],
  earlier: SearchEngine | null = null,
  ranking: Ranking = measured,
): Generator<void, SearchEngine> {
  const bulk = earlier instanceof CompactEngine ? earlier.bulk : null;
  if (bulk) {
    const now = new Set(passages.map((p) => p.article));
    const before = new Set(bulk.segment.passages.map((p) => p.article));
    yield;
    const fresh = passages.filter((p) => !before.has(p.article));
    const gone = bulk.segment.passages.filter((p) => !now.has(p.article));
    yield;
    if (fresh.length + gone.length <= mostChanged * bulk.segment.passages.length) {
      const added = yield* buildPart(fresh);
      const removed = yield* buildPart(gone);
      return new CompactEngine(passages, bulk, added, removed, ranking);
    }
  }
  return new CompactEngine(passages, yield* buildPart(passages), null, null, ranking);
}

/** Of ten passages three may be of one article as long as others have something to say: no article crowds them out. */
const shareOfOne = 0.3;

/** A segment with what looking up misspelt words needs. */
interface Part {
  readonly segment: Segment;
  readonly tree: SearchableMap<true>;
  /** Room for the scores of its passages. */
  readonly scores: Float64Array;
}

function* buildPart(passages: readonly Passage[]): Generator<void, Part> {
  const segment = yield* buildSegment(passages);
  const tree = new SearchableMap<true>();
  for (const term of segment.dictionary.keys()) {
    if (!/\d/.test(term)) tree.set(term, true);
    yield;
  }
  return { segment, tree, scores: new Float64Array(passages.length) };
}

class CompactEngine implements SearchEngine {
  readonly passages: readonly Passage[];
  readonly bulk: Part;
  readonly #parts: readonly Part[];
  readonly #removed: Part | null;
  readonly #gone: ReadonlySet<Passage>;
  readonly #ranking: Ranking;
  readonly #meanLength: { readonly text: number; readonly headline: number };

  constructor(passages: readonly Passage[], bulk: Part, added: Part | null, removed: Part | null, ranking: Ranking) {
    this.passages = passages;
    this.bulk = bulk;
    this.#parts = added ? [bulk, added] : [bulk];
    this.#removed = removed;
    this.#gone = new Set(removed?.segment.passages);
    this.#ranking = ranking;
    const mean = (lengthOf: (segment: Segment) => number) =>
      this.#overParts(({ segment }) => lengthOf(segment)) / (passages.length || 1);
    this.#meanLength = { text: mean(textLength), headline: mean(headlineLength) };
  }

  documentFrequency(term: string): number {
    const { text, headline } = this.#frequencies(term);
    return text || headline;
  }

  capitals(term: string): Capitals {
    const count = (of: (segment: Segment, id: number) => number | undefined) =>
      this.#overParts(({ segment }) => of(segment, segment.dictionary.get(term) ?? -1) ?? 0);
    return { all: count((s, id) => s.midSentence[id]), capital: count((s, id) => s.midCapital[id]) };
  }

  *vocabulary(): Generator<string> {
    for (const [i, { segment }] of this.#parts.entries())
      for (const term of segment.dictionary.keys())
        if ((i === 0 || !this.bulk.segment.dictionary.has(term)) && this.documentFrequency(term) > 0) yield term;
  }

  *capitalised(): Generator<readonly [string, string]> {
    for (const [i, { segment }] of this.#parts.entries())
      for (const [word, term] of segment.capitalised)
        if ((i === 0 || !this.bulk.segment.capitalised.has(word)) && this.documentFrequency(term) > 0)
          yield [word, term];
  }

  search(query: readonly QueryTerm[], limit: number, worthOf?: (article: Article) => number): Hit[] {
    const weights = new Map<string, number>();
    for (const { term, weight } of query) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    for (const { scores } of this.#parts) scores.fill(0);
    for (const [term, weight] of weights) this.#score(term, weight);
    if (worthOf) this.#multiply(worthOf);
    const spread = this.#best(limit, Math.ceil(limit * shareOfOne));
    if (spread.length === limit) return spread;
    const there = new Set(spread.map((hit) => hit.passage));
    const rest = this.#best(limit, limit).filter((hit) => !there.has(hit.passage));
    return [...spread, ...rest.slice(0, limit - spread.length)].sort((a, b) => (inOrder(a, b) ? -1 : 1));
  }

  similarTerms(term: string): string[] {
    const most = term.length >= 8 ? 2 : term.length >= 4 ? 1 : 0;
    if (most === 0 || /\d/.test(term)) return [];
    const found = new Map<string, number>();
    const add = (t: string) => {
      const frequency = found.has(t) ? 0 : this.documentFrequency(t);
      if (frequency > 0) found.set(t, frequency);
    };
    swaps(term).forEach(add);
    for (const { tree } of this.#parts) for (const t of tree.fuzzyGet(term, most).keys()) add(t);
    // The first letter is seldom mistyped: another one there counts as a further slip.
    const slips = (t: string) => editDistance(t, term, most) + (t[0] === term[0] ? 0 : 1);
    return [...found]
      .map(([t, frequency]) => ({ t, frequency, slips: slips(t) }))
      .sort((a, b) => a.slips - b.slips || b.frequency - a.frequency || compare(a.t, b.t))
      .slice(0, 3)
      .map(({ t }) => t);
  }

  /** The sum over what is there, less what is gone. */
  #overParts(count: (part: Part) => number): number {
    return this.#parts.reduce((sum, part) => sum + count(part), this.#removed ? -count(this.#removed) : 0);
  }

  #frequencies(term: string): { text: number; headline: number } {
    return {
      text: this.#overParts(({ segment }) => frequencies(segment, term).text),
      headline: this.#overParts(({ segment }) => frequencies(segment, term).headline),
    };
  }

  /** Adds what a term is worth to the scores of all passages that have it. */
  #score(term: string, weight: number): void {
    const { k, b, headline: headlineWeight } = this.#ranking;
    const frequency = this.#frequencies(term);
    const size = this.passages.length;
    for (const { segment, scores } of this.#parts) {
      const id = segment.dictionary.get(term);
      if (id === undefined) continue;
      const { text, headline, firstPassage } = segment;
      const worth = weight * idf(frequency.text, size) * (k + 1);
      const [from, to] = rangeOf(text, id);
      for (let i = from; i < to; i++) {
        const p = text.document[i] ?? 0;
        const n = text.count[i] ?? 0;
        const norm = k * (1 - b + (b * (text.length[p] ?? 0)) / this.#meanLength.text);
        scores[p] = (scores[p] ?? 0) + (worth * n) / (n + norm);
      }
      const worthAbove = headlineWeight * weight * idf(frequency.headline, size) * (k + 1);
      const [first, last] = rangeOf(headline, id);
      for (let i = first; i < last; i++) {
        const a = headline.document[i] ?? 0;
        const n = headline.count[i] ?? 0;
        const norm = k * (1 - b + (b * (headline.length[a] ?? 0)) / this.#meanLength.headline);
        const more = (worthAbove * n) / (n + norm);
        for (let p = firstPassage[a] ?? 0; p < (firstPassage[a + 1] ?? 0); p++) scores[p] = (scores[p] ?? 0) + more;
      }
    }
  }

  #multiply(worthOf: (article: Article) => number): void {
    for (const { segment, scores } of this.#parts) {
      let article: Article | undefined;
      let worth = 1;
      for (const [p, passage] of segment.passages.entries()) {
        const score = scores[p] ?? 0;
        if (score === 0) continue;
        if (passage.article !== article) worth = worthOf(passage.article);
        article = passage.article;
        scores[p] = score * worth;
      }
    }
  }

  /**
   * The passages with the best scores, at most `ofOne` of an article. Insertion into a short sorted list, which few passages get into.
   */
  #best(limit: number, ofOne: number): Hit[] {
    const best: Hit[] = [];
    let least = 0;
    for (const { segment, scores } of this.#parts) {
      for (let p = 0; p < scores.length; p++) {
        const score = scores[p] ?? 0;
        if (score === 0 || score < least) continue;
        const passage = segment.passages[p];
        if (!passage || this.#gone.has(passage)) continue;
        const hit = new FoundPassage(passage, score, segment, p);
        let at = best.length;
        while (at > 0 && inOrder(hit, best[at - 1])) at--;
        if (at >= limit) continue;
        best.splice(at, 0, hit);
        const same = best.filter((h) => h.passage.article === passage.article);
        const last = same.length > ofOne ? same.at(-1) : undefined;
        if (last) best.splice(best.indexOf(last), 1);
        if (best.length > limit) best.pop();
        if (best.length === limit) least = best.at(-1)?.score ?? 0;
      }
    }
    return best;
  }
}

class FoundPassage implements Hit {
  readonly passage: Passage;
  readonly score: number;
  readonly #segment: Segment;
  readonly #number: number;

  constructor(passage: Passage, score: number, segment: Segment, number: number) {
    this.passage = passage;
    this.score = score;
    this.#segment = segment;
    this.#number = number;
  }

  get sentences(): readonly IndexedSentence[] {
    return sentencesOf(this.#segment, this.#number);
  }
}

/** Whether a hit stands before another: by score, then in the order of the passages. */
function inOrder(a: Hit, b: Hit | undefined): boolean {
  if (!b || a.score !== b.score) return b !== undefined && a.score > b.score;
  const [left, right] = [a.passage, b.passage];
  return (compare(left.article.id, right.article.id) || left.start - right.start) < 0;
}

function textLength({ text }: Segment): number {
  return text.length.reduce((sum, n) => sum + n, 0);
}

function headlineLength({ headline, firstPassage }: Segment): number {
  return headline.length.reduce((sum, n, a) => sum + n * ((firstPassage[a + 1] ?? 0) - (firstPassage[a] ?? 0)), 0);
}

/** A word with each two neighbouring letters swapped: one slip of the fingers, which edit distance counts as two. */
function swaps(word: string): string[] {
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  );
}
