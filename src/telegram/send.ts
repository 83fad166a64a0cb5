import { type Context, GrammyError, InputFile } from "grammy";
import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { type ButtonData, packButton } from "./callback-data.ts";
import { languageOf } from "./deps.ts";
import { buttonsInRow } from "./limits.ts";
import type { RichText } from "./rich-text.ts";
import { catalogue, type Texts } from "./texts.ts";

/** A button that leads to another page, with what stands on it. */
export interface PageButton {
  readonly label: string;
  readonly to: ButtonData;
}

/** What a handler has to say: the pages of one message and the buttons below them. */
export interface Reply {
  readonly pages: readonly RichText[];
  /** What the paging buttons stand for. */
  readonly kind: ButtonData["kind"];
  readonly key?: string;
  /** `false`: without the buttons that turn pages. */
  readonly paging?: false;
  /** Further buttons, below the paging ones. */
  readonly buttons?: readonly PageButton[];
  /** Rows of buttons that belong to one page, below all others. */
  readonly rows?: (page: number) => readonly (readonly PageButton[])[];
}

const withoutPreview = { link_preview_options: { is_disabled: true } } as const;

/**
 * Sends the first page as a reply, so that its buttons can read the question again from the message it replies to: the
 * person's own, unless the question stands in another one (`to`).
 */
export async function sendReply(ctx: Context, reply: Reply, to = ctx.msgId): Promise<void> {
  const [page] = reply.pages;
  if (!page || !to) return;
  const markup = keyboard(reply, 0, catalogue[languageOf(ctx)]);
  await ctx.reply(sendable(page.text), {
    entities: [...page.entities],
    ...withoutPreview,
    reply_parameters: { message_id: to, allow_sending_without_reply: true },
    ...(markup ? { reply_markup: markup } : {}),
  });
}

/** The first page alone, where a button could not find the question again: nothing is kept that would tell it. */
export function firstPageOnly(reply: Reply): Reply {
  return { ...reply, pages: reply.pages.slice(0, 1) };
}

/** Turns the message under a pressed button to another page. When that fails, the error handler answers the button. */
export async function turnPage(ctx: Context, reply: Reply, page: number): Promise<void> {
  const content = reply.pages[page];
  if (!content) return refuseButton(ctx);
  const markup = keyboard(reply, page, catalogue[languageOf(ctx)]);
  try {
    await ctx.editMessageText(sendable(content.text), {
      entities: [...content.entities],
      ...withoutPreview,
      ...(markup ? { reply_markup: markup } : {}),
    });
  } catch (error) {
    // Two quick presses ask for the same page twice: nothing to change is what was wanted.
    if (!(error instanceof GrammyError && error.description.includes("message is not modified"))) throw error;
  }
  await answerButton(ctx);
}

/** Says that a button leads nowhere any more. */
export function refuseButton(ctx: Context): Promise<void> {
  return alertAtButton(ctx, catalogue[languageOf(ctx)].stale);
}

/** Answers a pressed button with words (200 characters at most) that have to be confirmed. */
export function alertAtButton(ctx: Context, text: string): Promise<void> {
  return answerButton(ctx, { text, show_alert: true });
}

/** Ends the spinning of a pressed button. One pressed while the bot was away cannot be answered any more, and need not be. */
async function answerButton(ctx: Context, other?: { readonly text: string; readonly show_alert: boolean }) {
  try {
    await ctx.answerCallbackQuery(other);
  } catch (error) {
    if (!(error instanceof GrammyError && error.description.includes("query is too old"))) throw error;
  }
}

/** Telegram refuses a text with half a surrogate pair in it; the sign for a broken character has the same length. */
function sendable(text: string): string {
  return text.toWellFormed();
}

function keyboard(
  { pages, kind, key, paging, buttons = [], rows: below }: Reply,
  page: number,
  t: Texts,
): InlineKeyboardMarkup | null {
  const to = (number: number) => packButton({ kind, page: number, ...(key ? { key } : {}) });
  const rows: InlineKeyboardButton[][] = [];
  if (pages.length > 1 && paging !== false) {
    rows.push([
      ...(page > 0 ? [{ text: `‹ ${t.back}`, callback_data: to(page - 1) }] : []),
      ...(page + 1 < pages.length
        ? [{ text: `${t.more} › ${t.pageOf(page + 1, pages.length)}`, callback_data: to(page + 1) }]
        : []),
    ]);
  }
  for (let i = 0; i < buttons.length; i += buttonsInRow) {
    rows.push(buttons.slice(i, i + buttonsInRow).map(inline));
  }
  for (const row of below?.(page) ?? []) if (row.length > 0) rows.push(row.map(inline));
  return rows.length > 0 ? { inline_keyboard: rows } : null;
}

function inline({ label, to }: PageButton): InlineKeyboardButton {
  return { text: label, callback_data: packButton(to) };
}

/** A file to be sent, with a line about it. */
export interface Sent {
  readonly name: string;
  readonly data: Uint8Array;
  readonly caption: string;
  /** Shown in the chat; otherwise it comes as a file, in which nothing is lost. */
  readonly asPhoto?: boolean;
}

/** Sends a file as a reply to the message under the pressed button, and answers the button. */
export async function sendFile(ctx: Context, { name, data, caption, asPhoto }: Sent): Promise<void> {
  const file = new InputFile(data, name);
  const options = {
    caption: sendable(caption),
    ...(ctx.msgId ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } } : {}),
  };
  await (asPhoto ? ctx.replyWithPhoto(file, options) : ctx.replyWithDocument(file, options));
  await answerButton(ctx);
}

/** A message of the bot's own words. */
export async function say(ctx: Context, page: RichText | string): Promise<void> {
  const { text, entities } = typeof page === "string" ? { text: page, entities: [] } : page;
  await ctx.reply(sendable(text), {
    entities: [...entities],
    ...withoutPreview,
    ...(ctx.msgId ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } } : {}),
  });
}
