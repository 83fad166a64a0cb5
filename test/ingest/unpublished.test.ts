import { describe, expect, it } from "vitest";
import { InputError } from "../../src/coverage/errors.ts";
import type { Draft } from "../../src/ingest/draft.ts";
import { readFeed } from "../../src/ingest/feed.ts";
import { documentsOfJson } from "../../src/ingest/json.ts";
import { readNewsMl } from "../../src/ingest/newsml.ts";
import { isNinjs, readNinjs } from "../../src/ingest/ninjs.ts";
import { prose } from "../support/prose.ts";

const now = new Date("2026-01-01T12:00:00Z");
const body = [prose(1, 3), prose(2, 3)];

describe("ninjs", () => {
  const item = {
    uri: "urn:newsagency:1",
    type: "text",
    pubstatus: "usable",
    versioncreated: "2025-12-02T08:00:00+03:00",
    firstcreated: "2025-12-01T23:30:00+03:00",
    headline: "A headline",
    byline: "Joan Smith",
    language: "en-GB",
    body_html: body.map((p) => `<p>${p}</p>`).join(""),
    infosource: [{ name: "Agency" }],
  };

  it("is read with its facts; the id stays over its versions, the day is that of the first", () => {
    expect(isNinjs(item)).toBe(true);
    expect(readNinjs(item, now)).toMatchObject({
      id: "urn:newsagency:1",
      headline: "A headline",
      byline: "Joan Smith",
      outlet: "Agency",
      language: "en",
      published: { date: "2025-12-01", basis: "metadata" },
      url: null,
      text: body.join("\n\n"),
    });
  });

  it("of version 2 has lists of headlines and bodies; of plain text each line is a paragraph", () => {
    const { headline: _, body_html: __, ...rest } = item;
    const two = {
      ...rest,
      uri: "https://agency.example/1",
      headlines: [
        { role: "short", value: "Short" },
        { role: "main", value: "Main" },
      ],
      bodies: [{ contenttype: "text/plain", value: body.join("\n") }],
    };
    expect(readNinjs(two, now)).toMatchObject({
      headline: "Main",
      url: "https://agency.example/1",
      text: body.join("\n\n"),
    });
  });

  it.each([
    [{ pubstatus: "withheld" }, 'its outlet marked it "withheld"'],
    [{ pubstatus: "stat:canceled" }, 'its outlet marked it "canceled"'],
    [{ embargoed: "2026-01-01T15:00:00+02:00" }, "it is under embargo until 2026-01-01T13:00:00.000Z"],
    [{ embargoed: "soon" }, "no date that can be read"],
    [{ type: "picture" }, 'an item of type "picture"'],
    [{ uri: "" }, "uri: "],
  ])("with %j is refused with its reason", (change, problem) => {
    expect(() => readNinjs({ ...item, ...change }, now)).toThrow(InputError);
    expect(() => readNinjs({ ...item, ...change }, now)).toThrow(problem);
  });

  it("with an embargo that is over is read", () => {
    expect(readNinjs({ ...item, embargoed: "2026-01-01T13:00:00+02:00" }, now).headline).toBe("A headline");
  });

  it("in a page of an agency's interface is found", () => {
    expect(documentsOfJson({ data: { items: [{ item }, { item }] } })).toEqual([item, item]);
    expect(documentsOfJson({ _items: [item] })).toEqual([item]);
    expect(documentsOfJson([item])).toEqual([item]);
    expect(documentsOfJson(item)).toEqual([item]);
  });
});

