import { type Context, type Previous, shape } from "./context.ts";
import type { Cue } from "./cues.ts";
import { carried, otherSentence } from "./features-far.ts";
import { nearestCue, sameSentence } from "./features-near.ts";
import type { Placed } from "./layout.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";
import { traitsOf } from "./traits.ts";

/** A speaker that a quotation may have; `reference` is null for "nobody that the text names". */
export interface Candidate {
  readonly reference: Reference | null;
  readonly cue: Cue | null;
  /** What speaks for and against it: names of features that hold. Their weights are in weights.ts. */
  readonly features: readonly string[];
}

const farthest = 4;

/**
 * The candidates for the speaker of a quotation: every reference of its paragraph, of the paragraphs before it as far
 * as four sentences of narration back, the speaker of the quotation before, and nobody.
 */
export function candidatesFor(scene: Scene, quote: Placed, previous: Previous | null): Candidate[] {
  const traits = traitsOf(scene, quote);
  const span = scene.spans.get(quote.paragraph) ?? { from: quote.sentence, to: quote.sentence + 1 };
  const out: Candidate[] = [];
  const seen = new Set<Reference>();
  const context: Context = { scene, quote, traits, previous, span };
  const consider = (reference: Reference) => {
    if (seen.has(reference)) return;
    seen.add(reference);
    if (reference.kind !== "place") out.push(candidateOf(context, reference));
  };
  const last = Math.min(span.to, quote.sentence + 3);
  for (let s = quote.sentence; s < last; s++) for (const r of scene.frames[s]?.references ?? []) consider(r);
  let narrated = 0;
  for (let s = quote.sentence - 1; s >= 0 && narrated < farthest; s--) {
    const found = scene.frames[s]?.references ?? [];
    for (const r of found) consider(r);
    if (found.length > 0) narrated++;
  }
  if (previous?.reference) consider(previous.reference);
  out.push({
    reference: null,
    cue: null,
    features: [
      "nobody",
      `nobody:${shape(traits)}`,
      `nobody:${quote.zone}`,
      `nobody:cue=${(scene.cues[quote.sentence] ?? []).some((c) => c.subject)}`,
    ],
  });
  return out;
}

function candidateOf(context: Context, reference: Reference): Candidate {
  const { scene, quote, traits } = context;
  const features: string[] = [`kind=${reference.kind}`];
  if (!reference.free) features.push("bound");
  if (reference.kind === "pronoun") features.push(`pronoun=${reference.head}`);
  if (reference.kind === "pronoun" && /^(?:i|we|you|they|it|them|him)$/.test(reference.head))
    features.push("weak-pronoun");
  const same = reference.sentence === quote.sentence;
  const frame = scene.frames[reference.sentence];
  const cues = (scene.cues[reference.sentence] ?? []).filter((c) => c.subject === reference);
  let cue: Cue | null = null;
  if (same && frame) {
    const near = nearestCue(cues, quote, reference);
    cue = near;
    features.push(...sameSentence(context, frame, reference, near));
  } else {
    cue = cues.at(-1) ?? null;
    features.push(...otherSentence(context, frame, reference, cue));
  }
  features.push(...carried(context, reference));
  const actor = scene.resolved.get(reference)?.actor;
  if (actor) features.push(actor.references.length > 3 ? "often" : actor.references.length > 1 ? "again" : "once");
  if (traits.alone && !same && cue) features.push(`alone:${cue.kind}`);
  return { reference, cue, features };
}
