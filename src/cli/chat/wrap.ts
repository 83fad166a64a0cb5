import type { Piece } from "./blocks.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** How many columns of a terminal one grapheme takes: East Asian wide ones and emoji two, marks alone none. */
export function columnsOf(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= " " && grapheme <= "~") return 1;
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

interface Cell {
  text: string;
  columns: number;
  piece: Piece;
}

/**
 * Lays out one line of text in rows of at most `width` columns, broken at blanks, and inside a word only when it is
 * longer than a row. The blanks at a break are left out; every other character is in exactly one row, in order.
 * With an infinite width the line is one row, untouched.
 */
export function wrapLine(pieces: readonly Piece[], width: number): Piece[][] {
  if (width === Number.POSITIVE_INFINITY) return [[...pieces]];
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let used = 0;
  let broken = false;
  const breakAt = (end: number, next: number) => {
    rows.push(row.slice(0, end));
    row = row.slice(next);
    used = row.reduce((sum, cell) => sum + cell.columns, 0);
    broken = row.length === 0;
  };
  for (const piece of pieces) {
    for (const { segment } of graphemes.segment(piece.text)) {
      const cell = { text: segment, columns: columnsOf(segment), piece };
      const blank = segment === " ";
      if (blank && (broken || used + 1 > width)) {
        if (!broken) breakAt(row.length, row.length);
        continue;
      }
      while (used + cell.columns > width && row.length > 0) {
        const space = row.findLastIndex((c) => c.text === " ");
        if (space > 0) breakAt(space, space + 1);
        else breakAt(row.length, row.length);
      }
      row.push(cell);
      used += cell.columns;
      broken = false;
    }
  }
  if (row.length > 0 || rows.length === 0) rows.push(row);
  return rows.map(join);
}

function join(cells: readonly Cell[]): Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | null = null;
  for (const { text, piece } of cells) {
    const open = pieces.at(-1);
    if (open && last === piece) pieces[pieces.length - 1] = { ...open, text: open.text + text };
    else pieces.push({ ...piece, text });
    last = piece;
  }
  return pieces;
}
