import { Command, CommanderError } from "commander";
import { InputError } from "../coverage/errors.ts";
import { addAsk } from "./ask.ts";
import { addBot } from "./bot.ts";
import { addChat } from "./chat.ts";
import { addCheck } from "./check.ts";
import { addDoctor } from "./doctor.ts";
import { addIngest } from "./ingest.ts";
import { type Io, warn } from "./io.ts";
import { addQuote } from "./quote.ts";
import { addStart } from "./start.ts";
import { addTimeline } from "./timeline.ts";
import { addVerify } from "./verify.ts";

/** A command's action sets the exit code here when it is not 0. */
export interface Outcome {
  exitCode: number;
}

/** Adds one command to the program. `outcome.exitCode` is 1 when a check failed. */
export type AddCommand = (program: Command, io: Io, outcome: Outcome) => void;

const commands: readonly AddCommand[] = [
  addAsk,
  addQuote,
  addTimeline,
  addCheck,
  addVerify,
  addIngest,
  addChat,
  addBot,
  addStart,
  addDoctor,
];

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
  for (const add of commands) add(program, io, outcome);
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
