import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Message, MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import type { ChatEvent } from "../../../src/cli/chat/events.ts";
import { type Look, lookOf, showEvent, showText } from "../../../src/cli/chat/screen.ts";
import { columnsOf } from "../../../src/cli/chat/wrap.ts";
import { testIo } from "./support.ts";

const plain: Look = { color: false, width: Number.POSITIVE_INFINITY };
const colored: Look = { color: true, width: Number.POSITIVE_INFINITY };
const call = { method: "sendMessage", params: {} };
const message = (content: object) =>
  ({ message_id: 3, date: 0, chat: { id: 1, type: "private", first_name: "You" }, ...content }) as Message;
const shown = (content: object, look = plain, event: "message" | "edit" = "message") =>
  showEvent({ event, call, message: message(content) }, look);

describe("a message", () => {
  it("shows quotations with a bar, links with their address, buttons numbered through all rows", () => {
    const text = "Found:\n“No.”\nHe left.\n— RT, 4 March\nAnd more";
    const screen = shown({
      text,
      entities: [
        { type: "expandable_blockquote", offset: 7, length: 14 },
        { type: "text_link", offset: 24, length: 11, url: "https://www.rt.com/x#:~:text=a%20b" },
      ],
      reply_markup: {
        inline_keyboard: [
          [
            { text: "More", callback_data: "a" },
            { text: "Source", url: "https://www.rt.com/x" },
          ],
          [{ text: "Copy", copy_text: { text: "c" } }],
        ],
      },
      reply_to_message: { message_id: 1 },
    });
    expect(screen?.split("\n")).toEqual([
      "#3 ↩ #1",
      "Found:",
      "│ “No.”",
      "│ He left.",
      "— RT, 4 March <https://www.rt.com/x#:~:text=a%20b>",
      "And more",
      "[1] More  [2] Source https://www.rt.com/x",
      "[3] Copy",
    ]);
  });

  it("keeps apart two quotations that follow on each other, and blank lines around them", () => {
    const quotes = (...at: [number, number][]): MessageEntity[] =>
      at.map(([offset, length]) => ({ type: "blockquote", offset, length }));
    expect(showText("a\nb", quotes([0, 1], [2, 1]), plain)).toEqual(["│ a", "", "│ b"]);
    expect(showText("x\n\na\n\ny", quotes([3, 1]), plain)).toEqual(["x", "", "│ a", "", "y"]);
    expect(showText("a\n\nb", quotes([0, 4]), plain)).toEqual(["│ a", "│ ", "│ b"]);
    expect(showText("x a y", quotes([2, 1]), plain)).toEqual(["x ", "│ a", " y"]);
  });

  it("does not say an address twice", () => {
    const url = "https://www.rt.com/x";
    const entities: MessageEntity[] = [{ type: "text_link", offset: 0, length: url.length, url }];
    expect(showText(url, entities, plain)).toEqual([url]);
  });

  it("styles by entity, and links words and address by OSC 8, on a terminal with colours only", () => {
    const content = {
      text: "bold RT",
      entities: [
        { type: "bold", offset: 0, length: 4 },
        { type: "text_link", offset: 5, length: 2, url: "https://www.rt.com/x" },
      ],
    };
    const screen = shown(content, colored) ?? "";
    expect(screen).toContain("\x1b[1mbold\x1b[22m");
    expect(screen).toContain("\x1b]8;;https://www.rt.com/x\x1b\\");
    expect(stripVTControlCharacters(screen)).toBe("#3\nbold RT <https://www.rt.com/x>");
    expect(shown(content, plain)).toBe("#3\nbold RT <https://www.rt.com/x>");
  });

  it("shows an edit as an edit, and a file by its name and size", () => {
    expect(shown({ text: "new" }, plain, "edit")).toBe("✎ edited #3\nnew");
    const file = { name: "a\x1b]0;b\n.csv", type: "text/csv", data: Buffer.from("1234") };
    const event: ChatEvent = { event: "document", call, message: message({ caption: "data" }), file };
    expect(showEvent(event, plain)).toBe("#3 file a␛]0;b .csv (4 bytes)\ndata");
  });
});

describe("the rest of what a bot does", () => {
  it("shows notices and alerts, and nothing for an answer without words", () => {
    const callback = (text: string, alert: boolean): ChatEvent => ({ event: "callback", call, text, alert });
    expect(showEvent(callback("Done", false), plain)).toBe("(notice) Done");
    expect(showEvent(callback("Done", true), plain)).toBe("(alert) Done");
    expect(showEvent(callback("", false), plain)).toBeNull();
    expect(showEvent({ event: "action", call, action: "typing" }, plain)).toBeNull();
    expect(showEvent({ event: "delete", call, messageId: 3 }, plain)).toBe("deleted #3");
  });

  it("shows refused calls in red with method and description", () => {
    const event: ChatEvent = { event: "refused", call, code: 400, description: "Bad Request: message text is empty" };
    const line = "✗ sendMessage was refused: 400 Bad Request: message text is empty";
    expect(showEvent(event, plain)).toBe(line);
    expect(showEvent(event, colored)).toBe(`\x1b[31m${line}\x1b[39m`);
    expect(showEvent({ event: "failed", reason: "Error: x\x1b[2J" }, plain)).toBe("✗ the bot failed: Error: x␛[2J");
    expect(showEvent({ event: "unanswered", data: "a", messageId: 3 }, plain)).toMatch("unanswered");
  });
});

