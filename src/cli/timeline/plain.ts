import { markOf } from "../../answer/timeline/mark.ts";
import type { Entry, Timeline } from "../../answer/timeline.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { Event } from "../../reading/event.ts";
import type { Mention } from "../../reading/mention.ts";
import { sourceLine } from "../plain.ts";

const legend =
  "● the date is stated   ◐ worked out from the publication date   ○ from another sentence   ≈ approximate";

/** A timeline in plain text; sentences stand as they are in the articles, set off by a bar. */
export function* plainTimeline(corpus: Corpus, { dated, undated, stretches }: Timeline): Generator<string> {
  if (dated.length + undated.length === 0) {
    yield "The coverage reports nothing that fits.";
    return;
  }
  if (stretches.length > 0) {
    for (const stretch of stretches) {
      yield `== ${stretch.name}: ${stretch.entries.length} ${stretch.entries.length === 1 ? "event" : "events"} ==`;
      yield "";
      for (const entry of stretch.entries) yield* plainEvent(corpus, entry);
    }
  } else for (const entry of dated) yield* plainEvent(corpus, entry);
  if (undated.length > 0) {
    yield "Undated: the text does not tell when";
    yield "";
    for (const entry of undated) yield* plainEvent(corpus, entry);
  }
  if (dated.length > 0) yield legend;
}

function* plainEvent(corpus: Corpus, { event }: Entry): Generator<string> {
  const [lead] = event.mentions;
  const article = lead && corpus.byId.get(lead.article);
  if (!lead || !article) return;
  const reports = event.families > 1 ? ` · ${event.families} independent reports` : "";
  yield event.edtf === null ? `${markOf(event)}${reports}` : `${markOf(event)} ${dateOf(event)}${reports}`;
  for (const line of article.text.slice(lead.sentence.start, lead.sentence.end).split("\n")) yield `│ ${line}`;
  const others = new Set(event.mentions.map((m) => m.article));
  others.delete(article.id);
  yield sourceLine(corpus, article, [...others]);
  for (const conflict of event.conflicts) {
    const outlets = new Set(conflict.mentions.map((m) => corpus.byId.get(m.article)?.outlet ?? m.article));
    yield `  but ${conflict.edtf} in ${[...outlets].join(", ")}`;
  }
  yield "";
}

/** An event's date in plain text; "" for an undated one. */
export function dateOf({ from, to, edtf, granularity }: Event): string {
  if (edtf === null) return "";
  if (granularity === "season" && from && to) return `${from.slice(0, 7)} to ${to.slice(0, 7)}`;
  return edtf
    .replace(/~/g, "")
    .replace(/^\.\.\//, "until ")
    .replace(/\/\.\.$/, " or later")
    .replace("/", " to ")
    .replace(/X+$/, (x) => `${"0".repeat(x.length)}s`);
}

/** One time expression on a line: its date, rule and confidence, its words and where they stand. */
export function mentionLine(corpus: Corpus, mention: Mention): string {
  const text = corpus.byId.get(mention.article)?.text ?? "";
  const { start, end } = mention.expression;
  const date =
    mention.timex ??
    (mention.from === null && mention.to === null ? "undated" : `${mention.from ?? ".."} to ${mention.to ?? ".."}`);
  return `${date}\t${mention.rule}\t${mention.confidence}\t${text.slice(start, end).replace(/\s+/g, " ")}\t${mention.article}:${start}`;
}
