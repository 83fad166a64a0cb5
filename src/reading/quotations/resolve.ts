import { isDocumentNoun, isMediaName, isMediaNoun } from "../../language/organisations.ts";
import { isVague, roleCovers } from "../../language/roles.ts";
import type { Cue } from "./cues.ts";
import { type Frame, firstSubject } from "./frame.ts";
import type { Layout } from "./layout.ts";
import { type Actor, nameWords } from "./people.ts";
import type { Reference } from "./references.ts";

/** Whom a reference means, and how sure that is: 0 to 1. */
export interface Resolved {
  readonly actor: Actor;
  readonly certainty: number;
}

interface Stage {
  readonly layout: Layout;
  readonly frames: readonly Frame[];
  readonly cues: readonly (readonly Cue[])[];
  readonly actors: readonly Actor[];
  readonly actorOf: ReadonlyMap<Reference, Actor>;
}

/** How much of a mention's weight is left one sentence later; measured on masked names, see the test bench. */
const decay = 0.72;
const weights = { subject: 1, free: 0.7, bound: 0.35, speaks: 0.5, pronoun: 0.6 };
/**
 * How much more likely a pronoun that speaks means whoever spoke last, by how many sentences of narration ago: a report
 * goes on with its speaker, whomever he speaks about.
 */
const spokeLast = [3.5, 3, 1.4];

/**
 * Finds whom pronouns and roles mean, in text order: the person (or body) of the fitting gender or role that stands
 * out most at that place. What stands out is what was named last, as a subject, as a speaker; a name inside the very
 * words that are attributed stands back, since few people speak of themselves by name.
 */
export function resolveReferences(stage: Stage): Map<Reference, Resolved> {
  const { frames, actorOf } = stage;
  const out = new Map<Reference, Resolved>();
  const salience = new Map<Actor, number>();
  const spoke = new Map<Actor, number>();
  let narrated = 0;
  const add = (actor: Actor, weight: number) => salience.set(actor, (salience.get(actor) ?? 0) + weight);
  for (const frame of frames) {
    if (frame.references.length === 0) continue;
    narrated++;
    for (const [actor, weight] of salience) salience.set(actor, weight * decay);
    const speaking = new Set(
      (stage.cues[frame.sentence.index] ?? []).flatMap((c) => (c.subject && c.kind !== "go" ? [c.subject] : [])),
    );
    const subject = firstSubject(frame, frame.sentence.tokens.length);
    const added = new Map<Actor, number>();
    for (const reference of frame.references) {
      const actor = actorOf.get(reference);
      const resolved = actor
        ? { actor, certainty: 1 }
        : resolve(stage, frame, reference, salience, speaking.has(reference) ? lastSpeaker(spoke, narrated) : null);
      if (!resolved) continue;
      out.set(reference, resolved);
      if (speaking.has(reference)) spoke.set(resolved.actor, narrated);
      const base = reference === subject ? weights.subject : reference.free ? weights.free : weights.bound;
      const weight =
        (base + (speaking.has(reference) ? weights.speaks : 0)) * (actor ? 1 : weights.pronoun * resolved.certainty);
      // Within a sentence what went before counts at once, but each actor only by its best place.
      const gain = Math.max(0, weight - (added.get(resolved.actor) ?? 0));
      added.set(resolved.actor, weight);
      add(resolved.actor, gain);
    }
  }
  return out;
}

/** How much more likely an actor is meant for having spoken lately. */
type LastSpeaker = (actor: Actor) => number;

/** Only whoever spoke last of all gets the full weight: two that spoke in turn stay two candidates. */
function lastSpeaker(spoke: ReadonlyMap<Actor, number>, now: number): LastSpeaker {
  return (actor) => spokeLast[now - (spoke.get(actor) ?? Number.NEGATIVE_INFINITY)] ?? 1;
}

function resolve(
  stage: Stage,
  frame: Frame,
  reference: Reference,
  salience: ReadonlyMap<Actor, number>,
  recency: LastSpeaker | null,
): Resolved | null {
  if (reference.kind === "pronoun") return resolvePronoun(stage, frame, reference, salience, recency);
  if (reference.kind === "role") return resolveRole(stage, frame, reference, salience);
  if (reference.kind === "organisation" && reference.name === null)
    return resolveBody(stage, frame, reference, salience);
  return null;
}

type Scored = readonly [Actor, number];

/** The one that stands out most, with the certainty that comes from its lead over the next. */
function pick(scored: readonly Scored[], least: number): Resolved | null {
  let best: Scored | null = null;
  let total = 0;
  for (const entry of scored) {
    total += entry[1] ** 2;
    if (!best || entry[1] > best[1]) best = entry;
  }
  if (!best || best[1] < least) return null;
  return { actor: best[0], certainty: 0.35 + 0.63 * (best[1] ** 2 / total) };
}

function resolvePronoun(
  stage: Stage,
  frame: Frame,
  reference: Reference,
  salience: ReadonlyMap<Actor, number>,
  recency: LastSpeaker | null,
): Resolved | null {
  if (reference.gender === null)
    return reference.head === "it"
      ? pick(
          [...salience].filter(([a]) => !a.person),
          0.3,
        )
      : null;
  const said = recency ? saidIn(stage, frame) : "";
  const scored = [...salience].flatMap(([actor, weight]): Scored[] => {
    if (!actor.person || (actor.gender !== null && actor.gender !== reference.gender)) return [];
    const known = actor.gender === null ? 0.6 : 1;
    const last = nameWords(actor.name).at(-1) ?? "";
    const named = said !== "" && last.length > 2 && said.includes(last) ? 0.35 : 1;
    return [[actor, weight * known * named * (recency?.(actor) ?? 1)]];
  });
  return pick(scored, 0.05);
}

