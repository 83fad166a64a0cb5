import { expect, test } from "vitest";
import { isSaidBy } from "../../../src/answer/asked/said.ts";
import { articleOf } from "../../support/articles.ts";

const text =
  "Mayor Anna Berg opened the new bridge on Monday.\n\n" +
  "“This bridge will change how the town lives and works,” she said.\n\n" +
  "“It has cost far too much money for what it is,” said Ola Vik, who leads the fishermen.\n\n" +
  "Berg announced a second bridge. It will be longer.";
const article = articleOf(text);
const said = (words: string, speaker: string) => {
  const start = text.indexOf(words);
  return isSaidBy(article, { start, end: start + words.length }, { terms: new Set([speaker]), isName: true });
};

test("a quotation is its speaker's, by name or pronoun, and nobody else's", () => {
  expect(said("“This bridge will change how the town lives and works,” she said.", "berg")).toBe(1);
  expect(said("“It has cost far too much money for what it is,” said Ola Vik", "vik")).toBe(1);
  expect(said("“It has cost far too much money for what it is,” said Ola Vik", "berg")).toBe(0);
});

test("reported speech is told by a verb of saying beside the name", () => {
  expect(said("Berg announced a second bridge.", "berg")).toBe(1);
  expect(said("It will be longer.", "berg")).toBe(0);
});

test("who is accused, or stands beside a noun like “calls”, has not spoken", () => {
  const other = articleOf(
    "The council accused Berg of waste. Berg faces protest calls. “Nonsense,” said Berg. Full of waste. Berg was said to be gone.",
  );
  const read = (words: string) => {
    const start = other.text.indexOf(words);
    return isSaidBy(other, { start, end: start + words.length }, { terms: new Set(["berg"]), isName: true });
  };
  expect(read("The council accused Berg of waste.")).toBeLessThan(1);
  expect(read("Berg faces protest calls.")).toBe(0);
  expect(read("“Nonsense,” said Berg.")).toBe(1);
  expect(read("of waste. Berg was said to be gone.")).toBe(0);
});

test("who is asked for by a role may be quoted by name", () => {
  const words = "“It has cost far too much money for what it is,” said Ola Vik";
  const start = text.indexOf(words);
  const chairman = { terms: new Set(["chairman"]), isName: false };
  expect(isSaidBy(article, { start, end: start + words.length }, chairman)).toBe(0.5);
});
