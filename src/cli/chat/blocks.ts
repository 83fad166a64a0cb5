import type { MessageEntity } from "grammy/types";

/** A stretch of text in one style. */
export interface Piece {
  readonly text: string;
  readonly styles: readonly string[];
  /** The address, when these are words of a link. */
  readonly url?: string;
  /** The link's words end here, and they are not its address. */
  readonly endsLink?: boolean;
}

/** A paragraph of its own for the reader: a quotation, or what stands before, between and after quotations. */
export interface Block {
  readonly quote: boolean;
  readonly pieces: readonly Piece[];
}

/**
 * Takes a message apart by its entities (UTF-16 units). Quotations stand on lines of their own, as Telegram shows
 * them, so the one line break that only sets a quotation off is not in any piece; every other character is in exactly
 * one.
 */
export function blocksOf(text: string, entities: readonly MessageEntity[] = []): Block[] {
  const isQuote = (e: MessageEntity) => e.type === "blockquote" || e.type === "expandable_blockquote";
  const quotes = entities.filter(isQuote).sort((a, b) => a.offset - b.offset);
  const inline = entities.filter((e) => !isQuote(e));
  const ranges: { quote: boolean; start: number; end: number }[] = [];
  let at = 0;
  for (const { offset, length } of quotes) {
    if (offset > at) ranges.push({ quote: false, start: at, end: offset });
    ranges.push({ quote: true, start: offset, end: offset + length });
    at = offset + length;
  }
  if (at < text.length) ranges.push({ quote: false, start: at, end: text.length });
  ranges.forEach((range, i) => {
    const next = ranges[i + 1];
    if (!next) return;
    if (range.end > range.start && text[range.end - 1] === "\n") range.end--;
    else if (text[next.start] === "\n") next.start++;
  });
  return ranges.map(({ quote, start, end }) => ({ quote, pieces: piecesOf(text, inline, start, end) }));
}

function piecesOf(text: string, entities: readonly MessageEntity[], start: number, end: number): Piece[] {
  const here = entities.filter((e) => e.offset < end && e.offset + e.length > start);
  const cuts = new Set([start, end]);
  for (const e of here) cuts.add(Math.max(e.offset, start)).add(Math.min(e.offset + e.length, end));
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i): Piece => {
    const to = sorted[i + 1] ?? end;
    const around = here.filter((e) => e.offset <= from && e.offset + e.length >= to);
    const link = around.find((e) => e.type === "text_link");
    const piece = { text: text.slice(from, to), styles: around.map((e) => e.type) };
    if (!link) return piece;
    const linkEnd = link.offset + link.length;
    return { ...piece, url: link.url, endsLink: to >= linkEnd && text.slice(link.offset, linkEnd) !== link.url };
  });
}
