import { type BotError, type Context, GrammyError, HttpError } from "grammy";
import type { Log } from "../log.ts";
import { languageOf } from "./deps.ts";
import { catalogue } from "./texts.ts";

/**
 * What becomes of an error in a handler: a person who blocked the bot is normal, anything else is logged without what was asked, and the
 * person gets a fixed sentence.
 */
export function onError(log: Log) {
  return async ({ error, ctx }: BotError<Context>): Promise<void> => {
    if (error instanceof GrammyError && error.error_code === 403) {
      log.debug({ method: error.method }, "the bot may not write in this chat");
      return;
    }
    log.error(describe(error), "an update was not answered");
    // Telegram was out of reach or refused the call: saying so would take the same way.
    if (error instanceof HttpError) return;
    const text = catalogue[languageOf(ctx)].failed;
    try {
      if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text });
      else if (ctx.message && ctx.chat?.type === "private") await ctx.reply(text);
    } catch (again) {
      log.warn(describe(again), "the apology was not delivered");
    }
  };
}

/** An error for the log: never the payload of a call, which holds people's and articles' words. */
export function describe(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError)
    return { method: error.method, code: error.error_code, description: error.description };
  if (error instanceof HttpError)
    return { network: String(error.error instanceof Error ? error.error.message : "unknown") };
  if (error instanceof Error) return { error: error.name, stack: error.stack };
  return { error: typeof error };
}
