import type { Corpus } from "../../coverage/corpus.ts";
import { isoOf } from "../../reading/dates/calendar.ts";
import { type BotLanguage, catalogue, dayIn, monthIn } from "../texts.ts";
import { type Bin, type BinStep, isCut } from "./bins.ts";
import { lengthOf } from "./draw.ts";
import { textWidth } from "./font.ts";
import type { Part } from "./frame.ts";
import { type Badge, badgesOf, outletOf } from "./outlets.ts";
import { colours, page, sizes } from "./style.ts";
import { type Drawing, line, moved, rectangle, text } from "./svg.ts";

/** Outlets with a letter and a hatching of their own; the others share one. */
const told = 6;
const row = 46;
const barHeight = 34;

/** Hatchings, one an outlet, that differ without colour. */
const hatchings: readonly string[] = [
  "",
  '<path d="M0 12L12 0" stroke="#1d1d1f" stroke-width="1.6"/>',
  '<circle cx="6" cy="6" r="2" fill="#1d1d1f"/>',
  '<path d="M0 6H12" stroke="#1d1d1f" stroke-width="1.6"/>',
  '<path d="M0 0L12 12M0 12L12 0" stroke="#1d1d1f" stroke-width="1.2"/>',
  '<path d="M6 0V12" stroke="#1d1d1f" stroke-width="1.6"/>',
];

/** A row a stretch: how many events begin in it, by outlet. The outlets that are told apart are given back for the legend. */
export function drawBins(
  corpus: Corpus,
  bins: readonly Bin[],
  step: BinStep,
  language: BotLanguage,
): Part & { readonly badges: readonly Badge[]; readonly others: number } {
  const all = [
    ...badgesOf(
      corpus,
      bins.flatMap((b) => b.events),
    ).values(),
  ];
  const badges = all.slice(0, told);
  const names = bins.map((bin) =>
    isCut(bin, step) ? lengthOf(bin.from, bin.end, language) : nameOf(bin, step, language),
  );
  const left = page.margin + Math.max(...names.map((name) => textWidth(name, sizes.tick))) + 20;
  const most = Math.max(...bins.map((b) => b.events.length));
  const perEvent = (page.width - page.margin - 80 - left) / most;
  const rows = bins.map((bin, i) => moved(i * row, drawRow(corpus, bin, names[i] ?? "", step, left, perEvent, badges)));
  const patterns = badges.map(
    ({ tint }, i) =>
      `<pattern id="hatch${i}" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="${tint}"/>${hatchings[i] ?? ""}</pattern>`,
  );
  return {
    drawing: `<defs>${patterns.join("")}</defs>${rows.join("")}`,
    height: bins.length * row + 30,
    badges,
    others: all.length - badges.length,
  };
}

function drawRow(
  corpus: Corpus,
  bin: Bin,
  name: string,
  step: BinStep,
  left: number,
  perEvent: number,
  badges: readonly Badge[],
): Drawing[] {
  const middle = row / 2;
  const cut = isCut(bin, step);
  const label = text(left - 16, middle + 9, name, {
    size: sizes.tick,
    anchor: "end",
    colour: cut ? colours.soft : colours.ink,
  });
  if (cut) {
    const teeth = [-16, -8, 0, 8, 16].map((dy, i) => [left + (i % 2 === 0 ? -8 : 8), middle + dy] as const);
    return [label, line(teeth, { width: 3 })];
  }
  const out: Drawing[] = [label, line([[left, 0], [left, row]], { width: 3, colour: colours.ink })]; // biome-ignore format: two points
  const counts = Map.groupBy(bin.events, (e) => badges.findIndex((b) => b.outlet === outletOf(corpus, e)));
  let x = left;
  for (const i of [...badges.keys(), -1]) {
    const width = (counts.get(i)?.length ?? 0) * perEvent;
    if (width === 0) continue;
    const fill = i < 0 ? "#ffffff" : `url(#hatch${i})`;
    out.push(
      rectangle(x, middle - barHeight / 2, width, barHeight, `fill="${fill}" stroke="${colours.ink}" stroke-width="2"`),
    );
    const letter = badges[i]?.letter ?? "";
    if (letter && width > 34) {
      const [cx, r] = [x + width / 2, 13];
      out.push(`<circle cx="${cx}" cy="${middle}" r="${r}" fill="#ffffff"/>`);
      out.push(text(cx, middle + 8, letter, { size: 22, weight: "bold", anchor: "middle" }));
    }
    x += width;
  }
  if (bin.events.length > 0)
    out.push(text(x + 12, middle + 9, String(bin.events.length), { size: sizes.tick, weight: "bold" }));
  return out;
}

function nameOf({ from, end }: Bin, step: BinStep, language: BotLanguage): string {
  const iso = isoOf(from);
  switch (step) {
    case "day":
      return dayIn(language, iso);
    case "week":
      return dayIn(language, iso);
    case "month":
      return monthIn(language, iso);
    case "quarter":
      return `${iso.slice(0, 7)} – ${isoOf(end - 1).slice(5, 7)}`;
    case "year":
      return iso.slice(0, 4);
    case "decade":
      return catalogue[language].decade(iso.slice(0, 4));
  }
}
