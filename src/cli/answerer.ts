import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../coverage/errors.ts";
import { answerInThread } from "./bot/thread.ts";
import { warn } from "./io.ts";
import type { AddCommand } from "./program.ts";

/** What the bot starts in threads of its own (bot/generation.ts); nothing for people. */
export const addAnswerer: AddCommand = (program, io) => {
  program.command("answerer", { hidden: true }).action(() => {
    if (!parentPort) throw new InputError('"answerer" is a part of "onrecord bot", which starts it');
    answerInThread(parentPort, workerData, (line) => warn(io, line.trimEnd()));
  });
};
