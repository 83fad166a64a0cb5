import { type Asked, asksForFigure } from "./asked.ts";
import type { Scope } from "./scope.ts";
import type { Candidate } from "./select.ts";

/** A paper speaks of what is asked where its sentences hold so much of what the best of all hold. */
const onSubject = 0.6;

/** The outlets that a question names and the coverage has. */
export function outletsNamed({ sources }: Scope): ReadonlySet<string | null> {
  return new Set(sources.flatMap((s) => s.outlets));
}

/** The candidates of the papers that a question names, as far as they speak of what it asks, and the others; both as they were. */
export function byNamedSource(
  found: readonly Candidate[],
  scope: Scope,
  asked: Asked,
): { named: Candidate[]; others: Candidate[] } {
  const outlets = outletsNamed(scope);
  const [best] = found;
  if (!best || outlets.size === 0) return { named: [], others: [...found] };
  const isNamed = (c: Candidate) =>
    outlets.has(c.article.outlet) &&
    c.inContext >= onSubject * best.inContext &&
    (c.held > 0 || best.held === 0 || !asksForFigure(asked));
  return { named: found.filter(isNamed), others: found.filter((c) => !isNamed(c)) };
}
