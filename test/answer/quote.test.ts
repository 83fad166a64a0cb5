import { describe, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.ts";
import { everybody, type QuoteResult, quote, quoteLine, readQuoteRequest } from "../../src/answer/quote.ts";
import type { Article } from "../../src/coverage/article.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const corpus = corpusOf(
  articleOf(
    "Kremlin Press Secretary Dmitry Peskov spoke on Tuesday. “We are watching the bridge with great attention,” he said.\n\n“The ferry will run every day,” said Anna Berg, the mayor. “We counted every ship twice,” Tom Berg said.",
    { id: "a", outlet: "River Post", headline: "The bridge", published: "2021-03-04", url: "https://post.example/a" },
  ),
  articleOf("“The ferry will run every day!” Anna Berg said. Hillary Stone said that “taxes must never rise again.”", {
    id: "b",
    outlet: "The Coast",
    published: "2021-03-05",
  }),
  articleOf("Somebody said “perhaps we will see about it.” The mayor of another town said nothing.", {
    id: "c",
    outlet: "The Coast",
    published: "2021-05-01",
  }),
  articleOf("“The ferry never ran,” Anna Berg said in court.", {
    id: "d",
    outlet: "The Coast",
    published: "2021-06-01",
    status: "withdrawn",
  }),
);
const library = openLibrary(corpus);

function lines(result: QuoteResult): string[] {
  if (result.kind !== "quotations") throw new Error(`not quotations: ${result.kind}`);
  return result.entries.map(({ quotation, article }) => article.text.slice(quotation.start, quotation.end));
}

describe("who is asked for", () => {
  test.each([
    "Peskov",
    "Dmitry Peskov",
    "dmitri peskov",
    "Песков",
    "Пескова",
    "Peskow",
    "Peskovv",
    "D. Peskov",
    "Дмитрий Сергеевич Песков",
    "Kremlin spokesman",
    "пресс-секретарь Кремля",
  ])("%s", (asked) => {
    expect(lines(quote(library, asked))).toEqual(["We are watching the bridge with great attention,"]);
  });

  test("nobody asked for: who is quoted how often, the same words in two outlets once", () => {
    const result = quote(library, "");
    expect(result).toMatchObject({ kind: "speakers" });
    if (result.kind === "speakers") expect(result.speakers.find((s) => s.name === "Anna Berg")?.count).toBe(1);
  });

  test("several people of that name", () => {
    const result = quote(library, "Berg");
    expect(result.kind).toBe("several");
    if (result.kind === "several") expect(result.people.map((p) => p.name).sort()).toEqual(["Anna Berg", "Tom Berg"]);
  });

  test("a title and a family name are the one person of that name", () => {
    const titled = openLibrary(
      corpusOf(
        articleOf("“The roof is beyond repair,” said Cllr Dunleavy.", { id: "a" }),
        articleOf("“The doors will open in May,” said Margaret Dunleavy, a councillor.", { id: "b" }),
      ),
    );
    for (const asked of ["Dunleavy", "Cllr Dunleavy", "Margaret Dunleavy"])
      expect(lines(quote(titled, asked))).toHaveLength(2);
  });

  test("nobody of that name: names like it and no words of anybody", () => {
    const result = quote(library, "Pestov Ivan");
    expect(result).toMatchObject({ kind: "nobody", asked: "Pestov Ivan" });
    if (result.kind === "nobody") expect(result.nearest.map((p) => p.name)).toContain("Dmitry Peskov");
    expect(quote(library, "Zzyzx")).toEqual({ kind: "nobody", asked: "Zzyzx", nearest: [] });
  });

  test("somebody whom the coverage names and does not quote is nobody who is spelled alike", () => {
    const both = openLibrary(
      corpusOf("“The roof is beyond repair,” said Margaret Denby, an engineer. Later Paul Danby came in."),
    );
    expect(quote(both, "Danby")).toMatchObject({ kind: "nobody", nearest: [{ name: "Margaret Denby" }] });
    expect(quote(both, "Denbi").kind).toBe("quotations");
  });

  test("a body that is not quoted itself: those who speak for it are the nearest", () => {
    const result = quote(
      openLibrary(corpusOf("“The roof is beyond repair,” said Museum deputy director Margaret Dunleavy.")),
      "museum",
    );
    if (result.kind === "nobody") expect(result.nearest.map((p) => p.name)).toEqual(["Margaret Dunleavy"]);
    else expect(result.kind).toBe("quotations");
  });

  test("an unnamed speaker's words are under no name", () => {
    for (const name of ["Anna Berg", "Peskov", "Stone"])
      expect(lines(quote(library, name)).join()).not.toContain("perhaps");
  });
});

