import { createHash } from "node:crypto";
import type { Article } from "../coverage/article.ts";
import { foldTypography, foldWord } from "../language/fold.ts";
import { countShared } from "../language/hashed-words.ts";
import { nameKey } from "../language/transliterate.ts";
import { GramIndex, gramsOf } from "./grams.ts";
import type { Quotation } from "./quotation.ts";

/** A quotation with the key that it shares with the same words elsewhere. */
export interface Grouped extends Quotation {
  readonly group: string;
  /** Groups of the same words that are given to somebody else; mostly empty. */
  readonly rivals: readonly string[];
}

/** Shared word 4-grams, and their share of the shorter quotation's, from which two quotations are the same words. */
const leastShared = 5;
const leastContained = 0.8;
/** Shorter words than this are anybody's: with no speaker known they are not taken for somebody's, and given to two people they contradict nothing. */
const fewestTelling = 5;

interface Entry {
  readonly quotation: Quotation;
  readonly words: readonly string[];
  readonly grams: Uint32Array;
  readonly speaker: string | null;
}

/**
 * Groups the same words in several articles: typography, case and the outlet's brackets and dots folded; the word
 * 4-grams of one contained to 0.8 in the other with at least 5 shared, or, where a quotation is too short for that,
 * the same folded words; and the same speaker, or one that is not known. Different speakers are never joined: their
 * groups are rivals. The cost grows with the quotations and with those that share a rare 4-gram, not with all pairs.
 * @returns the quotations in the order given. A group's id comes from its first member's words and place alone.
 */
export function groupQuotations(
  quotations: readonly Quotation[],
  textOf: (article: string) => Pick<Article, "text"> | undefined,
): Grouped[] {
  const entries = quotations.map((quotation): Entry => {
    const words = foldedWords(quotation, textOf(quotation.article)?.text ?? "");
    return { quotation, words, grams: gramsOf(words), speaker: speakerKey(quotation) };
  });
  const groups = new Groups(entries.map((e) => e.speaker));
  const rivals: [number, number][] = [];
  for (const [i, j] of samePairs(entries)) {
    const [a, b] = [entries[i], entries[j]];
    if (a && b && isAnybodys(a, b)) continue;
    if (!groups.join(i, j)) rivals.push([i, j]);
  }
  const ids = new Map<number, string>();
  const idAt = (i: number) => {
    const root = groups.find(i);
    const id = ids.get(root) ?? idOf(entries[root]);
    ids.set(root, id);
    return id;
  };
  const against = new Map<string, Set<string>>();
  for (const [i, j] of rivals) {
    const [a, b] = [idAt(i), idAt(j)];
    if (a === b || (entries[i]?.words.length ?? 0) < fewestTelling) continue;
    against.set(a, (against.get(a) ?? new Set()).add(b));
    against.set(b, (against.get(b) ?? new Set()).add(a));
  }
  return entries.map(({ quotation }, i) => {
    const group = idAt(i);
    return { ...quotation, group, rivals: [...(against.get(group) ?? [])].sort() };
  });
}

/** A few words that one of two gives to nobody. */
function isAnybodys(a: Entry, b: Entry): boolean {
  return a.words.length < fewestTelling && a.speaker !== b.speaker && (a.speaker === null || b.speaker === null);
}

/** The pairs of quotations that hold the same words, the earlier first, in their order. */
function samePairs(entries: readonly Entry[]): [number, number][] {
  const pairs: [number, number][] = [];
  const whole = new Map<string, number>();
  entries.forEach(({ words }, i) => {
    const key = words.join(" ");
    const first = whole.get(key);
    if (first === undefined) whole.set(key, i);
    else pairs.push([first, i]);
  });
  const index = new GramIndex(entries.map((e) => e.grams));
  entries.forEach(({ grams }, i) => {
    if (grams.length < leastShared) return;
    // Whoever shares 0.8 of them shares one of any fifth of them: the rarest are looked up.
    for (const j of index.holding(grams, grams.length - Math.ceil(leastContained * grams.length) + 1)) {
      const other = entries[j];
      if (!other || i === j || other.grams.length < grams.length) continue;
      const shared = countShared(grams, other.grams);
      if (shared >= leastShared && shared >= leastContained * grams.length)
        pairs.push([Math.min(i, j), Math.max(i, j)]);
    }
  });
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Sets that are joined (union–find); each has one speaker at the most. The earliest member stands for a set. */
class Groups {
  readonly #parent: number[];
  readonly #speaker: (string | null)[];

  constructor(speakers: readonly (string | null)[]) {
    this.#parent = speakers.map((_, i) => i);
    this.#speaker = [...speakers];
  }

  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    this.#parent[i] = root;
    return root;
  }

  /** `false` where they have different speakers, and stay apart. */
  join(i: number, j: number): boolean {
    const [a, b] = [this.find(i), this.find(j)].sort((x, y) => x - y);
    if (a === undefined || b === undefined || a === b) return true;
    const [left, right] = [this.#speaker[a], this.#speaker[b]];
    if (left && right && left !== right) return false;
    this.#parent[b] = a;
    this.#speaker[a] = left ?? right ?? null;
    return true;
  }
}

/** A speaker that is sure enough to keep two quotations apart: the family name. */
function speakerKey({ speaker }: Quotation): string | null {
  if (!speaker.name || speaker.confidence < 0.5) return null;
  return nameKey(speaker.name.split(/\s+/).at(-1) ?? "") || null;
}

function foldedWords(quotation: Quotation, text: string): string[] {
  const words = quotation.parts
    .map((p) => foldTypography(text.slice(p.start, p.end)).replace(/\[[^\]]*\]/g, " "))
    .join(" ");
  return (words.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []).map(foldWord);
}

function idOf(entry: Entry | undefined): string {
  const { quotation, words } = entry ?? {};
  return createHash("sha256")
    .update(`${words?.join(" ")}\n${quotation?.article}\n${quotation?.start}`)
    .digest("hex")
    .slice(0, 12);
}
