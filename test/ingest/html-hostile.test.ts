import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { capNesting, maxNesting } from "../../src/ingest/html/nesting.ts";
import { readHtml } from "../../src/ingest/html.ts";

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
    expect(readHtml(html).text).toBe(text);
  });

  it("takes all that shows where the page is too heavy to search", () => {
    const draft = readHtml(`<body>${"<p>Some words of a paragraph.</p>".repeat(45_000)}</body>`);
    expect(draft.warnings.join()).toMatch(/no article could be made out/);
    expect(draft.text.split("\n\n")).toHaveLength(45_000);
  });
});
