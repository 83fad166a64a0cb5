import { describe, expect, test } from "vitest";
import { readMentions } from "../../src/reading/mentions.ts";
import { articleOf } from "./article-of.ts";

/** A Friday. */
const published = "2021-04-02";

/** Every expression with its days, "day" or "first..last"; an undated one is "-". */
function read(text: string, day: string | null = published, language = "en"): string[] {
  return readMentions(articleOf(text, { language }), day).map(({ expression, from, to }) => {
    const days = from === null && to === null ? "-" : from === to ? from : `${from ?? ""}..${to ?? ""}`;
    return `${text.slice(expression.start, expression.end)}: ${days}`;
  });
}

describe("dates that are stated", () => {
  test.each([
    ["The law was passed on March 4, 2021.", ["March 4, 2021: 2021-03-04"]],
    ["It was signed on the 4th of March 2021.", ["the 4th of March 2021: 2021-03-04"]],
    ["The files are dated 2021-03-04 and 14.03.2021.", ["2021-03-04: 2021-03-04", "14.03.2021: 2021-03-14"]],
    ["Sales fell in the third quarter of 2020.", ["the third quarter of 2020: 2020-07-01..2020-09-30"]],
    ["It was built in the summer of 2019.", ["the summer of 2019: 2019-06-01..2019-08-31"]],
    ["The bridge fell in early March 2020.", ["early March 2020: 2020-03-01..2020-03-10"]],
    ["Rents doubled in the 1990s.", ["the 1990s: 1990-01-01..1999-12-31"]],
    ["He was born in 1955.", ["1955: 1955-01-01..1955-12-31"]],
    ["The first half of 2020 was slow.", ["The first half of 2020: 2020-01-01..2020-06-30"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("dates that hang on the day of writing", () => {
  test.each([
    ["The court fined the company on Wednesday.", ["Wednesday: 2021-03-31"]],
    ["The court fined the company on Friday.", ["Friday: 2021-04-02"]],
    ["The council will vote on Monday.", ["Monday: 2021-04-05"]],
    ["He said Thursday that the council would vote on Tuesday.", ["Thursday: 2021-04-01", "Tuesday: 2021-04-06"]],
    ["They plan to appeal Monday's ruling.", ["Monday: 2021-03-29"]],
    ["The office stays closed until Monday.", ["Monday: 2021-04-05"]],
    ["The shop was open until Monday.", ["Monday: 2021-03-29"]],
    ["The strike began on March 10.", ["March 10: 2021-03-10"]],
    ["The strike began on November 10.", ["November 10: 2020-11-10"]],
    ["The hearing is scheduled for April 20.", ["April 20: 2021-04-20"]],
    ["It opened in December.", ["December: 2020-12-01..2020-12-31"]],
    ["It will open in December.", ["December: 2021-12-01..2021-12-31"]],
    ["Yesterday he left; today he is back.", ["Yesterday: 2021-04-01", "today: 2021-04-02"]],
    ["Last month it rained.", ["Last month: 2021-03-01..2021-03-31"]],
    ["It was announced this week.", ["this week: 2021-03-29..2021-04-02"]],
    ["He had warned of it earlier this year.", ["earlier this year: 2021-01-01..2021-04-02"]],
    ["The vote was three days ago.", ["three days ago: 2021-03-30"]],
    ["The vote was two weeks ago.", ["two weeks ago: 2021-03-15..2021-03-21"]],
    ["It happened last week, on Tuesday.", ["last week: 2021-03-22..2021-03-28", "Tuesday: 2021-03-23"]],
    ["Last year he was arrested in March.", ["Last year: 2020-01-01..2020-12-31", "March: 2020-03-01..2020-03-31"]],
    ["The deal expires in two weeks.", ["in two weeks: 2021-04-12..2021-04-18"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("dates that hang on other dates", () => {
  test.each([
    ["He left on Tuesday. That day it snowed.", ["Tuesday: 2021-03-30", "That day: 2021-03-30"]],
    ["He left on Tuesday. A day earlier he had packed.", ["Tuesday: 2021-03-30", "A day earlier: 2021-03-29"]],
    ["He left on March 3. The next day he was back.", ["March 3: 2021-03-03", "The next day: 2021-03-04"]],
    ["It began on March 10. Less than a week later it was over.", ["March 10: 2021-03-10", "Less than a week later: 2021-03-10..2021-03-17"]],
    ["It began on March 10. More than a week later it was over.", ["March 10: 2021-03-10", "More than a week later: 2021-03-17.."]],
    ["The ruling comes two weeks after the agency spoke out.", ["two weeks after: 2021-03-19"]],
    ["On March 3, two days after the vote, he resigned.", ["March 3: 2021-03-03", "two days after: 2021-03-03"]],
    ["He resigned two days after March 3.", ["two days after: 2021-03-05", "March 3: 2021-03-03"]],
    ["Two days after the vote he resigned.", ["Two days after: -"]],
    ["Two days after the vote he resigned. A day later he left.", ["Two days after: -", "A day later: -"]],
    ["A week later he left.", ["A week later: -"]],
    ["A year later, in March 2020, it closed.", ["A year later: 2020-03-01..2020-03-31", "March 2020: 2020-03-01..2020-03-31"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected)); // biome-ignore format: a table

  test("both ends of a range know each other", () => {
    for (const text of [
      "They met from March 3 to March 5, 2021.",
      "They met on March 3–5, 2021.",
      "They met between 3 and 5 March 2021.",
    ]) {
      const [first, last, ...more] = readMentions(articleOf(text), published);
      expect([first?.from, last?.to, more.length]).toEqual(["2021-03-03", "2021-03-05", 0]);
      expect([first?.rangeWith, last?.rangeWith]).toEqual([last?.expression, first?.expression]);
    }
    expect(
      readMentions(articleOf("They met on March 3 and March 5, 2021."), published).map((m) => m.rangeWith),
    ).toEqual([null, null]);
  });

  test("a mention keeps the words it hangs on", () => {
    const text = "He left on Tuesday. A day earlier he had packed.";
    const [tuesday, earlier] = readMentions(articleOf(text), published);
    expect(tuesday?.anchor).toEqual({ kind: "publication", date: published, at: null });
    expect(earlier?.anchor).toEqual({ kind: "mention", date: "2021-03-30", at: tuesday?.expression });
  });
});

describe("what is no date", () => {
  test.each([
    "She may march with them.",
    "Theresa May spoke to the Sun.",
    "He sat down and the sun set.",
    "He is 30 years old and was jailed for three years.",
    "About 1500 troops and 2000 people came.",
    "It cost $2020 and scored 1999 points.",
    "They meet every Friday and each year.",
    "He watched the Today show and read USA Today.",
    "A suspect in his 40s was held.",
    "The film runs for two hours a day.",
    "MOSCOW, March 4 (Agency) -- The river rose.",
    "Flight 1990 was late.",
    "Troy fell in 1200 BC.",
    "He was arrested in three days.",
    "He threatened to close it in 30 days.",
  ])("%s", (text) => expect(read(text)).toEqual([]));
});

describe("speech, plans and threats", () => {
  const modality = (text: string) =>
    readMentions(articleOf(text), published).map((m) => [
      text.slice(m.expression.start, m.expression.end),
      m.from,
      m.modality,
    ]);

  test("tomorrow belongs to the day of speaking", () => {
    expect(modality("“It will be done tomorrow,” he said on Tuesday.")).toEqual([
      ["tomorrow", "2021-03-31", "future"],
      ["Tuesday", "2021-03-30", "fact"],
    ]);
  });

  test("what is supposed is not reported, nor dated from the wrong day", () => {
    const text =
      "On March 10 it slowed the site. Less than a week later he said that “if nothing changes, it will be blocked in a month.”";
    expect(modality(text)).toEqual([
      ["March 10", "2021-03-10", "fact"],
      ["Less than a week later", "2021-03-10", "fact"],
      ["in a month", null, "hypothetical"],
    ]);
    expect(modality("The bridge will open in October, not in September.").map((m) => m.slice(1))).toEqual([
      ["2021-10-01", "future"],
      ["2021-09-01", "hypothetical"],
    ]);
    expect(modality("The court ruled on Tuesday rather than on Monday.").map(([, , m]) => m)).toEqual([
      "fact",
      "hypothetical",
    ]);
    for (const text of ["The strike had been planned for Friday.", "It had originally been due to begin on Friday."])
      expect(modality(text).map(([, , m]) => m)).toEqual(["hypothetical"]);
    expect(modality("It could be closed next week.")).toEqual([["next week", "2021-04-05", "hypothetical"]]);
  });

  test("a plan lies ahead; a stated day that is over happened", () => {
    expect(modality("The council will vote on Monday.")).toEqual([["Monday", "2021-04-05", "future"]]);
    expect(modality("He said the rule of March 10 would stay.")).toEqual([["March 10", "2021-03-10", "fact"]]);
  });
});

describe("the article around the dates", () => {
  test("without a publication date only stated dates and what hangs on them are dated", () => {
    const text = "He left on May 3, 2020. A day later he was back. On Tuesday he left again in March.";
    expect(read(text, null)).toEqual(["May 3, 2020: 2020-05-03", "A day later: 2020-05-04", "Tuesday: -", "March: -"]);
  });

  test("a history follows its own dates, news its day of writing", () => {
    const history =
      "On May 3, 1900, it began. In June 1901 it spread. On July 4, 1902 it peaked. In August it waned. On 5 September 1903 peace came. On 9 October all was quiet.";
    expect(read(history)).toContain("August: 1902-08-01..1902-08-31");
    expect(read(history)).toContain("9 October: 1903-10-09");
    expect(read("The firm was founded on May 3, 1900. In August it closed.")).toContain(
      "August: 2020-08-01..2020-08-31",
    );
  });

  test("only the body is read", () => {
    const text = "Headline of March 3\nBy A. Writer, March 4\nIt rained on March 5.";
    const mentions = readMentions(articleOf(text, {}, { headline: [1], byline: [2] }), published);
    expect(mentions.map((m) => m.from)).toEqual(["2021-03-05"]);
  });

  test("TIMEX3 values name the unit, not a day in it", () => {
    const values = (text: string) => readMentions(articleOf(text), published).map((m) => m.timex);
    expect(values("It rained last week, in March, in the 1990s, in 2012, last summer and in the third quarter of 2020.")).toEqual([
      "2021-W12", "2021-03", "199", "2012", "2020-SU", "2020-Q3",
    ]); // biome-ignore format: a list
  });
});
