import { type BotError, type Context, GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { describe as describeError, onError } from "../../src/telegram/errors.ts";
import { catalogue } from "../../src/telegram/texts.ts";

const refused = (code: number, description: string) =>
  new GrammyError("refused", { ok: false, error_code: code, description }, "sendMessage", {
    text: "the person's words",
  });

/** What the error handler said and logged. `answers` fails where the apology cannot be delivered. */
async function handle(
  error: unknown,
  update: "message" | "button" | "inline" | "guest" | "group" | "asked in a group",
  answers = async (): Promise<void> => {},
) {
  const said: string[] = [];
  const lines: string[] = [];
  const log = createLog("debug", [], (line) => lines.push(line));
  const answer = async (text: string) => {
    said.push(text);
    await answers();
  };
  const chat = { type: update.includes("group") ? "supergroup" : "private" };
  const spoken = { message: "the person's words", group: "the person's words", "asked in a group": "/ask words" }[
    update as string
  ];
  const ctx = {
    from: { language_code: "en" },
    chat,
    me: { id: 1, username: "onrecord_bot" },
    ...(update === "button" ? { callbackQuery: {} } : {}),
    ...(update === "inline" ? { inlineQuery: {} } : {}),
    ...(update === "guest" ? { guestMessage: { text: "the person's words" } } : {}),
    ...(spoken ? { message: { text: spoken, chat } } : {}),
    reply: (text: string) => answer(text),
    answerCallbackQuery: ({ text }: { text: string }) => answer(`button: ${text}`),
    answerInlineQuery: (_: unknown, { button }: { button: { text: string } }) => answer(`inline: ${button.text}`),
    answerGuestQuery: ({ input_message_content }: { input_message_content: { message_text: string } }) =>
      answer(`guest: ${input_message_content.message_text}`),
  };
  await onError(log)({ error, ctx } as unknown as BotError<Context>);
  return { said, log: lines.map((line) => JSON.parse(line)) };
}

describe("onError", () => {
  test("a bug: a fixed sentence for the person, the place for the log, nobody's words", async () => {
    const { said, log } = await handle(new SyntaxError(`Unexpected token "the person's words"`), "message");
    expect(said).toEqual([catalogue.en.failed]);
    expect(log).toMatchObject(
      [{ level: 50, error: "SyntaxError", at: [expect.stringContaining("errors.test.ts")] }].map((l) => ({
        ...l,
        at: expect.arrayContaining(l.at),
      })),
    );
    expect(JSON.stringify(log)).not.toContain("person's words");
  });

  test("a button is always answered: after a bug, a refusal, a lost connection", async () => {
    for (const error of [
      new Error("x"),
      refused(400, "Bad Request: message to edit not found"),
      refused(403, "Forbidden"),
      new HttpError("x", new Error("reset")),
    ])
      expect((await handle(error, "button")).said).toEqual([`button: ${catalogue.en.failed}`]);
  });

  test("a person who blocked the bot is not written to, and is no incident", async () => {
    const { said, log } = await handle(refused(403, "Forbidden: bot was blocked by the user"), "message");
    expect(said).toEqual([]);
    expect(log.map((l) => l.level)).toEqual([20]);
  });

  test("after a lost connection no second message follows the first, which may have arrived", async () => {
    const { said, log } = await handle(
      new HttpError("x", Object.assign(new Error("socket hang up at …/bot1:secret/"), { code: "ECONNRESET" })),
      "message",
    );
    expect(said).toEqual([]);
    expect(log).toMatchObject([{ level: 50, network: "ECONNRESET" }]);
  });

  test("a group is not bothered, except where somebody in it has asked", async () => {
    expect((await handle(new Error("x"), "group")).said).toEqual([]);
    expect((await handle(new Error("x"), "asked in a group")).said).toEqual([catalogue.en.failed]);
  });

  test("inline and guest queries get the sentence by their own way", async () => {
    expect((await handle(new Error("x"), "inline")).said).toEqual([`inline: ${catalogue.en.failedInline}`]);
    expect((await handle(new Error("x"), "guest")).said).toEqual([`guest: ${catalogue.en.failed}`]);
    expect((await handle(new HttpError("x", new Error("reset")), "guest")).said).toEqual([]);
  });

  test("an update that holds nothing it should throws nothing", async () => {
    const log = createLog("silent");
    for (const ctx of [{}, { from: 5 }, { message: {} }, { message: { chat: null } }, { callbackQuery: null }])
      await onError(log)({ error: new Error("x"), ctx } as unknown as BotError<Context>);
  });

  test("an apology that cannot be delivered is a warning", async () => {
    const { log } = await handle(new Error("x"), "message", () =>
      Promise.reject(refused(400, "Bad Request: chat not found")),
    );
    expect(log.map((l) => l.level)).toEqual([50, 40]);
  });

  test("what is not an error is described by its type alone", () => {
    expect(describeError("the person's words")).toEqual({ error: "string" });
    expect(describeError(refused(400, "Bad Request: message is too long"))).toEqual({
      method: "sendMessage",
      code: 400,
      description: "Bad Request: message is too long",
    });
  });
});
