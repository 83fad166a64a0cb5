import type { Range } from "../../language/range.ts";
import {
  aheadWords,
  backWords,
  clauseBreaks,
  implicative,
  notAhead,
  notPast,
  supposed,
} from "../../language/tense-words.ts";

/** Which way a clause looks from the day of writing. */
export type Tense = "past" | "future" | "unknown";

interface Word extends Range {
  readonly text: string;
}

/** How many words away from the expression a verb may stand, and how many characters at the most. */
const reach = 14;
const reachCharacters = 240;

/**
 * The tense of the clause an expression stands in: the nearest verb before it in its clause, else the first one after
 * it, else the nearest one in the clause before. `whole` is the folded sentence; `expression` are offsets in it.
 */
export function tenseAt(whole: string, expression: Range): Tense {
  const { sentence, at } = around(whole, expression);
  const before = wordsOf(sentence.slice(0, at.start), 0).slice(-reach);
  const lead = before.at(-1)?.text ?? "";
  if (/^(?:until|till|by|effective|starting|до|к)$/.test(lead) && !wasSo.test(sentence)) return "future";
  if (/(?:as (?:soon|early) as|(?:through|until) at least) $/.test(sentence.slice(0, at.start))) return "future";
  const tail = sentence.slice(at.end, at.end + 12);
  if (/^'s /.test(tail)) return "past";
  if (/^ deadline/.test(tail)) return "future";
  // "in October, not in September" has one verb for both.
  const near = lookBack(sentence, before, at.start, !isRuledOut(whole, expression));
  if (near !== "unknown") return near;
  const after = wordsOf(sentence.slice(at.end), at.end).slice(0, reach);
  const next = lookAhead(sentence, after, at.end);
  return next !== "unknown" ? next : lookBack(sentence, before, at.start, false);
}

/** What lasted until a day, or was done by it, is past. */
const wasSo = /(?:^| )(?:had|lasted|was|were|remained|did|not|был[аои]?|длил[аои]сь|остава[а-я]+|не) /;

/** Whether a day is named only to say that it is not the one: "on Friday, not on Monday", «в октябре, а не в сентябре». */
export function isRuledOut(whole: string, { start }: Range): boolean {
  return /(?:,? а не|,? and not|, not|,? rather than|,? instead of|,? вместо) (?:(?:in|on|at|в|во|на) )?$/u.test(
    whole.slice(Math.max(0, start - ruledOutReach), start),
  );
}

/** Characters of "rather than" with a comma and a preposition. */
const ruledOutReach = 20;

/** Whether a day is that of an earlier plan, of which the text does not say that it came about: "had been planned for Friday". */
export function isFormerPlan(whole: string, { start }: Range): boolean {
  return formerPlan.test(whole.slice(Math.max(0, start - formerPlanReach), start));
}

const formerPlan =
  /(?:^| )had (?:(?:originally|initially|first|previously) )?been (?:(?:originally|initially|first|previously) )?(?:planned|scheduled|due|set|slated|expected|meant|supposed)(?: to [a-z]+(?: [a-z]+)?)? (?:(?:for|on|in|at) )?$/;
/** Characters of the longest such words. */
const formerPlanReach = 80;

/** Whether what stands at an expression is threatened, wished or conditional rather than reported. */
export function isSupposed(whole: string, expression: Range): boolean {
  const { sentence, at } = around(whole, expression);
  const before = sentence.slice(0, at.start);
  const from = Math.max(before.lastIndexOf(";"), before.lastIndexOf(" – "));
  return (
    supposed.test(before.slice(from + 1)) &&
    !/(?:^|[^\p{L}])(?:said|says|reported|told|announced|сообщил[аи]?|заявил[аи]?)\s*(?:on|at|in|в|во)?\s*$/u.test(
      before,
    )
  );
}

/** The part of a sentence that an expression's tense is read from; what has no stops may be very long. */
function around(whole: string, { start, end }: Range): { sentence: string; at: Range } {
  const from = Math.max(0, start - reachCharacters);
  return { sentence: whole.slice(from, end + reachCharacters), at: { start: start - from, end: end - from } };
}

function lookBack(sentence: string, words: readonly Word[], until: number, withinClause: boolean): Tense {
  let edge = until;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i];
    if (!word) break;
    if (withinClause && isBreak(sentence.slice(word.end, edge))) return "unknown";
    const tense = tenseOf(words, i);
    if (tense !== "unknown") return tense;
    if (withinClause && clauseBreaks.has(word.text)) return "unknown";
    edge = word.start;
  }
  return "unknown";
}

