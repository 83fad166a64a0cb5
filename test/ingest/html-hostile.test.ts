import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { decode } from "../../src/ingest/decode.ts";
import { capNesting, maxNesting } from "../../src/ingest/html/nesting.ts";
import { readPage } from "../../src/ingest/html/page.ts";
import { readHtml } from "../../src/ingest/html.ts";
import { readPageText } from "../../src/ingest/page-text.ts";

/** How deep the parser would nest the elements of mark-up that closes all it opens. */
function depthOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?(?:div|b|i)>/g)) {
    depth += tag.startsWith("</") ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

describe("capNesting", () => {
  it("leaves a page within the limit alone", () => {
    const html = `<!-- <div> -->${"<div>".repeat(maxNesting)}x${"</div>".repeat(maxNesting)}<p>a<p>b<ul><li>c<li>d</ul>`;
    expect(capNesting(html)).toBe(html);
  });

  it("takes the tags beyond it out and keeps what they hold", () => {
    const html = `${"<div>".repeat(5000)}<b>deep</b>${"</div>".repeat(5000)}<p>after</p>`;
    const flat = capNesting(html);
    expect(depthOf(flat)).toBe(maxNesting);
    expect(flat).toContain("deep");
    expect(flat.endsWith("</div><p>after</p>")).toBe(true);
  });

  it("does not count paragraphs, items and cells that nobody closed", () => {
    const html = `<ul>${"<li>x".repeat(1000)}</ul>${"<p>y".repeat(1000)}<table>${"<tr><td>a<td>b".repeat(1000)}</table>`;
    expect(capNesting(html)).toBe(html);
  });

  it.each([
    ["a quote as an attribute's name", `<div =">`],
    ["an end tag with a slash in its name", "<div></div/>"],
    ["an end tag inside CDATA", "<div><![CDATA[></div>]]>"],
    ["elements that close themselves outside SVG", "<b/>"],
  ])("is not misled by %s", (_, piece) => {
    expect(capNesting(piece.repeat(1000))).not.toBe(piece.repeat(1000));
  });
});

describe("readHtml on hostile pages", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["mark-up without text", "<html><body><div></div><script>x</script></body></html>"],
    ["more characters than any page", `<p>${"x ".repeat(3_000_000)}</p>`],
    ["more mark-up than any page", "<p>".repeat(400_000)],
  ])("refuses %s in one clear line", (_, html) => {
    expect(() => readHtml(html)).toThrow(InputError);
    expect(() => readHtml(html)).toThrow(/^the page [^\n]+$/);
  });

  it.each([
    ["200,000 levels", `${"<div>".repeat(200_000)}Hello there.`, "Hello there."],
    ["half a million unclosed inline elements", `${"<b>".repeat(250_000)}Hello there.`, "Hello there."],
    ["levels hidden behind an empty comment", `<!-->${"<div>".repeat(50_000)}Hello there.`, "Hello there."],
    ["breaks and comments in turn", `${"<br><!-- x -->".repeat(20_000)}Hello there.`, "Hello there."],
    [
      "JSON-LD nested out of all measure",
      `<script type="application/ld+json">${"[".repeat(100_000)}</script><p>Hello there.</p>`,
      "Hello there.",
    ],
    ["NULs", "<p>Hello\u0000 there.</p>", "Hello there."],
    ["a lone surrogate", "<p>Hello \ud800there.</p>", "Hello \ufffdthere."],
    ["two bodies", "<html><head></head><body></body><body><p>Hello there.</p></body></html>", "Hello there."],
    ["text outside every element", "Hello there.", "Hello there."],
  ])("reads %s", (_, html, text) => {
    expect(readPage(html).text).toBe(text);
  });

  it("takes all that shows where the page is too heavy to search", () => {
    const draft = readPage(`<body>${"<p>Some words of a paragraph.</p>".repeat(45_000)}</body>`);
    expect(draft.warnings.join()).toMatch(/no article could be made out/);
    expect(draft.text.split("\n\n")).toHaveLength(45_000);
  });
});

describe("the thread that reads large pages", () => {
  const large = (words: string) =>
    `<body><p>${words}</p>${"<p>The harbour board voted again on the old pier.</p>".repeat(700)}</body>`;

  it("gives what reading here gives", () => {
    for (const html of [large("First."), large("Second.")]) expect(readHtml(html)).toEqual(readPage(html));
    expect(() => readHtml("<p>".repeat(400_000))).toThrow(/^the page holds too much mark-up/);
  });

  it("ends within seconds whatever the page, and reads the next one", () => {
    const started = Date.now();
    try {
      expect(readHtml(`<body>${"<a href=x>a b c d e</a> ".repeat(60_000)}</body>`).text).not.toBe("");
    } catch (error) {
      expect((error as Error).message).toMatch(/could not be read within 4.5 seconds/);
    }
    expect(Date.now() - started).toBeLessThan(30_000);
    expect(readHtml(large("Third.")).text).toContain("Third.");
  });

  it("is not held up by a tag with 100,000 attributes", () => {
    const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}="b"`).join(" ");
    const started = process.cpuUsage();
    expect(readPage(`<body><div ${attributes}><p>Hello there.</p></div></body>`).text).toBe("Hello there.");
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
  });
});

/** A page as such pages are, in which anything may be cut, doubled, or put in the way. */
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pier to close | Post</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier to close","datePublished":"2021-03-04T09:00:00Z"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Pier to close</h1><figure><img src="a"><figcaption>The pier. &copy; AP</figcaption></figure>
<p>The board of Eastwick voted on Tuesday to close the “old” pier &amp; the ferry, it said on 4 March 2021.</p><blockquote>“We agreed.”</blockquote>
<p>Публикация: 4 марта 2021. Совет закрыл причал.</p><ul><li>One<li>Two</ul></article><footer>© 2021 Post</footer></body></html>`;
const junk = fc.constantFrom(
  "<",
  ">",
  "</",
  '"',
  "'",
  "&",
  "&#x0;",
  "&#xd800;",
  "\u0000",
  "\ud800",
  "<!--",
  "-->",
  "<![CDATA[",
  "<script>",
  "</p>",
  "<svg>",
  "<table>",
  "\u2028",
  "<body>",
  "&lt;b",
  "=",
  "]]>",
  "{",
  "\\",
);
const mutated = fc
  .array(fc.tuple(fc.nat(page.length), fc.nat(80), fc.oneof(junk, fc.constant(""), fc.string({ maxLength: 5 }))), {
    minLength: 1,
    maxLength: 12,
  })
  .map((cuts) =>
    cuts.reduce(
      (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + (put === "" ? length : 0)),
      page,
    ),
  );

describe("a mutated capture", () => {
  it("is read or refused in one line, as a page and as text, from its characters and from its bytes", () => {
    fc.assert(
      fc.property(
        mutated,
        fc.nat(300),
        fc.constantFrom("utf-8", "utf-16le", "windows-1251", "shift_jis"),
        (text, cut, charset) => {
          const bytes = Buffer.from(text, charset === "utf-16le" ? "utf16le" : "utf8");
          for (const read of [
            () => readPage(text),
            () => readPageText(text),
            () => readPage(decode(bytes.subarray(0, bytes.length - cut), `text/html; charset=${charset}`)),
          ]) {
            try {
              const draft = read();
              expect(draft.text.isWellFormed()).toBe(true);
              expect(draft.text).not.toContain("\u0000");
            } catch (error) {
              if (!(error instanceof InputError)) throw error;
              expect(error.message).not.toContain("\n");
            }
          }
        },
      ),
      { numRuns: Number(process.env["FC_RUNS"] ?? 40) },
    );
  });
});
