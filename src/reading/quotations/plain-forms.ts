import type { Cue } from "./cues.ts";
import type { Candidate } from "./features.ts";
import type { Placed } from "./layout.ts";
import type { Scene } from "./scene.ts";

/*
 * Forms that name the speaker by their shape alone. They are rare in running news, so that weights learnt from it say
 * little about them.
 */

/** How sure such a form is. */
export const surePlain = 0.92;

/** A sign-off after the words (“…” — John Barker, farmer) or a label before them (Barker: “…”); null where there is neither. */
export function plainForm(scene: Scene, quote: Placed): Candidate | null {
  return signOff(scene, quote) ?? label(scene, quote);
}

const longestSignOff = 12;

function signOff(scene: Scene, quote: Placed): Candidate | null {
  const own = scene.sentences[quote.sentence]?.tokens ?? [];
  const here = own.slice(quote.token + 1);
  const after = here.some((t) => t.kind === "word")
    ? here
    : here.concat(scene.sentences[quote.sentence + 1]?.tokens ?? []);
  const dash = after.findIndex((t) => t.kind === "word" || /^[—–―-]$/.test(t.text));
  const mark = after[dash];
  const name = after[dash + 1];
  if (
    !mark ||
    mark.kind === "word" ||
    !name ||
    after.length - dash > longestSignOff ||
    after.some((t) => t.kind === "quote")
  )
    return null;
  const reference = scene.references.find((r) => r.start === name.start && r.kind === "name");
  if (!reference || own.slice(0, quote.token).some((t) => t.kind === "word")) return null;
  const verbs = (scene.cues[reference.sentence] ?? []).some((c) => c.start > reference.start);
  return verbs ? null : { reference, cue: null, features: [] };
}

function label(scene: Scene, quote: Placed): Candidate | null {
  const own = scene.sentences[quote.sentence]?.tokens ?? [];
  const colon = own[quote.token - 1];
  const reference = scene.frames[quote.sentence]?.endingAt.get(quote.token - 1);
  if (colon?.text !== ":" || !reference) return null;
  // In a transcript the label may follow what another said: “When?” BERG: “In May.”
  if (reference.from > 0 && own[reference.from - 1]?.kind !== "quote") return null;
  return reference.kind === "name" || reference.kind === "role" || reference.kind === "organisation"
    ? { reference, cue: null, features: [] }
    : null;
}

/**
 * The cue by which the likeliest candidate passes words on or has his passed on: "TASS quoted him as saying", "“…,” Berg
 * said, according to TASS".
 */
export function relayOf(scene: Scene, quote: Placed, { reference }: Candidate): Cue | undefined {
  const cues = scene.cues[quote.sentence] ?? [];
  const quoting = cues.find((c) => c.subject && c.via && (c.via === reference || c.subject === reference));
  if (quoting) return quoting;
  const source = cues.find((c) => c.kind === "source" && c.subject && c.token > quote.token);
  const saying = source && cues.find((c) => c.token < source.token && followsAtOnce(c, quote));
  return saying && (reference === source.subject || reference === saying.subject)
    ? { ...saying, via: source.subject }
    : undefined;
}

/** Whether a verb of saying and its subject come right behind a quotation. */
function followsAtOnce({ kind, subject, token }: Cue, quote: Placed): boolean {
  if (!subject || subject.sentence !== quote.sentence || (kind !== "say" && kind !== "claim")) return false;
  const first = Math.min(token, subject.from);
  return first > quote.token && first <= quote.token + 2;
}
