import { setTimeout as sleep } from "node:timers/promises";
import type { Update, UserFromGetMe } from "grammy/types";
import type { CorpusStamp } from "../../coverage/corpus.ts";
import type { Log } from "../../log.ts";
import { describe } from "../../telegram/errors.ts";
import { Generation, type GenerationOptions, UnableError } from "./generation.ts";

export interface GenerationsOptions extends Omit<GenerationOptions, "onExit"> {
  readonly log: Log;
  /** Updates of one lane are handled in the order in which they came. */
  readonly laneOf: (update: Update) => string | undefined;
  /** A coverage answers from now on; `seconds` since it was changed, `null` for the first. */
  readonly onCorpus: (stamp: CorpusStamp, seconds: number | null) => void;
  /** A changed coverage was not taken. */
  readonly onRefused: () => void;
}

interface Open {
  readonly generation: Generation;
  readonly stamp: CorpusStamp;
  readonly ids: ReadonlySet<string>;
  readonly problems: ReadonlySet<string>;
}

interface Lane {
  readonly generation: Generation;
  pending: number;
}

/** Milliseconds after which a thread that died is started again; doubled each time, up to the most. */
const restartMs = 200;
const mostRestartMs = 30_000;
/** Milliseconds after which the other thread is got ready. */
const spareMs = 500;

/**
 * Answers from the newest coverage without ever stopping to read it. There are two threads: one answers, and when the coverage has
 * changed the other one opens it and takes over; the first has then time to become the other one. Updates of a lane stay in order
 * across the change: those that follow an unfinished one go where it went.
 */
