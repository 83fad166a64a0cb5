import type { InlineKeyboardButton, Message } from "grammy/types";
import { sharedQuestion } from "./limits.ts";

/*
 * What a follow-up leans on travels with the answer, so that nothing has to be kept: the button "Share" below every answer holds the question
 * and those before it, oldest first, as `@bot …` would be asked in another chat. A later button or reply reads them from there.
 */

/** Stands between a question and the one that follows it up. */
const then = " › ";

/** Questions as one line of at most 256 characters, the oldest left out where they are too long together; `null` where the last alone is. */
export function packThread(questions: readonly string[]): string | null {
  const lines = questions.map((q) => q.replaceAll("›", " ").replace(/\s+/g, " ").trim()).filter((q) => q !== "");
  for (let from = 0; from < lines.length; from++) {
    const line = lines.slice(from).join(then);
    if (line.length <= sharedQuestion) return line;
  }
  return null;
}

/** The questions of a line, oldest first; a line that was not packed here is one question. */
export function unpackThread(line: string): string[] {
  return line
    .split(then)
    .map((q) => q.trim())
    .filter((q) => q !== "");
}

/** The questions that one of the bot's messages answers, oldest first; none where it carries none. */
export function threadOf(message: Pick<Message, "reply_markup"> | undefined): string[] {
  for (const button of buttonsBelow(message)) {
    const line =
      "switch_inline_query_chosen_chat" in button
        ? button.switch_inline_query_chosen_chat.query
        : "switch_inline_query" in button
          ? button.switch_inline_query
          : "url" in button
            ? sharedIn(button.url)
            : undefined;
    if (line && !isReceipt(line)) return unpackThread(line);
  }
  return [];
}

/** The buttons below a message, those of other bots included: nothing is taken for granted of them. */
export function buttonsBelow(message: Pick<Message, "reply_markup"> | undefined): InlineKeyboardButton[] {
  const rows: unknown = message?.reply_markup?.inline_keyboard;
  return Array.isArray(rows) ? (rows.flat() as InlineKeyboardButton[]) : [];
}

/** A shared passage rather than a question. */
export function isReceipt(line: string): boolean {
  return /^p_[0-9a-z]+$/.test(line);
}

const shareRoot = "https://t.me/share/url";

/** The address by which Telegram offers a text with a link to any chat (core.telegram.org/api/links, "share links"). */
export function shareUrl(url: string, text: string): string {
  return `${shareRoot}?${new URLSearchParams({ url, text: text.toWellFormed() })}`;
}

function sharedIn(url: string): string | undefined {
  if (!url.startsWith(`${shareRoot}?`)) return undefined;
  return new URLSearchParams(url.slice(shareRoot.length + 1)).get("text") ?? undefined;
}