describe("NewsML-G2", () => {
  const newsItem = (
    meta = "",
    content = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No text</title></head><body>${body.map((p) => `<p>${p}</p>`).join("")}</body></html></inlineXML>`,
  ) => `
    <newsItem guid="tag:agency.example,2025:1" version="2">
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="Agency"/>
        <versionCreated>2025-12-02T08:00:00Z</versionCreated><firstCreated>2025-12-01T08:00:00Z</firstCreated>
        ${meta}
      </itemMeta>
      <contentMeta><by>Joan Smith</by><language tag="en-US"/><headline>Profits &amp; losses</headline></contentMeta>
      <contentSet>${content}</contentSet>
    </newsItem>`;
  const read = (xml: string) => readNewsMl(`<?xml version="1.0"?>${xml}`, now);

  it("is read with its facts, alone and in a message, with and without prefixes", () => {
    const expected = {
      id: "tag:agency.example,2025:1",
      headline: "Profits & losses",
      byline: "Joan Smith",
      outlet: "Agency",
      language: "en",
      published: { date: "2025-12-01" },
      text: body.join("\n\n"),
    };
    expect(read(newsItem())).toMatchObject([expected]);
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${newsItem()}${newsItem()}</itemSet></newsMessage>`;
    expect(read(message)).toMatchObject([expected, expected]);
    expect(
      read(
        newsItem()
          .replace(/<(\/?)(?=[a-z])/gi, "<$1nar:")
          .replaceAll("nar:p>", "p>"),
      ),
    ).toHaveLength(1);
  });

  it("with NITF or plain text inside is read as well", () => {
    const nitf = `<inlineXML contenttype="application/nitf+xml"><nitf><head><title>No</title></head><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content>${body.map((p) => `<p>${p}</p>`).join("")}</body.content></body></nitf></inlineXML>`;
    expect(read(newsItem("", nitf))).toMatchObject([{ text: body.join("\n\n") }]);
    expect(read(newsItem("", `<inlineData contenttype="text/plain">${body.join("\n")}</inlineData>`))).toMatchObject([
      { text: body.join("\n\n") },
    ]);
  });

  it.each([
    ['<pubStatus qcode="stat:withheld"/>', 'marked it "withheld"'],
    ['<pubStatus qcode="stat:canceled"/>', 'marked it "canceled"'],
    ["<embargoed>2026-02-01T00:00:00Z</embargoed>", "under embargo until 2026-02-01"],
  ])("with %s stops nothing and is refused with its reason", (meta, problem) => {
    const [kept, refused] = read(`<newsMessage><itemSet>${newsItem()}${newsItem(meta)}</itemSet></newsMessage>`);
    expect((kept as Draft).headline).toBe("Profits & losses");
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).message).toContain(problem);
  });

  it.each([
    ["<newsItem", "not well formed XML"],
    ["<newsMessage/>", "no news item in it"],
    ['<!DOCTYPE newsItem [<!ENTITY a "b">]><newsItem/>', "declares entities"],
  ])("%s is refused in one line", (xml, problem) => {
    expect(() => read(xml)).toThrow(InputError);
    expect(() => read(xml)).toThrow(problem);
    expect(() => read(xml)).not.toThrow(/\n/);
  });
});

describe("an export of WordPress", () => {
  const item = (title: string, fields: string) =>
    `<item><title>${title}</title><link>https://blog.example/${title}</link><content:encoded><![CDATA[<p>${prose(1, 3)}</p>]]></content:encoded>${fields}</item>`;
  const wxr = (...items: string[]) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>${items.join("")}</channel></rss>`;
  const published = "<wp:status>publish</wp:status><wp:post_type><![CDATA[post]]></wp:post_type>";

  it("gives its published posts and pages, and names what it leaves out and why", () => {
    const drafts = readFeed(
      wxr(
        item("Out", published),
        item("Draft", "<wp:status><![CDATA[draft]]></wp:status><wp:post_type>post</wp:post_type>"),
        item("Later", "<wp:status>future</wp:status><wp:post_type>post</wp:post_type>"),
        item("Picture", "<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>"),
        item("Page", published.replace("post]", "page]")),
      ),
    );
    expect(drafts.map((d) => d.headline)).toEqual(["Out", "Page"]);
    expect(drafts[0]?.warnings).toEqual([
      '"Draft" was left out: its status is "draft"',
      '"Later" was left out: its status is "future"',
      '"Picture" was left out: it is of the type "attachment"',
    ]);
  });

  it("of drafts only is refused with the reason", () => {
    expect(() => readFeed(wxr(item("Draft", "<wp:status>draft</wp:status>")))).toThrow(
      'nothing in the feed is published: "Draft" was left out',
    );
  });
});
