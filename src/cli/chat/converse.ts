import { createInterface } from "node:readline/promises";
import type { Context } from "grammy";
import { InputError } from "../../coverage/errors.ts";
import type { Io } from "../io.ts";
import { paint, showText } from "./screen.ts";
import { type MakeBot, Session } from "./session.ts";

const PROMPT = "› ";

/** A person at a terminal: a prompt with history and completion of the bot's commands, until Ctrl+C, Ctrl+D or :quit. */
export async function converse<C extends Context>(makeBot: MakeBot<C>, io: Io, language?: string): Promise<void> {
  let waiting = false;
  let redraw = () => {};
  const print = (text: string) => {
    // What the bot does late goes above the line that is being typed.
    io.stdout.write(`${waiting ? "\r\x1b[J" : ""}${text}\n`);
    if (waiting) redraw();
  };
  const session = await Session.open(makeBot, { io, print, ...(language === undefined ? {} : { language }) });
  const reader = createInterface({
    input: io.stdin,
    output: io.stdout as NodeJS.WritableStream,
    prompt: PROMPT,
    terminal: true,
    completer: (line: string): [string[], string] => {
      const all = session.api.commands().map(({ command }) => `/${command} `);
      return [line === "" ? [] : all.filter((command) => command.startsWith(line)), line];
    },
  });
  redraw = () => reader.prompt(true);
  const closed = new Promise<false>((resolve) => reader.once("close", () => resolve(false)));
  const stopListening = io.onStop(() => reader.close());
  reader.on("SIGINT", () => reader.close());
  try {
    const description = session.api.description();
    if (description) print(`${showText(description, [], session.look).join("\n")}\n`);
    print(paint(session.look, "dim", "Ask a question, or /help for the bot and :help for this tool."));
    const lines = reader[Symbol.asyncIterator]();
    for (;;) {
      waiting = true;
      reader.prompt();
      const { value: line, done } = await lines.next();
      waiting = false;
      if (done) break;
      if (!(await Promise.race([take(session, line, print), closed]))) break;
    }
  } finally {
    stopListening();
    reader.close();
    await session.close();
  }
}

async function take(session: Session, line: string, print: (text: string) => void): Promise<boolean> {
  try {
    return await session.line(line);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    print(`${paint(session.look, "yellow", error.message)}\n`);
    return true;
  }
}
