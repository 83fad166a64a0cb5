import { makeArticle, metadataSchema, paragraphRanges } from "../../coverage/article.ts";
import { isNegation } from "../../language/negation.ts";
import { contains, overlaps, type Range, trimmed } from "../../language/range.ts";
import { isRole, isTitle as isRoleTitle } from "../../language/roles.ts";
import { guessLanguage } from "../../language/script.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import { isStopWord } from "../../language/stopwords.ts";
import { stem } from "../../language/words.ts";
import { type Quoted, quotedStretches } from "../../reading/quotations/marks.ts";
import { readQuotations } from "../../reading/quotations.ts";
import { wordsIn } from "./words.ts";

/** Words that somebody says were said, as a stretch of what was pasted. */
export interface Claim extends Range {
  /** Who is said to have said them, where the text around tells. */
  readonly speaker: string | null;
}

/** The longest claim in UTF-16 units; a longer one is checked sentence by sentence. */
export const longestClaim = 4000;
export const fewestWords = 4;

/** Where this share of a text's words is in marks, the marks are what is claimed; a few words in marks are a part of it. */
const mostlyQuoted = 0.4;

/** A text as one claim: what stands between the marks that wrap all of it, where there are such. */
export function wholeOf(text: string): Claim & { readonly wrapped: boolean } {
  const whole = trimmed(text, { start: 0, end: text.length });
  const inside = isWrapped(text.slice(whole.start, whole.end).replace(/[.!?…]$/u, ""))
    ? trimmed(text, { start: whole.start + 1, end: text.slice(0, whole.end).replace(/[.!?…]$/u, "").length - 1 })
    : null;
  return { ...(inside ?? whole), speaker: null, wrapped: inside !== null };
}

const pairs: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["„", "“"],
  ["„", "”"],
  ["«", "»"],
];

