import { appendFileSync } from "node:fs";
import type { AnswerOutcome } from "../answer/answer.ts";
import type { Log } from "../log.ts";
import { describe } from "./errors.ts";

/** Told which questions met no answer. */
export type OnSilence = (question: string, outcome: Exclude<AnswerOutcome, "answer">) => void;

/** So much of a question is written down. */
const mostCharacters = 500;

/**
 * Writes the words of questions that met silence or a near miss to a file, one JSON object a line: `{outcome, question}`, nothing about who
 * asked or when. A file that cannot be written (a full disk, a folder that is gone) is told to the log once, until it can be again, and
 * never disturbs an answer.
 */
export function silenceLog(file: string, log: Log): OnSilence {
  let isTold = false;
  return (question, outcome) => {
    const line = JSON.stringify({ outcome, question: question.slice(0, mostCharacters).toWellFormed() });
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
      isTold = false;
    } catch (error) {
      if (!isTold) log.warn(describe(error), "SILENCE_LOG cannot be written");
      isTold = true;
    }
  };
}
