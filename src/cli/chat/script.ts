import type { Context } from "grammy";
import type { Io } from "../io.ts";
import { harmless } from "./harmless.ts";
import { type MakeBot, Session, type SessionOptions } from "./session.ts";

/**
 * A conversation by script: one line after the other, each when the bot is done with the one before. Returns the exit
 * code: 1 when a call was refused, a button left unanswered or an update failed.
 * @throws InputError at the first line that cannot be followed.
 */
export async function runScript<C extends Context>(
  makeBot: MakeBot<C>,
  lines: Iterable<string> | AsyncIterable<string>,
  options: SessionOptions & { readonly io: Io },
): Promise<number> {
  const session = await Session.open(makeBot, options);
  try {
    for await (const line of lines) {
      // The reader of a file or a pipe has not typed the questions, so they are shown.
      if (!options.json && line.trim() !== "") options.io.stdout.write(`› ${harmless(line)}\n`);
      if (!(await session.line(line))) break;
    }
    return session.faults > 0 ? 1 : 0;
  } finally {
    await session.close();
  }
}
