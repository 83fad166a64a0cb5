import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BotCommand, InlineKeyboardButton, Message, Update, UserFromGetMe } from "grammy/types";
import { InputError } from "../../coverage/errors.ts";
import { createApiServer } from "./api-server.ts";
import { Conversation } from "./conversation.ts";
import type { ChatEvent } from "./events.ts";
import { Refusal } from "./refusal.ts";
import { findCommands, findMentions, formatText, TEXT_LIMIT } from "./text-rules.ts";
import { Updates } from "./updates.ts";
import { Work } from "./work.ts";

export interface BotApiOptions {
  /** The person's language, ISO 639-1. */
  readonly language?: string;
  /** Milliseconds since 1970, for the dates of messages. */
  readonly now?: () => number;
}

/** What a pressed button did. Only a callback goes to the bot; the others act on the person's own device. */
export type Pressed =
  | { readonly kind: "callback"; readonly data: string }
  | { readonly kind: "opens"; readonly url: string }
  | { readonly kind: "copies"; readonly text: string }
  /** Offers the bot's inline mode with this query in a chat to be chosen. */
  | { readonly kind: "shares"; readonly query: string };

const bot: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: "Onrecord",
  username: "onrecord_terminal_bot",
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  supports_guest_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};
const PERSON_ID = 1_000_001;

/**
 * A stand-in for the Bot API with one private chat in it, on 127.0.0.1, for a bot in the same process: the bot polls
 * and calls it over HTTP as it would Telegram. It is strict: what Telegram would refuse it refuses in Telegram's words,
 * and what Telegram would silently lose it refuses in words of its own.
 */
export class BotApi {
  readonly token = `${bot.id}:terminal-conversation`;
  /** Everything begun and not yet ended. The runner of the bot counts its calls here as well (see run-bot.ts). */
  readonly work = new Work();
  readonly #conversation: Conversation;
  readonly #updates = new Updates();
  /** By update: how to end its work. */
  readonly #unhandled = new Map<number, () => void>();
  readonly #listeners = new Set<(event: ChatEvent) => void>();
  readonly #server: Server;

  private constructor({ language = "en", now = Date.now }: BotApiOptions) {
    const person = { id: PERSON_ID, is_bot: false, first_name: "You", language_code: language };
    this.#conversation = new Conversation(bot, person, (event) => this.#emit(event), now);
    const { token, work } = this;
    this.#server = createApiServer({ token, work, conversation: this.#conversation, updates: this.#updates });
  }

