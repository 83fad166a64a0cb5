import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.ts";
import { parseTimelineRequest, type TimelineRequest, timeline, wholeCoverage } from "../../src/answer/timeline.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { articleOf } from "../reading/article-of.ts";

describe("parseTimelineRequest", () => {
  test.each<[string, Partial<TimelineRequest>]>([
    ["", {}],
    ["river port", { topic: "river port" }],
    ["river port 2021", { topic: "river port", from: "2021-01-01", to: "2021-12-31" }],
    ["port March 2021", { topic: "port", from: "2021-03-01", to: "2021-03-31" }],
    ["port in March 2021", { topic: "port", from: "2021-03-01", to: "2021-03-31" }],
    ["2021-03-04", { from: "2021-03-04", to: "2021-03-04" }],
    ["port 2021-03..2021-05", { topic: "port", from: "2021-03-01", to: "2021-05-31" }],
    ["March 2021..May 2021 port", { topic: "port", from: "2021-03-01", to: "2021-05-31" }],
    ["2021-05..2021-03", { from: "2021-03-01", to: "2021-05-31" }],
    ["2021-03..", { from: "2021-03-01" }],
    ["..2021-03", { to: "2021-03-31" }],
    ["port last 90 days", { topic: "port", lastDays: 90 }],
    ["past 2 weeks", { lastDays: 14 }],
    ["port by:week", { topic: "port", by: "week" }],
    ['in:"River Post" port', { topic: "port", outlet: "River Post" }],
    ["port min:2 new first", { topic: "port", min: 2, newestFirst: true }],
    ["from:2021-03 to:2021-04-10 port", { topic: "port", from: "2021-03-01", to: "2021-04-10" }],
    ["порт 2021 год по:месяцам", { topic: "порт", from: "2021-01-01", to: "2021-12-31", by: "month" }],
    ["порт март 2021", { topic: "порт", from: "2021-03-01", to: "2021-03-31" }],
    ["порт в марте 2021 года", { topic: "порт", from: "2021-03-01", to: "2021-03-31" }],
    ["порт за последние 30 дней сначала новые", { topic: "порт", lastDays: 30, newestFirst: true }],
    ["порт в:«Речная газета» мин:3", { topic: "порт", outlet: "Речная газета", min: 3 }],
  ])("%s", (text, expected) => {
    expect(parseTimelineRequest(text)).toEqual({ request: { ...wholeCoverage, ...expected }, notUnderstood: [] });
  });

  test("options that make no sense are named, not searched for", () => {
    expect(parseTimelineRequest("port by:hour min:0")).toEqual({
      request: { ...wholeCoverage, topic: "port" },
      notUnderstood: ["by:hour", "min:0"],
    });
  });

  test("a colon in a topic is left alone, and days that do not exist are no period", () => {
    expect(parseTimelineRequest("note: 2021-02-31").request).toEqual({ ...wholeCoverage, topic: "note: 2021-02-31" });
  });
});

const library = openLibrary(
  makeCorpus([
    articleOf(
      "A court fined the river port on Wednesday. The port opened in 1950. Two days after the flood the port closed.",
      {
        id: "a",
        outlet: "River Post",
        headline: "Oil in the river",
        published: "2021-04-02",
      },
    ),
    articleOf("The river port was fined by a court on March 31. A circus came to town on March 30.", {
      id: "b",
      outlet: "Town Crier",
      published: "2021-04-05",
    }),
    articleOf("The mayor resigned on Monday, May 10.", { id: "c", outlet: "Town Crier", published: "2021-05-11" }),
    articleOf("The mayor danced on Monday.", {
      id: "d",
      outlet: "Town Crier",
      published: "2021-05-11",
      status: "withdrawn",
    }),
  ]),
);
const dates = (request: Partial<TimelineRequest>) =>
  timeline(library, { ...wholeCoverage, ...request }).dated.map(({ event }) => event.edtf);

