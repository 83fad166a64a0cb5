import type { MessageEntity } from "grammy/types";
import type { Span } from "../coverage/span.ts";

/** Where the first of some quoted characters stands: its offset in the article's text, or in its headline where `field` says so. */
export type Origin = Pick<Span, "article" | "start" | "field">;

/** A Telegram entity; a quotation knows where its words stand, which is not sent. */
export type Entity = MessageEntity & { readonly origin?: Origin };

/** A text with Telegram entities; offsets and lengths in UTF-16 code units, as Telegram counts them. */
export interface RichText {
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Where the text stands, if it is an article's throughout. */
  readonly origin?: Origin;
}

type Style = "bold" | "italic" | "underline" | "strikethrough" | "code" | "blockquote" | "expandable_blockquote";

/** What can be put into a rich text: words, or words that have entities already. */
export type Piece = string | RichText | null | undefined | false;

/** Pieces one after the other; `null`, `undefined` and `false` leave nothing. */
export function rich(...pieces: readonly Piece[]): RichText {
  let text = "";
  const entities: Entity[] = [];
  for (const piece of pieces) {
    if (!piece) continue;
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    for (const e of piece.entities) entities.push({ ...e, offset: e.offset + text.length });
    text += piece.text;
  }
  return { text, entities };
}

/** Pieces with a separator between those that hold something. */
export function joined(pieces: readonly Piece[], separator: string): RichText {
  const held = pieces.filter((p) => p && (typeof p === "string" ? p : p.text) !== "");
  return rich(...held.flatMap((p, i) => (i === 0 ? [p] : [separator, p])));
}

function wrap(
  entity: ({ readonly type: Style } | { readonly type: "text_link"; readonly url: string }) & {
    readonly origin?: Origin;
  },
  piece: Piece,
): RichText {
  const inner = rich(piece);
  if (inner.text === "") return inner;
  // The outer entity first: Telegram orders entities by offset, then by length.
  return {
    text: inner.text,
    entities: [{ ...entity, offset: 0, length: inner.text.length } as Entity, ...inner.entities],
  };
}

export const bold = (piece: Piece) => wrap({ type: "bold" }, piece);
export const italic = (piece: Piece) => wrap({ type: "italic" }, piece);
export const underlined = (piece: Piece) => wrap({ type: "underline" }, piece);
export const struck = (piece: Piece) => wrap({ type: "strikethrough" }, piece);
export const code = (piece: Piece) => wrap({ type: "code" }, piece);
/** A quotation that long texts fold away in; the words of articles stand in these and nothing else does. */
export function quoted(piece: Piece): RichText {
  const origin = piece && typeof piece !== "string" ? piece.origin : undefined;
  return wrap({ type: "expandable_blockquote", ...(origin ? { origin } : {}) }, piece);
}

/** A link; the words alone where there is no address that Telegram would take. */
export function link(piece: Piece, url: string | null): RichText {
  return url && isLinkable(url) ? wrap({ type: "text_link", url }, piece) : rich(piece);
}

/**
 * Telegram drops a link whose host has no dot in it, and refuses the whole message for a host or port that cannot be (tdlib,
 * `parse_url` and LinkManager::check_link).
 */
export function isLinkable(url: string): boolean {
  const match = /^https?:\/\/(?:[^\s/?#@]*@)?([A-Za-z0-9.\-_\u0080-\uffff]+)(?::(\d{1,5}))?(?:[/?#]\S*)?$/iu.exec(url);
  const [, host = "", port] = match ?? [];
  return /[^.]\.[^.]/u.test(host) && (port === undefined || (Number(port) >= 1 && Number(port) <= 65_535));
}

/** A stretch of a rich text; entities are cut to it. */
export function sliceRich({ text, entities }: RichText, start: number, end: number): RichText {
  return {
    text: text.slice(start, end),
    entities: entities.flatMap((e) => {
      const from = Math.max(e.offset, start);
      const to = Math.min(e.offset + e.length, end);
      if (to <= from) return [];
      const origin = e.origin && { ...e.origin, start: e.origin.start + from - e.offset };
      return [{ ...e, offset: from - start, length: to - from, ...(origin ? { origin } : {}) }];
    }),
  };
}

/** The quotations in a text, each as the span of its article that it shows. */
export function quotedSpans({ entities }: RichText): Span[] {
  return entities.flatMap(({ origin, length }) => (origin ? [{ ...origin, end: origin.start + length }] : []));
}

/**
 * A text as it is sent. Telegram refuses half a surrogate pair; the sign for a broken character has the same length. Where
 * quoted words stand is not Telegram's concern.
 */
export function outgoing({ text, entities }: RichText): { text: string; entities: MessageEntity[] } {
  return { text: text.toWellFormed(), entities: entities.map(({ origin: _, ...entity }) => entity as MessageEntity) };
}
