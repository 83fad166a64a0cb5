import type { Range } from "../../language/range.ts";

/** A stretch between quotation marks, inside one paragraph. All offsets are UTF-16, into the text that was read. */
export interface Quoted {
  /** With its marks, where they stand. */
  readonly outer: Range;
  /** Between the marks. */
  readonly inner: Range;
  readonly style: "double" | "single";
  /** It goes on in the next paragraph, which opens again (or never closed). */
  readonly open: boolean;
  /** It goes on from the paragraph before. */
  readonly continues: boolean;
  /** Its attribution stood inside its marks (author-words.ts), so that it is speech beyond doubt. */
  readonly attributed: boolean;
}

interface Mark extends Range {
  readonly style: "double" | "single";
  readonly turn: "opens" | "closes" | "either";
}

const doubles = new Set(["“", "”", "„", "‟", "«", "»", '"', "＂"]);
const candidate = /''|``|["“”„‟«»＂'‘’‚‛‹›]/gu;

/** Words that begin with an apostrophe: no mark opens there. */
const clipped =
  /^['’‘](?:\d0s|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n\b|round\b|s\b|ve\b|re\b|ll\b|d\b|t\b|m\b)/iu;

/** How often a paragraph may forget a closing mark before the rest of it is given up. */
const mostForgotten = 8;

/**
 * The quoted stretches of a paragraph, in order and without overlap; a quotation inside another is part of it.
 * @param carried whether a quotation of the paragraph before was left open: one that opens here at once, or closes
 *   here before any opens, goes on from it. What is still open at the end of the paragraph ends there.
 */
export function quotedStretches(text: string, paragraph: Range, carried: boolean): Quoted[] {
  const out: Quoted[] = [];
  let rest: Range | null = paragraph;
  for (let round = 0; rest && round < mostForgotten; round++)
    rest = readStretches(text, rest, carried && round === 0, out);
  return out;
}

interface Opening {
  readonly mark: Range;
  readonly style: Mark["style"];
  readonly from: number;
  readonly continues: boolean;
  /** The number of the mark that closes a single-quoted stretch. */
  readonly closer: number;
}

/** Adds the stretches to `out`. Returns the rest of the paragraph to read again where a closing mark was forgotten. */
function readStretches(text: string, paragraph: Range, carried: boolean, out: Quoted[]): Range | null {
  const marks = readMarks(text, paragraph);
  let opening: Opening | null = closesFirst(marks, paragraph, carried)
    ? { mark: paragraph, style: "double", from: paragraph.start, continues: true, closer: -1 }
    : null;
  let depth = 1;
  let reopened = -1;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark) continue;
    if (!opening) {
      const closer = mark.style === "single" && mark.turn === "opens" ? closerOfSingle(text, marks, i) : -1;
      if (mark.turn === "closes" || (mark.style === "single" && closer < 0)) continue;
      opening = {
        mark,
        style: mark.style,
        from: mark.end,
        continues: carried && mark.start === paragraph.start,
        closer,
      };
      depth = 1;
      reopened = -1;
    } else if (opening.style === "single") {
      if (i === opening.closer) opening = close(out, opening, mark.start, mark.end, false);
    } else if (mark.style === "single") {
      // Inside double marks a single one belongs to a quotation within, and needs no partner.
    } else if (mark.turn === "opens") {
      depth++;
      if (reopened < 0) reopened = mark.start;
    } else if (mark.turn === "closes" || depth === 1) {
      depth--;
      if (depth === 0) opening = close(out, opening, mark.start, mark.end, false);
    }
  }
  if (!opening) return null;
  if (depth > 1 && reopened >= 0) return { start: reopened, end: paragraph.end };
  close(out, opening, paragraph.end, paragraph.end, true);
  return null;
}

function close(out: Quoted[], opening: Opening, innerEnd: number, outerEnd: number, open: boolean): null {
  const { mark, style, from, continues } = opening;
  if (innerEnd > from) {
    out.push({
      outer: { start: mark.start, end: outerEnd },
      inner: { start: from, end: innerEnd },
      style,
      open,
      continues,
      attributed: false,
    });
  }
  return null;
}

/** All quotation marks of a paragraph with the way they turn, read from the characters beside them. */
function readMarks(text: string, paragraph: Range): Mark[] {
  const marks: Mark[] = [];
  candidate.lastIndex = paragraph.start;
  for (let m = candidate.exec(text); m && m.index < paragraph.end; m = candidate.exec(text)) {
    const glyph = m[0];
    const start = m.index;
    const end = start + glyph.length;
    const before = start > paragraph.start ? text.charAt(start - 1) : "";
    const after = end < paragraph.end ? text.charAt(end) : "";
    const style = doubles.has(glyph) || glyph.length === 2 ? "double" : "single";
    const turn =
      style === "double"
        ? turnOfDouble(glyph, before, after, text.charAt(start - 2))
        : turnOfSingle(text, start, before, after);
    if (turn) marks.push({ start, end, style, turn });
  }
  return marks;
}

const isSpace = (c: string) => c === "" || /[\s\u200b]/u.test(c);
const isWord = (c: string) => /[\p{L}\p{N}]/u.test(c);
const opensAfter = (c: string) => isSpace(c) || /[([{—–\-/>:‘'“"„«‚‹]/u.test(c);
const closesBefore = (c: string) => isSpace(c) || /[.,;:!?…)\]}—–\-/<’'”"»“«‹›]/u.test(c);

function turnOfDouble(glyph: string, before: string, after: string, twoBefore: string): Mark["turn"] | null {
  if (glyph === "„" || glyph === "``") return "opens";
  const mayOpen = opensAfter(before) && !isSpace(after);
  const mayClose = !isSpace(before) && closesBefore(after);
  if (glyph === '"' && /\d/.test(before) && /[\d'’-]/.test(twoBefore) && isSpace(after)) return "either";
  if (mayOpen && !mayClose) return "opens";
  if (mayClose && !mayOpen) return "closes";
  if (glyph === "“" || glyph === "«") return "opens";
  if (glyph === "”" || glyph === "»") return "closes";
  return "either";
}

function turnOfSingle(text: string, at: number, before: string, after: string): Mark["turn"] | null {
  if (isWord(before) && isWord(after)) return null;
  if (clipped.test(text.slice(at, at + 8)) && !isWord(before)) return null;
  if (opensAfter(before) && !isSpace(after) && !/[.,;!?]/.test(after))
    return text.charAt(at) === "’" && isSpace(before) ? null : "opens";
  if (!isSpace(before) && closesBefore(after)) return "closes";
  return null;
}

/** How many marks are looked through for the one that closes a single-quoted stretch. */
const farthestCloser = 12;

/**
 * The number of the mark that closes the single-quoted stretch opened by mark `i`, or -1. A plural's apostrophe
 * ("the players' union") is passed over when another closing mark follows before the next opening one.
 */
function closerOfSingle(text: string, marks: readonly Mark[], i: number): number {
  let found = -1;
  for (let j = i + 1; j < Math.min(marks.length, i + farthestCloser); j++) {
    const mark = marks[j];
    if (mark?.style !== "single") continue;
    if (mark.turn === "opens") break;
    found = j;
    const plural = /s/i.test(text.charAt(mark.start - 1)) && /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2));
    if (!plural) break;
  }
  return found;
}

/** Whether a quotation carried over from the paragraph before closes here before another opens. */
function closesFirst(marks: readonly Mark[], paragraph: Range, carried: boolean): boolean {
  const first = carried ? marks.find((m) => m.style === "double") : undefined;
  return first !== undefined && first.turn === "closes" && first.start > paragraph.start;
}
