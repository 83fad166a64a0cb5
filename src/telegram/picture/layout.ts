import type { Corpus } from "../../coverage/corpus.ts";
import { type Day, dayOf } from "../../reading/dates/calendar.ts";
import type { Event } from "../../reading/event.ts";
import type { BotLanguage } from "../texts.ts";
import { type Label, labelOf } from "./label.ts";
import { type Badge, badgesOf, outletOf } from "./outlets.ts";
import { placeInOrder, tracksOf } from "./place.ts";
import { makeScale, type Scale } from "./scale.ts";
import { columns, densityFor, page } from "./style.ts";
import { type Tick, ticksOf } from "./ticks.ts";

/** A stretch of days beside the axis: what happened somewhere in it or took all of it. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether the text leaves that end open. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** A label at its place, and the point beside the axis that it belongs to. */
export interface PlacedLabel extends Label {
  readonly x: number;
  readonly y: number;
  readonly from: { readonly x: number; readonly y: number };
}

/** What is drawn of a timeline; heights count from the top of the axis. */
export interface Layout {
  readonly scale: Scale;
  readonly ticks: readonly Tick[];
  readonly bars: readonly Bar[];
  readonly labels: readonly PlacedLabel[];
  readonly badges: readonly Badge[];
  readonly height: number;
}

interface Spot {
  readonly event: Event;
  readonly first: Day;
  /** The day after the last. */
  readonly end: Day;
}

const leastAxis = 420;

/**
 * Puts dated events on a true scale of time with their labels beside it: in order, none over another, as near to their days as
 * can be.
 */
export function layOut(corpus: Corpus, events: readonly Event[], language: BotLanguage): Layout {
  const spots = events.map(spotOf).sort((a, b) => a.first - b.first || a.end - b.end);
  const badges = badgesOf(corpus, events);
  const density = densityFor(spots.length);
  const barred = barsOf(spots);
  const badgeX = columns.bars + barred.tracks * barred.width + columns.leaders;
  const textX = badgeX + columns.badge;
  const labels = spots.map(({ event }) => {
    const badge = badges.get(outletOf(corpus, event));
    return labelOf(corpus, event, badge, density, page.width - page.margin - textX, language);
  });
  const total = labels.reduce((sum, l) => sum + l.height, 0);
  const scale = makeScale(
    spots.flatMap((s) => [s.first, s.end]),
    Math.max(leastAxis, total),
  );
  const points = spots.map((spot) => {
    const bar = barred.of.get(keyOf(spot));
    const day = isDay(spot) ? spot.first + 0.5 : spot.event.from === null ? spot.end : spot.first;
    const y = scale.at(day);
    return bar === undefined
      ? { x: columns.axis, y }
      : { x: barX(bar, barred.width) + barred.width - 4, y: y + (spot.event.from === null ? -6 : 6) };
  });
  const middle = density.size * 0.7;
  const starts = placeInOrder(
    labels.map((label, i) => ({ wanted: (points[i]?.y ?? 0) - middle, height: label.height })),
    -middle,
  );
  const placed = labels.map((label, i) => {
    return { ...label, x: badgeX, y: starts[i] ?? 0, from: points[i] ?? { x: columns.axis, y: 0 } };
  });
  const last = placed.at(-1);
  return {
    scale,
    ticks: ticksOf(scale),
    bars: barred.spots.map((spot) => ({
      x: barX(barred.of.get(keyOf(spot)) ?? 0, barred.width),
      width: barred.width - 4,
      top: scale.at(spot.first),
      bottom: scale.at(spot.end),
      openTop: spot.event.from === null,
      openBottom: spot.event.to === null,
    })),
    labels: placed,
    badges: [...badges.values()],
    height: Math.max(scale.height, last ? last.y + last.height : 0),
  };
}

function spotOf(event: Event): Spot {
  const first = dayOf(event.from ?? event.to ?? "");
  const last = dayOf(event.to ?? event.from ?? "");
  return { event, first, end: last + 1 };
}

const keyOf = ({ first, end, event }: Spot) => `${first} ${end} ${event.from === null} ${event.to === null}`;
const isDay = ({ event }: Spot) => event.from === event.to;
const barX = (track: number, width: number) => columns.bars + track * width;

/** The widest and the narrowest a bar is drawn, with the space beside it, and what all of them may take. */
const barWidth = { most: 18, least: 6, all: 108 };

/** One bar for all events of the same days, each on a track of its own where they overlap. */
function barsOf(spots: readonly Spot[]) {
  const distinct = [...new Map(spots.filter((s) => !isDay(s)).map((s) => [keyOf(s), s])).values()];
  const tracks = tracksOf(distinct.map(({ first, end }) => ({ from: first, to: end })));
  const count = Math.max(0, ...tracks.map((t) => t + 1));
  const width = Math.max(barWidth.least, Math.min(barWidth.most, barWidth.all / Math.max(1, count)));
  const fitting = Math.min(count, Math.floor(barWidth.all / width));
  // More bars side by side than there is room for share tracks.
  const of = new Map(distinct.map((spot, i) => [keyOf(spot), (tracks[i] ?? 0) % Math.max(1, fitting)]));
  return { spots: distinct, of, width, tracks: fitting };
}
