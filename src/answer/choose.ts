import { familyKey } from "../coverage/family.ts";
import { comparedNames, namesStillOpen } from "./compared.ts";
import { union, type Worth } from "./evidence.ts";
import type { SoughtTerm } from "./expand.ts";
import type { Library } from "./library.ts";
import { type Place, placesFor, sentencesOf } from "./original.ts";
import { outletsNamed } from "./papers-first.ts";
import type { Scope } from "./scope.ts";
import type { Candidate } from "./select.ts";

/** A candidate where it is shown: in its family's original, if that prints the same sentences. */
export interface Chosen extends Place {
  readonly score: number;
}

/** What a further block gains by words of the question that the ones before it leave out, by a compared name and by a paper still to be heard. */
const fresh = { words: 0.6, compared: 2, source: 1, outlet: 0.05 };
/** From how many of the best candidates the blocks are chosen. */
const consideredCandidates = 200;

/**
 * The best candidates that say different things: no sentence of a family is shown twice, whichever member prints it; what
 * the blocks before leave open comes before more of the same.
 */
export function choose(
  { corpus }: Library,
  inTurn: readonly (readonly Candidate[])[],
  first: readonly Candidate[],
  sought: readonly SoughtTerm[],
  scope: Scope,
  limit: number,
): Chosen[] {
  const chosen: Chosen[] = [];
  const inOriginal = placesFor(corpus);
  const said = new Map<string, Set<string>>();
  const heard = new Set<string | null>();
  const named = inTurn[0]?.length ? outletsNamed(scope) : new Set<string | null>();
  const compared = comparedNames(scope.text, sought);
  const total = sought.reduce((sum, t) => sum + t.weight, 0) || 1;
  let known: Worth = sought.map(() => 0);
  const gain = ({ article, worth, score }: Candidate) => {
    const words =
      sought.reduce((sum, t, i) => sum + t.weight * Math.max(0, (worth[i] ?? 0) - (known[i] ?? 0)), 0) / total;
    const unheard = !heard.has(article.outlet);
    const source = unheard && article.outlet !== null && named.has(article.outlet) ? fresh.source : 0;
    const names = fresh.compared * namesStillOpen(compared, worth, known);
    return score + fresh.words * words + names + source + (unheard ? fresh.outlet : 0);
  };
  // A headline stands only where it says more than any sentence; it never fills a place below one that answers.
  const best = inTurn.flat()[0];
  const waiting = [
    ...batches(first, 1),
    ...inTurn.flatMap((found) =>
      batches(
        found.filter((c) => c.zone !== "headline" || c === best),
        consideredCandidates,
      ),
    ),
  ];
  let open: Candidate[] = [];
  while (chosen.length < limit) {
    if (open.length === 0) {
      const next = waiting.shift();
      if (!next) break;
      open = next;
    }
    if (chosen.length > 0) {
      const gains = new Map(open.map((c) => [c, gain(c)]));
      open.sort((a, b) => (gains.get(b) ?? 0) - (gains.get(a) ?? 0));
    }
    for (let candidate = open.shift(); candidate; candidate = open.shift()) {
      const family = familyKey(candidate.article);
      const inFamily = said.get(family) ?? new Set();
      const words = sentencesOf(candidate).map((s) => s.words);
      if (words.some((w) => inFamily.has(w))) continue;
      said.set(family, new Set([...inFamily, ...words]));
      // For another name of those compared a block stands beside the one before it, not below.
      const isBeside = namesStillOpen(compared, candidate.worth, known) > 0;
      const last = chosen.at(-1)?.score ?? candidate.score;
      const score = isBeside ? last : Math.min(candidate.score, last);
      known = union(known, candidate.worth);
      heard.add(candidate.article.outlet);
      // Of a paper that is asked for the reader wants its own page.
      chosen.push({ ...(named.has(candidate.article.outlet) ? candidate : inOriginal(candidate, words)), score });
      break;
    }
  }
  return chosen;
}

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
