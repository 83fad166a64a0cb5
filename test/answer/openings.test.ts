import { describe, expect, test } from "vitest";
import { ask } from "../../src/answer/ask.ts";
import { articleOf } from "../support/articles.ts";
import { libraryOf, wordsOf } from "../support/libraries.ts";

const bridge =
  "The bridge of Amsel was closed on Tuesday. Nobody was hurt. A bus had lost a wheel on it two weeks ago.";
const library = libraryOf(
  articleOf(bridge, { id: "bridge", outlet: "Gazette", published: "2020-05-05", language: "en", family: "bridge" }),
  articleOf(bridge, { id: "again", outlet: "Crier", published: "2020-05-05", language: "en", family: "bridge" }),
  articleOf("Storks came back to Amsel.\n\nChildren counted 8 nests, the school said.", {
    id: "storks",
    outlet: "Crier",
    published: "2020-05-02",
    language: "en",
  }),
  articleOf("Маяк Амзеля снова горит. За неделю его починили двое.", {
    id: "light",
    outlet: "Листок",
    published: "2020-06-11",
    language: "ru",
  }),
  articleOf("The well of Lund was dug in 1931 by 12 men in a week.", { id: "well", published: "2019-02-03" }),
  articleOf("A week is a long time, the baker of Amsel said.", { id: "undated", outlet: "Crier" }),
);
const asked = (question: string) => ask(library, question);
const articles = (question: string) => asked(question).blocks.map((b) => b.article);

describe("a question that names a time and nothing else", () => {
  test.each([
    ["What happened on 5 May 2020?", ["bridge"]],
    ["5 May 2020", ["bridge"]],
    ["What was the news of May 5, 2020?", ["bridge"]],
    ["What events took place in May 2020?", ["storks", "bridge"]],
    ["What happened in 2020?", ["storks", "bridge", "light"]],
    ["Что было 2 мая 2020?", ["storks"]],
    ["Что произошло в июне 2020 года?", ["light"]],
    ["What did the Crier report in May 2020?", ["storks", "again"]],
    ["in:Gazette What happened in May 2020?", ["bridge"]],
  ])("“%s” is answered with how that time's articles begin, in the order of their dates", (question, ids) => {
    expect(asked(question).outcome).toBe("answer");
    expect(articles(question)).toEqual(ids);
  });

  test("shows the first sentences of the text, as they stand, with who else printed them", () => {
    const [block] = asked("What happened on 5 May 2020?").blocks;
    expect(wordsOf(library, block)).toBe(bridge);
    expect(block).toMatchObject({ alsoIn: ["again"], matches: [] });
  });

  test("takes what was printed soon after where nothing was on the day", () => {
    expect(articles("What happened on 4 May 2020?")).toEqual(["bridge"]);
    expect(asked("What happened on 4 May 2020?").outcome).toBe("answer");
    expect(articles("What happened in April 2020?")).toEqual(["storks", "bridge"]);
    expect(asked("What happened in April 2020?").outcome).toBe("near-miss");
  });

  test("looks for the words where there is nothing of that time, and misses no month", () => {
    expect(articles("What happened in 1931?")).toEqual(["well"]);
    const { outcome, notices } = asked("What happened on 7 March 1950?");
    expect([outcome, notices]).toEqual(["silence", []]);
  });

  test("is no question for a figure, nor for anything else", () => {
    expect(articles("What happened to the well of Lund in May 2020?")[0]).toBe("well");
    expect(articles("How many were there in 1931?")).toEqual(["well"]);
  });
});

describe("a question that counts from the day of asking and names nothing else", () => {
  test.each([
    ["What happened this week?", "answer", "this week"],
    ["What's the news today?", "answer", "today"],
    ["Что нового на этой неделе?", "answer", "на этой неделе"],
    ["What happened last week?", "near-miss", "last week"],
  ])("“%s” is answered with the newest articles, not with the word", (question, outcome, words) => {
    expect(asked(question).outcome).toBe(outcome);
    expect(articles(question)).toEqual(["light", "bridge", "storks"]);
    expect(asked(question).notices).toContainEqual({ key: "counted-from", words: [words], newest: "2020-06-11" });
  });

  test("“the latest” by itself as well", () => {
    expect(articles("What is the latest news?")).toEqual(["light", "bridge", "storks"]);
  });
});
