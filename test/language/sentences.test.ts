import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphRanges } from "../../src/coverage/article.ts";
import { sentenceRanges } from "../../src/language/sentences.ts";
import { article, hugeParagraph, paragraph } from "../support/arbitraries.ts";
import { slices } from "../support/articles.ts";

const sentences = (text: string) => slices(text, sentenceRanges(text));

/** Sentences are slices in order, trimmed, with nothing but white space between them. */
function expectCover(text: string, within = { start: 0, end: text.length }): void {
  const ranges = sentenceRanges(text, within);
  const between = [...ranges, { start: within.end }].map(({ start }, i) =>
    text.slice(ranges[i - 1]?.end ?? within.start, start),
  );
  const untrimmed = slices(text, ranges).filter((sentence) => sentence === "" || sentence.trim() !== sentence);
  const disordered = ranges.filter(({ start }, i) => start < (ranges[i - 1]?.end ?? within.start));
  expect({ lost: between.join("").trim(), untrimmed, disordered }).toEqual({ lost: "", untrimmed: [], disordered: [] });
}

describe("the sentences of any text", () => {
  it("cover all of a paragraph but white space, in order", () => {
    fc.assert(fc.property(paragraph, (text) => expectCover(text)));
    fc.assert(
      fc.property(article, ({ text }) => {
        for (const range of paragraphRanges(text)) expectCover(text, range);
      }),
    );
  });

  it("cover paragraphs of 100,000 characters", () => {
    fc.assert(
      fc.property(hugeParagraph, (text) => expectCover(text)),
      { numRuns: 10 },
    );
  });

  it.each([".", "…", "?!", '."', ". ", "A. ", "г. ", "“", "… A"])("cover a hundred thousand of %j", (piece) => {
    expectCover(`Before ${piece.repeat(100_000)} after.`);
  });

  it("are the same inside a longer text as alone", () => {
    fc.assert(
      fc.property(paragraph, paragraph, (before, text) => {
        const start = before.length + 2;
        const inside = sentenceRanges(`${before}\n\n${text}\n\nAfter. All`, { start, end: start + text.length });
        expect(inside).toEqual(sentenceRanges(text).map((r) => ({ start: r.start + start, end: r.end + start })));
      }),
    );
  });
});

describe("hard cases", () => {
  /** Each text with "|" where a sentence ends and another starts. */
  it.each([
    // plain
    "The court ruled. | Twitter said nothing. | Will it pay? | No! | It will appeal…",
    "No stop at all",
    // titles and names
    "Mr. Putin met Dr. A. N. Smith and Gen. Ivanov. | They spoke.",
    "J. K. Rowling wrote to George W. Bush. | He answered.",
    "Mr. An said so. | Dr. No laughed.",
    "St. Petersburg and Mt. Elbrus are far apart. | Very far.",
    "She met Sen. Ted Cruz (R., Texas) on Monday. | He left.",
    // initialisms
    "The U.S. President came to the U.K. on Monday. | The visit was short.",
    "He lives in the U.S. | The law is new there.",
    "It is now the law in the United States (U.S.) President Biden said so.",
    "It ended at 5 p.m. | He went home.",
    "Apple Inc. and Twitter Inc. were fined. | Both paid.",
    "He works for Apple Inc. | The firm was fined.",
    "Sites, e.g. Twitter, i.e. Facebook, etc. were named. | Others were not.",
    // numbers and dates
    "It paid 8.9 million rubles ($117,000.50) on Jan. 3 at 5.30 p.m. in room No. 5. | It was No. 1.",
    "The fine was set in Dec. | The company paid.",
    "On Wed. Putin spoke for 1.5 hours. | He said no. | Later he said yes.",
    "1. The court ruled. | It was late.",
    "That was in 2021. | Then came 2022. | It passed.",
    "We saw the sun. | Then it rained.",
    // quotation marks
    "“We have no such plans,” the leader said. | “We are not going to block anyone.” | He smiled.",
    "“Why?” Clinton asked. | “Because.”",
    "“Stop!” the minister shouted. | Nobody did.",
    "«Почему?» — спросил он. | «Потому!»",
    "«Почему?» Путин спросил министра. | Тот молчал.",
    '"He declined." | "Why?" | \'No idea.\' | „So.“ | The end.',
    "(He declined to comment.) | The court ruled.",
    // ellipses
    "They make undertakings... they say so… and nothing happens. | Really.",
    "“What is the concern… | Making a profit,” he said.",
    // small letters go on
    "Yahoo! was fined. | It paid.",
    // Russian abbreviations
    "В 2021 г. Путин подписал закон. | Это было весной.",
    "Это было в 2021 г. | Он ушёл.",
    "В 2021 г. В. В. Путин уехал. | Потом вернулся.",
    "Он ушёл, т. е. Путин остался, т.е. Медведев тоже. | Всё.",
    "Суд, закон и т. д. мешают. | Порядок и т. п. | Он согласен.",
    "Улицы, дома и т. д. | В Москве тихо.",
    "Штраф 8,9 млн руб. за 3 тыс. постов, т. к. закон нарушен. | Всё.",
    "Штраф — 500 руб. | Он оплачен.",
    "Жил на ул. А. Невского, д. 5, кв. 3. | Потом уехал.",
    "Им. В. И. Ленина, акад. Сахарова и проф. Иванова. | Это улицы.",
    "Заседание в 5 ч. Мосгорсуда отложили. | Это я. | Потом он.",
    "См. стр. 5 и ст. 13.41. | Там всё есть.",
  ])("%s", (marked) => {
    const expected = marked.split(" | ");
    expect(sentences(expected.join(" "))).toEqual(expected);
  });

  it("keep a sentence together over a line end", () => {
    expect(sentences("The court\nruled.\nIt\r\nended.")).toEqual(["The court\nruled.", "It\r\nended."]);
  });
});
