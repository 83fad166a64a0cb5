import type { Article } from "../../../coverage/article.ts";
import type { Corpus } from "../../../coverage/corpus.ts";
import type { Event } from "../../../reading/event.ts";

/** The words in a file that are not an article's, in the language of whoever asked. */
export interface Wording {
  readonly title: string;
  /** An event's date as people read it. */
  readonly period: (event: Event) => string;
  /** Where words come from, in one line: outlet, headline, date, and who printed them as well. */
  readonly source: (article: Article, alsoIn: readonly string[]) => string;
}

/** The sentence that an event is shown by, with its article. */
export interface Shown {
  readonly article: Article;
  /** A slice of the article's text. */
  readonly sentence: string;
  readonly expression: string;
  /** The ids of the other articles that have the event. */
  readonly alsoIn: readonly string[];
}

/** `null` where the event's article is not in the coverage. */
export function shownOf(corpus: Corpus, { mentions }: Event): Shown | null {
  const [lead] = mentions;
  const article = corpus.byId.get(lead?.article ?? "");
  if (!lead || !article) return null;
  const others = new Set(mentions.map((m) => m.article));
  others.delete(article.id);
  return {
    article,
    sentence: article.text.slice(lead.sentence.start, lead.sentence.end),
    expression: article.text.slice(lead.expression.start, lead.expression.end),
    alsoIn: [...others],
  };
}
