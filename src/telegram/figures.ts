import { type Context, GrammyError, type Middleware, type Transformer } from "grammy";

/** One call to Telegram: "ok", the refusal's code ("429"), or "network". */
export interface CallFigures {
  readonly method: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** What became of one update. Figures only: nothing of what it held, and nobody's number. */
export interface UpdateFigures {
  /** What kind of update ("message", "callback_query"), "other" for those the bot does not know. */
  readonly kind: string;
  /** `ignored`: nothing was to be said, as to a duplicate or to what was not meant for the bot. */
  readonly outcome: "answered" | "ignored" | "blocked" | "failed";
  /** From when it was taken to its last call's answer. */
  readonly seconds: number;
  /** Of that, the bot's own time: without waiting for Telegram or for earlier updates of the same chat. */
  readonly own: number;
}

export interface FiguresSink {
  readonly call?: (figures: CallFigures) => void;
  readonly update?: (figures: UpdateFigures) => void;
}

/** Kinds told apart; a name made up by whoever calls a webhook must not become a label of its own. */
const kinds = [
  "message",
  "callback_query",
  "inline_query",
  "guest_message",
  "chosen_inline_result",
  "edited_message",
  "my_chat_member",
] as const;

/** Reports every call that leaves for Telegram, each try of its own; polls are left out. */
export function countCalls({ call: report }: FiguresSink): Transformer {
  return async (call, method, payload, signal) => {
    if (!report || method === "getUpdates") return call(method, payload, signal);
    const begin = performance.now();
    let outcome = "network";
    try {
      const response = await call(method, payload, signal);
      outcome = response.ok ? "ok" : String(response.error_code);
      return response;
    } finally {
      report({ method, outcome, seconds: since(begin) });
    }
  };
}

/** What one update has waited for so far. */
interface Stopwatch {
  /** Seconds. */
  away: number;
  calls: number;
  /** Calls under way, one inside the other. */
  depth: number;
  queuedAt: number;
}

const stopwatches = new WeakMap<Context, Stopwatch>();

/** Reports every update when all is done for it. Goes first. */
export function countUpdates({ update: report }: FiguresSink): Middleware {
  return async (ctx, next) => {
    if (!report) return next();
    const begin = performance.now();
    const watch: Stopwatch = { away: 0, calls: 0, depth: 0, queuedAt: begin };
    stopwatches.set(ctx, watch);
    ctx.api.config.use(timeCalls(watch));
    let outcome: UpdateFigures["outcome"] = "failed";
    try {
      await next();
      outcome = watch.calls > 0 ? "answered" : "ignored";
    } catch (error) {
      if (error instanceof GrammyError && error.error_code === 403) outcome = "blocked";
      throw error;
    } finally {
      const seconds = since(begin);
      report({ kind: kindOf(ctx), outcome, seconds, own: Math.max(0, seconds - watch.away) });
    }
  };
}

/** Measures calls from the outermost place where it is installed, so that pauses before another try count as waiting for Telegram. */
function timeCalls(watch: Stopwatch): Transformer {
  return async (call, method, payload, signal) => {
    const isOutermost = watch.depth++ === 0;
    const left = performance.now();
    if (isOutermost) watch.calls++;
    try {
      return await call(method, payload, signal);
    } finally {
      watch.depth--;
      if (isOutermost) watch.away += since(left);
    }
  };
}

/**
 * Around the queue of a chat: what an update waits there is not the bot's own time. `leaveQueue` goes behind whatever else is put
 * around the calls of an update.
 */
export const enterQueue: Middleware = (ctx, next) => {
  const watch = stopwatches.get(ctx);
  if (watch) watch.queuedAt = performance.now();
  return next();
};
export const leaveQueue: Middleware = (ctx, next) => {
  const watch = stopwatches.get(ctx);
  if (watch) {
    watch.away += since(watch.queuedAt);
    ctx.api.config.use(timeCalls(watch));
  }
  return next();
};

function kindOf({ update }: Context): string {
  return kinds.find((kind) => kind in update) ?? "other";
}

function since(begin: number): number {
  return (performance.now() - begin) / 1000;
}
