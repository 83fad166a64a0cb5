import type { Article } from "../../coverage/article.ts";
import { overlaps, type Range } from "../../language/range.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import { terms } from "../../language/words.ts";
import { readQuotations } from "../../reading/quotations.ts";
import { lazyFor } from "../lazy.ts";
import type { WeighedTerm } from "../scope.ts";
import type { Detail } from "./detail.ts";
import type { Held, HeldIn } from "./held.ts";

/** An article's direct speech is read when its words are first asked for; no more than who speaks is needed here, so dates are left out. */
const quotationsOf = lazyFor((article: Article) => readQuotations(article, null, { mentions: [] }));

/** The terms of the coverage for whose words a question asks for; none where that is a paper: what it says is whatever its articles say. */
export function soughtSpeaker({ speaker }: Detail, sought: readonly WeighedTerm[]): SoughtSpeaker | null {
  const meant = sought.filter((t) => t.share === 1 && speaker.includes(t.term));
  const found = new Set(meant.flatMap((t) => t.forms.map((f) => f.term)));
  return found.size > 0 ? { terms: found, isName: meant.some((t) => t.name) } : null;
}

/** Whose words are asked for: the terms of a name, or of a role ("the minister"), whose holder may be quoted by name. */
export interface SoughtSpeaker {
  readonly terms: ReadonlySet<string>;
  readonly isName: boolean;
}

/** A verb of saying stands at most so many words after who says it, or before ("said the mayor"; "accused the mayor" is another's word). */
const closeBy = 6;

/**
 * Whether sentences give somebody's words: 1 in a quotation of theirs or reported beside their name, 0.5 where it may be they who speak
 * ("he said", a post without a speaker), 0 where somebody else does or nobody.
 */
export function isSaidBy(article: Article, range: Range, speaker: SoughtSpeaker): Held {
  const isSpeaker = (words: string | null) => words !== null && terms(words).some((t) => speaker.terms.has(t.term));
  const quoted = quotationsOf(article).filter((q) => overlaps(q, range));
  if (quoted.some((q) => isSpeaker(q.speaker.name) || isSpeaker(q.speaker.as))) return 1;
  const text = article.text.slice(range.start, range.end);
  const words = terms(text);
  const named = words.flatMap((t, i) => (speaker.terms.has(t.term) ? [i] : []));
  const spoken = words.flatMap((t, i) =>
    isSpeech(t.word) && !isBe.has(words[i - 1]?.word ?? "")
      ? [{ at: i, inverted: speechVerb(t.word)?.kind === "say" }]
      : [],
  );
  const isSubject = (name: number) =>
    spoken.some(({ at, inverted }) => (at > name ? at - name <= closeBy : inverted && name - at <= closeBy));
  if (named.some(isSubject)) return 1;
  if (named.length > 0 && /\baccording to\b|по словам|по мнению/iu.test(text)) return 1;
  if (speaker.isName && quoted.some((q) => q.speaker.name !== null)) return 0;
  return spoken.length > 0 || quoted.length > 0 ? 0.5 : 0;
}

/** The same for one speaker, each sentence (a range of its own) listened to once. */
export function listenerFor(speaker: SoughtSpeaker): HeldIn {
  const heard = new Map<Range, Held>();
  return (article, range) => {
    const held = heard.get(range) ?? isSaidBy(article, range, speaker);
    heard.set(range, held);
    return held;
  };
}

/** "Was said", "is called": by somebody else. */
const isBe = new Set(["is", "are", "was", "were", "be", "been", "being"]);

/**
 * Verbs of thinking and going on are left out: "Twitter went" says nothing. What may be a noun as well counts only as a verb is written:
 * "protest calls" says nothing either.
 */
function isSpeech(word: string): boolean {
  const verb = speechVerb(word);
  if (!verb || verb.participle || verb.kind === "mind" || verb.kind === "go") return false;
  if (verb.base) return verb.lemma === "say";
  return verb.kind !== "act" || !word.endsWith("s");
}
