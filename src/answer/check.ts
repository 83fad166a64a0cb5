import { slice } from "../coverage/span.ts";
import { overlaps } from "../language/range.ts";
import { nameKey } from "../language/transliterate.ts";
import type { Speaker } from "../reading/quotation.ts";
import { type Claim, claimsIn } from "./check/claims.ts";
import { type Difference, differences } from "./check/diff.ts";
import { type Fit, findNear, findWhole } from "./check/find.ts";
import { indexWords, type Stretch, type WordIndex } from "./check/word-index.ts";
import { indexSentences, type SentenceIndex } from "./check/wording.ts";
import { type Word, wordsIn } from "./check/words.ts";
import { lazy } from "./lazy.ts";
import type { Library } from "./library.ts";

export type { Difference } from "./check/diff.ts";

/**
 * `exact`: every character stands so in the body of an article. `typography`: every word, number and sign does; marks,
 * dashes, case or spaces differ. `altered`: words differ. `headline-only`: no body has it, a headline does.
 * `other-wording`: a sentence seems to give the same remark in other words. `not-found`: the coverage does not have it.
 */
export type Verdict = "exact" | "typography" | "altered" | "headline-only" | "other-wording" | "not-found";

/** A place in the coverage; offsets into the article's text, or into its headline where `field` says so. */
export interface Match {
  readonly article: string;
  readonly field?: "headline";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface CheckResult {
  /** The words checked, as a slice of what was given. */
  readonly claim: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  /** Where the words, or the nearest to them, stand; with `not-found` only where something is near. */
  readonly match: Match | null;
  /** Where else the very same words stand: article ids. */
  readonly alsoIn: readonly string[];
  /** Word by word against `match` (with `headline-only`: against `body`); null where nothing is near enough. */
  readonly diff: readonly Difference[] | null;
  /** With `headline-only`: what the body has instead, where it has something near. */
  readonly body: Match | null;
  readonly speaker: SpeakerCheck;
}

/** Who is said to have said it, whom the coverage gives, and whether they agree (null where one is not known). */
export interface SpeakerCheck {
  readonly claimed: string | null;
  readonly found: Speaker | null;
  readonly agrees: boolean | null;
}

interface Tools {
  readonly words: WordIndex;
  readonly sentences: () => SentenceIndex;
}

const tools = new WeakMap<Library, Tools>();

function toolsOf(library: Library): Tools {
  const known = tools.get(library);
  if (known) return known;
  const made = { words: indexWords(library.corpus), sentences: lazy(() => indexSentences(library.corpus)) };
  tools.set(library, made);
  return made;
}

/** From this likeness on the claim is the same sentence with words changed; a short one must be liker. */
const altered = { likeness: 0.6, short: 0.7, shortWords: 8 };
/** A run of words that stands in the coverage, and is this share of the claim, makes it an altered or spliced one as well. */
const spliced = { words: 5, share: 0.4 };
/** From these on a sentence is the same remark in other words, and worth showing as the nearest. */
const otherWording = 0.6;
const worthShowing = 0.4;

function isNear(fit: Fit, words: number): boolean {
  const enough = words < altered.shortWords ? altered.short : altered.likeness;
  return (
    (fit.likeness >= enough && fit.same >= Math.min(3, words - 1)) ||
    (fit.run >= spliced.words && fit.run >= spliced.share * words)
  );
}

/** Checks every quotation in a text (the whole text, where nothing is in marks) against the words of the coverage. */
export function check(library: Library, text: string): CheckResult[] {
  const { words } = toolsOf(library);
  const claims = claimsIn(
    text,
    (said) =>
      findWhole(
        words,
        wordsIn(said).map((w) => w.key),
      ).length > 0,
  );
  return claims.map((claim) => checkClaim(library, text, claim));
}

function checkClaim(library: Library, text: string, claim: Claim): CheckResult {
  const { words: index, sentences } = toolsOf(library);
  const said = text.slice(claim.start, claim.end);
  const words = wordsIn(said);
  const keys = words.map((w) => w.key);
  const base = { claim: said, start: claim.start, end: claim.end, alsoIn: [], diff: null, body: null };
  const unknown: SpeakerCheck = { claimed: claim.speaker, found: null, agrees: null };
  if (keys.length === 0) return { ...base, verdict: "not-found", match: null, speaker: unknown };
  const whole = findWhole(index, keys);
  const inBody = whole.filter((place) => !index.stretchAt(place).headline);
  if (inBody.length > 0) return found(library, index, claim, said, words, inBody);
  const fits = findNear(index, keys).filter((f) => !f.stretch.headline);
  const [best] = fits;
  const near = best && isNear(best, keys.length) ? best : null;
  const inHeadline = whole[0];
  if (inHeadline !== undefined) {
    const match = matchOf(index, index.stretchAt(inHeadline), inHeadline, inHeadline + keys.length - 1);
    const other = near ?? (best && best.likeness >= worthShowing ? best : null);
    const body = other ? matchOfFit(index, other) : alikeMatch(sentences(), said);
    return {
      ...base,
      verdict: "headline-only",
      match,
      body,
      diff: other ? diffOf(index, said, words, other) : null,
      speaker: unknown,
    };
  }
  if (near) {
    const match = matchOfFit(index, near);
    return {
      ...base,
      verdict: "altered",
      match,
      diff: diffOf(index, said, words, near),
      speaker: speakerCheck(library, claim, [match]),
    };
  }
  const alike = sentences().nearest(said);
  if (!alike || alike.likeness < worthShowing) return { ...base, verdict: "not-found", match: null, speaker: unknown };
  const { article, start, end, likeness } = alike;
  const match: Match = { article: article.id, start, end, text: article.text.slice(start, end) };
  const verdict = likeness >= otherWording && alike.shared >= 3 ? "other-wording" : "not-found";
  return {
    ...base,
    verdict,
    match,
    speaker: verdict === "other-wording" ? speakerCheck(library, claim, [match]) : unknown,
  };
}

/** The words stand in the coverage: is every character the same? The best place that says so is shown. */
function found(
  library: Library,
  index: WordIndex,
  claim: Claim,
  said: string,
  words: readonly Word[],
  places: readonly number[],
): CheckResult {
  const first = words[0]?.start ?? 0;
  const last = words.at(-1)?.end ?? said.length;
  const judged = places.map((place) => {
    const stretch = index.stretchAt(place);
    const match = matchOf(index, stretch, place, place + words.length - 1);
    const { text } = stretch.article;
    const wide = text.slice(Math.max(0, match.start - first), match.end + said.length - last);
    return { match, exact: wide === said };
  });
  const exact = judged.filter((j) => j.exact);
  const chosen = exact[0] ?? judged[0];
  const match = chosen?.match ?? null;
  const alike = exact.length > 0 ? exact : judged;
  const others = [...new Set(alike.map((j) => j.match.article))].filter((id) => id !== match?.article);
  return {
    claim: said,
    start: claim.start,
    end: claim.end,
    verdict: exact.length > 0 ? "exact" : "typography",
    match,
    alsoIn: others,
    diff: null,
    body: null,
    speaker: speakerCheck(
      library,
      claim,
      alike.map((j) => j.match),
    ),
  };
}

function matchOf(index: WordIndex, stretch: Stretch, from: number, to: number): Match {
  const field = stretch.field ? { field: stretch.field } : {};
  const range = { start: index.rangeAt(from).start, end: index.rangeAt(to).end, ...field };
  return { article: stretch.article.id, ...range, text: slice(stretch.article, range) };
}

function matchOfFit(index: WordIndex, fit: Fit): Match {
  const places = fit.steps.flatMap((s) => (s.text >= 0 ? [s.text] : []));
  return matchOf(index, fit.stretch, places[0] ?? fit.stretch.from, places.at(-1) ?? fit.stretch.from);
}

function alikeMatch(sentences: SentenceIndex, said: string): Match | null {
  const alike = sentences.nearest(said);
  if (!alike || alike.likeness < worthShowing) return null;
  const { article, start, end } = alike;
  return { article: article.id, start, end, text: article.text.slice(start, end) };
}

function diffOf(index: WordIndex, said: string, words: readonly Word[], fit: Fit): Difference[] {
  return differences(
    fit.steps,
    { key: (i) => words[i]?.key ?? "", slice: (a, b) => said.slice(words[a]?.start, words[b]?.end) },
    {
      key: (i) => index.keyAt(i),
      slice: (a, b) => fit.stretch.article.text.slice(index.rangeAt(a).start, index.rangeAt(b).end),
    },
  );
}

/** Compares the claimed speaker with the one of the quotation that holds the words, the surest first. */
function speakerCheck(library: Library, { speaker: claimed }: Claim, matches: readonly Match[]): SpeakerCheck {
  const over = library
    .quotations()
    .filter((q) => matches.some((m) => m.article === q.article && q.parts.some((p) => overlaps(p, m))));
  const best = over.reduce<Speaker | null>(
    (most, q) => (!most || q.speaker.confidence > most.confidence ? q.speaker : most),
    null,
  );
  const agrees = claimed !== null && best?.name && best.confidence >= 0.5 ? sameName(claimed, best.name) : null;
  return { claimed, found: best, agrees };
}

function sameName(a: string, b: string): boolean {
  const key = (name: string) => nameKey(name.trim().split(/\s+/).at(-1) ?? "");
  return key(a) === key(b);
}
