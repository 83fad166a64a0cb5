const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** How far behind a place its user-perceived character is looked at. */
const lookedAhead = 64;

/**
 * The last place at or before `at` that is between two user-perceived characters. Where there is none but the start (combining
 * marks stacked without end), `at` itself, moved out of a surrogate pair.
 */
export function characterEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = graphemes.segment(text.slice(0, at + lookedAhead)).containing(at)?.index ?? at;
  if (end > 0) return end;
  const insidePair = /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return insidePair && at > 1 ? at - 1 : at;
}

/** The beginning of a text: cut after a word, or in a word that is longer than that, after a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, characterEnd(text, most));
  const words = /\s/u.test(text.charAt(cut.length)) ? cut : cut.replace(/\s+\S*$/u, "");
  return words.trim() === "" ? cut : words;
}
