import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import type { DateDoubt } from "../reading/doubts.ts";
import type { Speaker } from "../reading/quotation.ts";
import { type BotLanguage, catalogue } from "../telegram/texts.ts";

/** Where words come from, in one line of plain text: outlet, headline, date, link, and who printed them as well. */
export function sourceLine(
  corpus: Corpus,
  article: Article,
  alsoIn: readonly string[] = [],
  language: BotLanguage = "en",
): string {
  const t = catalogue[language];
  const also = alsoIn.map((id) => corpus.byId.get(id)?.outlet ?? id);
  return [
    `— ${article.outlet ?? t.outletUnknown}`,
    article.headline ? `“${article.headline}”` : t.headlineUnknown,
    article.published ?? t.dateUnknown,
    article.url ?? t.linkUnknown,
    ...(also.length > 0 ? [t.alsoIn(also.join(", "))] : []),
  ].join(" · ");
}

/** From 0.6 on a speaker is named, from 0.35 as probable; below, the words stand as the outlet has them. */
export function speakerWords({ name, as, confidence }: Speaker): string {
  if (name === null || confidence < 0.35) return `speaker not named${as ? ` (“${as}”)` : ""}`;
  if (confidence < 0.6) return `attributed in the text to “${as}”, probably ${name}`;
  return as && as !== name ? `${name} (“${as}”)` : name;
}

/** Why an article's publication date is in doubt, in one line. */
export function doubtLine({ id, text, published }: Article, { expression, day, why }: DateDoubt): string {
  const words = text.slice(expression.start, expression.end);
  return `${id}: published ${published}, but the text ${why === "told-before" ? "tells of" : "announces"} “${words}” (${day})${why === "told-before" ? " as past" : ""}`;
}
