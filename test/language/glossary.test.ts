import { describe, expect, it } from "vitest";
import { foldWord } from "../../src/language/fold.ts";
import { economy } from "../../src/language/glossary/economy.ts";
import { general } from "../../src/language/glossary/general.ts";
import { law } from "../../src/language/glossary/law.ts";
import { media } from "../../src/language/glossary/media.ts";
import { politics } from "../../src/language/glossary/politics.ts";
import { society } from "../../src/language/glossary/society.ts";
import { war } from "../../src/language/glossary/war.ts";
import { world } from "../../src/language/glossary/world.ts";
import { glossary, parseGlossary, phraseTranslations, translations } from "../../src/language/glossary.ts";
import { stem, terms } from "../../src/language/words.ts";

const tables = { politics, law, media, economy, war, world, society, general };
const stemOf = (word: string) => stem(foldWord(word));
const stemsOf = (text: string) => terms(text).map((term) => term.term);

describe("the table", () => {
  it.each(["ru", "en"] as const)("has at least 1,700 distinct headwords of one word in %s", (side) => {
    const words = glossary.flatMap((entry) => entry[side]).filter((word) => !/[\s-]/.test(word));
    expect(new Set(words).size).toBeGreaterThanOrEqual(1700);
  });

  it("has no line that is empty, repeated or not an entry", () => {
    for (const [name, table] of Object.entries(tables)) {
      const lines = table.trim().split("\n");
      const bad = lines.filter((line) => !line.startsWith("# ") && !/^[^=,\s][^=]* = [^=]*[^=,\s]$/.test(line));
      expect(bad, name).toEqual([]);
    }
    const all = Object.values(tables).flatMap((table) => table.trim().split("\n").map(foldWord));
    expect(all.filter((line, i) => all.indexOf(line) !== i)).toEqual([]);
  });

  it("has no headword twice in one entry", () => {
    const bad = glossary.filter((e) => new Set(e.ru).size < e.ru.length || new Set(e.en).size < e.en.length);
    expect(bad).toEqual([]);
  });

  it("has every headword in the script of its side", () => {
    expect(glossary.flatMap((entry) => entry.ru).filter((word) => !/^[а-я]+(?:[ -][а-я]+)*$/.test(word))).toEqual([]);
    expect(glossary.flatMap((entry) => entry.en).filter((word) => !/^[a-z]+(?:[ '.-]*[a-z]+)*\.?$/.test(word))).toEqual(
      [],
    );
  });

  it("refuses a line that is no entry", () => {
    expect(() => parseGlossary("штраф fine")).toThrow("штраф fine");
    expect(() => parseGlossary("штраф, = fine")).toThrow();
    expect(parseGlossary("# Law\nЩётка, щит = Brush\n")).toEqual([{ ru: ["щетка", "щит"], en: ["brush"] }]);
  });
});

describe("words", () => {
  const pairs =
    `штраф fine, оштрафовали fine, суд court, суда court, судья judge, опубликовать publish, опубликовали published, публикует publishes,
    заблокировать block, заблокирован blocked, блокирует blocking, запретили banned, запрещён ban, запрещает prohibit, осуждён convicted,
    рынок market, рынка markets, попытка attempt, попыток attempts, хорёк ferret, хорьками ferrets, самоубийство suicide, суицид suicide,
    президент president, Кремль Kremlin, Россия Russia, российский Russian, украинец Ukrainian, украинцев Ukrainians, Германия Germany,
    Киев Kyiv, Пекин Beijing, Твиттер Twitter, твиттера twitter, Фейсбук Facebook, Ютуб YouTube, Телеграм Telegram, ВК VK,
    приговор sentence, арестовали arrested, задержан detained, протест protest, митинг rally, несовершеннолетних minors, дети children,
    детей child, ребёнка child, регулятор regulator, война war, мир peace, вакцина vaccine, ракета missile, нефть oil, налог tax, рублей rubles,
    январе January, среда Wednesday, первый first, миллиард billion, деньги money, денег money, нашли found, помогли help, замедлить slow`
      .split(",")
      .map((pair) => pair.trim().split(" ") as [string, string])
      .filter(([ru]) => ru !== "соцсетей"); // a phrase: see below

  it.each(pairs)("%s – %s", (ru, en) => {
    expect(translations(stemOf(ru), "en")).toContain(stemOf(en));
    expect(translations(stemOf(en), "ru")).toContain(stemOf(ru));
  });

  it("goes there and back for every entry of single words", () => {
    const single = (word: string) => terms(word).length === 1;
    const termOf = (word: string) => terms(word)[0]?.term ?? "";
    const lost = glossary.flatMap(({ ru, en }) =>
      ru.filter(single).flatMap((r) =>
        en.filter(single).flatMap((e) => {
          const there = translations(termOf(r), "en").includes(termOf(e));
          const back = translations(termOf(e), "ru").includes(termOf(r));
          return there && back ? [] : [`${r} = ${e}`];
        }),
      ),
    );
    expect(lost).toEqual([]);
  });

  it("has nothing for a word it does not know", () => {
    expect(translations("абырвалг", "en")).toEqual([]);
    expect(translations(stemOf("штраф"), "ru")).toEqual([]);
    expect(translations("constructor", "ru")).toEqual([]);
  });

  it("keeps words apart whose stems fall together", () => {
    expect(translations(stemOf("газ"), "en")).toEqual([stemOf("gas")]);
    expect(translations(stemOf("important"), "ru")).not.toContain(stemOf("важный"));
    expect(translations(stemOf("страна"), "en")).not.toContain(stemOf("strange"));
    expect(translations(stemOf("authorities"), "ru")).not.toContain(stemOf("автор"));
  });
});

describe("phrases", () => {
  it("translates a phrase where all of it stands, in its forms", () => {
    expect(phraseTranslations(stemsOf("глава Следственного комитета России"), "en")).toContainEqual({
      at: 1,
      length: 2,
      terms: stemsOf("Investigative Committee"),
    });
    expect(phraseTranslations(stemsOf("комитет по спорту"), "en")).toEqual([]);
    const [found] = phraseTranslations(stemsOf("иностранные социальные сети"), "en");
    expect(found).toMatchObject({ at: 1, length: 2 });
    expect(found?.terms).toEqual(expect.arrayContaining(stemsOf("social network media")));
  });

  it("takes the longest phrase and does not overlap", () => {
    const found = phraseTranslations(stemsOf("министерство иностранных дел Германии"), "en");
    expect(found.map(({ at, length }) => [at, length])).toEqual([[0, 3]]);
  });

  it("finds a phrase with and without its stop words", () => {
    const terms = expect.arrayContaining([stemOf("МВД"), stemOf("внутренних")]);
    expect(phraseTranslations(stemsOf("Ministry of Internal Affairs"), "ru")).toEqual([{ at: 0, length: 4, terms }]);
    expect(phraseTranslations(stemsOf("Ministry Internal Affairs"), "ru")).toEqual([{ at: 0, length: 3, terms }]);
  });

  it("gives the phrase that a single word stands for", () => {
    const [found] = phraseTranslations(stemsOf("соцсети"), "en");
    expect(found).toMatchObject({ at: 0, length: 1 });
    expect(found?.terms).toEqual(expect.arrayContaining(stemsOf("social network")));
    expect(phraseTranslations(stemsOf("child pornography"), "ru")[0]?.terms).toEqual(stemsOf("детская порнография"));
  });
});
