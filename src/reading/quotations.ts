import type { Article } from "../coverage/article.ts";
import { foldTypography } from "../language/fold.ts";
import type { Range } from "../language/range.ts";
import type { Mention } from "./mention.ts";
import { readMentions } from "./mentions.ts";
import type { Quotation, Speaker } from "./quotation.ts";
import { type Attributed, attribute } from "./quotations/attribute.ts";
import { learnt } from "./quotations/learnt.ts";
import type { NameBook } from "./quotations/name-book.ts";
import { joinParts } from "./quotations/parts.ts";
import { readScene, type Scene } from "./quotations/scene.ts";
import { speakerOf } from "./quotations/speaker.ts";
import { utteredOf } from "./quotations/uttered.ts";

/** What is known beyond the article; all of it optional. */
export interface ReadingHelp {
  /** Time mentions of this article, where they have been read already. */
  readonly mentions?: readonly Mention[];
  /** Full names and roles from the rest of the coverage. */
  readonly names?: NameBook;
}

/**
 * Finds the direct speech of an article, in text order. Quotations do not overlap; scare quotes, titles and names in
 * marks are left out.
 * @param published the day against which "on Tuesday" is read (see `readingDate`), `null` if unknown.
 */
export function readQuotations(article: Article, published: string | null, help: ReadingHelp = {}): Quotation[] {
  const scene = readScene(article);
  if (scene.quotes.length === 0) return [];
  const groups = joinParts(scene, attribute(scene, learnt));
  if (groups.length === 0) return [];
  const mentions = help.mentions ?? readMentions(article, published);
  const found = groups.flatMap((group) => {
    const [first] = group;
    return first ? [quotationOf(article, scene, first, group, mentions, published, help.names)] : [];
  });
  return found.filter((q) => q.zone !== "headline" || !inBody(article, q));
}

/** Whether the body carries the words that a headline quotes. */
function inBody(article: Article, { parts }: Quotation): boolean {
  const fold = (range: Range) =>
    foldTypography(article.text.slice(range.start, range.end))
      .toLowerCase()
      .replace(/[\s.,;:!?]+$/u, "");
  const body = article.paragraphs
    .filter((p) => p.zone === "body")
    .map(fold)
    .join("\n");
  return parts.every((part) => body.includes(fold(part)));
}

function quotationOf(
  article: Article,
  scene: Scene,
  first: Attributed,
  group: readonly Attributed[],
  mentions: readonly Mention[],
  published: string | null,
  names: NameBook | undefined,
): Quotation {
  // What stands in a part's own sentence goes before what was carried over to another part.
  const lead = group.find((a) => a.reference && !a.carried) ?? group.find((a) => a.reference) ?? first;
  const cue = lead.cue;
  const parts = group.map((a) => a.quote.inner);
  const start = first.quote.inner.start;
  const end = parts.at(-1)?.end ?? first.quote.inner.end;
  const context = contextOf(scene, group);
  const speaker: Speaker = speakerOf(scene, lead, names, article.language);
  const via = cue?.via
    ? { name: nameOrWords(scene, cue.via), mention: { start: cue.via.start, end: cue.via.end } }
    : null;
  return {
    article: article.id,
    start,
    end,
    parts,
    kind: group.some((a) => a.traits.whole) ? "direct" : "fragment",
    zone: first.quote.zone,
    speaker,
    via,
    hearsay: cue?.hearsay ?? null,
    cue: cue ? { start: cue.start, end: cue.end } : null,
    uttered: utteredOf(scene, lead, mentions, published),
    context,
  };
}

function nameOrWords(scene: Scene, reference: Parameters<typeof scene.resolved.get>[0]): string {
  return scene.resolved.get(reference)?.actor.name ?? scene.text.slice(reference.start, reference.end);
}

/** The whole sentences that the parts stand in. */
function contextOf(scene: Scene, group: readonly Attributed[]): Range {
  const sentences = group.map((a) => scene.sentences[a.quote.sentence]).filter((s) => s !== undefined);
  return { start: Math.min(...sentences.map((s) => s.start)), end: Math.max(...sentences.map((s) => s.end)) };
}
