/*
 * What a repeated line is made of tells whether it belongs to a story: a quotation, or a newsroom's formula of reporting.
 */

/** Words in quotation marks, three or more: what somebody said may be quoted in many stories. */
const quotation =
  /[“„«"][^“”„«»"]*[\p{L}\p{N}]+[^\p{L}\p{N}“”„«»"]+[\p{L}\p{N}]+[^\p{L}\p{N}“”„«»"]+[\p{L}\p{N}][^“”„«»"]*[”“»"]/u;

/** What newsrooms write word for word in story after story about those they asked. */
const formula =
  /\b(?:(?:declined|refused) (?:to comment|a request|an interview)|(?:did|has|have|had) not (?:immediately |yet )?(?:respond|replied|responded|reply|answer|comment)\w*|could not (?:immediately |be |independently )+\w+|(?:was|were) not (?:immediately )?available for comment)\b|отказал\p{L}* (?:от комментари|комментир)|не (?:ответил|прокомментировал)\p{L}*|на запрос\p{L}* .{0,40}не ответил/iu;

/** Whether a line that stands in several stories is the reporting of each: it quotes somebody, or says who would not answer. */
export const isReporting = (line: string): boolean => quotation.test(line) || formula.test(line);
