import { sequentialize } from "@grammyjs/runner";
import { Bot, type BotConfig, type Context } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { deduplicate } from "./deduplicate.ts";
import type { BotDeps } from "./deps.ts";
import { onError } from "./errors.ts";
import { askFeature } from "./features/ask.ts";
import { buttonFeature } from "./features/buttons.ts";
import { checkFeature } from "./features/check.ts";
import { guestFeature } from "./features/guest.ts";
import { infoFeature } from "./features/info.ts";
import { inlineFeature } from "./features/inline.ts";
import { languageFeature } from "./features/language.ts";
import { quoteFeature } from "./features/quote.ts";
import { timelineFeature } from "./features/timeline.ts";
import { unhandledFeature } from "./features/unhandled.ts";
import { followMigration } from "./migration.ts";
import { type Preferences, preferencesInMemory } from "./preferences.ts";
import { retryOnFlood } from "./retry.ts";

export interface CreateBot extends Omit<BotDeps, "adminIds" | "preferences"> {
  /** Nobody unless given. */
  readonly adminIds?: readonly number[];
  /** In memory unless given. */
  readonly preferences?: Preferences;
  readonly token: string;
  readonly apiRoot: string;
  /** Spares the call to getMe. */
  readonly botInfo?: UserFromGetMe;
}

/** Telegram answers a call within seconds; grammY's own limit is 500 s. Long polling has its own. */
const callSeconds = 40;

/** The bot, wired: the same on Telegram, in the terminal and in tests. Nothing is sent or fetched until it is run. */
export function createBot({ token, apiRoot, botInfo, ...given }: CreateBot): Bot {
  const deps: BotDeps = { adminIds: [], preferences: preferencesInMemory(), ...given };
  const config: BotConfig<Context> = {
    client: { apiRoot, timeoutSeconds: callSeconds },
    ...(botInfo ? { botInfo } : {}),
  };
  const bot = new Bot(token, config);
  bot.api.config.use(retryOnFlood());
  bot.api.config.use(followMigration());
  bot.use(deduplicate());
  // In order within a chat, whoever writes; chats do not wait for each other.
  bot.use(sequentialize((ctx) => ctx.chat?.id.toString() ?? ctx.from?.id.toString()));
  bot.use(languageFeature(deps));
  bot.use(guestFeature(deps));
  bot.use(inlineFeature(deps));
  // What somebody posted through the bot is not meant for it.
  bot.filter((ctx) => ctx.message?.via_bot?.id === ctx.me.id).use(() => {});
  bot.use(infoFeature(deps));
  bot.use(quoteFeature(deps));
  bot.use(timelineFeature(deps));
  bot.use(checkFeature(deps));
  bot.use(askFeature(deps));
  bot.use(buttonFeature(deps));
  bot.use(unhandledFeature());
  bot.catch(onError(deps.log));
  return bot;
}
