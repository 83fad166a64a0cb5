import { determiners } from "../../language/function-words.ts";
import { namingKind } from "../../language/naming.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import type { Candidate } from "./features.ts";
import type { Placed } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { type Traits, traitsOf } from "./traits.ts";

/**
 * What speaks for and against a quoted stretch being somebody's words rather than a scare quote, a title or a name:
 * features for the model in weights.ts.
 * @param best the likeliest speaker and how likely he is among the candidates, 0 to 1.
 * @param sibling whether the stretch before in the same sentence is speech; `null` where there is none.
 */
export function speechFeatures(
  scene: Scene,
  quote: Placed,
  best: { readonly candidate: Candidate; readonly share: number },
  sibling: boolean | null,
): string[] {
  const t = traitsOf(scene, quote);
  const inner = scene.text.slice(quote.inner.start, quote.inner.end);
  const { cue, reference } = best.candidate;
  const here = cue !== null && cue.sentence === quote.sentence;
  const size = t.words <= 5 ? `${t.words}` : t.words <= 8 ? "6-8" : t.words <= 14 ? "9-14" : "15+";
  const out = [
    "speech",
    `size=${size}`,
    `zone=${quote.zone}`,
    quote.style === scene.house ? "house-marks" : "other-marks",
    t.whole ? "whole" : "part",
  ];
  const part = t.whole ? "whole" : "part";
  out.push(`${part}:size=${size}`, `end=${t.ending}`, `before=${t.before}`, `after=${t.after}`);
  if (here && cue) {
    const side = cue.token < quote.token ? "before" : "after";
    const gap = Math.abs(cue.token - quote.token);
    const near = gap <= 3 ? "near" : gap <= 8 ? "mid" : "far";
    out.push(
      `cue:${side}:${cue.kind}:${near}`,
      `cue:${side}:${cue.kind}:size=${size}`,
      `cue:${side}:${near}:${part}`,
      `cue:${cue.how}`,
    );
  } else out.push(`no-cue:${part}`, `no-cue:size=${size}`, reference && cue ? `far-cue:${part}` : `without:${part}`);
  out.push(`share=${Math.floor(best.share * 4)}`, `share=${Math.floor(best.share * 4)}:${part}`);
  if (reference === null) out.push(`nobody:${part}`, `nobody:size=${size}`);
  else if (best.candidate.features.includes("carry")) out.push(`carry:${part}`);
  if (t.alone) out.push(`alone:size=${size}`, `alone:end=${t.ending}`);
  out.push(...looks(inner, t, here), ...surroundings(scene, quote, t, here));
  const others = (scene.quotesIn.get(quote.sentence) ?? []).length;
  if (others > 1) out.push(`among=${Math.min(others, 4)}`, `among=${Math.min(others, 4)}:${part}`);
  if (sibling !== null) {
    const joint = /^(?:and|or|und|oder|и|или)$/.test(t.wordBefore) || t.before === "," ? "listed" : "apart";
    const after = sibling ? "speech" : "none";
    out.push(`sibling:${after}:${joint}:${part}`, `sibling:${after}:size=${size}`);
  }
  return out;
}

