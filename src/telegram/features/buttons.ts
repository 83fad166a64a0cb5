import { Composer, type Context } from "grammy";
import { type ButtonData, isTimelineButton, type PageKind, unpackButton } from "../callback-data.ts";
import type { BotDeps } from "../deps.ts";
import type { Reply } from "../keyboard.ts";
import { refuseButton, turnPage } from "../send.ts";
import { textOf } from "../spoken.ts";
import { threadOf } from "../thread.ts";
import { readWanted } from "../wanted.ts";
import { answerTo } from "./answers.ts";
import { claimIn } from "./check.ts";
import { contextButton } from "./context.ts";
import { about } from "./info.ts";
import { quotationsBy } from "./quote.ts";
import { reporter } from "./report.ts";
import { timelineButton } from "./timeline-buttons.ts";

/**
 * Every pressed button. What a page is about is read again from the button that shares it, or from the message that the answer replies to;
 * nothing is kept.
 */
export function buttonFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const report = reporter(deps);
  composer.on("callback_query", async (ctx) => {
    const button = ctx.callbackQuery.data === undefined ? null : unpackButton(ctx.callbackQuery.data);
    if (!button) return refuseButton(ctx);
    if (button.kind === "context") return contextButton(deps, ctx, button);
    if (button.kind === "report") return report(ctx, button);
    if (button.kind === "language") return refuseButton(ctx);
    const thread = askedBelow(ctx);
    if (isTimelineButton(button)) {
      const asked = thread.at(-1);
      return asked === undefined
        ? refuseButton(ctx)
        : timelineButton(deps, ctx, button, readWanted(asked, ctx.me.username)?.words ?? "");
    }
    const reply = replyFor(deps, ctx, button.kind, button.key, thread);
    return reply ? turnPage(ctx, reply, button.page) : refuseButton(ctx);
  });
  return composer;
}

/** The questions that the message under a button answers, oldest first. */
function askedBelow(ctx: Context): string[] {
  const message = ctx.callbackQuery?.message;
  const thread = threadOf(message);
  const replied = message?.reply_to_message;
  const text = replied ? textOf(replied) : "";
  return thread.length > 0 || text === "" ? thread : [text];
}

function replyFor(
  deps: BotDeps,
  ctx: Context,
  kind: PageKind,
  key: ButtonData["key"],
  thread: readonly string[],
): Reply | null {
  if (kind === "about") return about(deps, ctx);
  const asked = thread.at(-1);
  if (kind === "quote" && key !== undefined)
    return quotationsBy(deps, ctx, key, asked === undefined ? "" : claimIn(asked, ctx.me.username));
  if (asked === undefined) return null;
  const words = claimIn(asked, ctx.me.username);
  if (kind === "check" && words === "") return null;
  return answerTo(deps, ctx, { kind, words }, thread.slice(0, -1));
}
