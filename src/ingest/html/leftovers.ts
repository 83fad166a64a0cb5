import type { Dropped } from "../draft.ts";
import { type Block, blocksOf } from "./blocks.ts";
import type { JudgedBlock } from "./filter.ts";
import type { Removed } from "./preclean.ts";

/**
 * Everything of a page that did not enter the text, in the order of the page, each with the reason: what the filter left
 * out, what the pre-clean removed, and the rest of the page around the article.
 */
export function leftovers(
  page: readonly Block[],
  judged: readonly JudgedBlock[],
  removed: readonly Removed[],
): Dropped[] {
  const decisions = new Map<string, JudgedBlock[]>();
  for (const judgement of judged) queue(decisions, judgement.text).push(judgement);
  const reasons = new Map<string, Removed[]>();
  for (const one of removed) for (const block of blocksOf(one.element)) queue(reasons, block.text).push(one);
  const unseen = new Set(judged.filter((j) => !j.kept));
  let kept: Set<string> | null = null;
  const out: Dropped[] = [];
  for (const { text } of page) {
    const judgement = decisions.get(text)?.shift();
    if (judgement) {
      unseen.delete(judgement);
      if (!judgement.kept) out.push({ text, zone: judgement.zone, why: judgement.why });
      continue;
    }
    const reason = reasons.get(text)?.shift();
    if (reason) {
      out.push({ text, zone: reason.zone, why: reason.why });
      continue;
    }
    // Readability parts and joins blocks, so that a kept one may not be found letter for letter.
    kept ??= new Set(judged.filter((j) => j.kept).flatMap((j) => runs(j.text)));
    if (!runs(text).every((run) => kept?.has(run))) out.push({ text, zone: "boilerplate", why: "outside the article" });
  }
  for (const { text, zone, why } of unseen) out.push({ text, zone, why });
  return out;
}

function queue<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** The runs of three words of a line, the line itself when it is shorter. */
function runs(text: string): string[] {
  const words = text.split(/\s+/);
  if (words.length <= 3) return [words.join(" ")];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}
