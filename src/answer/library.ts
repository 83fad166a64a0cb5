import type { Corpus } from "../coverage/corpus.ts";
import { readingDate } from "../coverage/family.ts";
import { type Grouped, groupQuotations } from "../reading/grouping.ts";
import { collectNames, type NameBook } from "../reading/quotations/name-book.ts";
import { readQuotations } from "../reading/quotations.ts";
import type { SearchEngine } from "../retrieval/engine.ts";
import { createEngine } from "../retrieval/minisearch.ts";
import { passagesOf } from "../retrieval/passages.ts";
import { type Calibration, calibrate } from "./calibrate.ts";
import { lazy } from "./lazy.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/**
 * The coverage opened for answering: the records and what was read from them once, at its first use. Everything in it is
 * derived from the corpus alone, so the same corpus gives the same answers.
 */
export interface Library {
  readonly corpus: Corpus;
  readonly search: () => {
    readonly engine: SearchEngine;
    readonly vocabulary: Vocabulary;
    readonly calibration: Calibration;
  };
  /** The full names and roles of the people that the live articles name. */
  readonly names: () => NameBook;
  /** The direct speech of every live article, reprints as well, in the order of articles and text. */
  readonly quotations: () => readonly Grouped[];
}

export function openLibrary(corpus: Corpus): Library {
  const names = lazy(() => collectNames(corpus.live));
  return {
    corpus,
    names,
    quotations: lazy(() => {
      const all = corpus.live.flatMap((a) =>
        readQuotations(a, readingDate(corpus, a)?.date ?? null, { names: names() }),
      );
      return groupQuotations(all, (id) => corpus.byId.get(id));
    }),
    search: lazy(() => {
      const engine = createEngine(passagesOf(corpus));
      return { engine, vocabulary: createVocabulary(engine), calibration: calibrate(engine) };
    }),
  };
}
