import { describe, expect, test } from "vitest";
import { type Asked, askedFor, holds, isFrameWord } from "../../src/answer/asked.ts";

describe("askedFor", () => {
  test.each<[Asked, readonly string[]]>([
    [
      "amount",
      [
        "How much was Twitter fined?",
        "What was the fine?",
        "What is the penalty worth in dollars?",
        "На какую сумму оштрафовали Твиттер?",
        "Сколько денег заплатил Твиттер?",
        "Какой штраф назначил суд?",
      ],
    ],
    [
      "count",
      [
        "How many posts were blocked?",
        "how often was it said",
        "By what percentage did it fall?",
        "Сколько источников заблокировали?",
        "Как часто это бывает?",
      ],
    ],
    [
      "date",
      [
        "When was Twitter fined?",
        "And when?",
        "On what date was it announced?",
        "Since when?",
        "In which year was the law passed?",
        "Когда оштрафовали Твиттер?",
        "А когда?",
        "В каком году приняли закон?",
        "С каких пор?",
      ],
    ],
    [
      "place",
      [
        "Where did Putin speak?",
        "In which city is the court?",
        "Где выступил Путин?",
        "Откуда это видео?",
        "В каком городе суд?",
      ],
    ],
    [
      "reason",
      [
        "Why was Twitter fined?",
        "What is the reason for the ban?",
        "LinkedIn ban reason",
        "What was Twitter fined for?",
        "How come it is slow?",
        "Почему запретили LinkedIn?",
        "За что оштрафовали Twitter?",
        "Зачем?",
      ],
    ],
    [
      "statement",
      [
        "What did Putin say about TikTok?",
        "How did Twitter respond?",
        "a quote by Peskov",
        "Что сказал Песков?",
        "Как Twitter ответил на штраф?",
      ],
    ],
    [
      "person",
      [
        "Who is Peskov?",
        "And who paid?",
        "By whom was it ordered?",
        "Which official ordered it?",
        "What is the name of the regulator?",
        "Кто возглавляет Роскомнадзор?",
        "А кто?",
        "Кого назвали хорьками?",
        "Какая компания оштрафована?",
      ],
    ],
    [
      "yes-no",
      [
        "Is Navalny in prison?",
        "Did Twitter pay?",
        "Hasn’t it been blocked?",
        "Правда ли, что Twitter заблокирован?",
        "Собирается ли Путин блокировать соцсети?",
      ],
    ],
    ["any", ["Twitter fine", "Tell me about LinkedIn", "штраф Twitter", "", "👍", "whoever", "сколькотоо"]],
  ])("%s", (asked, questions) => {
    expect(questions.map((q) => [q, askedFor(q)])).toEqual(questions.map((q) => [q, asked]));
  });

  test("words that only frame a question are known", () => {
    expect(["name", "reason", "сумма"].map(isFrameWord)).toEqual([true, true, true]);
    expect(["twitter", "штраф"].map(isFrameWord)).toEqual([false, false]);
  });
});

describe("holds", () => {
  const asks = (...words: string[]) => {
    const own = new Set(words);
    return (word: string) => own.has(word);
  };

  test.each<[Asked, string, boolean]>([
    ["amount", "three fines totaling 8.9 million rubles ($117,000)", true],
    ["amount", "штраф 8,9 млн руб.", true],
    ["amount", "three fines", false],
    ["count", "451 sources were blocked", true],
    ["count", "three counts", true],
    ["count", "many counts", false],
    ["date", "on March 10 it was slowed", true],
    ["date", "since 2012", true],
    ["date", "it may be slow, and it will march on", false],
    ["date", "в четверг", true],
    ["reason", "for failing to remove calls", true],
    ["reason", "потому что не удалил", true],
    ["reason", "it was a day like any other", false],
    ["statement", "“We have no such plans,” the leader said", true],
    ["statement", "the plans are the plans", false],
    ["any", "anything", false],
    ["yes-no", "yes", false],
  ])("%s in “%s”: %s", (asked, text, held) => {
    expect(holds(asked, text, asks())).toBe(held);
  });

  test("a name counts only when it is not the question's own, in both scripts", () => {
    expect(holds("person", "a probe ordered by Alexander Bastrykin", asks("Twitter"))).toBe(true);
    expect(holds("person", "the networks of Twitter", asks("Twitter"))).toBe(false);
    expect(holds("person", "расследование поручил Александр Бастрыкин", asks("Twitter"))).toBe(true);
    expect(holds("person", "об этом сообщил Песков", asks("Песков"))).toBe(false);
    expect(holds("person", "только маленькие буквы", asks())).toBe(false);
  });

  test("a place counts only when it is not the question's own, in both scripts", () => {
    expect(holds("place", "a youth forum in the North Caucasus", asks("Putin"))).toBe(true);
    expect(holds("place", "a court in Moscow", asks("Moscow"))).toBe(false);
    expect(holds("place", "суд в Москве", asks("Путин"))).toBe(true);
    expect(holds("place", "суд в Москве", asks("Москве"))).toBe(false);
  });

  test("the number that the question names is no answer to it", () => {
    expect(holds("count", "blocked in 30 days", asks("30"))).toBe(false);
  });
});
