import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-wasm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.ts";
import { timeline, wholeCoverage } from "../../src/answer/timeline.ts";
import type { Article } from "../../src/coverage/article.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { dayOf } from "../../src/reading/dates/calendar.ts";
import { binsOf } from "../../src/telegram/picture/bins.ts";
import { fontFamily, fontFiles, textWidth } from "../../src/telegram/picture/font.ts";
import { layOut } from "../../src/telegram/picture/layout.ts";
import { drawPicture } from "../../src/telegram/picture/picture.ts";
import { placeInOrder, tracksOf } from "../../src/telegram/picture/place.ts";
import { pngOf } from "../../src/telegram/picture/png.ts";
import { cutHeight, makeScale } from "../../src/telegram/picture/scale.ts";
import { page } from "../../src/telegram/picture/style.ts";
import { wrapText } from "../../src/telegram/picture/wrap.ts";
import { articleOf } from "../support/articles.ts";
import { bundledLibrary } from "../support/libraries.ts";

const months = ["January", "February", "March", "April", "May", "June", "July"];

/** So many events, each in an article of its own; every fifth covers a month. */
function library(count: number) {
  const articles = Array.from({ length: count }, (_, i): Article => {
    const [day, month] = [1 + ((i * 5) % 27), months[(i * 3) % months.length]];
    const when = i % 5 === 4 ? `in ${month} 2021` : `on ${month} ${day}, 2021`;
    const name = `Z${i.toString(36)}x`;
    return articleOf(`${name} bought the ${name} bridge from ${name} & sons ${when} <again>.`, {
      id: `a${i}`,
      outlet: i % 7 === 6 ? null : `Outlet ${i % 6}`,
      published: "2021-12-28",
    });
  });
  return openLibrary(makeCorpus(articles));
}

const eventsOf = (count: number) => {
  const lib = library(count);
  return { lib, found: timeline(lib, wholeCoverage) };
};

/** Width, height and pixels (RGBA rows without filters) of a PNG. */
function decode(png: Buffer): { width: number; height: number; rows: Buffer } {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const header = chunks.get("IHDR") ?? Buffer.alloc(8);
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4), rows };
}

/** How many pixels are dark. */
function ink({ width, height, rows }: ReturnType<typeof decode>): number {
  let dark = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if ((rows[y * (width * 4 + 1) + 1 + x * 4] ?? 255) < 90) dark++;
  return dark;
}

