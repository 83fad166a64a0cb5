import type { Message, MessageEntity } from "grammy/types";
import { type Block, blocksOf } from "./blocks.ts";
import type { ChatEvent, Post } from "./events.ts";
import { harmless, harmlessLine, harmlessUrl } from "./harmless.ts";

/** One thing that happened, on either side. */
export type Entry =
  | ChatEvent
  | { readonly event: "said"; readonly message: Message }
  | { readonly event: "pressed"; readonly messageId: number; readonly button: string };

/**
 * An entry as one flat object for `--json` and `.json` files. It holds no times, so that the same conversation gives
 * the same bytes; a file is given by its name and size.
 */
export function entryJson(entry: Entry): Record<string, unknown> {
  switch (entry.event) {
    case "said":
    case "message":
    case "edit":
      return { event: entry.event, ...messageJson(entry.message) };
    case "document":
      return { event: "document", file: entry.file.name, bytes: entry.file.data.length, ...messageJson(entry.message) };
    case "pressed":
      return { event: "pressed", message_id: entry.messageId, button: entry.button };
    case "delete":
      return { event: "delete", message_id: entry.messageId };
    case "callback":
      return { event: "callback", text: entry.text, alert: entry.alert };
    case "inline":
      return { event: "inline", posts: entry.posts, button: entry.button };
    case "guest":
      return { event: "guest", post: entry.post };
    case "action":
      return { event: "action", action: entry.action };
    case "refused": {
      const { call, code, description } = entry;
      return { event: "refused", method: call.method, code, description, params: call.params };
    }
    case "unanswered":
      return { event: "unanswered", message_id: entry.messageId, data: entry.data };
    case "failed":
      return { event: "failed", reason: entry.reason };
  }
}

function messageJson(message: Message): Record<string, unknown> {
  const { message_id, text, entities, caption, caption_entities, reply_markup } = message;
  const reply_to = message.reply_to_message?.message_id;
  return { message_id, reply_to, text, entities, caption, caption_entities, reply_markup };
}

/** The conversation as Markdown. Text is escaped, so that it reads as it was sent and cannot become mark-up. */
export function toMarkdown(entries: readonly Entry[]): string {
  return `${entries.flatMap((entry) => paragraphs(entry)).join("\n\n")}\n`;
}

function paragraphs(entry: Entry): string[] {
  switch (entry.event) {
    case "said":
      return [`**You** (#${entry.message.message_id}):`, ...textOf(entry.message)];
    case "pressed":
      return [`**You** pressed “${escaped(harmlessLine(entry.button))}” of #${entry.messageId}.`];
    case "message":
    case "edit": {
      const edited = entry.event === "edit" ? ", edited" : "";
      return [
        `**Bot** (#${entry.message.message_id}${edited}):`,
        ...textOf(entry.message),
        ...buttonsOf(entry.message),
      ];
    }
    case "document": {
      const name = escaped(harmlessLine(entry.file.name));
      return [`**Bot** (#${entry.message.message_id}): file ${name}`, ...textOf(entry.message)];
    }
    case "delete":
      return [`**Bot** deleted #${entry.messageId}.`];
    case "callback":
      return entry.text ? [`**Bot** (${entry.alert ? "alert" : "notice"}): ${escaped(harmlessLine(entry.text))}`] : [];
    case "inline":
      return [`**Bot** offers to post (${entry.posts.length}):`, ...entry.posts.flatMap(postOf)];
    case "guest":
      return ["**Bot** posts in another chat:", ...postOf(entry.post)];
    case "action":
      return [];
    case "refused":
      return [`**Refused**: ${entry.call.method}, ${entry.code} ${escaped(harmlessLine(entry.description))}`];
    case "unanswered":
      return [
        entry.messageId === null
          ? `**Unanswered**: ${escaped(harmlessLine(entry.data))}`
          : `**Unanswered**: a button of #${entry.messageId}.`,
      ];
    case "failed":
      return [`**Failed**: ${escaped(harmlessLine(entry.reason))}`];
  }
}

function postOf({ title, content }: Post): string[] {
  return [`**${escaped(harmlessLine(title))}**`, ...textOf(content), ...buttonsOf(content)];
}

function textOf(message: Partial<Message>): string[] {
  const text = message.text ?? message.caption ?? "";
  const entities: readonly MessageEntity[] = message.entities ?? message.caption_entities ?? [];
  return text === "" ? [] : blocksOf(text, entities).map(blockText);
}

function blockText({ quote, pieces }: Block): string {
  const text = pieces
    .map((piece) => {
      const words = escaped(harmless(piece.text));
      return piece.url === undefined
        ? words
        : `[${words}](<${harmlessUrl(piece.url).replace(/[<>\\]/g, encodeURIComponent)}>)`;
    })
    .join("");
  // Two blanks keep a line break that Markdown would otherwise make a blank.
  const lines = text.split("\n").map((line) => line.replace(/^(\s*)([-+=]|\d+(?=[.)]))/, "$1\\$2"));
  return lines.map((line, i) => (quote ? "> " : "") + line + (i < lines.length - 1 ? "  " : "")).join("\n");
}

function buttonsOf(message: Partial<Message>): string[] {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  if (buttons.length === 0) return [];
  return [buttons.map((button, i) => `\\[${i + 1}\\] ${escaped(harmlessLine(button.text))}`).join(" · ")];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&!$]/g, "\\$&");
}
