import type { Article } from "../coverage/article.ts";
import type { Range } from "../language/range.ts";
import { dayOf } from "./dates/calendar.ts";
import { foldForDates } from "./dates/fold.ts";
import { tenseAt } from "./dates/tense.ts";
import type { Mention } from "./mention.ts";
import { readMentions } from "./mentions.ts";

/**
 * A place where the text speaks against its publication date. A wrong one puts every "on Wednesday" on the wrong day, and nothing
 * else would show it.
 */
export interface DateDoubt {
  /** The words that name a day. */
  readonly expression: Range;
  /** The day they name, `YYYY-MM-DD`. */
  readonly day: string;
  /** `told-before`: it is told as past but lies after publication. `announced-after`: it is announced ("will") but lies before. */
  readonly why: "told-before" | "announced-after";
}

/** Further away than this a day belongs to another story ("the deadline of 2019", "the war of 2030"). */
const mostDays = 60;

/** Doubts about an article's publication date from the days that its sentences name; none where the date is unknown. */
export function doubtsAbout(article: Article): DateDoubt[] {
  if (article.published === null) return [];
  const published = dayOf(article.published);
  return readMentions(article, article.published).flatMap((mention): DateDoubt[] => {
    if (mention.granularity !== "day" || mention.from === null || mention.inQuotation || !namesADay(article, mention))
      return [];
    const ahead = dayOf(mention.from) - published;
    if (ahead === 0 || Math.abs(ahead) > mostDays) return [];
    const { start, end } = mention.sentence;
    const sentence = foldForDates(article.text.slice(start, end));
    const at = { start: mention.expression.start - start, end: mention.expression.end - start };
    const tense = tenseAt(sentence, at);
    const doubt = (why: DateDoubt["why"]) => [{ expression: mention.expression, day: mention.from ?? "", why }];
    if (ahead > 0 && tense === "past") return doubt("told-before");
    // "would" and "was to" report an earlier plan; only a plain "will" is announced at the time of writing.
    if (ahead < 0 && tense === "future" && /\bwill\b|(?<!\p{L})буд(?:ет|ут)(?!\p{L})/iu.test(sentence))
      return doubt("announced-after");
    return [];
  });
}

/**
 * A day with its month, on which something was ("on March 10"; not "extended to Nov. 20", "payable Jan. 2"). "On Friday" is reckoned from
 * the publication date and can say nothing about it.
 */
function namesADay(article: Article, { expression }: Mention): boolean {
  const before = article.text.slice(Math.max(0, expression.start - 20), expression.start);
  return /\d/.test(article.text.slice(expression.start, expression.end)) && onTheDay.test(before);
}

/** What stands before a day on which something was; Russian needs no preposition, but has ones that make it a limit. */
const onTheDay =
  /(?:^|[^\p{L}])(?:on|since)\s+$|[.!?”"]\s*$|^$|(?<!(?:^|\s)(?:до|к|на|по|с))(?<=\p{Script=Cyrillic})\s+$/iu;
