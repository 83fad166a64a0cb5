import { styleText } from "node:util";
import type { InlineKeyboardButton, Message, MessageEntity } from "grammy/types";
import type { Io } from "../io.ts";
import { type Block, blocksOf, type Piece } from "./blocks.ts";
import type { ChatEvent, Post } from "./events.ts";
import { harmless, harmlessLine, harmlessUrl } from "./harmless.ts";
import { wrapLine } from "./wrap.ts";

/** How to write: with colours and links or as plain text, and in how many columns. */
export interface Look {
  readonly color: boolean;
  readonly width: number;
}

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<string, Style>> = {
  bold: "bold",
  italic: "italic",
  underline: "underline",
  strikethrough: "strikethrough",
  code: "cyan",
  pre: "cyan",
  spoiler: "inverse",
  text_link: ["blue", "underline"],
  address: "dim",
};

/** The look of standard output: styled and wrapped on a terminal (https://no-color.org: not styled), else neither. */
export function lookOf(io: Io): Look {
  if (!io.stdout.isTTY) return { color: false, width: Number.POSITIVE_INFINITY };
  const color = !io.env["NO_COLOR"] && io.env["TERM"] !== "dumb";
  return { color, width: Math.max(io.stdout.columns ?? 80, 20) };
}

/** Styles a text for this look. The text must be harmless already. */
export function paint(look: Look, style: Style, text: string): string {
  return look.color && text !== "" ? styleText(style, text, { validateStream: false }) : text;
}

/**
 * What the screen shows for something the bot did: lines without a final line break; `null` when nothing is shown
 * (an answer to a button without words, "typing…"). Text of the bot's is made harmless.
 */
export function showEvent(event: ChatEvent, look: Look): string | null {
  switch (event.event) {
    case "message":
      return showMessage(event.message, look);
    case "edit":
      return showMessage(event.message, look, "✎ edited ");
    case "document": {
      const { name, data } = event.file;
      return showMessage(event.message, look, "", ` file ${harmlessLine(name)} (${data.length} bytes)`);
    }
    case "delete":
      return paint(look, "dim", `deleted #${event.messageId}`);
    case "callback":
      if (event.text === "") return null;
      return `${paint(look, "yellow", event.alert ? "(alert)" : "(notice)")} ${harmless(event.text)}`;
    case "inline": {
      const posts = event.posts.map((post, i) => showPost(post, `${i + 1}. `, look));
      return [...posts, ...(event.button ? [paint(look, "dim", `(${harmlessLine(event.button)})`)] : [])].join("\n\n");
    }
    case "guest":
      return showPost(event.post, "", look);
    case "action":
      return null;
    case "refused":
      return fault(look, `${event.call.method} was refused: ${event.code} ${event.description}`);
    case "unanswered":
      return fault(
        look,
        event.messageId === null
          ? `what was typed was left unanswered: ${harmlessLine(event.data)}`
          : `a button of #${event.messageId} was left unanswered (no answerCallbackQuery)`,
      );
    case "failed":
      return fault(look, `the bot failed: ${event.reason}`);
  }
}

function showMessage(message: Message, look: Look, before = "", after = ""): string {
  const reply = message.reply_to_message ? ` ↩ #${message.reply_to_message.message_id}` : "";
  const head = paint(look, "dim", `${before}#${message.message_id}${reply}${after}`);
  const text = message.text ?? message.caption ?? "";
  const body = text === "" ? [] : showText(text, message.entities ?? message.caption_entities ?? [], look);
  return [head, ...body, ...showButtons(message, look)].join("\n");
}

/** How a post is offered, and below it the message as it would stand in the chat. */
function showPost({ title, description, content }: Post, before: string, look: Look): string {
  const head = `${before}${paint(look, "bold", harmlessLine(title))}`;
  const offered = description === "" ? head : `${head}\n${paint(look, "dim", harmlessLine(description))}`;
  const body = showText(content.text ?? "", content.entities ?? [], look);
  return [offered, ...body, ...showButtons(content, look)].join("\n");
}

/** The rows of a text with its entities, quotations with a bar at the left. Offsets are UTF-16 units. */
export function showText(text: string, entities: readonly MessageEntity[], look: Look): string[] {
  return blocksOf(text, entities).flatMap((block) => showBlock(block, look));
}

function showBlock({ quote, pieces }: Block, look: Look): string[] {
  const bar = quote ? `${paint(look, "green", "│")} ` : "";
  return linesOf(pieces)
    .flatMap((line) => wrapLine(line, look.width - (quote ? 2 : 0)))
    .map((row) => bar + row.map((piece) => showPiece(piece, look)).join(""));
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  let line: Piece[] = [];
  const lines = [line];
  for (const piece of pieces) {
    harmless(piece.text)
      .split("\n")
      .forEach((text, i) => {
        if (i > 0) {
          line = [];
          lines.push(line);
        }
        if (text !== "") line.push({ ...piece, text });
      });
    if (piece.url && piece.endsLink) line.push(gap, address(`<${harmlessUrl(piece.url)}>`, piece.url));
  }
  return lines;
}

const gap: Piece = { text: " ", styles: [] };
const address = (text: string, url: string): Piece => ({ text, styles: ["address"], url });

function showPiece({ text, styles: names, url }: Piece, look: Look): string {
  const painted = names.reduce((shown, name) => {
    const style = styles[name];
    return style ? paint(look, style, shown) : shown;
  }, text);
  // OSC 8, the terminal's own link; a terminal without it shows the words alone, and the address follows them anyway.
  return look.color && url !== undefined ? `\x1b]8;;${harmlessUrl(url)}\x1b\\${painted}\x1b]8;;\x1b\\` : painted;
}

function showButtons(message: Pick<Message, "reply_markup">, look: Look): string[] {
  let number = 0;
  return (message.reply_markup?.inline_keyboard ?? []).flatMap((row) => {
    const line = row.flatMap((button, i) => {
      return [...(i > 0 ? [gap, gap] : []), ...buttonPieces(button, ++number)];
    });
    return wrapLine(line, look.width).map((pieces) => pieces.map((piece) => showPiece(piece, look)).join(""));
  });
}

function buttonPieces(button: InlineKeyboardButton, number: number): Piece[] {
  const label = { text: `[${number}] ${harmlessLine(button.text)}`, styles: ["bold"] };
  if (!("url" in button)) return [label];
  return [label, gap, address(harmlessUrl(button.url), button.url)];
}

function fault(look: Look, text: string): string {
  return paint(look, "red", `✗ ${harmless(text)}`);
}
