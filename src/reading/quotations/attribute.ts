import type { Previous } from "./context.ts";
import type { Cue } from "./cues.ts";
import { type Candidate, candidatesFor } from "./features.ts";
import type { Placed } from "./layout.ts";
import { type Model, shares, weigh } from "./model.ts";
import { plainForm, relayOf, surePlain } from "./plain-forms.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";
import { hasVerb, speechFeatures } from "./speech.ts";
import { speechSum } from "./speech-languages.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** A quoted stretch that is speech, with who says it. */
export interface Attributed {
  readonly quote: Placed;
  readonly traits: Traits;
  /** Who says it, as the text has it; `null` where nobody is named. */
  readonly reference: Reference | null;
  readonly cue: Cue | null;
  /** The share of the candidates' weight that goes to this one and to other words for the same one. */
  readonly share: number;
  /** The speaker comes from another sentence. */
  readonly carried: boolean;
}

/** A stretch of less is speech only when it is set apart as speech is ("No," he said); German quotes single words as well. */
const fewestWords = 3;
/** The sum (log-odds) from which a stretch counts as speech: above 0, so that what is shown is speech in 97 of 100. */
const leastSum = 0.3;

/** Goes through the quoted stretches in order: decides which are speech and who speaks. */
export function attribute(scene: Scene, model: Model): Attributed[] {
  const out: Attributed[] = [];
  let previous: (Previous & { readonly attributed: Attributed }) | null = null;
  let before: { readonly quote: Placed; readonly speech: boolean } | null = null;
  for (const quote of scene.quotes) {
    const traits = traitsOf(scene, quote);
    const candidates = candidatesFor(scene, quote, previous);
    const parts = shares(candidates.map((c) => weigh(model.speaker, c.features)));
    let best = 0;
    parts.forEach((share, i) => {
      if (share > (parts[best] ?? 0)) best = i;
    });
    const likeliest = candidates[best];
    if (!likeliest) continue;
    const plain = plainForm(scene, quote);
    const relay = plain ? undefined : relayOf(scene, quote, likeliest);
    const candidate = plain ?? (relay ? { ...likeliest, reference: relay.subject, cue: relay } : likeliest);
    const share = plain ? surePlain : relay ? relayedShare(relay, candidates, parts) : (parts[best] ?? 0);
    const goesOn: boolean = previous !== null && continues(quote, traits, previous.attributed);
    const sibling = before?.quote.sentence === quote.sentence ? before.speech : null;
    const features = speechFeatures(scene, quote, { candidate, share }, sibling);
    const tooShort = traits.words < fewestWords && !traits.whole && scene.language !== "de";
    const sum = speechSum(scene, quote, traits, weigh(model.speech, features));
    const sure: boolean = goesOn || quote.attributed || opensSplit(scene, quote, traits);
    const isSpeech: boolean = sure || (!tooShort && sum >= leastSum);
    before = { quote, speech: isSpeech };
    if (!isSpeech || traits.words === 0 || isSignature(scene, quote, traits)) continue;
    const actor = candidate.reference ? scene.resolved.get(candidate.reference)?.actor : undefined;
    const alike = parts.reduce((sum, x, i) => {
      const other = candidates[i]?.reference;
      return other && other !== candidate.reference && actor && scene.resolved.get(other)?.actor === actor
        ? sum + x
        : sum;
    }, 0);
    const attributed: Attributed = {
      quote,
      traits,
      reference: candidate.reference,
      cue: candidate.cue,
      share: plain ? share : Math.min(1, share + alike),
      carried: candidate.reference !== null && candidate.reference.sentence !== quote.sentence,
    };
    out.push(attributed);
    previous = { quote, reference: candidate.reference, attributed };
  }
  return out;
}

/** What speaks for who is quoted and for who quotes him speaks for the first. */
function relayedShare(relay: Cue, candidates: readonly Candidate[], parts: readonly number[]): number {
  return candidates.reduce(
    (sum, { reference }, i) => (reference === relay.subject || reference === relay.via ? sum + (parts[i] ?? 0) : sum),
    0,
  );
}

/** Whether a stretch is the first half of a sentence that goes on in small letters after its attribution (“X,” he said, “y”). */
function opensSplit(scene: Scene, quote: Placed, traits: Traits): boolean {
  const next = scene.quotes[quote.index + 1];
  if (traits.before !== "^" || traits.ending !== "," || next?.sentence !== quote.sentence) return false;
  const other = traitsOf(scene, next);
  if (other.before !== "," || other.capital) return false;
  const between = (scene.cues[quote.sentence] ?? []).filter((c) => c.token > quote.token && c.token < next.token);
  return between.some((c) => c.subject && (c.kind === "say" || c.kind === "claim"));
}

/** The words of the longest signature: a name, an office, a body. */
const longestSignature = 10;

/** Whether the last paragraph of a quotation that runs on is no more of it but says whose it was ("Anna Berg, mayor of Hillford."). */
function isSignature(scene: Scene, quote: Placed, traits: Traits): boolean {
  if (!quote.continues || quote.open || !traits.capital || traits.words > longestSignature) return false;
  const words = scene.text.slice(quote.inner.start, quote.inner.end).match(/[\p{L}][\p{L}\p{M}'’-]*/gu) ?? [];
  const long = words.filter((w) => w.length > 3);
  const capitals = long.filter((w) => /^\p{Lu}/u.test(w)).length;
  return /^[.,]?$/.test(traits.ending) && capitals >= 2 && capitals * 5 >= long.length * 3 && !hasVerb(words.join(" "));
}

/** Whether a stretch must be speech because the one before is: the next paragraph of it, or the half after "he said,". */
function continues(quote: Placed, traits: Traits, last: Attributed): boolean {
  if (quote.continues && last.quote.open) return true;
  return (
    quote.sentence === last.quote.sentence && traits.before === "," && last.traits.whole && last.traits.ending === ","
  );
}