function saidIn(stage: Stage, frame: Frame): string {
  return frame.sentence.tokens
    .filter((t) => t.kind === "quote")
    .map((t) => stage.layout.text.slice(t.start, t.end).toLowerCase())
    .join(" ");
}

/** "The president", "his spokesman": the person next to it ("his spokesman, Dmitry Peskov"), or one called so elsewhere. */
function resolveRole(
  stage: Stage,
  frame: Frame,
  reference: Reference,
  salience: ReadonlyMap<Actor, number>,
): Resolved | null {
  const beside = appositionOf(stage, frame, reference);
  if (beside) return { actor: beside, certainty: 0.97 };
  const first = frame.sentence.tokens[reference.from]?.lower ?? "";
  if (/^(?:a|an|one|another|some|one)$/.test(first)) return null;
  const fits = (a: Actor) =>
    a.person && (a.gender === null || reference.gender === null || a.gender === reference.gender);
  const called = stage.actors.filter((a) => fits(a) && [...a.roles].some((role) => roleCovers(reference.head, role)));
  const earlier = called.filter((a) => (a.references[0]?.start ?? 0) < reference.start);
  const pool = earlier.length > 0 ? earlier : called;
  if (pool.length > 0) {
    const found = pick(
      pool.map((a): Scored => [a, 0.15 + (salience.get(a) ?? 0)]),
      0,
    );
    return found && { actor: found.actor, certainty: Math.min(0.93, found.certainty) };
  }
  if ((first !== "the" && first !== "this") || isVague(reference.head)) return null;
  const found = pick(
    [...salience].filter(([a]) => fits(a) && !contradicts(a, reference.head)),
    0.35,
  );
  return found && { actor: found.actor, certainty: found.certainty * 0.55 };
}

/** Somebody whose only known roles are others is seldom meant. */
function contradicts(actor: Actor, role: string): boolean {
  return (
    actor.roles.size > 0 &&
    ![...actor.roles].some((known) => roleCovers(role, known) || known === "mr" || known === "ms" || known === "mrs")
  );
}

/**
 * The named person or body on the other side of a comma: "the regulator, Roskomnadzor,", "Peskov, a spokesman", "the leader
 * of the union, Anna Berg, …", "Anna Berg of Hillford, the mayor".
 */
export function appositionOf(stage: Pick<Stage, "actorOf">, frame: Frame, reference: Reference): Actor | null {
  const { tokens } = frame.sentence;
  const right = behindComplement(frame, reference.to);
  if (tokens[right]?.text === ",") {
    const next = frame.startingAt.get(right + 1);
    const actor = next?.free ? stage.actorOf.get(next) : undefined;
    const ends = next ? tokens[behindComplement(frame, next.to)]?.text : undefined;
    if (actor && next?.name && (ends === undefined || ends === "," || ends === ".")) return actor;
  }
  if (tokens[reference.from - 1]?.text === ",") {
    const left = headBefore(frame, reference.from - 1);
    const first = tokens[reference.from]?.lower;
    const actor = left ? stage.actorOf.get(left) : undefined;
    if (actor && (first === "a" || first === "an" || first === "the" || first === "his" || first === "her"))
      return actor;
  }
  return null;
}

const complement = /^(?:of|for|at|from|in|with)$/;

/** The token behind the "of …" that may follow a noun. */
function behindComplement(frame: Frame, at: number): number {
  const next = complement.test(frame.sentence.tokens[at]?.lower ?? "") ? frame.startingAt.get(at + 1) : undefined;
  return next ? next.to : at;
}

/** The reference that ends before token `at`, or the one whose "of …" ends there. */
function headBefore(frame: Frame, at: number): Reference | undefined {
  const near = frame.endingAt.get(at);
  if (!near || near.free || !complement.test(frame.sentence.tokens[near.from - 1]?.lower ?? "")) return near;
  return frame.endingAt.get(near.from - 1) ?? near;
}

function resolveBody(
  stage: Stage,
  frame: Frame,
  reference: Reference,
  salience: ReadonlyMap<Actor, number>,
): Resolved | null {
  const beside = appositionOf(stage, frame, reference);
  if (beside && !beside.person) return { actor: beside, certainty: 0.95 };
  if (!/^(?:the|this)$/.test(frame.sentence.tokens[reference.from]?.lower ?? "") || isDocumentNoun(reference.head))
    return null;
  const bodies = [...salience].filter(([a]) => !a.person);
  const called = bodies.filter(([a]) => a.roles.has(reference.head) || nameWords(a.name).includes(reference.head));
  const named = frame.sentence.tokens.slice(reference.from, reference.to).some((t) => /^\p{Lu}/u.test(t.text));
  if (called.length === 0 && named) return null;
  const found = pick(
    called.length > 0 ? called : bodies.filter(([a]) => fitsBody(a, reference.head)),
    called.length > 0 ? 0 : 0.3,
  );
  return found && { actor: found.actor, certainty: found.certainty * (called.length > 0 ? 0.95 : 0.6) };
}

/** Nouns for a kind of body that shows in its name: "the commission" is none whose name has no such word. */
const telling = new Set(
  "commission committee court board council university bank party union campaign bureau department office ministry team club channel".split(
    " ",
  ),
);

/** Whether a noun may stand for a body of that name: a newspaper for a medium, a company for none. */
function fitsBody(actor: Actor, noun: string): boolean {
  if (telling.has(noun)) return false;
  const words = nameWords(actor.name);
  return isMediaNoun(noun) === words.some(isMediaName);
}
