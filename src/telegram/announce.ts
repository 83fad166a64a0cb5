import type { Api } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import { type BotLanguage, catalogue, type Texts } from "./texts.ts";

type Listed = keyof Texts["commands"];

/** Where Telegram offers commands, and which in which order. Everything works everywhere; a group is offered less. */
const everything: readonly Listed[] = [
  "ask",
  "quote",
  "timeline",
  "check",
  "why",
  "about",
  "language",
  "help",
  "privacy",
];
const offered: readonly (readonly [
  BotCommandScope["type"] & ("default" | "all_private_chats" | "all_group_chats"),
  readonly Listed[],
])[] = [
  ["default", everything],
  ["all_private_chats", everything.filter((c) => c !== "ask")],
  ["all_group_chats", ["ask", "quote", "timeline", "check", "about", "help"]],
];

/** The commands that Telegram should offer in each place, in one language. */
export function commandsIn(
  language: BotLanguage,
): { readonly scope: BotCommandScope; readonly commands: BotCommand[] }[] {
  const t = catalogue[language];
  return offered.map(([type, names]) => ({
    scope: { type },
    commands: names.map((command) => ({ command, description: t.commands[command] })),
  }));
}

/** Tells Telegram the commands and the bot's description, in English for everyone and in Russian for those who use it. */
export async function announce(bot: { readonly api: Api }): Promise<void> {
  for (const language of Object.keys(catalogue) as BotLanguage[]) {
    const t = catalogue[language];
    const code = language === "en" ? {} : ({ language_code: language } as const);
    for (const { scope, commands } of commandsIn(language)) await bot.api.setMyCommands(commands, { scope, ...code });
    await bot.api.setMyDescription(t.description, { ...code });
    await bot.api.setMyShortDescription(t.shortDescription, { ...code });
  }
}
