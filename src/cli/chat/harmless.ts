/**
 * Text of others made safe to show in a terminal: a control character (C0 but the line feed, DEL, C1) and a mark that
 * reorders what follows it (U+2028 to U+202E, U+2066 to U+2069) is shown as a picture or by its number. Nothing that
 * a terminal would obey is left; everything else is as it was. A tab becomes a blank.
 */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\t", " ")
    .replace(/[\x00-\x09\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replaceAll("\x7f", "\u2421")
    .replace(/[\x80-\x9f\u2028-\u202e\u2066-\u2069]/g, (c) => `<U+${hex(c)}>`);
}

/** The same on one line, for labels and names. */
export function harmlessLine(text: string): string {
  return harmless(text.replaceAll("\n", " "));
}

/** An address that can stand in a terminal's link sequence: blanks, controls and reordering marks percent-encoded. */
export function harmlessUrl(url: string): string {
  return url.toWellFormed().replace(/[\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, encodeURIComponent);
}

const hex = (c: string) => c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
