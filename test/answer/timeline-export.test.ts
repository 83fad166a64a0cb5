import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.ts";
import { type ExportFormat, exportTimeline, formatOf } from "../../src/answer/timeline/export/export.ts";
import type { Wording } from "../../src/answer/timeline/export/wording.ts";
import { timeline, wholeCoverage } from "../../src/answer/timeline.ts";
import type { Corpus } from "../../src/coverage/corpus.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { articleOf } from "../support/articles.ts";
import { bundledLibrary } from "../support/libraries.ts";

const wording: Wording = {
  title: "Port; river, \\ flood",
  period: (event) => event.edtf ?? "",
  source: (article, alsoIn) => [article.outlet, article.headline, ...alsoIn].filter(Boolean).join(" · "),
};

const url = 'https://post.example/a?b=1&c="2"';
const library = openLibrary(
  makeCorpus([
    articleOf(
      '=HYPERLINK("x"), said the clerk; the court, \\ on March 3, 2021, fined <b>the port</b> & the fleet, which had spilled oil over and over again.\n\n' +
        "The fair ran from March 7, 2021 to March 9, 2021.\n\n+1 the bridge opened in 1950.\n\nTwo days after the flood the port closed.",
      { id: "=a", outlet: "+River Post", headline: "@Oil, “everywhere”", published: "2021-04-02", url },
    ),
    articleOf(
      "Городской суд 4 апреля 2021 года оштрафовал порт, речное пароходство и верфь за разлив нефтепродуктов в черте города.",
      {
        id: "b",
        outlet: "Вестник",
        language: "ru",
        published: "2021-04-05",
      },
    ),
  ]),
);

function exported(format: ExportFormat, { corpus } = library, found = timeline(library, wholeCoverage)) {
  return exportTimeline(corpus, found, format, wording);
}

/** Every sentence that the timeline shows, sliced from the articles. */
function sentences(corpus: Corpus, lib = library): string[] {
  const { dated, undated } = timeline(lib, wholeCoverage);
  return [...dated, ...undated].map(({ event }) => {
    const [lead] = event.mentions;
    return corpus.byId.get(lead?.article ?? "")?.text.slice(lead?.sentence.start, lead?.sentence.end) ?? "";
  });
}

describe(".ics, read by ical.js", () => {
  const { text, events, left } = exported("ics");
  const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  const read = calendar.getAllSubcomponents("vevent").map((c) => ({ component: c, event: new ICAL.Event(c) }));

  test("all-day events with an exclusive end, which make nobody busy", () => {
    expect([events, left]).toEqual([4, 1]);
    expect(read.map(({ event }) => [event.startDate.toString(), event.endDate.toString()])).toEqual([
      ["1950-01-01", "1951-01-01"],
      ["2021-03-03", "2021-03-04"],
      ["2021-03-07", "2021-03-10"],
      ["2021-04-04", "2021-04-05"],
    ]);
    for (const { component, event } of read) {
      expect(event.startDate.isDate).toBe(true);
      expect(component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
      expect(component.getFirstPropertyValue("dtstamp")?.toString()).toMatch(/^2021-04-0[25]T00:00:00Z$/);
    }
  });

  test("the sentences come out as they stand in the articles, and the link with them", () => {
    expect(read.map(({ event }) => event.summary)).toEqual(sentences(library.corpus).slice(0, 4));
    expect(read[1]?.component.getFirstPropertyValue("url")).toBe(url);
    expect(read[1]?.event.description).toContain("+River Post · @Oil, “everywhere”");
    expect(text).toContain("\r\nX-WR-CALNAME:Port\\; river\\, \\\\ flood\r\n");
  });

  test("lines are folded at 75 octets and end with CR LF, never inside a letter", () => {
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines = text.split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
    expect(text).not.toContain("\ufffd");
  });

  test("an event keeps its UID when the coverage grows", () => {
    const more = openLibrary(
      makeCorpus([
        ...library.corpus.live,
        articleOf("A fair opened on June 9, 2021.", { id: "z", published: "2021-06-10" }),
      ]),
    );
    const grown = exported("ics", more, timeline(more, wholeCoverage)).text;
    const uids = (file: string) => file.match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids(text)).size).toBe(4);
    for (const uid of uids(text)) expect(uids(grown)).toContain(uid);
    expect(exported("ics").text).toBe(text);
  });
});

