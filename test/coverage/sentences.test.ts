import { expect, test } from "vitest";
import { sentencesIn } from "../../src/coverage/sentences.ts";
import { articleOf } from "../support/articles.ts";

const text = "A subheading without a stop\n\nThe mayor spoke. Nobody listened.\n\nThe end.";
const article = articleOf(text);
const read = (start: number, end: number) =>
  sentencesIn(article, { start, end }).map((s) => text.slice(s.start, s.end));

test("a sentence ends with its paragraph, stop or no stop", () => {
  expect(read(0, text.length)).toEqual([
    "A subheading without a stop",
    "The mayor spoke.",
    "Nobody listened.",
    "The end.",
  ]);
});

test("sentences are cut at the ends of the stretch that is asked for", () => {
  expect(read(text.indexOf("Nobody"), text.indexOf(" end"))).toEqual(["Nobody listened.", "The"]);
  expect(read(5, 5)).toEqual([]);
});
