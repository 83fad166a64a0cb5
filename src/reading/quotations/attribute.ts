import type { Previous } from "./context.ts";
import type { Cue } from "./cues.ts";
import { candidatesFor } from "./features.ts";
import type { Placed } from "./layout.ts";
import { chance, type Model, shares, weigh } from "./model.ts";
import { behindRelay, plainForm, surePlain } from "./plain-forms.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";
import { speechFeatures } from "./speech.ts";
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

/** A stretch of less is speech only when it is set apart as speech is ("No," he said). */
const fewestWords = 3;

/** Goes through the quoted stretches in order: decides which are speech and who speaks. */
export function attribute(scene: Scene, model: Model): Attributed[] {
  const out: Attributed[] = [];
  let previous: (Previous & { readonly attributed: Attributed }) | null = null;
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
    const candidate = plain ?? behindRelay(scene, quote, likeliest);
    const share = plain ? surePlain : (parts[best] ?? 0);
    const goesOn: boolean = previous !== null && continues(quote, traits, previous.attributed);
    const features = speechFeatures(scene, quote, { candidate, share });
    const tooShort = traits.words < fewestWords && !traits.whole;
    const isSpeech = goesOn || (!tooShort && chance(weigh(model.speech, features)) >= 0.5);
    if (!isSpeech || traits.words === 0) continue;
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

/** Whether a stretch must be speech because the one before is: the next paragraph of it, or the half after "he said,". */
function continues(quote: Placed, traits: Traits, last: Attributed): boolean {
  if (quote.continues && last.quote.open) return true;
  return (
    quote.sentence === last.quote.sentence && traits.before === "," && last.traits.whole && last.traits.ending === ","
  );
}
