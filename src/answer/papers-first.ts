import type { Corpus } from "../coverage/corpus.ts";
import { type Asked, asksForFigure } from "./asked.ts";
import type { Question } from "./question.ts";
import type { Scope } from "./scope.ts";
import type { Candidate } from "./select.ts";

/**
 * A paper speaks of what is asked where its sentences hold so much of what the best of all hold; less will do where they have a
 * figure that is asked for: each paper tells it in words of its own.
 */
const onSubject = { anyhow: 0.6, withFigure: 0.4 };

/** The outlets that a question names and the coverage has. */
export function outletsNamed({ sources }: Scope): ReadonlySet<string | null> {
  return new Set(sources.flatMap((s) => s.outlets));
}

/** Whether the papers that a question names write in another language than the one in which it is asked. */
export function areAbroad(scope: Scope, asker: Question["language"], corpus: Corpus): boolean {
  const outlets = outletsNamed(scope);
  return outlets.size > 0 && !corpus.live.some((a) => outlets.has(a.outlet) && a.language === asker);
}

/**
 * The candidates of the papers that a question names, as far as they speak of what it asks, and the others; both as they were.
 * Of papers that do not speak of it there is nothing among the others either.
 */
export function byNamedSource(
  found: readonly Candidate[],
  scope: Scope,
  asked: Asked,
): { named: Candidate[]; others: Candidate[] } {
  const outlets = outletsNamed(scope);
  const [best] = found;
  if (!best || outlets.size === 0) return { named: [], others: [...found] };
  const isOfNamed = (c: Candidate) => outlets.has(c.article.outlet);
  const hasFigure = (c: Candidate) => asksForFigure(asked) && c.held > 0;
  const lacksFigure = (c: Candidate) => asksForFigure(asked) && c.held === 0 && best.held > 0;
  const isNamed = (c: Candidate) =>
    isOfNamed(c) &&
    !lacksFigure(c) &&
    c.inContext >= best.inContext * (hasFigure(c) ? onSubject.withFigure : onSubject.anyhow);
  const named = found.filter(isNamed);
  return { named, others: found.filter((c) => (named.length > 0 ? !isNamed(c) : !isOfNamed(c))) };
}
