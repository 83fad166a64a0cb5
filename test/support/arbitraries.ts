import fc from "fast-check";
import type { Article } from "../../src/coverage/article.ts";
import { articleOf } from "./articles.ts";

/*
 * Texts as they come: what news holds, and what nobody expects. Everything here is well-formed UTF-16.
 */

// biome-ignore format: a table
const pieces = [
  // words and the stops that mislead
  "The", "court", "said", "Mr.", "Dr. A. N. Smith", "U.S.", "p.m.", "No. 5", "8.9 million", "$117,000", "3.14", "e.g.", "Inc.", "J. K.", "…", "...", "?!",
  "Путин", "сказал", "г.", "т. е.", "8,9 млн руб.", "им. В. И. Ленина", "ёлка", "Й",
  // quotation marks of every style
  "“We will”", "‘so’", "«Да»", "„Nein“", "\"plain\"", "'single'", "``tick''", "“open", "close”", "»", "don’t", "‹x›", "「はい」",
  // emoji, with joiners and modifiers, and combining marks
  "😀", "👩‍👩‍👧‍👦", "👍🏽", "🇷🇺", "e\u0301", "и\u0306", "a\u0300\u0316\u0327", "Z͑ͫ̓ͪ̂",
  // right to left, with and without marks of direction
  "שלום", "مرحبا بالعالم", "\u202eabc\u202c", "\u200f!",
  // mark-up and what looks like front matter
  "<b>bold</b>", "&amp;", "*star*", "_under_", "[link](https://example.com/a_(b))", "`code`", "# head", "> quote", "---", "key: value", "{}", "\\", "|", "~~",
  // spaces and invisible characters
  "\u00a0", "\u202f", "\u200b", "\u00ad", "\ufeff", "\t", "\u3000", "\u0085", "\u0000", "\u001b[31m", "日本語。", "ﬁ", "İ", "ß",
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-zА-яё]{1,12}$/) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
);

/** One line of text with something on it. */
export const paragraph: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", ". ", ", ", "? ", "! ", "")), { minLength: 1, maxLength: 30 })
  .map((words) => words.flat().join(""))
  .filter((text) => text.trim() !== "" && !/[\r\n]/.test(text));

/** A paragraph of about 100,000 characters. */
export const hugeParagraph: fc.Arbitrary<string> = paragraph.map((text) =>
  `${text} `.repeat(Math.ceil(100_000 / (text.length + 1))).trimEnd(),
);

/** Paragraphs with an empty line between them, as ingestion writes them. */
export const articleText: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 8 })
  .map((paragraphs) => paragraphs.join("\n\n"));

/** Any text at all: paragraphs between line ends of every kind, "---" lines, and blanks at both ends. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      paragraph,
      fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " ", "\u2028", "\n---\n", "---", "\n--- \n"),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

const fact = paragraph.map((text) => text.slice(0, 80).toWellFormed());

/** An article with a generated text and generated facts. */
export const article: fc.Arbitrary<Article> = fc
  .record({
    text: fc.oneof({ weight: 3, arbitrary: articleText }, { weight: 2, arbitrary: anyText }),
    id: fact,
    outlet: fc.option(fact),
    headline: fc.option(fact),
    byline: fc.option(fact),
    published: fc.option(
      fc
        .date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
    ),
    publishedWords: fc.option(fact),
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    status: fc.constantFrom("live" as const, "superseded" as const, "withdrawn" as const),
    reason: fc.option(fact),
    captions: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
  })
  .map(({ text, captions, ...facts }) => articleOf(text, facts, captions.length > 0 ? { caption: captions } : {}));
