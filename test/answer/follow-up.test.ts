import { describe, expect, test } from "vitest";
import { withContext } from "../../src/answer/follow-up.ts";
import { readQuestion } from "../../src/answer/question.ts";

const used = (question: string, ...earlier: string[]) => withContext(readQuestion(question), earlier).used;

describe("withContext", () => {
  test.each<[string, string[], string[]]>([
    // the subject is left out
    ["And when?", ["How much was Twitter fined?"], ["Twitter", "fined"]],
    ["why?", ["How much was Twitter fined?"], ["Twitter", "fined"]],
    ["What did he predict?", ["Who is Vadim Subbotin?"], ["Vadim", "Subbotin"]],
    // it names another subject, so the earlier one's name is not taken
    ["What about Facebook?", ["How much was Twitter fined?"], ["fined"]],
    ["А когда?", ["На какую сумму оштрафовали Твиттер?"], ["Твиттер", "оштрафовали"]],
    ["А что сделал Facebook?", ["На какую сумму оштрафовали Твиттер?"], ["оштрафовали"]],
    ["А суд в Москве что постановил про детей и подростков?", ["На какую сумму оштрафовали Твиттер?"], []],
    ["А почему власти замедлили загрузку картинок?", ["На какую сумму оштрафовали компанию Твиттер?"], ["Твиттер"]],
    ["Что он сказал?", ["Кто такой Вадим Субботин?"], ["Вадим", "Субботин"]],
    // it stands alone
    ["How many social media posts did Roskomnadzor block?", ["Who is Vadim Subbotin?"], []],
    ["bastrykin probe suicide posts", ["Who is Vadim Subbotin?"], []],
    ["Роскомнадзор заблокировал сколько источников контента?", ["Кто такой Вадим Субботин?"], []],
    // the nearest earlier question that has any words
    ["why?", ["Who is Vadim Subbotin?", "and?"], ["Vadim", "Subbotin"]],
    ["why?", ["Who is Vadim Subbotin?", "When was Twitter slowed?"], ["Twitter", "slowed"]],
    ["why?", [], []],
    ["why?", ["?", "👍", ""], []],
  ])("“%s” after %j takes %j", (question, earlier, expected) => {
    expect([...used(question, ...earlier)].sort()).toEqual([...expected].sort());
  });

  test("what is asked for carries over when the follow-up does not say", () => {
    const asked = (question: string) =>
      withContext(readQuestion(question), ["How much was Twitter fined?"]).question.asked;
    expect(asked("And Facebook?")).toBe("amount");
    expect(asked("And when?")).toBe("date");
  });

  test("a Russian letter that begins a word is no opening", () => {
    expect(used("Адвокат Навального подал жалобу вчера", "Who is Vadim Subbotin?")).toEqual([]);
    expect(used("Иванов прочитал доклад министра", "Who is Vadim Subbotin?")).toEqual([]);
  });
});
