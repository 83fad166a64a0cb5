import { sentenceRanges } from "../language/sentences.ts";
import { messageCharacters, messageEntities } from "./limits.ts";
import { joined, type RichText, rich, sliceRich } from "./rich-text.ts";

/** A person reads a screen, not a scroll: pages are closed well below Telegram's limit. */
const comfortable = 1_900;

export interface PageOptions {
  /** The most blocks on a page. */
  readonly perPage?: number;
  /** Stands at the top of every page, and below its blocks. */
  readonly head?: RichText | null;
  readonly foot?: RichText | null;
}

/**
 * Blocks as messages: in order, whole where they fit, cut between sentences (or, in a sentence that is longer than a message,
 * between characters that belong together) where they do not. Every page keeps Telegram's limits.
 */
export function paginate(
  blocks: readonly RichText[],
  { perPage = 10, head = null, foot = null }: PageOptions = {},
): RichText[] {
  const frame = joined([head, foot], "\n\n");
  const room = {
    characters: messageCharacters - frame.text.length - 4,
    entities: messageEntities - frame.entities.length,
  };
  const pages: RichText[][] = [];
  let page: RichText[] = [];
  const size = () => joined(page, "\n\n");
  for (const block of blocks.flatMap((b) => asMessages(b, room))) {
    const with_ = joined([...page, block], "\n\n");
    const full = page.length >= perPage || with_.text.length > room.characters || with_.entities.length > room.entities;
    if (page.length > 0 && (full || (with_.text.length > comfortable && size().text.length > 0))) {
      pages.push(page);
      page = [];
    }
    page.push(block);
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map((content) => joined([head, ...content, foot], "\n\n"));
}

type Room = { readonly characters: number; readonly entities: number };

/** A block as one or more that each fit into a message. */
function asMessages(block: RichText, room: Room): RichText[] {
  const out: RichText[] = [];
  let rest = block;
  while (rest.text.length > room.characters || rest.entities.length > room.entities) {
    const end = cutAt(rest, room);
    out.push(sliceRich(rest, 0, end));
    rest = sliceRich(rest, end, rest.text.length);
  }
  if (rest.text.trim() !== "" || out.length === 0) out.push(rest);
  return out;
}

/** Where to cut: after the last whole sentence that fits, else after a word, else between two user-perceived characters. */
function cutAt({ text, entities }: RichText, room: Room): number {
  // The entity that is one too many begins behind the cut.
  const over =
    entities.length > room.entities
      ? (entities.toSorted((a, b) => a.offset - b.offset)[room.entities]?.offset ?? text.length)
      : text.length;
  const most = Math.max(1, Math.min(room.characters, over));
  const within = text.slice(0, most);
  const sentences = sentenceRanges(within);
  const last = sentences.at(-1);
  if (sentences.length > 1 && last && last.start > most / 2) return last.start;
  const space = within.search(/\s\S*$/u);
  if (space > most / 2) return space + 1;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    text.slice(0, most + 64),
  )) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  // A single cluster longer than a message (stacked combining marks) is cut all the same, never inside a surrogate pair.
  return end > 0 ? end : /[\uD800-\uDBFF]$/.test(within) ? Math.max(1, most - 1) : most;
}

/** Nothing but the frame: a message without blocks. */
export function message(...parts: readonly (RichText | string | null)[]): RichText {
  return rich(joined(parts, "\n\n"));
}
