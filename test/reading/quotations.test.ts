import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, overlaps } from "../../src/language/range.ts";
import type { Quotation } from "../../src/reading/quotation.ts";
import { collectNames } from "../../src/reading/quotations/name-book.ts";
import { readQuotations } from "../../src/reading/quotations.ts";
import { article as anyArticle } from "../support/arbitraries.ts";
import { articleOf, slices } from "../support/articles.ts";
import { seedsDir } from "../support/folders.ts";

const day = "2021-03-04";
const read = (text: string, language = "en") => readQuotations(articleOf(text, { language, published: day }), day);
const words = (text: string, q: Quotation) => slices(text, q.parts).join(" | ");

/** Every quotation of a text with who says it: "words ← name". */
function said(text: string, language = "en"): string[] {
  return read(text, language).map((q) => `${words(text, q)} ← ${q.speaker.name ?? `(${q.speaker.as})`}`);
}

describe("who says it", () => {
  test.each<[string, string, string[]]>([
    [
      "verb after",
      "“The bridge will open in May,” said Anna Berg, the mayor.",
      ["The bridge will open in May, ← Anna Berg"],
    ],
    ["verb before", "Anna Berg said: “The bridge will open in May.”", ["The bridge will open in May. ← Anna Berg"]],
    [
      "that-clause",
      "Anna Berg argued that “the bridge will never be safe again.”",
      ["the bridge will never be safe again. ← Anna Berg"],
    ],
    [
      "apposition",
      "“The bridge will open in May,” Anna Berg, the town's mayor, told reporters.",
      ["The bridge will open in May, ← Anna Berg"],
    ],
    [
      "according to",
      "According to Anna Berg, “nobody had checked the bolts for years.”",
      ["nobody had checked the bolts for years. ← Anna Berg"],
    ],
    [
      "participle",
      "Anna Berg left early, adding that “nobody had checked the bolts.”",
      ["nobody had checked the bolts. ← Anna Berg"],
    ],
    ["label", "Anna Berg: “The bridge will open in May.”", ["The bridge will open in May. ← Anna Berg"]],
    [
      "sign-off",
      "“The bridge will never be the same again.” — Anna Berg, mayor",
      ["The bridge will never be the same again. ← Anna Berg"],
    ],
    [
      "carried on",
      "“The bridge will open,” Anna Berg said. “We have the money.”",
      ["The bridge will open, ← Anna Berg", "We have the money. ← Anna Berg"],
    ],
    ["split", "“The bridge,” Anna Berg said, “will open in May.”", ["The bridge, | will open in May. ← Anna Berg"]],
    [
      "a pronoun",
      "Anna Berg met John Stone on Friday. “The bridge will open in May,” she said.",
      ["The bridge will open in May, ← Anna Berg"],
    ],
    [
      "a role",
      "The harbour spokesman, Tom Reed, arrived late. “We knew nothing of the oil,” the spokesman said.",
      ["We knew nothing of the oil, ← Tom Reed"],
    ],
    [
      "a role by its kind",
      "Prime Minister Anna Berg arrived late. “We knew nothing of the oil,” the leader said.",
      ["We knew nothing of the oil, ← Anna Berg"],
    ],
    [
      "nobody in particular",
      "“We knew nothing of the oil,” a fisherman said.",
      ["We knew nothing of the oil, ← (a fisherman)"],
    ],
    [
      "Russian",
      "«Мост откроют в мае», — сказал мэр Иван Петров. «Деньги есть», — добавил он.",
      ["Мост откроют в мае ← Иван Петров", "Деньги есть ← Иван Петров"],
    ],
  ])("%s", (_, text, expected) => {
    expect(said(text, /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en")).toEqual(expected);
  });

  test("a relay is not the speaker", () => {
    const text =
      "Anna Berg opened the bridge. “It will hold for a century,” the state-run TASS news agency quoted her as saying.";
    const [q] = read(text);
    expect(q?.speaker.name).toBe("Anna Berg");
    expect(q?.via?.name).toBe("TASS");
  });

  test("hearsay is kept", () => {
    const text = "Anna Berg reportedly said the bolts “were never checked by anybody.”";
    const [q] = read(text);
    expect(q?.hearsay && text.slice(q.hearsay.start, q.hearsay.end)).toBe("reportedly");
  });

  test("a place does not speak", () => {
    const names = read("“The bridge will open,” said Moscow. In Moscow the mayor, Anna Berg, was away.").map(
      (q) => q.speaker.name,
    );
    expect(names).not.toContain("Moscow");
  });

  test("what other articles know fills a family name", () => {
    const book = collectNames([articleOf("Mayor Anna Berg opened the bridge. Berg smiled.")]);
    const article = articleOf("“It will hold for a century,” Berg said.");
    expect(readQuotations(article, null)[0]?.speaker.name).toBe("Berg");
    expect(readQuotations(article, null, { names: book })[0]?.speaker.name).toBe("Anna Berg");
  });
});

describe("speech or not", () => {
  test.each<[string, string]>([
    ["a scare quote", "The mayor has condemned “criminals” who use the bridge at night."],
    ["a so-called name", "The so-called “green wave” has reached the coast."],
    ["a title", "The cinema showed “The Bridge on the Hill” to a full house."],
    ["a programme", "He spoke in his traditional ‘Open Line’ session with the public on Wednesday."],
    ["apostrophes", "The players' union didn't want the '90s rock 'n' roll at the farmers' market."],
  ])("%s is none", (_, text) => {
    expect(said(text)).toEqual([]);
  });

  test("one word may be speech when it is set apart", () => {
    expect(said("“Never,” said Anna Berg.")).toEqual(["Never, ← Anna Berg"]);
  });

  test("a headline's wording that the body has is left to the body", () => {
    const text = "“It will hold for a century,” says mayor\n\n“It will hold for a century,” said Anna Berg.";
    const found = readQuotations(articleOf(text, {}, { headline: [1] }), null);
    expect(found.map((q) => q.zone)).toEqual(["body"]);
  });
});

describe("marks", () => {
  const pairs = [
    ["“", "”"],
    ["„", "“"],
    ["«", "»"],
    ["»", "«"],
    ['"', '"'],
    ["''", "''"],
    ["``", "''"],
    ["‘", "’"],
    ["'", "'"],
    ["”", "”"],
    ["„", "”"],
    ["« ", " »"],
    ["«\u00a0", "\u00a0»"],
    ["«\u202f", "\u202f»"],
    ["‹", "›"],
    ["›", "‹"],
    ["‚", "‘"],
    ["‚", "’"],
  ] as const;
  test.each(pairs)("%s … %s", (open, close) => {
    const text = `Anna Berg said: ${open}The bridge won’t open before the end of May.${close} Then she left.`;
    expect(said(text).map((line) => line.replaceAll(/[\s\u00a0\u202f]+/gu, " ").trim())).toEqual([
      "The bridge won’t open before the end of May. ← Anna Berg",
    ]);
  });

  test.each([
    ["«Он сказал „никогда“ и ушёл», — рассказала Анна Бергова.", "ru", "Он сказал „никогда“ и ушёл"],
    ["„Er sagte ‚nie wieder‘ und ging“, erzählte Anna Berg.", "de", "Er sagte ‚nie wieder‘ und ging"],
    ["»Er sagte ›nie wieder‹ und ging«, erzählte Anna Berg.", "de", "Er sagte ›nie wieder‹ und ging"],
    ["‘He said “never again” and went,’ said Anna Berg.", "en", "He said “never again” and went,"],
    ["«He said ‹never again› and went,» said Anna Berg.", "en", "He said ‹never again› and went,"],
  ])("nested marks belong to the outer quotation: %s", (text, lang, inner) => {
    expect(read(text, lang).map((q) => words(text, q))).toEqual([inner]);
  });

  test("a comma may stand outside", () => {
    expect(said("‘The bridge’, said Anna Berg, ‘will open in May’. ‘We have the money’, she added.")).toEqual([
      "The bridge | will open in May ← Anna Berg",
      "We have the money ← Anna Berg",
    ]);
  });

  test("a quotation inside another is part of it", () => {
    expect(said("“He told me ‘go away’ and I went,” said Anna Berg.")).toEqual([
      "He told me ‘go away’ and I went, ← Anna Berg",
    ]);
    expect(said('"He told me, "go away," and I went," said Anna Berg.')).toEqual([
      'He told me, "go away," and I went, ← Anna Berg',
    ]);
  });

  test("continuation paragraphs open again without closing", () => {
    const text =
      "Anna Berg said: “We tried everything.\n\n“We wrote letters to the ministry.\n\n“Nobody answered.” Then she left.";
    expect(said(text)).toEqual([
      "We tried everything. | We wrote letters to the ministry. | Nobody answered. ← Anna Berg",
    ]);
  });

  test("an unclosed mark ends at the paragraph", () => {
    const text = "Anna Berg said: “We tried everything.\n\nThe bridge stayed closed.";
    expect(said(text)).toEqual(["We tried everything. ← Anna Berg"]);
  });

  test("the outlet's brackets and dots stay", () => {
    expect(said("“[The bridge] will… open in May,” said Anna Berg.")).toEqual([
      "[The bridge] will… open in May, ← Anna Berg",
    ]);
  });
});

describe("when", () => {
  const language = (text: string) => (/\p{Script=Cyrillic}/u.test(text) ? "ru" : "en");
  const uttered = (text: string) => read(text, language(text))[0]?.uttered;
  test("by the sentence's own expression", () => {
    const text = "On Tuesday Anna Berg said that “the bridge will open in spring.”";
    const when = uttered(text);
    expect(when).toMatchObject({ from: "2021-03-02", to: "2021-03-02", precision: "day" });
    expect(when?.basis && text.slice(when.basis.start, when.basis.end)).toContain("Tuesday");
  });
  test("else by the publication, and so it says", () => {
    expect(uttered("Anna Berg said that “the bridge will open soon.”")).toEqual({
      from: day,
      to: day,
      precision: "publication",
      basis: null,
    });
  });
  test("a day inside the quotation is not the day it was said", () => {
    expect(uttered("Anna Berg said: “We open on Tuesday.”")?.precision).toBe("publication");
  });
  test.each([
    ["“We open soon,” Anna Berg said on Monday.", "2021-03-01"],
    ["“We open soon,” said Anna Berg, the mayor, on Monday.", "2021-03-01"],
    ["“We open soon,” Anna Berg told the River Post in an interview on Monday.", "2021-03-01"],
    ["In a meeting with farmers on Monday, Anna Berg said: “We open soon.”", "2021-03-01"],
    ["On Monday Anna Berg, who stepped down on 11 February, said: “We open soon.”", "2021-03-01"],
    ["On Monday Anna Berg warned that the bridge was old. “It will fall down soon,” she told farmers.", "2021-03-01"],
  ])("%s", (text, from) => {
    expect(uttered(text)).toMatchObject({ from, precision: "day" });
  });
  test.each([["В понедельник глава компании Колин Пик заявил: «Мы закроем мост в мае».", "глава компании Колин Пик"]])(
    "%s",
    (text, as) => {
      expect(uttered(text)).toMatchObject({ from: "2021-03-01", precision: "day" });
      expect(read(text, "ru")[0]?.speaker.as).toBe(as);
    },
  );
  test.each([
    "«Мы закроем мост в мае», — сказал Колин Пик, который ушёл 11 февраля.",
    "Мост закрыли в понедельник. «Мы откроем его в мае», — сказал Колин Пик.",
    "«Мы закроем мост в мае», — сказал Колин Пик, мэр с февраля 2021 года.",
    "The council closed the bridge on Monday. “We open soon,” said Anna Berg.",
    "The council closed the bridge on Monday. “We open soon,” she said.",
    "“We open soon,” said Anna Berg, who stepped down on 11 February.",
    "Anna Berg, who stepped down on 11 February, said: “We open soon.”",
    "“We open soon,” said Anna Berg, mayor since February 2021.",
    "“We open soon,” said Anna Berg, who was mayor until 11 February.",
    "Anna Berg said the bridge was closed on Monday and “nobody asked us about it.”",
    "The bridge closed on Monday, Anna Berg said, and “nobody asked us about it.”",
    "After the bridge closed on Monday, Anna Berg said: “Nobody asked us about it.”",
    "Anna Berg said that on Monday “nobody asked us about it at all.”",
  ])("not by another clause: %s", (text) => {
    expect(uttered(text)).toMatchObject({ from: day, precision: "publication", basis: null });
  });
});

describe("names", () => {
  const speaker = (text: string) => read(text)[0]?.speaker;
  test("a firm of two names is an organisation, whole", () => {
    expect(speaker("Lowe & Tandy said that “the roof is beyond repair.”")).toMatchObject({
      name: "Lowe & Tandy",
      how: "organisation",
    });
    expect(speaker("Engineers Lowe & Tandy concluded that “the roof is beyond repair.”")?.name).not.toBe("Tandy");
  });
  test("the second half of two family names is nobody", () => {
    expect(speaker("Lowe and Tandy concluded that “the roof is beyond repair.”")?.name ?? null).toBeNull();
  });
  test("the words of a name are of one script", () => {
    expect(speaker("«Крышу починить нельзя», — заявил глава Brightwater Leisure Колин Пик.")?.name).toBe("Колин Пик");
  });
  test.each([
    ["“The roof is beyond repair,” said Cllr Dunleavy.", "Dunleavy"],
    ["“The roof is beyond repair,” said Councillor Margaret Dunleavy.", "Margaret Dunleavy"],
    ["Margaret Dunleavy went to the council. “The roof is beyond repair,” Cllr Dunleavy said.", "Margaret Dunleavy"],
    ["“The roof is beyond repair,” said Baroness Dunleavy.", "Dunleavy"],
    ["“The roof is beyond repair,” said Dame Margaret Dunleavy.", "Margaret Dunleavy"],
    ["“The roof is beyond repair,” the Rev. Paul Dunleavy said.", "Paul Dunleavy"],
    ["«Крышу починить нельзя», — сказала баронесса Данливи.", "Данливи"],
  ])("a title is no part of it: %s", (text, name) => {
    expect(speaker(text)?.name).toBe(name);
  });
});

test("fragments keep their whole sentence as context", () => {
  const text = "It rained. Anna Berg called the plan “a danger for the whole valley” on Monday. It rained on.";
  const [q] = read(text);
  expect(q?.kind).toBe("fragment");
  expect(q && text.slice(q.context.start, q.context.end)).toBe(
    "Anna Berg called the plan “a danger for the whole valley” on Monday.",
  );
});

describe("the seeds", () => {
  const articles = readdirSync(seedsDir).map((file) =>
    articleOf(readFileSync(join(seedsDir, file), "utf8"), { id: file.slice(0, 3) }),
  );
  const names = collectNames(articles);
  const all = articles.flatMap((a) =>
    readQuotations(a, null, { names }).map((q) => ({ a, q, words: words(a.text, q) })),
  );
  test("hold 28 stretches of speech, the appeal of one outlet aside", () => {
    const parts = all.filter(({ words: w }) => !w.startsWith("discredits")).flatMap(({ q }) => q.parts);
    expect(parts).toHaveLength(28);
  });
  test("name at least 27 of their speakers, and none wrongly", () => {
    const right = (a: string, w: string) =>
      w.startsWith("if things")
        ? "Vadim Subbotin"
        : /^(?:he was talking|were beyond)/.test(w)
          ? "Dmitry Peskov"
          : a === "003" && w.startsWith("discredits")
            ? null
            : "Vladimir Putin";
    const wrong = all
      .filter(({ a, q, words: w }) => q.speaker.name !== right(a.id, w))
      .map(({ words: w, q }) => [w.slice(0, 30), q.speaker.name]);
    expect(wrong.filter(([, name]) => name !== null)).toEqual([]);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

describe("properties", () => {
  test("every part is a slice inside its quotation and its context; none overlap; reading twice gives the same", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const found = readQuotations(article, article.published);
        for (const q of found) {
          for (const part of q.parts) {
            expect(part.start).toBeLessThan(part.end);
            expect(contains(q, part)).toBe(true);
            expect(contains(q.context, part)).toBe(true);
            expect(part.end).toBeLessThanOrEqual(article.text.length);
          }
          expect(q.speaker.confidence).toBeGreaterThanOrEqual(0);
          expect(q.speaker.confidence).toBeLessThanOrEqual(1);
        }
        found.forEach((q, i) => {
          for (const other of found.slice(i + 1)) expect(overlaps(q, other)).toBe(false);
        });
        expect(readQuotations(article, article.published)).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  test("a great many marks are read in seconds", () => {
    for (const text of [
      "“a ",
      "'a ",
      '"',
      "“a” ",
      "‘s' ",
      "‹a ",
      "«а, — сказал ",
      "«а, — сказал он. — б»",
      "„a“, so ",
    ]) {
      const started = performance.now();
      read(text.repeat(Math.floor(200_000 / text.length)));
      expect(performance.now() - started).toBeLessThan(4000);
    }
  });
});
