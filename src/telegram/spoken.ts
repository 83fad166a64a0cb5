import type { Context } from "grammy";
import type { Message, MessageEntity } from "grammy/types";
import { parseCommand } from "./command.ts";
import { catalogue } from "./texts.ts";
import { threadOf } from "./thread.ts";
import { lineOf, pointsAway, readWanted, type Wanted, wantedOf } from "./wanted.ts";

/** What a person says to the bot. */
export interface Spoken {
  readonly wanted: Wanted;
  /** What the words may lean on, oldest first. */
  readonly earlier: readonly string[];
  /** The message whose words are the matter, where it is not the person's own. */
  readonly about?: number;
}

/** Longer texts are no question that another one could lean on. */
const longestEarlier = 256;

/**
 * Reads a message that is meant for the bot, with what it quotes, forwards or replies to:
 *
 *   forwarded                        the forwarded words are the claim or the question
 *   a reply that says nothing itself ("?", "is that true?")  so are the words replied to, or the part of them that is quoted
 *   any other reply                  leans on the questions behind the answer replied to, and on the quoted part
 *
 * `null` where it is a command that this is no matter of.
 */
export function readMessage(message: Message, me: Context["me"]): Spoken | null {
  const text = withoutMention(textOf(message), me.username);
  if (message.forward_origin) return { wanted: wantedOf(text), earlier: [] };
  const replied = message.reply_to_message;
  const part = message.quote?.text;
  const isOwn = replied !== undefined && isFromBot(replied, me.id);
  if (pointsAway(text)) {
    const words = part ?? (replied && !isOwn ? textOf(replied) : "");
    if (words !== "" && !words.startsWith("/"))
      return {
        wanted: wantedOf(words, text),
        earlier: [],
        ...(part === undefined && replied ? { about: replied.message_id } : {}),
      };
  }
  const wanted = readWanted(text, me.username);
  if (!wanted) return null;
  const before = isOwn ? contextOf(replied) : replied ? shortOnly(textOf(replied), me.username) : [];
  return { wanted, earlier: [...before, ...(part === undefined ? [] : shortOnly(part, me.username))] };
}

/** The words of a message, or those below a picture. */
export function textOf(message: Pick<Message, "text" | "caption">): string {
  return message.text ?? message.caption ?? "";
}

/** Written by the bot, or posted by somebody through it. */
export function isFromBot(message: Pick<Message, "from" | "via_bot">, me: number): boolean {
  return message.from?.id === me || message.via_bot?.id === me;
}

/** The questions of a thread as words to lean on: without their commands. */
export function asEarlier(thread: readonly string[], me: string): string[] {
  return thread.map((line) => parseCommand(line, me)?.args ?? line).filter((words) => words !== "");
}

/** A person calls the bot by its name somewhere in the text. */
export function isMentioned(message: Message, me: Context["me"]): boolean {
  const text = textOf(message);
  return (message.entities ?? message.caption_entities ?? []).some((e) => isMention(e, text, me));
}

function isMention(entity: MessageEntity, text: string, me: Context["me"]): boolean {
  if (entity.type === "text_mention") return entity.user.id === me.id;
  const named = text.slice(entity.offset, entity.offset + entity.length);
  return entity.type === "mention" && named.toLowerCase() === `@${me.username.toLowerCase()}`;
}

/** A text without the bot's own name. */
function withoutMention(text: string, username: string): string {
  return text.replace(new RegExp(`(?<![\\w@/])@${username}(?!\\w)[,:]?`, "gi"), " ").trim();
}

function shortOnly(text: string, me: string): string[] {
  return text.length > longestEarlier ? [] : asEarlier([text], me);
}

/** Emphasised words of an answer are at most this long; longer ones are quoted speech. */
const longestWord = 40;
/** Emphasised too, but the bot's own words. */
const headings = new Set(
  Object.values(catalogue).flatMap((t) => [
    t.nearMiss,
    t.silence,
    t.quoteNothing,
    t.quoteWho,
    t.timelineEmpty,
    t.timelineUndated,
    ...Object.values(t.whyAnswer.head),
    ...Object.values(t.verdicts),
  ]),
);

/** What an answer was about: the questions it carries, else its emphasised words. */
function contextOf(answer: Pick<Message, "text" | "entities" | "reply_markup">): string[] {
  const thread = threadOf(answer);
  if (thread.length > 0) return thread;
  const text = answer.text ?? "";
  const words = (answer.entities ?? [])
    .filter((e) => e.type === "bold" && e.length <= longestWord)
    .map((e) => text.slice(e.offset, e.offset + e.length))
    .filter((word) => !headings.has(word));
  const known = new Set(words);
  // Not the first word of a sentence: its capital letter says that it is a name.
  return known.size > 0 ? [`… ${[...known].slice(0, 8).join(" ")}`] : [];
}

/** The line by which an answer to this is found again, with those it leans on. */
export function threadFor({ wanted, earlier }: Pick<Spoken, "wanted" | "earlier">): string[] {
  return [...(wanted.kind === "ask" ? earlier : []), lineOf(wanted)];
}
