import { describe, expect, test } from "vitest";
import { ask } from "../../../src/answer/ask.ts";
import { renderAnswer } from "../../../src/telegram/render/answer.ts";
import { sourceLine } from "../../../src/telegram/render/source.ts";
import { viewOf } from "../../../src/telegram/render/view.ts";
import { catalogue } from "../../../src/telegram/texts.ts";
import { articleOf, corpusOf } from "../../support/articles.ts";
import { bundledLibrary } from "../../support/libraries.ts";

const { en, ru } = catalogue;
const facts = {
  outlet: "Gazette",
  headline: "Ferry aground",
  published: "2021-03-04",
  url: "https://gazette.example.com/1",
};

describe("sourceLine", () => {
  const line = (own: Parameters<typeof articleOf>[1], alsoIn: readonly string[] = [], language: "en" | "ru" = "en") => {
    const article = articleOf("x", { id: "a", ...own });
    const copies = ["b", "c"].map((id) =>
      articleOf("x", { id, outlet: `Copy ${id}`, url: id === "b" ? "https://copy.example.com/" : null }),
    );
    return sourceLine(corpusOf(article, ...copies), article, alsoIn, language);
  };

  test("outlet, headline, day and link; nothing in it is a quotation", () => {
    const { text, entities } = line(facts);
    expect(text).toBe("— Gazette: “Ferry aground” · 4 Mar 2021");
    expect(entities).toEqual([{ type: "text_link", url: facts.url, offset: 2, length: 24 }]);
  });

  test("what is not known is said to be unknown, in the person's language", () => {
    expect(line({}).text).toBe(`— ${en.outletUnknown}: ${en.headlineUnknown} · ${en.dateUnknown} · ${en.linkUnknown}`);
    expect(line({}, [], "ru").text).toBe(
      `— ${ru.outletUnknown}: ${ru.headlineUnknown} · ${ru.dateUnknown} · ${ru.linkUnknown}`,
    );
    expect(line({}).entities).toEqual([]);
  });

  test("an address that Telegram cannot link is written out", () => {
    const { text, entities } = line({ ...facts, url: "http://localhost/1" });
    expect(text).toBe("— Gazette: “Ferry aground” · 4 Mar 2021 · http://localhost/1");
    expect(entities).toEqual([]);
  });

  test("reprints are named, linked where there is a link", () => {
    const { text, entities } = line(facts, ["b", "c", "gone"]);
    expect(text).toBe("— Gazette: “Ferry aground” · 4 Mar 2021 · also in Copy b, Copy c");
    expect(entities.map((e) => text.slice(e.offset, e.offset + e.length))).toEqual([
      "Gazette: “Ferry aground”",
      "Copy b",
    ]);
  });

  test("a headline of unusual length is cut at a word, the mark of it outside the quotation marks", () => {
    const { text } = line({ ...facts, headline: "word ".repeat(100).trim() });
    expect(text).toMatch(/^— Gazette: “(?:word )+word” \[…\] · 4 Mar 2021$/);
  });
});

describe("renderAnswer", () => {
  const library = bundledLibrary();
  const pages = (question: string, language: "en" | "ru" = "en") =>
    renderAnswer(viewOf(library.corpus), ask(library, question, { limit: 9 }), language);

  test("the three outcomes look different", () => {
    const [answer] = pages("How much was Twitter fined?");
    const [silence] = pages("asdfgh qwerty");
    const [near] = pages("How much was Facebook fined?");
    expect(answer?.text.startsWith("The court found")).toBe(true);
    expect(silence?.text.startsWith(en.silence)).toBe(true);
    expect(silence?.entities.some((e) => e.type === "expandable_blockquote")).toBe(false);
    expect(near?.text.startsWith(en.nearMiss)).toBe(true);
    expect(near?.entities.some((e) => e.type === "expandable_blockquote")).toBe(true);
  });

  test("every quotation has its source right below it, every page says from what coverage", () => {
    for (const { text, entities } of pages("What did Putin say about social networks?")) {
      for (const e of entities.filter((x) => x.type === "expandable_blockquote"))
        expect(text.slice(e.offset + e.length)).toMatch(/^\n(?:From a headline[^\n]*\n)?— /);
      expect(text).toContain("5 articles, newest 30 Jun 2021");
    }
  });

  test("people's own words come back shortened", () => {
    const [page] = pages(`What did ${"Xyzzy".repeat(700)} say?`);
    expect(page?.text).toContain("Not mentioned anywhere");
    expect(page?.text.length).toBeLessThan(700);
  });
});
