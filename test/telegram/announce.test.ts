import { expect, test } from "vitest";
import { announce } from "../../src/telegram/announce.ts";
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
      "ask",
      "quote",
      "timeline",
      "check",
      "about",
      "help",
      "privacy",
    ]);
    expect(api.commands().map((c) => c.description)).toContain(t.commands.ask);
    expect(api.description()).toBe(t.description);
  },
);

test("every command that is announced is understood", async () => {
  const { api, bot, say } = await playBot(bundledLibrary());
  await announce(bot);
  for (const { command } of api.commands()) {
    const events = await say(`/${command}`);
    const texts = events.map((e) => ("message" in e ? e.message.text : e.event));
    expect(texts).toHaveLength(1);
    expect(texts).not.toContain(catalogue.en.unknownCommand);
  }
});
