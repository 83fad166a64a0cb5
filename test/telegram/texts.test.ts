import { describe, expect, test } from "vitest";
import {
  callbackAnswerCharacters,
  commandDescriptionCharacters,
  descriptionCharacters,
  messageCharacters,
  shortDescriptionCharacters,
} from "../../src/telegram/limits.ts";
import { catalogue, dayIn, languageFor, monthIn } from "../../src/telegram/texts.ts";

/** Every text of a catalogue by its key; functions are called with words and numbers as the bot would. */
function* texts(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (typeof value === "function") {
    yield [`${path}(X)`, value("X", "Y", "Z")];
    yield [`${path}(1)`, value(1, "2021", "2022")];
    if (/\.(?:about|stamp)$/.test(path)) yield [`${path}(5)`, value(5, null, null)];
    if (/\.start$/.test(path)) yield [`${path}()`, value("")];
  } else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${path}.${key}`);
}

describe.each(Object.entries(catalogue))("the texts in %s", (language, t) => {
  const all = [...texts(t, language)];

  test("none is empty, unfinished or too long for a message", () => {
    expect(all.length).toBeGreaterThan(50);
    for (const [key, text] of all) {
      expect([key, text.trim() === text && text !== ""]).toEqual([key, true]);
      expect([key, /undefined|null|NaN|\[object/.test(text)]).toEqual([key, false]);
      expect(text.length).toBeLessThan(messageCharacters);
    }
  });

  test("what Telegram limits is within its limits", () => {
    for (const [command, description] of Object.entries(t.commands)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(commandDescriptionCharacters);
    }
    expect(t.description.length).toBeLessThanOrEqual(descriptionCharacters);
    expect(t.shortDescription.length).toBeLessThanOrEqual(shortDescriptionCharacters);
    for (const text of [t.stale, t.failed]) expect(text.length).toBeLessThanOrEqual(callbackAnswerCharacters);
  });

  test("help names every command that is listed, but itself and /ask, which needs none", () => {
    for (const command of Object.keys(t.commands))
      if (command !== "help" && command !== "ask") expect(t.help).toContain(`/${command}`);
  });
});

test("Russian is in Cyrillic, English is not", () => {
  for (const [key, text] of [...texts(catalogue.en, "en")].filter(([k]) => !k.endsWith(".language.names.ru")))
    expect([key, /\p{Script=Cyrillic}/u.test(text)]).toEqual([key, false]);
  const words = [...texts(catalogue.ru, "ru")].filter(
    ([key]) => !/marks|exampleQuestions|formats|names|example$/.test(key),
  );
  for (const [key, text] of words.filter(([, text]) => /\p{L}{4}/u.test(text)))
    expect([key, /\p{Script=Cyrillic}/u.test(text)]).toEqual([key, true]);
});

test.each([
  ["ru", "ru"],
  ["ru-RU", "ru"],
  ["be", "ru"],
  ["RU", "ru"],
  ["en", "en"],
  ["de", "en"],
  ["rub", "en"],
  ["", "en"],
  [undefined, "en"],
])("a person whose Telegram speaks %s is spoken to in %s", (code, expected) => {
  expect(languageFor(code)).toBe(expected);
});

test("days are those of the calendar, whatever the machine's time zone", () => {
  const before = process.env["TZ"];
  try {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"]) {
      process.env["TZ"] = zone;
      expect([dayIn("en", "2021-03-04"), dayIn("ru", "2021-03-04"), monthIn("en", "2021-03-01")]).toEqual([
        "4 Mar 2021",
        "4 марта 2021 г.",
        "March 2021",
      ]);
    }
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});
