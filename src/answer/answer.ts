import type { Zone } from "../coverage/article.ts";
import type { CorpusStamp } from "../coverage/corpus.ts";
import type { Span } from "../coverage/span.ts";

/**
 * `answer`: the coverage says it. `near-miss`: it does not, but says something close by. `silence`: it does not say.
 */
export type AnswerOutcome = "answer" | "near-miss" | "silence";

/** One passage with its source: the words are slices of the article, in order, of one paragraph or of neighbouring ones. */
export interface Block {
  readonly article: string;
  readonly zone: Zone;
  readonly spans: readonly Span[];
  /** The words that matched the question, inside the spans, for emphasis. */
  readonly matches: readonly Span[];
  readonly score: number;
  /** The family's other members that print the same words, by id. */
  readonly alsoIn: readonly string[];
  readonly receipt: string;
}

/** Keys into the text catalogue with what they need; never free text. */
export type Notice =
  /** Names as the question has them, neighbouring words of one together. */
  | { readonly key: "not-mentioned"; readonly names: readonly string[] }
  | { readonly key: "read-as"; readonly from: string; readonly to: string }
  | { readonly key: "context-used"; readonly words: readonly string[] }
  /** Words that count from the day of asking, and the last day that the coverage can know of. */
  | { readonly key: "counted-from"; readonly words: readonly string[]; readonly newest: string }
  | { readonly key: "other-language"; readonly language: string }
  /** Nothing was found in the papers that the question names. */
  | { readonly key: "source-silent"; readonly papers: readonly string[] }
  /** The coverage has nothing of the outlets that alone were to be searched. */
  | { readonly key: "outlet-unknown"; readonly outlets: readonly string[] }
  | { readonly key: "phrase-not-found"; readonly phrases: readonly string[] }
  | { readonly key: "not-understood"; readonly options: readonly string[] }
  | { readonly key: "headline-only" }
  | { readonly key: "empty-question" };

export interface Answer {
  readonly question: string;
  readonly outcome: AnswerOutcome;
  /** Best first; where several answer as well with other figures, these in the order of their dates. Empty in silence. */
  readonly blocks: readonly Block[];
  readonly notices: readonly Notice[];
  readonly corpus: CorpusStamp;
}
