import { createHash } from "node:crypto";
import type { Article } from "../coverage/article.ts";
import { foldTypography, foldWord } from "../language/fold.ts";
import { nameKey } from "../language/transliterate.ts";
import type { Quotation } from "./quotation.ts";

/** A quotation with the key that it shares with the same words elsewhere. */
export interface Grouped extends Quotation {
  readonly group: string;
}

/** Shared word 4-grams, and their share of the shorter quotation's, from which two quotations are the same words. */
const gram = 4;
const leastShared = 5;
const leastContained = 0.8;

interface Entry {
  readonly quotation: Quotation;
  readonly words: readonly string[];
  readonly grams: ReadonlySet<string>;
  readonly speaker: string | null;
}

/**
 * Groups the same words in several articles: typography, case and the outlet's brackets and dots folded; the word
 * 4-grams of one contained to 0.8 in the other with at least 5 shared, or, where a quotation is too short for that,
 * the same folded words; and the same speaker, or one that is not known. Different speakers are never joined.
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
  const parent = entries.map((_, i) => i);
  const speakerOf = entries.map((e) => e.speaker);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[i] = root;
    return root;
  };
  const join = (i: number, j: number) => {
    const [a, b] = [find(i), find(j)].sort((x, y) => x - y);
    if (a === undefined || b === undefined || a === b) return;
    const [left, right] = [speakerOf[a], speakerOf[b]];
    if (left && right && left !== right) return;
    parent[b] = a;
    speakerOf[a] = left ?? right ?? null;
  };
  const index = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    for (const j of alike(entries, index, entry)) join(i, j);
    for (const key of keysOf(entry)) {
      const list = index.get(key);
      if (list) list.push(i);
      else index.set(key, [i]);
    }
  });
  const ids = new Map<number, string>();
  return entries.map(({ quotation }, i) => {
    const root = find(i);
    const id = ids.get(root) ?? idOf(entries[root]);
    ids.set(root, id);
    return { ...quotation, group: id };
  });
}

const keysOf = (entry: Entry) => [...entry.grams, `=${entry.words.join(" ")}`];

/** The earlier entries with the same words, in order. */
function alike(entries: readonly Entry[], index: ReadonlyMap<string, readonly number[]>, entry: Entry): number[] {
  const shared = new Map<number, number>();
  for (const g of entry.grams) for (const j of index.get(g) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
  const same = new Set(index.get(`=${entry.words.join(" ")}`) ?? []);
  for (const [j, count] of shared) {
    const other = entries[j];
    if (other && count >= leastShared && count / Math.min(entry.grams.size, other.grams.size) >= leastContained)
      same.add(j);
  }
  return [...same].filter((j) => compatible(entries[j]?.speaker ?? null, entry.speaker)).sort((a, b) => a - b);
}

const compatible = (a: string | null, b: string | null) => a === null || b === null || a === b;

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

function gramsOf(words: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + gram <= words.length; i++) grams.add(words.slice(i, i + gram).join(" "));
  return grams;
}

function idOf(entry: Entry | undefined): string {
  const { quotation, words } = entry ?? {};
  return createHash("sha256")
    .update(`${words?.join(" ")}\n${quotation?.article}\n${quotation?.start}`)
    .digest("hex")
    .slice(0, 12);
}
