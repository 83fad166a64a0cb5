import { createHash } from "node:crypto";
import { Composer, type Context, GrammyError } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import { isTooOld } from "../answered.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { plainPost, postOf } from "../posts.ts";
import { readMessage, threadFor } from "../spoken.ts";
import { catalogue } from "../texts.ts";
import { answerTo } from "./answers.ts";

/**
 * `@bot …` in a chat where the bot is not a member (Bot API 10.0): the words, or the message replied to, are the question or the claim. There
 * is exactly one answer, by answerGuestQuery; nothing else may be sent there.
 */
export function guestFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("guest_message", async (ctx) => {
    try {
      await ctx.answerGuestQuery(answerGuest(deps, ctx));
    } catch (error) {
      // Anything else is answered in the error handler, by the fixed sentence.
      if (!(error instanceof GrammyError && isTooOld(error.description))) throw error;
    }
  });
  return composer;
}

function answerGuest(deps: BotDeps, ctx: Context): InlineQueryResultArticle {
  const message = ctx.guestMessage;
  const t = catalogue[languageOf(ctx)];
  const spoken = message ? readMessage(message, ctx.me) : null;
  if (!spoken || spoken.wanted.words === "") return plainPost(t.guestHelp(ctx.me.username), "help");
  const { pages } = answerTo(deps, ctx, spoken.wanted, spoken.earlier);
  const [page] = pages;
  if (!page) throw new Error("an answer without a page");
  const id = createHash("sha256").update(page.text).digest("hex").slice(0, 16);
  return postOf(deps, ctx, page, { id, thread: threadFor(spoken), hasMore: pages.length > 1 });
}
