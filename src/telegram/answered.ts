import type { Context, Middleware } from "grammy";

/** Milliseconds. Telegram gives up a query after about fifteen seconds ("query is too old"); a person sooner. */
const soon = 6_000;

/**
 * Sees to it that every pressed button stops spinning and every inline query gets a result, whatever became of its handler: one that
 * waits for its turn in a chat under a flood wait, one that failed, one that forgot. What was answered once is not answered again.
 */
export function answerQueries(after = soon): Middleware {
  return async (ctx, next) => {
    if (!ctx.callbackQuery && !ctx.inlineQuery) return next();
    let isAnswered = false;
    ctx.api.config.use(async (call, method, payload, signal) => {
      if (method !== "answerCallbackQuery" && method !== "answerInlineQuery") return call(method, payload, signal);
      if (isAnswered) return { ok: true, result: true } as never;
      isAnswered = true;
      const response = await call(method, payload, signal).catch((error: unknown) => {
        isAnswered = false;
        throw error;
      });
      // A query that is too old is as good as answered: nobody waits for it.
      isAnswered = response.ok || isTooOld(response.description);
      return response;
    });
    const timer = setTimeout(() => void answerEmpty(ctx).catch(() => {}), after);
    try {
      await next();
      if (!isAnswered) await answerEmpty(ctx);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Telegram's word for a query that nobody waits for any more. */
export function isTooOld(description: string): boolean {
  return /query is too old/i.test(description);
}

/** An answer without words: an empty list is not kept, so that the next try is a new one. */
async function answerEmpty(ctx: Context): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery();
  else if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true });
}
