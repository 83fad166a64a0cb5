import { describe, expect, test } from "vitest";
import type { Article } from "../../src/coverage/article.ts";
import { edtfOf } from "../../src/reading/edtf.ts";
import { mergeEvents } from "../../src/reading/events.ts";
import type { Mention } from "../../src/reading/mention.ts";
import { readMentions } from "../../src/reading/mentions.ts";
import { articleOf } from "./article-of.ts";

function eventsOf(...articles: Article[]) {
  return mergeEvents(
    articles,
    articles.flatMap((a) => readMentions(a, a.published)),
  );
}

const original = articleOf(
  "A court in Omsk fined the river port 2 million roubles on Wednesday for dumping oil. Two boats sank in May 2019.",
  {
    id: "original",
    published: "2021-04-02",
    family: "original",
  },
);
const reprint = articleOf("A court in Omsk fined the river port 2 million roubles on Wednesday for dumping oil.", {
  id: "reprint",
  published: "2021-04-02",
  family: "original",
});
const other = articleOf("The Omsk river port was fined for dumping oil by a court on March 31.", {
  id: "other",
  published: "2021-04-05",
});
const unlike = articleOf("On March 31 a circus came to the town of Tomsk with two elephants.", {
  id: "unlike",
  published: "2021-04-05",
});

describe("mergeEvents", () => {
  test("one happening in several reports is one event; reprints are one voice", () => {
    const [sank, fined, circus, ...more] = eventsOf(original, reprint, other, unlike);
    expect(more).toEqual([]);
    expect([sank?.edtf, fined?.edtf, circus?.edtf]).toEqual(["2019-05", "2021-03-31", "2021-03-31"]);
    expect(fined?.mentions.map((m) => m.article).sort()).toEqual(["original", "other", "reprint"]);
    expect([fined?.families, circus?.families]).toEqual([2, 1]);
  });

  test("the finest date gives the event its date", () => {
    const rough = articleOf("Last month a court in Omsk fined the river port for dumping oil.", {
      id: "rough",
      published: "2021-04-05",
    });
    const [event, ...more] = eventsOf(rough, other);
    expect(more).toEqual([]);
    expect([event?.edtf, event?.granularity, event?.mentions[0]?.article]).toEqual(["2021-03-31", "day", "other"]);
    expect(event?.conflicts).toEqual([]);
  });

  test("a wider time that frames a finer one in its sentence is no happening of its own", () => {
    const framed = articleOf(
      "Earlier this year thousands marched through Omsk in January. The mayor left on March 3.",
      {
        id: "framed",
        published: "2021-04-02",
      },
    );
    expect(eventsOf(framed).map((e) => [e.edtf, e.mentions.length])).toEqual([
      ["2021-01", 2],
      ["2021-03-03", 1],
    ]);
  });

  test("dates that contradict each other stand side by side", () => {
    const wrong = articleOf("The Omsk river port was fined for dumping oil by a court on March 29.", {
      id: "wrong",
      published: "2021-04-05",
    });
    const [event, ...more] = eventsOf(other, wrong);
    expect(more).toEqual([]);
    expect([event?.edtf, ...(event?.conflicts.map((c) => c.edtf) ?? [])].sort()).toEqual(["2021-03-29", "2021-03-31"]);
  });

  test("two happenings of one day are two events", () => {
    const text = "On Wednesday the mayor opened a bridge. On Wednesday two boats sank in the harbour.";
    expect(eventsOf(articleOf(text, { published: "2021-04-02" })).map((e) => e.edtf)).toEqual([
      "2021-03-31",
      "2021-03-31",
    ]);
  });

  test("plans and threats are no events", () => {
    const text = "The council will vote on Monday. It could close the port next week. It sat on Thursday.";
    expect(eventsOf(articleOf(text, { published: "2021-04-02" })).map((e) => e.edtf)).toEqual(["2021-04-01"]);
  });

  test("undated happenings come last; a date in the sentence is enough to be dated", () => {
    const text = "Two days after the storm the port opened. It closed on Thursday, a week after the flood.";
    expect(eventsOf(articleOf(text, { published: "2021-04-02" })).map((e) => [e.edtf, e.basis])).toEqual([
      ["2021-04-01", "publication"],
      [null, "undated"],
    ]);
  });

  test("a range is one event", () => {
    const [event, ...more] = eventsOf(
      articleOf("The fair ran from May 3 to May 7, 2019."),
      articleOf("Rents rose between 1990 and 1995.", { id: "b" }),
    ).reverse();
    expect([event?.edtf, event?.from, event?.to]).toEqual(["2019-05-03/2019-05-07", "2019-05-03", "2019-05-07"]);
    expect(more.map((e) => e.edtf)).toEqual(["1990/1995"]);
  });

  test("ids hang on date, family and sentence alone", () => {
    const alone = eventsOf(original).map((e) => e.id);
    expect(eventsOf(original, unlike).map((e) => e.id)).toEqual(expect.arrayContaining(alone));
    expect(new Set(alone).size).toBe(2);
    const moved = { ...original, published: "2021-04-09" };
    expect(eventsOf(moved)[1]?.id).not.toBe(alone[1]);
  });

  test("the order of the articles changes nothing but the order of mentions", () => {
    const shape = (events: ReturnType<typeof eventsOf>) =>
      events.map((e) => [e.id, e.edtf, e.families, e.mentions.map((m) => m.article).sort()]);
    expect(shape(eventsOf(unlike, other, reprint, original))).toEqual(
      shape(eventsOf(original, reprint, other, unlike)),
    );
  });
});

describe("edtfOf", () => {
  const date = (
    from: string | null,
    to: string | null,
    granularity: Mention["granularity"],
    timex: string | null = null,
  ) => edtfOf({ from, to, granularity, timex });

  test.each([
    ["2021-03-04", date("2021-03-04", "2021-03-04", "day")],
    ["2021-03-19~", date("2021-03-19", "2021-03-19", "approximate")],
    ["2021-03", date("2021-03-01", "2021-03-31", "month")],
    ["2021-03-01/2021-03-10", date("2021-03-01", "2021-03-10", "part-month")],
    ["2021-03-01/2021-03-07", date("2021-03-01", "2021-03-07", "week")],
    ["2021", date("2021-01-01", "2021-12-31", "year")],
    ["2021-01-01/2021-04-02", date("2021-01-01", "2021-04-02", "year")],
    ["2021-22", date("2021-06-01", "2021-08-31", "season", "2021-SU")],
    ["2021-24", date("2021-12-01", "2022-02-28", "season", "2021-WI")],
    ["2021-07/2021-09", date("2021-07-01", "2021-09-30", "quarter")],
    ["198X", date("1980-01-01", "1989-12-31", "decade")],
    ["18XX", date("1800-01-01", "1899-12-31", "century")],
    ["2021-03-17/..", date("2021-03-17", null, "bounded")],
    ["../2021-03-17", date(null, "2021-03-17", "bounded")],
    [null, date(null, null, "day")],
  ])("%s", (expected, actual) => expect(actual).toBe(expected)); // biome-ignore format: a table
});