/** Whether one pair of marks opens before the first character and closes after the last. */
function isWrapped(text: string): boolean {
  const inner = text.slice(1, -1);
  if (inner.trim() === "") return false;
  const [first, last] = [text.charAt(0), text.charAt(text.length - 1)];
  if (pairs.some(([open, close]) => open === first && close === last)) {
    let depth = 0;
    for (const c of inner) {
      if (c === first) depth++;
      else if (c === last && --depth < 0) return false;
    }
    return true;
  }
  // Marks that look alike on both sides: the first within must open again, not close.
  if (first === '"' && last === '"') return !/^[^"]*[^\s"]"(?=[\s,.;:!?—–-])/u.test(inner);
  const single = (first === "‘" && last === "’") || (first === "'" && last === "'");
  return single && !/[‘]|(?<=[^\s])['’](?=[\s,.;:!?—–])/u.test(inner);
}

/** The quotations in a text, and how its other words relate to them. */
export interface QuotedText {
  readonly claims: readonly Claim[];
  /** The stretches in marks, without them. */
  readonly inner: readonly Range[];
  /** All else only says who said it: names, roles, verbs of saying. */
  readonly attributed: boolean;
  /** Every mark has its partner: nothing was cut off in the middle of a quotation. */
  readonly paired: boolean;
  /** Whether a word only says who said something, and not when or where: a verb of saying, a role, with `names` the speaker's name. */
  readonly attributes: (word: string, names: boolean) => boolean;
}

/**
 * The claims in a pasted text: each stretch of four words and more in double marks, without its marks. Where there is
 * none, shorter ones and single marks count if they hold a good part of the text and the rest says who spoke; `null` where
 * nothing does.
 */
export function quotedIn(text: string): QuotedText | null {
  const stretches = paragraphRanges(text).flatMap((p) => quotedStretches(text, p, false));
  const quoted = stretches
    .map((q) => ({
      range: withoutComma(text, trimmed(text, q.inner)),
      style: q.style,
      words: wordsIn(text.slice(q.inner.start, q.inner.end)).length,
    }))
    .filter((q) => q.words > 0);
  const long = quoted.filter((q) => q.style === "double" && q.words >= fewestWords);
  if (long.length === 0 && !holdMost(text, quoted)) return null;
  const speakers = speakersIn(text);
  const all = wordsIn(text).length;
  const isTitle = ({ range, words }: (typeof long)[number]) =>
    words <= mostInTitle && words < titleShare * all && !speakers.some((s) => s.parts.some((p) => overlaps(p, range)));
  const chosen = long.length > 0 ? long.filter((q) => !isTitle(q)) : quoted;
  if (chosen.length === 0) return null;
  const claims = chosen.flatMap(({ range }) => {
    const speaker = speakers.find((s) => s.parts.some((part) => overlaps(part, range)))?.name ?? null;
    return cut(text, range).map((r) => ({ ...r, speaker }));
  });
  const inner = chosen.map((q) => q.range);
  const attributed = isAttribution(text, inner);
  if (long.length === 0 && !attributed) return null;
  const named = new Set(speakers.flatMap((s) => s.name?.toLowerCase().split(/\s+/) ?? []));
  return {
    claims,
    inner,
    attributed,
    paired: arePaired(text, stretches),
    attributes: (word, names) => (names && named.has(word.toLowerCase())) || attributes(word.toLowerCase()),
  };
}

/** Whether no double mark is without its partner. What goes on in the next paragraph need not close: it opens again there. */
function arePaired(text: string, stretches: readonly Quoted[]): boolean {
  const reopened = stretches.map((q) => q.outer.start);
  return (
    stretches.every((q) => !q.open || reopened.some((at) => at > q.outer.end && !text.slice(q.outer.end, at).trim())) &&
    [...text.matchAll(/["“”„«»＂]/gu)].every((m) =>
      stretches.some((q) => contains(q.outer, { start: m.index, end: m.index + 1 })),
    )
  );
}

/** A few words in marks amid many others that nobody is said to have spoken are a title, and the text as a whole is claimed. */
const mostInTitle = 5;
const titleShare = 0.3;

/** “We will pay,” he said: the comma is the sentence's around. */
function withoutComma(text: string, { start, end }: Range): Range {
  return { start, end: text.charAt(end - 1) === "," ? end - 1 : end };
}

function holdMost(text: string, quoted: readonly { readonly words: number }[]): boolean {
  return quoted.length > 0 && quoted.reduce((sum, q) => sum + q.words, 0) >= mostlyQuoted * wordsIn(text).length;
}

/** Longer attributions say more than who spoke. */
const mostAttributing = 12;

function isAttribution(text: string, inner: readonly Range[]): boolean {
  const outer = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].filter(
    (m) => !inner.some((r) => contains(r, { start: m.index, end: m.index + m[0].length })),
  );
  return (
    outer.length <= mostAttributing * inner.length &&
    outer.every(([word]) => attributes(word)) &&
    ((outer.length > 1 && outer.some(([word]) => says(word))) ||
      inner.some((r) => /[:—–-]\s*$/u.test(text.slice(0, r.start - 1))))
  );
}

/** A verb of saying, or a word that names a source. */
function says(word: string): boolean {
  const lower = word.toLowerCase();
  return furtherWords.has(lower) || ["say", "claim", "act"].includes(speechVerb(lower)?.kind ?? "");
}

const furtherWords = new Set(
  "according reporters journalists interview statement словам мнению данным журналистам интервью".split(" "),
);

function attributes(word: string): boolean {
  const lower = word.toLowerCase();
  if (/\p{N}/u.test(word) || isNegation(lower)) return false;
  return (
    /^\p{Lu}/u.test(word) ||
    speechVerb(lower) !== undefined ||
    isRole(lower) ||
    isRoleTitle(lower) ||
    furtherWords.has(lower) ||
    isStopWord({ word: lower, term: stem(lower) })
  );
}

const asking =
  /^[\s¿"“«]*(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|can|кто|кому|что|когда|где|почему|зачем|как|какой|какая|какие|чьи|правда)(?!\p{L})/iu;

/** Whether a text begins as a question does. */
export const asks = (text: string): boolean => asking.test(text) && !/^\s*["“«„]/u.test(text);

/** `Peskov: We have no such plans` and `We have no such plans — Peskov`: what is said, and who is named beside it. */
export function signedIn(text: string): Claim | null {
  const before = /^\s*(\p{Lu}[^:"“”«»\n]{2,60}?)\s*:\s+(?=\S)/u.exec(text);
  const after = before ? null : /\s+[—–-]{1,2}\s*(\p{Lu}[^—–"“”«»\n.:]{2,60}?)\s*$/u.exec(text);
  const name = before?.[1] ?? after?.[1];
  if (!name?.split(/\s+/).every((w) => attributes(w.replace(/[.,]/g, "")))) return null;
  const speaker = name
    .split(/\s+/)
    .filter((w) => /^\p{Lu}/u.test(w) || isRole(w))
    .join(" ");
  const range = before ? { start: before[0].length, end: text.length } : { start: 0, end: after?.index ?? text.length };
  const { start, end } = wholeOf(text.slice(range.start, range.end));
  return { start: range.start + start, end: range.start + end, speaker };
}

/** Who is named as the speaker of what in a pasted text. A very long text is no message about somebody's words. */
function speakersIn(text: string): { parts: readonly Range[]; name: string | null }[] {
  if (text.length > 20_000) return [];
  const metadata = metadataSchema.parse({
    id: "pasted",
    language: guessLanguage(text),
    capture: { file: "pasted", sha256: "0".repeat(64) },
  });
  return readQuotations(makeArticle(metadata, text), null, { mentions: [] }).map(({ parts, speaker }) => ({
    parts,
    name: speaker.name ?? (speaker.how === "role" || speaker.how === "organisation" ? speaker.as : null),
  }));
}

/** A range in pieces of whole sentences, none longer than a claim may be. */
export function cut(text: string, range: Range): Range[] {
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
