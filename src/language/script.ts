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

/** Words that German texts are full of and others are not. */
const german =
  /(?<!\p{L})(?:und|der|die|das|den|dem|des|nicht|ist|ein|eine|einen|auf|mit|für|von|im|zu|sich|wurde|auch)(?!\p{L})/giu;

/** Whether a text is German, by the share of its commonest words: one of eight and more. */
export function isGerman(text: string): boolean {
  const sample = text.slice(0, 2000);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  return words > 0 && (sample.match(german)?.length ?? 0) * 8 >= words;
}
