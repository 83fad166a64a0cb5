import { type Context, shape } from "./context.ts";
import type { Cue } from "./cues.ts";
import { type Frame, firstSubject } from "./frame.ts";
import type { Placed } from "./layout.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";

/** The features of a candidate in another sentence. */
export function otherSentence(
  context: Context,
  frame: Frame | undefined,
  reference: Reference,
  cue: Cue | null,
): string[] {
  const { quote, traits, scene, span } = context;
  const form = shape(traits);
  const samePart = reference.sentence >= span.from && reference.sentence < span.to;
  const steps = reference.sentence - quote.sentence;
  const distance =
    steps > 0 ? `+${Math.min(steps, 2)}` : `-${Math.min(narrationSteps(scene, reference.sentence, quote.sentence), 3)}`;
  const where = `${samePart ? "here" : "earlier"}${distance}`;
  const out = [`at=${where}`, `at=${where}:${form}`];
  const ownCue = (scene.cues[quote.sentence] ?? []).some((c) => c.subject && c.kind !== "go");
  if (ownCue) out.push(`at=other:has-cue`, `at=other:has-cue:${form}`);
  if (cue) {
    out.push(`far:${cue.kind}:${where}`, `far:cue:${where}:${traits.alone ? "alone" : "framed"}`);
    const last = (scene.cues[reference.sentence] ?? []).findLast((c) => c.subject);
    if (last === cue) out.push(`far:last-cue:${where}`);
  }
  if (frame) {
    if (firstSubject(frame, frame.sentence.tokens.length) === reference)
      out.push(`far:subject:${where}`, `far:subject:${form}`);
    const ends = frame.sentence.tokens.at(-1)?.text ?? "";
    if (steps === -1 || (steps < 0 && narrationSteps(scene, reference.sentence, quote.sentence) === 1)) {
      if (ends === ":") out.push(`leads:colon:${cue ? "cue" : "bare"}`);
      if (frame.references.findLast((r) => r.free) === reference) out.push("leads:last");
      if ((scene.quotesIn.get(reference.sentence) ?? []).length === 0) out.push(`leads:plain:${form}`);
    }
    if (frame.sentence.tokens[reference.to]?.text === ":" && reference.from <= 1) out.push("label");
    if (/^[—–―-]$/.test(frame.sentence.tokens[reference.from - 1]?.text ?? "") && reference.from <= 1)
      out.push(`sign-off:${where}`);
  }
  const opener = reference.sentence < quote.sentence && firstSpeakerBetween(scene, reference, quote);
  if (opener) out.push("speaker-between");
  return out;
}

/** How many sentences with narration lie between two, the first of the two counted. */
function narrationSteps(scene: Scene, from: number, to: number): number {
  let steps = 0;
  for (let s = from; s < to; s++) if ((scene.frames[s]?.references.length ?? 0) > 0) steps++;
  return steps;
}

/** Whether somebody else is the subject of a verb of saying after this reference and before the quotation. */
function firstSpeakerBetween(scene: Scene, reference: Reference, quote: Placed): boolean {
  const actor = scene.resolved.get(reference)?.actor;
  for (let s = reference.sentence; s < quote.sentence; s++) {
    for (const c of scene.cues[s] ?? []) {
      const other = c.subject;
      if (!other || other.start <= reference.start || other.kind === "pronoun") continue;
      if (!actor || scene.resolved.get(other)?.actor !== actor) return true;
    }
  }
  return false;
}

/** The features of a candidate that spoke last. */
export function carried({ scene, quote, traits, previous, span }: Context, reference: Reference): string[] {
  if (!previous?.reference) return [];
  const is = previous.reference === reference;
  const actor = scene.resolved.get(reference)?.actor;
  const alike = is || (actor !== undefined && scene.resolved.get(previous.reference)?.actor === actor);
  if (!alike) return [];
  const before = previous.quote;
  const gap = quote.sentence - before.sentence;
  const place = quote.continues
    ? "continues"
    : gap === 0
      ? "sentence"
      : before.sentence >= span.from
        ? gap === 1
          ? "next"
          : "later"
        : quote.paragraph - before.paragraph === 1
          ? "paragraph"
          : "away";
  const mark = is ? "carry" : "carry-alike";
  const narrated = gap > 1 && narrationSteps(scene, before.sentence + 1, quote.sentence) > 0;
  const form = shape(traits);
  const out = [mark, `${mark}:${place}:${form}`, `${mark}:${place}:${narrated ? "narrated" : "direct"}`];
  const ownCue = (scene.cues[quote.sentence] ?? []).some((c) => c.subject);
  if (ownCue && gap > 0) out.push(`${mark}:own-cue`);
  if (place === "paragraph" && traits.alone) {
    const frameBefore = scene.sentences[before.sentence]?.tokens ?? [];
    out.push(
      `${mark}:paragraph:alone:${frameBefore.every((t) => t.kind !== "word") ? "chain" : reference.sentence === before.sentence ? "named" : "left"}`,
    );
  }
  return out;
}
