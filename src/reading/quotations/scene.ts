import { type Cue, findCues } from "./cues.ts";
import { type Frame, frameOf } from "./frame.ts";
import { type Layout, layOut, type Placed, type Readable } from "./layout.ts";
import { type Actor, chainNames } from "./people.ts";
import { findReferences, type Reference } from "./references.ts";
import { type Resolved, resolveReferences } from "./resolve.ts";

/** All that is read of an article before its quotations get their speakers. */
export interface Scene extends Layout {
  readonly frames: readonly Frame[];
  readonly references: readonly Reference[];
  /** The cues of every sentence. */
  readonly cues: readonly (readonly Cue[])[];
  readonly actors: readonly Actor[];
  readonly actorOf: ReadonlyMap<Reference, Actor>;
  /** Whom every reference means, where that can be told. */
  readonly resolved: ReadonlyMap<Reference, Resolved>;
  /** The sentences of every paragraph: number of the first, and of the one after the last. */
  readonly spans: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  /** The quoted stretches of every sentence. */
  readonly quotesIn: ReadonlyMap<number, readonly Placed[]>;
}

export function readScene(article: Readable): Scene {
  const layout = layOut(article);
  const references = findReferences(layout);
  const bySentence = Map.groupBy(references, (r) => r.sentence);
  const frames = layout.sentences.map((s) => frameOf(s, bySentence.get(s.index) ?? []));
  const spans = new Map<number, { from: number; to: number }>();
  for (const s of layout.sentences) {
    const span = spans.get(s.paragraph);
    if (span) span.to = s.index + 1;
    else spans.set(s.paragraph, { from: s.index, to: s.index + 1 });
  }
  const cues = frames.map((frame) => findCues(frame));
  const chains = chainNames(references, rolesBeside(frames));
  return {
    ...layout,
    frames,
    references,
    cues,
    ...chains,
    resolved: resolveReferences({ layout, frames, cues, ...chains }),
    spans,
    quotesIn: Map.groupBy(layout.quotes, (q) => q.sentence),
  };
}

/** Roles that stand beside a name: "Peskov, a spokesman for the president", "the media regulator, Roskomnadzor,". */
function rolesBeside(frames: readonly Frame[]): Map<Reference, string> {
  const out = new Map<Reference, string>();
  for (const frame of frames) {
    for (const r of frame.references) {
      if (r.name !== null || (r.kind !== "role" && r.kind !== "organisation")) continue;
      const { tokens } = frame.sentence;
      const left = tokens[r.from - 1]?.text === "," ? frame.endingAt.get(r.from - 1) : undefined;
      const right = tokens[r.to]?.text === "," ? frame.startingAt.get(r.to + 1) : undefined;
      const ends = right ? (tokens[right.to]?.text ?? ".") : "";
      if (left?.name && /^(?:a|an|the|his|her|its)$/.test(tokens[r.from]?.lower ?? "")) out.set(left, r.head);
      else if (right?.name && /^[,.]$/.test(ends)) out.set(right, r.head);
    }
  }
  return out;
}
