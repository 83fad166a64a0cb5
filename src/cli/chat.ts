import { Option } from "commander";
import { openLibrary } from "../answer/library.ts";
import { readSettings } from "../config.ts";
import { openCorpus } from "./corpus-option.ts";
import type { Io } from "./io.ts";
import type { AddCommand } from "./program.ts";

interface ChatOptions {
  readonly message: readonly string[];
  readonly json?: true;
  readonly corpus?: string;
  readonly language: string;
}

export const addChat: AddCommand = (program, io, outcome) => {
  program
    .command("chat")
    .description(
      "talk here to the very bot that Telegram users meet; by script, exit code 1 when one of its calls is refused",
    )
    .option(
      "-m, --message <text>",
      "send this message and leave (repeatable)",
      (text, all: string[]) => [...all, text],
      [],
    )
    .option("--json", "print one JSON object a line for each thing the bot does")
    .option("--corpus <dir>", "the folder with the articles")
    .addOption(new Option("--language <code>", "the language of your Telegram").choices(["en", "ru"]).default("en"))
    .action(async (options: ChatOptions) => {
      outcome.exitCode = await chat(io, options);
    });
};

async function chat(io: Io, options: ChatOptions): Promise<number> {
  const library = openLibrary(openCorpus(io, options.corpus));
  // The bot and its libraries are loaded here, so that the other commands start without them.
  const [{ createBot }, { announce }, { createLog }] = await Promise.all([
    import("../telegram/bot.ts"),
    import("../telegram/announce.ts"),
    import("../log.ts"),
  ]);
  // Among the lines of a conversation a log is noise, unless it was asked for.
  const level = io.env["LOG_LEVEL"] ? readSettings(io.env).logLevel : "error";
  const log = createLog(level, [], (line) => void io.stderr.write(line));
  const makeBot = (server: { token: string; apiRoot: string }) => {
    const bot = createBot({ ...server, library, log });
    return { bot, announce: () => announce(bot) };
  };
  const { language } = options;
  const json = options.json ?? false;
  if (options.message.length === 0 && io.stdin.isTTY && io.stdout.isTTY && !json) {
    const { converse } = await import("./chat/converse.ts");
    await converse(makeBot, io, language);
    return 0;
  }
  const [{ runScript }, { readLines }] = await Promise.all([
    import("./chat/script.ts"),
    import("./chat/read-lines.ts"),
  ]);
  const lines = options.message.length > 0 ? options.message : readLines(io.stdin);
  return runScript(makeBot, lines, { io, json, language });
}
