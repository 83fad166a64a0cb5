import { en } from "./texts.en.ts";
import { ru } from "./texts.ru.ts";

/** The bot's own words in one language. */
export type Texts = typeof en;

/** The languages the bot speaks, by Telegram's language code. */
export const catalogue: Readonly<Record<"en" | "ru", Texts>> = { en, ru };
export type BotLanguage = keyof typeof catalogue;

/** The language for a person, by the `language_code` (IETF tag) of their Telegram. */
export function languageFor(code: string | undefined): BotLanguage {
  return /^(?:ru|be|kk)\b/i.test(code ?? "") ? "ru" : "en";
}

/** A day as people read it: "4 Mar 2021", «4 марта 2021 г.». */
export function dayIn(language: BotLanguage, day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", {
    day: "numeric",
    month: language === "ru" ? "long" : "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.UTC(year, month - 1, date));
}
