/** The languages that have tables here; another language is read with what is common to all. */
export type Language = "en" | "ru";

/** Whether a word is written in Cyrillic. */
export function isCyrillic(word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word);
}

/** The language of a text, as far as its letters tell: Russian when more of them are Cyrillic than Latin. */
export function guessLanguage(text: string): Language {
  const sample = text.slice(0, 20_000);
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? "ru" : "en";
}
