import { sequentialize } from "@grammyjs/runner";
import { Bot, type BotConfig, type Context } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { everyone } from "../coverage/outlets.ts";
import { answerQueries } from "./answered.ts";
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
import { whyFeature } from "./features/why.ts";
import { fetchWithNode } from "./fetch.ts";
import { countCalls, countUpdates, enterQueue, type FiguresSink, leaveQueue } from "./figures.ts";
import { type Limits, limit } from "./limit.ts";
import { followMigration } from "./migration.ts";
import { type Preferences, preferencesInMemory } from "./preferences.ts";
import { Numbers, noteNumbers, recover } from "./recover.ts";
import { retry } from "./retry.ts";
import { wellFormedOnly } from "./well-formed.ts";

export interface CreateBot extends Omit<BotDeps, "adminIds" | "preferences" | "audienceOf"> {
  /** Nobody unless given. */
  readonly adminIds?: readonly number[];
  /** In memory unless given. */
  readonly preferences?: Preferences;
  /** Everyone unless given. */
  readonly audienceOf?: BotDeps["audienceOf"];
  readonly token: string;
  readonly apiRoot: string;
  /** Spares the call to getMe. */
  readonly botInfo?: UserFromGetMe;
  /** How much a person and a group may ask; without it, as much as they like. */
  readonly limits?: Limits;
  /** Told what becomes of updates and calls. */
  readonly figures?: FiguresSink;
}

/** Telegram answers a call within seconds; grammY's own limit is 500 s. A poll (run.ts) waits for less. */
const callSeconds = 20;

/** The bot, wired: the same on Telegram, in the terminal and in tests. Nothing is sent or fetched until it is run. */
export function createBot({ token, apiRoot, botInfo, limits, figures = {}, ...given }: CreateBot): Bot {
  const deps: BotDeps = { adminIds: [], preferences: preferencesInMemory(), audienceOf: () => everyone, ...given };
  const bot = createClient({ token, apiRoot, ...(botInfo ? { botInfo } : {}), figures });
  bot.api.config.use(followMigration());
  bot.use(countUpdates(figures));
  bot.use(deduplicate());
  bot.use(wellFormedOnly);
  const numbers = new Numbers();
  bot.use(noteNumbers(numbers));
  bot.use(answerQueries());
  if (limits) bot.use(limit(limits));
  bot.use(enterQueue, sequentialize(laneOf), recover(numbers), leaveQueue);
  bot.use(languageFeature(deps));
  bot.use(guestFeature(deps));
  bot.use(inlineFeature(deps));
  // What somebody posted through the bot is not meant for it.
  bot.filter((ctx) => ctx.message?.via_bot?.id === ctx.me.id).use(() => {});
  bot.use(infoFeature(deps));
  bot.use(quoteFeature(deps));
  bot.use(timelineFeature(deps));
  bot.use(checkFeature(deps));
  bot.use(whyFeature(deps));
  bot.use(askFeature(deps));
  bot.use(buttonFeature(deps));
  bot.use(unhandledFeature());
  bot.catch(onError(deps.log));
  return bot;
}

/** A bot that calls Telegram with patience and does nothing by itself. */
export function createClient({
  token,
  apiRoot,
  botInfo,
  figures = {},
}: Pick<CreateBot, "token" | "apiRoot" | "botInfo" | "figures">): Bot {
  const config: BotConfig<Context> = {
    client: { apiRoot, timeoutSeconds: callSeconds, fetch: fetchWithNode },
    ...(botInfo ? { botInfo } : {}),
  };
  const bot = new Bot(token, config);
  bot.api.config.use(countCalls(figures), retry());
  return bot;
}

/** In order within a chat, whoever writes; chats do not wait for each other, and what is typed inline waits for no chat. */
export function laneOf(ctx: Context): string | undefined {
  const from = ctx.from?.id;
  if (ctx.inlineQuery || ctx.chosenInlineResult) return `inline ${from}`;
  return (ctx.chat?.id ?? from)?.toString();
}
