import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneMapOf } from "../../src/coverage/article.ts";
import { readPageText } from "../../src/ingest/page-text.ts";
import { zoneLines } from "../../src/ingest/page-zones.ts";
import { anyText, articleText } from "../support/arbitraries.ts";
import { articleOf, slices } from "../support/articles.ts";
import { seedsDir } from "../support/folders.ts";

const read = (...lines: string[]) => readPageText(lines.join("\n\n"));

/** The paragraphs of a zone in what a page was read as. */
function zone(page: string, name: string): string[] {
  const draft = readPageText(page);
  const article = articleOf(draft.text, {}, draft.zones);
  return slices(
    article.text,
    article.paragraphs.filter((p) => p.zone === name),
  );
}

describe("the five captures", () => {
  const seed = (name: string) => readFileSync(join(seedsDir, name), "utf8");
  const pages = [
    { name: "000_f4b116ca3e5ce545.txt", body: 9, date: "2021-03-04", other: ["dateline", "headline"] },
    { name: "001_8b80bb0ad9e055ca.txt", body: 9, date: undefined, other: ["credit", "caption"] },
    { name: "002_c70cd1319c215890.txt", body: 7, date: "2021-06-30", other: ["dateline", "headline"] },
    { name: "003_8e9f9506d3f370cc.txt", body: 6, date: undefined, other: [] },
    { name: "004_45d9f5317e8bed4c.txt", body: 11, date: undefined, other: ["headline"] },
  ];

  it.each(pages)("$name: $body body paragraphs, and $other", ({ name, body, date, other }) => {
    const page = seed(name);
    const draft = readPageText(page);
    const article = articleOf(draft.text, {}, draft.zones);
    const zones = article.paragraphs.map((p) => p.zone);
    expect(zones).toEqual([...other, ...Array(body).fill("body")]);
    expect(Object.keys(zoneMapOf(article))).toEqual(other);
    expect(draft.published?.date).toBe(date);
    expect(draft.language).toBe("en");
    for (const text of slices(article.text, article.paragraphs)) expect(page).toContain(text);
  });

  it("hold none of their pages' furniture", () => {
    const all = pages.map((p) => readPageText(seed(p.name)).text).join("\n");
    for (const furniture of [
      "icon bookmark",
      "Also on",
      "READ MORE",
      "Like this story",
      "like this story",
      "share it",
      "Podcasts",
      "27:33",
      "google news",
      "Connect with us",
      "Continue Reading",
      "Click to comment",
      "logged in",
      "Leave a Reply",
      "Dear readers",
      "A Message from",
      "Your support",
      "undesirable",
      "Remind me",
    ])
      expect(all).not.toContain(furniture);
  });

  it("have the headlines that stand above them, and none where there is none", () => {
    expect(pages.map((p) => readPageText(seed(p.name)).headline?.slice(0, 40))).toEqual([
      "‘They’re bugs & we will crush them!’ Put",
      undefined,
      "Russia not planning to block foreign soc",
      undefined,
      "Russia has imposed a fine on Twitter for",
    ]);
  });
});

