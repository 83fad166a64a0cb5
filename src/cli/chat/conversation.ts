import type { BotCommand, Chat, InlineKeyboardMarkup, Message, User, UserFromGetMe } from "grammy/types";
import type { ChatEvent } from "./events.ts";
import { badRequest } from "./refusal.ts";

/** A pressed button, or what was typed inline or as a guest; `answered` once the bot has answered it by the call for its kind. */
export interface Query {
  readonly kind: "callback" | "inline" | "guest";
  readonly data: string;
  readonly messageId: number | null;
  answered: boolean;
}

/** What Telegram would keep of one private chat: its two sides, the messages, the pressed buttons, the bot's profile. */
export class Conversation {
  readonly bot: UserFromGetMe;
  /** The bot as the sender of its messages: without what only getMe tells. */
  readonly sender: User;
  readonly person: User;
  readonly chat: Chat.PrivateChat;
  readonly messages = new Map<number, Message>();
  readonly queries = new Map<string, Query>();
  /** By language code; "" is for every other language. */
  readonly commands = new Map<string, readonly BotCommand[]>();
  readonly descriptions = new Map<string, string>();
  /** How many files the bot has sent. */
  files = 0;
  readonly emit: (event: ChatEvent) => void;
  readonly #now: () => number;
  #lastId = 0;

  constructor(bot: UserFromGetMe, person: User, emit: (event: ChatEvent) => void, now: () => number) {
    this.bot = bot;
    this.sender = { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
    this.person = person;
    this.chat = { id: person.id, type: "private", first_name: person.first_name };
    this.emit = emit;
    this.#now = now;
  }

  /** Seconds since 1970, as Telegram dates messages. */
  now(): number {
    return Math.floor(this.#now() / 1000);
  }

  /** Keeps a message of the person's or the bot's under the next number. `content` is what is particular to it. */
  add(from: User, content: Partial<Message>): Message {
    const message = { message_id: ++this.#lastId, from, chat: this.chat, date: this.now(), ...content } as Message;
    this.messages.set(message.message_id, message);
    return message;
  }

  /** Keeps a query that waits for an answer, under the next number. */
  ask(query: Omit<Query, "answered">): string {
    const id = String(this.queries.size + 1);
    this.queries.set(id, { ...query, answered: false });
    return id;
  }

  /**
   * Takes the answer to a query: one is enough for what was typed, a button may be answered again.
   * @throws Refusal when no such query waits.
   */
  answer(kind: Query["kind"], id: string | undefined): void {
    const query = this.queries.get(id ?? "");
    if (query?.kind !== kind || (query.answered && kind !== "callback"))
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    query.answered = true;
  }

  /** The message as others carry it along in `reply_to_message`: without one of its own. */
  asReplied(id: number): Message["reply_to_message"] | undefined {
    const message = this.messages.get(id);
    if (!message) return undefined;
    const { reply_to_message: _, ...rest } = message;
    return rest as NonNullable<Message["reply_to_message"]>;
  }

  /**
   * Replaces what is in a message of the bot's. A key of `change` that is `undefined` takes that part away.
   * @throws Refusal when there is no such message, it is not the bot's, or nothing would change.
   */
  edit(id: number | undefined, change: { readonly [K in keyof Message]?: Message[K] | undefined }): Message {
    if (id === undefined) throw badRequest("message identifier is not specified");
    const before = this.messages.get(id);
    if (!before) throw badRequest("message to edit not found");
    if (before.from?.id !== this.bot.id) throw badRequest("message can't be edited");
    const after = { ...before, ...change };
    if (visible(after) === visible(before)) {
      throw badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    }
    const kept = Object.entries({ ...after, edit_date: this.now() }).filter(([, value]) => value !== undefined);
    const edited = Object.fromEntries(kept) as unknown as Message;
    this.messages.set(id, edited);
    return edited;
  }
}

function visible(message: {
  text?: string | undefined;
  entities?: unknown;
  reply_markup?: InlineKeyboardMarkup | undefined;
  link_preview_options?: unknown;
}): string {
  return JSON.stringify([message.text, message.entities, message.reply_markup, message.link_preview_options]);
}
