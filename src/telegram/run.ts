import { createConcurrentSink, createRunner, createSource, createUpdateFetcher } from "@grammyjs/runner";
import { type Bot, type BotError, type Context, GrammyError, HttpError } from "grammy";
import type { Update } from "grammy/types";
import { InputError } from "../coverage/errors.ts";
import type { Log } from "../log.ts";
import { allowedUpdates } from "./allowed-updates.ts";
import { announce } from "./announce.ts";
import { describe } from "./errors.ts";

/** Between two stops of the same run nothing is lost: handlers may end for this long. */
const stopSeconds = 10;

export interface RunOptions {
  readonly log: Log;
  /** Calls back when the process is asked to stop; returns how to stop listening. */
  readonly onStop: (stop: () => void) => () => void;
  /** Called once the bot listens, with its user name. */
  readonly onReady?: (username: string) => void;
}

/**
 * Runs a bot by long polling until it is asked to stop, then lets handlers end and confirms what was handled.
 * @throws InputError when Telegram does not know the token (401, 404), another program polls with it (409), or it cannot be
 * reached at the start.
 */
export async function runPolling(bot: Bot, { log, onStop, onReady }: RunOptions): Promise<void> {
  let last = 0;
  const inFlight = new Set<Promise<void>>();
  const consume = (update: Update): Promise<void> => {
    last = Math.max(last, update.update_id);
    const work = bot.handleUpdate(update);
    inFlight.add(work);
    return work.finally(() => inFlight.delete(work));
  };
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
    await Promise.race([bot.init(), stopped]);
    if (askedToStop) return;
    // A webhook that is still set would make every poll fail; what waits there is kept.
    await Promise.race([bot.api.deleteWebhook(), stopped]);
    if (askedToStop) return;
    announce(bot).catch((error: unknown) => log.warn(describe(error), "commands and description were not registered"));
    const fetch = createUpdateFetcher(bot, { silent: true, fetch: { allowed_updates: [...allowedUpdates] } });
    const sink = createConcurrentSink<Update>({ consume }, async (error) => {
      await bot.errorHandler(error as BotError<Context>);
    });
    const runner = createRunner(createSource({ supply: fetch }), sink);
    stop = async () => {
      if (runner.isRunning()) await runner.stop();
    };
    if (askedToStop) return;
    runner.start();
    onReady?.(bot.botInfo.username);
    await runner.task();
    await Promise.race([
      Promise.allSettled(inFlight),
      new Promise((resolve) => setTimeout(resolve, stopSeconds * 1000).unref()),
    ]);
    if (last > 0) await bot.api.getUpdates({ offset: last + 1, limit: 1, timeout: 0 });
  } catch (error) {
    if (!askedToStop) throw plainer(error);
    log.debug(describe(error), "while stopping");
  } finally {
    off();
  }
}

/** Telegram's refusals that a person can mend, as one line that says how. */
function plainer(error: unknown): unknown {
  if (error instanceof HttpError)
    return new InputError("Telegram cannot be reached: check the network (or TELEGRAM_API_ROOT), then start again");
  if (!(error instanceof GrammyError)) return error;
  switch (error.error_code) {
    case 401:
    case 404:
      return new InputError(
        "Telegram does not know this bot token: copy it anew from @BotFather into TELEGRAM_BOT_TOKEN",
      );
    case 409:
      return new InputError(
        "another program is receiving this bot's messages: stop it (or its webhook), then start again; one token serves one running bot",
      );
    default:
      return error;
  }
}
