import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";

/** Where words come from, in one line of plain text: outlet, headline, date, link, and who printed them as well. */
export function sourceLine(corpus: Corpus, article: Article, alsoIn: readonly string[] = []): string {
  const also = alsoIn.map((id) => corpus.byId.get(id)?.outlet ?? id);
  return [
    `— ${article.outlet ?? "outlet not known"}`,
    article.headline ? `“${article.headline}”` : "headline not known",
    article.published ?? "date not known",
    article.url ?? "link not known",
    ...(also.length > 0 ? [`also in ${also.join(", ")}`] : []),
  ].join(" · ");
}
