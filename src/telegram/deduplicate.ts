import type { Middleware } from "grammy";

/** Telegram sends an update again until it is confirmed; a bot that was cut off meets the last ones twice. */
const remembered = 32_768;

/** The numbers of updates that were taken. Only numbers are kept, and only the latest. */
export class Claims {
  readonly #seen = new Set<number>();

  /** Whether the update is new; from now on it is not. */
  claim(updateId: number): boolean {
    if (this.#seen.has(updateId)) return false;
    this.#seen.add(updateId);
    if (this.#seen.size > remembered) for (const oldest of this.#seen.values().take(1)) this.#seen.delete(oldest);
    return true;
  }
}

/** Lets every update through once, by its number. */
export function deduplicate(): Middleware {
  const claims = new Claims();
  return async (ctx, next) => {
    if (claims.claim(ctx.update.update_id)) await next();
  };
}
