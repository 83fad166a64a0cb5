import { foldTypography } from "../../language/fold.ts";
import type { Range } from "../../language/range.ts";

/** A word of a claim or of an article as the check compares it. */
export interface Word extends Range {
  /** Small letters, typographic marks made alike; accents, digits and signs as they are. */
  readonly key: string;
}

/*
 * Words with inner apostrophes (and the marks that only say where a word may break), numbers with their separators, a
 * minus sign before a number or its currency (the sign that is nothing else may stand off), the signs that change what a
 * number means, and the one that is a word ("&"). Everything else (marks, dashes, stops, spaces) is typography. A word never depends on what stands beyond it: a piece of a text has the words it has there.
 */
const pattern =
  /(?<![\p{L}\p{N}])(?:−\s*|[-‒–—])?\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`´′\u00ad\u200b-\u200d\u2060\ufeff][\p{L}\p{M}\p{N}]+)*|(?<![\p{L}\p{N}])[-−‒–]\p{Sc}|[%‰\p{Sc}°№+±§&<>≤≥≈~×÷]/gu;

export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(pattern), (m) => ({ start: m.index, end: m.index + m[0].length, key: keyOf(m[0]) }));
}

function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  return foldTypography(lower.normalize("NFC").replace(/[\ufb00-\ufb06]/g, (c) => c.normalize("NFKC")))
    .replace(/^-\s+/, "-")
    .replace(/\u200c|\u200d|\u2060/g, "")
    .replace(/ʼ/g, "'")
    .replace(/ё/g, "е");
}
