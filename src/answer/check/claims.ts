import { makeArticle, metadataSchema, paragraphRanges } from "../../coverage/article.ts";
import { overlaps, type Range, trimmed } from "../../language/range.ts";
import { guessLanguage } from "../../language/script.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { quotedStretches } from "../../reading/quotations/marks.ts";
import { readQuotations } from "../../reading/quotations.ts";
import { wordsIn } from "./words.ts";

/** Words that somebody says were said, as a stretch of what was pasted. */
export interface Claim extends Range {
  /** Who is said to have said them, where the text around tells. */
  readonly speaker: string | null;
}

/** The longest claim in UTF-16 units; a longer one is checked sentence by sentence. */
export const longestClaim = 4000;
const fewestWords = 4;

/** Where this share of a text's words is in marks, the marks are what is claimed; a few words in marks are a part of it. */
const mostlyQuoted = 0.4;

/**
 * The claims in a pasted text: each stretch of four words and more in double marks, without its marks. Where there is
 * none, shorter ones and single marks count if they hold a good part of the text; else the whole text is the claim.
 * @param isWhole whether a stretch of words is known as it stands: then marks inside it are its own.
 */
export function claimsIn(text: string, isWhole: (words: string) => boolean = () => false): Claim[] {
  const whole = trimmed(text, { start: 0, end: text.length });
  if (whole.end <= whole.start) return [];
  if (text.length <= longestClaim && isWhole(text)) return [{ ...unwrapped(text, whole), speaker: null }];
  const quoted = paragraphRanges(text)
    .flatMap((p) => quotedStretches(text, p, false))
    .map((q) => ({
      range: trimmed(text, q.inner),
      style: q.style,
      words: wordsIn(text.slice(q.inner.start, q.inner.end)).length,
    }))
    .filter((q) => q.words > 0);
  const long = quoted.filter((q) => q.style === "double" && q.words >= fewestWords);
  const chosen = long.length > 0 || quoted.length === 0 ? long : holdMost(text, quoted) ? quoted : [];
  if (chosen.length === 0) return cut(text, whole).map((r) => ({ ...r, speaker: null }));
  const speakers = speakersIn(text);
  return chosen.flatMap(({ range }) => {
    const speaker = speakers.find((s) => s.parts.some((part) => overlaps(part, range)))?.name ?? null;
    return cut(text, range).map((r) => ({ ...r, speaker }));
  });
}

/** What stands between a pair of marks that wraps all of a text: they were put there to send it. */
function unwrapped(text: string, whole: Range): Range {
  const inside = { start: whole.start + 1, end: whole.end - 1 };
  const isWrapped =
    /^(?:“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|"[^"]+"|‘[^‘]+’|'[^']+')$/su.test(text.slice(whole.start, whole.end)) &&
    inside.end > inside.start;
  return isWrapped ? trimmed(text, inside) : whole;
}

function holdMost(text: string, quoted: readonly { readonly words: number }[]): boolean {
  return quoted.reduce((sum, q) => sum + q.words, 0) >= mostlyQuoted * wordsIn(text).length;
}

/** Who is named as the speaker of what in a pasted text. A very long text is no message about somebody's words. */
function speakersIn(text: string): { parts: readonly Range[]; name: string | null }[] {
  if (text.length > 20_000) return [];
  const metadata = metadataSchema.parse({
    id: "pasted",
    language: guessLanguage(text),
    capture: { file: "pasted", sha256: "0".repeat(64) },
  });
  return readQuotations(makeArticle(metadata, text), null, { mentions: [] }).map((q) => ({
    parts: q.parts,
    name: q.speaker.name,
  }));
}

/** A range in pieces of whole sentences, none longer than a claim may be. */
function cut(text: string, range: Range): Range[] {
  if (range.end - range.start <= longestClaim) return [range];
  const out: Range[] = [];
  for (const paragraph of paragraphRanges(text.slice(range.start, range.end))) {
    for (const sentence of sentenceRanges(text, {
      start: range.start + paragraph.start,
      end: range.start + paragraph.end,
    })) {
      const last = out.at(-1);
      if (last && sentence.end - last.start <= longestClaim)
        out[out.length - 1] = { start: last.start, end: sentence.end };
      else
        for (let at = sentence.start; at < sentence.end; at += longestClaim)
          out.push({ start: at, end: Math.min(sentence.end, at + longestClaim) });
    }
  }
  return out;
}