describe("an English page of our own", () => {
  const body = [
    "The harbour town of Lowmere will close its last cannery in May, the owner said on Tuesday, ending a century of work.",
    "“We tried everything,” said Ann Lee, who runs it. “Nobody buys tins any more.”",
    "About 140 people work there, most of them over fifty.",
    "“It hurts,” she said.",
    "Donations to the strike fund have reached $40,000, the union told reporters, and readers of the local paper gave a third of it.",
    "Also on Tuesday, the council voted to support the workers with cheap loans.",
    "Terms of the loans were not disclosed.",
    "By Friday, the number of applicants had risen to ninety.",
    "Related industries in the valley employ another thousand people, according to the council.",
  ];
  const page = [
    "Home News Sport Weather Culture Travel Opinion Video Audio Jobs Shop Puzzles Events Contact Newsletters Apps",
    "Menu",
    "Last cannery of Lowmere to close in May",
    "By Joan Smith and Raj Patel",
    "Published: 2 March 2021 14:05 GMT",
    "Workers gather outside the cannery in Lowmere on Monday, March 1, 2021.",
    "Photo: Raj Patel / The Tide",
    body[0],
    body[1],
    "Also on tide.example Five things to know about tinned fish",
    body[2],
    body[3],
    "READ MORE: Why the fleet is shrinking",
    body[4],
    "Advertisement",
    body[5],
    "Story continues below",
    body[6],
    body[7],
    "Related: Mayor promises new harbour",
    body[8],
    "If you enjoyed this story, share it with a friend!",
    "A message from our editors",
    "Dear readers,",
    "Our independent journalism depends on you. Please support us with a monthly donation.",
    "Every contribution helps us keep reporting from small towns like yours.",
    "Sign up for our newsletter.",
    "Last cannery of Lowmere to close in May",
    "3 Mar 2021",
    "Five things to know about tinned fish",
    "12 comments",
    "© 2021 The Tide. All rights reserved.",
  ].join("\n");

  it("keeps its paragraphs, all and only these", () => {
    expect(zone(page, "body")).toEqual(body);
  });

  it("keeps headline, byline, date line, caption and credit as such", () => {
    expect(readPageText(page)).toMatchObject({
      headline: "Last cannery of Lowmere to close in May",
      byline: "By Joan Smith and Raj Patel",
      published: { date: "2021-03-02", basis: "stamp", words: "Published: 2 March 2021 14:05 GMT" },
      language: "en",
    });
    expect(zone(page, "caption")).toEqual(["Workers gather outside the cannery in Lowmere on Monday, March 1, 2021."]);
    expect(zone(page, "credit")).toEqual(["Photo: Raj Patel / The Tide"]);
  });
});

describe("a Russian page of our own", () => {
  const body = [
    "Последний консервный завод в посёлке Нижний Мыс закроется в мае, сообщил во вторник его владелец, завершив вековую историю.",
    "«Мы перепробовали всё, — сказала директор Анна Ли. — Консервы больше никто не покупает».",
    "Работу потеряют 140 человек.",
    "Поиск покупателя продолжался два года и ни к чему не привёл.",
    "Пожертвования в фонд забастовки достигли 40 тысяч рублей, рассказали в профсоюзе; треть собрали читатели местной газеты.",
    "Комментарии министерства получить не удалось.",
    "Вход на завод уже закрыт, сообщает корреспондент.",
  ];
  const page = [
    "Меню",
    "Последний завод Нижнего Мыса закроется в мае",
    "14:05, 2 марта 2021",
    "Фото: Иван Петров",
    body[0],
    body[1],
    "Читайте также: Почему рыбы стало меньше",
    body[2],
    body[3],
    "Реклама",
    body[4],
    "Подписывайтесь на наш канал в Telegram!",
    body[5],
    body[6],
    "Поддержите нас",
    "Наша независимая редакция работает благодаря вам. Поддержите нас ежемесячным пожертвованием.",
    "Поделиться",
    "Комментарии (3)",
    "Материалы по теме",
    "Пять фактов о консервах",
    "Все права защищены. 2021",
  ].join("\n");

  it("keeps its paragraphs, all and only these", () => {
    expect(zone(page, "body")).toEqual(body);
    expect(readPageText(page)).toMatchObject({
      headline: "Последний завод Нижнего Мыса закроется в мае",
      published: { date: "2021-03-02", basis: "stamp" },
      language: "ru",
    });
  });
});

