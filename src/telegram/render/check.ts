import type { CheckResult, Difference, Match } from "../../answer/check.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { paginate } from "../pages.ts";
import { bold, italic, joined, quoted, type RichText, rich, struck, underlined } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue } from "../texts.ts";
import { stampLine } from "./answer.ts";
import { emphasised } from "./emphasis.ts";
import { sourceLine } from "./source.ts";

const claimsPerPage = 2;
/** A claim is shown back only so far that a person knows which one is meant. */
const shownOfClaim = 120;

/** The verdicts on the quotations in a text, in their order. */
export function renderCheck(
  corpus: Corpus,
  results: readonly CheckResult[],
  language: BotLanguage,
  perPage = claimsPerPage,
): RichText[] {
  const t = catalogue[language];
  const differs = results.some((r) => r.diff?.some((d) => d.kind !== "same"));
  return paginate(
    results.map((result) => renderResult(corpus, result, language, results.length > 1)),
    {
      perPage,
      head: results.length === 0 ? rich(t.nothingToCheck) : null,
      foot: joined([differs ? t.diffLegend : null, italic(stampLine(corpus, language))], "\n"),
    },
  );
}

function renderResult(corpus: Corpus, result: CheckResult, language: BotLanguage, several: boolean): RichText {
  const t = catalogue[language];
  const { speaker, diff } = result;
  const claimed = speaker.claimed;
  const found = speaker.found?.name;
  return joined(
    [
      several ? rich(`${t.claim}: `, italic(beginning(result.claim))) : null,
      bold(t.verdicts[result.verdict]),
      result.match ? place(corpus, result.match, result.alsoIn, language) : null,
      result.body ? joined([t.bodyInstead, place(corpus, result.body, [], language)], "\n") : null,
      diff?.some((d) => d.kind !== "same") && result.verdict !== "typography" ? diffLine(diff, language) : null,
      speaker.agrees === false && claimed && found ? t.speakerDiffers(claimed, found) : null,
    ],
    "\n",
  );
}

/** The coverage's own words with their source. */
function place(corpus: Corpus, match: Match, alsoIn: readonly string[], language: BotLanguage): RichText {
  const article = corpus.byId.get(match.article);
  if (!article) return rich();
  return joined([quoted(emphasised(article, match)), sourceLine(corpus, article, alsoIn, language)], "\n");
}

/** Word by word, told apart without colour, and in plain text too: struck through with a minus what the article does not have, underlined with a plus what it has instead. */
function diffLine(diff: readonly Difference[], language: BotLanguage): RichText {
  return rich(`${catalogue[language].difference}: `, joined(diff.flatMap(markedWords), " "));
}

function markedWords(difference: Difference): (string | RichText)[] {
  const { text } = difference;
  switch (difference.kind) {
    case "same":
      return [text];
    case "added":
      return [struck(`−${text}`)];
    case "lost":
      return [underlined(`+${text}`)];
    case "changed":
      return [struck(`−${difference.claimed}`), underlined(`+${text}`)];
  }
}

function beginning(claim: string): string {
  const flat = claim.replace(/\s+/g, " ");
  return flat.length <= shownOfClaim ? flat : `${shortened(flat, shownOfClaim)} …`;
}
