import { resolve } from "node:path";
import { openLibrary } from "../answer/library.ts";
import { readSettings } from "../config.ts";
import { InputError } from "../coverage/errors.ts";
import { openCorpus } from "./corpus-option.ts";
import { type Io, warn } from "./io.ts";
import type { AddCommand } from "./program.ts";

export const addBot: AddCommand = (program, io) => {
  program
    .command("bot")
    .description("run the bot on Telegram (needs TELEGRAM_BOT_TOKEN)")
    .option("--corpus <dir>", "the corpus folder")
    .action((options: { corpus?: string }) => runBot(io, options.corpus));
};

async function runBot(io: Io, corpusOption: string | undefined): Promise<void> {
  const settings = readSettings(io.env);
  const { token, apiRoot } = settings;
  if (!token)
    throw new InputError(
      'no bot token: put TELEGRAM_BOT_TOKEN=<token from @BotFather> into .env, or talk to the bot here with "onrecord chat"',
    );
  if (settings.mode === "webhook")
    throw new InputError(
      "BOT_MODE=webhook is not there yet: leave it out, the bot then asks Telegram for messages itself (polling)",
    );
  const corpus = openCorpus(io, corpusOption);
  const library = openLibrary(corpus);
  const [{ createBot }, { preferencesIn }, { runPolling }, { createLog }] = await Promise.all([
    import("../telegram/bot.ts"),
    import("../telegram/preferences.ts"),
    import("../telegram/run.ts"),
    import("../log.ts"),
  ]);
  const log = createLog(settings.logLevel, [token], (line) => io.stderr.write(line));
  // Read before the first question, so that it is answered as fast as the rest.
  library.search();
  const preferences = preferencesIn(resolve(io.cwd, settings.stateDir, "languages.json"), (problem) =>
    log.warn(problem),
  );
  const bot = createBot({ token, apiRoot, library, log, preferences, adminIds: settings.adminIds });
  await runPolling(bot, {
    log,
    onStop: io.onStop,
    onReady: (username) => {
      log.info({ articles: corpus.stamp.articles, corpus: corpus.stamp.hash }, "the bot is listening");
      if (io.stderr.isTTY) warn(io, `@${username} is listening: https://t.me/${username} (Ctrl+C stops it)`);
    },
  });
}
