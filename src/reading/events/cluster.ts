import { type Happening, windowOf } from "./happening.ts";

/*
 * Which happenings are one. Average-link clustering over the idf-weighted cosine of sentences: a pair may join when its
 * dates fit, two clusters join when all their pairs are alike on average. Thresholds by kind of date: single days need less
 * likeness than long windows, that hold many things; an article seldom tells a thing twice; a contradiction of days needs the most, and two articles.
 */
const alike = { days: 0.22, windows: 0.3, oneArticle: 0.45, conflict: 0.7 };

/** Days between two reports of one happening whose dates contradict each other. */
const nearlyDays = 7;

/** Weight of terms below which a sentence is too bare to be recognised elsewhere. */
const fewTerms = 3;

/** Terms of a sentence, the rarest first, by which others like it are looked up. */
const keysPerSentence = 8;

interface Cluster {
  readonly members: Happening[];
}

/** Groups happenings into events, in the order of their first members. */
export function cluster(happenings: readonly Happening[]): Happening[][] {
  const weights = weightsOf(happenings);
  const clusterOf = new Map<Happening, Cluster>(happenings.map((h) => [h, { members: [h] }]));
  for (const { a, b } of pairs(happenings, weights)) {
    const [left, right] = [clusterOf.get(a), clusterOf.get(b)];
    if (!left || !right || left === right || !mayJoin(left, right, weights)) continue;
    left.members.push(...right.members);
    for (const member of right.members) clusterOf.set(member, left);
  }
  return [...new Set(happenings.map((h) => clusterOf.get(h)))].flatMap((c) => (c ? [c.members] : []));
}

/** What terms weigh, and how long a sentence's vector of them is. */
interface Weights {
  readonly of: (term: string) => number;
  readonly length: (happening: Happening) => number;
}

/** Inverse document frequency over sentences, smoothed so that no weight is zero. */
function weightsOf(happenings: readonly Happening[]): Weights {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { sentence, terms } of happenings) {
    if (seen.has(sentence)) continue;
    seen.add(sentence);
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const of = (term: string) => Math.log(1 + (seen.size + 1) / ((counts.get(term) ?? 0) + 0.5));
  const lengths = new Map(
    happenings.map((h) => [h, Math.sqrt([...h.terms].reduce((sum, term) => sum + of(term) ** 2, 0))]),
  );
  return { of, length: (happening) => lengths.get(happening) ?? 0 };
}

interface Pair {
  readonly a: Happening;
  readonly b: Happening;
  readonly likeness: number;
}

/** The pairs that could be one happening, the most alike first; ties in the order given. */
function pairs(happenings: readonly Happening[], weights: Weights): Pair[] {
  const index = new Map<string, Happening[]>();
  const found: Pair[] = [];
  for (const b of happenings) {
    const keys = [...b.terms]
      .sort((x, y) => weights.of(y) - weights.of(x) || (x < y ? -1 : 1))
      .slice(0, keysPerSentence);
    const candidates = new Set([`=${b.sentence}`, ...keys].flatMap((key) => index.get(key) ?? []));
    for (const a of candidates) {
      const likeness = likenessOf(a, b, weights);
      if (likeness > 0 && likeness >= needed(a, b)) found.push({ a, b, likeness });
    }
    for (const key of [`=${b.sentence}`, ...keys]) {
      const list = index.get(key);
      if (list) list.push(b);
      else index.set(key, [b]);
    }
  }
  return found.sort((x, y) => y.likeness - x.likeness);
}

/** 0 to 1; 1 for the same sentence. */
function likenessOf(a: Happening, b: Happening, weights: Weights): number {
  if (a.sentence === b.sentence) return 1;
  if (a.terms.size < fewTerms || b.terms.size < fewTerms) return 0;
  let shared = 0;
  for (const term of a.terms) if (b.terms.has(term)) shared += weights.of(term) ** 2;
  return shared / (weights.length(a) * weights.length(b));
}

/** How alike two sentences must be for their dates to be one happening's; above 1 where they cannot be. */
function needed(a: Happening, b: Happening): number {
  const never = 2;
  // Two dates in one sentence are two happenings; the same sentence in another article is a reprint.
  if (a.article === b.article && a.lead.sentence.start === b.lead.sentence.start) return never;
  if (a.window === null || b.window === null) return a.window === b.window ? 1 : never;
  if (a.sentence === b.sentence && a.edtf === b.edtf) return 0;
  const [x, y] = [windowOf(a.window, a.slack), windowOf(b.window, b.slack)];
  const areDays = a.lead.granularity === "day" && b.lead.granularity === "day";
  if (x.from <= y.to && y.from <= x.to)
    return a.article === b.article ? alike.oneArticle : areDays ? alike.days : alike.windows;
  const apart = Math.max(x.from, y.from) - Math.min(x.to, y.to);
  return areDays && a.family !== b.family && apart <= nearlyDays ? alike.conflict : never;
}

function mayJoin(left: Cluster, right: Cluster, weights: Weights): boolean {
  let [sum, threshold, count] = [0, 0, 0];
  for (const a of left.members) {
    for (const b of right.members) {
      const least = needed(a, b);
      if (least > 1) return false;
      sum += likenessOf(a, b, weights);
      threshold += Math.min(least, 1);
      count++;
    }
  }
  return sum >= threshold && count > 0;
}
