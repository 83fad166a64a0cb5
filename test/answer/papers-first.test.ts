import { describe, expect, test } from "vitest";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { readScope } from "../../src/answer/scope.ts";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const corpus = corpusOf(
  articleOf("The ferry sank near Port Amsel on Monday. Nine people drowned when the ferry sank.", {
    id: "a",
    outlet: "Harbour Post",
    published: "2021-03-05",
  }),
  ...[
    "The ferry that sank near Port Amsel was forty years old.",
    "An old captain said that the ferry was never safe.",
    "Nobody had looked at the ferry's engine since May.",
  ].map((text, i) => articleOf(text, { id: `b${i}`, outlet: "The Hill Herald", published: "2021-03-06" })),
  articleOf("A court in Port Amsel fined the shipping company.", {
    id: "c",
    outlet: "Wired",
    published: "2021-04-01",
  }),
);
const library = openLibrary(corpus);
const outlets = (question: string) =>
  ask(library, question).blocks.map((b) => corpus.byId.get(b.article)?.outlet ?? null);
const silent = (question: string) => ask(library, question).notices.find((n) => n.key === "source-silent");
const named = (text: string) => readScope(text, corpus).sources.flatMap((s) => s.outlets);

describe("a paper named in words", () => {
  test.each([
    "What does the Hill Herald say about the ferry?",
    "According to the Hill Herald, what about the ferry?",
    "according to hill herald what happened to the ferry?",
    "What did The Hill Herald report on the ferry?",
    "What has the Hill Herald written about the ferry?",
    "Что пишет The Hill Herald про ferry?",
    "По данным The Hill Herald, что было с ferry?",
  ])("“%s” shows that paper's passages, and no others while it has three", (question) => {
    expect(outlets(question)).toEqual(["The Hill Herald", "The Hill Herald", "The Hill Herald"]);
  });

  test("others follow where it has fewer", () => {
    const shown = outlets("What did the Harbour Post say about the ferry that sank near Port Amsel?");
    expect(shown[0]).toBe("Harbour Post");
    expect(new Set(shown.slice(0, shown.lastIndexOf("Harbour Post") + 1))).toEqual(new Set(["Harbour Post"]));
    expect(shown).toContain("The Hill Herald");
  });

  test("in a near miss as well", () => {
    const question = "How much money did the captain of the ferry want, according to the Hill Herald?";
    expect(ask(library, question).outcome).toBe("near-miss");
    expect(outlets(question)[0]).toBe("The Hill Herald");
  });

  test("two papers are heard in turn", () => {
    expect(new Set(outlets("What do the Harbour Post and the Hill Herald say about the ferry?").slice(0, 2))).toEqual(
      new Set(["Harbour Post", "The Hill Herald"]),
    );
    expect(named("What do Wired and the Hill Herald say?")).toEqual(["Wired", "The Hill Herald"]);
  });

  test("that has nothing on it is said to have nothing, and who has it is shown", () => {
    const question = "According to Wired, how many people drowned when the ferry sank?";
    expect(outlets(question)[0]).toBe("Harbour Post");
    expect(silent(question)).toEqual({ key: "source-silent", papers: ["Wired"] });
    expect(silent("According to Wired, who was fined in Port Amsel?")).toBeUndefined();
  });

  test("is told by its articles, not by its name in a text", () => {
    const blocks = ask(library, "What did Wired say about the shipping company?").blocks;
    expect(blocks.map((b) => b.article)).toEqual(["c"]);
  });

  test("shows its own page of what it reprinted", () => {
    const bundled = openLibrary(loadCorpus("corpus"));
    const [block] = ask(bundled, "What did SOTT.net write about TikTok?").blocks;
    expect(bundled.corpus.byId.get(block?.article ?? "")?.outlet).toBe("SOTT.net");
    expect(block?.alsoIn).toHaveLength(1);
  });

  describe("that tells a figure in its own words", () => {
    const told = corpusOf(
      articleOf("The tannery will cut as many as 640 jobs, two foremen told the Gazette.", {
        id: "a",
        outlet: "Amsel Gazette",
        published: "2022-03-01",
        language: "en",
      }),
      articleOf("The tannery's owner is to close two halls. Some 480 jobs at the tannery are to go by May, he said.", {
        id: "b",
        outlet: "Trade Letter",
        published: "2022-03-02",
        language: "en",
      }),
      articleOf("Мэром Амзеля избрана Вера Лугова. Лугова набрала 57,2 процента голосов, сообщила комиссия.", {
        id: "c",
        outlet: "Амзельский листок",
        published: "2022-04-10",
        language: "ru",
      }),
      articleOf("Vera Lugova won the vote for mayor of Amsel with 61 percent. Her rival Lugov stayed away.", {
        id: "d",
        outlet: "Trade Letter",
        published: "2022-04-11",
        language: "en",
      }),
      articleOf("Kiosks in Amsel sold 90 percent more umbrellas this spring.", {
        id: "e",
        outlet: "Umbrella World",
        published: "2022-04-12",
        language: "en",
      }),
    );
    const asked = (question: string) => ask(openLibrary(told), question);
    const sources = (question: string) => asked(question).blocks.map((b) => b.article);
    const keys = (question: string) => asked(question).notices.map((n) => n.key);

    test.each([
      ["According to the Trade Letter, how many jobs will the tannery cut?", "b"],
      ["По данным Trade Letter, сколько процентов набрала Лугова?", "d"],
    ])("“%s” shows it first and is not told that it has nothing", (question, first) => {
      expect(sources(question)[0]).toBe(first);
      expect(keys(question)).not.toContain("source-silent");
    });

    test("but nothing of it where it is said to have nothing", () => {
      const question =
        "According to Umbrella World, with how many percent of the vote was Lugova elected mayor of Amsel?";
      expect(keys(question)).toContain("source-silent");
      expect(sources(question)).not.toContain("e");
    });
  });
});
