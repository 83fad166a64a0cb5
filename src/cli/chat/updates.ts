import type { Update } from "grammy/types";
import { Refusal } from "./refusal.ts";

/** What `getUpdates` is asked with; `timeout` in seconds. */
export interface Poll {
  readonly offset: number;
  readonly limit: number;
  readonly timeout: number;
}

/**
 * The updates that wait for the bot. As on Telegram an update is given again until a later offset confirms it, and of
 * two pollers the older is sent away.
 */
export class Updates {
  #queue: Update[] = [];
  #nextId = 1;
  #wake: ((refusal?: Refusal) => void) | null = null;

  /** Queues an update and returns its id. */
  push(content: Omit<Update, "update_id">): number {
    const update = { ...content, update_id: this.#nextId++ };
    this.#queue.push(update);
    this.#wake?.();
    return update.update_id;
  }

  /** The next updates, at once if there are any, else as soon as there is one; none when time is up or `gone` aborts. */
  async poll({ offset, limit, timeout }: Poll, gone: AbortSignal): Promise<Update[]> {
    this.#wake?.(
      new Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      ),
    );
    this.#queue = this.#queue.filter((update) => update.update_id >= offset);
    if (this.#queue.length === 0 && timeout > 0) await this.#wait(timeout * 1000, gone);
    return gone.aborted ? [] : this.#queue.slice(0, limit);
  }

  #wait(ms: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (refusal?: Refusal) => {
        clearTimeout(timer);
        gone.removeEventListener("abort", onGone);
        if (this.#wake === end) this.#wake = null;
        if (refusal) reject(refusal);
        else resolve();
      };
      const onGone = () => end();
      const timer = setTimeout(end, ms);
      gone.addEventListener("abort", onGone);
      this.#wake = end;
      if (gone.aborted) end();
    });
  }
}
