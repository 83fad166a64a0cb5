import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { preferencesIn } from "../../src/telegram/preferences.ts";
import { temporaryFolder } from "../support/folders.ts";

const noProblem = (problem: string) => {
  throw new Error(problem);
};

test("nothing is written until somebody chooses; a choice survives a restart and goes without a trace", () => {
  const dir = join(temporaryFolder(), "state");
  const file = join(dir, "languages.json");
  const first = preferencesIn(file, noProblem);
  first.choose(7, null);
  expect(existsSync(dir)).toBe(false);
  first.choose(7, "ru");
  first.choose(8, "en");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const second = preferencesIn(file, noProblem);
  expect([second.languageOf(7), second.languageOf(8), second.languageOf(9)]).toEqual(["ru", "en", null]);
  second.choose(7, null);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ version: 1, languages: { "8": "en" } });
  expect(readdirSync(dir)).toEqual(["languages.json"]);
});

test("two programs keep each other's choices", () => {
  const file = join(temporaryFolder(), "languages.json");
  const [one, other] = [preferencesIn(file, noProblem), preferencesIn(file, noProblem)];
  one.choose(1, "ru");
  other.choose(2, "ru");
  expect(preferencesIn(file, noProblem).languageOf(1)).toBe("ru");
  expect(other.languageOf(1)).toBe("ru");
});

test.each([
  "",
  "{",
  "null",
  '{"version":2}',
  '{"version":1,"languages":{"1":"de"}}',
  '{"version":1,"languages":{"x":"en"}}',
])("a file that holds %j is set aside, not lost", (content) => {
  const file = join(temporaryFolder(), "languages.json");
  writeFileSync(file, content);
  const problems: string[] = [];
  const preferences = preferencesIn(file, (p) => problems.push(p));
  expect(preferences.languageOf(1)).toBeNull();
  expect(problems).toHaveLength(1);
  expect(readFileSync(`${file}.broken`, "utf8")).toBe(content);
  preferences.choose(1, "ru");
  expect(preferencesIn(file, noProblem).languageOf(1)).toBe("ru");
});

test("what cannot be written holds all the same, and is reported", () => {
  const file = join(temporaryFolder(), "languages.json");
  mkdirSync(file);
  const preferences = preferencesIn(file, () => {});
  expect(() => preferences.choose(1, "ru")).toThrow();
  expect(preferences.languageOf(1)).toBe("ru");
});
