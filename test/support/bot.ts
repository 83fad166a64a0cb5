import type { Bot, Transformer } from "grammy";
import type { Message, Update } from "grammy/types";
import { onTestFinished } from "vitest";
import type { Library } from "../../src/answer/library.ts";
import { BotApi } from "../../src/cli/chat/bot-api.ts";
import type { Call, ChatEvent, Post } from "../../src/cli/chat/events.ts";
import { runBot } from "../../src/cli/chat/run-bot.ts";
import { createLog } from "../../src/log.ts";
import { type CreateBot, createBot } from "../../src/telegram/bot.ts";

export interface PlayedBot {
  readonly api: BotApi;
  readonly bot: Bot;
  /** Everything the bot did, in order. */
  readonly events: ChatEvent[];
  /** The lines of its log. */
  readonly log: string[];
  /** The person sends a text; resolves with what the bot did about it. */
  say(text: string, replyTo?: number): Promise<ChatEvent[]>;
  /** The person presses a button: the n-th, or the one with this label or data. */
  press(button: number | string, messageId: number): Promise<ChatEvent[]>;
  /** The person types the bot's name and these words in another chat. */
  inline(query: string, offset?: string): Promise<ChatEvent[]>;
  /** The person names the bot in a chat where it is not a member, perhaps in reply to somebody's words. */
  guest(text: string, replyTo?: string): Promise<ChatEvent[]>;
  /** An update that a person in a private chat cannot make: another chat, a photo, an edit. */
  receive(update: Omit<Update, "update_id">): Promise<ChatEvent[]>;
  stop(): Promise<void>;
}

/** The bot over real HTTP, on the strict stand-in of the terminal's conversation. */
export async function startBot(
  library: Library,
  {
    language = "en",
    between,
    ...settings
  }: { language?: string; between?: Transformer } & Pick<
    CreateBot,
    "adminIds" | "preferences" | "audienceOf" | "onSilence"
  > = {},
): Promise<PlayedBot> {
  const api = await BotApi.start({ language });
  const events: ChatEvent[] = [];
  const log: string[] = [];
  api.subscribe((event) => events.push(event));
  const bot = createBot({
    token: api.token,
    apiRoot: api.root,
    library,
    ...settings,
    log: createLog("debug", [api.token], (line) => log.push(line)),
  });
  if (between) bot.api.config.use(between);
  const running = await runBot(bot, api);
  let lastUpdate = 1_000_000;
  const since = async (act: () => unknown) => {
    const before = events.length;
    await act();
    await api.idle();
    return events.slice(before);
  };
  return {
    api,
    bot,
    events,
    log,
    say: (text, replyTo) => since(() => api.say(text, replyTo === undefined ? {} : { replyTo })),
    press: (button, messageId) => since(() => api.press(button, messageId)),
    inline: (query, offset) => since(() => api.inline(query, offset)),
    guest: (text, replyTo) => since(() => api.guest(text, replyTo)),
    receive: (update) =>
      since(() => bot.handleUpdate({ update_id: ++lastUpdate, ...update }).catch((error) => bot.errorHandler(error))),
    async stop() {
      await running.stop();
      await api.close();
    },
  };
}

/** The same for one test, stopped when it has ended. */
export async function playBot(...args: Parameters<typeof startBot>): Promise<PlayedBot> {
  const played = await startBot(...args);
  onTestFinished(() => played.stop());
  return played;
}

/** What may be posted in other chats, among events. */
export function postsOf(events: readonly ChatEvent[]): Post[] {
  return events.flatMap((e) => (e.event === "inline" ? e.posts : e.event === "guest" ? [e.post] : []));
}

/** A button by its label, below a message or a post. */
export function buttonOf(content: Pick<Message, "reply_markup"> | undefined, label: string) {
  return content?.reply_markup?.inline_keyboard.flat().find((b) => b.text === label);
}

/** The messages among events, sent and edited. */
export function messagesOf(events: readonly ChatEvent[]): Message[] {
  return events.flatMap((e) => (e.event === "message" || e.event === "edit" ? [e.message] : []));
}

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** What a call sent as quotations, before Telegram cleans the text. */
export function quotedIn({ params }: Call): string[] {
  const text = String(params["text"] ?? "");
  return ((params["entities"] ?? []) as Entity[])
    .filter((e) => e.type.endsWith("blockquote"))
    .map((e) => text.slice(e.offset, e.offset + e.length));
}

/** The label of the button that leads to the next or the last page. */
export function pageButton(message: Message | undefined, sign: "›" | "‹"): string | undefined {
  return message?.reply_markup?.inline_keyboard.flat().find((b) => b.text.includes(sign))?.text;
}
