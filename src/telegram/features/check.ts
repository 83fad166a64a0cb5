import { Composer, type Context } from "grammy";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { say, sendReply } from "../send.ts";
import { textOf } from "../spoken.ts";
import { catalogue } from "../texts.ts";
import { readWanted } from "../wanted.ts";
import { firstPageOnly, verdicts } from "./answers.ts";

/** `/check “…”`, and `/check` as a reply to a message or to a part of one. A message that is nothing but a quotation is checked as well (spoken.ts). */
export function checkFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("check")).use(async (ctx) => {
    const own = commandOf(ctx)?.args;
    if (own) return sendReply(ctx, verdicts(deps, ctx, own));
    const part = ctx.message?.quote?.text;
    if (part) {
      const reply = verdicts(deps, ctx, part);
      return sendReply(ctx, reply.isCarried ? reply : firstPageOnly(reply));
    }
    const replied = ctx.message?.reply_to_message;
    const claim = replied ? claimIn(textOf(replied), ctx.me.username) : "";
    return replied && claim !== ""
      ? sendReply(ctx, verdicts(deps, ctx, claim), replied.message_id)
      : say(ctx, catalogue[languageOf(ctx)].usage.check);
  });
  return composer;
}

/** What is claimed in a message: its words, those after a command where it begins with one. */
export function claimIn(text: string, me: string): string {
  return text.startsWith("/") ? (readWanted(text, me)?.words ?? "") : text;
}
