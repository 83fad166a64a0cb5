import type { Sentence } from "./layout.ts";
import type { Reference } from "./references.ts";

/** The references of one sentence, by the tokens they start at and end before. */
export interface Frame {
  readonly sentence: Sentence;
  readonly references: readonly Reference[];
  readonly endingAt: ReadonlyMap<number, Reference>;
  readonly startingAt: ReadonlyMap<number, Reference>;
}

export function frameOf(sentence: Sentence, references: readonly Reference[]): Frame {
  return {
    sentence,
    references,
    endingAt: new Map(references.map((r) => [r.to, r])),
    startingAt: new Map(references.map((r) => [r.from, r])),
  };
}

/** The first reference of the sentence that can be a subject, before token `end`. */
export function firstSubject(frame: Frame, end: number): Reference | null {
  return (
    frame.references.find((r) => r.to <= end && r.free && r.kind !== "place" && r.kind !== "other") ??
    frame.references.find((r) => r.to <= end && r.free) ??
    null
  );
}
