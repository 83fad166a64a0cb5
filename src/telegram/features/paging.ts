import { Composer, type Context } from "grammy";
import { type ButtonData, isTimelineButton, type TimelineKind, unpackButton } from "../callback-data.ts";
import { parseCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { type Reply, refuseButton, turnPage } from "../send.ts";
import { answerAgain } from "./ask.ts";
import { verdictsAgain } from "./check.ts";
import { about } from "./info.ts";
import { quotations } from "./quote.ts";
import { timelineButton } from "./timeline-buttons.ts";

/** Turns pages. What a page is about is read again from the message that the answer replies to; nothing is kept. */
export function pagingFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("callback_query", async (ctx) => {
    const button = ctx.callbackQuery.data === undefined ? null : unpackButton(ctx.callbackQuery.data);
    const replied = ctx.callbackQuery.message?.reply_to_message;
    const asked = replied?.text ?? replied?.caption;
    if (!button) return refuseButton(ctx);
    if (isTimelineButton(button))
      return asked === undefined ? refuseButton(ctx) : timelineButton(deps, ctx, button, argsOf(ctx, asked));
    const reply = replyFor(deps, ctx, button, asked);
    return reply ? turnPage(ctx, reply, button.page) : refuseButton(ctx);
  });
  return composer;
}

/** The words after the command in the message that was answered. */
function argsOf(ctx: Context, asked: string | undefined): string {
  return parseCommand(asked ?? "", ctx.me.username)?.args ?? "";
}

function replyFor(
  deps: BotDeps,
  ctx: Context,
  button: Exclude<ButtonData, { kind: TimelineKind }>,
  asked: string | undefined,
): Reply | null {
  switch (button.kind) {
    case "about":
      return about(deps, languageOf(ctx));
    case "quote":
      return button.key || asked !== undefined ? quotations(deps, ctx, argsOf(ctx, asked), button.key) : null;
    case "ask":
      return asked === undefined ? null : answerAgain(deps, ctx, asked);
    case "check":
      return asked === undefined ? null : verdictsAgain(deps, ctx, asked);
  }
}
