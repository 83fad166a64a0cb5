import { isDocumentNoun } from "../../language/organisations.ts";
import type { Attributed } from "./attribute.ts";
import type { Scene } from "./scene.ts";

/**
 * Puts together what is one quotation: halves split by their attribution ("X," he said, "y") and paragraphs of one
 * that runs on. Sentences of their own stay apart: nothing is joined across a sentence of the outlet.
 */
export function joinParts(scene: Scene, all: readonly Attributed[]): Attributed[][] {
  const out: Attributed[][] = [];
  for (const next of all) {
    const group = out.at(-1);
    const last = group?.at(-1);
    if (group && last && (runsOn(last, next) || isSplit(scene, last, next))) group.push(next);
    else out.push([next]);
  }
  return out;
}

function runsOn(last: Attributed, next: Attributed): boolean {
  return next.quote.continues && last.quote.open && next.quote.paragraph === last.quote.paragraph + 1;
}

/** Two halves around one verb of saying: the first ends in a comma, or the second goes on in small letters. */
function isSplit(scene: Scene, last: Attributed, next: Attributed): boolean {
  const { cue } = last;
  if (
    last.quote.sentence !== next.quote.sentence ||
    last.reference === null ||
    last.reference !== next.reference ||
    !cue
  )
    return false;
  if (
    cue.sentence !== last.quote.sentence ||
    cue.token < last.quote.token ||
    cue.token > next.quote.token ||
    !last.traits.whole
  )
    return false;
  const tokens = scene.sentences[next.quote.sentence]?.tokens ?? [];
  const between = tokens.slice(last.quote.token + 1, next.quote.token);
  if (between.some((t) => t.kind === "quote" || /^[.;:!?]$/.test(t.text)) || !/^[,—–-]$/.test(next.traits.before))
    return false;
  return last.traits.ending === "," || last.traits.after === "," || last.traits.ending === "…" || !next.traits.capital;
}

/** Whether the words come from a paper, a post or a law rather than from a mouth. */
export function isDocument(head: string): boolean {
  return isDocumentNoun(head);
}