describe("timeline", () => {
  test("the whole coverage in date order, then the undated", () => {
    const { dated, undated, stretches } = timeline(library, wholeCoverage);
    expect(dated.map(({ event }) => event.edtf)).toEqual(["1950", "2021-03-30", "2021-03-31", "2021-05-10"]);
    expect(undated).toHaveLength(1);
    expect(stretches).toEqual([]);
  });

  test("newest first", () =>
    expect(dates({ newestFirst: true })).toEqual(["2021-05-10", "2021-03-31", "2021-03-30", "1950"]));

  test("days, outlets and the number of reports narrow it", () => {
    expect(dates({ from: "2021-03-31" })).toEqual(["2021-03-31", "2021-05-10"]);
    expect(dates({ to: "2021-03-30" })).toEqual(["1950", "2021-03-30"]);
    expect(dates({ from: "1950-06-01", to: "1950-06-30" })).toEqual(["1950"]);
    expect(dates({ outlet: "river" })).toEqual(["1950", "2021-03-31"]);
    expect(dates({ min: 2 })).toEqual(["2021-03-31"]);
    expect(timeline(library, { ...wholeCoverage, from: "2021-03-31" }).undated).toEqual([]);
  });

  test("the last days end with the newest article, not today", () => {
    const { from, to } = timeline(library, { ...wholeCoverage, lastDays: 30 });
    expect([from, to]).toEqual(["2021-04-12", "2021-05-11"]);
    expect(dates({ lastDays: 30 })).toEqual(["2021-05-10"]);
  });

  test("a topic is found by its stems, in the sentence, the headline and beside it", () => {
    expect(dates({ topic: "resignation of mayors" })).toEqual(["2021-05-10"]);
    expect(dates({ topic: "fines" })).toContain("2021-03-31");
    expect(dates({ topic: "fines" })).not.toContain("2021-05-10");
    expect(dates({ topic: "oil" })).toEqual(["1950", "2021-03-31"]);
    expect(dates({ topic: "volcano" })).toEqual([]);
  });

  test("stretches hold every event once, a year in no month", () => {
    const { stretches } = timeline(library, { ...wholeCoverage, by: "month" });
    expect(stretches.map(({ name, from, to, entries }) => [name, from, to, entries.length])).toEqual([
      ["1950", "1950-01-01", "1950-12-31", 1],
      ["2021-03", "2021-03-01", "2021-03-31", 2],
      ["2021-05", "2021-05-01", "2021-05-31", 1],
    ]);
    expect(timeline(library, { ...wholeCoverage, by: "week" }).stretches.map((s) => s.name)).toEqual([
      "1950",
      "2021-W13",
      "2021-W19",
    ]);
  });

  test("two reports are worth more than one, a day more than a year", () => {
    const worth = new Map(timeline(library, wholeCoverage).dated.map(({ event, worth: w }) => [event.edtf, w]));
    expect(worth.get("2021-03-31")).toBeGreaterThan(worth.get("2021-03-30") ?? 0);
    expect(worth.get("2021-03-30")).toBeGreaterThan(worth.get("1950") ?? 0);
  });
});

describe("a topic in another language than the coverage's", () => {
  test("finds what its translation finds", () => {
    const library = openLibrary(
      makeCorpus([
        articleOf("A court in Omsk fined the river port for dumping oil on March 3, 2021.", { id: "fine" }),
        articleOf("A circus came to the town of Tomsk on March 5, 2021 with two elephants.", { id: "circus" }),
      ]),
    );
    const articlesFor = (topic: string) =>
      timeline(library, { ...wholeCoverage, topic }).dated.map(({ event }) => event.mentions[0]?.article);
    expect(articlesFor("штраф")).toEqual(["fine"]);
    expect(articlesFor("Томск")).toEqual(["circus"]);
    expect(articlesFor("elephants")).toEqual(["circus"]);
    expect(articlesFor("zebra")).toEqual([]);
  });
});