/** What the words within the marks look like: a title, a name, a sentence. */
function looks(inner: string, t: Traits, cued: boolean): string[] {
  const part = t.whole ? "whole" : "part";
  const out: string[] = [];
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  if (isTitleCase(inner)) {
    const ends = t.ending === "" ? "open" : t.ending;
    out.push("title-case", `title-case:${t.before}`, `title-case:${cued ? "cue" : "none"}`, `title-case:end=${ends}`);
    out.push(`title-case:size=${Math.min(words.length, 5)}`, `title-case:${t.wordBefore === "" ? "mark" : "word"}`);
  } else if (capitals > 0 && /^\p{Lu}/u.test(words[0] ?? ""))
    out.push(`capital:${part}`, `capital:${t.before}`, `capital:end=${t.ending}`);
  else out.push(`small:${t.before}`);
  const rest = words.slice(1).filter((w) => !isSmall(w));
  if (rest.length > 0 && rest.filter((w) => /^\p{Lu}/u.test(w)).length * 2 > rest.length)
    out.push(`mostly-capitals:${part}`);
  if (firstPerson.test(inner)) out.push("first-person", `first-person:${part}`);
  if (verbs.test(inner)) out.push(`verb:${part}`);
  if (!hasVerb(inner)) out.push(`verbless:size=${Math.min(words.length, 6)}`);
  if (/\p{L}['’](?:s|re|m|ve|ll|d|t)\b/u.test(inner)) out.push("contraction");
  if (/^(?:the|a|an)\s/i.test(inner)) out.push("article");
  if (/:$/.test(inner.trim())) out.push("ends-in-colon");
  if (/\w\.(?:com|org|net|gov|uk|ru)\b|^[@#]/.test(inner)) out.push("address");
  return out;
}

/** How far before a stretch a word still says what it is ("in his 2012 book, ‘…’"). */
const namingReach = 4;

/** What stands beside the marks. */
function surroundings(scene: Scene, quote: Placed, t: Traits, cued: boolean): string[] {
  const out: string[] = [];
  const tokens = scene.sentences[quote.sentence]?.tokens ?? [];
  const word = t.wordBefore;
  if (namingKind(word)) out.push(`named-${namingKind(word)}`, `named:${word}`);
  else if (leading.test(word)) out.push(`after:${word}`, `after:${word}:${cued ? "cue" : "none"}`);
  else if (/.['’]s?$/.test(word)) out.push("after-owner");
  else if (speechVerb(word)) out.push(`after-verb:${speechVerb(word)?.kind}`);
  if (following.test(t.wordAfter)) out.push(`then:${t.wordAfter}`);
  else if (namingKind(t.wordAfter)) out.push(`then-${namingKind(t.wordAfter)}`);
  else if (t.wordAfter && !speechVerb(t.wordAfter))
    out.push("then:word", `then:word:${determiners.has(word) ? "determined" : "bare"}`);
  for (let k = quote.token - 1; k >= Math.max(0, quote.token - namingReach); k--) {
    const before = tokens[k];
    if (!before || before.kind === "quote" || speechVerb(before.lower)) break;
    const kind = k < quote.token - 1 ? namingKind(before.lower) : null;
    if (kind) {
      out.push(`named-near-${kind}`, `named-near-${kind}:${t.before}`);
      break;
    }
  }
  return out;
}

const firstPerson =
  /\b(?:I|we|my|our|us|me|you|your|I['’]m|we['’]re|don['’]t)\b|(?<!\p{L})(?:я|мы|нас|нам|ich|wir|uns|unser|unsere)(?!\p{L})/u;
const verbs =
  /(?<!\p{L})(?:is|are|was|were|be|have|has|will|would|can|could|should|do|does|did|not|это|был|была|были|будет|ist|sind|war|waren|wird|werden|hat|haben|kann|können|muss|müssen|soll|sollen|nicht)(?!\p{L})/iu;
/** Whether everyday verbs or words of the first person stand in the words: names and titles seldom have them. */
export const hasVerb = (words: string): boolean => verbs.test(words) || firstPerson.test(words);
const leading =
  /^(?:that|as|to|was|is|were|be|of|in|and|or|for|with|by|on|from|at|about|a|an|the|his|her|their|its|this|these|such|some|not|it|they|he|she|are|been)$/;
const following = /^(?:and|or|by|of|in|to|for|with|because|on|from|at|movement|act|bill|law|speech|campaign)$/;

/** Whether words are written as titles are: more than one, all but the small ones with a capital. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return words.filter((w) => /^\p{Lu}/u.test(w)).length > 1 && !words.some((w) => /^\p{Ll}/u.test(w) && !isSmall(w));
}

/** Words that titles write small. */
const isSmall = (w: string) =>
  /^(?:an?|the|of|in|on|at|to|by|for|and|or|with|from|as|is|de|la|der|die|das|und|в|и|на|с|о)$/i.test(w);
