import type { AddCommand } from "./program.ts";

export const addBot: AddCommand = (program, io) => {
  program
    .command("bot")
    .description("run the bot on Telegram (needs TELEGRAM_BOT_TOKEN)")
    .option("--corpus <dir>", "the corpus folder")
    .action(async (options: { corpus?: string }) => {
      // Loaded here: "start" knows this command too, and talks in the terminal without what only Telegram needs.
      const { runBot } = await import("./bot/run-bot.ts");
      await runBot(io, options.corpus);
    });
};
