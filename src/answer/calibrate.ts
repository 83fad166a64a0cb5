import { familyKey } from "../coverage/family.ts";
import { isStopWord } from "../language/stopwords.ts";
import { type Term, terms } from "../language/words.ts";
import type { SearchEngine } from "../retrieval/engine.ts";
import { idf } from "../retrieval/idf.ts";
import type { Passage } from "../retrieval/passages.ts";

/*
 * How well does this coverage score words that it does not answer? Runs of words from its own articles are searched in all
 * other articles: the same language, the same subjects, and never the source. A question that scores no better than
 * such a run of its length has not been answered. This needs no labels and fits itself to every corpus; a fixed
 * threshold does not carry over from one corpus to another.
 */
const lengths = [2, 3, 5, 8, 12, 18, 26, 36];
/** How many runs of a length are tried: in a big coverage fewer, since each of them is searched for. */
const samples = (passages: number) => (passages <= 20_000 ? 200 : 60);
const quantile = 0.68;

/** The score per weight of words, by the number of words, that a run from elsewhere reaches in 68 of 100 cases. */
export interface Calibration {
  /** The number of passages. */
  readonly size: number;
  threshold(words: number): number;
}

/** Thresholds are computed for a length when a question of about that length is first asked. */
export function calibrate(engine: SearchEngine): Calibration {
  const known = new Map<number, number>();
  const read = new Map<Passage, Term[]>();
  // The same passages are sampled for every length, and in a small coverage for every sample.
  const contentOf = (passage: Passage): Term[] => {
    const content =
      read.get(passage) ?? terms(passage.article.text.slice(passage.start, passage.end)).filter((t) => !isStopWord(t));
    read.set(passage, content);
    return content;
  };
  const at = (length: number): number => {
    let value = known.get(length);
    if (value === undefined) {
      value = measure(engine, length, contentOf);
      known.set(length, value);
    }
    return value;
  };
  return {
    size: engine.passages.length,
    threshold(words) {
      const above = lengths.findIndex((l) => l >= words);
      if (above < 0) return at(lengths.at(-1) ?? 0);
      const high = lengths[above] ?? 0;
      const low = lengths[above - 1];
      if (low === undefined || high === words) return at(high);
      return at(low) + ((at(high) - at(low)) * (words - low)) / (high - low);
    },
  };
}

function measure(engine: SearchEngine, length: number, contentOf: (passage: Passage) => Term[]): number {
  const { passages } = engine;
  const scores: number[] = [];
  // Evenly spread over the passages, at a place in each that moves on: the same sample every time.
  const tries = samples(passages.length);
  for (let i = 0; i < tries; i++) {
    const passage = passages[Math.floor((i * passages.length) / tries)];
    if (!passage) break;
    const content = contentOf(passage);
    const from = Math.floor((((i * 7) % 13) / 13) * Math.max(0, content.length - length));
    const run = [...new Set(content.slice(from, from + length).map((t) => t.term))];
    if (run.length < length * 0.7) continue;
    const weight = run.reduce((sum, term) => sum + idf(engine.documentFrequency(term), passages.length), 0);
    const family = familyKey(passage.article);
    const elsewhere = engine
      .search(
        run.map((term) => ({ term, weight: 1 })),
        20,
      )
      .find((hit) => familyKey(hit.passage.article) !== family);
    scores.push((elsewhere?.score ?? 0) / weight);
  }
  scores.sort((a, b) => a - b);
  return scores[Math.floor(scores.length * quantile)] ?? 0;
}
