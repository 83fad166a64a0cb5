import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { composeDraft } from "../../src/ingest/draft.ts";
import { type HtmlReader, parseJson, readFrontMatter, readGiven } from "../../src/ingest/given.ts";
import { anyText, paragraph } from "../support/arbitraries.ts";

const noHtml: HtmlReader = () => expect.unreachable("clean text needs no HTML reader");
const fromHtml: HtmlReader = (html, { url }) =>
  composeDraft({
    paragraphs: [{ text: `read ${html} of ${url}`, zone: "body" }],
    language: "ru",
    headline: "From the page",
    byline: "The page",
  });
const given = (value: unknown, read = noHtml) => readGiven(parseJson(JSON.stringify(value)), read);

describe("a line of JSON Lines", () => {
  it("keeps its text and id as they are", () => {
    fc.assert(
      fc.property(
        anyText.filter((t) => t.trim() !== ""),
        paragraph,
        (text, id) => {
          expect(given({ id, text })).toMatchObject({ id, text, zones: {} });
        },
      ),
    );
  });

  it("may be written with escapes, half surrogates among them", () => {
    expect(readGiven(parseJson('{"id":7,"text":"a\\u0000\\ud800b\\u2028"}'), noHtml)).toMatchObject({
      id: "7",
      text: "a\u0000\ufffdb\u2028",
    });
  });

  it("is taken at its word", () => {
    const facts = {
      title: " A title ",
      outlet: "RT",
      byline: "A B",
      published: "2021-03-04T23:59:00-05:00",
      url: "https://example.com/a",
      language: "EN-us",
    };
    expect(given({ ...facts, text: "Привет." })).toMatchObject({
      headline: "A title",
      outlet: "RT",
      byline: "A B",
      published: { date: "2021-03-04", basis: "metadata", words: null },
      url: "https://example.com/a",
      language: "en",
      warnings: [],
    });
    expect(given({ headline: "H", source: "S", author: "A", date: "2021-03-04", lang: "de", text: "x" })).toMatchObject(
      {
        headline: "H",
        outlet: "S",
        byline: "A",
        published: { date: "2021-03-04" },
        language: "de",
      },
    );
  });

  it("leaves unknown what it does not say", () => {
    for (const blank of [undefined, null, "", "  "]) {
      const draft = given({
        title: blank,
        outlet: blank,
        byline: blank,
        published: blank,
        url: blank,
        language: blank,
        text: "Привет всем.",
      });
      expect(draft).toMatchObject({
        headline: null,
        outlet: null,
        byline: null,
        published: null,
        url: null,
        language: "ru",
        warnings: [],
      });
    }
  });

  it("that says what cannot be is taken without it, with a warning", () => {
    expect(given({ published: "4 March", text: "x" })).toMatchObject({
      published: null,
      warnings: [expect.stringContaining("YYYY-MM-DD")],
    });
    expect(given({ published: "2021-02-30", text: "x" }).published).toBeNull();
    expect(given({ url: "javascript:alert(1)", text: "x" })).toMatchObject({
      url: null,
      warnings: [expect.stringContaining("url")],
    });
    expect(given({ language: "English", text: "x" }).language).toBe("en");
  });

  it("with HTML is read as a page, its own facts above the page's", () => {
    const draft = given({ html: "<p>", url: "https://example.com/a", title: "Mine" }, fromHtml);
    expect(draft).toMatchObject({
      text: "read <p> of https://example.com/a",
      headline: "Mine",
      byline: "The page",
      language: "ru",
    });
    for (const text of ["", "  ", null])
      expect(given({ text, html: "<p>" }, fromHtml).text).toBe("read <p> of undefined");
    expect(given({ text: "Clean.", html: "<p>" }).text).toBe("Clean.");
  });

  it.each([
    ["not JSON", "{", "not JSON"],
    ["no object", "[1]", "expected"],
    ["no text", '{"id":"a"}', 'neither "text" nor "html" holds anything'],
    ["blank text", '{"text":" \\n "}', 'neither "text" nor "html" holds anything'],
    ["an empty id", '{"id":"","text":"x"}', "id: "],
    ["a number for a text", '{"text":5}', "text: "],
  ])("that is %s is refused in one line", (_, line, message) => {
    const read = () => readGiven(parseJson(line), noHtml);
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n/);
  });
});

describe("a Markdown file with front matter", () => {
  it("gives facts and text", () => {
    const file =
      '\ufeff---\r\ntitle: "A: title"\r\ndate: 2021-03-04\r\nauthor: A B\r\ntags: [x]\r\n---\r\n\r\n# Head\r\n\r\nText *as* it stands.\r\n\r\n';
    expect(readFrontMatter(file)).toMatchObject({
      headline: "A: title",
      byline: "A B",
      published: { date: "2021-03-04" },
      text: "Text as it stands.",
      dropped: [{ text: "Head" }],
    });
  });

  it("of the corpus's own format is no Markdown", () => {
    const body = "\n# Head\n> Text *as* it\nstands.  \n";
    for (const fact of ["capture: {file: a, sha256: b}", "ingested: 1-2"])
      expect(readFrontMatter(`---\nid: a\n${fact}\n---\n${body}\n`).text).toBe(body);
  });

  it("may have empty front matter, and fences in its text", () => {
    expect(readFrontMatter("---\n\n---\nOne.\n---\nTwo.\n").text).toBe("One.\n\nTwo.");
  });

  it("with a long run of blanks is read", () => {
    const text = `A${" ".repeat(200_000)}word.`;
    expect(readFrontMatter(`---\nid: a\n---\n${text}\n`).text).toBe(text);
  });

  it.each([
    ["---\na: [b\n---\nText.\n", "the front matter is not YAML"],
    ["---\ntitle: Ferry: nine dead\n---\nText.\n", 'what follows "title:" needs quotation marks'],
    ["---\ntitle: x\n---\n \n", "neither"],
    ["Text.", "no front matter"],
  ])("%j is refused", (file, message) => {
    expect(() => readFrontMatter(file)).toThrow(InputError);
    expect(() => readFrontMatter(file)).toThrow(message);
  });
});
