import { createConcurrentSink, createRunner, createSource, createUpdateFetcher } from "@grammyjs/runner";
import type { Bot, BotError, Context } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import { allowedUpdates } from "./allowed-updates.ts";
import { announce } from "./announce.ts";
import { describe } from "./errors.ts";
import { type Handle, Intake, mostUnderWay } from "./intake.ts";
import { type OnStop, plainer, stopAfter } from "./stop.ts";

/** Seconds. Shorter than the limit of a call (bot.ts), so that a poll that hangs is told from one that waits. */
const pollSeconds = 15;

export interface RunOptions {
  readonly log: Log;
  readonly onStop: OnStop;
  /** Called once the bot listens, with its user name. */
  readonly onReady?: (username: string) => void;
  /** What is done with an update; the bot's own handlers unless given. */
  readonly handle?: Handle;
  /** Called for an update that came before. */
  readonly onRepeat?: () => void;
  /** Rejects when the run has to end. */
  readonly broken?: Promise<never>;
}

/** The bot's own handlers, and its error handler for what they throw. */
export function handleWith(bot: Bot): Handle {
  return async (update) => {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      await bot.errorHandler(error as BotError<Context>);
    }
  };
}

/**
 * Runs a bot by long polling until it is asked to stop, then lets handlers end and confirms what was handled.
 * @throws InputError when Telegram does not know the token (401, 404), another program polls with it (409), or it cannot be
 * reached at the start.
 */
export async function runPolling(
  bot: Bot,
  { log, onStop, onReady, handle = handleWith(bot), onRepeat, broken = new Promise(() => {}) }: RunOptions,
): Promise<void> {
  const intake = new Intake(handle, onRepeat);
  let askedToStop = false;
  let stop: () => Promise<void> = async () => {};
  const off = onStop(() => {
    // A second signal changes nothing: the first is being followed.
    if (askedToStop) return;
    askedToStop = true;
    stop().catch((error: unknown) => log.warn(describe(error), "stopping"));
  });
  try {
    // grammY asks again and again while Telegram is out of reach; a stop must not wait for that.
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    stop = async () => resolve();
    await Promise.race([bot.init(), stopped, broken]);
    if (askedToStop) return;
    // A webhook that is still set would make every poll fail; what waits there is kept.
    await Promise.race([bot.api.deleteWebhook(), stopped, broken]);
    if (askedToStop) return;
    announce(bot).catch((error: unknown) => log.warn(describe(error), "commands and description were not registered"));
    const fetch = createUpdateFetcher(bot, {
      silent: true,
      fetch: { allowed_updates: [...allowedUpdates], timeout: pollSeconds },
    });
    const sink = createConcurrentSink<Update>(
      { consume: async (update) => intake.take(update) },
      async (error) => log.error(describe(error), "an update was not taken"),
      { concurrency: mostUnderWay },
    );
    const runner = createRunner(createSource({ supply: fetch }), sink);
    stop = async () => {
      if (runner.isRunning()) await runner.stop();
    };
    if (askedToStop) return;
    runner.start();
    onReady?.(bot.botInfo.username);
    try {
      await Promise.race([runner.task(), broken]);
    } finally {
      if (runner.isRunning()) await runner.stop();
    }
    await intake.drained(stopAfter);
    if (intake.last > 0) await bot.api.getUpdates({ offset: intake.last + 1, limit: 1, timeout: 0 });
  } catch (error) {
    if (!askedToStop) throw plainer(error);
    log.debug(describe(error), "while stopping");
  } finally {
    off();
  }
}
