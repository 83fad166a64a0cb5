import type { Api } from "grammy";
import { type BotLanguage, catalogue } from "./texts.ts";

/** The commands in the order in which Telegram lists them. */
const listed = ["ask", "quote", "timeline", "check", "about", "help", "privacy"] as const;

/** Tells Telegram the commands and the bot's description, in English for everyone and in Russian for those who use it. */
export async function announce(bot: { readonly api: Api }): Promise<void> {
  for (const language of Object.keys(catalogue) as BotLanguage[]) {
    const t = catalogue[language];
    const code = language === "en" ? {} : ({ language_code: language } as const);
    const commands = listed.map((command) => ({ command, description: t.commands[command] }));
    await bot.api.setMyCommands(commands, { ...code });
    await bot.api.setMyDescription(t.description, { ...code });
    await bot.api.setMyShortDescription(t.shortDescription, { ...code });
  }
}