function lookAhead(sentence: string, words: readonly Word[], from: number): Tense {
  let edge = from;
  for (const [i, word] of words.entries()) {
    const gap = sentence.slice(edge, word.start);
    if (i === 0 ? !/^[\s,]*$/.test(gap) : isBreak(gap) || clauseBreaks.has(word.text)) return "unknown";
    const tense = tenseOf(words, i);
    if (tense !== "unknown") return tense;
    edge = word.end;
  }
  return "unknown";
}

function isBreak(between: string): boolean {
  return /[,;:()"“”«»–]|--|``|''/.test(between);
}

/** What one word says of its clause's tense, with an eye on the words before it. */
function tenseOf(words: readonly Word[], i: number): Tense {
  const word = words[i]?.text ?? "";
  const previous = words[i - 1]?.text ?? "";
  const next = words[i + 1]?.text ?? "";
  if (
    word === "due" &&
    next === "to" &&
    /^(?:an?|the|its?|his|her|their|this|that|these|those|high|low)/.test(words[i + 2]?.text ?? "a")
  )
    return "unknown";
  if (word === "set" && (next === "for" || next === "to")) return afterHad(words, i) ? "past" : "future";
  if (word === "may" && (/^\d/.test(next) || monthLead.test(previous))) return "unknown";
  if (word.endsWith("'ll") || (aheadWords.has(word) && !afterHad(words, i))) return "future";
  // "will be heard", "is heard": the auxiliary tells, not the participle.
  if (/^(?:be|is|are|being)$/.test(previous) && (backWords.has(word) || word.endsWith("ed"))) return "unknown";
  if (previous === "to" && /^[a-z]{3,}$/.test(word) && !/(?:ed|ing)$/.test(word)) return infinitive(words, i - 1);
  if (backWords.has(word) || /'(?:d|ve)$/.test(word)) return "past";
  if (
    /^[a-z]{2,}ed$/.test(word) &&
    !/^(?:need|speed|indeed|exceed|proceed|succeed|feed|seed|united|weed|breed|red|bed|hundred|sacred)$/.test(word)
  )
    return "past";
  return russianTense(word);
}

/** Words after which "may" is the month. */
const monthLead =
  /^(?:in|of|to|since|by|until|till|from|through|early|late|mid|last|this|next|before|after|between|and|or|\d.*)$/;

/** "had planned", "was to have": a plan of the past. */
function afterHad(words: readonly Word[], i: number): boolean {
  return words.slice(Math.max(0, i - 3), i).some((w) => w.text === "had") || words[i + 1]?.text === "have";
}

/** "to meet": ahead, unless it hangs on "failed", "began", "refused". */
function infinitive(words: readonly Word[], to: number): Tense {
  const governor = words.findLastIndex(
    (w, i) => i < to && i >= to - 4 && (implicative.has(w.text) || aheadWords.has(w.text)),
  );
  if (governor >= 0 && (implicative.has(words[governor]?.text ?? "") || afterHad(words, governor))) return "past";
  const last = words[to - 1]?.text ?? "";
  return governor >= 0 ||
    /^(?:is|are|be|plan|hope|intend|expect|agreed|decided|due|set|ready|likely|want|promised|pledged|vowed|ordered|scheduled|supposed|planned|about)$/.test(
      last,
    )
    ? "future"
    : "unknown";
}

function russianTense(word: string): Tense {
  if (!/^[а-я]{3,}$/.test(word)) return "unknown";
  if (/(?:л|ла|ло|ли)(?:сь|ся)?$/.test(word) && word.length > 3 && !notPast.has(word)) return "past";
  if (notAhead.has(word)) return "unknown";
  const perfective = /^(?:по|про|при|за|на|вы|рас|раз|с|от|пере|у|о|из|под|воз|вос|до|нач)/.test(word);
  const lasting =
    /(?:ыва|ива|ава|а|я|ю|е)[ею]т(?:ся)?$/.test(word) &&
    !/(?:ста|узна|приде|пойде|выйде|пройде|начне|нача)[ею]т(?:ся)?$/.test(word);
  // "требует", "действует" go on; "заблокирует", "опубликует" do not.
  if (/у[ею]т(?:ся)?$/.test(word))
    return /^(?:за|рас|раз|пере|вы|от|опублик|обжал|оштраф|сформир|потреб|прогол|проанализ|проинформ)/.test(word)
      ? "future"
      : "unknown";
  return perfective && !lasting && /(?:ет|ит|ут|ют|ат|ят)(?:ся)?$/.test(word) ? "future" : "unknown";
}

function wordsOf(text: string, offset: number): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['-][\p{L}]+)*/gu), (m) => ({
    text: m[0],
    start: offset + m.index,
    end: offset + m.index + m[0].length,
  }));
}
