import type { Zone } from "../../coverage/article.ts";
import { foldTypography, foldWord } from "../../language/fold.ts";
import { byline, captionCue, isPhotoCredit, isRelatedLink } from "../../language/furniture.ts";
import { tokenize } from "../../language/words.ts";
import { readStamp } from "../stamp.ts";
import type { Block } from "./blocks.ts";
import { namesReporters, opensStamp, pointsElsewhere, speaksForSite } from "./cues.ts";

/** A block with what it was taken for; `kept` blocks enter the text. */
export interface JudgedBlock {
  readonly text: string;
  readonly zone: Zone;
  readonly kept: boolean;
  readonly why: string;
}

const sentenceEnd = /[.!?…:。！？][\])"'”’»）」]*$/u;

/** Prose: a line of some length that ends as a sentence does and is no link. */
export function isProse(block: Block): boolean {
  return (
    block.kind !== "caption" &&
    block.text.length >= 80 &&
    sentenceEnd.test(block.text) &&
    block.linked < block.text.length * 0.6
  );
}

/** Two lines are copies of each other when only typography and case tell them apart. */
export const lineKey = (line: string) =>
  foldWord(foldTypography(line))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** With fewer paragraphs of prose the page is a list, a schedule or a form, where short lines are what it has to say. */
const leastProse = 3;

/** Gives every block a zone, and says which stay out of the text. */
export function judge(blocks: readonly Block[], headline: string | null): JudgedBlock[] {
  const prose = blocks.map(isProse);
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  const strict = prose.filter(Boolean).length >= leastProse;
  const title = headline ? lineKey(headline) : null;
  let pointing = false;
  const judged = blocks.map((block, i): JudgedBlock => {
    if (block.kind === "caption" || showsPicture(block.text))
      return kept(block, isPhotoCredit(block.text) ? "credit" : "caption", "explains a picture");
    if (title && i <= Math.max(first, 5) && lineKey(block.text) === title)
      return dropped(block, "headline", "repeats the headline");
    if (prose[i]) pointing = false;
    const where = strict ? (i < first ? "before" : i > last ? "after" : "amid") : "list";
    // Below "More stories", what is largely link is one of them, and so is any short line once the prose is over.
    if (
      pointing &&
      (block.linked > block.text.length / 2 ||
        (where === "after" && block.text.length < 160 && !/\.["'”’»)]*$/u.test(block.text)))
    ) {
      return dropped(block, "related", "listed with other stories");
    }
    const judgement = furniture(block, where);
    pointing ||= judgement?.why === pointer;
    return judgement ?? kept(block, "body", "the article's text");
  });
  dropLeftHeadings(judged, blocks);
  return judged;
}

const kept = ({ text }: Block, zone: Zone, why: string): JudgedBlock => ({ text, zone, kept: true, why });
const dropped = ({ text }: Block, zone: Zone, why: string): JudgedBlock => ({ text, zone, kept: false, why });

/** A caption by its words alone: says that it shows something, and when or by whom it was taken. */
function showsPicture(text: string): boolean {
  if (text.length > 500 || !captionCue.test(text)) return false;
  return (
    /(?:\((?:(?:ap|afp|reuters|epa|getty)(?: photo| images|\/)|photo|image|credit|фото)[^)]{0,80}\)|\b(?:file photo|getty images|архивное фото)\b|[A-Z]\p{L}+\/[A-Z]\p{L}+)/iu.test(
      text,
    ) && !/["“«].{20,}["”»]/u.test(text)
  );
}

const pointer = "points to other stories";

/** Where a block stands: before, amid or after the prose, or on a page that is a list. */
type Place = "before" | "amid" | "after" | "list";

function furniture(block: Block, where: Place): JudgedBlock | null {
  const { text } = block;
  const words = tokenize(text).length;
  const sentence = sentenceEnd.test(text);
  if (words <= 30 && (readStamp(text) !== null || opensStamp.test(text)))
    return kept(block, "dateline", "a date stamp");
  if (
    words <= 45 &&
    (pointsElsewhere(text) || (words <= 25 && isRelatedLink(text) && (block.linked > 0 || !sentence)))
  ) {
    return dropped(block, "related", pointer);
  }
  if (words <= 60 && speaksForSite(text)) return dropped(block, "boilerplate", "a control or notice of the page");
  if (words <= 45 && namesReporters(text)) return kept(block, "credit", "names who worked on the story");
  if (where === "list") return null;
  if (where === "before" && words <= 16 && byline.test(text)) return kept(block, "byline", "names the writer");
  if (words <= 14 && !sentence && isPhotoCredit(text)) return kept(block, "credit", "names who made the photograph");
  if (block.linked > text.length * 0.8 && !sentence && !/^https?:\S+$/i.test(text))
    return dropped(block, "related", "a line that is a link");
  if (where === "after" && words <= 4 && !sentence && block.kind !== "item")
    return dropped(block, "boilerplate", "a label after the end of the text");
  return null;
}

/** A heading over lines that all went, or over nothing, goes with them. */
function dropLeftHeadings(judged: JudgedBlock[], blocks: readonly Block[]): void {
  let holds = false;
  for (let i = judged.length - 1; i >= 0; i--) {
    const judgement = judged[i];
    const block = blocks[i];
    if (!judgement || !block) continue;
    if (block.kind !== "heading") holds ||= judgement.kept && judgement.zone === "body";
    else if (judgement.kept) {
      if (!holds) judged[i] = dropped(block, "boilerplate", "a heading over nothing");
      holds = false;
    }
  }
}
