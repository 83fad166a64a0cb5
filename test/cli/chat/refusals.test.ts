import fc from "fast-check";
import type { MessageEntity } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BotApi } from "../../../src/cli/chat/bot-api.ts";
import { formatText, splitTyped } from "../../../src/cli/chat/text-rules.ts";

let api: BotApi;
beforeAll(async () => {
  api = await BotApi.start();
  api.say("hello");
});
afterAll(() => api.close());

const CHAT = 1_000_001;
async function call(method: string, params: Record<string, unknown>) {
  const body = JSON.stringify({ chat_id: CHAT, ...params });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${api.root}/bot${api.token}/${method}`, { method: "POST", headers, body });
  return (await response.json()) as { ok: boolean; description?: string; result?: { message_id: number } };
}
const bold = (offset: number, length: number) => ({ type: "bold", offset, length });
const entity = (type: string, offset: number, length: number, url?: string) => ({ type, offset, length, url });
const keys = (...buttons: object[]) => ({ text: "x", reply_markup: { inline_keyboard: [buttons] } });
const link = (url: string) => ({ text: "abc", entities: [entity("text_link", 0, 3, url)] });

const refused: [string, Record<string, unknown>, string][] = [
  ["an empty text", { text: "" }, "message text is empty"],
  ["no text", {}, "message text is empty"],
  ["a blank text", { text: " \n\t" }, "text must be non-empty"],
  ["a text that is too long", { text: "a".repeat(4097) }, "message is too long"],
  ["half a surrogate pair", { text: "a\ud83d" }, "strings must be encoded in UTF-8"],
  ["another chat", { text: "x", chat_id: 7 }, "chat not found"],
  ["no chat", { text: "x", chat_id: undefined }, "chat_id is empty"],
  ["mark-up", { text: "<b>x</b>", parse_mode: "HTML" }, "unsupported parse_mode"],
  [
    "an unknown entity",
    { text: "abc", entities: [entity("big", 0, 1)] },
    "can't parse MessageEntity: Unsupported type specified",
  ],
  [
    "an entity without length",
    { text: "abc", entities: [{ type: "bold", offset: 0 }] },
    "can't parse MessageEntity: Can't find field \"length\"",
  ],
  ["a negative offset", { text: "abc", entities: [bold(-1, 1)] }, "receive an entity with incorrect offset -1"],
  ["a negative length", { text: "abc", entities: [bold(0, -1)] }, "receive an entity with incorrect length -1"],
  [
    "an entity past the end",
    { text: "aba caba", entities: [bold(3, 6)] },
    "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 9",
  ],
  [
    "an entity after the end",
    { text: "aba caba", entities: [bold(9, 1)] },
    "entity begins after the end of the text at UTF-16 offset 9",
  ],
  [
    "a cut at the start",
    { text: "👉 👉  ", entities: [bold(1, 1)] },
    "entity begins in a middle of a UTF-16 symbol at byte offset 4",
  ],
  [
    "a cut at the end",
    { text: "👉 👉  ", entities: [bold(0, 1)] },
    "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4",
  ],
  [
    "more than 100 entities",
    { text: "a".repeat(101), entities: Array.from({ length: 101 }, (_, i) => bold(i, 1)) },
    "Telegram would silently ignore all but the first 100 of 101 entities",
  ],
  [
    "an empty entity",
    { text: "abc", entities: [bold(1, 0)] },
    "Telegram would silently drop the empty bold at UTF-16 offset 1",
  ],
  [
    "a quotation in a quotation",
    { text: "abc", entities: [entity("blockquote", 0, 3), entity("expandable_blockquote", 1, 1)] },
    "Telegram would silently drop the expandable_blockquote at UTF-16 offset 1, which is inside the blockquote at 0",
  ],
  [
    "overlapping links",
    { text: "abc", entities: [entity("text_link", 0, 2, "https://a.bc"), entity("text_link", 1, 2, "https://a.bc")] },
    "Telegram would silently cut up the text_link at UTF-16 offset 1, which overlaps the text_link at 0",
  ],
  [
    "a link in code",
    { text: "abc", entities: [entity("code", 0, 3), entity("text_link", 0, 3, "https://a.bc")] },
    "Telegram would silently drop the text_link at UTF-16 offset 0, which is inside the code at 0",
  ],
  [
    "code in bold",
    { text: "abc", entities: [bold(0, 3), entity("code", 0, 1)] },
    "Telegram would silently drop the code at UTF-16 offset 0, which is inside the bold at 0",
  ],
  [
    "a detected type",
    { text: "@abcd", entities: [entity("mention", 0, 5)] },
    "Telegram would silently ignore the mention at UTF-16 offset 0: it finds those by itself",
  ],
  ["javascript", link("javascript:alert(1)"), "entity URL 'javascript:alert(1)' is invalid: Unsupported URL protocol"],
  ["ftp", link("ftp://a.bc"), "entity URL 'ftp://a.bc' is invalid: Unsupported URL protocol"],
  ["a host without a dot", link("http://localhost"), "entity URL 'http://localhost' is invalid: Wrong HTTP URL"],
  ["no host", link("https:///x"), "entity URL 'https:///x' is invalid: URL host is empty"],
  [
    "a wrong port",
    link("https://a.bc:0/x"),
    "entity URL 'https://a.bc:0/x' is invalid: Wrong port number specified in the URL",
  ],
  ["long callback data", keys({ text: "a", callback_data: "é".repeat(33) }), "BUTTON_DATA_INVALID"],
  ["empty callback data", keys({ text: "a", callback_data: "" }), "BUTTON_DATA_INVALID"],
  ["a button without text", keys({ text: "", callback_data: "a" }), "inline keyboard button text must be non-empty"],
  [
    "a button without action",
    keys({ text: "a" }),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    "a button with a bad link",
    keys({ text: "a", url: "x" }),
    "inline keyboard button URL 'x' is invalid: Wrong HTTP URL",
  ],
  ["long copied text", keys({ text: "a", copy_text: { text: "a".repeat(257) } }), "BUTTON_COPY_TEXT_INVALID"],
  ["a reply to nothing", { text: "a", reply_parameters: { message_id: 9999 } }, "message to be replied not found"],
  [
    "a quote of other words",
    { text: "a", reply_parameters: { message_id: 1, quote: "bye" } },
    "message quote not found",
  ],
  ["a wrong type", { text: 5 }, 'parameter "text" must be a string'],
];

describe("sendMessage refuses", () => {
  it.each(refused)("%s", async (_, params, description) => {
    expect(await call("sendMessage", params)).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
  });
});

describe("sendMessage takes", () => {
  it.each([
    ["4096 units", { text: "a".repeat(4096) }],
    ["4096 units and white space around them", { text: `\n${"a".repeat(4096)}  ` }],
    ["100 entities", { text: "a".repeat(100), entities: Array.from({ length: 100 }, (_, i) => bold(i, 1)) }],
    [
      "a link in bold in a quotation",
      { text: "abc", entities: [entity("blockquote", 0, 3), bold(0, 3), entity("text_link", 1, 1, "tg://user?id=1")] },
    ],
    ["code in a quotation", { text: "abc", entities: [entity("blockquote", 0, 3), entity("code", 1, 1)] }],
    ["64 bytes of callback data", keys({ text: "a", callback_data: "é".repeat(32) })],
    ["a link with a port and a fragment", link("https://www.example.com:8080/a?b=c#:~:text=d%20e,-f")],
    [
      "a reply to nothing where that is allowed",
      { text: "a", reply_parameters: { message_id: 9999, allow_sending_without_reply: true } },
    ],
    ["a reply with a quote", { text: "a", reply_parameters: { message_id: 1, quote: "ell" } }],
  ])("%s", async (_, params) => {
    expect(await call("sendMessage", params)).toMatchObject({ ok: true });
  });
});

describe("edits and buttons", () => {
  it("refuses what is not there, not the bot's, or not a change", async () => {
    const id = (await call("sendMessage", { text: "a", entities: [bold(0, 1)] })).result?.message_id;
    const edit = async (params: object) => (await call("editMessageText", { ...params })).description;
    expect(await edit({ message_id: 9999, text: "b" })).toBe("Bad Request: message to edit not found");
    expect(await edit({ text: "b" })).toBe("Bad Request: message identifier is not specified");
    expect(await edit({ message_id: 1, text: "b" })).toBe("Bad Request: message can't be edited");
    expect(await edit({ message_id: id, text: "a ", entities: [bold(0, 1)] })).toMatch("message is not modified");
    expect(await edit({ message_id: id, text: "a" })).toBeUndefined();
    expect((await call("deleteMessage", { message_id: 9999 })).description).toBe(
      "Bad Request: message to delete not found",
    );
    expect((await call("editMessageReplyMarkup", { message_id: id })).description).toMatch("message is not modified");
  });

  it("refuses answers to queries that it does not know, and to long ones", async () => {
    const old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    expect((await call("answerCallbackQuery", { callback_query_id: "99" })).description).toBe(old);
    const id = (await call("sendMessage", keys({ text: "a", callback_data: "a" }))).result?.message_id ?? 0;
    api.press(1, id);
    const answer = { callback_query_id: "1", text: "a".repeat(201) };
    expect((await call("answerCallbackQuery", answer)).description).toBe("Bad Request: MESSAGE_TOO_LONG");
    expect((await call("answerCallbackQuery", { callback_query_id: "1" })).ok).toBe(true);
  });

  it.each([
    ["setMyCommands", { commands: [{ command: "Quote", description: "x" }] }, "BOT_COMMAND_INVALID"],
    ["setMyCommands", { commands: [{ command: "quote", description: "" }] }, "BOT_COMMAND_DESCRIPTION_INVALID"],
    ["setMyDescription", { description: "a".repeat(513) }, "description is too long"],
    ["setMyShortDescription", { short_description: "a".repeat(121) }, "short description is too long"],
    ["sendChatAction", { action: "dancing" }, "wrong parameter action in request"],
    ["sendDocument", { document: "no" }, "there is no document in the request"],
    ["sendDocument", { caption: "x" }, "there is no document in the request"],
  ])("%s refuses %j", async (method, params, description) => {
    expect((await call(method, params)).description).toBe(`Bad Request: ${description}`);
  });
});

describe("texts", () => {
  const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "👉", "é", "\u202e", "\r", "\t"), maxLength: 30 });

  it("are cut and cleaned so that an entity covers the same letters as before", () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (raw, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const entities: MessageEntity[] = [{ type: "bold", offset: start, length: end - start }];
        let shown: ReturnType<typeof formatText>;
        try {
          shown = formatText(raw, entities);
        } catch {
          return;
        }
        const letters = (s: string) => s.replace(/[^a👉é]/gu, "");
        const [kept] = shown.entities;
        expect(letters(shown.text)).toBe(letters(raw));
        const covered = kept ? shown.text.slice(kept.offset, kept.offset + kept.length) : "";
        expect(letters(covered)).toBe(letters(raw.slice(start, end)));
      }),
      { numRuns: 1000 },
    );
  });

  it("are split as typed: nothing lost, nothing over the limit, no pair cut", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a".repeat(4094), "👉", "b", "é👉"), { maxLength: 9 }), (words) => {
        const typed = words.join("");
        const parts = splitTyped(typed);
        expect(parts.join("")).toBe(typed);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(4096);
          expect(part.length).toBeGreaterThan(0);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
    expect(splitTyped(`${"a".repeat(4095)}👉`).map((p) => p.length)).toEqual([4095, 2]);
  });
});
