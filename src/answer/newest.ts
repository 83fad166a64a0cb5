import { type Corpus, compare } from "../coverage/corpus.ts";
import { readingDate } from "../coverage/family.ts";
import type { Scope } from "./scope.ts";
import type { Candidate } from "./select.ts";

/** What is told so well as the best, as shares of it: then the newest of them comes first. */
const asGood = { coverage: 0.95, score: 0.8 };

/** Whether a question wants the newest there is ("the latest"). Not "this week": which week that was, an archive cannot know. */
export function wantsNewest({ now }: Scope): boolean {
  return now.some((n) => n.wants === "newest");
}

/** The candidates that say as much as the best, newest article first, then the others as they were. */
export function newestFirst(found: readonly Candidate[], corpus: Corpus): Candidate[] {
  const [best] = found;
  if (!best) return [];
  const isAsGood = (c: Candidate) =>
    c.score >= best.score * asGood.score &&
    c.inContext >= best.inContext * asGood.coverage &&
    (c.held > 0 || best.held === 0);
  const day = ({ article }: Candidate) => readingDate(corpus, article)?.date ?? "";
  const first = found.filter(isAsGood).sort((a, b) => compare(day(b), day(a)));
  return [...first, ...found.filter((c) => !isAsGood(c))];
}
