import type { Context } from "grammy";
import type { Library } from "../answer/library.ts";
import type { Log } from "../log.ts";
import { type BotLanguage, languageFor } from "./texts.ts";

/** What the bot's features need. */
export interface BotDeps {
  readonly library: Library;
  readonly log: Log;
}

/** The language to speak to the person behind an update. */
export function languageOf(ctx: Context): BotLanguage {
  return languageFor(ctx.from?.language_code);
}
