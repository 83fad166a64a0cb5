import type { Article } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { foldTypography, foldWord } from "../language/fold.ts";

/*
 * Reprints are found by the share of word triples (3-word shingles) of the shorter text that the longer one holds:
 * Broder, "On the resemblance and containment of documents" (1997). Candidates come from a fixed sample of all shingles
 * (those whose hash is 0 modulo `sampling`), which keeps containment measurable and the number of pairs small.
 */
const sampling = 4;
const sameStory = 0.7;
/** The sampled share from which a pair is compared in full: far below `sameStory`, as a short text has few samples. */
const worthALook = 0.2;
/** Texts with fewer triples are too short to tell a reprint from a common phrase. */
const fewest = 12;
/**
 * Of the holders of a shingle that is in more articles than this, a formula of the trade or a story printed everywhere, only
 * neighbours are paired: copies of one story share their other shingles too, and so still meet.
 */
const common = 50;

interface Sketch {
  readonly article: Article;
  readonly all: Set<number>;
}

/**
 * Groups articles into families: same text in other outlets, however typeset. Returns for every article of a family the
 * id of its original: the one named by an operator's `reprintOf`, else the earliest dated, then the fullest.
 * `reprintOf` maps a reprint's id to its original's.
 */
export function findFamilies(
  articles: readonly Article[],
  reprintOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const live = articles.filter((a) => a.status === "live");
  const parent = new Map(live.map((a) => [a.id, a.id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string) => {
    if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  };
  for (const [reprint, original] of reprintOf) join(reprint, original);
  for (const [a, b] of copies(live)) join(a.id, b.id);

  const family = new Map<string, string>();
  for (const members of Map.groupBy(live, (a) => root(a.id)).values()) {
    if (members.length < 2) continue;
    const named = new Set(members.map((m) => reprintOf.get(m.id)));
    const [original] = members.toSorted(
      (a, b) =>
        Number(reprintOf.has(a.id)) - Number(reprintOf.has(b.id)) ||
        Number(named.has(b.id)) - Number(named.has(a.id)) ||
        compare(a.published ?? "9999", b.published ?? "9999") ||
        b.text.length - a.text.length ||
        compare(a.id, b.id),
    );
    if (original) for (const member of members) family.set(member.id, original.id);
  }
  return family;
}

/** All pairs of articles of which one holds nearly all of the other. */
function copies(articles: readonly Article[]): [Article, Article][] {
  const sketches = articles
    .map((article) => ({ article, all: shingles(bodyText(article)) }))
    .filter((s) => s.all.size >= fewest);
  const holders = new Map<number, number[]>();
  sketches.forEach((sketch, i) => {
    for (const shingle of sketch.all) {
      if (shingle % sampling !== 0) continue;
      const list = holders.get(shingle);
      if (list) list.push(i);
      else holders.set(shingle, [i]);
    }
  });
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    const reach = list.length > common ? 1 : common;
    for (let x = 0; x < list.length; x++) {
      for (let y = x + 1; y < list.length && y <= x + reach; y++) {
        const pair = (list[x] ?? 0) * sketches.length + (list[y] ?? 0);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  const found: [Article, Article][] = [];
  for (const [pair, count] of shared) {
    const a = sketches[Math.floor(pair / sketches.length)];
    const b = sketches[pair % sketches.length];
    if (!a || !b || count * sampling < worthALook * Math.min(a.all.size, b.all.size)) continue;
    if (containment(a, b) >= sameStory) found.push([a.article, b.article]);
  }
  return found;
}

function containment(a: Sketch, b: Sketch): number {
  const [small, large] = a.all.size <= b.all.size ? [a.all, b.all] : [b.all, a.all];
  let inside = 0;
  for (const shingle of small) if (large.has(shingle)) inside++;
  return inside / small.size;
}

function bodyText(article: Article): string {
  return article.paragraphs
    .filter((p) => p.zone === "body")
    .map((p) => article.text.slice(p.start, p.end))
    .join("\n");
}

/** The hashes (FNV-1a, 32 bits) of all word triples, typography and case folded. */
function shingles(text: string): Set<number> {
  const words = foldWord(foldTypography(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const out = new Set<number>();
  for (let i = 0; i + 3 <= words.length; i++) out.add(hash(`${words[i]} ${words[i + 1]} ${words[i + 2]}`));
  return out;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
