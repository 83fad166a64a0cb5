import type { Article } from "../../coverage/article.ts";
import { terms } from "../../language/words.ts";
import type { Grouped } from "../../reading/grouping.ts";
import { idf } from "../../retrieval/idf.ts";
import type { Library } from "../library.ts";
import { topicReader } from "../timeline/relevance.ts";

/** The share of a topic's weight that a quotation's sentences must hold. */
export const leastRelevant = 0.5;

/** A headline helps to say what its quotations are about; alone it does not make them be about it. */
const headlineWorth = 0.4;

/**
 * How much of a topic a quotation's sentences (or its article's headline) hold, 0 to 1: by the rarity of its words, looked
 * up in the coverage as those of a question are: translated, in the other script, spelt right.
 */
export function relevanceTo({ search }: Library, topic: string): (quotation: Grouped, article: Article) => number {
  const { engine } = search();
  const words = topicReader(search)(topic).map((forms) => ({
    forms,
    weight: idf(Math.max(0, ...forms.map((f) => engine.documentFrequency(f.term))), engine.passages.length),
  }));
  const total = words.reduce((sum, w) => sum + w.weight, 0);
  const headlines = new Map<string, ReadonlySet<string>>();
  return ({ context }, article) => {
    const here = stems(article.text.slice(context.start, context.end));
    const above = headlines.get(article.id) ?? stems(article.headline ?? "");
    headlines.set(article.id, above);
    const worth = (term: string) => (here.has(term) ? 1 : above.has(term) ? headlineWorth : 0);
    const held = words.reduce(
      (sum, w) => sum + w.weight * Math.max(0, ...w.forms.map((f) => f.worth * worth(f.term))),
      0,
    );
    return total > 0 ? held / total : 0;
  };
}

const stems = (text: string): ReadonlySet<string> => new Set(terms(text).map((t) => t.term));
