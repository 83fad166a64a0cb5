import type { Mark } from "../../answer/timeline/mark.ts";
import { isoOf, partsOf } from "../../reading/dates/calendar.ts";
import { type BotLanguage, catalogue, monthNameIn, shortDayIn } from "../texts.ts";
import { textWidth } from "./font.ts";
import { gap, markWidth } from "./label.ts";
import type { Bar, Layout, PlacedLabel } from "./layout.ts";
import type { Piece } from "./scale.ts";
import { colours, columns, sizes } from "./style.ts";
import { badge, type Drawing, line, markSign, moved, rectangle, text } from "./svg.ts";
import type { Tick } from "./ticks.ts";
import { shortenedSign } from "./wrap.ts";

/** A laid-out timeline, `top` pixels down. */
export function drawTimeline(layout: Layout, top: number, language: BotLanguage): Drawing {
  const { scale, ticks, bars, labels } = layout;
  return moved(top, [
    ...ticks.map((tick) => gridLine(tick)),
    ...bars.map(drawBar),
    ...scale.pieces.flatMap((piece) => axis(piece, language)),
    ...ticks.flatMap((tick) => tickLabel(tick, language)),
    ...labels.map(leader),
    ...labels.map(drawLabel),
  ]);
}

/** The marks that the labels use, in the order of the legend. */
export function marksIn(layout: Layout): Mark[] {
  const used = new Set(layout.labels.map((l) => l.mark));
  return (["●", "◐", "○", "≈"] as const).filter((mark) => used.has(mark));
}

function gridLine({ y }: Tick): Drawing {
  return line(
    [
      [columns.ticks + 8, y],
      [columns.axis + 12, y],
    ],
    { width: 3, colour: colours.ink },
  );
}

function axis({ from, to, top, bottom, cut }: Piece, language: BotLanguage): Drawing[] {
  const x = columns.axis;
  if (!cut)
    return [
      line(
        [
          [x, top],
          [x, Math.max(bottom, top + 2)],
        ],
        { width: 4, colour: colours.ink },
      ),
    ];
  // Above it stand the day and year of a short piece.
  const middle = top + (bottom - top) * 0.62;
  const teeth = [-24, -14, -4, 6, 16, 26].map((dy, i) => [x + (i % 2 === 0 ? -11 : 11), middle + dy] as const);
  return [
    line([[x, top], [x, middle - 34], ...teeth, [x, middle + 36], [x, bottom]], { width: 3, colour: colours.line }),
    text(columns.ticks, middle + 8, lengthOf(from, to, language), {
      size: sizes.cut,
      colour: colours.soft,
      anchor: "end",
    }),
  ];
}

/** How long a stretch is, in the two largest of years, months and days. */
export function lengthOf(from: number, to: number, language: BotLanguage): string {
  const [a, b] = [partsOf(from), partsOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  return catalogue[language].picture.length(Math.floor(months / 12), months % 12, to - from);
}

function tickLabel({ day, y, names, withYear }: Tick, language: BotLanguage): Drawing[] {
  const iso = isoOf(day);
  const words =
    names === "year" ? iso.slice(0, 4) : names === "month" ? monthNameIn(language, iso) : shortDayIn(language, iso);
  const style = { size: sizes.tick, anchor: "end" } as const;
  const at = y + sizes.tick * 0.36;
  return [
    text(columns.ticks, at, words, { ...style, weight: names === "year" ? "bold" : "regular" }),
    ...(withYear ? [text(columns.ticks, at + sizes.tick * 1.1, iso.slice(0, 4), { ...style, weight: "bold" })] : []),
  ];
}

function drawBar({ x, width, top, bottom, openTop, openBottom }: Bar): Drawing {
  const height = Math.max(6, bottom - top);
  const look = `rx="3" fill="${colours.bar}" stroke="${colours.soft}" stroke-width="1.5"`;
  const arrow = (y: number, dy: number) =>
    `<polygon points="${x - 4},${y} ${x + width + 4},${y} ${x + width / 2},${y + dy}" fill="${colours.soft}"/>`;
  return [
    rectangle(x, top, width, height, look),
    ...(openTop ? [arrow(top, -14)] : []),
    ...(openBottom ? [arrow(top + height, 14)] : []),
  ].join("");
}

const badgeRadius = (size: number) => size * 0.56;

function leader({ x, y, from, lineHeight }: PlacedLabel): Drawing {
  const at = y + lineHeight / 2;
  const dot = `<circle cx="${from.x}" cy="${Math.round(from.y * 10) / 10}" r="${from.x === columns.axis ? 7 : 4}" fill="${colours.ink}"/>`;
  const bend = x - columns.leaders + 4;
  const path = line(
    [
      [from.x, from.y],
      [bend, from.y],
      [x - 20, at],
      [x, at],
    ],
    { width: 1.5, colour: colours.line },
  );
  return path + dot;
}

function drawLabel(label: PlacedLabel): Drawing {
  const { x, y, size, mark, date, source, words, isShortened, inline, notes, lineHeight } = label;
  const left = x + columns.badge;
  const first = y + lineHeight * 0.5 + size * 0.36;
  const dateX = left + markWidth;
  const after = dateX + textWidth(date, size, "bold") + gap;
  const small = { size: size * 0.85, colour: colours.soft };
  const textX = inline ? after : left;
  const lines = words.map((words, i) => ({ words, y: first + (i + (inline ? 0 : 1)) * lineHeight }));
  const last = lines.at(-1);
  return [
    ...(label.badge ? [badge(label.badge, x, y + lineHeight / 2, badgeRadius(Math.min(size, 30)))] : []),
    markSign(mark, left + 11, y + lineHeight / 2, 9),
    text(dateX, first, date, { size, weight: "bold" }),
    ...(source ? [text(after, first, source, small)] : []),
    ...lines.map((l) => text(textX, l.y, l.words, { size })),
    // Outside the words, in another colour: the sign is not the article's.
    ...(isShortened && last
      ? [
          text(textX + textWidth(`${last.words} `, size), last.y, shortenedSign.trim(), {
            size,
            colour: colours.line,
            weight: "bold",
          }),
        ]
      : []),
    ...notes.map((note, i) => text(left, first + (words.length + 1 + i) * lineHeight, note, small)),
  ].join("");
}
