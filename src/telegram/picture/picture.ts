import type { Timeline } from "../../answer/timeline.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { Event } from "../../reading/event.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";
import { binsOf, isCut } from "./bins.ts";
import { drawTimeline, marksIn } from "./draw.ts";
import { drawBins } from "./draw-bins.ts";
import { heading, legend, type Part } from "./frame.ts";
import { layOut } from "./layout.ts";
import { page } from "./style.ts";
import { document, moved } from "./svg.ts";

/** So many events are drawn one by one; more are counted by stretches of time. */
export const mostDrawn = 200;

/** A timeline as SVG, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws the dated events of a timeline on a true scale of time, oldest at the top, each with its date, outlet and sentence; or, of more
 * than 200, how many there are when. `null` where no event has a date. What is left out or shortened is said in the picture.
 */
export function drawPicture(
  corpus: Corpus,
  { dated, undated, request }: Timeline,
  language: BotLanguage,
): Picture | null {
  const t = catalogue[language];
  const events = dated.map((entry) => entry.event);
  if (events.length === 0) return null;
  const top = heading(
    request.topic ?? t.picture.title,
    `${t.picture.events(events.length)}, ${daysOf(events, language)}`,
  );
  const notes = [
    ...(undated.length > 0 ? [t.picture.undated(undated.length)] : []),
    t.stamp(corpus.stamp.articles, corpus.stamp.newest ? dayIn(language, corpus.stamp.newest) : null),
  ];
  const { body, below } =
    events.length > mostDrawn
      ? counted(corpus, events, notes, top.height, language)
      : drawn(corpus, events, notes, top.height, language);
  const height = Math.ceil(top.height + body.height + below.height);
  const content = [top.drawing, body.drawing, moved(top.height + body.height, [below.drawing])];
  return { svg: document(page.width, height, content), width: page.width, height };
}

interface Parts {
  readonly body: Part;
  readonly below: Part;
}

function drawn(
  corpus: Corpus,
  events: readonly Event[],
  notes: readonly string[],
  top: number,
  language: BotLanguage,
): Parts {
  const layout = layOut(corpus, events, language);
  const below = legend(
    {
      badges: layout.badges,
      marks: marksIn(layout),
      hasBars: layout.bars.length > 0,
      hasCuts: layout.scale.pieces.some((p) => p.cut),
      hasShortened: layout.labels.some((l) => l.isShortened),
      notes,
    },
    language,
  );
  return { body: { drawing: drawTimeline(layout, top, language), height: layout.height + 24 }, below };
}

/** Too many to be told apart: a row a stretch of time, and that it is so. */
function counted(
  corpus: Corpus,
  events: readonly Event[],
  notes: readonly string[],
  top: number,
  language: BotLanguage,
): Parts {
  const t = catalogue[language];
  const { step, bins } = binsOf(events);
  const { drawing, height, badges, others } = drawBins(corpus, bins, step, language);
  const below = legend(
    {
      badges,
      marks: [],
      hasBars: false,
      hasCuts: bins.some((bin) => isCut(bin, step)),
      hasShortened: false,
      notes: [
        t.picture.counted(mostDrawn, t.picture.steps[step]),
        ...(others > 0 ? [t.picture.others(others)] : []),
        ...notes,
      ],
    },
    language,
  );
  return { body: { drawing: moved(top, [drawing]), height }, below };
}

/** From the first day to the last that the events' dates name. */
function daysOf(events: readonly Event[], language: BotLanguage): string {
  const days = events.flatMap(({ from, to }) => [from, to].filter((d) => d !== null)).sort();
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  return first === last ? dayIn(language, first) : `${dayIn(language, first)} – ${dayIn(language, last)}`;
}
