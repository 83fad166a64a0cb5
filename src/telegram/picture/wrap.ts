import { characterEnd } from "../shorten.ts";
import { textWidth, type Weight } from "./font.ts";

/** A text in lines; `isShortened` where not all of it fits. The sign for that stands outside the words. */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly isShortened: boolean;
}

/** Behind the words of a text that is not all there. */
export const shortenedSign = " …";

/**
 * Breaks a text between words into at most `most` lines of `width` pixels, cut at a word's end where it is longer, with
 * room for the sign. White space is drawn as single blanks; a word that is wider than a line is broken between characters.
 */
export function wrapText(text: string, width: number, most: number, size: number, weight: Weight = "regular"): Wrapped {
  const wide = (line: string) => textWidth(line, size, weight);
  const words = drawable(text).split(" ").filter(Boolean);
  const lines: string[] = [];
  let line = "";
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const with_ = line === "" ? word : `${line} ${word}`;
    if (wide(with_) <= width) {
      line = with_;
      continue;
    }
    if (line !== "") {
      lines.push(line);
      line = "";
      queue.unshift(word);
    } else {
      const fits = fitting(word, width, wide);
      lines.push(word.slice(0, fits));
      queue.unshift(word.slice(fits));
    }
    if (lines.length === most) return { lines: withRoom(lines, width, wide), isShortened: true };
  }
  if (line !== "") lines.push(line);
  return { lines, isShortened: false };
}

/** One line of a text, cut where it is too long; for words of the project's own and names. */
export function oneLine(text: string, width: number, size: number, weight: Weight = "regular"): string {
  const { lines, isShortened } = wrapText(text, width, 1, size, weight);
  return `${lines[0] ?? ""}${isShortened ? shortenedSign : ""}`;
}

/** White space as single blanks, and without what XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets). */
export function drawable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g, "\ufffd")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim();
}

function fitting(word: string, width: number, wide: (text: string) => number): number {
  let end = word.length;
  while (end > 1 && wide(word.slice(0, end)) > width) end = Math.max(1, characterEnd(word, end - 1));
  return end;
}

/** The last line gives up words until the sign fits behind it. */
function withRoom(lines: readonly string[], width: number, wide: (text: string) => number): string[] {
  let last = lines.at(-1) ?? "";
  while (last.includes(" ") && wide(last + shortenedSign) > width) last = last.slice(0, last.lastIndexOf(" "));
  return [...lines.slice(0, -1), last];
}
