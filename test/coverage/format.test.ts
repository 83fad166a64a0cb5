import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { fromJsonLine, fromMarkdown, toJsonLine, toMarkdown } from "../../src/coverage/format.ts";
import { article } from "../support/arbitraries.ts";
import { articleOf } from "../support/articles.ts";

const ingested = fc.option(fc.stringMatching(/^[0-9a-f]{6}(-[0-9a-f]{6}){7}$/));
/** What a file holds after it was written and read as UTF-8. */
const throughDisk = (text: string) => Buffer.from(text).toString("utf8");

describe("an article on disk", () => {
  it("comes back from Markdown byte for byte", () => {
    fc.assert(
      fc.property(article, ingested, (made, print) => {
        const stored = { article: made, ingested: print };
        const file = toMarkdown(stored);
        expect(fromMarkdown(throughDisk(file), "a.md")).toEqual(stored);
        expect(toMarkdown(fromMarkdown(file, "a.md"))).toBe(file);
      }),
      { numRuns: 500 },
    );
  });

  it("comes back from JSON Lines byte for byte, and is one line", () => {
    fc.assert(
      fc.property(article, ingested, (made, print) => {
        const stored = { article: made, ingested: print };
        const line = toJsonLine(stored);
        expect(line).not.toMatch(/[\r\n]/);
        expect(fromJsonLine(throughDisk(line), "a.jsonl:1")).toEqual(stored);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["no text", ""],
    ["one newline", "\n"],
    ["newlines at the end", "Text.\n\n\n"],
    ["a carriage return at the end", "Text.\r"],
    ["Windows line ends", "One.\r\n\r\nTwo.\r\n"],
    ["fences in the text", "---\nid: b\n---\nText.\n---"],
    ["blanks at both ends", "  \t Text. \t "],
    ["a byte order mark", "\ufeffText."],
    ["NUL, NEL and separators", "a\u0000b\u0085c\u2028d\u2029e"],
  ])("keeps %s", (_, text) => {
    const stored = { article: articleOf(text), ingested: null };
    expect(fromMarkdown(toMarkdown(stored), "a.md").article.text).toBe(text);
    expect(fromJsonLine(toJsonLine(stored), "a:1").article.text).toBe(text);
  });

  it.each([
    "---",
    "null",
    "yes",
    "2021-03-04",
    "0x1F",
    "1e3",
    "a: b",
    "# no",
    "- x",
    "&a *b !c",
    "line\n---\nline",
    " x ",
    "'\"",
    "\u0085",
  ])("keeps the headline %j", (headline) => {
    const stored = { article: articleOf("Text.", { headline, outlet: headline }), ingested: null };
    expect(fromMarkdown(toMarkdown(stored), "a.md")).toEqual(stored);
  });

  it("shows what is unknown to whoever reads the file", () => {
    const file = toMarkdown({ article: articleOf("Text."), ingested: null });
    for (const key of ["outlet", "headline", "published", "url"]) expect(file).toContain(`\n${key}: null\n`);
    expect(file).not.toContain("byline");
  });
});

describe("a hand", () => {
  const sha256 = "0".repeat(64);
  const file = (facts: string, body = "Text.\n") =>
    `---\n${facts}\ncapture: {file: x, sha256: "${sha256}"}\n---\n${body}`;

  it("may write front matter in its own way", () => {
    const { article, ingested } = fromMarkdown(
      file(
        `# a note\nid: 'a'\noutlet:   "RT"   # quoted\nheadline: >-\n  Two\n  lines\npublished: 2021-03-04\nzones: {headline: [1]}`,
      ),
      "a.md",
    );
    expect(article).toMatchObject({
      id: "a",
      outlet: "RT",
      headline: "Two lines",
      published: "2021-03-04",
      text: "Text.",
    });
    expect(article.paragraphs.map((p) => p.zone)).toEqual(["headline"]);
    expect(ingested).toBeNull();
  });

  it("may leave out the last newline", () => {
    expect(fromMarkdown(file("id: a", "Text."), "a.md").article.text).toBe("Text.");
  });

  it("may use an editor that writes a byte order mark or Windows line ends", () => {
    const plain = file("id: a\noutlet: RT", "One.\n\nTwo.\n");
    expect(fromMarkdown(`\ufeff${plain}`, "a.md")).toEqual(fromMarkdown(plain, "a.md"));
    const { article } = fromMarkdown(plain.replaceAll("\n", "\r\n"), "a.md");
    expect(article).toMatchObject({ outlet: "RT", text: "One.\r\n\r\nTwo." });
  });

  it.each([
    ["no front matter", "Text only.", "a.md: no front matter"],
    ["an open fence", "---\nid: a\n", "a.md: no front matter"],
    ["broken YAML", file("id: [a"), "a.md: the front matter is not YAML"],
    [
      "a colon without quotation marks",
      file("id: a\nheadline: Ferry: nine dead\noutlet: RT"),
      'a.md: the front matter is not YAML: what follows "headline:" needs quotation marks around it (headline: "…")',
    ],
    [
      "words behind a quotation",
      file('id: a\nheadline: "Aurora" sinks\noutlet: RT'),
      `not YAML: what follows "headline:" needs quotation marks around it (headline: '…')`,
    ],
    ["a key that stands twice", file("id: a\noutlet: RT\noutlet: RT"), "unique at line 3, column 1"],
    ["a date that is none", file("id: a\npublished: 2021-02-30"), "a.md: published: no such day"],
    ["a wrong status", file("id: a\nstatus: gone"), "a.md: status: "],
    ["a wrong address", file("id: a\nurl: example.com"), "a.md: url: an address starts with"],
    ["a missing id", file("outlet: RT"), "a.md: id: "],
    ["a wrong zone", file("id: a\nzones: {advert: [1]}"), "a.md: zones"],
    ["a list for facts", "---\n- a\n---\nText.\n", "a.md: "],
  ])("is told of %s in one line with the file and the key", (_, content, message) => {
    const read = () => fromMarkdown(content, "a.md");
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n/);
  });

  it.each([
    ["a half line", '{"id":"a"', "a.jsonl:7: not JSON"],
    ["a line without text", `{"id":"a","capture":{"file":"x","sha256":"${sha256}"}}`, "a.jsonl:7: text: "],
    ["another value", "[1]", "a.jsonl:7: "],
  ])("is told of %s in JSON Lines with the place", (_, line, message) => {
    const read = () => fromJsonLine(line, "a.jsonl:7");
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });
});
