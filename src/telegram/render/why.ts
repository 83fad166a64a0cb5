import type { Library } from "../../answer/library.ts";
import { markOf } from "../../answer/timeline/mark.ts";
import { type Reason, type Why, whyOf } from "../../answer/timeline/reason.ts";
import type { Event } from "../../reading/event.ts";
import type { Mention } from "../../reading/mention.ts";
import { paginate } from "../pages.ts";
import { bold, joined, quoted, type RichText, rich } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";
import { emphasised } from "./emphasis.ts";
import { periodIn } from "./period.ts";
import { mayQuote } from "./source.ts";
import type { View } from "./view.ts";

/** Other words for an event's date, and words against it: more would bury the reason. */
const mostOthers = 3;

/** Why events have their dates: for each the words, the rule, what it was counted from, and what else could be or is said. */
export function renderWhy(library: Library, view: View, events: readonly Event[], language: BotLanguage): RichText[] {
  const t = catalogue[language];
  const blocks = events.flatMap((event) => {
    const why = whyOf(library, event);
    return why ? [renderOne(view, why, language)] : [];
  });
  return paginate(blocks, { head: bold(t.why.head) });
}

function renderOne(view: View, { event, steps, published }: Why, language: BotLanguage): RichText {
  const t = catalogue[language];
  const title = event.edtf === null ? t.timelineUndated.replace(/:$/, "") : periodIn(language, event);
  const [first] = steps;
  return joined(
    [
      rich(markOf(event), " ", bold(title)),
      ...steps.map((step, i) => renderStep(view, step, i > 0, language)),
      published ? publishedLine(view, published, language) : null,
      first?.key === "undated" && isPublicationUnknown(view, first.mention) ? t.why.publishedUnknown : null,
      event.edtf === null ? null : t.why.confidence(Math.round(event.confidence * 100)),
      first?.otherReading ? t.why.otherReading(dayIn(language, first.otherReading)) : null,
      ...otherWords(view, event, language),
    ],
    "\n",
  );
}

/** The expression as it stands with the rule; of another sentence also the sentence, as it is not on the timeline's page. */
function renderStep(view: View, { mention, key }: Reason, isAnchor: boolean, language: BotLanguage): RichText {
  const t = catalogue[language];
  const article = view.byId.get(mention.article);
  if (!article) return rich();
  const { start, end } = mention.expression;
  const date = periodIn(language, mention);
  const rule = rich(
    isAnchor ? `${t.why.countedFrom} ` : "",
    "“",
    bold(article.text.slice(start, end)),
    "”",
    date ? ` ${t.why.itself(date)}` : "",
    `: ${t.why.rules[key]}`,
  );
  return joined(
    [
      rule,
      isAnchor && mayQuote(view, article) ? quoted(emphasised(article, mention.sentence, [mention.expression])) : null,
    ],
    "\n",
  );
}

function publishedLine(
  view: View,
  { date, from }: { readonly date: string; readonly from: string },
  language: BotLanguage,
): string {
  const t = catalogue[language];
  const article = view.byId.get(from);
  // In quoted words the day of speaking stands in for the day of publication.
  if (article?.published !== date) return t.why.spoken(dayIn(language, date));
  return t.why.published(dayIn(language, date), t.why.bases[article.publishedBasis], article.outlet ?? t.outletUnknown);
}

function isPublicationUnknown(view: View, { article }: Mention): boolean {
  return view.byId.get(article)?.published === null;
}

/** What other mentions of the event say of its date, where it is not the same, and what contradicts it. */
function otherWords(view: View, { mentions, conflicts }: Event, language: BotLanguage): string[] {
  const t = catalogue[language];
  const [lead] = mentions;
  const against = new Set(conflicts.flatMap((c) => c.mentions));
  const wordsOf = ({ article, expression }: Mention) =>
    shortened(view.byId.get(article)?.text.slice(expression.start, expression.end) ?? "", 80);
  const outletOf = ({ article }: Mention) => view.byId.get(article)?.outlet ?? t.outletUnknown;
  const other = mentions.filter(
    (m) => !against.has(m) && (m.from !== lead?.from || m.to !== lead?.to) && (m.from !== null || m.to !== null),
  );
  return [
    ...other.map((m) => t.why.otherWords(wordsOf(m), periodIn(language, m), outletOf(m))).slice(0, mostOthers),
    ...[...against].map((m) => t.why.conflict(periodIn(language, m), wordsOf(m), outletOf(m))).slice(0, mostOthers),
  ];
}
