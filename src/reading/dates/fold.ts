/**
 * A text as the grammar reads it, character for character as long as the original, so that offsets stay the same:
 * lower case, ё as е, curly apostrophes straight, every kind of space a plain one, every kind of dash a hyphen or "–".
 */
export function foldForDates(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, lowerAlone).join("");
  return same.replace(/[^\u0000-\u007fа-я]/g, (c) => plain[c] ?? c);
}

/** The small letter where it takes as many code units ("İ" would grow). */
function lowerAlone(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

// biome-ignore format: a table
const plain: Readonly<Record<string, string>> = {
  ё: "е", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‐": "-", "‑": "-", "—": "–", "−": "–", "―": "–",
};
