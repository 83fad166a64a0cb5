import type { Mark } from "../../answer/timeline/mark.ts";
import { type BotLanguage, catalogue } from "../texts.ts";
import { textWidth } from "./font.ts";
import type { Badge } from "./outlets.ts";
import { colours, page, sizes } from "./style.ts";
import { badge, type Drawing, line, markSign, rectangle, text } from "./svg.ts";
import { oneLine, wrapText } from "./wrap.ts";

/** Something drawn and how high it is. */
export interface Part {
  readonly drawing: Drawing;
  readonly height: number;
}

const inner = page.width - 2 * page.margin;

/** The topic, and below it what the picture shows. */
export function heading(title: string, subtitle: string): Part {
  const { lines, isShortened } = wrapText(title, inner, 2, sizes.title, "bold");
  const below = wrapText(subtitle, inner, 3, sizes.note);
  const shown = lines.map((words, i) => (isShortened && i === lines.length - 1 ? `${words} …` : words));
  let y = page.margin;
  const drawing: Drawing[] = [];
  for (const words of shown) {
    y += sizes.title * 1.15;
    drawing.push(text(page.margin, y - sizes.title * 0.25, words, { size: sizes.title, weight: "bold" }));
  }
  for (const words of below.lines) {
    y += sizes.note * 1.35;
    drawing.push(text(page.margin, y - sizes.note * 0.3, words, { size: sizes.note, colour: colours.soft }));
  }
  return { drawing: drawing.join(""), height: y + 46 };
}

/** One entry of a legend: a sign of so many pixels, and what it means. */
interface Explained {
  readonly sign: (x: number, y: number) => Drawing;
  readonly width: number;
  readonly words: string;
}

export interface LegendParts {
  readonly badges: readonly Badge[];
  readonly marks: readonly Mark[];
  readonly hasBars: boolean;
  readonly hasCuts: boolean;
  readonly hasShortened: boolean;
  /** Whole lines at the end: what is not shown, the state of the coverage. */
  readonly notes: readonly string[];
}

/** Below the picture: every sign that is used, once, and what else is to be known. */
export function legend(parts: LegendParts, language: BotLanguage): Part {
  const t = catalogue[language];
  const outlets = parts.badges.map(
    (b): Explained => ({ sign: (x, y) => badge(b, x + 16, y, 15), width: 42, words: b.outlet ?? t.outletUnknown }),
  );
  const meaning: Readonly<Record<Mark, string>> = {
    "●": t.marks.stated,
    "◐": t.marks.published,
    "○": t.marks.other,
    "≈": t.marks.approximate,
    "?": "",
  };
  const signs = [
    ...parts.marks.map(
      (m): Explained => ({
        sign: (x, y) => markSign(m, x + 14, y, 9),
        width: 36,
        words: meaning[m].replace(/^\S+ /, ""),
      }),
    ),
    ...(parts.hasBars ? [{ sign: (x: number, y: number) => bar(x + 8, y), width: 36, words: t.picture.bar }] : []),
    ...(parts.hasCuts ? [{ sign: zigzag, width: 36, words: t.picture.cut }] : []),
    ...(parts.hasShortened
      ? [
          {
            sign: (x: number, y: number) => text(x + 4, y + 8, "…", { size: 28, colour: colours.line, weight: "bold" }),
            width: 36,
            words: t.picture.shortened,
          },
        ]
      : []),
  ];
  let y = 34;
  const drawing: Drawing[] = [
    line(
      [
        [page.margin, 0],
        [page.width - page.margin, 0],
      ],
      { width: 2, colour: colours.faint },
    ),
  ];
  for (const group of [outlets, signs]) {
    let x: number = page.margin;
    for (const { sign, width, words } of group) {
      const shown = oneLine(words, inner - width, sizes.note);
      const all = width + textWidth(shown, sizes.note) + 30;
      if (x > page.margin && x + all - 30 > page.width - page.margin) {
        x = page.margin;
        y += 42;
      }
      drawing.push(sign(x, y), text(x + width, y + 9, shown, { size: sizes.note }));
      x += all;
    }
    if (group.length > 0) y += 50;
  }
  for (const note of parts.notes.flatMap((n) => wrapText(n, inner, 4, sizes.note).lines)) {
    drawing.push(text(page.margin, y + 9, note, { size: sizes.note, colour: colours.soft }));
    y += 36;
  }
  return { drawing: drawing.join(""), height: y + page.margin / 2 };
}

function bar(x: number, y: number): Drawing {
  return rectangle(x, y - 15, 14, 30, `rx="3" fill="${colours.bar}" stroke="${colours.soft}" stroke-width="1.5"`);
}

function zigzag(x: number, y: number): Drawing {
  const teeth = [-15, -9, -3, 3, 9, 15].map((dy, i) => [x + (i % 2 === 0 ? 6 : 22), y + dy] as const);
  return line(teeth, { width: 3, colour: colours.line });
}
