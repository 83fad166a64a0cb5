import { Command, CommanderError } from "commander";
import { InputError } from "../coverage/errors.ts";
import { type Io, warn } from "./io.ts";

/** A command's action sets the exit code here when it is not 0. */
export interface Outcome {
  exitCode: number;
}

/** Adds one command to the program. `outcome.exitCode` is 1 when a check failed. */
export type AddCommand = (program: Command, io: Io, outcome: Outcome) => void;

/** Each command's file is loaded only when it is called (or all are listed), so that none waits for the others' libraries. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  ask: async () => (await import("./ask.ts")).addAsk,
  quote: async () => (await import("./quote.ts")).addQuote,
  timeline: async () => (await import("./timeline.ts")).addTimeline,
  check: async () => (await import("./check.ts")).addCheck,
  verify: async () => (await import("./verify.ts")).addVerify,
  ingest: async () => (await import("./ingest.ts")).addIngest,
  withdraw: async () => (await import("./withdraw.ts")).addWithdraw,
  restore: async () => (await import("./withdraw.ts")).addRestore,
  chat: async () => (await import("./chat.ts")).addChat,
  bot: async () => (await import("./bot.ts")).addBot,
  answerer: async () => (await import("./answerer.ts")).addAnswerer,
  doctor: async () => (await import("./doctor.ts")).addDoctor,
  start: async () => (await import("./start.ts")).addStart,
};

/** `start` hands over to one of these. */
const needed: Readonly<Record<string, readonly string[]>> = { start: ["start", "chat", "bot"] };

/**
 * Runs one command line. Returns the exit code: 0 done, 1 a check failed, 2 bad usage or bad input (said in one line
 * on standard error). Any other error is a bug and is thrown.
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const outcome: Outcome = { exitCode: 0 };
  const program = new Command("onrecord")
    .description("Answers questions about news coverage with the articles' own words and links.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  const [called = ""] = args;
  const names = needed[called] ?? (Object.hasOwn(commands, called) ? [called] : Object.keys(commands));
  for (const name of names) (await commands[name]?.())?.(program, io, outcome);
  try {
    await program.parseAsync([...args], { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof InputError) {
      warn(io, `onrecord: ${error.message}`);
      return 2;
    }
    throw error;
  }
}
