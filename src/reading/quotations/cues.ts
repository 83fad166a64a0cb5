import { adverbs, auxiliaries } from "../../language/function-words.ts";
import type { Range } from "../../language/range.ts";
import { hearsayWords, type SpeechClass, sourcePhrases, speechVerb } from "../../language/speech-verbs.ts";
import type { Frame } from "./frame.ts";
import type { Token } from "./layout.ts";
import type { Reference } from "./references.ts";
import { firstWord } from "./spelling.ts";
import { type SubjectHow, subjectOf } from "./subjects.ts";

/** A verb or phrase of saying with who says. */
export interface Cue extends Range {
  readonly sentence: number;
  /** Its token (the first of a phrase). */
  readonly token: number;
  readonly lemma: string;
  readonly kind: SpeechClass | "source";
  readonly participle: boolean;
  readonly subject: Reference | null;
  readonly how: SubjectHow | null;
  /** Who passes the words on ("TASS quoted him as saying"). */
  readonly via: Reference | null;
  readonly hearsay: Range | null;
}

/** The verbs and phrases of saying in a sentence's narration, in order. */
export function findCues(frame: Frame): Cue[] {
  const { tokens } = frame.sentence;
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== "word") continue;
    const phrase = sourceAt(frame, i);
    if (phrase) {
      cues.push(phrase);
      continue;
    }
    const verb = speechVerb(token.lower);
    if (!verb || (/^\p{Lu}/u.test(token.text) && i > firstWord(tokens))) continue;
    if (insideReference(frame, i) || (verb.base && !takesBase(tokens, i))) continue;
    const passive = !verb.participle && /(?:ed|wn|en|id|ht|ld|d)$/.test(token.lower) && afterBe(tokens, i);
    if (passive && verb.lemma !== "quote" && verb.lemma !== "cite") continue;
    const found = subjectOf(frame, i, verb.participle, cues);
    const relayed = verb.participle || verb.lemma === "say" ? quotedAs(frame, i, cues) : null;
    cues.push({
      start: token.start,
      end: token.end,
      sentence: frame.sentence.index,
      token: i,
      lemma: verb.lemma,
      kind: verb.kind,
      participle: verb.participle,
      subject: relayed?.subject ?? found?.reference ?? null,
      how: relayed ? "quoted" : (found?.how ?? null),
      via: relayed?.via ?? null,
      hearsay: hearsayNear(tokens, i),
    });
  }
  return cues;
}

function insideReference(frame: Frame, i: number): boolean {
  return frame.references.some((r) => r.from <= i && i < r.to);
}

/** A bare form is a verb after a pronoun, a plural or "would"; elsewhere it is taken for a noun. */
function takesBase(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before?.kind !== "word") return false;
  if (/^(?:i|we|you|they|who|to|not|people|police)$/.test(before.lower)) return true;
  return (
    auxiliaries.has(before.lower) ||
    /[^s'’]s$/.test(before.lower) ||
    (adverbs.has(before.lower) && takesBase(tokens, i - 1))
  );
}

function afterBe(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    const t = tokens[j]?.lower ?? "";
    if (/^(?:is|are|was|were|be|been|being|when|if|as|once|getting|got)$/.test(t)) return true;
    if (!adverbs.has(t) && !/ly$/.test(t)) return false;
  }
  // "Asked about it, …": a participle that opens the sentence.
  return i === firstWord(tokens) && !tokens.slice(0, i).some((t) => t.kind === "quote");
}

/** German “…“, so Anna Berg: what the phrase is depends on what stands around it. */
function isSo(frame: Frame, i: number): boolean {
  const { tokens } = frame.sentence;
  const quote = tokens[i - 1]?.text === "," ? tokens[i - 2] : tokens[i - 1];
  return (
    tokens[i]?.lower === "so" && quote?.kind === "quote" && (frame.startingAt.get(i + 1)?.kind ?? "other") !== "other"
  );
}

function sourceAt(frame: Frame, i: number): Cue | null {
  const { tokens } = frame.sentence;
  for (const phrase of isSo(frame, i) ? [["so"], ...sourcePhrases] : sourcePhrases) {
    if (!phrase.every((word, k) => tokens[i + k]?.lower === word)) continue;
    const last = tokens[i + phrase.length - 1];
    const subject =
      frame.references.find((r) => r.from >= i + phrase.length && r.from <= i + phrase.length + 1) ?? null;
    const first = tokens[i];
    if (!first || !last) return null;
    return {
      start: first.start,
      end: last.end,
      sentence: frame.sentence.index,
      token: i,
      lemma: phrase.join(" "),
      kind: "source",
      participle: false,
      subject,
      how: "source",
      via: null,
      hearsay: null,
    };
  }
  return null;
}

/** "TASS quoted him as saying", "he was quoted by TASS as saying". */
function quotedAs(frame: Frame, i: number, cues: readonly Cue[]): { subject: Reference; via: Reference | null } | null {
  const { tokens } = frame.sentence;
  if (tokens[i - 1]?.lower !== "as") return null;
  const quoting = cues.findLast((c) => (c.lemma === "quote" || c.lemma === "cite") && i - c.token <= 14);
  if (!quoting) return null;
  const object = frame.references.find((r) => r.from > quoting.token && r.from <= quoting.token + 2 && r.to <= i);
  if (object && tokens[quoting.token + 1]?.lower !== "by") return { subject: object, via: quoting.subject };
  const by = tokens.findIndex((t, k) => k > quoting.token && k <= i + 1 && t.lower === "by");
  const via = by < 0 ? null : (frame.references.find((r) => r.from === by + 1) ?? null);
  return quoting.subject ? { subject: quoting.subject, via } : null;
}

function hearsayNear(tokens: readonly Token[], i: number): Range | null {
  for (let j = i - 3; j <= i + 2; j++) {
    const t = tokens[j];
    if (t?.kind === "word" && hearsayWords.has(t.lower)) return { start: t.start, end: t.end };
  }
  return null;
}
