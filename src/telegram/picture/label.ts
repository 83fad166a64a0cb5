import { type Mark, markOf } from "../../answer/timeline/mark.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { Event } from "../../reading/event.ts";
import { periodIn } from "../render/period.ts";
import { type BotLanguage, catalogue } from "../texts.ts";
import { textWidth } from "./font.ts";
import type { Badge } from "./outlets.ts";
import type { Density } from "./style.ts";
import { oneLine, wrapText } from "./wrap.ts";

/** What stands beside the axis for one event. */
export interface Label {
  readonly event: Event;
  readonly badge: Badge | undefined;
  readonly mark: Mark;
  readonly size: number;
  /** The date as people read it. */
  readonly date: string;
  /** Who reports it, on the line of the date; "" where there is no room for it. */
  readonly source: string;
  /** The article's own words, in lines; with `inline` on the line of the date, behind it. */
  readonly words: readonly string[];
  readonly isShortened: boolean;
  readonly inline: boolean;
  /** Other dates for the same event, in the project's own words. */
  readonly notes: readonly string[];
  readonly lineHeight: number;
  /** With the space below it. */
  readonly height: number;
}

/** Between the date and what follows on its line, and the room for the mark before it. */
export const gap = 14;
export const markWidth = 30;

/** Lays an event out in `width` pixels: its date, who reports it, and its sentence, word for word as far as there is room. */
export function labelOf(
  corpus: Corpus,
  event: Event,
  badge: Badge | undefined,
  { size, lines, inline }: Density,
  width: number,
  language: BotLanguage,
): Label {
  const t = catalogue[language];
  const [lead] = event.mentions;
  const article = corpus.byId.get(lead?.article ?? "");
  const sentence = lead && article ? article.text.slice(lead.sentence.start, lead.sentence.end) : "";
  const outlets = (ids: Iterable<string>) => [
    ...new Set([...ids].map((id) => corpus.byId.get(id)?.outlet ?? t.outletUnknown)),
  ];
  const others = outlets(event.mentions.map((m) => m.article)).slice(1);
  const date = oneLine(periodIn(language, event), width - markWidth, size, "bold");
  const dateEnd = markWidth + textWidth(date, size, "bold") + gap;
  const lineHeight = Math.round(size * 1.24);
  const base = { event, badge, mark: markOf(event), size, date, inline, lineHeight };
  if (inline) {
    const { lines: words, isShortened } = wrapText(sentence, width - dateEnd, 1, size);
    return { ...base, source: "", words, isShortened, notes: [], height: lineHeight + 10 };
  }
  const source = [
    article?.outlet ?? t.outletUnknown,
    event.families > 1 ? t.reports(event.families) : "",
    others.length > 0 ? t.alsoIn(others.join(", ")) : "",
  ];
  const { lines: words, isShortened } = wrapText(sentence, width, lines, size);
  const notes = event.conflicts.map(({ edtf, mentions }) =>
    oneLine(t.otherDate(edtf, outlets(mentions.map((m) => m.article)).join(", ")), width, size * 0.85),
  );
  return {
    ...base,
    source: oneLine(source.filter(Boolean).join(" · "), width - dateEnd, size * 0.85),
    words,
    isShortened,
    notes,
    height: (1 + words.length + notes.length) * lineHeight + Math.round(size * 0.75),
  };
}
