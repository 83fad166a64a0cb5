import { describe, expect, it } from "vitest";
import { guessLanguage, isCyrillic } from "../../src/language/script.ts";
import { nameKey, transliterate } from "../../src/language/transliterate.ts";

describe("a name across scripts", () => {
  it.each([
    ["Навальный", "Navalny", "Navalnyi", "Navalnyy"],
    ["Алексей", "Alexei", "Alexey", "Aleksei"],
    ["Путин", "Putin"],
    ["Песков", "Peskov"],
    ["Зеленский", "Zelensky", "Zelenskyy", "Zelenskiy"],
    ["Хрущёв", "Khrushchev"],
    ["Юлия", "Yulia", "Julia"],
    ["Евгений", "Yevgeny", "Evgeny"],
    ["Дмитрий", "Dmitry", "Dmitri", "Dmitriy"],
    ["Ельцин", "Yeltsin"],
    ["Бастрыкин", "Bastrykin"],
  ])("%s has one key", (...spellings) => {
    expect(new Set(spellings.map(nameKey)).size).toBe(1);
  });

  it("is not another name", () => {
    const names = ["Putin", "Peskov", "Navalny", "Subbotin", "Bastrykin", "Zakharova", "Medvedev", "Lavrov"];
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });

  it("is written as newsrooms write it", () => {
    expect(transliterate("Щукин")).toBe("shchukin");
    expect(transliterate("Roskomnadzor")).toBe("roskomnadzor");
  });
});

describe("the language of a text", () => {
  it.each([
    ["The court fined Twitter.", "en"],
    ["Суд оштрафовал Twitter.", "ru"],
    ["", "en"],
    ["123 😀", "en"],
    ["Суд оштрафовал Twitter, Facebook, Google, YouTube, Instagram and TikTok.", "en"],
  ])("%j is %s", (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it("is told by letters of all Cyrillic alphabets", () => {
    expect(["слово", "їжак", "Љубав"].every(isCyrillic)).toBe(true);
    expect(["word", "שלום", "123", ""].some(isCyrillic)).toBe(false);
  });
});
