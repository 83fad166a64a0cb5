/*
 * What stands before a report's first words and tells whence and by whom it was sent: "LISBON, May 3 (Reuters) - ", "(AP) — ",
 * "МОСКВА, 3 мая. /ТАСС/. ". Whoever reprints a report leaves it out or puts another in its place.
 */
const capitals = String.raw`\p{Lu}[\p{Lu}.'’-]{1,30}(?:[ /]\p{Lu}[\p{Lu}.'’-]{1,30}){0,3}`;
const country = String.raw`(?:, \p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20})?)?`;
const day = String.raw`(?:,? (?:\p{L}{3,10}\.? \d{1,2}|\d{1,2} \p{L}{3,10}\.?)(?:,? \d{4})?)?`;
const agency = String.raw`(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)`;
const dash = "(?:--?|[–—])";
const dateline = new RegExp(
  String.raw`^(?:${capitals}${country}${day}[.,]?\s{0,3}(?:${agency}[.,]?\s{0,3}${dash}?|${dash})|${agency}\s{0,3}${dash})\s+`,
  "u",
);

/** Where a sentence that begins with a dateline has its own first word; 0 where it begins with none or has nothing else. */
export function afterDateline(sentence: string): number {
  const length = dateline.exec(sentence.slice(0, 200))?.[0].length ?? 0;
  return length < sentence.trimEnd().length ? length : 0;
}