describe("single lines amid prose", () => {
  const before =
    "The court fined the company on Friday for failing to take down posts that the regulator had banned in January.";
  const after =
    "The company did not say whether it would appeal against the ruling, which takes effect in ten days from now on.";
  const zoneOf = (line: string) => zoneLines([before, line, after].join("\n")).find((l) => l.text === line)?.zone;

  it.each([
    "“No comment,” he said.",
    "It is over.",
    "Copyright holders sued the company on Monday.",
    "Recommended sentences for such crimes range from two to five years.",
    "Sponsored by the ruling party, the bill passed its first reading.",
    "Advertising revenue fell by a third last year, the company said.",
    "Photo-sharing app Instagram was fined on Monday.",
    "Privacy policy changes were announced in May, the firm said.",
    "By Monday evening, all flights had been cancelled.",
    "Most read the ruling as a warning to others.",
    "More news about the strike is expected on Friday.",
    "Already a member of parliament, she ran for mayor in 2019.",
    "“Support us, or we will all lose our jobs,” she told the minister on Monday.",
    "He asked readers of the magazine to donate to the hospital, and they did.",
    "Help is on the way, the governor said on Sunday.",
    "Follow-up talks are planned for June, officials said.",
    "Суд не ответил на запрос.",
    "Популярное приложение заблокировали в мае по решению суда.",
    "Войти в состав комиссии предложили пятерым депутатам.",
    "По теме санкций Песков ничего не сказал.",
    "Главная причина закрытия — долги, считает эксперт.",
    "שר המשפטים אמר ביום שני כי החוק יעבור.",
  ])("body: %s", (line) => {
    expect(zoneOf(line)).toBe("body");
  });

  it.each([
    ["related", "Also on rt.com Russia slams Twitter for breaking rules."],
    ["related", "READ MORE: Russia won’t block Twitter"],
    ["related", "Related: Will Twitter pay?"],
    ["related", "See also: Twitter pays."],
    ["related", "Most read"],
    ["related", "Читайте также: Суд оштрафовал Twitter."],
    ["related", "По теме: Суд оштрафовал Twitter."],
    ["boilerplate", "Subscribe to our newsletter for the latest updates from Moscow."],
    ["boilerplate", "Like this story? Share it with a friend!"],
    ["boilerplate", "By continuing to use this site you agree to our terms of use."],
    ["boilerplate", "© 2021 The Moscow Times. All rights reserved."],
    ["boilerplate", "Terms of Use"],
    ["boilerplate", "Advertisement"],
    ["boilerplate", "0:00"],
    ["boilerplate", "* * *"],
    ["boilerplate", "Войти"],
    ["boilerplate", "Комментарии"],
    ["boilerplate", "Please support us: your donation keeps our newsroom independent."],
    ["credit", "© Sputnik / Alexei Druzhinin"],
    ["credit", "Фото: РИА Новости"],
    ["byline", "By Joan Smith"],
    ["byline", "Автор: Иван Петров"],
    ["dateline", "4 Mar, 2021 14:16"],
  ])("%s: %s", (expected, line) => {
    expect(zoneOf(line)).toBe(expected);
  });
});

describe("pages of many kinds of outlets", () => {
  /** Each page's lines: "+" the article's own prose, "-" anything else, "~" a subheading or a standfirst, which may be either. */
  const pages = readFileSync(join(import.meta.dirname, "../fixtures/page-texts.txt"), "utf8")
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [name = "", ...lines] = part.trimEnd().split("\n");
      return { name, lines: lines.map((line) => ({ is: line.charAt(0), text: line.slice(2) })) };
    });

  it.each(pages)("$name: all of its prose and nothing else", ({ lines }) => {
    const zoned = zoneLines(lines.map((l) => l.text).join("\n"));
    const body = (is: string) => lines.filter((l, i) => l.is === is && zoned[i]?.zone === "body").map((l) => l.text);
    expect(zoned).toHaveLength(lines.length);
    expect(body("+")).toEqual(lines.filter((l) => l.is === "+").map((l) => l.text));
    expect(body("-")).toEqual([]);
  });
});

