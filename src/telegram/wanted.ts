import { isQuotation } from "../answer/check.ts";
import { asksToCheck } from "../language/small-talk.ts";
import { parseCommand } from "./command.ts";

/** What words ask the bot for, on every surface. */
export interface Wanted {
  readonly kind: "ask" | "quote" | "timeline" | "check";
  /** Without the command. */
  readonly words: string;
}

const kinds: readonly Wanted["kind"][] = ["ask", "quote", "timeline", "check"];

/** Reads what is typed, shared or linked: one of the four commands, a quotation to check, or a question; `null` for any other command. */
export function readWanted(text: string, me: string): Wanted | null {
  const command = parseCommand(text.trim(), me);
  if (command) {
    const kind = kinds.find((k) => k === command.name);
    return kind && !command.forOther ? { kind, words: command.args } : null;
  }
  if (text.trim().startsWith("/")) return null;
  return { kind: isQuotation(text) ? "check" : "ask", words: text.trim() };
}

/** As a person would type it: what `readWanted` reads the same. */
export function lineOf({ kind, words }: Wanted): string {
  if (kind === "check" ? isQuotation(words) : kind === "ask" && !isQuotation(words) && !words.startsWith("/"))
    return words;
  return `/${kind} ${words}`.trim();
}

/** Whether a text asks for nothing itself ("?", "Is that true?"), so that the words it points to are the matter. */
export function pointsAway(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || asksToCheck(text);
}

/** What somebody else's words are: a claim where they are in quotation marks or asked to be checked, a question where they ask. */
export function wantedOf(words: string, asked = ""): Wanted {
  const isClaim = asksToCheck(asked) || holdsQuotation(words);
  return { kind: isClaim && !/\?\s*$/u.test(words) ? "check" : "ask", words };
}

/** Four words or more in quotation marks anywhere. */
function holdsQuotation(text: string): boolean {
  return [...text.matchAll(/“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|"[^"\n]+"/gu)].some(
    (m) => m[0].trim().split(/\s+/).length >= 4,
  );
}
