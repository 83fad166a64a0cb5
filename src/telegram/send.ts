import { type Context, GrammyError, InputFile } from "grammy";
import { languageOf } from "./deps.ts";
import { keyboard, type Reply } from "./keyboard.ts";
import { outgoing, type RichText } from "./rich-text.ts";
import { catalogue, type Texts } from "./texts.ts";

const withoutPreview = { link_preview_options: { is_disabled: true } } as const;

/** A page as the Bot API takes it. */
function contentOf(reply: Reply, page: number, t: Texts) {
  const { text, entities } = outgoing(reply.pages[page] ?? { text: "", entities: [] });
  const markup = keyboard(reply, page, t);
  const url = reply.preview?.(page);
  const preview = url ? { link_preview_options: { url, prefer_small_media: true } } : withoutPreview;
  return { text, other: { entities, ...preview, ...(markup ? { reply_markup: markup } : {}) } };
}

/**
 * Sends the first page as a reply, so that its buttons can read the question again from the message it replies to: the
 * person's own, unless the question stands in another one (`to`).
 */
export async function sendReply(ctx: Context, reply: Reply, to = ctx.msgId): Promise<void> {
  if (reply.pages.length === 0 || !to) return;
  const { text, other } = contentOf(reply, 0, catalogue[languageOf(ctx)]);
  await ctx.reply(text, { ...other, reply_parameters: { message_id: to, allow_sending_without_reply: true } });
}

/** Turns the message under a pressed button to another page. When that fails, the error handler answers the button. */
export async function turnPage(ctx: Context, reply: Reply, page: number): Promise<void> {
  if (!reply.pages[page]) return refuseButton(ctx);
  const { text, other } = contentOf(reply, page, catalogue[languageOf(ctx)]);
  try {
    await ctx.editMessageText(text, other);
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

/** Answers a pressed button with words that pass by themselves. */
export function noticeAtButton(ctx: Context, text: string): Promise<void> {
  return answerButton(ctx, { text, show_alert: false });
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
    caption: caption.toWellFormed(),
    ...(ctx.msgId ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } } : {}),
  };
  await (asPhoto ? ctx.replyWithPhoto(file, options) : ctx.replyWithDocument(file, options));
  await answerButton(ctx);
}

/** A message of the bot's own words. */
export async function say(ctx: Context, page: RichText | string): Promise<void> {
  const { text, entities } = outgoing(typeof page === "string" ? { text: page, entities: [] } : page);
  await ctx.reply(text, {
    entities,
    ...withoutPreview,
    ...(ctx.msgId ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } } : {}),
  });
}
