import { describe, expect, test } from "vitest";
import { seek } from "../../src/answer/expand.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { idf } from "../../src/retrieval/idf.ts";
import { articleOf } from "../support/articles.ts";
import { libraryOf } from "../support/libraries.ts";

const library = libraryOf(
  "The court in Moscow fined Twitter on Friday. On Monday the court in Moscow met Navalny.",
  "A judge said that Twitter will pay.",
  articleOf("Министр Песков сообщил о штрафе в Москве. Собянину и Захаровой об этом не сказали.", {
    id: "ru",
    language: "ru",
  }),
);
const sought = (question: string) => {
  const { engine, vocabulary } = library.search();
  return seek(readQuestion(question), engine, vocabulary);
};
const found = (question: string) => sought(question).map((t) => [t.word, t.found]);

describe("seek", () => {
  test("a word as it is, spelt almost so, in the other script, translated, nowhere", () => {
    expect(found("Twitter")).toEqual([["twitter", "same"]]);
    expect(found("twiter")).toEqual([["twiter", "spelling"]]);
    for (const name of ["навальный", "навального", "навальному"]) expect(found(name)).toEqual([[name, "script"]]);
    for (const name of ["peskov", "sobyanin", "zakharova"]) expect(found(name)).toEqual([[name, "script"]]);
    expect(found("судья")[0]?.[1]).toBe("translation");
    expect(found("xylophone")).toEqual([["xylophone", "nowhere"]]);
  });

  test("a word that is one is no slip of the pen, nor is another first letter, save in a name", () => {
    const { engine, vocabulary } = libraryOf(
      "The mayor of Lindholm likes to resign. His head hurts, said Kremlinov.",
    ).search();
    const forms = (question: string) =>
      seek(readQuestion(question), engine, vocabulary).map((t) => [t.found, ...t.forms.map((f) => f.term)]);
    expect(forms("hiking")).toEqual([["nowhere"]]);
    expect(forms("heard")).toEqual([["nowhere"]]);
    expect(forms("resinged")).toEqual([["spelling", "resign"]]);
    expect(forms("of Cremlinov")).toEqual([["spelling", "kremlinov"]]);
  });

  test("a name in another spelling of it", () => {
    const { engine, vocabulary } = libraryOf(
      "On Monday Alexei Mikhailov met Dmitry Petrov. Later Alexei left.",
    ).search();
    const forms = (question: string) =>
      seek(readQuestion(question), engine, vocabulary).map((t) => [t.found, ...t.forms.map((f) => f.term)]);
    expect(forms("Did Aleksey leave?")[0]).toEqual(["spelling", "alexei"]);
    expect(forms("Did Dmitri meet him?")[0]).toEqual(["same", "dmitri"]);
  });

  test("a foreign name by its sound, in any case and both ways, and only as a name", () => {
    const { engine, vocabulary } = libraryOf(
      "On Monday John Newton met Charles. Later, John and Newton and Charles left with a jean and a newt.",
      articleOf("В понедельник Элвей и Хьюстон ушли. Потом Элвей и Хьюстон вернулись.", { id: "ru", language: "ru" }),
    ).search();
    const forms = (question: string) =>
      seek(readQuestion(question), engine, vocabulary).map((t) => [t.found, ...t.forms.map((f) => f.term)]);
    expect(forms("Что сказал Джон Ньютон?").slice(-2)).toEqual([
      ["script", "john"],
      ["script", "newton"],
    ]);
    expect(
      forms("Кто видел Джона Ньютона с Чарльзом?")
        .slice(-3)
        .map(([how]) => how),
    ).toEqual(Array(3).fill("script"));
    expect(forms("When did John Elway leave?").find(([, term]) => term?.startsWith("элв"))?.[0]).toBe("script");
    expect(forms("джон").map(([how]) => how)).not.toContain("script");
  });

  test("a paraphrase stands in for a word, for less than the word itself", () => {
    const { engine, vocabulary } = libraryOf(
      "Officials slowed the service; a penalty was imposed on the jailed man.",
    ).search();
    for (const [asked, said] of [
      ["throttled", "slow"],
      ["sanction", "penalti"],
      ["imprisoned", "jail"],
    ] as const) {
      const [term] = seek(readQuestion(`about ${asked}`), engine, vocabulary);
      const form = term?.forms.find((f) => f.term === said);
      expect(form?.worth, asked).toBeGreaterThan(0);
      expect(form?.worth, asked).toBeLessThan(1);
    }
  });

  test("a rarer word weighs more, and one that is nowhere weighs by what it is", () => {
    const weight = (word: string) => sought(`about ${word}`)[0]?.weight ?? 0;
    expect(weight("judge")).toBeGreaterThan(weight("twitter"));
    expect(weight("Xylophonia")).toBeGreaterThan(weight("xylophonia"));
    for (const word of ["judge", "twitter", "xylophone", "Xylophonia", "2050"]) expect(weight(word)).toBeGreaterThan(0);
  });

  test("a name of the coverage is a name in a question without capitals", () => {
    expect(sought("navalny").map((t) => t.name)).toEqual([true]);
    expect(sought("судья").map((t) => t.name)).toEqual([false]);
  });
});

describe("idf", () => {
  test("falls with how often a term stands, and stays positive", () => {
    const values = [0, 1, 5, 50, 100].map((n) => idf(n, 100));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.at(-1)).toBeGreaterThan(0);
    expect(Number.isFinite(idf(0, 0))).toBe(true);
  });
});
