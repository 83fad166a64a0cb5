import type { Range } from "../language/range.ts";
import type { Article } from "./article.ts";
import { everyone, type Outlet, type Outlets, type Policy, type Wording } from "./outlets.ts";

/** Words that an answer would show of one article: whole sentences, in order, each `start` to `end` of its text. */
export interface Quoted {
  readonly article: Article;
  readonly sentences: readonly Range[];
}

/** What of them may be shown. */
export interface Shown {
  readonly article: Article;
  /** The record of the article's outlet, with its label; `null` where the operator says nothing of it. */
  readonly outlet: Outlet | null;
  readonly policy: Policy;
  /** Why not everything is shown, as the operator says; `null` under `full`. */
  readonly reason: Wording | null;
  /** Those sentences that may be quoted; none under `headline-only` and `withheld`. */
  readonly sentences: readonly Range[];
  /** How many sentences were left out because the outlet's share of this answer was used up. */
  readonly overBudget: number;
  /** Outlet and headline may be named; false under `withheld`. */
  readonly named: boolean;
  /** The links that may be given; `null` where there are none or none may be. */
  readonly url: string | null;
  readonly archiveUrl: string | null;
}

/**
 * What of one answer may be shown to an audience: the operator's policy for each article's outlet, and its budget of words
 * over the answer as a whole, spent in the order given. Whole sentences are shown or left out, never cut. One result for
 * each item, in order. Every surface shows what this returns and nothing else.
 * @param audience The audience that was set for the chat or the command; one that is not known sees what `everyone` sees.
 */
export function applyPolicy(outlets: Outlets, audience: string, answer: readonly Quoted[]): Shown[] {
  const spent = new Map<Outlet, number>();
  return answer.map(({ article, sentences }): Shown => {
    const outlet = outlets.of(article);
    const { show, reason } = outlet?.policy[audience] ?? outlet?.policy[everyone] ?? { show: "full" as const };
    const quotable = show === "full" || show === "no-link" ? sentences : [];
    const kept =
      outlet && outlet.words !== null ? withinBudget(article, quotable, outlet, outlet.words, spent) : quotable;
    const linked = show === "full" || show === "headline-only";
    return {
      article,
      outlet,
      policy: show,
      reason: show === "full" ? null : (reason ?? null),
      sentences: kept,
      overBudget: quotable.length - kept.length,
      named: show !== "withheld",
      url: linked ? article.url : null,
      archiveUrl: linked ? article.archiveUrl : null,
    };
  });
}

/** The sentences up to the first that would go over the outlet's budget. */
function withinBudget(
  article: Article,
  sentences: readonly Range[],
  outlet: Outlet,
  budget: number,
  spent: Map<Outlet, number>,
): readonly Range[] {
  let used = spent.get(outlet) ?? 0;
  let fits = 0;
  for (const { start, end } of sentences) {
    const words = wordCount(article.text.slice(start, end));
    if (used + words > budget) break;
    used += words;
    fits++;
  }
  // What was left out ends the outlet's share, so that no later, shorter sentence takes the better one's place.
  spent.set(outlet, fits < sentences.length ? budget : used);
  return sentences.slice(0, fits);
}

/** Words as a reader counts them: "don't", "3.5" and "well-known" are one each. */
function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
