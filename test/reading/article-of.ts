import { type Article, makeArticle, metadataSchema, type ZoneMap } from "../../src/coverage/article.ts";

/** An article for a test: its text and whatever else the test is about. */
export function articleOf(text: string, metadata: Partial<Article> = {}, zones: ZoneMap = {}): Article {
  const capture = { file: "capture.txt", sha256: "0".repeat(64) };
  return makeArticle(metadataSchema.parse({ id: "a", capture, ...metadata }), text, zones);
}