describe("the day of publication", () => {
  const text =
    "The court fined the company on Friday for failing to take down posts that the regulator had banned in January.";
  it.each([
    ["the first stamp above the text", ["5 Mar 2021", "6 Mar 2021", text], "2021-03-05"],
    ["no day of an update", ["Updated: 6 March 2021", "Published: 5 March 2021", text], "2021-03-05"],
    ["nothing when only an update is told", ["Updated 6 March 2021", text], null],
    ["no stamp of another story below the text", [text, "Another story of ours today", "7 Mar 2021"], null],
    ["a stamp below the text that says so", [text, "Опубликовано 7 марта 2021"], "2021-03-07"],
    ["no date inside a sentence", [`${text} It happened on 4 March 2021.`], null],
  ])("is %s", (_, lines, day) => {
    expect(read(...lines).published?.date ?? null).toBe(day);
  });
});

describe("any page", () => {
  /** What a page's lines say, blanks apart. */
  const content = (text: string) => text.replace(/[\s\u200b\ufeff]+/gu, "");

  it("has a zone and a reason for every line, and loses none", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, articleText), (page) => {
        const lines = zoneLines(page);
        expect(content(lines.map((l) => l.text).join(""))).toBe(content(page));
        for (const line of lines) expect(line.why).not.toBe("");
      }),
    );
  });

  it("becomes paragraphs that stand in it, in its order, and a list of what was left out", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, articleText), (capture) => {
        const draft = readPageText(capture);
        // NULs are no part of any text.
        const page = capture.replaceAll("\u0000", "");
        const { paragraphs, text } = articleOf(draft.text, {}, draft.zones);
        let at = 0;
        for (const paragraph of slices(text, paragraphs)) {
          at = page.indexOf(paragraph, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += paragraph.length;
        }
        expect(paragraphs.every((p) => p.zone !== "boilerplate" && p.zone !== "related")).toBe(true);
        const all = content(text).length + draft.dropped.reduce((sum, d) => sum + content(d.text).length, 0);
        expect(all).toBe(content(page).length);
      }),
    );
  });

  it.each([
    ["a line of blanks inside words", `A${" ".repeat(200_000)}word stands here, he said.`],
    ["a line of stops", `${".".repeat(200_000)} x`],
    ["a line of quotation marks", `${"“".repeat(100_000)}${"'".repeat(100_000)}`],
    ["very many lines", "A line with a few words.\n".repeat(50_000)],
    ["very many short lines", "word\n".repeat(50_000)],
  ])("of %s is read", (_, page) => {
    expect(content(readPageText(page).text).length).toBeLessThanOrEqual(page.length);
  });
});

describe("lines that pass for prose", () => {
  const page = (line: string) =>
    `Pier to close for the winter\nThe harbour board voted on Tuesday to close the old pier.\n${line}\nIts members will meet again in the spring to vote on the ferry.`;
  const zoneOf = (line: string) => zoneLines(page(line)).find((l) => l.text === line)?.zone;

  it.each([
    ["Police officers detain a man during a rally near the harbour on January 31, 2021.", "caption"],
    ["FILE PHOTO: The Post's logo is seen outside its offices.", "caption"],
    ["A man holds a phone in this illustration taken in March.", "caption"],
    ["The Eastwick Post logo.", "caption"],
    ["Representational image.", "caption"],
    ["Why Is Eastwick Closing Its Pier?", "related"],
    ["Also Read | Why is Eastwick closing its pier?", "related"],
    ["(Reporting by Ada Moreno; Editing by Li Wei)", "credit"],
    ["This story has been published from a wire agency feed without modifications to the text.", "boilerplate"],
    ["Get the latest news delivered to your inbox every morning.", "boilerplate"],
    ["What do you think about this? Let us know in the comments below.", "boilerplate"],
    ["Source: The Eastwick Post", "boilerplate"],
    // and what is the story's own
    ["Why does it close now?", "body"],
    ["“Was it a warning?” he asked.", "body"],
    ["People who walk past the harbour will see it closed, he said.", "body"],
    ["Source close to the board said that it would open again.", "body"],
    ["Police detained a man during the rally on Sunday.", "body"],
    ["Topics discussed at the meeting were the ferry and the pier.", "body"],
  ])("%j is %s", (line, zone) => {
    expect(zoneOf(line)).toBe(zone);
  });
});
