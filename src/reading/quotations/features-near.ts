import { speechNouns } from "../../language/speech-verbs.ts";
import { type Context, leadOf, shape } from "./context.ts";
import type { Cue } from "./cues.ts";
import { type Frame, firstSubject } from "./frame.ts";
import type { Placed } from "./layout.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";

/** The cue among those of one subject whose verb or subject stands nearest to the quotation. */
export function nearestCue(cues: readonly Cue[], quote: Placed, reference: Reference): Cue | null {
  let best: Cue | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const c of cues) {
    const gap =
      c.token < quote.token
        ? quote.token - c.token
        : Math.min(c.token, reference.from > quote.token ? reference.from : c.token) - quote.token;
    if (gap < least) {
      least = gap;
      best = c;
    }
  }
  return best;
}

/** The features of a candidate in the sentence of the quotation. */
export function sameSentence(context: Context, frame: Frame, reference: Reference, cue: Cue | null): string[] {
  const { quote, traits, scene } = context;
  const form = shape(traits);
  const out: string[] = [];
  const side = reference.from > quote.token ? "after" : "before";
  const tokens = frame.sentence.tokens;
  if (!cue) {
    const gap = side === "after" ? reference.from - quote.token - 1 : quote.token - reference.to;
    const subject = firstSubject(frame, tokens.length) === reference;
    out.push(`bare:${side}:${form}`, `bare:${side}:gap=${bucket(gap)}`, `bare:${reference.kind}:${side}`);
    if (subject) out.push(`bare:${side}:subject`, `bare:subject:${form}`);
    if (othersBetween(scene, frame, reference, quote)) out.push(`bare:${side}:others`);
    const next = tokens[reference.to];
    if (side === "before" && next?.text === ":") out.push("label");
    if (side === "after" && /^[—–―-]$/.test(tokens[reference.from - 1]?.text ?? "")) out.push("sign-off");
    if (side === "before") {
      const nearest = !othersBetween(scene, frame, reference, quote);
      out.push(`bare:lead=${leadOf(traits)}:${nearest ? "nearest" : "far"}:${reference.free ? "free" : "bound"}`);
      if (
        [0, 1, 2].some((k) => reference.to + k < quote.token && speechNouns.has(tokens[reference.to + k]?.lower ?? ""))
      )
        out.push(`speech-noun:${leadOf(traits)}`, `speech-noun:${nearest}`);
      else if (tokens.slice(reference.from, reference.to).some((t) => speechNouns.has(t.lower)))
        out.push("is-speech-noun");
    } else
      out.push(`bare:after:end=${traits.ending || traits.after}`, `bare:after:${traits.wordAfter ? "word" : "mark"}`);
    if (side === "before" && reference.to === quote.token)
      out.push(`bare:touches:${reference.free ? "free" : "bound"}`);
    return out;
  }
  const clauseStart = Math.min(
    reference.from > quote.token || cue.token < quote.token ? reference.from : cue.token,
    cue.token,
  );
  if (cue.token > quote.token) {
    const gap = tokens.slice(quote.token + 1, clauseStart);
    const words = gap.filter((t) => t.kind === "word").length;
    const quotes = gap.some((t) => t.kind === "quote");
    const subjectBefore = reference.from < quote.token;
    const key = subjectBefore
      ? "around"
      : words === 0
        ? quotes
          ? "after-next"
          : "after"
        : quotes
          ? "after-far-next"
          : "after-far";
    out.push(
      key,
      `${key}:${cue.how}`,
      `${key}:${cue.kind}`,
      `${key}:${form}`,
      `${key}:end=${traits.ending || traits.after}`,
      `${key}:${form}:end=${traits.ending || traits.after}`,
      `${key}:${cue.kind}:end=${traits.ending || traits.after}`,
      `${key}:${reference.kind}`,
    );
    if (gap.some((t) => clauses.has(t.lower))) out.push(`${key}:clause`);
    if (cue.participle) out.push(`${key}:participle`);
    const rank = rivals(scene, quote, cue, reference);
    if (rank > 0) out.push(`${key}:rivals=${Math.min(rank, 2)}`);
    if (words > 0) out.push(`${key}:gap=${bucket(words)}`);
    if (gap.some((t) => /^[.;]$/.test(t.text))) out.push(`${key}:stop`);
    return out;
  }
  const from = Math.max(cue.token + 1, reference.from < quote.token ? reference.to : cue.token + 1);
  const gap = tokens.slice(from, quote.token);
  const words = gap.filter((t) => t.kind === "word");
  const quotes = gap.some((t) => t.kind === "quote");
  const subjectAfter = reference.from > quote.token;
  const lead = leadOf(traits);
  const nearestCue = !(scene.cues[quote.sentence] ?? []).some(
    (c) => c !== cue && c.token > cue.token && c.token < quote.token && c.subject,
  );
  if (nearestCue) out.push(`nearest-cue:${cue.kind}:${lead}`, `nearest-cue:${cue.how}`);
  const key = subjectAfter ? "verb-before" : words.length === 0 ? "before" : "before-far";
  out.push(
    key,
    `${key}:${cue.how}`,
    `${key}:${cue.kind}`,
    `${key}:${form}`,
    `${key}:${lead}`,
    `${key}:${cue.kind}:${lead}`,
    `${key}:${lead}:${form}`,
    `${key}:${reference.kind}`,
  );
  if (cue.participle) out.push(`${key}:participle`);
  if (words.length > 0) out.push(`${key}:gap=${bucket(words.length)}`);
  if (quotes) out.push(`${key}:quotes`, `${key}:quotes:${words.length < 3 ? "near" : "far"}`);
  const rank = rivals(scene, quote, cue, reference);
  if (rank > 0) out.push(`${key}:rivals=${Math.min(rank, 2)}`, `rivals=${Math.min(rank, 2)}`);
  if (gap.some((t) => t.lower === "that")) out.push(`${key}:that-clause`);
  if (gap.some((t) => t.lower === "but" || t.lower === "while" || t.text === ";")) out.push(`${key}:turn`);
  if (gap.some((t) => t.lower === "and")) out.push(`${key}:and`);
  if (othersBetween(scene, frame, reference, quote)) out.push(`${key}:others`);
  return out;
}

/** Where another clause, with a subject of its own, may begin. */
const clauses = new Set(["as", "when", "after", "before", "because", "while", "who", "which", "whose", "where"]);

/** Cues with another subject that stand between this one and the quotation. */
function rivals(scene: Scene, quote: Placed, cue: Cue, reference: Reference): number {
  const [low, high] = cue.token < quote.token ? [cue.token, quote.token] : [quote.token, cue.token];
  return (scene.cues[quote.sentence] ?? []).filter(
    (c) => c.token > low && c.token < high && c.subject && c.subject !== reference && c.kind !== "go",
  ).length;
}

/** Whether another free reference stands between this one and the quotation. */
function othersBetween(_scene: Scene, frame: Frame, reference: Reference, quote: Placed): boolean {
  return frame.references.some(
    (r) =>
      r.free &&
      r !== reference &&
      r.kind !== "place" &&
      r.kind !== "other" &&
      (reference.from < quote.token
        ? r.from >= reference.to && r.to <= quote.token
        : r.from > quote.token && r.to <= reference.from),
  );
}

function bucket(n: number): string {
  return n <= 0 ? "0" : n <= 2 ? "1-2" : n <= 5 ? "3-5" : n <= 10 ? "6-10" : n <= 20 ? "11-20" : "21+";
}
