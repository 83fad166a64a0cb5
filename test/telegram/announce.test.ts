import { expect, test } from "vitest";
import { announce, commandsIn } from "../../src/telegram/announce.ts";
import { catalogue } from "../../src/telegram/texts.ts";
import { playBot } from "../support/bot.ts";
import { bundledLibrary } from "../support/libraries.ts";

test.each(["en", "ru", "de"] as const)(
  "a person whose Telegram speaks %s finds commands and a description",
  async (language) => {
    const { api, bot, events } = await playBot(bundledLibrary(), { language });
    await announce(bot);
    await api.idle();
    const t = catalogue[language === "ru" ? "ru" : "en"];
    expect(events).toEqual([]);
    expect(api.commands().map((c) => c.command)).toEqual([
      "quote",
      "timeline",
      "check",
      "why",
      "about",
      "language",
      "help",
      "privacy",
    ]);
    expect(api.commands().map((c) => c.description)).toContain(t.commands.quote);
    expect(api.description()).toBe(t.description);
  },
);

test("every command that is announced is understood", async () => {
  const { api, bot, say } = await playBot(bundledLibrary());
  await announce(bot);
  const everywhere = commandsIn("en").flatMap(({ commands }) => commands);
  expect(commandsIn("en").map(({ scope }) => scope.type)).toEqual(["default", "all_private_chats", "all_group_chats"]);
  expect(everywhere).toEqual(expect.arrayContaining([...api.commands()]));
  for (const command of new Set(everywhere.map((c) => c.command))) {
    const events = await say(`/${command}`);
    const texts = events.map((e) => ("message" in e ? e.message.text : e.event));
    expect(texts).toHaveLength(1);
    expect(texts).not.toContain(catalogue.en.unknownCommand);
  }
});
