import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/ingest/markdown.ts";

const text = (source: string) => readMarkdown(source, null).paragraphs;

describe("the words of Markdown", () => {
  it.each([
    ["The **court** *fined* it, __very__ _clearly_, ***at last***.", "The court fined it, very clearly, at last."],
    ['See [the law](https://a.example/x_(y) "T") and [more][1].\n\n[1]: https://b.example', "See the law and more."],
    ["He went [in order] to [sic] them.", "He went [in order] to [sic] them."],
    ["A ![alt *x*](p.png) word, [![i](a.png)](b) and so on.", "A word,  and so on."],
    ["> He said **no**,\n> twice.", "He said no, twice."],
    [
      "Kept: 5 * 3 * 2, snake_case_name, f**k and s**t, \\*stars\\*.",
      "Kept: 5 * 3 * 2, snake_case_name, f**k and s**t, *stars*.",
    ],
    ["Some <b>bold</b> words &amp; a <redacted> `*x*` one.<!-- no -->", "Some bold words & a <redacted> *x* one."],
    ["A note[^1] here, <https://a.example>.", "A note here, https://a.example."],
    ["It ended in\n1945. Then came peace.", "It ended in 1945. Then came peace."],
    ["1945. A year.", "1945. A year."],
    ["~~Old~~ new, ~5 of them.", "Old new, ~5 of them."],
    ["**Bold and [link](u) in *one***", "Bold and link in one"],
    ["**«Цитата»**, сказал он. Он**а** — да", "«Цитата», сказал он. Он**а** — да"],
  ])("%j", (source, expected) => {
    expect(text(source)).toEqual([expected]);
  });

  it("come a paragraph a line, items and quotations apart", () => {
    expect(
      text(
        "One\r\nline.\n\n- First *item*\n- [x] Second\n  goes on\n1. Third\n2) Fourth\n\nText.\n> Quote.\n\n***\n\n```js\nconst *a* = 1;\n```\nEnd.",
      ),
    ).toEqual([
      "One line.",
      "First item",
      "Second goes on",
      "Third",
      "Fourth",
      "Text.",
      "Quote.",
      "const *a* = 1;",
      "End.",
    ]);
  });

  it("are those of the paragraphs of HTML too", () => {
    expect(
      text("<div><p>One <a\nhref='x'>two</a>.</p><p>Three.</p></div><script>no()</script>\n<h2>Head</h2>"),
    ).toEqual(["One two.", "Three."]);
  });

  it("without headings, except one that is prose", () => {
    const source =
      "# The *title*: here\n\nText one.\n\n## Background ##\n\nOther\n---\n\n### What did the court say about it?\n\nEnd.\n---\nMore.\n";
    expect(readMarkdown(source, "The title – here")).toEqual({
      paragraphs: ["Text one.", "What did the court say about it?", "End.", "More."],
      headline: "The title – here",
      dropped: [
        { text: "The title: here", zone: "boilerplate", why: "repeats the headline" },
        { text: "Background", zone: "boilerplate", why: "a short line that is no sentence" },
        { text: "Other", zone: "boilerplate", why: "a short line that is no sentence" },
      ],
    });
    expect(readMarkdown(source, null).headline).toBe("The title: here");
  });

  it("of tables only where a cell is prose", () => {
    expect(text("| A | B |\n|---|:-:|\n| 1 | This cell holds a whole sentence. |\n\nEnd.")).toEqual([
      "This cell holds a whole sentence.",
      "End.",
    ]);
  });

  it.each([
    "[",
    "![",
    "](",
    '](a "',
    "*a",
    "_a *",
    "a* ",
    "`",
    "` `` ",
    "<a ",
    "<!--",
    "<script>",
    "> ",
    "[a](",
    "(",
    "\\",
    "&#1",
    "| -",
    "# ",
    "[^",
  ])("many times %j are read in no time", (unit) => {
    // Processor time: the clock also counts what others do meanwhile. What is quadratic takes minutes.
    const started = process.cpuUsage();
    readMarkdown(unit.repeat(100_000), null);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
  });
});
