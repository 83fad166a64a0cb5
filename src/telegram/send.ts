import { type Context, GrammyError } from "grammy";
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
  /** Further buttons, below the paging ones. */
  readonly buttons?: readonly PageButton[];
}

const withoutPreview = { link_preview_options: { is_disabled: true } } as const;

/** Sends the first page as a reply, so that its buttons can read the question again from the message it replies to. */
export async function sendReply(ctx: Context, reply: Reply): Promise<void> {
  const [page] = reply.pages;
  if (!page || !ctx.msgId) return;
  const markup = keyboard(reply, 0, catalogue[languageOf(ctx)]);
  await ctx.reply(page.text, {
    entities: [...page.entities],
    ...withoutPreview,
    reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true },
    ...(markup ? { reply_markup: markup } : {}),
  });
}

/** Turns the message under a pressed button to another page. The callback is answered whatever happens. */
export async function turnPage(ctx: Context, reply: Reply, page: number): Promise<void> {
  const content = reply.pages[page];
  if (!content) {
    await ctx.answerCallbackQuery({ text: catalogue[languageOf(ctx)].stale, show_alert: true });
    return;
  }
  const markup = keyboard(reply, page, catalogue[languageOf(ctx)]);
  try {
    await ctx.editMessageText(content.text, {
      entities: [...content.entities],
      ...withoutPreview,
      ...(markup ? { reply_markup: markup } : {}),
    });
  } catch (error) {
    // Two quick presses ask for the same page twice: nothing to change is what was wanted.
    if (!(error instanceof GrammyError && error.description.includes("message is not modified"))) throw error;
  } finally {
    await ctx.answerCallbackQuery();
  }
}

function keyboard({ pages, kind, key, buttons = [] }: Reply, page: number, t: Texts): InlineKeyboardMarkup | null {
  const to = (number: number) => packButton({ kind, page: number, ...(key ? { key } : {}) });
  const rows: InlineKeyboardButton[][] = [];
  if (pages.length > 1) {
    rows.push([
      ...(page > 0 ? [{ text: `‹ ${t.back}`, callback_data: to(page - 1) }] : []),
      ...(page + 1 < pages.length
        ? [{ text: `${t.more} › ${t.pageOf(page + 1, pages.length)}`, callback_data: to(page + 1) }]
        : []),
    ]);
  }
  for (let i = 0; i < buttons.length; i += buttonsInRow) {
    rows.push(buttons.slice(i, i + buttonsInRow).map((b) => ({ text: b.label, callback_data: packButton(b.to) })));
  }
  return rows.length > 0 ? { inline_keyboard: rows } : null;
}

/** A message of the bot's own words. */
export async function say(ctx: Context, page: RichText | string): Promise<void> {
  const { text, entities } = typeof page === "string" ? { text: page, entities: [] } : page;
  await ctx.reply(text, {
    entities: [...entities],
    ...withoutPreview,
    ...(ctx.msgId ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } } : {}),
  });
}
