import type { Middleware } from "grammy";
import type { Update } from "grammy/types";

/**
 * Passes on what has the parts that the Bot API promises and every handler relies on (https://core.telegram.org/bots/api#update).
 * Telegram sends nothing else; what somebody else makes up is passed over rather than answered half.
 */
export const wellFormedOnly: Middleware = async ({ update }, next) => {
  if (isWellFormed(update)) await next();
};

export function isWellFormed(update: Update): boolean {
  const { message, edited_message, guest_message, callback_query, inline_query } = update as unknown as Part;
  return (
    [message, edited_message, guest_message].every((m) => m === undefined || isMessage(m)) &&
    (guest_message === undefined || isText((guest_message as Part)["guest_query_id"])) &&
    [callback_query, inline_query].every((q) => q === undefined || isQuery(q))
  );
}

type Part = Readonly<Record<string, unknown>>;

function isMessage(value: unknown): boolean {
  if (!isPart(value)) return false;
  const { message_id, chat, reply_to_message } = value;
  const isPlaced = isNumber(message_id) && isPart(chat) && isNumber(chat["id"]);
  return isPlaced && isSaid(value) && (reply_to_message === undefined || isSaid(reply_to_message));
}

/** Who said it and what it says, where that is there. */
function isSaid(value: unknown): boolean {
  if (!isPart(value)) return false;
  const { from, text, caption, entities } = value;
  return (
    (from === undefined || isPerson(from)) &&
    [text, caption].every((t) => t === undefined || typeof t === "string") &&
    (entities === undefined || Array.isArray(entities))
  );
}

function isQuery(value: unknown): boolean {
  return isPart(value) && isText(value["id"]) && isPerson(value["from"]);
}

function isPerson(value: unknown): boolean {
  return isPart(value) && isNumber(value["id"]);
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null;
}

function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
