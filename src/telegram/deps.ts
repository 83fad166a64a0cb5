import type { Context } from "grammy";
import type { Library } from "../answer/library.ts";
import type { Log } from "../log.ts";
import type { Preferences } from "./preferences.ts";
import { type View, viewOf } from "./render/view.ts";
import type { OnSilence } from "./silence-log.ts";
import { type BotLanguage, languageFor } from "./texts.ts";

/** What the bot's features need. */
export interface BotDeps {
  readonly library: Library;
  readonly log: Log;
  /** The Telegram accounts that are told when a reader holds a quotation to be wrong. */
  readonly adminIds: readonly number[];
  readonly preferences: Preferences;
  /** Told of questions that met no answer; nobody is unless the operator asks for it. */
  readonly onSilence?: OnSilence;
  /** The audience that the operator set for a chat, or for all others. */
  readonly audienceOf: (chat: number | undefined) => string;
}

/** The coverage as an answer to an update shows it. In inline mode nobody knows the chat: it is that of the person. */
export function viewFor({ library, audienceOf }: BotDeps, ctx: Context, options?: { isApart: boolean }): View {
  return viewOf(library.corpus, audienceOf(ctx.chat?.id ?? ctx.from?.id), options);
}

/** Languages that people chose, for as long as their update is handled. */
const chosen = new WeakMap<Context, BotLanguage>();

/** Sets the language for the person behind an update; `null` is that of their Telegram. */
export function speak(ctx: Context, language: BotLanguage | null): void {
  if (language) chosen.set(ctx, language);
  else chosen.delete(ctx);
}

/** The language to speak to the person behind an update. */
export function languageOf(ctx: Context): BotLanguage {
  return chosen.get(ctx) ?? languageFor(ctx.from?.language_code);
}
