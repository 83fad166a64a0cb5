import { describe, expect, test } from "vitest";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const library = openLibrary(
  corpusOf(
    articleOf("The central bank raised its rate to 4 percent on Thursday.", { id: "old", published: "2022-03-03" }),
    articleOf("The central bank raised its rate to 6 percent on Thursday.", { id: "new", published: "2022-09-01" }),
    articleOf("The central bank raised its rate to 5 percent on Thursday.", { id: "mid", published: "2022-06-02" }),
    articleOf("A farmer in the hills raised sheep for forty years, and the bank lent him money.", {
      id: "other",
      published: "2022-11-11",
    }),
    articleOf("The latest of the storms broke two bridges.", { id: "storm", published: "2022-01-01" }),
  ),
);
const articles = (question: string) => ask(library, question).blocks.map((b) => b.article);
const notice = (question: string) => ask(library, question).notices.find((n) => n.key === "counted-from");

describe("the latest", () => {
  test("is the newest article of those that say as much", () => {
    expect(articles("What is the latest rate of the central bank?")[0]).toBe("new");
    expect(articles("How much did the central bank most recently raise its rate?")[0]).toBe("new");
    expect(articles("Какие последние новости о central bank rate?")[0]).toBe("new");
  });

  test("is not looked for as a word", () => {
    expect(articles("What is the latest on the central bank?")).not.toContain("storm");
  });

  test("can be asked for by itself", () => {
    expect(articles("What is the latest?")).toEqual(["other", "new", "mid"]);
  });
});

describe("a time counted from the day of asking", () => {
  test.each([
    ["What did the central bank do this week?", ["this week"]],
    ["What did the central bank say yesterday?", ["yesterday"]],
    ["How high is the rate of the central bank now?", ["now"]],
    ["What did the central bank do last month?", ["last month"]],
    ["Что central bank сделал на этой неделе?", ["на этой неделе"]],
    ["Что central bank сделал в прошлом месяце?", ["в прошлом месяце"]],
  ])("“%s” is answered with the last day of the coverage", (question, words) => {
    expect(notice(question)).toEqual({ key: "counted-from", words, newest: "2022-11-11" });
    expect(ask(library, question).outcome).not.toBe("silence");
  });

  test("is none in a name, nor where a date is given", () => {
    expect(notice("What did USA Today say about the central bank?")).toBeUndefined();
    expect(notice("What did the central bank do in the week of 3 March 2022?")).toBeUndefined();
    expect(notice("What is the latest rate?")).toBeUndefined();
  });
});
