import type { MessageEntity } from "grammy/types";
import { linkProblem } from "./link-rules.ts";
import { badRequest, silentLoss } from "./refusal.ts";

/** More than this many entities are ignored by Telegram (found by experiment: python-telegram-bot's constants). */
const MOST_ENTITIES = 100;

const quotes = new Set(["blockquote", "expandable_blockquote"]);
/** These may be in and around anything but code. */
const nestable = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);
/** These hold nothing but plain text. */
const closed = new Set(["pre", "code", "date_time"]);
/** Found by the server itself; a bot that sends them has them ignored. */
const detected = new Set([..."mention hashtag cashtag bot_command url email phone_number bank_card_number".split(" ")]);
const known = new Set([...quotes, ...nestable, ...closed, ...detected, "text_link", "text_mention", "custom_emoji"]);

/**
 * Checks entities against their text; offsets are UTF-16 units.
 * @throws Refusal at the first that Telegram would refuse (in the wording of TDLib's `fix_formatted_text`), or would
 * accept and then drop or split.
 */
export function checkEntities(text: string, entities: readonly MessageEntity[]): void {
  if (entities.length > MOST_ENTITIES) {
    throw silentLoss(`ignore all but the first ${MOST_ENTITIES} of ${entities.length} entities`);
  }
  for (const entity of entities) checkOne(text, entity);
  checkNesting(entities);
}

function checkOne(text: string, entity: MessageEntity): void {
  const { offset, length, type } = entity;
  const end = offset + length;
  if (!known.has(type)) throw badRequest("can't parse MessageEntity: Unsupported type specified");
  if (!Number.isInteger(offset) || offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (!Number.isInteger(length) || length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length) throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (length === 0) throw silentLoss(`drop the empty ${type} at UTF-16 offset ${offset}`);
  if (cutsPair(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesTo(text, offset + 1)}`);
  }
  if (cutsPair(text, end)) {
    const at = bytesTo(text, end + 1);
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${at}`,
    );
  }
  if (detected.has(type)) throw silentLoss(`ignore the ${type} at UTF-16 offset ${offset}: it finds those by itself`);
  if (entity.type === "text_link") {
    const problem = linkProblem(entity.url);
    if (problem) throw badRequest(`entity URL '${entity.url}' is invalid: ${problem}`);
  }
}

function checkNesting(entities: readonly MessageEntity[]): void {
  const rank = (e: MessageEntity) => (quotes.has(e.type) ? 0 : nestable.has(e.type) ? 2 : 1);
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length || rank(a) - rank(b));
  const around: MessageEntity[] = [];
  for (const entity of sorted) {
    while (around.length > 0 && entity.offset >= endOf(around.at(-1))) around.pop();
    const crossed = around.find((outer) => endOf(entity) > endOf(outer));
    const at = `the ${entity.type} at UTF-16 offset ${entity.offset}`;
    if (crossed) throw silentLoss(`cut up ${at}, which overlaps the ${crossed.type} at ${crossed.offset}`);
    const outer = around.find((one) => !mayHold(one.type, entity.type));
    if (outer) throw silentLoss(`drop ${at}, which is inside the ${outer.type} at ${outer.offset}`);
    around.push(entity);
  }
}

/** Bot API, "Formatting options": what may be inside what. */
function mayHold(outer: string, inner: string): boolean {
  if (closed.has(outer)) return false;
  if (closed.has(inner)) return quotes.has(outer);
  if (quotes.has(inner)) return nestable.has(outer);
  return nestable.has(inner) || nestable.has(outer) || quotes.has(outer);
}

const endOf = (entity: MessageEntity | undefined) => (entity ? entity.offset + entity.length : 0);
const bytesTo = (text: string, end: number) => Buffer.byteLength(text.slice(0, end), "utf8");
const cutsPair = (text: string, at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
