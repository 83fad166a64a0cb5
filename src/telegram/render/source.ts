import type { Article } from "../../coverage/article.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { everyone } from "../../coverage/outlets.ts";
import { applyPolicy, type Shown } from "../../coverage/policy.ts";
import type { Span } from "../../coverage/span.ts";
import { passageUrl } from "../../coverage/text-fragment.ts";
import type { Range } from "../../language/range.ts";
import { isLinkable, joined, link, type RichText, rich } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";
import type { View } from "./view.ts";

type Quotable = Corpus & Partial<Pick<View, "audience">>;

/**
 * The line under quoted words: outlet and headline (linked to the source, at the words where `span` is given, where a link is known, else
 * said to have none; an address that Telegram cannot link is written out), date, archived copy, and the reprints. It stands outside the
 * quotation: nothing in it passes for the article's words but the headline, which is linked as such.
 */
export function sourceLine(
  view: Quotable,
  article: Article,
  alsoIn: readonly string[],
  language: BotLanguage,
  span?: Range & Pick<Span, "field">,
): RichText {
  const t = catalogue[language];
  const shown = shownOf(view, article);
  if (!shown.named) return rich("— ", t.policy.withheld(shown.reason?.[language] ?? ""));
  const headline = article.headline ? titled(article.headline) : t.headlineUnknown;
  const also = alsoIn.flatMap((id) => {
    const copy = view.byId.get(id);
    const its = copy && shownOf(view, copy);
    return copy && its?.named ? [link(copy.outlet ?? t.outletUnknown, its.url)] : [];
  });
  return rich(
    "— ",
    joined(
      [
        link(`${article.outlet ?? t.outletUnknown}: ${headline}`, linkTo(view, article, span)),
        article.published ? dayIn(language, article.published) : t.dateUnknown,
        article.url === null ? t.linkUnknown : shown.url && !isLinkable(shown.url) ? shown.url : null,
        shown.archiveUrl ? link(t.archived, shown.archiveUrl) : null,
        also.length > 0 ? rich(t.alsoIn(""), joined(also, ", ")) : null,
      ],
      " · ",
    ),
  );
}

/** The address of an article, at some of its words where they are given, as far as it may be shown and Telegram can link it. */
export function linkTo(view: Quotable, article: Article, span?: Range & Pick<Span, "field">): string | null {
  const { url } = shownOf(view, article);
  // The address of a passage holds its words.
  const at = url === null ? null : span && mayQuote(view, article) ? passageUrl(article, span) : url;
  return at !== null && isLinkable(at) ? at : null;
}

/** Whether words of an article may be shown at all. */
export function mayQuote(view: Quotable, article: Article): boolean {
  const { policy } = shownOf(view, article);
  return policy === "full" || policy === "no-link";
}

/** Whether an article's outlet may be named at all. */
export function mayName(view: Quotable, article: Article): boolean {
  return shownOf(view, article).named;
}

function shownOf({ outlets, audience = everyone }: Quotable, article: Article): Shown {
  const [shown] = applyPolicy(outlets, audience, [{ article, sentences: [] }]);
  if (!shown) throw new Error("the policy says nothing of an article");
  return shown;
}

/** Longer headlines are cut. */
const mostOfHeadline = 250;

/** A headline of unusual length is cut at a word's end; the mark of the cut stands outside the quotation marks. */
function titled(headline: string): string {
  return headline.length <= mostOfHeadline ? `“${headline}”` : `“${shortened(headline, mostOfHeadline)}” […]`;
}
