import { describe, expect, test } from "vitest";
import { doubtsAbout } from "../../src/reading/doubts.ts";
import { articleOf } from "./article-of.ts";

const doubts = (text: string, published: string) => {
  const article = articleOf(text, { published });
  return doubtsAbout(article).map((d) => [article.text.slice(d.expression.start, d.expression.end), d.day, d.why]);
};

describe("doubtsAbout", () => {
  test("a day told as past that lies after publication", () => {
    expect(doubts("A court in Omsk fined the river port on March 10. The port paid.", "2021-03-05")).toEqual([
      ["March 10", "2021-03-10", "told-before"],
    ]);
    expect(doubts("The mayor resigned on 9 April 2021 after the vote.", "2021-04-02")).toEqual([
      ["9 April 2021", "2021-04-09", "told-before"],
    ]);
  });
  test("a day announced that lies before publication", () => {
    expect(doubts("The port will pay the fine on March 10, the mayor said.", "2021-03-17")).toEqual([
      ["March 10", "2021-03-10", "announced-after"],
    ]);
  });
  test("no doubt where text and date agree, nor where nothing can be said", () => {
    expect(doubts("A court in Omsk fined the river port on March 10. It will pay on March 20.", "2021-03-12")).toEqual(
      [],
    );
    expect(doubts("A court in Omsk fined the river port on Wednesday.", "2021-03-12")).toEqual([]);
    expect(doubts("The port said on March 2 it would pay on March 5.", "2021-03-12")).toEqual([]);
    expect(doubtsAbout(articleOf("It was fined on March 10.", { published: null }))).toEqual([]);
  });
});
