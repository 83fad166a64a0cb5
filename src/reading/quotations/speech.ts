import { speechVerb } from "../../language/speech-verbs.ts";
import type { Candidate } from "./features.ts";
import type { Placed } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { traitsOf } from "./traits.ts";

/**
 * What speaks for and against a quoted stretch being somebody's words rather than a scare quote, a title or a name:
 * features for the model in weights.ts.
 * @param best the likeliest speaker and how likely he is among the candidates, 0 to 1.
 */
export function speechFeatures(
  scene: Scene,
  quote: Placed,
  best: { readonly candidate: Candidate; readonly share: number },
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
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  const small = words.filter((w) => /^\p{Ll}/u.test(w) && w.length > 3).length;
  if (words.length > 1 && small === 0 && capitals > 1)
    out.push("title-case", `title-case:${t.before}`, `title-case:${here ? "cue" : "none"}`);
  else if (capitals > 0 && /^\p{Lu}/u.test(words[0] ?? "")) out.push(`capital:${part}`);
  if (/\b(?:I|we|my|our|us|me|you|your|I['’]m|we['’]re|don['’]t|я|мы|нас|нам)\b/u.test(inner)) out.push("first-person");
  if (/\b(?:is|are|was|were|be|have|has|will|would|can|could|should|do|does|did|not|это|был|будет)\b/iu.test(inner))
    out.push(`verb:${part}`);
  if (/^(?:the|a|an)\s/i.test(inner)) out.push("article");
  const word = t.wordBefore;
  if (naming.test(word)) out.push("named", `named:${word}`);
  else if (
    /^(?:that|as|to|was|is|were|be|of|in|and|or|for|with|by|on|from|at|about|a|an|the|his|her|their|its|this|these|such|its|some|not|it|they|he|she|are|been)$/.test(
      word,
    )
  )
    out.push(`after:${word}`, `after:${word}:${here ? "cue" : "none"}`);
  else if (speechVerb(word)) out.push(`after-verb:${speechVerb(word)?.kind}`);
  if (
    /^(?:and|or|by|of|in|to|for|with|because|on|from|at|movement|act|bill|law|speech|show|program|campaign)$/.test(
      t.wordAfter,
    )
  )
    out.push(`then:${t.wordAfter}`);
  else if (t.wordAfter && !speechVerb(t.wordAfter)) out.push("then:word");
  const others = (scene.quotesIn.get(quote.sentence) ?? []).length;
  if (others > 1) out.push(`among=${Math.min(others, 4)}`, `among=${Math.min(others, 4)}:${part}`);
  return out;
}

/** Words before a stretch that is a name or another's term, not speech. */
const naming =
  /^(?:so-called|called|titled|entitled|named|dubbed|nicknamed|known|film|movie|book|song|show|series|album|slogan|phrase|word|term|words|headline|headlined|game|sign|signs|reading|chanting|chants|cover|like|include|including|hashtag|title)$/;
