import { describe, expect, it } from "vitest";
import { guessLanguage, isCyrillic } from "../../src/language/script.ts";
import { soundKeys } from "../../src/language/sounds.ts";
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

describe("a name by its sound", () => {
  it.each([
    ["Джон", "John"],
    ["Люк", "Luke"],
    ["Ньютон", "Newton"],
    ["Элвей", "Elway"],
    ["Чарльз", "Charles"],
    ["Гарвард", "Harvard"],
    ["Хьюстон", "Houston"],
    ["Мэннинг", "Manning"],
  ])("%s is heard in %s", (russian, english) => {
    expect(soundKeys(english)).toEqual(expect.arrayContaining(soundKeys(russian)));
  });

  it("keeps other names apart, and says nothing of what has no two consonants", () => {
    expect(soundKeys("Newton")).not.toEqual(expect.arrayContaining(soundKeys("Хьюстон")));
    expect(soundKeys("Jane")).not.toEqual(expect.arrayContaining(soundKeys("Джон")));
    for (const word of ["", "Ia", "Ия", "Leo", "123", "😀"]) expect(soundKeys(word)).toEqual([]);
    expect(soundKeys("ch".repeat(500)).length).toBeLessThanOrEqual(16);
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
