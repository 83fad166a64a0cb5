import type { Article, Paragraph } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import type { Range } from "../language/range.ts";

/** What retrieval returns: neighbouring paragraphs of one article. */
export interface Passage extends Range {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * About 200 words: measured best on news and encyclopaedia questions, against single sentences and windows of three; the
 * words to quote are cut out of the passage afterwards.
 */
const fullAt = 1_200;
const mostCharacters = 1_500;

/** The passages of all live articles: whole paragraphs of body and captions, packed in their order. */
export function passagesOf(corpus: Corpus): Passage[] {
  const passages: Passage[] = [];
  for (const article of corpus.live) {
    let pack: Paragraph[] = [];
    const close = () => {
      const [first] = pack;
      const last = pack.at(-1);
      if (first && last) passages.push({ article, start: first.start, end: last.end, paragraphs: pack });
      pack = [];
    };
    for (const paragraph of article.paragraphs) {
      // A passage is one stretch of the text: what may not be quoted ends it.
      if (!quotable.has(paragraph.zone)) {
        close();
        continue;
      }
      const start = pack[0]?.start ?? paragraph.start;
      if (pack.length > 0 && paragraph.end - start > mostCharacters) close();
      pack.push(paragraph);
      if (paragraph.end - (pack[0]?.start ?? 0) >= fullAt) close();
    }
    close();
  }
  return passages;
}

/** Zones whose sentences can answer. Headlines are searched with every passage and answer only when nothing else does. */
const quotable = new Set(["body", "caption"]);
