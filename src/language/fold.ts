/**
 * Folding: what two spellings of the same words have in common. Used for comparing and indexing only;
 * nothing folded is ever shown.
 */

const caseless = (text: string) => text.normalize("NFKC").toLowerCase();

/** A word as it is compared: compatibility forms, case and accents folded (й stays, ё becomes е). */
export function foldWord(word: string): string {
  const folded = caseless(word);
  if (/^[\u0000-\u007f]*$/.test(folded)) return folded;
  return folded
    .replace(/ё/g, "е")
    .normalize("NFD")
    .replace(/и\u0306/g, "й")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

// biome-ignore format: a table
const marks: Record<string, string> = {
  "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
  "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\u00ad": "", "\ufeff": "",
};
const markPattern = new RegExp(`[${Object.keys(marks).join("")}]`, "gu");

/** A stretch of text with typography folded: quotation marks, dashes, ellipses and kinds of space made alike; letters kept as they are. */
export function foldTypography(text: string): string {
  return text
    .replace(markPattern, (c) => marks[c] ?? c)
    .replace(/''|``/g, '"')
    .replace(/\s+/g, " ");
}
