import type { Corpus } from "../../../coverage/corpus.ts";
import type { Range } from "../../../language/range.ts";
import type { Event } from "../../../reading/event.ts";
import type { Mention } from "../../../reading/mention.ts";

/** An event as the command line's contract has it (DESIGN.md §5). */
export function eventJson(corpus: Corpus, event: Event) {
  const { id, edtf, from, to, granularity, basis, confidence, families, conflicts } = event;
  return {
    id, edtf, from, to, granularity, basis, confidence, families,
    mentions: event.mentions.map((m) => ({ article: m.article, ...mentionJson(corpus, m) })),
    conflicts: conflicts.map((c) => ({ edtf: c.edtf, mentions: c.mentions.map((m) => ({ article: m.article, ...mentionJson(corpus, m) })) })),
  }; // biome-ignore format: one line of keys
}

export function mentionJson(corpus: Corpus, mention: Mention) {
  const { from, to, granularity, timex, rule, anchor, confidence, modality, inQuotation } = mention;
  const text = corpus.byId.get(mention.article)?.text ?? "";
  const words = ({ start, end }: Range) => ({ start, end, text: text.slice(start, end) });
  return {
    sentence: words(mention.sentence),
    expression: words(mention.expression),
    from,
    to,
    granularity,
    timex,
    rule,
    anchor,
    confidence,
    modality,
    inQuotation,
  };
}
