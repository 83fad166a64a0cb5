import { createHash } from "node:crypto";
import { type Article, type Metadata, makeArticle, metadataSchema, type ZoneMap } from "../../src/coverage/article.ts";
import { type Corpus, makeCorpus } from "../../src/coverage/corpus.ts";

/** An article with the given text; every fact that is not given is unknown. */
export function articleOf(text: string, facts: Partial<Metadata> = {}, zones: ZoneMap = {}): Article {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const metadata = metadataSchema.parse({ id: "a", capture: { file: "../seeds/a.txt", sha256 }, ...facts });
  return makeArticle(metadata, text, zones);
}

/** A corpus of articles, or of texts, which then get the ids a, b, c… */
export function corpusOf(...articles: readonly (Article | string)[]): Corpus {
  return makeCorpus(articles.map((a, i) => (typeof a === "string" ? articleOf(a, { id: idOf(i) }) : a)));
}

const idOf = (i: number) => String.fromCodePoint(97 + i);

/** The words of every range, sliced. */
export function slices(text: string, ranges: readonly { start: number; end: number }[]): string[] {
  return ranges.map((r) => text.slice(r.start, r.end));
}
