import { Worker } from "node:worker_threads";
import type { Update, UserFromGetMe } from "grammy/types";
import type { FromThread, ThreadData, ToThread } from "./messages.ts";

type Ready = Extract<FromThread, { is: "ready" }>;

export interface GenerationOptions {
  /** The file that starts the program (`main.ts`). */
  readonly main: string;
  readonly data: ThreadData;
  readonly stderr: (text: string) => void;
  readonly onMessage: (message: Extract<FromThread, { is: "done" | "unauthorized" }>) => void;
  /** The thread has died, with an error unless it was asked to end. */
  readonly onExit: (error: Error | null) => void;
}

/** A thread that answers from the coverage as it was when it was opened. */
export class Generation {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, () => void>();
  /** Openings under way, in their order. */
  readonly #openings: PromiseWithResolvers<Ready>[] = [];
  #isEnding = false;
  #isOver = false;
  #isIntroduced = false;

  constructor({ main, data, stderr, onMessage, onExit }: GenerationOptions) {
    this.#worker = new Worker(main, { argv: ["answerer"], workerData: data, stdout: true, stderr: true });
    this.#worker.stderr.on("data", (chunk: Buffer) => stderr(chunk.toString()));
    // Standard output is the command line's; a thread has nothing to say there.
    this.#worker.stdout.resume();
    let cause: Error | null = null;
    this.#worker.on("error", (error) => {
      cause = error instanceof Error ? error : new Error(String(error));
    });
    this.#worker.on("exit", () => {
      this.#isOver = true;
      const error = this.#isEnding ? null : (cause ?? new Error("the answering thread has ended"));
      for (const opening of this.#openings) opening.reject(error ?? new Error("the answering thread was ended"));
      for (const done of this.#waiting.values()) done();
      this.#waiting.clear();
      onExit(error);
    });
    this.#worker.on("message", (message: FromThread) => {
      if (message.is === "ready") this.#openings.shift()?.resolve(message);
      else if (message.is === "unable") this.#openings.shift()?.reject(new UnableError(message.why));
      else {
        onMessage(message);
        if (message.is !== "done") return;
        this.#waiting.get(message.id)?.();
        this.#waiting.delete(message.id);
      }
    });
  }

  /**
   * Opens the coverage as it stands now; not while updates are under way. One that was open before reads only what has changed.
   * @throws UnableError with one line that says why it cannot be opened. What was open before stays so.
   */
  open(): Promise<Ready> {
    if (this.#isOver) return Promise.reject(new Error("the answering thread has ended"));
    const opening = Promise.withResolvers<Ready>();
    this.#openings.push(opening);
    this.#isIntroduced = false;
    this.#post("open");
    return opening.promise;
  }

  /** Bytes of its heap that are in use; 0 when it is gone. */
  async heapUsed(): Promise<number> {
    return this.#isOver ? 0 : (await this.#worker.getHeapStatistics()).used_heap_size;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** It can be opened again: it is there and has nothing to do. */
  get isFree(): boolean {
    return !this.#isOver && !this.#isEnding && this.#waiting.size === 0;
  }

  /** Resolves when the update is done, or the thread has died over it. */
  handle(update: Update, me: UserFromGetMe): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    if (!this.#isIntroduced) this.#post({ me });
    this.#isIntroduced = true;
    return new Promise((resolve) => {
      this.#waiting.set(update.update_id, resolve);
      this.#post({ update });
    });
  }

  /** Lets the thread go. What it has not done stays undone. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#post("end");
    await this.#worker.terminate();
  }

  #post(message: ToThread): void {
    this.#worker.postMessage(message);
  }
}

/** The coverage cannot be opened; the message is one line for a person. */
export class UnableError extends Error {
  override readonly name = "UnableError";
}
