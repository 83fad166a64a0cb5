import type { Update } from "grammy/types";
import { Claims } from "./deduplicate.ts";

/** Updates under way at the most: with a few kilobytes each, memory stays bounded, and no chat's wait keeps out the others. */
export const mostUnderWay = 10_000;

/** Handles one update to its end. Errors are its own affair: it never rejects for what an update held. */
export type Handle = (update: Update) => Promise<void>;

/** Takes updates over from Telegram, each once, and knows what is under way. */
export class Intake {
  readonly #handle: Handle;
  readonly #claims = new Claims();
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #onRepeat: () => void;
  #last = 0;

  constructor(handle: Handle, onRepeat: () => void = () => {}) {
    this.#handle = handle;
    this.#onRepeat = onRepeat;
  }

  /** The highest number taken so far. */
  get last(): number {
    return this.#last;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  get isFull(): boolean {
    return this.#underWay.size >= mostUnderWay;
  }

  /** Resolves when the update is done: handled now, or for one that came before, as soon as that one is. */
  take(update: Update): Promise<void> {
    const id = update.update_id;
    if (!this.#claims.claim(id)) {
      this.#onRepeat();
      return this.#underWay.get(id) ?? Promise.resolve();
    }
    this.#last = Math.max(this.#last, id);
    const work = this.#handle(update).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, work);
    return work;
  }

  /** Resolves when nothing is under way any more, or time is up. */
  async drained(milliseconds: number): Promise<void> {
    await Promise.race([
      Promise.allSettled(this.#underWay.values()),
      new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
    ]);
  }
}
