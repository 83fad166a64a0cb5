import { expect, test } from "vitest";
import { afterDateline } from "../../src/language/dateline.ts";

test.each([
  ["PORT AMSEL, June 4 (Northern Wire) - ", "The ferry is back."],
  ["PORT AMSEL, Norland (NW) — ", "The ferry is back."],
  ["PORT AMSEL — ", "The ferry is back."],
  ["ST. AMSEL (NW) ", "The ferry is back."],
  ["(Northern Wire) -- ", "The ferry is back."],
  ["PORT AMSEL, 4 June 2021. /NW/. ", "The ferry is back."],
  ["АМЗЕЛЬ, 4 июня. /СВ/. ", "Паром вернулся."],
  ["АМЗЕЛЬ, 4 июн — ", "Паром вернулся."],
])("the words after “%s” are the report's own", (line, words) => {
  expect(afterDateline(line + words)).toBe(line.length);
});

test.each([
  "The ferry is back.",
  "Amsel, a port in the north, has its ferry back.",
  "In 2021 (and before) the ferry was late - often.",
  "(Northern Wire)",
  "PORT AMSEL, June 4 (Northern Wire) - ",
  "",
])("“%s” has no dateline before its words", (sentence) => {
  expect(afterDateline(sentence)).toBe(0);
});
