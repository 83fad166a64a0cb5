import type { Corpus } from "../coverage/corpus.ts";
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
}

export function openLibrary(corpus: Corpus): Library {
  return {
    corpus,
    search: lazy(() => {
      const engine = createEngine(passagesOf(corpus));
      return { engine, vocabulary: createVocabulary(engine), calibration: calibrate(engine) };
    }),
  };
}
