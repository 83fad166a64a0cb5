import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import { readFeed } from "../../src/ingest/feed.ts";

const rss = (items: string, channel = "<title>The Eastwick Post</title><language>en-gb</language>") =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`;
const full = `<item><title>Pier &amp; quay to close</title><link>https://post.example/2021/03/03/pier</link><guid isPermaLink="false">post-17</guid>
  <pubDate>Thu, 04 Mar 2021 02:10:00 GMT</pubDate><dc:creator>Ada Moreno</dc:creator><description>In short.</description>
  <content:encoded><![CDATA[<p>The board voted.</p><figure><img src="a.png"><figcaption>The pier.</figcaption></figure><p>It was <b>late</b>.</p>]]></content:encoded></item>`;

describe("readFeed", () => {
  it("reads the full text of an RSS item with what the feed says about it", () => {
    const [draft] = readFeed(rss(full));
    expect(draft).toMatchObject({
      id: "post-17",
      headline: "Pier & quay to close",
      outlet: "The Eastwick Post",
      byline: "Ada Moreno",
      url: "https://post.example/2021/03/03/pier",
      language: "en",
      warnings: [],
    });
    expect(draft?.text.split("\n\n")).toEqual(["The board voted.", "The pier.", "It was late."]);
    expect(draft?.zones).toEqual({ caption: [2] });
  });

  it("takes the day of the address when the time stamp is one day off", () => {
    expect(readFeed(rss(full))[0]?.published).toEqual({ date: "2021-03-03", basis: "metadata", words: null });
  });

  it("reads Atom, by its alternate link", () => {
    const [draft] = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>tag:post.example,2021:17</id><title type="html">Pier &lt;i&gt;closes&lt;/i&gt;</title>
       <link rel="self" href="https://post.example/api/17"/><link href="https://post.example/17"/><published>2021-03-03T10:00:00Z</published>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry></feed>`,
    );
    expect(draft).toMatchObject({
      id: "tag:post.example,2021:17",
      headline: "Pier closes",
      url: "https://post.example/17",
      text: "One.\n\nTwo.",
      published: { date: "2021-03-03" },
    });
  });

  it("reads RDF and JSON feeds", () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title></channel>
      <item><title>Pier</title><link>https://post.example/1</link><description>It closes.</description><dc:date>2021-03-03T10:00:00+01:00</dc:date></item></rdf:RDF>`;
    expect(readFeed(rdf)[0]).toMatchObject({ outlet: "Post", text: "It closes.", published: { date: "2021-03-03" } });
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Post",
      items: [{ id: "1", content_text: "One.\n\nTwo\nlines.", date_published: "2021-03-03T10:00:00Z" }],
    };
    expect(readFeed(JSON.stringify(json))[0]).toMatchObject({ id: "1", text: "One.\n\nTwo lines." });
  });

  it("takes a summary only where there is nothing else, and says so", () => {
    const [draft] = readFeed(
      rss(
        "<item><title>Pier</title><link>https://post.example/1</link><description>It &lt;b&gt;closes&lt;/b&gt;.</description></item>",
      ),
    );
    expect(draft?.text).toBe("It closes.");
    expect(draft?.id).toBe("https://post.example/1");
    expect(draft?.warnings).toEqual(["the feed holds only a summary of this item; the summary was taken"]);
  });

  it("says when only the update is dated, or the date cannot be read", () => {
    const entry = (inside: string) =>
      readFeed(
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content>Text.</content>${inside}</entry></feed>`,
      )[0];
    expect(entry("<updated>2021-03-03T10:00:00Z</updated>")?.published?.date).toBe("2021-03-03");
    expect(entry("<updated>2021-03-03T10:00:00Z</updated>")?.warnings.join()).toMatch(/last updated/);
    const [draft] = readFeed(rss("<item><description>Text.</description><pubDate>soon</pubDate></item>"));
    expect(draft?.published).toBeNull();
    expect(draft?.warnings.join()).toMatch(/"soon" cannot be read/);
  });

  it("skips items without text, names them, and keeps the rest", () => {
    const drafts = readFeed(rss(`<item><title>Empty one</title></item>${full}`));
    expect(drafts.map((d) => d.id)).toEqual(["post-17"]);
    expect(drafts[0]?.warnings).toEqual(['item 1 ("Empty one") holds no text and was skipped']);
  });

  it("saves the whole items of a feed that was cut short", () => {
    const cut = rss(full.replace("post-17", "post-16") + full).slice(0, -200);
    const drafts = readFeed(cut);
    expect(drafts.map((d) => d.id)).toEqual(["post-16"]);
    expect(drafts[0]?.warnings).toEqual(["item 2 of the feed is broken and was skipped"]);
  });

  it("expands no entities that the document declares", () => {
    const bomb = Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");
    const feed = rss("<item><description>Boom: &a20;</description></item>").replace(
      "<rss",
      `<!DOCTYPE rss [<!ENTITY a0 "ha">${bomb}]><rss`,
    );
    expect(readFeed(feed)[0]?.text).toBe("Boom: &a20;");
  });

  it.each([
    ["nothing", ""],
    ["no feed", "<html><body>x</body></html>"],
    ["a feed without items", rss("")],
    ["a feed of empty items", rss("<item></item>")],
    ["nothing but starts of items", `<rss><channel>${"<item><title>".repeat(1000)}`],
  ])("refuses %s in one clear line", (_, xml) => {
    expect(() => readFeed(xml)).toThrow(InputError);
    expect(() => readFeed(xml)).toThrow(/^[^\n]{10,120}$/);
  });

  it("never throws anything but an InputError", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<description>",
        "</description>",
        "<![CDATA[",
        "]]>",
        "<guid>",
        "<pubDate>",
        "&amp;",
        "&",
        "<p>",
        "\u0000",
        "\ud800",
        "text",
        "<!--",
        "<entry/>",
      ),
      fc.string({ unit: "binary", maxLength: 10 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("<rss><channel>", "<feed>", "<rdf:RDF>", ""),
        fc.array(piece, { maxLength: 40 }),
        (root, pieces) => {
          try {
            for (const draft of readFeed(root + pieces.join(""))) expect(draft.text.isWellFormed()).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
