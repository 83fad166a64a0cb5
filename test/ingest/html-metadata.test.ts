import { describe, expect, it } from "vitest";
import { dayInUrl, dayOf } from "../../src/ingest/html/dates.ts";
import { readHtml } from "../../src/ingest/html.ts";

const prose =
  "<p>The harbour board of Eastwick voted on Tuesday to close the old ferry pier for the whole of the winter season.</p>".repeat(
    3,
  );
const read = (head: string, body = "", url?: string) =>
  readHtml(`<html><head>${head}</head><body><article>${body}${prose}</article></body></html>`, url ? { url } : {});
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("metadata of a page", () => {
  it("prefers what JSON-LD says of the article", () => {
    const draft = read(
      linked({
        "@graph": [
          { "@type": "WebSite", name: "Site" },
          {
            "@type": ["NewsArticle"],
            headline: "Pier to close for winter",
            datePublished: "2021-03-03T09:00:00+01:00",
            author: [{ name: "Ada Moreno" }, { name: "Li Wei" }],
            publisher: { name: "The Eastwick Post" },
          },
        ],
      }) + meta("og:site_name", "Other"),
    );
    expect(draft).toMatchObject({
      headline: "Pier to close for winter",
      outlet: "The Eastwick Post",
      byline: "Ada Moreno, Li Wei",
    });
    expect(draft.published).toEqual({ date: "2021-03-03", basis: "metadata", words: null });
  });

  it("prefers the heading that shares its words with the declared title", () => {
    const draft = read(
      `<title>Pier to close for winter, board of Eastwick says | Post</title>`,
      "<h1>Eastwick Post</h1><h1>Pier to close for winter</h1>",
    );
    expect(draft.headline).toBe("Pier to close for winter");
  });

  it("cuts the outlet off a title", () => {
    expect(read(`<title>Pier to close – The Post</title>${meta("og:site_name", "The Post")}`).headline).toBe(
      "Pier to close",
    );
  });

  it.each([
    ["<meta>", meta("article:published_time", "2021-03-03T23:10:00Z"), ""],
    ["microdata", "", `<span itemprop="datePublished" content="2021-03-03">3 March</span>`],
    ["a <time> of publication", "", `<time class="published" datetime="2021-03-03T10:00">3 March</time>`],
  ])("reads the date of %s", (_, head, body) => {
    expect(read(head, body).published).toEqual({ date: "2021-03-03", basis: "metadata", words: null });
  });

  it("reads a stamp on the page as a stamp, with its words", () => {
    expect(read("", `<div class="date">3 March 2021</div>`).published).toEqual({
      date: "2021-03-03",
      basis: "stamp",
      words: "3 March 2021",
    });
  });

  it("takes the day of the address when a timestamp is one day off, and no other", () => {
    const head = meta("article:published_time", "2021-03-04T02:10:00Z");
    expect(read(head, "", "https://post.example/2021/03/03/pier").published?.date).toBe("2021-03-03");
    const far = read(head, "", "https://post.example/2021/03/01/pier");
    expect(far.published?.date).toBe("2021-03-04");
    expect(far.warnings.join()).toMatch(/publication dates disagree.*2021-03-04.*2021-03-01/);
  });

  it("dates nothing that says no date, nor from an update", () => {
    expect(read("").published).toBeNull();
    expect(
      read(meta("article:modified_time", "2021-03-04"), `<div class="date">Updated 4 March 2021</div>`).published,
    ).toBeNull();
  });

  it("names disagreeing statements", () => {
    const draft = read(
      linked({ "@type": "Article", datePublished: "2021-03-03" }) + meta("article:published_time", "2020-01-01"),
    );
    expect(draft.published?.date).toBe("2021-03-03");
    expect(draft.warnings).toEqual([
      "the publication dates disagree: JSON-LD says 2021-03-03, article:published_time 2020-01-01; 2021-03-03 was taken",
    ]);
  });

  it("takes the canonical address, never a home page nor one of another host than the page was fetched from", () => {
    const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
    expect(read(canonical("https://post.example/a#top")).url).toBe("https://post.example/a");
    expect(read(canonical("/a"), "", "https://post.example/a?utm=1").url).toBe("https://post.example/a");
    expect(read(canonical("https://post.example/")).url).toBeNull();
    expect(read(canonical("javascript:alert(1)")).url).toBeNull();
    const copy = read(canonical("https://origin.example/a"), "", "https://post.example/a");
    expect(copy.url).toBe("https://post.example/a");
    expect(copy.warnings.join()).toContain("https://origin.example/a");
  });

  it.each([
    ["By Ada Moreno", "Ada Moreno"],
    ["Ada Moreno and Li Wei Published 7:07 PM EST Nov 19, 2019", "Ada Moreno and Li Wei"],
    ["Ada MorenoMonday, November 18, 2019", "Ada Moreno"],
    ["https://post.example/ada", null],
    ["admin", null],
  ])("reads the byline %j as %j", (words, name) => {
    expect(read("", `<span class="byline">${words}</span>`).byline).toBe(name);
  });

  it("does not believe a language that the letters of the text belie", () => {
    const russian =
      "<p>Совет порта во вторник решил закрыть старый причал на весь зимний сезон, сообщила его глава журналистам.</p>";
    expect(readHtml(`<html lang="en-US"><body><article>${russian.repeat(3)}</article></body></html>`).language).toBe(
      "ru",
    );
    expect(readHtml(`<html lang="uk"><body><article>${russian.repeat(3)}</article></body></html>`).language).toBe("uk");
    expect(readHtml(`<html lang="pt-BR"><body><article>${prose}</article></body></html>`).language).toBe("pt");
  });

  it("passes over broken JSON-LD", () => {
    expect(
      read(`<script type="application/ld+json">{"@type": "Article", "headline": </script><title>Pier to close</title>`)
        .headline,
    ).toBe("Pier to close");
  });
});

describe("dates in machine form", () => {
  it.each([
    ["2021-03-03T23:59:59-05:00", "2021-03-03"],
    ["20210303", "2021-03-03"],
    ["2021/3/3", "2021-03-03"],
    ["Wed, 03 Mar 2021 08:38:00 GMT", "2021-03-03"],
    ["March 3, 2021", "2021-03-03"],
    ["1614729600", "2021-03-03"],
    ["1614729600000", "2021-03-03"],
    ["2021-02-30", null],
    ["1970-01-01T00:00:00Z", null],
    ["03/04/2021", null],
    ["yesterday", null],
  ])("%j is %j", (value, day) => {
    expect(dayOf(value)).toBe(day);
  });

  it.each([
    ["https://post.example/2021/03/04/pier", "2021-03-04"],
    ["https://post.example/2021/mar/04/pier", "2021-03-04"],
    ["https://post.example/pier-2021-03-04.html", "2021-03-04"],
    ["https://post.example/news/20210304/pier", "2021-03-04"],
    ["https://post.example/?date=2021/03/04", null],
    ["https://post.example/2021/13/04/pier", null],
    ["https://post.example/news-10371941/pier", null],
  ])("the day in %s is %j", (url, day) => {
    expect(dayInUrl(url)).toBe(day);
  });
});
