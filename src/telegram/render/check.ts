import type { CheckResult, Difference, Joined, Match } from "../../answer/check.ts";
import type { Article } from "../../coverage/article.ts";
import type { Range } from "../../language/range.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { paginate } from "../pages.ts";
import { bold, italic, joined, type RichText, rich, struck, underlined } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue } from "../texts.ts";
import { stampLine } from "./answer.ts";
import { renderPassage } from "./passage.ts";
import { mayQuote } from "./source.ts";
import { speakerText } from "./speaker.ts";
import type { View } from "./view.ts";

const claimsPerPage = 2;
/** A claim is shown back only so far that a person knows which one is meant. */
const shownOfClaim = 120;

/** The verdicts on the quotations in a text, in their order. */
export function renderCheck(
  view: View,
  results: readonly CheckResult[],
  language: BotLanguage,
  perPage = claimsPerPage,
): RichText[] {
  const t = catalogue[language];
  const differs = results.some((r) => r.diff || r.joined.some((j) => j.diff));
  return paginate(
    results.map((result) => renderResult(view, result, language, results.length > 1)),
    {
      perPage,
      head: results.length === 0 ? rich(t.nothingToCheck) : null,
      foot: joined([differs ? t.diffLegend : null, italic(stampLine(view, language))], "\n"),
    },
  );
}

function renderResult(view: View, result: CheckResult, language: BotLanguage, several: boolean): RichText {
  const t = catalogue[language];
  const { verdict, match, body, diff, changes } = result;
  const differs = changes.length > 0 ? `(${changes.map((c) => t.changes[c]).join("; ")})` : null;
  const isShown = verdict === "altered" || verdict === "headline-only";
  return joined(
    [
      several ? rich(`${t.claim}: `, italic(beginning(result.claim))) : null,
      joined([bold(t.verdicts[verdict]), differs], " "),
      verdict === "not-found" && match ? t.nearest : null,
      ...(result.joined.length > 0
        ? result.joined.flatMap((part, i) => [t.joinedFrom(i + 1), renderPart(view, part, language)])
        : [
            match ? place(view, match, result.alsoIn, language) : null,
            body ? joined([t.bodyInstead, place(view, body, [], language)], "\n") : null,
            diff && isShown ? diffLine(view, body ?? match, diff, language) : null,
          ]),
      speakerLine(result, language),
    ],
    "\n",
  );
}

function renderPart(view: View, { match, diff }: Joined, language: BotLanguage): RichText {
  return joined([place(view, match, [], language), diff ? diffLine(view, match, diff, language) : null], "\n");
}

/** Shorter claims are anybody's: no speaker is named for them. */
const fewestWords = 4;

/** Whether it was said by whom the text says, or by whom it was. */
function speakerLine({ claim, verdict, speaker }: CheckResult, language: BotLanguage): RichText | null {
  const t = catalogue[language];
  const { claimed, found, agrees } = speaker;
  if (!found || verdict === "not-found" || claim.trim().split(/\s+/).length < fewestWords) return null;
  if (claimed !== null && found.name && agrees !== null)
    return bold(agrees ? t.speakerAgrees(found.name) : t.speakerDiffers(claimed, found.name));
  return rich(`${claimed === null ? t.speakerOfWords : t.speakerOpen(claimed)} `, speakerText(found, language));
}

/** The coverage's own words in bold, in their sentences, with their source. */
function place(view: View, match: Match, alsoIn: readonly string[], language: BotLanguage): RichText {
  const article = view.byId.get(match.article);
  if (!article) return rich();
  if (match.field) return renderPassage(view, { article, spans: [match], alsoIn }, language);
  return renderPassage(view, { article, spans: [wholeSentences(article, match)], marked: [match], alsoIn }, language);
}

/** A part of a sentence is shown in the whole of it. */
function wholeSentences({ text, paragraphs }: Article, { start, end }: Range): Range {
  const sentences = paragraphs
    .filter((p) => p.start < end && start < p.end)
    .flatMap((p) => sentenceRanges(text, p))
    .filter((s) => s.start < end && start < s.end);
  return { start: Math.min(start, sentences[0]?.start ?? start), end: Math.max(end, sentences.at(-1)?.end ?? end) };
}

/** Word by word, told apart without colour, and in plain text too: struck through with a minus what the article does not have, underlined with a plus what it has instead. */
function diffLine(
  view: View,
  match: Match | null,
  diff: readonly Difference[],
  language: BotLanguage,
): RichText | null {
  const article = match && view.byId.get(match.article);
  if (!article || !mayQuote(view, article)) return null;
  return rich(`${catalogue[language].difference}: `, joined(diff.flatMap(markedWords), " "));
}

function markedWords(difference: Difference): (string | RichText)[] {
  const { text } = difference;
  switch (difference.kind) {
    case "same":
      return [middleLeftOut(text)];
    case "added":
      return [struck(`−${middleLeftOut(text)}`)];
    case "lost":
      return [underlined(`+${middleLeftOut(text)}`)];
    case "changed":
      return [rich(struck(`−${difference.claimed}`), " → ", underlined(`+${text}`))];
  }
}

/** Of a long run of words only those beside the differences are of use. */
const besideDifference = 6;

function middleLeftOut(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= 2 * besideDifference + 3
    ? text
    : `${words.slice(0, besideDifference).join(" ")} […] ${words.slice(-besideDifference).join(" ")}`;
}

function beginning(claim: string): string {
  const flat = claim.replace(/\s+/g, " ");
  return flat.length <= shownOfClaim ? flat : `${shortened(flat, shownOfClaim)} …`;
}
