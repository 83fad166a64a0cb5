import { describe, expect, it } from "vitest";
import { newsroomDay } from "../../src/ingest/html/dates.ts";
import { readHtml } from "../../src/ingest/html.ts";

const prose =
  "<p>The harbour board of Eastwick voted on Tuesday to close the old ferry pier for the whole of the winter season.</p>".repeat(
    3,
  );
const page = (body: string, language = "en") =>
  readHtml(`<html lang="${language}"><head><title>Pier to close</title></head><body><div>${body}</div></body></html>`)
    .published;

describe("the day that a page prints", () => {
  it("is that beside the headline, with its words", () => {
    const published = page(
      `<p>Other news, 1 May 2019</p><h1>Pier to close</h1><div>By A. Moreno | 4 March 2021</div>${prose}`,
    );
    expect(published).toEqual({ date: "2021-03-04", basis: "stamp", words: "By A. Moreno | 4 March 2021" });
  });

  it("stands in a line that says that something was published, in many languages", () => {
    const published = page(
      `<h1>Pier to close</h1>${prose.repeat(5)}<p>Dieser Artikel wurde am 4. März 2021 veröffentlicht</p>`,
      "de",
    );
    expect(published?.date).toBe("2021-03-04");
    expect(page(`<h1>Pier to close</h1><p>martes 2 de marzo de 2021</p>${prose}`, "es")?.date).toBe("2021-03-02");
  });

  it("may open the first paragraph", () => {
    expect(
      page(`<h1>Pier to close</h1><p>(04.03.2021) ${"The harbour board of Eastwick voted again. ".repeat(5)}</p>`),
    ).toEqual({
      date: "2021-03-04",
      basis: "stamp",
      words: "(04.03.2021)",
    });
  });

  it("is none that belongs to an update, to the story or to other stories", () => {
    expect(page(`<h1>Pier to close</h1><p>Updated 4 March 2021</p>${prose}`)).toBeNull();
    expect(
      page(
        `<h1>Pier to close</h1><p>The board, which last met on 4 March 2021 in the old town hall of Eastwick, voted again on the pier.</p>`,
      ),
    ).toBeNull();
    expect(page(`<h1>Pier to close</h1>${prose.repeat(8)}<p>Another story, 4 March 2021</p>`)).toBeNull();
  });

  it("reads slashes only where their order is certain", () => {
    expect(page(`<h1>Pier to close</h1><p>04/03/2021</p>${prose}`)).toBeNull();
    expect(page(`<h1>Pier to close</h1><p>04/03/2021</p>${prose}`, "fr")?.date).toBe("2021-03-04");
  });
});

describe("the day of the newsroom", () => {
  it.each([
    ["an evening in the west", "2021-03-05", "2021-03-05T01:30:00Z", "2021-03-04", "2021-03-04"],
    ["a morning in the west", "2021-03-05", "2021-03-05T10:04:00Z", "2021-03-04", "2021-03-05"],
    ["a small hour in the east", "2021-03-04", "2021-03-04T22:00Z", "2021-03-05", "2021-03-05"],
    ["a time with its own offset", "2021-03-05", "2021-03-05T01:30:00+03:00", "2021-03-04", "2021-03-05"],
    ["a day alone", "2021-03-05", "2021-03-05", "2021-03-04", "2021-03-04"],
    ["two days off", "2021-03-05", "2021-03-05T01:30:00Z", "2021-03-03", "2021-03-05"],
  ])("%s", (_, date, value, other, day) => {
    expect(newsroomDay(date, value, other)).toBe(day);
  });
});
