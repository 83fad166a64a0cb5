import { overlaps, type Range } from "../language/range.ts";
import { isStopWord } from "../language/stopwords.ts";
import { stem } from "../language/words.ts";
import {
  asks,
  type Claim,
  cut,
  fewestWords,
  longestClaim,
  type QuotedText,
  quotedIn,
  signedIn,
  wholeOf,
} from "./check/claims.ts";
import {
  compared,
  joinedOf,
  leftOut,
  matchOf,
  matchOfFit,
  readClaim,
  type Said,
  standing,
  tellingPieces,
} from "./check/compare.ts";
import { type Fit, findNear, findSlipped, findWhole } from "./check/find.ts";
import { piecesOf, runsOf } from "./check/pieces.ts";
import { isAttributionOf, type SpeakerCheck, speakerOf } from "./check/speaker.ts";
import type { CheckResult, Match } from "./check/verdict.ts";
import { indexWords, type WordIndex } from "./check/word-index.ts";
import { type Alike, sentencesLike } from "./check/wording.ts";
import { wordsIn } from "./check/words.ts";
import type { Library } from "./library.ts";

export type { Change } from "./check/changes.ts";
export type { Difference } from "./check/diff.ts";
export type { SpeakerCheck } from "./check/speaker.ts";
export type { CheckResult, Joined, Match, Verdict } from "./check/verdict.ts";

const indexes = new WeakMap<Library, WordIndex>();

function indexOf(library: Library): WordIndex {
  const known = indexes.get(library);
  if (known) return known;
  const made = indexWords(library.corpus);
  indexes.set(library, made);
  return made;
}

/** From this likeness on the claim is the same sentence with words changed; a short one must be liker. */
const altered = { likeness: 0.6, short: 0.7, shortWords: 8 };
/** A run of words that stands in the coverage, and is this share of the claim, makes it an altered one as well. */
const partial = { words: 5, share: 0.4 };
/** From these on a sentence is the same remark in other words, and worth showing as the nearest; less is enough for words of the very speaker. */
const otherWording = { likeness: 0.75, shared: 4, ofSpeaker: 0.4, sharedOfSpeaker: 2 };
const worthShowing = 0.4;
/** A text with marks in it is one claim where this share of the words outside them stands with the others, or so few do not. */
const outerShare = 0.5;
const fewOther = 3;
const copied = 3;

/** From this likeness on it does not matter which words are alike; below, a good part of those that carry meaning. */
const surelyNear = 0.75;
const contentShare = 0.4;

function isNear(fit: Fit, said: Said, stood: ReadonlySet<number>): boolean {
  const words = said.words.length;
  const enough = words < altered.shortWords ? altered.short : altered.likeness;
  const isLike = fit.likeness >= enough && fit.same >= Math.min(3, words - 1);
  if (isLike && fit.likeness >= surelyNear) return true;
  if (!isLike && !(fit.run >= partial.words && fit.run >= partial.share * words)) return false;
  const content = said.words.flatMap((w, i) => (isStopWord({ word: w.key, term: stem(w.key) }) ? [] : [i]));
  return content.filter((i) => stood.has(i)).length >= contentShare * content.length;
}

/**
 * Checks a text against the words of the coverage: each quotation in it, or all of it where nothing is in marks, or where
 * the words outside the marks stand in the coverage as well.
 */
export function check(library: Library, text: string): CheckResult[] {
  const whole = wholeOf(text);
  if (whole.end <= whole.start) return [];
  const quoted = whole.wrapped ? null : quotedIn(text);
  if (text.length > longestClaim)
    return (
      quoted?.attributed && quoted.paired ? quoted.claims : cut(text, whole).map((r) => ({ ...r, speaker: null }))
    ).map((claim) => checkClaim(library, text, claim).result);
  const speakers = new Set(quoted?.claims.map((c) => c.speaker));
  const judged = checkClaim(library, text, {
    ...whole,
    speaker: speakers.size === 1 ? ([...speakers][0] ?? null) : null,
  });
  if (quoted) {
    const each = quoted.claims.map((claim) => checkClaim(library, text, claim).result);
    return isOneClaim(text, judged, quoted, each) ? [judged.result] : each;
  }
  const signed = judged.result.verdict === "altered" || judged.result.verdict === "not-found" ? signedIn(text) : null;
  if (!signed) return [judged.result];
  const asSigned = checkClaim(library, text, signed).result;
  return [isTrue(asSigned) && !isCopied(library, text, signed, asSigned.match) ? asSigned : judged.result];
}

/**
 * Whether what stands beside the claim is no signature but a part of the sentence: a word of it stands beside the match as
 * well, or the match has a colon or a dash and a name there too, and others.
 */
