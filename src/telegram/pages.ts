import { sentenceRanges } from "../language/sentences.ts";
import { messageCharacters, messageEntities } from "./limits.ts";
import { joined, type RichText, rich, sliceRich } from "./rich-text.ts";
import { characterEnd } from "./shorten.ts";

/** A person reads a screen, not a scroll: pages are closed well below Telegram's limit. */
const comfortable = 1_900;
/** What stands above and below the blocks repeats people's own words (a topic, unknown names), which may be as long as a message. */
const mostFrame = 1_000;

export interface PageOptions {
  /** The most blocks on a page. */
  readonly perPage?: number;
  /** Stands at the top of every page. */
  readonly head?: RichText | null;
  /** Stands below the blocks of every page; made from their numbers, where it depends on them (longest for all of them). */
  readonly foot?: RichText | null | ((blocks: readonly number[]) => RichText | null);
}

/** A message, and which of the blocks stand on it (by their number, in order). */
export interface Page {
  readonly content: RichText;
  readonly blocks: readonly number[];
}

/**
 * Blocks as messages: in order, whole where they fit, cut between sentences (or, in a sentence that is longer than a message,
 * between characters that belong together) where they do not. Every page keeps Telegram's limits.
 */
export function paginate(blocks: readonly RichText[], options: PageOptions = {}): RichText[] {
  return pagesOf(blocks, options).map((page) => page.content);
}

/** As `paginate`, with the numbers of the blocks on each page; a block that is cut stands on several. */
export function pagesOf(
  blocks: readonly RichText[],
  { perPage = 10, head = null, foot = null }: PageOptions = {},
): Page[] {
  const below = (on: readonly number[]) => cutFrame(typeof foot === "function" ? foot(on) : foot);
  const top = cutFrame(head);
  const frame = joined([top, below([...blocks.keys()])], "\n\n");
  const room = {
    characters: messageCharacters - frame.text.length - 4,
    entities: messageEntities - frame.entities.length,
  };
  const pages: { content: RichText[]; blocks: Set<number> }[] = [];
  let page = { content: [] as RichText[], blocks: new Set<number>() };
  const parts = blocks.flatMap((b, number) => asMessages(b, room).map((part) => ({ part, number })));
  for (const { part, number } of parts) {
    const size = joined(page.content, "\n\n").text.length;
    const with_ = joined([...page.content, part], "\n\n");
    const full =
      page.content.length >= perPage || with_.text.length > room.characters || with_.entities.length > room.entities;
    if (page.content.length > 0 && (full || (with_.text.length > comfortable && size > 0))) {
      pages.push(page);
      page = { content: [], blocks: new Set() };
    }
    page.content.push(part);
    page.blocks.add(number);
  }
  if (page.content.length > 0 || pages.length === 0) pages.push(page);
  return pages.map(({ content, blocks: on }) => ({
    content: joined([top, ...content, below([...on])], "\n\n"),
    blocks: [...on],
  }));
}

function cutFrame(part: RichText | null): RichText | null {
  if (!part || part.text.length <= mostFrame) return part;
  return rich(sliceRich(part, 0, characterEnd(part.text, mostFrame)), "…");
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
  const last = sentences.at(-1)?.start ?? 0;
  const space = within.search(/\s\S*$/u) + 1;
  return characterEnd(text, [last, space].find((at) => at > most / 2) ?? most);
}

/** Nothing but the frame: a message without blocks. */
export function message(...parts: readonly (RichText | string | null)[]): RichText {
  return rich(joined(parts, "\n\n"));
}
