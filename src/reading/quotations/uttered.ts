import { adverbs, auxiliaries, determiners, prepositions } from "../../language/function-words.ts";
import type { Range } from "../../language/range.ts";
import type { Mention } from "../mention.ts";
import type { Uttered } from "../quotation.ts";
import type { Attributed } from "./attribute.ts";
import type { Cue } from "./cues.ts";
import type { Token } from "./layout.ts";
import type { Reference } from "./references.ts";
import type { Scene } from "./scene.ts";

const precisions: Partial<Record<Mention["granularity"], Uttered["precision"]>> = {
  day: "day",
  week: "week",
  month: "month",
  year: "year",
};

/**
 * When something was said: the past time expression that belongs to the verb of saying itself ("said on Monday", "On
 * Monday he said"). A sentence before counts only where it reports the same speaker's words, which the quotation then
 * carries on ("In February he warned that … “…,” he said.", "He spoke on Tuesday. “…,” he said."). Nothing else dates
 * the words: no other clause, no "since …"; without such an expression it is the publication date, and said to be that.
 */
export function utteredOf(
  scene: Scene,
  { quote, cue }: Attributed,
  mentions: readonly Mention[],
  published: string | null,
): Uttered {
  const past = mentions.filter((m) => usable(m, published));
  const found = cue ? (ownDate(scene, cue, past) ?? carriedDate(scene, quote.paragraph, cue, past)) : null;
  if (!found) return { from: published, to: published, precision: published ? "publication" : "unknown", basis: null };
  const { from, to, granularity, expression } = found;
  return { from, to, precision: precisions[granularity] ?? "range", basis: expression };
}

/** Days, weeks and months that have been: what is longer or still to come is not when somebody spoke. */
function usable(mention: Mention, published: string | null): boolean {
  if (mention.from === null || mention.to === null || mention.inQuotation || mention.modality !== "fact") return false;
  if (mention.rangeWith || !["day", "week", "part-month", "month"].includes(mention.granularity)) return false;
  return published === null || mention.from <= published;
}

/** The nearest expression that belongs to a verb of saying. */
function ownDate(scene: Scene, cue: Cue, mentions: readonly Mention[], opening = false): Mention | null {
  const sentence = scene.sentences[cue.sentence];
  if (!sentence) return null;
  const { tokens } = sentence;
  let best: { mention: Mention; away: number } | null = null;
  for (const mention of mentions) {
    const span = tokensOf(tokens, mention.expression);
    if (!span || betweenTimes(tokens, span.from)) continue;
    const before = span.to <= cue.token;
    const belongs = before
      ? leadsTo(scene, tokens, span, cue)
      : span.from > cue.token && follows(scene, tokens, span, cue);
    const away = before ? cue.token - span.to : span.from - cue.token;
    if (!belongs || (opening && !before)) continue;
    if (!best || away < best.away) best = { mention, away };
  }
  return best?.mention ?? null;
}

/** The date with which the speaker's words before, in the same paragraph, are introduced. */
function carriedDate(scene: Scene, paragraph: number, cue: Cue, mentions: readonly Mention[]): Mention | null {
  const actor = cue.subject?.kind === "pronoun" ? scene.resolved.get(cue.subject)?.actor : undefined;
  const first = scene.spans.get(paragraph)?.from;
  if (!actor || first === undefined) return null;
  for (let s = cue.sentence - 1; s >= first; s--) {
    const saying = (scene.cues[s] ?? []).filter((c) => c.subject && scene.resolved.get(c.subject)?.actor === actor);
    if (saying.length === 0) return null;
    for (const other of saying) {
      const found = ownDate(scene, other, mentions, other.lemma !== "speak");
      if (found) return found;
    }
  }
  return null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function tokensOf(tokens: readonly Token[], range: Range): Span | null {
  const from = tokens.findIndex((t) => t.kind !== "quote" && t.end > range.start && t.start < range.end);
  if (from < 0 || (tokens[from]?.start ?? 0) < range.start) return null;
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? range.end) < range.end) to++;
  return { from, to };
}

const set = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** Before a date: what it dates is another thing, or the end of a stretch of time. */
const otherTimes = set(
  `since until till by before after from to of for between through about than following с со до после к от по между`,
);
/** Where another clause begins. */
const clauses = set(
  `that who whom whose which where when while whether because since until till although though if unless as why how what after before following despite
  что чтобы который которая которое которые которого которой которых где когда пока если хотя поскольку после до несмотря`,
);
const speaking = set(`speaking talking writing addressing appearing testifying выступая говоря отвечая`);
/** Verbs that say whom to. */
const telling = set(`tell warn inform ask remind assure urge`);
/** Verbs with an object before the words quoted: what comes after these is still of the verb. */
const calling = set(`call describe label dub brand`);
const fronts = set(`in at on during в во на`);

