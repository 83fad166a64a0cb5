import MiniSearch from "minisearch";
import { editDistance } from "../language/distance.ts";
import { terms } from "../language/words.ts";
import type { Hit, QueryTerm, SearchEngine } from "./engine.ts";
import type { Passage } from "./passages.ts";

/** BM25+ with little length normalisation and no lower bound: passages are of similar length by construction. */
const bm25 = { k: 0.9, b: 0.4, d: 0 };
/** A headline names what its passages are about; measured best at half the weight of the text. */
const headlineWeight = 0.5;
/** In collections larger than this, rare terms choose the candidates and all terms score them. */
const twoPhaseFrom = 2_000;
const rareShare = 0.02;

interface Document {
  readonly id: number;
  readonly text: string;
  readonly headline: string;
}

/** A search engine over the given passages, in memory. */
export function createEngine(passages: readonly Passage[]): SearchEngine {
  const frequency = new Map<string, number>();
  const index = new MiniSearch<Document>({
    fields: ["text", "headline"],
    // Analysis happens once, in language/words.ts, for the index and the question alike.
    tokenize: (text, field) => {
      if (field === undefined) return text.split(" ");
      const found = terms(text).map((t) => t.term);
      if (field === "text") for (const term of new Set(found)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
      return found;
    },
    processTerm: (term) => term,
    searchOptions: { bm25, boost: { headline: headlineWeight } },
  });
  index.addAll(
    passages.map((p) => ({ id: p.id, text: p.article.text.slice(p.start, p.end), headline: p.article.headline ?? "" })),
  );

  const search = (query: readonly QueryTerm[], limit: number): Hit[] => {
    const weights = new Map<string, number>();
    for (const { term, weight } of query) if (term) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    if (weights.size === 0) return [];
    const candidates =
      passages.length > twoPhaseFrom ? rareCandidates(index, frequency, passages.length, weights) : null;
    const results = index.search([...weights.keys()].join(" "), {
      boostTerm: (term) => weights.get(term) ?? 1,
      ...(candidates ? { boostDocument: (id: number) => (candidates.has(id) ? 1 : 0) } : {}),
    });
    return (
      results
        // MiniSearch multiplies by the number of matched terms, which favours long common words over rare ones: undone.
        .map((r) => ({ id: r.id as number, score: r.score / r.queryTerms.length }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit)
        .flatMap(({ id, score }) => {
          const passage = passages[id];
          return passage ? [{ passage, score }] : [];
        })
    );
  };

  return {
    passages,
    search,
    documentFrequency: (term) => frequency.get(term) ?? 0,
    vocabulary: () => frequency.keys(),
    similarTerms(term) {
      const most = term.length >= 8 ? 2 : term.length >= 4 ? 1 : 0;
      if (most === 0 || /\d/.test(term)) return [];
      const found = new Set(swaps(term).filter((t) => frequency.has(t)));
      for (const result of index.search(term, { fuzzy: most }))
        for (const match of Object.keys(result.match)) found.add(match);
      // The first letter is seldom mistyped: another one there counts as a further slip.
      const slips = (t: string) => editDistance(t, term, most) + (t[0] === term[0] ? 0 : 1);
      return [...found]
        .filter((t) => !/\d/.test(t))
        .sort((a, b) => slips(a) - slips(b) || (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || (a < b ? -1 : 1))
        .slice(0, 3);
    },
  };
}

/** A word with each two neighbouring letters swapped: one slip of the fingers, which edit distance counts as two. */
function swaps(word: string): string[] {
  return Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  );
}

/** The passages that hold one of the question's rare terms; `null` when it has none, and every passage is a candidate. */
function rareCandidates(
  index: MiniSearch<Document>,
  frequency: ReadonlyMap<string, number>,
  size: number,
  weights: ReadonlyMap<string, number>,
): Set<number> | null {
  const rare = [...weights.keys()].filter((term) => (frequency.get(term) ?? 0) <= size * rareShare);
  if (rare.length === 0 || rare.length === weights.size) return null;
  const found = index.search(rare.join(" "));
  return found.length >= 10 ? new Set(found.map((r) => r.id as number)) : null;
}
