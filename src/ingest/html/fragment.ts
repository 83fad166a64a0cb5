import { InputError } from "../../coverage/errors.ts";
import type { Dropped } from "../draft.ts";
import { blocksOf } from "./blocks.ts";
import { maxPageLength, parsePage } from "./dom.ts";
import { type JudgedBlock, judge } from "./filter.ts";
import { leftovers } from "./leftovers.ts";
import { markCaptions, preclean } from "./preclean.ts";

/**
 * Reads HTML that is an article and nothing around it (an item of a feed): furniture is taken out and blocks are judged as on
 * a page, but nothing is searched for. Text without any tag is taken as it stands, an empty line between paragraphs.
 * @throws InputError when it is too big.
 */
export function readFragment(html: string, headline: string | null): { paragraphs: JudgedBlock[]; dropped: Dropped[] } {
  if (!/<[a-z!/]/i.test(html) && !/&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(html))
    return { paragraphs: plainParagraphs(html), dropped: [] };
  const document = parsePage(`<html><head></head><body>${html}</body></html>`);
  const shown = blocksOf(document.body);
  const removed = preclean(document.body);
  markCaptions(document);
  const judged = judge(blocksOf(document.body), headline);
  return { paragraphs: judged.filter((j) => j.kept), dropped: leftovers(shown, judged, removed) };
}

function plainParagraphs(text: string): JudgedBlock[] {
  if (text.length > maxPageLength)
    throw new InputError(`the text is too big: ${text.length} characters, at most ${maxPageLength} are read`);
  return text
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/)
    .map((paragraph) => paragraph.replace(/\s*[\r\n]+\s*/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ text: paragraph, zone: "body", kept: true, why: "the article's text" }));
}
