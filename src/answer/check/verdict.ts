import type { Change } from "./changes.ts";
import type { Difference } from "./diff.ts";
import type { SpeakerCheck } from "./speaker.ts";

/**
 * `exact`: every character stands so in the body of an article. `typography`: every word, number and sign does; marks,
 * dashes, case or spaces differ. `altered`: words differ. `headline-only`: no body has it, a headline does.
 * `other-wording`: a sentence seems to give the same remark in other words. `not-found`: the coverage does not have it.
 */
export type Verdict = "exact" | "typography" | "altered" | "headline-only" | "other-wording" | "not-found";

/** A place in the coverage; offsets into the article's text, or into its headline where `field` says so. */
export interface Match {
  readonly article: string;
  readonly field?: "headline";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One of the passages that a claim was joined from. */
export interface Joined {
  readonly match: Match;
  /** The claim's words for it against the match; null where they are the same. */
  readonly diff: readonly Difference[] | null;
}

export interface CheckResult {
  /** The words checked, as a slice of what was given. */
  readonly claim: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  /** Where the words, or the nearest to them, stand; with `not-found` only where something is near. */
  readonly match: Match | null;
  /** Where else the very same words stand: article ids. */
  readonly alsoIn: readonly string[];
  /** Word by word against `match` (with `headline-only`: against `body`); null where nothing is near enough. */
  readonly diff: readonly Difference[] | null;
  /** With `altered`: what is more than other words. */
  readonly changes: readonly Change[];
  /** With `altered`: the passages that stand apart in the coverage and follow each other in the claim; else empty. */
  readonly joined: readonly Joined[];
  /** With `headline-only`: what the body has instead, where it has something near. */
  readonly body: Match | null;
  readonly speaker: SpeakerCheck;
}
