import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { dayOf, isoOf } from "../../src/reading/dates/calendar.ts";
import type { Mention } from "../../src/reading/mention.ts";
import { readMentions } from "../../src/reading/mentions.ts";
import { articleOf } from "./article-of.ts";

const pieces = [
  "on Friday", "next Monday", "last week", "this week", "yesterday", "tomorrow", "earlier this year", "in March", "on May 5", "since 2012", "in the late 1990s",
  "two days after the vote", "three weeks ago", "a day earlier", "less than a week later", "that day", "the next day", "from March 3 to March 5, 2021", "in the third quarter",
  "last summer", "by the end of the month", "в среду", "3 марта", "на прошлой неделе", "днём ранее", "через неделю", "в 2012 году", "летом 2020 года", "накануне", "он сказал",
  "the court ruled", "it will meet", "if it fails", "“we go", "he said”", ".", ",", "\n", "—", "İstanbul", "😀",
]; // biome-ignore format: a list

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((list) => list.join(" "));
const days = fc.integer({ min: dayOf("1950-01-01"), max: dayOf("2090-12-31") }).map(isoOf);
const languages = fc.constantFrom("en", "ru");

/** How many days the interval of a granularity may have at the most. */
const longest: Record<Mention["granularity"], number> = {
  day: 1, approximate: 1, "part-month": 31, week: 7, month: 31, quarter: 184, season: 92, "part-year": 366, year: 366, decade: 3653, century: 36525, bounded: 3653,
}; // biome-ignore format: a table

describe("for any text, day and language", () => {
  test("intervals are in order and fit their granularity; sentences and expressions are slices", () => {
    fc.assert(
      fc.property(texts, fc.option(days), languages, (text, day, language) => {
        for (const m of readMentions(articleOf(text, { language }), day)) {
          expect(m.sentence.start).toBeLessThanOrEqual(m.expression.start);
          expect(m.expression.start).toBeLessThan(m.expression.end);
          expect(m.expression.end).toBeLessThanOrEqual(m.sentence.end);
          expect(m.sentence.end).toBeLessThanOrEqual(text.length);
          expect(m.confidence).toBeGreaterThanOrEqual(0);
          expect(m.confidence).toBeLessThanOrEqual(1);
          if (m.from === null || m.to === null) continue;
          expect(m.from <= m.to).toBe(true);
          expect(dayOf(m.to) - dayOf(m.from) + 1).toBeLessThanOrEqual(longest[m.granularity]);
        }
      }),
    );
  });

  test("an article published whole weeks later has its relative days as much later", () => {
    const relative = ["on Friday", "the court ruled on Monday", "it will meet on Tuesday", "yesterday", "tomorrow", "last week", "next week", "this week", "three days ago",
      "two weeks ago", "the weekend", "a day earlier", "the next day", "less than a week later", "that day", "в среду", "на прошлой неделе", "вчера", "днём ранее", "."]; // biome-ignore format: a list
    const list = fc.array(fc.constantFrom(...relative), { maxLength: 15 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(list, days, fc.integer({ min: -200, max: 200 }), languages, (text, day, weeks, language) => {
        const article = articleOf(text, { language });
        const moved = (iso: string | null) => (iso === null ? null : isoOf(dayOf(iso) + 7 * weeks));
        const before = readMentions(article, day).map((m) => [m.rule, moved(m.from), moved(m.to)]);
        const after = readMentions(article, moved(day)).map((m) => [m.rule, m.from, m.to]);
        expect(after).toEqual(before);
      }),
    );
  });
});

describe("the machine's time zone", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  test("changes nothing", () => {
    const article = articleOf(pieces.join(". "));
    const read = (tz: string) => {
      process.env["TZ"] = tz;
      expect(new Date(2021, 0, 1).getTimezoneOffset()).not.toBe(0);
      return readMentions(article, "2021-03-28");
    };
    const west = read("Pacific/Pago_Pago");
    expect(west.length).toBeGreaterThan(20);
    expect(read("Pacific/Kiritimati")).toEqual(west);
    expect(read("Australia/Lord_Howe")).toEqual(west);
  });
});
