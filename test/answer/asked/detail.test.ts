import { describe, expect, test } from "vitest";
import { detailOf, type Measure } from "../../../src/answer/asked/detail.ts";
import { askedFor } from "../../../src/answer/asked.ts";
import { terms } from "../../../src/language/words.ts";

const detail = (question: string) => detailOf(question, askedFor(question));
const termsOf = (words: string) => terms(words).map((t) => t.term);

test.each<[Measure, string]>([
  ["percentage", "What share of the voters agreed?"],
  ["percentage", "Какой процент согласен?"],
  ["duration", "How long did the strike last?"],
  ["duration", "How many more weeks will it take?"],
  ["duration", "Сколько дней шёл суд?"],
  ["age", "How old is the mayor?"],
  ["size", "How far is the harbour?"],
  ["frequency", "How often does the ferry run?"],
  ["change", "How much have rents risen?"],
  ["quantity", "How much rain fell in the valley?"],
  ["year", "In which year was the bridge built?"],
  ["month", "В каком месяце открыли мост?"],
  ["weekday", "On what day did they vote?"],
  ["clock", "At what time does it begin?"],
  ["country", "Which island nation voted?"],
  ["state", "In which state was it?"],
  ["continent", "On which continent is it?"],
])("%s: %s", (measure, question) => {
  expect(detail(question).measure).toBe(measure);
});

test("how long ago something was asks for a date, not for a length of time", () => {
  expect(detail("How long ago was the bridge built?").measure).toBeNull();
});

describe("what is counted", () => {
  test("is the noun after “how many”, not the verb", () => {
    expect(detail("How many angry fishermen met the mayor?").counted).toEqual(termsOf("fishermen"));
    expect(detail("How many people drowned in the flood?").counted).toEqual(termsOf("people"));
    expect(detail("When did they meet?").counted).toEqual([]);
  });

  test("may be any of the first words in Russian", () => {
    expect(detail("Сколько рыбацких лодок утонуло?").counted).toEqual(termsOf("рыбацких лодок утонуло"));
  });
});

describe("the sort of thing", () => {
  test.each([
    ["Which judge ruled on the case?", "judge"],
    ["Which new privacy options can users switch on?", "options"],
    ["What is the deadline for the offices?", "deadline"],
    ["What was the flight number of the plane?", "number"],
    ["Какой адвокат представлял город?", "адвокат"],
  ])("%s: %s", (question, sort) => {
    expect(detail(question).sort).toBe(termsOf(sort)[0]);
  });

  test("is not asked for by “what did”", () => {
    expect(detail("What did the ferry company reply?").sort).toBeNull();
    expect(detail("Who fined the ferry?").sort).toBeNull();
  });
});

test("whose words are asked for: a surname, else the noun", () => {
  expect(detail("What did mayor Anna Berg say about the bridge?").speaker).toEqual(termsOf("Berg"));
  expect(detail("How did the company respond to the fine?").speaker).toEqual(termsOf("company"));
  expect(detail("Reaction of Berg to the fine: any comments by Berg on it?").speaker).toEqual(termsOf("Berg"));
  expect(detail("Что сказал Берг о мосте?").speaker).toEqual(termsOf("Берг"));
  expect(detail("Что Берг сказал о Telegram?").speaker).toEqual(termsOf("Берг"));
  expect(detail("Who is the mayor?").speaker).toEqual([]);
  expect(detail("According to Anna Berg, who pays for the bridge?").speaker).toEqual(termsOf("Berg"));
  expect(detail("Кто заплатит за мост, по словам Берга?").speaker).toEqual(termsOf("Берга"));
});
