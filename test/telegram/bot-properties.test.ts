import fc from "fast-check";
import { expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.ts";
import { isFault } from "../../src/cli/chat/events.ts";
import { isBlank } from "../../src/cli/chat/text-rules.ts";
import { messagesOf, pageButton, quotedIn, startBot } from "../support/bot.ts";
import { corpusAndQuestion } from "../support/questions.ts";

const typed = (question: string) => [
  question,
  "/quote",
  `/quote ${question}`,
  "/timeline",
  `/timeline ${question}`,
  `/check ${question}`,
  `“${question} ${question} ${question}”`,
  "/about",
];

test("for any coverage and question: everything quoted is an article's, and Telegram refuses nothing, on any page, in both languages", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(corpusAndQuestion, fc.constantFrom("en", "ru"), async ({ corpus, question }, language) => {
      const bot = await startBot(openLibrary(corpus), { language });
      try {
        for (const text of typed(question).map((t) => t.slice(0, 4_000).toWellFormed())) {
          if (isBlank(text)) continue;
          let [page] = messagesOf(await bot.say(text));
          expect([text, page !== undefined]).toEqual([text, true]);
          for (let i = 0; i < 6; i++) {
            const more = pageButton(page, "›");
            if (!more || !page) break;
            [page] = messagesOf(await bot.press(more, page.message_id));
          }
        }
        expect(bot.events.filter(isFault)).toEqual([]);
        expect(bot.log).toEqual([]);
        const texts = corpus.live.map((a) => a.text);
        for (const event of bot.events) {
          if (event.event !== "message" && event.event !== "edit") continue;
          for (const words of quotedIn(event.call))
            expect([words, texts.some((t) => t.includes(words))]).toEqual([words, true]);
        }
      } finally {
        await bot.stop();
      }
    }),
    { numRuns: 25 },
  );
});
