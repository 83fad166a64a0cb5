import { createRunner, createSequentialSink, createSource, createUpdateFetcher } from "@grammyjs/runner";
import { type Bot, BotError, type Context, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { BotApi } from "./bot-api.ts";

export interface RunningBot {
  /** Rejects with the reason if the bot stops polling before it was asked to. */
  readonly gone: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Runs a bot on the stand-in with grammY's runner, one update after the other: in one chat that is the order in which
 * `sequentialize` would take them. Each update is reported as handled when its handlers have ended (and the bot's
 * error handler, if they threw), and every call is counted as work from before it leaves the bot until its answer is
 * back, those that no handler waits for too; together they make `api.idle()` sound.
 */
export async function runBot<C extends Context>(bot: Bot<C>, api: BotApi): Promise<RunningBot> {
  bot.api.config.use(async (call, method, payload, signal) => {
    if (method === "getUpdates") return call(method, payload, signal);
    const end = api.work.begin();
    try {
      return await call(method, payload, signal);
    } finally {
      end();
    }
  });
  await bot.init();

  let handling = false;
  const consume = async (update: Update) => {
    handling = true;
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      // As the runner's own `run` does it, the bot's error handler has the say; the person is told in any case.
      const cause = causeOf(error);
      report(cause);
      try {
        await bot.errorHandler(error as BotError<C>);
      } catch (again) {
        if (causeOf(again) !== cause) report(causeOf(again));
      }
    } finally {
      handling = false;
      api.handled(update.update_id);
    }
  };
  // A call that was answered with an error has been shown as refused.
  const report = (cause: unknown) => {
    if (!(cause instanceof GrammyError))
      api.failed(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  };
  const fetch = createUpdateFetcher(bot, { silent: true });
  const sink = createSequentialSink<Update>({ consume }, async (error) => report(causeOf(error)));
  const runner = createRunner(createSource({ supply: fetch }), sink);
  runner.start();
  let stopping = false;
  const gone = new Promise<never>((_, reject) => {
    const leave = (error?: unknown) => {
      if (!stopping) reject(error instanceof Error ? error : new Error("the bot has stopped polling"));
    };
    runner.task()?.then(leave, leave);
  });
  // A session that never waits for it must not end in an unhandled rejection.
  gone.catch(() => {});
  return {
    gone,
    stop: async () => {
      stopping = true;
      if (!runner.isRunning()) return;
      const stopped = runner.stop();
      // A handler that hangs must not keep a person who wants to leave.
      if (!handling) await stopped;
    },
  };
}

/** What was thrown in the handlers: grammY wraps it. */
function causeOf(error: unknown): unknown {
  return error instanceof BotError ? error.error : error;
}
