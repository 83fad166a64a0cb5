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

/** Words as a phrase is compared: typography, case and punctuation aside. */
export function foldPhrase(text: string): string {
  return foldTypography(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, " ")
    .trim();
}

/** Tells of folded phrases whether a text has them, word for word. */
export function phraseFinder(text: string): (phrase: string) => boolean {
  const folded = ` ${foldPhrase(text)} `;
  return (phrase) => folded.includes(` ${phrase} `);
}

/** A stretch of text with typography folded: quotation marks, dashes, ellipses and kinds of space made alike; letters kept as they are. */
export function foldTypography(text: string): string {
  return text
    .replace(markPattern, (c) => marks[c] ?? c)
    .replace(/''|``/g, '"')
    .replace(/\s+/g, " ");
}
