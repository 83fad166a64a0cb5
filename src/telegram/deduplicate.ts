import type { Middleware } from "grammy";

/** Telegram sends an update again until it is confirmed; a bot that was cut off meets the last ones twice. */
const remembered = 4_096;

/** Lets every update through once, by its number. Only numbers are kept, and only the latest. */
export function deduplicate(): Middleware {
  const seen = new Set<number>();
  return async (ctx, next) => {
    const id = ctx.update.update_id;
    if (seen.has(id)) return;
    seen.add(id);
    if (seen.size > remembered) for (const oldest of seen.values().take(1)) seen.delete(oldest);
    await next();
  };
}
