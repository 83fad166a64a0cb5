/*
 * Words by which a question leans on the one before it. Everything is matched against a question's text as it stands, case
 * aside.
 */

import type { Gender } from "./first-names.ts";

/** A word (or one of several) by itself. */
const only = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");

/** How a question begins that goes on from another: "And …", "But what about …", "А как насчет …". */
export const opening =
  /^[^\p{L}\p{N}]*(?:(?:and|but|so|ok(?:ay)?|then|а|и|но|ну)(?![\p{L}\p{N}])[\s,]*)*(?:(?:what|how) about(?![\p{L}\p{N}])|(?:как |что )?насч[её]т(?![\p{L}\p{N}])|что (?:с|про)(?![\p{L}\p{N}]))?\s*/iu;

/** A question word, or one that asks for yes or no. */
export const asking = only(
  "who|whom|whose|what|which|when|where|why|how|кто|кого|кому|кем|чей|чья|что|чего|чему|чем|когда|где|куда|откуда|почему|зачем|сколько|как|как(?:ой|ая|ое|ие|ого|им|ом|ую|их)|ли|разве",
);
/** A question that begins with its verb. */
export const verbFirst =
  /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isn['’]t|aren['’]t|wasn['’]t|didn['’]t|doesn['’]t|hasn['’]t)(?![\p{L}\p{N}])/iu;
/** What a question that stands on its own asks by these about nothing but an event that it does not name. */
export const circumstance =
  /^(?:when|where|why|how (?:much|many|long|often|big|old)|since when|когда|где|почему|зачем|за что|сколько)(?![\p{L}\p{N}])/iu;

/** Words for somebody or something told before, by what they may mean. */
export const pointers = {
  person: only("he|she|him|her|his|hers|himself|herself"),
  /** Russian has one word for people and things. */
  single: only("он|она|его|ему|её|ее|ей|ней|нём|нем|него|нему"),
  thing: only("it(?! (?:true|possible|likely|legal|known|clear))|its|itself|оно"),
  several: only("they|them|their|theirs|они|их|им|ими|них|ним|ними"),
  event:
    /(?<![\p{L}\p{N}])(?:(?:(?:about|of|for|on|to|with|after|before|since|say|said|says|by|in|from) that(?=\s*(?:[?.!,]|$))|(?:did|do|does|is|was|has|will) that|(?:this|these|those)(?! (?:day|week|month|year|time|morning|evening|summer|autumn|winter|spring|season)s?(?!\p{L}))|(?:say|said|says|think|do|did|does) so)(?![\p{L}\p{N}])|(?:there|then)(?=[\s?.!]*$)|(?:эт(?:о|а|от|и|ого|ому|им|ой|их|у)|там|тогда|туда)(?! (?:недел|месяц|год|день|дня|утр|вечер))(?![\p{L}\p{N}]))/iu,
} as const;

/** Which gender a question's pronoun has. */
export const pronounOf: Readonly<Record<Gender, RegExp>> = {
  male: only("he|him|his|himself|он|его|ему|нём|нем|него|нему"),
  female: only("she|her|hers|herself|она|её|ее|ей|ней"),
};

/** "The company", "the agency": a body told before by its name. */
export const bodyBefore =
  /(?<![\p{L}\p{N}])(?:(?:the|this|that|эт(?:а|ой|у|от|ого|ому|о)) )(company|firm|corporation|agency|regulator|watchdog|network|platform|service|site|website|app|messenger|ministry|party|bank|organi[sz]ation|group|club|university|newspaper|компани\p{L}+|ведомств\p{L}+|регулятор\p{L}*|соцсет\p{L}+|сервис\p{L}*|агентств\p{L}+|платформ\p{L}+)(?![\p{L}\p{N}])/iu;

/** Words before a name that say which place in a question it has, by that place. */
export const sameSlot: ReadonlyMap<string, string> = new Map(
  "about on of regarding о об обо про|in at within в во на|from из|by|against против|for для за|to к ко|with с со"
    .split("|")
    .flatMap((same) => same.split(" ").map((word) => [word, same] as const)),
);
