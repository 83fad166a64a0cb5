import type { Corpus } from "../../coverage/corpus.ts";
import { everyone } from "../../coverage/outlets.ts";
import type { Quoted } from "../../coverage/policy.ts";

/** The coverage as one answer shows it to one audience: what has been quoted so far counts against its outlets' budgets. */
export interface View extends Corpus {
  readonly audience: string;
  readonly quoted: Quoted[];
  /** Outlets whose label has been shown. */
  readonly labelled: Set<string>;
  /** Every passage will be a message of its own: budgets and labels count for each alone. */
  readonly isApart: boolean;
}

/** @param audience The audience that was set for the chat. */
export function viewOf(corpus: Corpus, audience = everyone, { isApart = false } = {}): View {
  return { ...corpus, audience, quoted: [], labelled: new Set(), isApart };
}