  /** Starts listening on a free port. */
  static async start(options: BotApiOptions = {}): Promise<BotApi> {
    const api = new BotApi(options);
    await new Promise<void>((resolve, reject) => {
      api.#server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    return api;
  }

  /** The `apiRoot` of the bot's client. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The bot's user name. */
  get username(): string {
    return bot.username;
  }

  /** Stops listening and lets go of a waiting poll. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Calls back for everything the bot does, as it does it. Returns how to stop. */
  subscribe(listener: (event: ChatEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The person sends a text (1 to 4096 UTF-16 units after outer white space is cut); commands in it are marked as
   * Telegram's clients mark them.
   * @throws InputError when it cannot be sent, or there is no message `replyTo`.
   */
  say(text: string, { replyTo }: { readonly replyTo?: number } = {}): Message {
    if (text.length > TEXT_LIMIT) throw new InputError(`a message has at most ${TEXT_LIMIT} characters`);
    const shown = typed(text);
    const entities = findCommands(shown);
    const replied = replyTo === undefined ? undefined : this.#conversation.asReplied(replyTo);
    if (replyTo !== undefined && !replied) throw new InputError(`there is no message #${replyTo}`);
    const message = this.#conversation.add(this.#conversation.person, {
      text: shown,
      ...(entities.length > 0 ? { entities } : {}),
      ...(replied ? { reply_to_message: replied } : {}),
    });
    this.#push({ message: message as NonNullable<Update["message"]> });
    return message;
  }

  /**
   * The person presses a button: the n-th (from 1, through all rows), or the one with this callback data or label.
   * @throws InputError when there is no such message or button.
   */
  press(button: number | string, messageId: number): Pressed {
    const message = this.#conversation.messages.get(messageId);
    if (!message) throw new InputError(`there is no message #${messageId}`);
    const pressed = findButton(message, button);
    if (!pressed) throw new InputError(`message #${messageId} has no button ${button}`);
    if ("url" in pressed) return { kind: "opens", url: pressed.url };
    if ("copy_text" in pressed) return { kind: "copies", text: pressed.copy_text.text };
    if ("switch_inline_query_chosen_chat" in pressed)
      return { kind: "shares", query: pressed.switch_inline_query_chosen_chat.query ?? "" };
    if (!("callback_data" in pressed)) throw new InputError(`button ${button} does nothing in a terminal`);
    const data = pressed.callback_data;
    const id = this.#conversation.ask({ kind: "callback", data, messageId });
    const from = this.#conversation.person;
    this.#push({ callback_query: { id, from, message, chat_instance: String(PERSON_ID), data } });
    return { kind: "callback", data };
  }

  /** The person types the bot's name and these words in another chat; `offset` is where the results shown so far end. */
  inline(query: string, offset = ""): void {
    const id = this.#conversation.ask({ kind: "inline", data: query, messageId: null });
    this.#push({ inline_query: { id, from: this.#conversation.person, query, offset, chat_type: "sender" } });
  }

  /** The person names the bot in a chat where it is not a member, perhaps in reply to somebody's words. */
  guest(text: string, replyTo?: string): void {
    const id = this.#conversation.ask({ kind: "guest", data: text, messageId: null });
    const chat = { id: -1_000_000_000_002, type: "supergroup", title: "Another chat" } as const;
    const { person, bot: me } = this.#conversation;
    const other = { id: PERSON_ID + 1, is_bot: false, first_name: "Other" };
    const date = this.#conversation.now();
    const replied = { message_id: 1, date, chat, from: other, text: replyTo };
    this.#push({
      guest_message: {
        message_id: 2,
        date,
        chat,
        from: person,
        text,
        entities: findMentions(text, me.username),
        guest_query_id: id,
        ...(replyTo === undefined ? {} : { reply_to_message: replied }),
      } as unknown as NonNullable<Update["guest_message"]>,
    });
  }

  message(id: number): Message | undefined {
    return this.#conversation.messages.get(id);
  }

  /** The commands the bot has announced for the person's language, without the slash. */
  commands(): readonly BotCommand[] {
    return this.#inLanguage(this.#conversation.commands) ?? [];
  }

  /** What the bot says of itself on the screen of an empty chat; "" when it says nothing. */
  description(): string {
    return this.#inLanguage(this.#conversation.descriptions) ?? "";
  }

  /** The bot is done with this update: its handlers have ended, and its error handler if one of them threw. */
  handled(updateId: number): void {
    this.#unhandled.get(updateId)?.();
    this.#unhandled.delete(updateId);
  }

  /** A handler of the bot's threw. */
  failed(reason: string): void {
    this.#emit({ event: "failed", reason });
  }

  /**
   * Resolves when the bot has ended all that it began: every update that was queued is `handled`, no call is under
   * way, and no call followed on the last. Buttons left unanswered by then are reported, once.
   */
  async idle(): Promise<void> {
    await this.work.idle();
    for (const query of this.#conversation.queries.values()) {
      if (query.answered) continue;
      query.answered = true;
      this.#emit({ event: "unanswered", data: query.data, messageId: query.messageId });
    }
  }

  #push(content: Omit<Update, "update_id">): void {
    const end = this.work.begin();
    this.#unhandled.set(this.#updates.push(content), end);
  }

  #emit(event: ChatEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #inLanguage<T>(texts: ReadonlyMap<string, T>): T | undefined {
    return texts.get(this.#conversation.person.language_code ?? "") ?? texts.get("");
  }
}

function typed(text: string): string {
  try {
    return formatText(text).text;
  } catch (error) {
    if (error instanceof Refusal)
      throw new InputError(`this cannot be sent: ${error.message.replace("Bad Request: ", "")}`);
    throw error;
  }
}

function findButton(message: Message, button: number | string): InlineKeyboardButton | undefined {
  const all = message.reply_markup?.inline_keyboard.flat() ?? [];
  if (typeof button === "number") return all[button - 1];
  return all.find((b) => "callback_data" in b && b.callback_data === button) ?? all.find((b) => b.text === button);
}
