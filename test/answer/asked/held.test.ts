import { describe, expect, test } from "vitest";
import { holderOf, holds } from "../../../src/answer/asked/held.ts";
import type { Asked } from "../../../src/answer/asked.ts";
import { readQuestion } from "../../../src/answer/question.ts";
import { terms } from "../../../src/language/words.ts";
import { articleOf } from "../../support/articles.ts";

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
    ["date", "a town founded in 1877", true],
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

describe("holderOf", () => {
  const held = (question: string, text: string) => {
    const read = readQuestion(question);
    const own = new Set(read.terms.map((t) => t.term));
    const hold = holderOf(read, [], (word) => terms(word).every((t) => own.has(t.term)), null);
    return hold(articleOf(text), { start: 0, end: text.length });
  };

  test.each<[string, string, number]>([
    ["How many people were hurt?", "The storm hurt 12 people.", 1],
    ["How many people were hurt?", "The storm came at 6 and hurt many.", 0.5],
    ["How many people were hurt?", "The storm hurt many.", 0],
    ["How long did the storm last?", "It raged for three days.", 1],
    ["How long did the storm last?", "It hurt 12 people.", 0.5],
    ["What percentage of homes was hit?", "Half of all homes were hit.", 1],
    ["What percentage of homes was hit?", "It hit 1,200 homes.", 0.5],
    ["In which year was the tower built?", "It was built in 1877.", 1],
    ["In which year was the tower built?", "It was built in March.", 0.5],
    ["How much rain fell?", "More than 180 millimetres fell in a day.", 1],
    ["How much rain fell?", "It rained on 3 villages.", 0.5],
    ["How much rain fell?", "It rained a lot.", 0],
    ["Which country sent help?", "Ships came from Norway.", 1],
    ["Which country sent help?", "Ships came from Bergen.", 0.5],
    ["Where did they meet?", "They met in Harrow.", 1],
    ["Where did they meet?", "They met in neighbouring Harrow.", 0.5],
    ["Where did they meet?", "They met at the old town hall.", 0.5],
    ["Where did they meet?", "They met on Monday in May.", 0],
    ["Who sent help?", "Help came from mayor Anna Berg.", 1],
    ["Who sent help?", "Help came from Norway.", 0.5],
    ["Who sent help?", "Help came from far away.", 0],
    ["Why did it sink?", "It sank because of a leak.", 1],
    ["Why did it sink?", "It sank. The hull was full of holes.", 0.5],
    ["Did it sink?", "It sank.", 0],
  ])("%s – %s: %s", (question, text, level) => {
    expect(held(question, text)).toBe(level);
  });
});
