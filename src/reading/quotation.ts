import type { Zone } from "../coverage/article.ts";
import type { Range } from "../language/range.ts";

/** How a speaker was found. `carried`: from another sentence; `document`: a paper, a post or a law is quoted. */
export type SpeakerHow = "name" | "pronoun" | "role" | "organisation" | "document" | "carried" | "unknown";

export interface Speaker {
  /** The full name (or organisation) where the text supports it, else `null`. */
  readonly name: string | null;
  /** The words of the mention as they stand: "he", "the spokesman", "Peskov"; `null` where nobody is mentioned. */
  readonly as: string | null;
  readonly mention: Range | null;
  readonly how: SpeakerHow;
  /** 0 to 1: the share of such attributions that are right. */
  readonly confidence: number;
}

/** When something was said: an interval of days and where it was read from. */
export interface Uttered {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: "day" | "week" | "month" | "year" | "range" | "publication" | "unknown";
  readonly basis: Range | null;
}

/** Direct speech in an article. All ranges are offsets into the article's text. */
export interface Quotation extends Range {
  readonly article: string;
  /** The quoted words without their marks; more than one for a quotation split by its attribution. `start`/`end` span them all. */
  readonly parts: readonly Range[];
  /** `fragment`: a part of a sentence woven into the outlet's own. */
  readonly kind: "direct" | "fragment";
  readonly zone: Zone;
  readonly speaker: Speaker;
  /** Who relayed it ("TASS quoted him as saying"). */
  readonly via: { readonly name: string; readonly mention: Range } | null;
  /** "reportedly", "allegedly": the outlet did not hear it itself. */
  readonly hearsay: Range | null;
  /** The verb or phrase of saying. */
  readonly cue: Range | null;
  readonly uttered: Uttered;
  /** The whole sentence or sentences it stands in. */
  readonly context: Range;
}
