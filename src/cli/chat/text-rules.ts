import type { MessageEntity } from "grammy/types";
import { checkEntities } from "./entity-rules.ts";
import { badRequest } from "./refusal.ts";

/**
 * Bot API, sendMessage and captions: "1-4096" and "0-1024 characters after entities parsing". Counted in UTF-16 units,
 * which is the narrower reading: Telegram's server counts code points, some clients count units.
 */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

/** A text as its reader gets it. */
export interface Formatted {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/**
 * The text of a message as it arrives: checked, control characters made blanks, outer white space cut, entities moved
 * along. `entities` are in UTF-16 units of `raw`.
 * @throws Refusal when Telegram would not take it.
 */
export function formatText(raw: string, entities: readonly MessageEntity[] = []): Formatted {
  if (raw === "") throw badRequest("message text is empty");
  const shown = format(raw, entities);
  if (shown.text === "") throw badRequest("text must be non-empty");
  if (shown.text.length > TEXT_LIMIT) throw badRequest("message is too long");
  return shown;
}

/** The same for the caption of a file, which may be empty. */
export function formatCaption(raw: string, entities: readonly MessageEntity[] = []): Formatted {
  const shown = format(raw, entities);
  if (shown.text.length > CAPTION_LIMIT) throw badRequest("message caption is too long");
  return shown;
}

function format(raw: string, entities: readonly MessageEntity[]): Formatted {
  if (!raw.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  checkEntities(raw, entities);
  // TDLib's clean_input_string_with_entities: CR and the marks U+2028 to U+202E go, other control characters are blanks.
  const moved: number[] = [];
  let clean = "";
  for (let i = 0; i < raw.length; i++) {
    moved.push(clean.length);
    const code = raw.charCodeAt(i);
    if (code === 13 || (code >= 0x2028 && code <= 0x202e)) continue;
    clean += code < 32 && code !== 10 ? " " : raw[i];
  }
  moved.push(clean.length);
  const end = clean.replace(/[ \n]+$/, "").length;
  const at = (offset: number) => Math.min(moved[offset] ?? end, end);
  const kept = entities
    .map((e) => ({ ...e, offset: at(e.offset), length: at(e.offset + e.length) - at(e.offset) }))
    .filter((e) => e.length > 0);
  // White space at the start is cut as well, but never out of an entity.
  const blank = /^[ \n]*/.exec(clean.slice(0, end))?.[0].length ?? 0;
  const start = Math.min(blank, ...kept.map((e) => e.offset));
  return { text: clean.slice(start, end), entities: kept.map((e) => ({ ...e, offset: e.offset - start })) };
}

/** The commands that Telegram finds in what a person types; offsets in UTF-16 units. */
export function findCommands(text: string): MessageEntity[] {
  const command = /(?<![\p{L}\p{N}_<>/])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![/\w@])/gu;
  return [...text.matchAll(command)].map((m) => ({ type: "bot_command", offset: m.index, length: m[0].length }));
}

/** Where a user name is called in a text; offsets in UTF-16 units. */
export function findMentions(text: string, username: string): MessageEntity[] {
  const mention = new RegExp(`(?<![\\w/])@${username}(?!\\w)`, "gi");
  return [...text.matchAll(mention)].map((m) => ({ type: "mention", offset: m.index, length: m[0].length }));
}

/**
 * Cuts what a person types as Telegram's clients do: into messages of at most 4096 UTF-16 units, never inside a
 * surrogate pair. Joined, the parts are the text; an empty text has none.
 */
export function splitTyped(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + TEXT_LIMIT, text.length);
    if ((text.codePointAt(end - 1) ?? 0) > 0xffff) end--;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

/** Whether nothing is left to send of what a person typed; Telegram's clients do not send such a text. */
export function isBlank(text: string): boolean {
  return format(text.toWellFormed(), []).text === "";
}
