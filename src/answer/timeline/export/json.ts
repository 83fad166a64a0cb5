import type { Corpus } from "../../../coverage/corpus.ts";
import type { Timeline } from "../../timeline.ts";
import { eventJson } from "./record.ts";

/**
 * A timeline as one JSON object: what was asked for, the state of the coverage, the articles that are named with their sources, and the events
 * as the command line gives them (DESIGN.md §5), the undated last with `edtf`, `from` and `to` null.
 */
export function toJson(corpus: Corpus, { request, from, to, dated, undated }: Timeline): string {
  const events = [...dated, ...undated].map(({ event }) => event);
  const ids = [...new Set(events.flatMap((event) => event.mentions.map((m) => m.article)))];
  const articles = ids.flatMap((id) => {
    const article = corpus.byId.get(id);
    if (!article) return [];
    const { outlet, headline, published, publishedBasis, url, family } = article;
    return [{ id, outlet, headline, published, publishedBasis, url, family }];
  });
  const whole = {
    request: { ...request, from, to },
    corpus: corpus.stamp,
    articles,
    events: events.map((event) => eventJson(corpus, event)),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
