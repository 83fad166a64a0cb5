import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { lazy } from "../../answer/lazy.ts";

/** The family's name as the font files give it; the drawing and the renderer must agree on it. */
export const fontFamily = "PT Sans";

export type Weight = "regular" | "bold";

/** The font files, read at their first use: PT Sans by ParaType (OFL-1.1), Latin and Cyrillic. */
export const fontFiles = lazy((): Readonly<Record<Weight, Buffer>> => {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFileSync(resolve(`@expo-google-fonts/pt-sans/${name}.ttf`));
  return { regular: read("400Regular/PTSans_400Regular"), bold: read("700Bold/PTSans_700Bold") };
});

/** How wide text is: in units of the font size, by code point. */
type Advance = (codePoint: number) => number;

const advances = lazy((): Readonly<Record<Weight, Advance>> => {
  const { regular, bold } = fontFiles();
  return { regular: advanceOf(regular), bold: advanceOf(bold) };
});

/** The width of a text in pixels at a font size in pixels; kerning, which mostly narrows, is left out. */
export function textWidth(text: string, size: number, weight: Weight = "regular"): number {
  const advance = advances()[weight];
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0) ?? 0);
  return width * size;
}

/**
 * Reads the advance widths of a TrueType font: tables `head`, `hhea`, `hmtx` and a `cmap` of format 4
 * (https://learn.microsoft.com/typography/opentype/spec/). A character that the font lacks is as wide as its sign for those.
 */
export function advanceOf(font: Buffer): Advance {
  const tables = new Map<string, number>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    tables.set(font.toString("latin1", record, record + 4), font.readUInt32BE(record + 8));
  }
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new RangeError(`the font has no table ${name}`);
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(at("head") + 18);
  const widths = font.readUInt16BE(at("hhea") + 34);
  const hmtx = at("hmtx");
  const glyphOf = glyphs(font, at("cmap"));
  return (codePoint) => font.readUInt16BE(hmtx + Math.min(glyphOf(codePoint), widths - 1) * 4) / unitsPerEm;
}

/** Which glyph a character has; 0, the sign for a missing one, where it has none. */
function glyphs(font: Buffer, cmap: number): (codePoint: number) => number {
  const count = font.readUInt16BE(cmap + 2);
  const starts = Array.from({ length: count }, (_, i) => cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4));
  const table = starts.find((start) => font.readUInt16BE(start) === 4);
  if (table === undefined) throw new RangeError("the font has no cmap of format 4");
  const segments = font.readUInt16BE(table + 6) / 2;
  const word = (array: number, i: number) => table + 14 + array * segments * 2 + (array > 0 ? 2 : 0) + i * 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let i = 0; i < segments; i++) {
      if (font.readUInt16BE(word(0, i)) < codePoint) continue;
      const start = font.readUInt16BE(word(1, i));
      if (start > codePoint) return 0;
      const delta = font.readUInt16BE(word(2, i));
      const offset = font.readUInt16BE(word(3, i));
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = font.readUInt16BE(word(3, i) + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
