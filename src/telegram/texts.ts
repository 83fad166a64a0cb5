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

const locales = { en: "en-GB", ru: "ru-RU" } as const;

/** A day as people read it: "4 Mar 2021", «4 марта 2021 г.». */
export function dayIn(language: BotLanguage, day: string): string {
  return formatted(language, day, { day: "numeric", month: language === "ru" ? "long" : "short", year: "numeric" });
}

/** The month of a day: "March 2021", «март 2021 г.». */
export function monthIn(language: BotLanguage, day: string): string {
  return formatted(language, day, { month: "long", year: "numeric" });
}

/** A day without its year, as short as it can be: "4 Mar", «4 мар.». */
export function shortDayIn(language: BotLanguage, day: string): string {
  return formatted(language, day, { day: "numeric", month: "short" });
}

/** The short name of a day's month: "Mar", «мар.». */
export function monthNameIn(language: BotLanguage, day: string): string {
  return formatted(language, day, { month: "short" });
}

/** Making one takes as long as finding an answer; there are a handful. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** UTC throughout: a calendar day has no time zone, and the machine's must not move it. */
function formatted(language: BotLanguage, day: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language}${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
