import { describe, expect, test } from "vitest";
import { type Asked, askedFor, isFrameWord } from "../../src/answer/asked.ts";

describe("askedFor", () => {
  test.each<[Asked, readonly string[]]>([
    [
      "amount",
      [
        "How much was Twitter fined?",
        "What was the fine?",
        "How high was the second fine?",
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
        "How large was the crowd?",
        "How high is the tower?",
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
    [
      "any",
      [
        "Who is Lily Batchelder?",
        "Кто такой Песков?",
        "Twitter fine",
        "Tell me about LinkedIn",
        "штраф Twitter",
        "",
        "👍",
        "whoever",
        "сколькотоо",
      ],
    ],
  ])("%s", (asked, questions) => {
    expect(questions.map((q) => [q, askedFor(q)])).toEqual(questions.map((q) => [q, asked]));
  });

  test("words that only frame a question are known", () => {
    expect(["name", "reason", "сумма"].map(isFrameWord)).toEqual([true, true, true]);
    expect(["twitter", "штраф"].map(isFrameWord)).toEqual([false, false]);
  });
});
