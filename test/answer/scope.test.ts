import { describe, expect, it } from "vitest";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { readScope } from "../../src/answer/scope.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const corpus = corpusOf(
  articleOf("The minister resigned on Friday over the flood. Nobody was surprised.", {
    id: "a",
    outlet: "The Daily Star - World",
    published: "2021-03-05",
  }),
  articleOf("The minister resigned after the flood, and the party was split.", {
    id: "b",
    outlet: "RT",
    published: "2021-06-30",
  }),
  articleOf("The minister called the flood a token gesture.", {
    id: "c",
    outlet: "Fortune",
    published: "2020-01-02",
  }),
);
const library = openLibrary(corpus);
const articles = (question: string) => ask(library, question).blocks.map((b) => b.article);
const sources = (text: string) => readScope(text, corpus).sources.map((s) => [s.name, s.outlets]);

describe("the papers that a question names", () => {
  it("are found by their name, or the part before a section, where they are meant as papers", () => {
    expect(sources("What does the Daily Star article say?")).toEqual([["Daily Star", ["The Daily Star - World"]]]);
    expect(sources("according to RT, who resigned?")).toEqual([["RT", ["RT"]]]);
    expect(sources("Who resigned, as reported by Fortune?")).toEqual([["Fortune", ["Fortune"]]]);
    expect(sources("Что произошло, по данным RT?")).toEqual([["RT", ["RT"]]]);
    expect(sources("Did Fortune smile on the minister?")).toEqual([]);
    expect(sources("did rt grow?")).toEqual([]);
  });

  it("may be papers that the coverage does not have", () => {
    expect(sources("What did a Bloomberg article say of the flood?")).toEqual([["Bloomberg", []]]);
    expect(sources("What did the report by the Kyiv Post say?")).toEqual([["Kyiv Post", []]]);
    expect(sources("Who resigned according to Smith?")).toEqual([]);
  });

  it("come first among what says the same", () => {
    expect(articles("Why did the minister resign, according to RT?")[0]).toBe("b");
    expect(articles("Why did the minister resign, according to the Daily Star?")[0]).toBe("a");
  });
});

describe("operators", () => {
  it.each([
    ["minister in:BBC", "BBC"],
    ['minister in:"The Hill Herald"', "The Hill Herald"],
  ])("“%s”: of an outlet that the coverage does not have nothing is shown, and that is told", (question, outlet) => {
    const { outcome, blocks, notices } = ask(library, question);
    expect([outcome, blocks]).toEqual(["silence", []]);
    expect(notices).toEqual([{ key: "outlet-unknown", outlets: [outlet] }]);
  });

  it("keep everything else out", () => {
    expect(articles("minister resigned flood in:RT")).toEqual(["b"]);
    expect(articles("minister flood before:2021")).toEqual(["c"]);
    expect(articles("minister flood after:2021-03-05")).toEqual(["b"]);
    expect(articles("minister flood since:2021-03-05 until:2021-03-31")).toEqual(["a"]);
    expect(articles("министр minister flood до:2021")).toEqual(["c"]);
    expect(articles('minister flood in:"Daily Star"')).toEqual(["a"]);
  });

  it("that make no sense are told apart from words with a colon", () => {
    expect(readScope("flood in:Nowhere before:99", corpus).notUnderstood).toEqual(["before:99"]);
    expect(readScope("on: who resigned?", corpus).text).toContain("who");
  });
});

describe("dates and phrases", () => {
  it("a time in words is preferred, not demanded", () => {
    expect(articles("Why did the minister resign in June 2021?")[0]).toBe("b");
    expect(articles("Why did the minister resign in March 2021?")[0]).toBe("a");
  });

  it("words in quotation marks are found as they stand", () => {
    expect(articles('What was "a token gesture"?')[0]).toBe("c");
    expect(readScope("«Смешной жест» и “b c”, 'd'", corpus).phrases).toEqual(["смешной жест", "b c"]);
  });
});
