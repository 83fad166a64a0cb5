import type { Article } from "../../coverage/article.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { isLinkable, joined, link, type RichText, rich } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";

/**
 * The line under quoted words: outlet and headline (linked to the source where a link is known, else said to have none; an address
 * that Telegram cannot link is written out), date, and the reprints. It stands outside the quotation: nothing in it passes for
 * the article's words but the headline, which is linked as such.
 */
export function sourceLine(
  corpus: Corpus,
  article: Article,
  alsoIn: readonly string[],
  language: BotLanguage,
): RichText {
  const t = catalogue[language];
  const outlet = article.outlet ?? t.outletUnknown;
  const headline = article.headline ? titled(article.headline) : t.headlineUnknown;
  const also = alsoIn.flatMap((id) => {
    const copy = corpus.byId.get(id);
    return copy ? [link(copy.outlet ?? t.outletUnknown, copy.url)] : [];
  });
  return rich(
    "— ",
    joined(
      [
        link(`${outlet}: ${headline}`, article.url),
        article.published ? dayIn(language, article.published) : t.dateUnknown,
        article.url === null ? t.linkUnknown : isLinkable(article.url) ? null : article.url,
        also.length > 0 ? rich(t.alsoIn(""), joined(also, ", ")) : null,
      ],
      " · ",
    ),
  );
}

/** Longer headlines are cut. */
const mostOfHeadline = 250;

/** A headline of unusual length is cut at a word's end; the mark of the cut stands outside the quotation marks. */
function titled(headline: string): string {
  return headline.length <= mostOfHeadline ? `“${headline}”` : `“${shortened(headline, mostOfHeadline)}” […]`;
}
