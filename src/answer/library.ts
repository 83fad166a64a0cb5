import type { Corpus } from "../coverage/corpus.ts";
import { readingDate } from "../coverage/family.ts";
import type { Event } from "../reading/event.ts";
import { mergeEvents } from "../reading/events.ts";
import { type Grouped, groupQuotations } from "../reading/grouping.ts";
import type { Mention } from "../reading/mention.ts";
import { readMentions } from "../reading/mentions.ts";
import { collectNames, type NameBook } from "../reading/quotations/name-book.ts";
import { readQuotations } from "../reading/quotations.ts";
import { buildEngine } from "../retrieval/compact.ts";
import type { SearchEngine } from "../retrieval/engine.ts";
import { passagesOf } from "../retrieval/passages.ts";
import { atOnce } from "../retrieval/turns.ts";
import { type Calibration, calibrate } from "./calibrate.ts";
import { lazy } from "./lazy.ts";
import { type Relevance, relevanceOf, topicReader } from "./timeline/relevance.ts";
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
  /** The time expressions of every live article, in the order of articles and text. */
  readonly mentions: () => readonly Mention[];
  /** What the live articles report to have happened, in date order, then the undated. */
  readonly events: () => readonly Event[];
  /** How well events fit a topic. */
  readonly relevance: () => Relevance;
}

/** @param earlier What was opened before: articles that are the same objects need not be indexed again. Answers are the same. */
export function openLibrary(corpus: Corpus, earlier: Library | null = null): Library {
  const before = earlier?.search().engine ?? null;
  const mentions = lazy(() => corpus.live.flatMap((a) => readMentions(a, readingDate(corpus, a)?.date ?? null)));
  const events = lazy(() => mergeEvents(corpus.live, mentions()));
  const names = lazy(() => collectNames(corpus.live));
  const search = lazy(() => {
    const engine = atOnce(buildEngine(passagesOf(corpus), before));
    return { engine, vocabulary: createVocabulary(engine), calibration: calibrate(engine) };
  });
  return {
    corpus,
    search,
    names,
    mentions,
    events,
    relevance: lazy(() => relevanceOf(corpus, events(), topicReader(search))),
    quotations: lazy(() => {
      const dated = Map.groupBy(mentions(), (m) => m.article);
      const all = corpus.live.flatMap((a) =>
        readQuotations(a, readingDate(corpus, a)?.date ?? null, { names: names(), mentions: dated.get(a.id) ?? [] }),
      );
      return groupQuotations(all, (id) => corpus.byId.get(id));
    }),
  };
}
