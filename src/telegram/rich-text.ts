import type { MessageEntity } from "grammy/types";

/** A text with Telegram entities; offsets and lengths in UTF-16 code units, as Telegram counts them. */
export interface RichText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

type Style = "bold" | "italic" | "underline" | "strikethrough" | "code" | "blockquote" | "expandable_blockquote";

/** What can be put into a rich text: words, or words that have entities already. */
export type Piece = string | RichText | null | undefined | false;

/** Pieces one after the other; `null`, `undefined` and `false` leave nothing. */
export function rich(...pieces: readonly Piece[]): RichText {
  let text = "";
  const entities: MessageEntity[] = [];
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
  entity: { readonly type: Style } | { readonly type: "text_link"; readonly url: string },
  piece: Piece,
): RichText {
  const inner = rich(piece);
  if (inner.text === "") return inner;
  // The outer entity first: Telegram orders entities by offset, then by length.
  return {
    text: inner.text,
    entities: [{ ...entity, offset: 0, length: inner.text.length } as MessageEntity, ...inner.entities],
  };
}

export const bold = (piece: Piece) => wrap({ type: "bold" }, piece);
export const italic = (piece: Piece) => wrap({ type: "italic" }, piece);
export const underlined = (piece: Piece) => wrap({ type: "underline" }, piece);
export const struck = (piece: Piece) => wrap({ type: "strikethrough" }, piece);
export const code = (piece: Piece) => wrap({ type: "code" }, piece);
/** A quotation that long texts fold away in; the words of articles stand in these and nothing else does. */
export const quoted = (piece: Piece) => wrap({ type: "expandable_blockquote" }, piece);

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
      return to > from ? [{ ...e, offset: from - start, length: to - from }] : [];
    }),
  };
}
