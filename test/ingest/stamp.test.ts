import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesIn, readStamp } from "../../src/ingest/stamp.ts";
import { anyText } from "../support/arbitraries.ts";

describe("a date stamp", () => {
  it.each([
    ["4 Mar, 2021 14:16", "2021-03-04"],
    ["30 Jun, 2021 12:43", "2021-06-30"],
    ["March 4, 2021", "2021-03-04"],
    ["Thursday, March 4th, 2021 at 2:16 p.m. EST", "2021-03-04"],
    ["Fri, 2 Apr 2021", "2021-04-02"],
    ["Published: 4 March 2021 | 14:16 GMT+3", "2021-03-04"],
    ["Published: 4 March 2021 | 14:16 GMT", "2021-03-04"],
    ["Posted on Apr. 2, 2021", "2021-04-02"],
    ["2021-03-04", "2021-03-04"],
    ["2021-03-04T14:16:00Z", "2021-03-04"],
    ["2021-03-04T14:16:00.000Z", "2021-03-04"],
    ["2021-03-04T14:16:00+03:00", "2021-03-04"],
    ["2021/03/04 14:16", "2021-03-04"],
    ["04.03.2021, 14:16", "2021-03-04"],
    ["4 марта 2021", "2021-03-04"],
    ["4 марта 2021 г., 14:16 МСК", "2021-03-04"],
    ["14:16, 4 марта 2021", "2021-03-04"],
    ["пятница, 2 апреля 2021 года", "2021-04-02"],
    ["Опубликовано: 30 июня 2021 12:43", "2021-06-30"],
    ["29 Feb 2020", "2020-02-29"],
    // days that are none, orders that differ by country, and what is more than a stamp
    ["31 Feb 2021", null],
    ["29 февраля 2021", null],
    ["4/3/2021", null],
    ["03-04-2021", null],
    ["32.01.2021", null],
    ["March 2021", null],
    ["2021", null],
    ["4 Marbles, 2021", null],
    ["On 4 March 2021 the court ruled.", null],
    ["4 March 2021: the court ruled", null],
    ["Moscow, Russia March 4, 2021.", null],
    ["", null],
  ])("%j is %j", (line, day) => {
    expect(readStamp(line)).toBe(day);
  });

  it("is read for every day there is, in every form", () => {
    const day = fc.date({ min: new Date("1995-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split("-");
        const form = (locale: string, options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
        for (const line of [
          iso,
          `${dayOfMonth}.${month}.${year}`,
          form("en-GB", { dateStyle: "long" }),
          form("en-US", { dateStyle: "long" }),
          form("en-US", { dateStyle: "full" }),
          form("en-US", { dateStyle: "medium" }),
          form("ru-RU", { dateStyle: "long" }),
        ]) {
          expect(readStamp(line), line).toBe(iso);
        }
      }),
    );
  });

  it("is a day that exists or nothing, for any line", () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.stringMatching(/^[0-9]{1,4}[ ./-][0-9A-Za-zа-я]{1,8}[ ./-][0-9]{1,4}$/)),
        (line) => {
          const day = readStamp(line);
          if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        },
      ),
    );
  });
});

describe("dates in a line", () => {
  it.each([
    ["Autor: N. N., 12.01.2021 - Politik", ["2021-01-12"]],
    ["jeudi 13 juin 2019", ["2019-06-13"]],
    ["martes 17 de marzo de 2020", ["2020-03-17"]],
    ["Berlin, 3. Juli 2018, and again on Apr. 7, 2019", ["2018-07-03", "2019-04-07"]],
    ["28.01.22 / 12:45", ["2022-01-28"]],
    ["23/11/2021 and 11/23/2021", ["2021-11-23", "2021-11-23"]],
    ["2020/04/17 01:43:09", ["2020-04-17"]],
    // the order is not certain, no day, no date
    ["04/03/2021", []],
    ["31.02.2021", []],
    ["version 1.2.2021.4, call 12-34-2021", []],
    ["12 listopada 2021", []],
  ])("%j holds %j", (line, days) => {
    expect(datesIn(line).map((d) => d.date)).toEqual(days);
  });

  it("have their place, and the day leads where that is said", () => {
    const line = "par N. le 04/03/2021 à Paris";
    const [found] = datesIn(line, { dayFirst: true });
    expect(found?.date).toBe("2021-03-04");
    expect(line.slice(found?.start, found?.end)).toBe("04/03/2021");
  });
});
