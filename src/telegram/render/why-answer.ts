import type { WhyAnswer } from "../../answer/why.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue } from "../texts.ts";

/** A person's own words are shown back only so far. */
const shownBack = 300;

/** Why an answer is what it is, in plain words: the first line is the heading. */
export function whyLines(why: WhyAnswer, language: BotLanguage): string[] {
  const t = catalogue[language].whyAnswer;
  const listed = (say: (words: string) => string, words: readonly string[]) =>
    words.length === 0 ? [] : [say(shortened(words.join(", "), shownBack))];
  const readAs = (found: keyof typeof t.found) =>
    listed(
      t.found[found],
      why.readAs.filter((r) => r.found === found).map((r) => r.word),
    );
  if (why.byTime) return [t.head[why.outcome], t.byTime];
  return [
    t.head[why.outcome],
    ...listed(t.there, why.words.there),
    ...listed(t.around, why.words.around),
    ...listed(t.missing, why.words.missing),
    ...listed(t.nowhere, why.words.nowhere),
    ...listed(t.papers, why.words.papers),
    ...readAs("spelling"),
    ...readAs("script"),
    ...readAs("translation"),
    ...(why.kind ? [t.kind(t.kinds[why.kind.asked], why.kind.held)] : []),
    t.coverage(why.coverage),
    t.chance[why.chance],
    ...(why.objection ? [t.objections[why.objection]] : []),
    why.byHeart ? t.byHeart : t.likely(why.likely, why.from),
  ];
}
