import { setTimeout as sleep } from "node:timers/promises";
import type { Transformer } from "grammy";

/** A flood wait longer than this is given up: the answer would come when nobody waits for it any more. */
const longestWait = 60;
const mostTries = 3;

/**
 * Waits out "429 Too Many Requests" as long as Telegram asks, a few times at the most. Nothing else is tried again: after a lost
 * response nobody knows whether a message was sent, and a person must never get it twice.
 */
export function retryOnFlood(wait: (milliseconds: number) => Promise<unknown> = sleep): Transformer {
  return async (call, method, payload, signal) => {
    for (let tried = 1; ; tried++) {
      const response = await call(method, payload, signal);
      if (response.ok || response.error_code !== 429 || tried >= mostTries) return response;
      const seconds = response.parameters?.retry_after ?? 1;
      if (seconds > longestWait || signal?.aborted) return response;
      await wait(seconds * 1000);
    }
  };
}