function betweenTimes(tokens: readonly Token[], from: number): boolean {
  const at = determiners.has(tokens[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  return otherTimes.has(tokens[at]?.lower ?? "") || otherTimes.has(tokens[from]?.lower ?? "");
}

const holding = (references: readonly Reference[], k: number) => references.find((r) => r.from <= k && k < r.to);

/** "Said on Monday", "said Anna Berg, the mayor, in a statement on Monday": nothing but complements stands between. */
function follows(scene: Scene, tokens: readonly Token[], span: Span, cue: Cue): boolean {
  const references = scene.frames[cue.sentence]?.references ?? [];
  let heard = telling.has(cue.lemma) ? 1 : 0;
  for (let k = cue.token + 1; k < span.from; k++) {
    const token = tokens[k];
    if (!token) return false;
    if (token.kind === "quote") {
      if (!calling.has(cue.lemma)) return false;
      continue;
    }
    const { lower } = token;
    if (token.kind === "punctuation") {
      if (/^[:;—–(-]$/.test(token.text)) return false;
      continue;
    }
    const reference = holding(references, k);
    if (reference) {
      const before = tokens[reference.from - 1];
      const bound =
        reference === cue.subject ||
        before?.text === "," ||
        prepositions.has(before?.lower ?? "") ||
        calling.has(cue.lemma);
      if (!bound && heard-- <= 0) return false;
      k = Math.min(reference.to, span.from) - 1;
      continue;
    }
    if (k === cue.token + 1 && /^(?:of|about|о|об)$/.test(lower)) return false;
    if (clauses.has(lower) && !(/^(?:after|после)$/.test(lower) && plainPhrase(tokens, k + 1, span.from))) return false;
    if (auxiliaries.has(lower) || /^(?:and|but|or|и|а|но)$/.test(lower)) return false;
    if (/^(?:he|she|it|they|we|i|он|она|они|мы|я)$/.test(lower)) return false;
    if (/.(?:ed|ing)$/.test(lower) && !prepositions.has(lower) && !speaking.has(lower) && tokens[k - 1]?.text === ",")
      return false;
  }
  return true;
}

/** Whether words name a thing and tell nothing of it ("the meeting", not "the pool closed"). */
function plainPhrase(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    tokens.slice(from, to).every((t) => t.kind === "word" && !auxiliaries.has(t.lower) && !/.ed$/.test(t.lower)) &&
    to - from <= 4
  );
}

/** "On Monday he said", "In a meeting with miners on Monday, Anna Berg said", "Anna Berg on Monday said". */
function leadsTo(scene: Scene, tokens: readonly Token[], span: Span, cue: Cue): boolean {
  const { subject } = cue;
  if (!subject || subject.sentence !== cue.sentence) return false;
  const references = scene.frames[cue.sentence]?.references ?? [];
  if (subject.to <= span.from) {
    const small = (t: Token) =>
      adverbs.has(t.lower) || auxiliaries.has(t.lower) || fronts.has(t.lower) || t.text === ",";
    return tokens.slice(subject.to, span.from).every(small) && tokens.slice(span.to, cue.token).every(small);
  }
  if (subject.from < span.to && subject.to > span.from) return false;
  let from = span.from;
  while (from > 0 && tokens[from - 1]?.kind !== "quote" && !/^[,;:—–(-]$/.test(tokens[from - 1]?.text ?? "")) from--;
  if (from > 0 && tokens[from - 1]?.kind !== "quote" && tokens[from - 2]?.kind !== "quote") return false;
  while (
    from < span.from &&
    /^(?:but|and|then|late|early|earlier|only|just|also|но|и|а)$/.test(tokens[from]?.lower ?? "")
  )
    from++;
  const opener = tokens[from]?.lower ?? "";
  const led = tokens.slice(from, span.from);
  if (led.length > 0 && !fronts.has(opener) && !speaking.has(opener) && !led.every((t) => determiners.has(t.lower)))
    return false;
  if (led.some((t, k) => k > 0 && (clauses.has(t.lower) || auxiliaries.has(t.lower)))) return false;
  const subjectStart = Math.min(subject.from, cue.token);
  for (let k = span.to; k < subjectStart; k++) {
    const token = tokens[k];
    if (!token || token.kind === "quote" || /^[;:(]$/.test(token.text)) return false;
    if (token.kind === "punctuation") continue;
    const reference = holding(references, k);
    if (reference) {
      const before = tokens[reference.from - 1]?.lower ?? "";
      if (reference.kind === "pronoun" || (reference.kind === "other" && !prepositions.has(before))) return false;
      k = reference.to - 1;
      continue;
    }
    if (!adverbs.has(token.lower) && !prepositions.has(token.lower) && !determiners.has(token.lower)) return false;
  }
  return true;
}
