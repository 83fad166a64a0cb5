import { contains, type Range } from "../../language/range.ts";
import type { Mention } from "../mention.ts";
import { type Day, isoOf, type Period } from "./calendar.ts";
import { confidenceOf } from "./confidence.ts";
import type { Context, Earlier, Resolution, Trail } from "./context.ts";
import type { Candidate } from "./meaning.ts";
import { joinRanges, yearOfRange } from "./ranges.ts";
import { resolve } from "./resolve.ts";
import { isFormerPlan, isRuledOut, isSupposed, tenseAt } from "./tense.ts";

/** A sentence with the time expressions found in it; their offsets count from its start. */
export interface SentenceDates {
  readonly sentence: Range;
  readonly folded: string;
  /** The quotations of its paragraph, as offsets into the article's text. */
  readonly quoted: readonly Range[];
  readonly candidates: readonly Candidate[];
}

/** How many characters around an expression its resolution looks at. */
const nearby = 120;

/** Resolves the expressions of an article from left to right; each may hang on those before it. */
export function readSentences(
  article: string,
  sentences: readonly SentenceDates[],
  now: Day | null,
  history: boolean,
): Mention[] {
  const mentions: Mention[] = [];
  let trail: Trail = { day: null, quarter: null, any: null, undated: null };
  for (const [number, dates] of sentences.entries()) {
    if (dates.candidates.length === 0) continue;
    const read = readSentence(article, dates, number, now, history, trail);
    mentions.push(...read.mentions);
    trail = read.trail;
  }
  return mentions;
}

function readSentence(
  article: string,
  dates: SentenceDates,
  number: number,
  now: Day | null,
  history: boolean,
  before: Trail,
): { mentions: Mention[]; trail: Trail } {
  const { sentence, folded, candidates, quoted } = dates;
  const mentions: Mention[] = [];
  let trail = before;
  let previous: Earlier | null = null;
  const inText = ({ start, end }: Range): Range => ({ start: sentence.start + start, end: sentence.start + end });
  const inQuotes = new Set(candidates.filter((c) => quoted.some((q) => contains(q, inText(c)))));
  const outside = candidates.flatMap((c, i) => (inQuotes.has(c) ? [] : [i]));
  const telling = outside.find((i) => isDayName(candidates[i]));

  const certain = /[а-я]/.test(folded);
  const contextOf = (i: number, candidate: Candidate): Context => ({
    now: inQuotes.has(candidate) ? spokenOn() : now,
    history,
    tense: tenseAt(folded, candidate),
    certain,
    sentence: number,
    trail,
    end: inText(candidate).end,
    before: folded.slice(Math.max(0, candidate.start - nearby), candidate.start),
    after: folded.slice(candidate.end, candidate.end + nearby),
    rangeYear: yearOfRange(folded, candidate, candidates[i + 1]),
    previous:
      previous &&
      /^[\s,–(-]*(?:just |only |about |on |in |в |во |всего |лишь )?$/.test(
        folded.slice(previous.end - sentence.start, candidate.start),
      )
        ? previous
        : null,
    next: () => {
      const following = candidates[i + 1];
      if (!following || !/^,?\s*(?:[\p{L}'-]+\s+){0,3}$/u.test(folded.slice(candidate.end, following.start)))
        return null;
      if (following.meaning.kind === "relation" || following.meaning.kind === "offset") return null;
      const resolution = resolve(following.meaning, contextOf(i + 1, following));
      return resolution && earlierOf(resolution, inText(following), number);
    },
  });

  /** The day a quotation was spoken, where its sentence tells ("…, he said on Tuesday"); `null` where it tells less. */
  const spokenOn = (): Day | null => {
    const found = telling === undefined ? undefined : candidates[telling];
    const day =
      found && telling !== undefined && resolve(found.meaning, { ...contextOf(telling, found), tense: "past" });
    if (day)
      return day.granularity === "day" && day.from !== null && (now === null || day.from <= now) ? day.from : now;
    return outside.some((i) => candidates[i]?.meaning.kind !== "year") ? null : now;
  };

  for (const [i, candidate] of candidates.entries()) {
    const context = contextOf(i, candidate);
    const resolution = resolve(candidate.meaning, context);
    if (!resolution) continue;
    const inQuotation = inQuotes.has(candidate);
    const modality = modalityOf(resolution, context, folded, candidate, now);
    const expression = inText(candidate);
    mentions.push({
      article,
      sentence,
      expression,
      from: resolution.from === null ? null : isoOf(resolution.from),
      to: resolution.to === null ? null : isoOf(resolution.to),
      granularity: resolution.granularity,
      timex: resolution.timex,
      rule: resolution.rule,
      anchor: resolution.anchor,
      confidence: resolution.from === null && resolution.to === null ? 0 : confidenceOf(resolution.rule),
      inQuotation,
      modality,
      rangeWith: null,
    });
    const earlier = earlierOf(resolution, expression, number);
    if (!inQuotation && modality !== "hypothetical") {
      trail = extend(
        trail,
        earlier,
        number,
        resolution.rule.endsWith("-quarter") && resolution.rule !== "unit-quarter",
      );
      previous = earlier;
    }
  }
  return { mentions: joinRanges(mentions, sentence.start, folded), trail };
}

function isDayName(candidate: Candidate | undefined): boolean {
  const kind = candidate?.meaning.kind;
  return kind === "weekday" || kind === "day" || kind === "today";
}

function modalityOf(
  resolution: Resolution,
  { tense }: Context,
  folded: string,
  candidate: Candidate,
  now: Day | null,
): Mention["modality"] {
  const { from, to } = resolution;
  const ahead = now !== null && from !== null && from > now;
  const over = now !== null && to !== null && to < now;
  const { meaning } = candidate;
  const coming =
    (tense === "future" && !over) ||
    ahead ||
    (meaning.kind === "today" && meaning.days > 0) ||
    (meaning.kind === "unit" && meaning.relative > 0 && meaning.of === "publication");
  if (isRuledOut(folded, candidate) || isFormerPlan(folded, candidate)) return "hypothetical";
  if ((coming || meaning.kind === "ahead") && isSupposed(folded, candidate)) return "hypothetical";
  return coming ? "future" : "fact";
}

function earlierOf(resolution: Resolution, at: Range, sentence: number): Earlier | null {
  const { from, to, granularity, timex } = resolution;
  if (from === null || to === null) return null;
  return { ...at, sentence, period: { from, to, granularity, timex } satisfies Period };
}

/** `compared`: a quarter that was only named to compare the reported one with. */
function extend(trail: Trail, earlier: Earlier | null, sentence: number, compared: boolean): Trail {
  if (!earlier) return { ...trail, undated: sentence };
  const { granularity } = earlier.period;
  const isDay = granularity === "day" || granularity === "approximate";
  return {
    day: isDay ? earlier : trail.day,
    quarter: granularity === "quarter" && !compared ? earlier : trail.quarter,
    any: earlier,
    undated: null,
  };
}