describe("the look", () => {
  const look = (tty: boolean, env: Record<string, string> = {}, columns = 100) =>
    lookOf(testIo("", { tty, env, columns }).io);
  it("is plain without a terminal, with NO_COLOR and on a dumb terminal", () => {
    expect(look(true)).toEqual({ color: true, width: 100 });
    expect(look(false)).toEqual({ color: false, width: Number.POSITIVE_INFINITY });
    expect(look(true, { NO_COLOR: "1" })).toEqual({ color: false, width: 100 });
    expect(look(true, { NO_COLOR: "" })).toEqual({ color: true, width: 100 });
    expect(look(true, { TERM: "dumb" }).color).toBe(false);
  });
});

describe("wrapping", () => {
  const wrap = (text: string, width: number, entities: MessageEntity[] = []) =>
    showText(text, entities, { color: false, width });

  it("breaks at blanks, inside words only where it must, and counts wide characters as two", () => {
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrap("one two  three", 7)).toEqual(["one two", "three"]);
    expect(wrap("abcdefgh ij", 5)).toEqual(["abcde", "fgh", "ij"]);
    expect(wrap("日本語日本語", 5)).toEqual(["日本", "語日", "本語"]);
    expect(wrap("é".normalize("NFD").repeat(5), 5)).toHaveLength(1);
    expect(wrap("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 4)).toEqual(["👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"]);
    expect(wrap("one two", 5, [{ type: "blockquote", offset: 0, length: 7 }])).toEqual(["│ one", "│ two"]);
  });

  it("keeps every row within the width and loses nothing but blanks at the breaks", () => {
    const words = fc.string({
      unit: fc.constantFrom("a", "b ", " ", "日", "👉", "e\u0301", "\n", "longword"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const rows = wrap(text, width);
        const graphemes = new Intl.Segmenter("en");
        for (const row of rows) {
          const columns = [...graphemes.segment(row)].reduce((sum, { segment }) => sum + columnsOf(segment), 0);
          expect(columns).toBeLessThanOrEqual(width);
        }
        const letters = (s: string) => s.replace(/[ \n]/g, "");
        expect(letters(rows.join(""))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("text of others", () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        "\x1b[31m",
        "\x1b]8;;http://evil/\x07",
        "\x9b2J",
        "\r",
        "\x07",
        "\x7f",
        "\u202e",
        "\u2066",
        "a",
        " ",
        "\n",
        "é",
        "👉",
        "\ud83d",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
    ),
    maxLength: 30,
  });
  const types = fc.constantFrom("bold", "italic", "code", "blockquote", "expandable_blockquote", "text_link");
  const entity = fc.record({
    type: types,
    offset: fc.nat(40),
    length: fc.nat(40),
    url: hostile,
  }) as fc.Arbitrary<MessageEntity>;

  it("leaves no escape sequence, control character or reordering mark, whatever its entities", () => {
    fc.assert(
      fc.property(
        hostile,
        fc.array(entity, { maxLength: 6 }),
        fc.constantFrom(10, Infinity),
        (text, entities, width) => {
          const out = showText(text, entities, { color: false, width }).join("\n");
          expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
          // With colours the only sequences are the screen's own: styles, and links whose address is clean.
          const own = /\x1b\[\d+m|\x1b\]8;;[^\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069]*\x1b\\/g;
          const painted = showText(text, entities, { color: true, width }).join("\n");
          expect(painted.replace(own, "")).toBe(out);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is shown in full: every character of the message, in order", () => {
    const text = fc.string({ unit: "grapheme-composite", maxLength: 60 });
    const nested = fc.constantFrom("bold", "italic", "underline", "code");
    const marks = fc.array(
      fc.record({ type: nested, offset: fc.nat(60), length: fc.nat(20) }) as fc.Arbitrary<MessageEntity>,
    );
    const quote = fc.record({ offset: fc.nat(20), length: fc.nat(20) });
    fc.assert(
      fc.property(text, marks, quote, (raw, entities, { offset, length }) => {
        const clean = raw.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, "").toWellFormed();
        const end = Math.min(offset + length, clean.length);
        const quotation: MessageEntity[] = offset < end ? [{ type: "blockquote", offset, length: end - offset }] : [];
        const rows = showText(clean, [...entities, ...quotation], plain).map((row) => row.replace(/^│ /, ""));
        // A quotation may cut a pair here, which Telegram would refuse; then two halves stand for one character.
        if (!clean.slice(0, offset).isWellFormed() || !clean.slice(0, end).isWellFormed()) return;
        if (
          entities.some(
            (e) => !clean.slice(0, e.offset).isWellFormed() || !clean.slice(0, e.offset + e.length).isWellFormed(),
          )
        )
          return;
        expect(rows.join("")).toBe(clean);
      }),
      { numRuns: 1000 },
    );
  });
});