describe("the scale", () => {
  const days = (...isos: string[]) => isos.flatMap((iso) => [dayOf(iso), dayOf(iso) + 1]);

  test("has the same number of pixels a day everywhere", () => {
    const scale = makeScale(days("2021-03-01", "2021-03-11", "2021-03-31"), 1000);
    const at = (iso: string) => scale.at(dayOf(iso));
    expect((at("2021-03-31") - at("2021-03-11")) / (at("2021-03-11") - at("2021-03-01"))).toBeCloseTo(2);
    expect(scale.pieces.map((p) => p.cut)).toEqual([false]);
    expect(scale.height).toBeCloseTo(1000);
  });

  test("leaves a long empty stretch out, and only that", () => {
    const scale = makeScale(days("2012-05-01", "2021-03-01", "2021-03-11", "2021-04-01"), 1000);
    expect(scale.pieces.map((p) => p.cut)).toEqual([false, true, false]);
    const [before, cut, after] = scale.pieces;
    expect(cut).toMatchObject({ from: dayOf("2012-05-02"), to: dayOf("2021-03-01") });
    expect((cut?.bottom ?? 0) - (cut?.top ?? 0)).toBe(cutHeight);
    const perDay = (p: typeof before) => ((p?.bottom ?? 0) - (p?.top ?? 0)) / ((p?.to ?? 1) - (p?.from ?? 0));
    expect(perDay(before)).toBeCloseTo(perDay(after));
  });

  test("never goes back, whatever the days", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: 1, maxLength: 40 }), (list) => {
        const scale = makeScale(
          list.flatMap((d) => [d, d + 1]),
          1500,
        );
        const sorted = [...list].sort((a, b) => a - b).map(scale.at);
        for (let i = 1; i < sorted.length; i++)
          expect(sorted[i] ?? 0).toBeGreaterThanOrEqual((sorted[i - 1] ?? 0) - 1e-6);
        expect(sorted[0]).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("placing", () => {
  const wishes = fc.array(
    fc.record({ wanted: fc.double({ min: -100, max: 3000, noNaN: true }), height: fc.integer({ min: 1, max: 300 }) }),
    { maxLength: 50 },
  );

  test("nothing overlaps, the order is kept, and what has room stays where it wants to be", () => {
    fc.assert(
      fc.property(wishes, (given) => {
        const list = given.toSorted((a, b) => a.wanted - b.wanted);
        const starts = placeInOrder(list, 0);
        expect(starts).toHaveLength(list.length);
        for (const [i, { height }] of list.entries()) {
          const [start, next] = [starts[i] ?? 0, starts[i + 1] ?? Number.POSITIVE_INFINITY];
          expect(start).toBeGreaterThanOrEqual(0);
          expect(next).toBeGreaterThanOrEqual(start + height - 1e-6);
        }
      }),
    );
    expect(
      placeInOrder(
        [
          { wanted: 10, height: 20 },
          { wanted: 100, height: 20 },
        ],
        0,
      ),
    ).toEqual([10, 100]);
    expect(
      placeInOrder(
        [
          { wanted: 100, height: 20 },
          { wanted: 100, height: 20 },
        ],
        0,
      ),
    ).toEqual([90, 110]);
  });

  test("stretches that overlap get tracks of their own", () => {
    expect(
      tracksOf([
        { from: 0, to: 10 },
        { from: 5, to: 7 },
        { from: 8, to: 9 },
        { from: 10, to: 11 },
      ]),
    ).toEqual([0, 1, 1, 0]);
  });
});

describe("words", () => {
  beforeAll(async () => void (await pngOf('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')));

  test.each(["Roskomnadzor fined Twitter", "Суд оштрафовал «Твиттер» на 8,9 млн", "“We — said…”"])(
    "the width of %s is hardly more than what the renderer draws, and never less",
    (words) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="0" y="100" font-family="${fontFamily}" font-size="100">${words}</text></svg>`;
      const { regular } = fontFiles();
      const drawn =
        new Resvg(svg, { font: { fontBuffers: [regular], defaultFontFamily: fontFamily } }).getBBox()?.width ?? 0;
      // The renderer's box leaves out the space before the first letter and after the last, and letters are moved together.
      expect(textWidth(words, 100)).toBeGreaterThanOrEqual(drawn);
      expect(textWidth(words, 100)).toBeLessThan(drawn * 1.05 + 16);
    },
  );

  test("lines keep to the width and hold the words from the first on, nothing else", () => {
    const text =
      "Правозащитники потребовали освобождения задержанных   участников акции, наказания виновных и отставки министра";
    for (const width of [90, 250, 600]) {
      for (const most of [1, 2, 5, 99]) {
        const { lines, isShortened } = wrapText(text, width, most, 28);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, 28)).toBeLessThanOrEqual(width);
        const flat = text.replace(/\s+/g, "");
        const joined = lines.join("").replace(/\s+/g, "");
        expect(flat.startsWith(joined)).toBe(true);
        expect(isShortened).toBe(joined !== flat);
      }
    }
  });
});

describe("the layout", () => {
  test.each([1, 5, 20, 60, 200])(
    "of %i events: none over another, all on the page, in the order of their days",
    (count) => {
      const { lib, found } = eventsOf(count);
      const events = found.dated.map((e) => e.event);
      expect(events).toHaveLength(count);
      const { labels, bars } = layOut(lib.corpus, events, "en");
      expect(labels).toHaveLength(count);
      for (const [i, label] of labels.entries()) {
        const next = labels[i + 1];
        if (next) expect(next.y).toBeGreaterThanOrEqual(label.y + label.height - 1e-6);
        const shown = label.words.map((words) => textWidth(words, label.size));
        expect(label.x + 44 + Math.max(...shown)).toBeLessThanOrEqual(page.width - page.margin);
      }
      for (const bar of bars) expect(bar.bottom).toBeGreaterThan(bar.top);
      const firsts = labels.map((l) => l.event.from ?? "");
      expect(firsts).toEqual([...firsts].sort());
    },
  );
});

describe("the picture", () => {
  test("says every date and outlet, and each sentence as it stands", () => {
    const { corpus } = bundledLibrary();
    const found = timeline(bundledLibrary(), { ...wholeCoverage, topic: "Twitter" });
    const svg = drawPicture(corpus, found, "en")?.svg ?? "";
    expect(svg).toContain(">Twitter<");
    expect(svg).toContain(">2 Apr 2021<");
    expect(svg).toContain(">On Friday, Twitter said nothing about the Moscow<");
    expect(svg).toContain(">shortened<");
    expect(svg).not.toMatch(/<text[^>]*><\/text>/);
    const russian = drawPicture(corpus, found, "ru")?.svg ?? "";
    expect(russian).toContain("2 апреля 2021");
    expect(russian).toContain(">сокращено<");
  });

  test("tells outlets apart by letter and shape: no two are alike without their tints", () => {
    const { lib, found } = eventsOf(40);
    const { badges } = layOut(
      lib.corpus,
      found.dated.map((e) => e.event),
      "en",
    );
    expect(new Set(badges.map((b) => b.letter)).size).toBe(badges.length);
    expect(badges.map((b) => b.outlet)).toContain(null);
  });

  test("markup and control characters in an article are drawn, not obeyed", async () => {
    const lib = openLibrary(
      makeCorpus([
        articleOf("</text><script>&amp; \u0000\u0008 on March 3, 2021 <b>ok</b>.", { id: "x", outlet: "<A & B>" }),
      ]),
    );
    const picture = drawPicture(lib.corpus, timeline(lib, wholeCoverage), "en");
    expect(picture?.svg).not.toMatch(/<script|<b>/);
    expect(picture?.svg).toContain("&lt;A &amp; B&gt;");
    expect((await pngOf(picture?.svg ?? "")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("is a PNG of the size it says, with ink on light paper, Cyrillic as well", async () => {
    const text = "Городской суд оштрафовал порт 3 марта 2021 года.";
    const lib = openLibrary(makeCorpus([articleOf(text, { id: "r", outlet: "Вестник", language: "ru" })]));
    const picture = drawPicture(lib.corpus, timeline(lib, wholeCoverage), "ru");
    expect(picture?.svg).toContain("Городской суд оштрафовал порт 3 марта");
    const image = decode(await pngOf(picture?.svg ?? ""));
    expect([image.width, image.height]).toEqual([picture?.width, picture?.height]);
    expect(image.rows.subarray(1, 4)).toEqual(Buffer.from([0xfd, 0xfc, 0xf9]));
    const without = decode(await pngOf((picture?.svg ?? "").replace(/<text[^>]*>[^<]*<\/text>/g, "")));
    expect(ink(image)).toBeGreaterThan(ink(without) + 5_000);
  });

  test("of more than 200 events counts each once, and says so", () => {
    const { lib, found } = eventsOf(260);
    const { step, bins } = binsOf(found.dated.map((e) => e.event));
    expect(bins.reduce((sum, b) => sum + b.events.length, 0)).toBe(260);
    expect(step).toBe("week");
    expect(drawPicture(lib.corpus, found, "en")?.svg).toMatch(/More than 200 events are not drawn one by one/);
    expect(drawPicture(lib.corpus, found, "en")?.svg).toContain(">260 events, ");
  });

  test("is none where nothing has a date; what is left out is said", () => {
    const lib = openLibrary(makeCorpus([articleOf("The port closed two days after the flood.", { id: "u" })]));
    expect(drawPicture(lib.corpus, timeline(lib, wholeCoverage), "en")).toBeNull();
    const both = openLibrary(
      makeCorpus([articleOf("The port closed two days after the flood. A fair opened on March 3, 2021.", { id: "u" })]),
    );
    expect(drawPicture(both.corpus, timeline(both, wholeCoverage), "en")?.svg).toContain(
      "the text does not date them: 1.",
    );
  });
});
