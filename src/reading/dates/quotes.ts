import type { Range } from "../../language/range.ts";

const pairs: Readonly<Record<string, string>> = { "“": "”", "«": "»", "„": "“", '"': '"', "``": "''" };

/**
 * The stretches of a paragraph between quotation marks. A quotation that is not closed runs to the paragraph's end,
 * as one does that goes on in the next paragraph.
 */
export function quotedRanges(text: string, within: Range): Range[] {
  const ranges: Range[] = [];
  let open: { start: number; closer: string } | null = null;
  for (const match of text.slice(within.start, within.end).matchAll(/[“”«»„"]|``|''/g)) {
    const at = within.start + match.index;
    if (open && (match[0] === open.closer || (open.closer === "“" && match[0] === "”"))) {
      ranges.push({ start: open.start, end: at });
      open = null;
    } else if (!open) {
      const closer = pairs[match[0]];
      if (closer) open = { start: at + match[0].length, closer };
    }
  }
  if (open) ranges.push({ start: open.start, end: within.end });
  return ranges;
}
