import type { Corpus } from "../../../coverage/corpus.ts";
import { dayOf, partsOf } from "../../../reading/dates/calendar.ts";
import type { Event } from "../../../reading/event.ts";
import { shownOf, type Wording } from "./wording.ts";

/**
 * Dated events for Knight Lab's TimelineJS (https://timeline.knightlab.com/docs/json-format.html): a title and a slide an event, with the whole
 * sentence as its headline and the source, linked where a link is known, below it. TimelineJS reads both as HTML, so the words are escaped.
 */
export function toTimelineJs(corpus: Corpus, events: readonly Event[], wording: Wording): string {
  const slides = events.flatMap((event) => {
    const slide = slideOf(corpus, event, wording);
    return slide ? [slide] : [];
  });
  return `${JSON.stringify({ title: { text: { headline: html(wording.title) } }, events: slides }, null, 2)}\n`;
}

function slideOf(corpus: Corpus, event: Event, wording: Wording) {
  const shown = shownOf(corpus, event);
  const first = event.from ?? event.to;
  if (!shown || first === null) return null;
  const { article, sentence, alsoIn } = shown;
  const source = html(wording.source(article, alsoIn));
  return {
    unique_id: `event-${event.id}`,
    start_date: dateOf(first),
    ...(event.to !== null && event.to !== first ? { end_date: dateOf(event.to) } : {}),
    display_date: html(wording.period(event)),
    text: {
      headline: html(sentence),
      text: article.url ? `<p><a href="${html(article.url)}">${source}</a></p>` : `<p>${source}</p>`,
    },
    ...(article.outlet ? { group: html(article.outlet) } : {}),
  };
}

function dateOf(day: string) {
  return partsOf(dayOf(day));
}

function html(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
