import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle, metadataSchema, paragraphRanges } from "../../src/coverage/article.ts";
import { InputError } from "../../src/coverage/errors.ts";
import type { Draft } from "../../src/ingest/draft.ts";
import { readHtml } from "../../src/ingest/html.ts";

const first =
  "The harbour board of Eastwick voted on Tuesday to close the old ferry pier for the whole of the winter season.";
const second =
  "“We could not keep it open another year,” said the board's chair, Ada Moreno, after the meeting ended late at night.";
const third =
  "Repairs are expected to cost 4.2 million crowns, of which the county has promised to pay about one third by spring.";
const fourth =
  "Fishermen who use the pier protested outside the hall and handed over a petition with more than nine hundred names.";
const story = [first, second, third, fourth].map((p) => `<p>${p}</p>`).join("\n");

const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Pier to close | The Eastwick Post</title>${head}</head><body>${body}</body></html>`;
const lines = (draft: Draft) => draft.text.split("\n\n");
const zoneOf = (draft: Draft, text: string) => {
  const number = lines(draft).indexOf(text) + 1;
  if (number === 0) return draft.dropped.find((d) => d.text === text) ? "dropped" : "missing";
  return Object.entries(draft.zones).find(([, numbers]) => numbers?.includes(number))?.[0] ?? "body";
};

describe("readHtml", () => {
  it("keeps the paragraphs of a story in order and nothing of the page around it", () => {
    const draft = readHtml(
      page(`<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Pier to close</h1>${story}</article>
        <div class="related-stories"><h3>Related</h3><a href="/x">Mayor opens a new bridge</a></div><footer>All rights reserved.</footer>`),
    );
    expect(lines(draft)).toEqual([first, second, third, fourth]);
    expect(draft.headline).toBe("Pier to close");
  });

  it("reports everything it left out, with zone and reason", () => {
    const draft = readHtml(
      page(
        `<nav>Sections</nav><article>${story}</article><div class="related-stories"><a href="/x">Mayor opens a new bridge</a></div>`,
      ),
    );
    expect(draft.dropped).toContainEqual({ text: "Sections", zone: "boilerplate", why: "<nav>" });
    expect(draft.dropped.find((d) => d.text === "Mayor opens a new bridge")).toMatchObject({ zone: "related" });
  });

  it("does not glue blocks together, and keeps subheadings, lists and quotations as lines of their own", () => {
    const draft = readHtml(
      page(`<article>${story}<h2>What happens next</h2><ul><li>The pier closes in June</li><li>The ferry moves to the north quay</li></ul>
        <blockquote>It was the heart of this town for ninety years.</blockquote><p>${first.replace("Tuesday", "Monday")}</p></article>`),
    );
    expect(lines(draft).slice(4, 8)).toEqual([
      "What happens next",
      "The pier closes in June",
      "The ferry moves to the north quay",
      "It was the heart of this town for ninety years.",
    ]);
  });

  it("gives captions their zone", () => {
    const draft = readHtml(
      page(`<article><p>${first}</p><figure><img src="a.jpg"><figcaption>The pier at dusk.</figcaption></figure>
        <div><div class="InlineImage-caption">Ada Moreno speaks at the meeting.</div></div>${story}</article>`),
    );
    expect(zoneOf(draft, "The pier at dusk.")).toBe("caption");
    expect(zoneOf(draft, "Ada Moreno speaks at the meeting.")).toBe("caption");
    expect(zoneOf(draft, second)).toBe("body");
  });

  it.each([
    "Read more: The bridge that never was",
    "Sign up for our daily newsletter and get the news in your inbox",
    "Advertisement",
    "Follow us on Twitter and Facebook",
    "Читайте также: Мост открыли после ремонта",
  ])("drops the cue line %j amid the story", (cue) => {
    const draft = readHtml(
      page(`<article><p>${first}</p><p>${second}</p><p>${cue}</p><p>${third}</p><p>${fourth}</p></article>`),
    );
    expect(zoneOf(draft, cue)).toBe("dropped");
    expect(lines(draft)).toEqual([first, second, third, fourth]);
  });

  it("keeps a paragraph that only mentions newsletters or donations", () => {
    const prose =
      "Moreno said that she had read about the plan in a newsletter and that donations would not have paid for the repairs.";
    expect(zoneOf(readHtml(page(`<article>${story}<p>${prose}</p></article>`)), prose)).toBe("body");
  });

  it("keeps a post that the story quotes, whatever its wrapper is called", () => {
    const post = "Ninety years of arrivals and departures, gone.";
    const draft = readHtml(
      page(
        `<article><p>${first}</p><p>${second}</p><div class="social-media-embed"><blockquote>${post}</blockquote></div><p>${third}</p><p>${fourth}</p></article>`,
      ),
    );
    expect(zoneOf(draft, post)).toBe("body");
  });

  it("keeps a story that stands in an element with a furniture name", () => {
    expect(lines(readHtml(page(`<div class="widget sidebar-layout">${story}</div>`)))).toEqual([
      first,
      second,
      third,
      fourth,
    ]);
  });

  it("keeps Russian stories with their short lines", () => {
    const russian = [
      "Совет порта Иствика во вторник решил закрыть старый паромный причал на весь зимний сезон, сообщила его глава.",
      "Что дальше",
      "Причал закроют в июне, а паром переведут к северной набережной, и это обойдётся городу в четыре миллиона.",
      "Рыбаки протестовали у здания совета и передали петицию, под которой поставили подписи более девятисот человек.",
    ];
    const draft = readHtml(
      page(`<article>${russian.map((p, i) => (i === 1 ? `<h2>${p}</h2>` : `<p>${p}</p>`)).join("")}</article>`),
    );
    expect(lines(draft)).toEqual(russian);
    expect(draft.language).toBe("ru");
  });

  it("parts lines at <br> but not inside a running sentence", () => {
    const draft = readHtml(
      page(
        `<article>${story}<p>First line.<br>Second line.<br>A sentence that is<br>wrapped by hand.</p><p>${first}</p></article>`,
      ),
    );
    expect(lines(draft).slice(4, 7)).toEqual(["First line.", "Second line.", "A sentence that is wrapped by hand."]);
  });

  it("says when the page's structured text holds much more than was found", () => {
    const body = `${story.replace(/<[^>]*>/g, " ")} `.repeat(4);
    const draft = readHtml(
      page(
        `<article>${story}</article>`,
        `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: body })}</script>`,
      ),
    );
    expect(draft.warnings.join()).toMatch(/JSON-LD holds/);
  });
});

describe("readHtml on any input", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).filter((t) => /\p{L}/u.test(t));
  const escaped = (t: string) => t.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const squeezed = (t: string) => t.replace(/[\s\u0000]+/gu, "");

  it("brings the text of a paragraph out verbatim up to white space, or reports it as left out", () => {
    fc.assert(
      fc.property(text, (t) => {
        const draft = readHtml(
          page(`<article><p>${first}</p><p>${second}</p><p>${escaped(t)}</p><p>${third}</p></article>`),
        );
        const all = squeezed([draft.text, ...draft.dropped.map((d) => d.text)].join(""));
        expect(all).toContain(squeezed(t));
        expect(squeezed(draft.text)).toContain(squeezed(second));
      }),
      { numRuns: 100 },
    );
  });

  it("makes one paragraph of each block", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        const draft = readHtml(page(`<article>${story}${texts.map((t) => `<p>${escaped(t)}</p>`).join("")}</article>`));
        expect(paragraphRanges(draft.text).map((r) => draft.text.slice(r.start, r.end))).toEqual(
          lines(draft)
            .filter((l) => l.trim() !== "")
            .map((l) => l.trim()),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("never throws anything but an InputError, and its zones fit the text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<table><td>",
        "<li>",
        "<svg>",
        "</svg>",
        "<script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<p class='caption'>",
        "<body>",
        "<head>",
        "</html>",
        "<h1>",
        "<br>",
        '<a href="',
        "<time datetime=",
        "&amp",
        "&#xD800;",
        "\u0000",
        "\ud800",
        '<script type="application/ld+json">{"@type":',
        "<blockquote>",
        "<figure>",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          const draft = readHtml(pieces.join(""), { url: "https://paper.example/a" });
          const metadata = metadataSchema.parse({
            ...draft,
            id: "x",
            capture: { file: "x", sha256: "0".repeat(64) },
            published: draft.published?.date ?? null,
          });
          expect(makeArticle(metadata, draft.text, draft.zones).text.isWellFormed()).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