describe("which quotations", () => {
  test("the same words are one entry with the other outlets beside it", () => {
    const result = quote(library, "Anna Berg");
    expect(lines(result)).toEqual(["The ferry will run every day,"]);
    if (result.kind === "quotations") expect(result.entries[0]?.alsoIn.map((o) => o.article.id)).toEqual(["b"]);
  });

  test.each<[string, string[]]>([
    ["about taxes", ["taxes must never rise again."]],
    ["about ferries in the coast", ["The ferry will run every day!"]],
    ["Stone since 2021-03-05", ["taxes must never rise again."]],
    ["Stone before 5 March 2021", []],
    ["Peskov on 2 March 2021", ["We are watching the bridge with great attention,"]],
    ["Песков о мосте", ["We are watching the bridge with great attention,"]],
    ["Peskov about ferries", []],
    ["о налогах", ["taxes must never rise again."]],
  ])("%s", (asked, expected) => {
    expect(lines(quote(library, asked))).toEqual(expected);
  });

  test("nothing of a withdrawn article", () => {
    expect(lines(quote(library, "Anna Berg")).join()).not.toContain("never ran");
  });
});

describe("the same words elsewhere", () => {
  const entries = (...articles: (Article | string)[]) => {
    const result = quote(openLibrary(corpusOf(...articles)), { ...everybody, topic: "bridge" });
    return result.kind === "quotations" ? result.entries : [];
  };

  test("of another speaker are shown as such and never joined", () => {
    const [first, second] = entries(
      "“We will not close the old bridge before the winter, whatever it takes,” said Anna Berg.",
      "“We will not close the old bridge before the winter, whatever it takes,” said John Stone.",
    );
    expect(first?.alsoIn).toEqual([]);
    expect(first?.rivals.map((r) => [r.article.id, r.quotation.speaker.name])).toEqual([["b", "John Stone"]]);
    expect(second?.otherSpeakers).toEqual(["Anna Berg"]);
  });

  test("a part of them is shown by the whole", () => {
    const [first, second] = entries(
      "Anna Berg said they “will not close the old bridge before the winter comes this year.”",
      "“We will not close the old bridge before the winter comes this year, and we will not sell the ferry to anybody who asks,” said Anna Berg.",
    );
    expect([first?.article.id, first?.alsoIn.map((o) => o.article.id), second]).toEqual(["b", ["a"], undefined]);
  });

  test("another translation of a remark is offered, and stays apart", () => {
    const dated = (text: string, id: string, published: string) => articleOf(text, { id, published });
    const a = "“They lure minors to unlawful marches on the bridge,” Anna Berg said.";
    const b = "“Minors are being drawn to marches at our bridge, which is against the law,” Anna Berg said.";
    const [first] = entries(dated(a, "a", "2021-03-03"), dated(b, "b", "2021-03-04"));
    expect(first?.otherWordings).toHaveLength(1);
    expect(first?.alsoIn).toEqual([]);
    const [late] = entries(dated(a, "a", "2021-03-03"), dated(b, "b", "2021-03-09"));
    expect(late?.otherWordings).toEqual([]);
    const other = dated(b.replace("Anna Berg", "John Stone"), "b", "2021-03-04");
    expect(entries(dated(a, "a", "2021-03-03"), other)[0]?.otherWordings).toEqual([]);
  });
});

describe("the request", () => {
  const none = { speaker: null, topic: null, outlet: null, since: null, until: null };
  test.each([
    ["", none],
    ["Peskov", { ...none, speaker: "Peskov" }],
    [
      "Peskov about the bridge in River Post since 2021-03-01",
      { speaker: "Peskov", topic: "the bridge", outlet: "River Post", since: "2021-03-01", until: null },
    ],
    ["Песков о мосте с 1 марта 2021", { ...none, speaker: "Песков", topic: "мосте", since: "2021-03-01" }],
    ["Peskov in March 2021", { ...none, speaker: "Peskov", since: "2021-03-01", until: "2021-03-31" }],
    ["Peskov before 2021-03-01", { ...none, speaker: "Peskov", until: "2021-02-28" }],
    ["Peskov before 2021-04", { ...none, speaker: "Peskov", until: "2021-03-31" }],
    ["Peskov in 2020-02", { ...none, speaker: "Peskov", since: "2020-02-01", until: "2020-02-29" }],
    ["about protests in Moscow", { ...none, topic: "protests Moscow" }],
  ])("%s", (text, expected) => {
    expect(readQuoteRequest(text, corpus)).toEqual(expected);
  });
});

test("a request is read again from its own line", () => {
  for (const text of [
    "Peskov about the bridge in River Post since 2021-03-01",
    "about protests",
    "Песков до 2021-03-01",
  ]) {
    const request = readQuoteRequest(text, corpus);
    expect(readQuoteRequest(quoteLine(request), corpus)).toEqual(request);
  }
});
