import { createHash } from "node:crypto";
import type { Article } from "./article.ts";
import type { Corpus } from "./corpus.ts";
import { type Span, slice } from "./span.ts";

/*
 * A receipt is a quoted span as a short word: the address and a seal over the words, so that anyone can have it
 * checked again, without a table and across restarts and new indexes.
 *
 *   5 bytes  the start of SHA-256 of the article's id
 *   varint   start * 2 + (1 when the span is in the headline)     LEB128, UTF-16 code units
 *   varint   length
 *   4 bytes  the start of SHA-256 over the article's id and the quoted words
 *
 * written in Crockford's base32 in lower case (https://www.crockford.com/base32.html): about 23 characters, of which
 * all are allowed in a Telegram deep link (64 characters of A-Z a-z 0-9 _ -).
 */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export function receiptOf(article: Article, span: Span): string {
  const words = slice(article, span);
  return encode(
    Buffer.concat([
      articleKey(article.id),
      varint(span.start * 2 + (span.field === "headline" ? 1 : 0)),
      varint(span.end - span.start),
      seal(article.id, words),
    ]),
  );
}

export type Resolved =
  | { readonly ok: true; readonly article: Article; readonly span: Span }
  /** `altered`: the article is there, its words at this place are not those that were quoted. */
  | { readonly ok: false; readonly why: "not-a-receipt" | "unknown-article" }
  | { readonly ok: false; readonly why: "altered"; readonly article: Article; readonly span: Span };

/**
 * Finds the span that a receipt stands for and says whether its words are still the quoted ones: in the article as it stands,
 * else in the version of it that was quoted.
 */
export function resolveReceipt(corpus: Corpus, receipt: string): Resolved {
  const parsed = parse(receipt);
  if (!parsed) return { ok: false, why: "not-a-receipt" };
  let altered: Resolved | null = null;
  for (const article of corpus.byId.values()) {
    const quotedAs = article.versionOf ?? article.id;
    if (!articleKey(quotedAs).equals(parsed.key)) continue;
    const span: Span = { article: article.id, ...parsed.range, ...(parsed.inHeadline ? { field: "headline" } : {}) };
    if (seal(quotedAs, slice(article, span)).equals(parsed.seal)) return { ok: true, article, span };
    if (article.versionOf === null) altered ??= { ok: false, why: "altered", article, span };
  }
  return altered ?? { ok: false, why: "unknown-article" };
}

function parse(receipt: string) {
  const bytes = decode(receipt.trim().toLowerCase());
  if (!bytes || bytes.length < 11 || bytes.length > 24) return null;
  const place = readVarint(bytes, 5);
  const length = place && readVarint(bytes, place.next);
  if (!place || !length || length.next + 4 !== bytes.length || length.value === 0) return null;
  const start = Math.floor(place.value / 2);
  return {
    key: bytes.subarray(0, 5),
    range: { start, end: start + length.value },
    inHeadline: place.value % 2 === 1,
    seal: bytes.subarray(length.next),
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();
const articleKey = (id: string) => sha256(id).subarray(0, 5);
const seal = (id: string, words: string) => sha256(`${id}\n${words}`).subarray(0, 4);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return Buffer.from(bytes);
}

function readVarint(bytes: Buffer, from: number): { value: number; next: number } | null {
  let value = 0;
  for (let i = from, scale = 1; i < bytes.length && i < from + 6; i++, scale *= 128) {
    const byte = bytes[i] ?? 0;
    value += (byte % 128) * scale;
    if (byte < 128) return { value, next: i + 1 };
  }
  return null;
}

function encode(bytes: Buffer): string {
  let out = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet.charAt((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? out + alphabet.charAt((held << (5 - bits)) & 31) : out;
}

function decode(text: string): Buffer | null {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    held = (held << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return bits < 5 && held === 0 ? Buffer.from(bytes) : null;
}
