import { describe, expect, test } from "vitest";
import { readQuotations } from "../../../src/reading/quotations.ts";
import { articleOf } from "../../support/articles.ts";

/** The speaker of the last quotation of a text. */
const lastSpeaker = (text: string) => readQuotations(articleOf(text), null).at(-1)?.speaker;

describe("whom “he” means", () => {
  test.each<[string, string, string]>([
    [
      "whoever spoke last, not whom the report is about",
      "Tom Reed is popular. Reed wants the bridge. Reed leads by far. Another member, Paul Stone of Hillford, warned that “the bridge is far too dear for us.” He said Reed “has never counted the money.”",
      "Paul Stone",
    ],
    [
      "the leader of something, named behind it",
      "Tom Reed came. The leader of the Harbour Union, Paul Stone, warned that “the bridge is far too dear for us.”\n\n“Nobody has counted the money,” he said.",
      "Paul Stone",
    ],
    [
      "somebody with a party and a state in brackets",
      "Tom Reed sold the boat. In a statement released Thursday, Rep. Paul Stone (D-N.Y.) reacted to the news, saying: “The sale was wrong.”\n\n“We will ask why,” he added.",
      "Paul Stone",
    ],
    [
      "somebody with an office behind a place",
      "Mary Cole spoke. Representative Anna Berg of Hillford, the party's chairwoman, also warned of the costs.\n\n“We will be reaching out to everybody,” she said.",
      "Anna Berg",
    ],
  ])("%s", (_, text, name) => {
    expect(lastSpeaker(text)?.name).toBe(name);
  });
});

describe("left open", () => {
  test.each<[string, string]>([
    [
      "a person of whom nothing is known",
      "Tom Reed came to the square. “Nobody has counted the money,” the woman said.",
    ],
    ["a narrator", "Tom Reed paid for the film. “Nobody has counted the money,” the narrator says."],
    [
      "a body of another kind",
      "The River Post asked for a word. “Nobody has counted the money,” the commission wrote.",
    ],
    ["somebody's campaign", "The River Post asked. “Nobody has counted the money,” the Reed campaign said in reply."],
  ])("%s", (_, text) => {
    expect(lastSpeaker(text)?.name).toBeNull();
  });

  test("a paper is a document, whoever is near", () => {
    const speaker = lastSpeaker("The River Post got the letter. “Nobody has counted the money,” the letter said.");
    expect(speaker).toMatchObject({ name: null, as: "the letter", how: "document" });
  });
});

describe("who else might speak", () => {
  test("a state's code is a place", () => {
    const text = "In Berea, OH, after the vote, Gov. Paul Stone (R-OH), said: “We will go all the way to the coast.”";
    expect(lastSpeaker(text)?.name).toBe("Paul Stone");
  });
  test("the words after a dateline open a sentence", () => {
    const text =
      "HILLFORD — In response to the plan, Anna Berg rallied supporters, saying: “We have to stop this now.”";
    expect(lastSpeaker(text)?.name).toBe("Anna Berg");
  });
  test("a paragraph that goes on has the speaker whom its last part names", () => {
    const text =
      "Tom Reed came. “We need steady hands,” Anna Berg told the union. “Nobody else can say so.\n\n“Our town is not for sale!” she said.";
    expect(lastSpeaker(text)).toMatchObject({ name: "Anna Berg", as: "she" });
  });
});