function isCopied({ corpus }: Library, text: string, claim: Range, match: Match | null): boolean {
  const article = corpus.byId.get(match?.article ?? "")?.text ?? "";
  const beside = (source: string, { start, end }: Range, before: boolean, length: number) =>
    wordsIn(before ? source.slice(Math.max(0, start - length), start) : source.slice(end, end + length)).map(
      (w) => w.key,
    );
  return [true, false].some((before) => {
    const length = before ? claim.start : text.length - claim.end;
    const isSign = before
      ? /:\s+$/.test(article.slice(0, match?.start).slice(-9))
      : /^\s+[—–-]{1,2}\s+\p{Lu}/u.test(article.slice(match?.end));
    if (match && length > 0 && isSign) return true;
    const ours = beside(text, claim, before, length);
    const theirs = new Set(match ? beside(article, match, before, length + 5) : []);
    return ours.some((key) => theirs.has(key));
  });
}

/** Whether a text is nothing but words said: four or more in marks, with no more around them than who said so, and no question. */
export function isQuotation(text: string): boolean {
  if (text.trimEnd().endsWith("?") && !wholeOf(text).wrapped) return false;
  return wholeOf(text).wrapped
    ? wordsIn(text).length >= fewestWords
    : (quotedIn(text)?.attributed ?? false) && !asks(text);
}

const isTrue = ({ verdict }: CheckResult) => verdict === "exact" || verdict === "typography";

/**
 * Whether a text with marks in it is taken whole: it stands so, or most of what is outside the marks does, or a mark
 * without its partner says that the text was cut inside a quotation. Where what is outside only says who said it ("“…”, said
 * Putin" of words by Peskov), the words are checked, and the speaker apart from them.
 */
function isOneClaim(
  text: string,
  { result, words, stands }: Judged,
  quoted: QuotedText,
  each: readonly CheckResult[],
): boolean {
  if (result.verdict === "headline-only" || result.verdict === "exact") return true;
  if (result.verdict === "typography")
    return !quoted.attributed || each.some((r) => r.verdict !== "exact" || wordsIn(r.claim).length < fewestWords);
  if (!quoted.paired && !quoted.attributed) return true;
  if (result.verdict !== "altered") return false;
  const outer = words.filter((w) => !quoted.inner.some((r) => overlaps(r, w)));
  const other = outer.filter((w) => !stands(w));
  if (!quoted.paired && other.length < outer.length) return true;
  const isOther = other.length > (1 - outerShare) * outer.length;
  if (!quoted.attributed) return !isOther || other.length <= fewOther;
  if (isOther) return false;
  if (other.length === 0)
    return each.length > 1 && (result.joined.length > 0 ? !result.claim.includes("\n") : !each.every(isTrue));
  // With more than "said X" as the article has it, another name is another in its sentence.
  const names = outer.length - other.length < copied;
  return other.some((w) => !quoted.attributes(text.slice(w.start, w.end), names));
}

/** A verdict, and which words of the text (where they stand in it) the coverage has at the place found. */
interface Judged {
  readonly result: CheckResult;
  readonly words: readonly Range[];
  readonly stands: (word: Range) => boolean;
}

function checkClaim(library: Library, text: string, claim: Claim): Judged {
  const index = indexOf(library);
  const said = readClaim(index, text.slice(claim.start, claim.end));
  const words = said.words.map((w) => ({ start: claim.start + w.start, end: claim.start + w.end }));
  const number = new Map(words.map((w, i) => [w.start, i]));
  const { stood, ...found } = verdictOn(library, index, said, claim.speaker);
  const result = { claim: said.text, start: claim.start, end: claim.end, ...found };
  return { result, words, stands: ({ start }) => stood.has(number.get(start) ?? -1) };
}

type Found = Omit<CheckResult, "claim" | "start" | "end"> & { readonly stood: ReadonlySet<number> };

function verdictOn(library: Library, index: WordIndex, said: Said, claimed: string | null): Found {
  const nobody: SpeakerCheck = { claimed, found: null, agrees: null };
  const none = {
    alsoIn: [],
    diff: null,
    changes: [],
    joined: [],
    body: null,
    speaker: nobody,
    stood: new Set<number>(),
  };
  if (said.words.length === 0) return { ...none, verdict: "not-found", match: null };
  const whole = findWhole(index, said.numbers);
  const inBody = whole.filter((place) => !index.stretchAt(place).headline);
  if (inBody.length > 0) return { ...none, ...standsAt(library, index, said, claimed, inBody) };
  const fits = findNear(index, said.numbers);
  const [inHeadline] = whole;
  if (inHeadline !== undefined) {
    const best = fits.find((f) => !f.stretch.headline && f.likeness >= worthShowing);
    const match = matchOf(index, inHeadline, inHeadline + said.words.length - 1);
    const body = best ? matchOfFit(index, best) : matchOfAlike(sentencesLike(library, said.text)[0]);
    const diff = best ? compared(index, said, best).diff : null;
    return { ...none, verdict: "headline-only", match, body, diff };
  }
  return alteredFrom(library, index, said, claimed, fits, none) ?? inOtherWords(library, said, claimed, none);
}