export class Generations {
  readonly #options: GenerationsOptions;
  readonly #lanes = new Map<string, Lane>();
  #current: Promise<Open>;
  /** When the coverage changed that is not open yet, in milliseconds of `performance.now()`. */
  #changedAt: number | null = null;
  #isOpening = false;
  #isClosed = false;
  #deaths = 0;
  #spare: Generation | null = null;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: GenerationsOptions) {
    this.#options = options;
    this.#current = this.#open(this.#start());
    this.#current.catch(() => {});
  }

  /** Opens the coverage for the first time. @throws UnableError with one line when it cannot be. */
  static async open(options: GenerationsOptions): Promise<Generations> {
    const generations = new Generations(options);
    const { stamp, problems } = await generations.#current;
    for (const problem of problems) options.log.warn(`skipped ${problem}`);
    options.onCorpus(stamp, null);
    generations.#prepare();
    return generations;
  }

  /** Resolves when the update is done. */
  async handle(update: Update, me: UserFromGetMe): Promise<void> {
    const key = this.#options.laneOf(update) ?? `update ${update.update_id}`;
    // Those that wait here go on in the order in which they came.
    const { generation } = await this.#current;
    const lane = this.#lanes.get(key) ?? { generation, pending: 0 };
    this.#lanes.set(key, lane);
    lane.pending++;
    await lane.generation.handle(update, me);
    if (--lane.pending === 0) this.#lanes.delete(key);
  }

  /** Bytes in use on the heaps of the threads. */
  async heapUsed(): Promise<number> {
    const current = await this.#current.catch(() => null);
    const used = [current?.generation, this.#spare].map((g) => g?.heapUsed().catch(() => 0) ?? 0);
    return (await Promise.all(used)).reduce((a, b) => a + b, 0);
  }

  /** The coverage on disk has changed, at `since` by `performance.now()`. Changes during an opening are opened after it, together. */
  async changed(since: number): Promise<void> {
    this.#changedAt ??= since;
    if (this.#isOpening || this.#isClosed) return;
    this.#isOpening = true;
    while (this.#changedAt !== null && !this.#isClosed) {
      const at = this.#changedAt;
      this.#changedAt = null;
      await this.#renew(at);
    }
    this.#isOpening = false;
  }

  /** Ends every thread; what is under way has been waited for by then. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#spare?.end();
    const open = await this.#current.catch(() => null);
    await open?.generation.end();
  }

  async #renew(since: number): Promise<void> {
    const { log, onCorpus, onRefused } = this.#options;
    const old = await this.#current;
    const generation = this.#takeSpare();
    const fresh = await this.#open(generation).catch((error: unknown) => error);
    const why = this.#objection(old, fresh);
    if (why !== null) {
      log.warn(`the coverage on disk was not taken, the one before goes on answering: ${why}`);
      onRefused();
    }
    // The thread that was there may have died meanwhile, and its successor have read the same.
    const now = await this.#current;
    if (why !== null || !isOpen(fresh) || fresh.stamp.hash === now.stamp.hash || this.#isClosed)
      return this.#putAside(generation);
    this.#current = Promise.resolve(fresh);
    onCorpus(fresh.stamp, (performance.now() - since) / 1000);
    for (const problem of fresh.problems) if (!old.problems.has(problem)) log.warn(`skipped ${problem}`);
    this.#putAside(now.generation);
  }

  /** Why a changed coverage must not take over: it cannot be opened, or a file that cannot be read any more would take articles away. */
  #objection(old: Open, fresh: Open | unknown): string | null {
    if (!isOpen(fresh)) return fresh instanceof UnableError ? fresh.message : JSON.stringify(describe(fresh));
    const [problem] = [...fresh.problems].filter((p) => !old.problems.has(p));
    return problem !== undefined && [...old.ids].some((id) => !fresh.ids.has(id)) ? problem : null;
  }

  async #open(generation: Generation): Promise<Open> {
    const { stamp, ids, problems } = await generation.open();
    return { generation, stamp, ids: new Set(ids), problems: new Set(problems) };
  }

  #start(): Generation {
    const generation: Generation = new Generation({
      ...this.#options,
      onExit: (error) => error && this.#died(generation, error),
    });
    return generation;
  }

  /** The thread that opens the coverage next; a new one when the other is gone or still busy with what it began. */
  #takeSpare(): Generation {
    const spare = this.#spare;
    this.#spare = null;
    if (spare?.isFree) return spare;
    if (spare) void this.#retire(spare);
    return this.#start();
  }

  #putAside(generation: Generation): void {
    if (this.#spare === null && !this.#isClosed) this.#spare = generation;
    else void this.#retire(generation);
  }

  /** Ends a thread as soon as it has nothing left to do. */
  async #retire(generation: Generation): Promise<void> {
    while (!generation.isFree && !generation.isOver) await sleep(20);
    await generation.end();
  }

  /** Gets the other thread ready, when the first has had its first moments. */
  #prepare(): void {
    this.#timer = setTimeout(() => {
      const spare = this.#start();
      this.#putAside(spare);
      // What is wrong with the coverage is said when it is to be taken.
      spare.open().catch(() => {});
    }, spareMs);
  }

  /** A thread that died while it was answering is replaced; one that never began has told why. */
  async #died(generation: Generation, error: Error): Promise<void> {
    const current = await this.#current.catch(() => null);
    if (current?.generation !== generation || this.#isClosed) return;
    this.#options.log.error(describe(error), "the answering thread has died and is started again");
    this.#current = this.#reopen();
  }

  async #reopen(): Promise<Open> {
    for (;;) {
      await sleep(Math.min(mostRestartMs, restartMs * 2 ** this.#deaths++), undefined, { ref: false });
      try {
        const open = await this.#open(this.#start());
        this.#options.onCorpus(open.stamp, null);
        return open;
      } catch (error) {
        this.#options.log.error(
          error instanceof UnableError ? { why: error.message } : describe(error),
          "no answers yet",
        );
        if (this.#isClosed) throw error;
      }
    }
  }
}

function isOpen(value: unknown): value is Open {
  return typeof value === "object" && value !== null && "generation" in value;
}
