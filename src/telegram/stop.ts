import { GrammyError, HttpError } from "grammy";
import { InputError } from "../coverage/errors.ts";

/** Milliseconds in which handlers may end after the bot was asked to stop. */
export const stopAfter = 10_000;

/** How a run hears that it should end: calls back, at the most once is enough, and returns how to stop listening. */
export type OnStop = (stop: () => void) => () => void;

/** Telegram's refusals that a person can mend, as one line that says how. */
export function plainer(error: unknown): unknown {
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
      return error.method === "setWebhook" && error.error_code === 400
        ? new InputError(`Telegram refuses the webhook: ${error.description}; check WEBHOOK_URL`)
        : error;
  }
}
