import { Composer, type Context } from "grammy";
import { type ButtonData, unpackButton } from "../callback-data.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { type Reply, turnPage } from "../send.ts";
import { catalogue } from "../texts.ts";
import { answerAgain } from "./ask.ts";
import { about } from "./info.ts";

/** Turns pages. What a page is about is read again from the message that the answer replies to; nothing is kept. */
export function pagingFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("callback_query", async (ctx) => {
    const button = ctx.callbackQuery.data === undefined ? null : unpackButton(ctx.callbackQuery.data);
    const asked = ctx.callbackQuery.message?.reply_to_message?.text;
    const reply = button && replyFor(deps, ctx, button, asked);
    if (!reply || !button) {
      await ctx.answerCallbackQuery({ text: catalogue[languageOf(ctx)].stale, show_alert: true });
      return;
    }
    await turnPage(ctx, reply, button.page);
  });
  return composer;
}

function replyFor(deps: BotDeps, ctx: Context, button: ButtonData, asked: string | undefined): Reply | null {
  if (button.kind === "about") return about(deps, languageOf(ctx));
  if (asked === undefined) return null;
  switch (button.kind) {
    case "ask":
      return answerAgain(deps, ctx, asked);
    default:
      return null;
  }
}
