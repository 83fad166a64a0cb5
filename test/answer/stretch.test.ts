import { expect, test } from "vitest";
import { stretchesOf } from "../../src/answer/stretch.ts";
import type { Paragraph } from "../../src/coverage/article.ts";

test("neighbouring body paragraphs are one stretch, a caption between them parts them, headlines stand alone", () => {
  const paragraphs: Paragraph[] = [
    { start: 0, end: 10, zone: "headline" },
    { start: 11, end: 20, zone: "headline" },
    { start: 22, end: 30, zone: "body" },
    { start: 32, end: 40, zone: "body" },
    { start: 42, end: 50, zone: "caption" },
    { start: 52, end: 60, zone: "body" },
  ];
  expect(stretchesOf(paragraphs)).toEqual([
    { start: 0, end: 10, zone: "headline" },
    { start: 11, end: 20, zone: "headline" },
    { start: 22, end: 40, zone: "body" },
    { start: 42, end: 50, zone: "caption" },
    { start: 52, end: 60, zone: "body" },
  ]);
  expect(stretchesOf([])).toEqual([]);
});
