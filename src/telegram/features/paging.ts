import { Composer, type Context } from "grammy";
import { type ButtonData, unpackButton } from "../callback-data.ts";
import { parseCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { type Reply, turnPage } from "../send.ts";
import { catalogue } from "../texts.ts";
import { answerAgain } from "./ask.ts";
import { verdictsAgain } from "./check.ts";
import { about } from "./info.ts";
import { quotations } from "./quote.ts";
import { happenings } from "./timeline.ts";

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

/** The words after the command in the message that was answered. */
function argsOf(ctx: Context, asked: string | undefined): string {
  return parseCommand(asked ?? "", ctx.me.username)?.args ?? "";
}

function replyFor(deps: BotDeps, ctx: Context, button: ButtonData, asked: string | undefined): Reply | null {
  switch (button.kind) {
    case "about":
      return about(deps, languageOf(ctx));
    case "quote":
      return button.key || asked !== undefined ? quotations(deps, ctx, argsOf(ctx, asked), button.key) : null;
    case "ask":
      return asked === undefined ? null : answerAgain(deps, ctx, asked);
    case "timeline":
      return asked === undefined ? null : happenings(deps, ctx, argsOf(ctx, asked));
    case "check":
      return asked === undefined ? null : verdictsAgain(deps, ctx, asked);
  }
}
