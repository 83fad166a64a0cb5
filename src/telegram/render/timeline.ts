import { type Mark, markOf } from "../../answer/timeline/mark.ts";
import type { Entry, Timeline } from "../../answer/timeline.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { Event } from "../../reading/event.ts";
import { paginate } from "../pages.ts";
import { bold, italic, joined, quoted, type RichText, rich } from "../rich-text.ts";
import { type BotLanguage, catalogue, dayIn, monthIn } from "../texts.ts";
import { stampLine } from "./answer.ts";
import { emphasised } from "./emphasis.ts";
import { sourceLine } from "./source.ts";

const eventsPerPage = 6;

/** A timeline as pages: dated events in their order, then those without a date. The marks that are used are explained below. */
export function renderTimeline(
  corpus: Corpus,
  { dated, undated, request, stretches }: Timeline,
  language: BotLanguage,
): RichText[] {
  const t = catalogue[language];
  const nothing = dated.length + undated.length === 0;
  const events =
    stretches.length > 0
      ? stretches.flatMap((s) =>
          s.entries.map((entry, i) =>
            joined([i === 0 ? bold(`▪ ${s.name}`) : null, renderEvent(corpus, entry, language)], "\n"),
          ),
        )
      : dated.map((entry) => renderEvent(corpus, entry, language));
  const last = undated.map((entry, i) =>
    joined([i === 0 ? bold(t.timelineUndated) : null, renderEvent(corpus, entry, language)], "\n"),
  );
  return paginate([...events, ...last], {
    perPage: eventsPerPage,
    head: nothing ? bold(t.timelineEmpty) : request.topic ? bold(request.topic) : null,
    foot: joined([dated.length > 0 ? legend(dated, language) : null, italic(stampLine(corpus, language))], "\n"),
  });
}

function renderEvent(corpus: Corpus, { event }: Entry, language: BotLanguage): RichText {
  const t = catalogue[language];
  const [lead] = event.mentions;
  const article = lead && corpus.byId.get(lead.article);
  if (!lead || !article) return rich();
  const others = new Set(event.mentions.map((m) => m.article));
  others.delete(article.id);
  const conflicts = event.conflicts.map(({ edtf, mentions }) => {
    const outlets = new Set(mentions.map((m) => corpus.byId.get(m.article)?.outlet ?? t.outletUnknown));
    return t.otherDate(edtf, [...outlets].join(", "));
  });
  const when = event.edtf === null ? null : rich(markOf(event), " ", bold(periodIn(language, event)));
  return joined(
    [
      joined([when, event.families > 1 ? t.reports(event.families) : null], " · "),
      quoted(emphasised(article, lead.sentence, event.edtf === null ? [] : [lead.expression])),
      ...conflicts,
      sourceLine(corpus, article, [...others], language),
    ],
    "\n",
  );
}

/** The days of an event as people read them, never finer than they are known. */
function periodIn(language: BotLanguage, { from, to, granularity }: Event): string {
  const t = catalogue[language];
  if (from === null || to === null)
    return from ? t.since(dayIn(language, from)) : to ? t.until(dayIn(language, to)) : "";
  if (from === to) return dayIn(language, from);
  if (granularity === "month") return monthIn(language, from);
  if (granularity === "year") return from.slice(0, 4);
  if (granularity === "decade") return t.decade(from.slice(0, 4));
  return `${dayIn(language, from)} – ${dayIn(language, to)}`;
}

/** The marks on the pages, each explained once. */
function legend(dated: readonly Entry[], language: BotLanguage): string {
  const { marks } = catalogue[language];
  const used = new Set<Mark>(dated.map(({ event }) => markOf(event)));
  const all: readonly (readonly [Mark, string])[] = [
    ["●", marks.stated],
    ["◐", marks.published],
    ["○", marks.other],
    ["≈", marks.approximate],
  ];
  return all.flatMap(([mark, text]) => (used.has(mark) ? [text] : [])).join("   ");
}
