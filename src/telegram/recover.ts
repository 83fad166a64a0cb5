import { setTimeout as sleep } from "node:timers/promises";
import { type ApiCallFn, HttpError, type Middleware, type RawApi } from "grammy";
import type { ApiResponse, Message } from "grammy/types";
import { isSend } from "./retry.ts";

/** More unknown places than this are not searched: then it stays unknown whether the message was sent. */
const mostProbes = 400;
/** Other chats' messages may take the next numbers while ours is under way. */
const ahead = 4;
/** A request that was cut off may still be carried out for a moment: so often it is looked for, after so many milliseconds each. */
const looks = 2;
const pause = 180;
const remembered = 20_000;
const mostTries = 4;

/**
 * Message numbers that are accounted for. Private chats and basic groups share one sequence of numbers, a supergroup or channel
 * (identifiers below -10¹²: https://core.telegram.org/api/bots/ids) has its own.
 */
export class Numbers {
  readonly #known = new Set<string>();
  readonly #latest = new Map<string, number>();

  note(chat: number, id: number): void {
    if (!Number.isSafeInteger(chat) || !Number.isSafeInteger(id)) return;
    const space = spaceOf(chat);
    this.#known.add(`${space}:${id}`);
    if (this.#known.size > remembered) for (const oldest of this.#known.values().take(1)) this.#known.delete(oldest);
    const latest = Math.max(id, this.#latest.get(space) ?? 0);
    this.#latest.delete(space);
    this.#latest.set(space, latest);
    if (this.#latest.size > remembered) for (const oldest of this.#latest.keys().take(1)) this.#latest.delete(oldest);
  }

  /** The highest number known where messages of this chat are counted; what is sent from now on gets a higher one. */
  latest(chat: number): number {
    return this.#latest.get(spaceOf(chat)) ?? 0;
  }

  /** The numbers after `floor` that a new message may have got and that are not accounted for. */
  unknownAfter(chat: number, floor: number): number[] {
    const space = spaceOf(chat);
    const end = Math.max(floor, this.#latest.get(space) ?? 0) + ahead;
    const unknown: number[] = [];
    for (let id = floor + 1; id <= end && unknown.length <= mostProbes; id++)
      if (!this.#known.has(`${space}:${id}`)) unknown.push(id);
    return unknown;
  }
}

function spaceOf(chat: number): string {
  return chat < -1_000_000_000_000 ? String(chat) : "";
}

/**
 * Finds out after a lost connection whether a reply was sent, and sends it again when it was not.
 *
 * The Bot API has no call for that, but an edit tells: editing a message into what it already says is answered with "message is not
 * modified", a message that is not there with "message to edit not found", and one that is not the bot's with "message can't be edited".
 * A message gets a higher number than all that were known when it was sent, and of the numbers since nearly all are known from updates
 * and from what else was sent. That an answer to a new message is the bot's first since then is sure; an update without one (a pressed
 * button) may be older than answers of an earlier run: then nothing is looked for, and nothing is sent twice.
 */
export function recover(numbers: Numbers, wait: (milliseconds: number) => Promise<unknown> = sleep): Middleware {
  return async (ctx, next) => {
    const { message } = ctx;
    const chat = message?.chat.id;
    ctx.api.config.use(async (call, method, payload, signal) => {
      for (let tried = 1; ; tried++) {
        const floor = chat === undefined ? 0 : numbers.latest(chat);
        try {
          const response = await call(method, payload, signal);
          if (response.ok) noteSent(numbers, response.result);
          return response;
        } catch (error) {
          if (!(error instanceof HttpError) || !isSend(method) || signal?.aborted || tried >= mostTries) throw error;
          if (message === undefined || chat === undefined || (payload as Sending).chat_id !== chat) throw error;
          const places = () => numbers.unknownAfter(chat, floor);
          const found = await lookRepeatedly(wait, () => findSent(call, method, payload as Sending, places()));
          if (found === null) throw error;
          if (found === "nowhere") continue;
          numbers.note(chat, found.message_id);
          return { ok: true, result: found } as ApiResponse<never>;
        }
      }
    });
    await next();
  };
}

/**
 * Takes down the numbers of messages as they come, those that wait for their turn as well. A message of the bot's own, below which a
 * button was pressed, is left out: it may be the very one that is looked for.
 */
export function noteNumbers(numbers: Numbers): Middleware {
  return (ctx, next) => {
    const { msgId, chatId } = ctx;
    if (msgId !== undefined && chatId !== undefined && !ctx.callbackQuery) numbers.note(chatId, msgId);
    return next();
  };
}

type Found = Pick<Message, "message_id"> | "nowhere" | null;

async function lookRepeatedly(wait: (ms: number) => Promise<unknown>, look: () => Promise<Found>): Promise<Found> {
  let found: Found = "nowhere";
  for (let looked = 0; looked < looks && found === "nowhere"; looked++) {
    await wait(pause);
    found = await look();
  }
  return found;
}

interface Sending {
  readonly chat_id?: unknown;
  readonly text?: string;
  readonly entities?: unknown;
  readonly caption?: string;
  readonly caption_entities?: unknown;
  readonly link_preview_options?: unknown;
  readonly reply_markup?: unknown;
}

/** Where the message stands, "nowhere", or `null` when it cannot be known. */
async function findSent(
  call: ApiCallFn<RawApi>,
  method: string,
  { chat_id, text, entities, caption, caption_entities, link_preview_options, reply_markup }: Sending,
  candidates: readonly number[],
): Promise<Found> {
  if (candidates.length > mostProbes) return null;
  const same = Object.fromEntries(
    Object.entries(
      method === "sendMessage"
        ? { text, entities, link_preview_options, reply_markup }
        : { caption, caption_entities, reply_markup },
    ).filter(([, value]) => value !== undefined),
  );
  const probe = (method === "sendMessage" ? "editMessageText" : "editMessageCaption") as "editMessageText";
  for (const message_id of candidates) {
    const response = await call(probe, { chat_id, message_id, ...same } as never).catch(() => null);
    if (response === null) return null;
    // One that could be edited is the bot's own and was not accounted for: it is this message.
    if (response.ok || response.description.includes("message is not modified")) return { message_id };
    if (!/not found|can't be edited|MESSAGE_ID_INVALID/.test(response.description)) return null;
  }
  return "nowhere";
}

function noteSent(numbers: Numbers, result: unknown): void {
  const { message_id, chat } = (typeof result === "object" && result !== null ? result : {}) as Partial<Message>;
  if (message_id !== undefined && chat !== undefined) numbers.note(chat.id, message_id);
}