describe("CSV, read by csv-parse", () => {
  const { text, events, left } = exported("csv");
  const rows = parse(text, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];

  test("a header and a row an event; the undated have empty dates", () => {
    expect([events, left, rows.length]).toEqual([5, 0, 5]);
    expect(rows.map((r) => [r["edtf"], r["from"], r["to"]])).toEqual([
      ["1950", "1950-01-01", "1950-12-31"],
      ["2021-03-03", "2021-03-03", "2021-03-03"],
      ["2021-03-07/2021-03-09", "2021-03-07", "2021-03-09"],
      ["2021-04-04", "2021-04-04", "2021-04-04"],
      ["", "", ""],
    ]);
    expect(rows[1]).toMatchObject({ mark: "●", expression: "“March 3, 2021”", anchor: "explicit", url });
  });

  test("the words between their marks are the articles', and stand where it says", () => {
    expect(rows.map((r) => r["words"]?.slice(1, -1))).toEqual(sentences(library.corpus));
    for (const row of rows) {
      const article = library.corpus.byId.get((row["article"] ?? "").replace(/^'/, ""));
      expect(article?.text.slice(Number(row["start"]), Number(row["end"]))).toBe(row["words"]?.slice(1, -1));
    }
    expect(rows[1]?.["headline"]).toBe("“@Oil, “everywhere””");
  });

  test("no cell begins a formula", () => {
    for (const cell of rows.flatMap((r) => Object.values(r))) expect(cell).not.toMatch(/^\s*[=+\-@\t]/);
    expect(rows[1]).toMatchObject({ outlet: "'+River Post", article: "'=a" });
    expect(rows[1]?.["words"]).toMatch(/^“=HYPERLINK/);
  });
});

describe("JSON", () => {
  test("our own records with the articles they name; the undated last", () => {
    const whole = JSON.parse(exported("json").text);
    expect(whole.corpus).toEqual(library.corpus.stamp);
    expect(whole.articles.map((a: { id: string }) => a.id)).toEqual(["=a", "b"]);
    expect(whole.articles[0]).toMatchObject({ outlet: "+River Post", url, published: "2021-04-02" });
    expect(
      whole.events.map((e: { mentions: { sentence: { text: string } }[] }) => e.mentions[0]?.sentence.text),
    ).toEqual(sentences(library.corpus));
    expect(whole.events.at(-1)).toMatchObject({ edtf: null, from: null, to: null });
  });
});

describe("TimelineJS", () => {
  interface Slide {
    unique_id: string;
    start_date: object;
    end_date?: object;
    display_date: string;
    text: { headline: string; text: string };
  }

  test("a title, and events with their dates, whole sentences and linked sources, as harmless HTML", () => {
    const { text, events, left } = exported("timelinejs");
    const { title, events: slides } = JSON.parse(text) as { title: { text: { headline: string } }; events: Slide[] };
    expect([events, left]).toEqual([4, 1]);
    expect(title.text.headline).toBe(wording.title);
    expect(slides.map((s) => [s.start_date, s.end_date, s.display_date])).toEqual([
      [{ year: 1950, month: 1, day: 1 }, { year: 1950, month: 12, day: 31 }, "1950"],
      [{ year: 2021, month: 3, day: 3 }, undefined, "2021-03-03"],
      [{ year: 2021, month: 3, day: 7 }, { year: 2021, month: 3, day: 9 }, "2021-03-07/2021-03-09"],
      [{ year: 2021, month: 4, day: 4 }, undefined, "2021-04-04"],
    ]);
    const fined = slides[1];
    expect(fined?.text.headline).toContain("&lt;b&gt;the port&lt;/b&gt; &amp; the fleet");
    expect(fined?.text.text).toContain('<a href="https://post.example/a?b=1&amp;c=&quot;2&quot;">+River Post');
    expect(new Set(slides.map((s) => s.unique_id)).size).toBe(4);
  });
});

describe("the bundled coverage", () => {
  test.each(["ics", "csv", "json", "timelinejs"] as const)("as %s holds every event", (format) => {
    const lib = bundledLibrary();
    const found = timeline(lib, wholeCoverage);
    const { text, events, left } = exported(format, lib, found);
    expect(events + left).toBe(found.dated.length + found.undated.length);
    for (const { event } of found.dated) expect(text).toContain(event.id);
  });
});

test("a file's name tells its format", () => {
  expect(["a.ICS", "b.csv", "c.json", "d.timelinejs.json", "e.txt", "json"].map(formatOf)).toEqual([
    "ics", "csv", "json", "timelinejs", null, null,
  ]); // biome-ignore format: one line
});