/** The words stand in the coverage: is every character the same? The best place that says so is shown. */
function standsAt(library: Library, index: WordIndex, said: Said, claimed: string | null, places: readonly number[]) {
  const core = withoutOuterMarks(said.text);
  const first = (said.words[0]?.start ?? 0) - core.start;
  const last = core.end - (said.words.at(-1)?.end ?? core.end);
  const judged = places.map((place) => {
    const match = matchOf(index, place, place + said.words.length - 1);
    const { text } = index.stretchAt(place).article;
    const wide = text.slice(Math.max(0, match.start - first), match.end + last);
    return { match, exact: wide === said.text.slice(core.start, core.end) };
  });
  const exact = judged.filter((j) => j.exact);
  const alike = exact.length > 0 ? exact : judged;
  const match = alike[0]?.match ?? null;
  const alsoIn = [...new Set(alike.map((j) => j.match.article))].filter((id) => id !== match?.article);
  const speaker = speakerOf(
    library,
    claimed,
    alike.map((j) => j.match),
  );
  const stood = new Set(said.words.keys());
  return { verdict: exact.length > 0 ? ("exact" as const) : ("typography" as const), match, alsoIn, speaker, stood };
}

/** A claim without the quotation marks at its ends: they may be the article's, or put there to send it. */
function withoutOuterMarks(text: string): Range {
  const start = /^["'“”„‟«»‘’`\s]*/u.exec(text)?.[0].length ?? 0;
  const end = text.length - (/["'“”„‟«»‘’`\s]*$/u.exec(text)?.[0].length ?? 0);
  return { start: Math.min(start, end), end };
}

/** A place that the claim fits but for some words, or several that it was joined from. */
function alteredFrom(
  library: Library,
  index: WordIndex,
  said: Said,
  claimed: string | null,
  fits: readonly Fit[],
  none: Omit<Found, "verdict" | "match">,
): Found | null {
  const pieces = tellingPieces(piecesOf(index, runsOf(index, said.numbers)), said.words.length);
  const near = (fit: Fit | undefined) => fit && isNear(fit, said, standing(said, index, fit.steps));
  const best = near(fits[0]) || pieces.length > 0 ? fits[0] : findSlipped(index, said.numbers).find(near);
  if (!best) return null;
  const { diff, changes, onlyParted } = compared(index, said, best);
  const match = matchOfFit(index, best);
  const stood = standing(said, index, best.steps);
  if (onlyParted && !best.stretch.headline)
    return { ...none, verdict: "typography", match, speaker: speakerOf(library, claimed, [match]), stood };
  if (isAttributionOf(library, match.article, leftOut(index, said, best.steps) ?? [])) {
    const speaker = speakerOf(library, claimed, [match]);
    return { ...none, verdict: "altered", match, diff, changes: ["attribution"], speaker, stood };
  }
  const joined = pieces.length > 1 ? joinedOf(index, said, pieces) : [];
  for (const { runs } of joined.length > 0 ? pieces : [])
    for (const run of runs) for (let i = run.from; i < run.to; i++) stood.add(i);
  return {
    ...none,
    verdict: "altered",
    match,
    diff,
    changes: joined.length > 0 ? [...changes, "joined"] : changes,
    joined,
    speaker: speakerOf(library, claimed, joined.length > 0 ? joined.map((j) => j.match) : [match]),
    stood,
  };
}

/** A sentence that seems to say the same, or is the nearest. */
function inOtherWords(
  library: Library,
  said: Said,
  claimed: string | null,
  none: Omit<Found, "verdict" | "match">,
): Found {
  const alike = sentencesLike(library, said.text);
  if (claimed !== null) {
    for (const one of alike.slice(0, 5)) {
      const match = matchOfAlike(one);
      const speaker = match && speakerOf(library, claimed, [match]);
      if (
        match &&
        speaker?.agrees &&
        one.likeness >= otherWording.ofSpeaker &&
        one.shared >= otherWording.sharedOfSpeaker
      )
        return { ...none, verdict: "other-wording", match, speaker };
    }
  }
  const [best] = alike;
  if (!best || best.likeness < worthShowing) return { ...none, verdict: "not-found", match: null };
  const match = matchOfAlike(best);
  const same = best.likeness >= otherWording.likeness && best.shared >= otherWording.shared && best.numbers;
  if (!same || !match) return { ...none, verdict: "not-found", match };
  return { ...none, verdict: "other-wording", match, speaker: speakerOf(library, claimed, [match]) };
}

function matchOfAlike(alike: Alike | undefined): Match | null {
  if (!alike || alike.likeness < worthShowing) return null;
  const { article, start, end } = alike;
  return { article: article.id, start, end, text: article.text.slice(start, end) };
}
