import type { QuoteEntry, QuoteResult } from "../../answer/quote.ts";
import type { Article } from "../../coverage/article.ts";
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
  const hint = joined([t.quoteHint, foot], "\n");
  switch (result.kind) {
    case "speakers":
      return paginate([], { head: bold(result.speakers.length > 0 ? t.quoteWho : t.quoteNothing), foot });
    case "several":
      return paginate([], { head: bold(t.quoteSeveral(result.asked)), foot });
    case "nobody":
      return paginate([], {
        head: joined(
          [bold(t.quoteNobody(unquoted(result.asked))), result.nearest.length > 0 ? t.quoteNearest : null],
          " ",
        ),
        foot: result.nearest.length > 0 ? foot : hint,
      });
    case "quotations":
      return paginate(
        result.entries.map((entry) => renderEntry(view, entry, language)),
        {
          perPage,
          head: bold(result.entries.length === 0 ? t.quoteNothing : (result.speaker?.name ?? "")),
          foot: result.entries.length === 0 ? hint : foot,
        },
      );
  }
}

/** What was asked for without quotation marks around it: it is shown in such. */
function unquoted(asked: string): string {
  return asked.replace(/^["“”„«]+|["“”»]+$/gu, "");
}

/** The whole sentences with the spoken words in bold, who said it as far as the text tells, and where it stands. */
function renderEntry(view: View, entry: QuoteEntry, language: BotLanguage): RichText {
  const t = catalogue[language];
  const { alsoIn, rivals, otherWordings } = entry;
  return joined(
    [
      renderQuotation(view, entry, alsoIn, language),
      ...rivals.flatMap((other) => [t.otherSpeaker, renderQuotation(view, other, [], language)]),
      ...otherWordings
        .slice(0, wordingsShown)
        .flatMap((other) => [t.sameRemark, renderQuotation(view, other, [], language)]),
    ],
    "\n",
  );
}

/** Further wordings of one remark would push the next quotation off the page. */
const wordingsShown = 2;

type Placed = QuoteEntry["rivals"][number];

function renderQuotation(
  view: View,
  { quotation, article }: Placed,
  alsoIn: readonly Placed[],
  language: BotLanguage,
): RichText {
  const t = catalogue[language];
  const { via, hearsay } = quotation;
  const who = joined(
    [
      speakerText(quotation.speaker, language),
      via ? t.via(via.name) : null,
      hearsay ? t.hearsay(article.text.slice(hearsay.start, hearsay.end)) : null,
      saidWhen(quotation, article, language),
      quotation.zone === "headline" ? t.headlineQuotation : null,
    ],
    " · ",
  );
  const also = alsoIn.map((o) => o.article.id);
  const passage = { article, spans: [quotation.context], marked: quotation.parts, alsoIn: also, between: [who] };
  return renderPassage(view, passage, language);
}

/** The day of the utterance with the words that tell it; where only the day of publication is known, the source line has it. */
function saidWhen({ uttered }: Placed["quotation"], article: Article, language: BotLanguage): string | null {
  const { from, to, basis } = uttered;
  if (!from || !to || !basis) return null;
  const days = from === to ? dayIn(language, from) : `${dayIn(language, from)} – ${dayIn(language, to)}`;
  const { saidOn, speakerAs } = catalogue[language];
  return `${saidOn(days)} (${speakerAs(article.text.slice(basis.start, basis.end))})`;
}
