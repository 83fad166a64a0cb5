import { readSettings } from "../config.ts";
import { warn } from "./io.ts";
import type { AddCommand } from "./program.ts";

/** What `npm start` runs: the bot on Telegram when it has a token, otherwise the same bot here. */
export const addStart: AddCommand = (program, io) => {
  program
    .command("start", { hidden: true })
    .argument("[args...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (args: string[]) => {
      const live = readSettings(io.env).token !== null;
      if (!live && io.stdin.isTTY && io.stdout.isTTY) {
        warn(io, "To go live on Telegram: put TELEGRAM_BOT_TOKEN=<token from @BotFather> into .env and start again.");
      }
      await program.parseAsync([live ? "bot" : "chat", ...args], { from: "user" });
    });
};
