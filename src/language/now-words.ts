/*
 * Words that tell a time by the day on which they are said. Matched against a question's text as it stands: with a capital letter
 * they are a part of names ("The Week", "USA Today").
 */

const inside = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, "gu");

/** What wants the newest there is. */
export const newestWords = inside(
  "(?:the )?(?:very )?(?:latest|newest|most recent(?:ly)?)|recent(?:ly)?|недавн\\p{L}+|новейш\\p{L}+|последн(?:ие|яя|ее|ий|их|юю|ей|ем)(?= (?:новост|сообщени|событи|данны|известн|решени|заявлени|штраф|раз))|свеж(?:ие|ая|ее|ий)(?= (?:новост|сообщени|данны))",
);

/** A day, week, month or year counted from that of asking, which articles do not tell: the present one, and others. */
export const presentWords = inside(
  "(?:earlier |later )?this (?:week|weekend|month|year|summer|winter|spring|autumn|fall)|today|tonight|currently|right now|at the moment|these days|nowadays|now|(?:на|в) (?:этой|текущей) неделе|в (?:этом|текущем) (?:месяце|году)|сегодня|сейчас|в настоящее время|на данный момент",
);
export const otherWords = inside(
  "(?:the )?(?:last|past|next) (?:week|weekend|month|year|summer|winter|spring|autumn|fall)|yesterday|tomorrow|(?:на|в) (?:прошлой|минувшей|следующей) неделе|в (?:прошлом|минувшем|следующем) (?:месяце|году)|вчера|завтра",
);
