import { describe, expect, test } from "vitest";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import type { Article } from "../../src/coverage/article.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const early = articleOf("Nine people drowned when the ferry Amalia sank off Port Amsel, police said.", {
  id: "early",
  published: "2021-05-02",
});
const late = articleOf("The coast guard said that 14 people drowned when the ferry Amalia sank off Port Amsel.", {
  id: "late",
  published: "2021-05-09",
});
const weak = articleOf("A ferry with 60 people on board sank near the Norwegian coast.", {
  id: "weak",
  published: "1999-01-01",
});
const shown = (question: string, ...articles: Article[]) =>
  ask(openLibrary(corpusOf(...articles)), question).blocks.map((b) => b.article);

describe("articles that give different figures", () => {
  const question = "How many people drowned when the ferry Amalia sank off Port Amsel?";

  test("are shown in the order of their dates, each once before more of one", () => {
    expect(shown(question, late, early, weak).slice(0, 2)).toEqual(["early", "late"]);
    const before = { ...late, published: "2021-05-01" };
    expect(shown(question, before, early, weak).slice(0, 2)).toEqual(["late", "early"]);
    const { blocks } = ask(openLibrary(corpusOf(late, early, weak)), question);
    expect(blocks.map((b) => b.score)).toEqual(blocks.map((b) => b.score).sort((a, b) => b - a));
  });

  test("but not where one of them only comes near", () => {
    expect(shown(question, late, weak)).toEqual(["late", "weak"]);
    expect(
      shown(
        question,
        late,
        articleOf("Nine people drowned when a ferry sank.", { id: "vague", published: "2021-05-01" }),
      )[0],
    ).toBe("late");
  });

  test("nor where they agree, nor where none is a figure that was asked for", () => {
    const same = articleOf("When the ferry Amalia sank off Port Amsel 14 people drowned.", {
      id: "same",
      published: "2020-01-01",
    });
    const best = shown(question, late, same)[0];
    expect(shown(question, late, { ...same, published: "2022-01-01" })[0]).toBe(best);
    expect(shown("Who drowned when the ferry Amalia sank off Port Amsel?", late, early)[0]).toBe(
      shown("Who drowned when the ferry Amalia sank off Port Amsel?", { ...late, published: "2020-01-01" }, early)[0],
    );
  });

  test("nor where the latest is asked for", () => {
    expect(shown("How many people drowned when the ferry Amalia sank, at the latest count?", early, late)[0]).toBe(
      "late",
    );
  });

  test("dates differ by the day they mean, not by their words", () => {
    const told = (id: string, text: string, published: string) => articleOf(text, { id, published });
    const friday = told("friday", "The ferry Amalia sank off Port Amsel on Friday.", "2021-05-02");
    const thirtieth = told("thirtieth", "The ferry Amalia sank off Port Amsel on April 30, 2021.", "2021-01-01");
    const saturday = told("saturday", "The ferry Amalia sank off Port Amsel on Saturday.", "2021-05-02");
    const when = "When did the ferry Amalia sink off Port Amsel?";
    const first = shown(when, friday, thirtieth)[0];
    expect(shown(when, friday, { ...thirtieth, published: "2022-01-01" })[0]).toBe(first);
    expect(shown(when, { ...saturday, published: "2021-05-09" }, friday)).toEqual(["friday", "saturday"]);
    expect(shown(when, saturday, { ...friday, published: "2021-05-09" })).toEqual(["saturday", "friday"]);
  });
});
