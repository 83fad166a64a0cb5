import type { Mark } from "../../answer/timeline/mark.ts";
import { fontFamily, textWidth, type Weight } from "./font.ts";
import type { Badge } from "./outlets.ts";
import { colours } from "./style.ts";
import { drawable } from "./wrap.ts";

/** A drawing as SVG elements; coordinates in pixels. */
export type Drawing = string;

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly anchor?: "start" | "middle" | "end";
}

/** A line of text whose letters stand on `y`. */
export function text(x: number, y: number, words: string, style: TextStyle): Drawing {
  const { size, weight = "regular", colour = colours.ink, anchor = "start" } = style;
  const bold = weight === "bold" ? ' font-weight="700"' : "";
  const from = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${colour}"${bold}${from}>${escaped(drawable(words))}</text>`;
}

export function line(
  points: readonly (readonly [number, number])[],
  { width = 2, colour = colours.line as string } = {},
): Drawing {
  const path = points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
}

export function rectangle(x: number, y: number, width: number, height: number, attributes: string): Drawing {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`;
}

/** An outlet's sign, `r` pixels from its middle to its edge. */
export function badge({ letter, shape, tint }: Badge, x: number, y: number, r: number): Drawing {
  const look = `fill="${tint}" stroke="${colours.ink}" stroke-width="2"`;
  const corners = (list: readonly (readonly [number, number])[]) =>
    `<polygon points="${list.map(([dx, dy]) => `${round(x + dx * r)},${round(y + dy * r)}`).join(" ")}" ${look}/>`;
  const outline = {
    circle: () => `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" ${look}/>`,
    square: () => rectangle(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, look),
    diamond: () => corners([[0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0]]),
    hexagon: () => corners([[-1.12, 0], [-0.56, -1], [0.56, -1], [1.12, 0], [0.56, 1], [-0.56, 1]]),
    house: () => corners([[0, -1.2], [1.05, -0.35], [1.05, 1], [-1.05, 1], [-1.05, -0.35]]),
  }[shape](); // biome-ignore format: a table of corners
  const size = Math.min(r * 1.2, (r * 1.5) / Math.max(0.01, textWidth(letter, 1, "bold")));
  return outline + text(x, y + size * 0.36, letter, { size, weight: "bold", anchor: "middle" });
}

/** The sign of how a date is known, drawn, as fonts differ in it. */
export function markSign(mark: Mark, x: number, y: number, r: number): Drawing {
  const ring = (fill: string) =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" fill="${fill}" stroke="${colours.ink}" stroke-width="2.5"/>`;
  switch (mark) {
    case "●":
      return ring(colours.ink);
    case "○":
      return ring("#ffffff");
    case "◐":
      return `${ring("#ffffff")}<path d="M${round(x)} ${round(y - r)}a${r} ${r} 0 0 0 0 ${2 * r}z" fill="${colours.ink}"/>`;
    default:
      return text(x, y + r * 0.95, mark, { size: r * 3, weight: "bold", anchor: "middle" });
  }
}

/** A whole picture. */
export function document(width: number, height: number, content: readonly Drawing[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">`,
    rectangle(0, 0, width, height, `fill="${colours.paper}"`),
    ...content,
    "</svg>",
  ].join("\n");
}

/** Moves a drawing down. */
export function moved(down: number, content: readonly Drawing[]): Drawing {
  return `<g transform="translate(0 ${round(down)})">${content.join("\n")}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
