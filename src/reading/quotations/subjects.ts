import { adverbs, auxiliaries } from "../../language/function-words.ts";
import { isCyrillic } from "../../language/script.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import type { Cue } from "./cues.ts";
import { type Frame, firstSubject } from "./frame.ts";
import type { Token } from "./layout.ts";
import type { Reference } from "./references.ts";
import { firstWord } from "./spelling.ts";

/** How a verb of saying and its subject stand to each other. */
export type SubjectHow = "direct" | "inverted" | "apposition" | "relative" | "shared" | "quoted" | "source";

interface Subject {
  readonly reference: Reference;
  readonly how: SubjectHow;
}

/** Who is the subject of the verb at token `i`; `cues` are those of the sentence before it. */
export function subjectOf(frame: Frame, i: number, participle: boolean, cues: readonly Cue[]): Subject | null {
  const { tokens } = frame.sentence;
  if (participle) return shared(frame, i, cues);
  const inverted = invertedSubject(frame, i);
  if (inverted) return inverted;
  let j = i - 1;
  while (j >= 0 && isSkipped(tokens[j])) j--;
  return leftSubject(frame, j) ?? shared(frame, i, cues);
}

const isSkipped = (t: Token | undefined) =>
  t?.kind === "word" &&
  (adverbs.has(t.lower) ||
    auxiliaries.has(t.lower) ||
    /.ly$/.test(t.lower) ||
    /^(?:himself|herself|itself|themselves|was|there)$/.test(t.lower));

/** “…,” said Peskov: the subject follows when the verb follows the quotation. */
function invertedSubject(frame: Frame, i: number): Subject | null {
  const { tokens } = frame.sentence;
  let j = i - 1;
  while (j >= 0 && (tokens[j]?.kind === "punctuation" || isSkipped(tokens[j]))) j--;
  if (j >= 0 && tokens[j]?.kind !== "quote") return null;
  if (j < 0 && i > firstWord(tokens)) return null;
  let k = i + 1;
  while (isSkipped(tokens[k])) k++;
  const reference = frame.startingAt.get(k) ?? (isCyrillic(tokens[i]?.text ?? "") ? laterSubject(frame, k) : undefined);
  if (!reference || reference.head === "him" || reference.head === "them") return null;
  return { reference, how: "inverted" };
}

/** How far behind a Russian verb its subject is looked for. */
const laterReach = 8;

/** «…», — сказал в понедельник журналистам глава компании: the subject may follow the day and whom it was said to. */
function laterSubject(frame: Frame, from: number): Reference | undefined {
  const { tokens } = frame.sentence;
  for (let k = from; k < Math.min(tokens.length, from + laterReach); k++) {
    const reference = frame.startingAt.get(k);
    if (tokens[k]?.kind !== "word" || speechVerb(tokens[k]?.lower ?? "")) return undefined;
    if (!reference?.free || reference.kind === "place" || reference.kind === "other") continue;
    const next = frame.startingAt.get(reference.to);
    // "Сказал ТАСС пресс-секретарь": whom it was said to comes first.
    return reference.kind === "organisation" && next?.free && next.kind !== "other" ? next : reference;
  }
  return undefined;
}

/** The subject that ends at token `j`, over appositions, brackets and "who". */
function leftSubject(frame: Frame, j: number, depth = 0): Subject | null {
  const { tokens } = frame.sentence;
  const token = tokens[j];
  if (!token || depth > 4) return null;
  if (token.kind === "word" && /^(?:who|which|that|который|которая)$/.test(token.lower)) {
    const before = tokens[j - 1]?.text === "," ? j - 1 : j;
    const reference = frame.endingAt.get(before);
    return reference
      ? { reference: headOf(frame, reference), how: "relative" }
      : leftSubject(frame, before - 1, depth + 1);
  }
  if (token.text === ")" || token.text === "]") {
    let open = j;
    while (open > 0 && tokens[open]?.text !== "(" && tokens[open]?.text !== "[") open--;
    return leftSubject(frame, open - 1, depth + 1);
  }
  if (token.text === "," || token.text === "—" || token.text === "–" || token.text === "-")
    return appositionSubject(frame, j, token.text);
  const reference = frame.endingAt.get(j + 1);
  if (!reference) return null;
  const head = headOf(frame, reference);
  return { reference: head, how: head === reference ? "direct" : "apposition" };
}

/** Prepositions that hang a noun on the one before; "after" and "as" also begin a clause of their own. */
const joining = new Set("of for at from in on with to by against behind near между из от для при по в на с".split(" "));

/** "The head of the agency": from a reference after a preposition to the one that carries it. */
function headOf(frame: Frame, reference: Reference, depth = 0): Reference {
  const before = frame.sentence.tokens[reference.from - 1];
  if (depth > 3 || before?.kind !== "word" || !joining.has(before.lower)) return reference;
  let left = frame.endingAt.get(reference.from - 1);
  if (!left && before.lower !== "in" && before.lower !== "on")
    left = frame.references.findLast(
      (r) => r.to <= reference.from - 1 && r.to >= reference.from - 4 && r.kind !== "other",
    );
  return left && left.kind !== "pronoun" && left.kind !== "place" ? headOf(frame, left, depth + 1) : reference;
}

/** "Peskov, the Kremlin's spokesman, said": the reference that stands before the first comma of the pair. */
function appositionSubject(frame: Frame, comma: number, mark: string): Subject | null {
  const { tokens } = frame.sentence;
  let fallback: Reference | null = null;
  for (let k = comma - 1; k > 0; k--) {
    const t = tokens[k];
    if (t?.kind === "quote") break;
    if (t?.text !== mark && t?.text !== ",") continue;
    const reference =
      frame.endingAt.get(k) ?? (tokens[k - 1]?.text === ")" ? leftSubject(frame, k - 1)?.reference : undefined);
    if (!reference) continue;
    const head = headOf(frame, reference);
    if (head.free && head.kind !== "place" && head.kind !== "other") {
      fallback = head;
      if (head.kind === "name" || head.kind === "pronoun" || head.kind === "role") break;
    }
  }
  fallback ??= firstSubject(frame, comma);
  return fallback ? { reference: fallback, how: "apposition" } : null;
}

/** A participle or a second verb ("…, adding", "and said") has the subject of the verb before it, or of the sentence. */
function shared(frame: Frame, i: number, cues: readonly Cue[]): Subject | null {
  const earlier = cues.findLast((c) => c.sentence === frame.sentence.index && c.subject?.free && c.how !== "source");
  const reference = earlier?.subject ?? lastFree(frame, i) ?? firstSubject(frame, i);
  return reference ? { reference, how: "shared" } : null;
}

/** The subject of the clause a verb stands in, where no verb of saying went before: the first one after the last conjunction. */
function lastFree(frame: Frame, i: number): Reference | null {
  const { tokens } = frame.sentence;
  let from = i;
  while (from > 0 && !/^(?:but|while|although|because|;)$/.test(tokens[from]?.lower || tokens[from]?.text || ""))
    from--;
  return (
    frame.references.find((r) => r.from >= from && r.to <= i && r.free && r.kind !== "place" && r.kind !== "other") ??
    null
  );
}
