import { type Mark, markOf } from "../../answer/timeline/mark.ts";
import type { Entry, Stretch, Timeline } from "../../answer/timeline.ts";
import type { Event } from "../../reading/event.ts";
import { type Page, pagesOf } from "../pages.ts";
import { bold, italic, joined, type RichText, rich } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn, monthIn } from "../texts.ts";
import { stampLine } from "./answer.ts";
import { renderPassage } from "./passage.ts";
import { periodIn } from "./period.ts";
import type { View } from "./view.ts";

const eventsPerPage = 6;
/** What could not be read of a request is shown back only so far that a person knows what is meant. */
const longestNote = 200;

/** The events of a timeline in the order of its pages' blocks: the dated, by their stretches where it has some, then the undated. */
export function eventsShown({ dated, undated, stretches }: Timeline): Event[] {
  const shown = stretches.length > 0 ? stretches.flatMap((s) => s.entries) : dated;
  return [...shown, ...undated].map((entry) => entry.event);
}

/**
 * A timeline as pages: dated events in their order, then those without a date; the blocks of the pages are those of `eventsShown`. The marks
 * that are used are explained below.
 */
export function renderTimeline(
  view: View,
  timeline: Timeline,
  language: BotLanguage,
  notUnderstood: readonly string[] = [],
  perPage = eventsPerPage,
): Page[] {
  const { dated, undated, request, stretches } = timeline;
  const t = catalogue[language];
  const nothing = dated.length + undated.length === 0;
  const headings = new Map<Event, string>();
  for (const stretch of stretches) setFirst(headings, stretch.entries, `▪ ${stretchTitle(stretch, language)}`);
  setFirst(headings, undated, t.timelineUndated);
  const shown = eventsShown(timeline);
  const blocks = shown.map((event) => {
    const heading = headings.get(event);
    return joined([heading ? bold(heading) : null, renderEvent(view, event, language)], "\n");
  });
  return pagesOf(blocks, {
    perPage,
    head: nothing ? bold(t.timelineEmpty) : request.topic ? bold(request.topic) : null,
    foot: (on) =>
      joined(
        [
          notUnderstood.length > 0 ? shortened(t.notUnderstood(notUnderstood.join(" ")), longestNote) : null,
          legend(new Set(on.map((i) => shown[i])), dated, language) || null,
          nothing && asksFor(request) ? t.timelineHint : null,
          italic(stampLine(view, language)),
        ],
        "\n",
      ),
  });
}

/** Whether a request leaves anything out. */
function asksFor({ topic, from, to, lastDays, outlet, min }: Timeline["request"]): boolean {
  return topic !== null || from !== null || to !== null || lastDays !== null || outlet !== null || min > 1;
}

function setFirst(headings: Map<Event, string>, [first]: readonly Entry[], heading: string): void {
  if (first) headings.set(first.event, heading);
}

/** A stretch as people name it, with how much is in it. */
function stretchTitle({ name, from, to, entries }: Stretch, language: BotLanguage): string {
  const title =
    from === to
      ? dayIn(language, from)
      : /^\d{4}$/.test(name)
        ? name
        : /^\d{4}-\d{2}$/.test(name)
          ? monthIn(language, from)
          : `${dayIn(language, from)} – ${dayIn(language, to)}`;
  return `${title}: ${catalogue[language].picture.events(entries.length)}`;
}

function renderEvent(view: View, event: Event, language: BotLanguage): RichText {
  const t = catalogue[language];
  const [lead] = event.mentions;
  const article = lead && view.byId.get(lead.article);
  if (!lead || !article) return rich();
  const others = new Set(event.mentions.map((m) => m.article));
  others.delete(article.id);
  const conflicts = event.conflicts.map(({ edtf, mentions }) => {
    const outlets = new Set(mentions.map((m) => view.byId.get(m.article)?.outlet ?? t.outletUnknown));
    return t.otherDate(edtf, [...outlets].join(", "));
  });
  const when = event.edtf === null ? null : rich(markOf(event), " ", bold(periodIn(language, event)));
  return joined(
    [
      joined([when, event.families > 1 ? t.reports(event.families) : null], " · "),
      renderPassage(
        view,
        {
          article,
          spans: [lead.sentence],
          marked: event.edtf === null ? [] : [lead.expression],
          alsoIn: [...others],
          between: conflicts,
        },
        language,
      ),
    ],
    "\n",
  );
}

/** The marks on the pages, each explained once. */
function legend(shown: ReadonlySet<Event | undefined>, dated: readonly Entry[], language: BotLanguage): string {
  const { marks } = catalogue[language];
  const used = new Set<Mark>(dated.flatMap(({ event }) => (shown.has(event) ? [markOf(event)] : [])));
  const all: readonly (readonly [Mark, string])[] = [
    ["●", marks.stated],
    ["◐", marks.published],
    ["○", marks.other],
    ["≈", marks.approximate],
  ];
  return all.flatMap(([mark, text]) => (used.has(mark) ? [text] : [])).join("   ");
}
