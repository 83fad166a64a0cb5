import fc from "fast-check";
import type { Article } from "../../src/coverage/article.ts";
import { article, hugeParagraph } from "./arbitraries.ts";
import { articleOf, corpusOf } from "./articles.ts";

/** A few generated articles with ids of their own, one of them with a huge paragraph now and then. */
export const someArticles: fc.Arbitrary<Article[]> = fc
  .tuple(
    fc.array(article, { minLength: 1, maxLength: 4 }),
    // A huge one now and then: it takes as long as a hundred small ones.
    fc.oneof(
      { weight: 24, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: hugeParagraph.map((text) => articleOf(text)) },
    ),
  )
  .map(([articles, huge]) => [...articles, ...(huge ? [huge] : [])].map((a, i) => ({ ...a, id: `${i}-${a.id}` })));

const openings = [
  "",
  "What did",
  "Who said",
  "How much",
  "When was",
  "Why",
  "Что сказал",
  "Сколько",
  "Is it true that",
  "/ask",
];

/** A question that a generated article may answer: words of its own text, out of order, behind an opening. */
export function questionAbout(articles: readonly Article[]): fc.Arbitrary<string> {
  const words = articles.flatMap((a) => a.text.slice(0, 2_000).split(/\s+/)).filter((w) => w !== "");
  const word = words.length > 0 ? fc.constantFrom(...words) : fc.constant("x");
  return fc
    .tuple(
      fc.constantFrom(...openings),
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: word },
          { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
        ),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([opening, rest]) => `${opening} ${rest.join(" ")}`.trim());
}

/** A corpus of generated articles with a question about it. */
export const corpusAndQuestion = someArticles.chain((articles) =>
  questionAbout(articles).map((question) => ({ articles, corpus: corpusOf(...articles), question })),
);
