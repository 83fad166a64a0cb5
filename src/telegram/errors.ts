import { type BotError, type Context, GrammyError, HttpError } from "grammy";
import type { Log } from "../log.ts";
import { languageOf } from "./deps.ts";
import { isForBot } from "./limit.ts";
import { networkCode } from "./retry.ts";
import { tell } from "./tell.ts";
import { catalogue } from "./texts.ts";

/**
 * What becomes of an error in a handler: a person who blocked the bot is normal, anything else is logged without what was asked, and the
 * person gets a fixed sentence by the way of their surface. Never throws, whatever the update holds.
 */
export function onError(log: Log) {
  return async ({ error, ctx }: BotError<Context>): Promise<void> => {
    const isForbidden = error instanceof GrammyError && error.error_code === 403;
    if (isForbidden) log.debug({ method: error.method }, "the bot may not write in this chat");
    else log.error(describe(error), "an update was not answered");
    try {
      const isQuery = ctx.callbackQuery !== undefined || ctx.inlineQuery !== undefined;
      // Telegram was out of reach or refused to write there: saying so would take the same way.
      if (!isQuery && (isForbidden || error instanceof HttpError || !isForBot(ctx))) return;
      await tell(ctx, catalogue[languageOf(ctx)][ctx.inlineQuery ? "failedInline" : "failed"]);
    } catch (again) {
      log.warn(describe(again), "the apology was not delivered");
    }
  };
}

/**
 * An error for the log: never the payload of a call, which holds people's and articles' words, and never the message of an error
 * that is not Telegram's, which may quote them ("Unexpected token…"); where it was thrown says enough.
 */
export function describe(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError)
    return { method: error.method, code: error.error_code, description: error.description };
  if (error instanceof HttpError) return { network: networkCode(error) };
  if (error instanceof Error) return { error: error.name, at: framesOf(error) };
  return { error: typeof error };
}

function framesOf(error: Error): string[] {
  return (error.stack ?? "").split("\n").flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
}
