import type { QuoteEntry, QuoteResult } from "../../answer/quote.ts";
import { paginate } from "../pages.ts";
import { bold, italic, joined, type RichText } from "../rich-text.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";
import { stampLine } from "./answer.ts";
import { renderPassage } from "./passage.ts";
import { speakerText } from "./speaker.ts";
import type { View } from "./view.ts";

const entriesPerPage = 3;

/** The quotations of a request as pages; for the other outcomes one page that says what to do next. */
export function renderQuotations(
  view: View,
  result: QuoteResult,
  language: BotLanguage,
  perPage = entriesPerPage,
): RichText[] {
  const t = catalogue[language];
  const foot = italic(stampLine(view, language));
  switch (result.kind) {
    case "speakers":
      return paginate([], { head: bold(result.speakers.length > 0 ? t.quoteWho : t.quoteNothing), foot });
    case "several":
      return paginate([], { head: bold(t.quoteSeveral(result.asked)), foot });
    case "nobody":
      return paginate([], {
        head: joined([bold(t.quoteNobody(result.asked)), result.nearest.length > 0 ? t.quoteNearest : null], " "),
        foot,
      });
    case "quotations":
      return paginate(
        result.entries.map((entry) => renderEntry(view, entry, language)),
        {
          perPage,
          head: bold(result.entries.length === 0 ? t.quoteNothing : (result.speaker?.name ?? "")),
          foot,
        },
      );
  }
}

/** The whole sentences with the spoken words in bold, who said it as far as the text tells, and where it stands. */
function renderEntry(
  view: View,
  { quotation, article, alsoIn, otherSpeakers }: QuoteEntry,
  language: BotLanguage,
): RichText {
  const t = catalogue[language];
  const { uttered, via, hearsay } = quotation;
  const said =
    uttered.from && uttered.from === uttered.to && uttered.precision === "day" && uttered.from !== article.published
      ? uttered.from
      : null;
  const who = joined(
    [
      speakerText(quotation.speaker, language),
      otherSpeakers.length > 0 ? `/ ${otherSpeakers.join(" / ")}` : null,
      via ? t.via(via.name) : null,
      hearsay ? t.hearsay(article.text.slice(hearsay.start, hearsay.end)) : null,
      said ? t.saidOn(dayIn(language, said)) : null,
      quotation.zone === "headline" ? t.headlineQuotation : null,
    ],
    " · ",
  );
  const also = alsoIn.map((a) => a.article.id);
  const passage = { article, spans: [quotation.context], marked: quotation.parts, alsoIn: also, between: [who] };
  return renderPassage(view, passage, language);
}
