/** A declared value as plain text on one line: titles and names are often HTML themselves. `null` for nothing. */
export function plain(value: string | null | undefined): string | null {
  const text = (value ?? "")
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, "")
    .replace(
      /&(amp|quot|apos|lt|gt|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/gi,
      (whole, name: string) => entities[name.toLowerCase()] ?? numericEntity(name) ?? whole,
    )
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? null : text;
}
const entities: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };

function numericEntity(name: string): string | null {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}
