import {
  decadeForms,
  formOf,
  months,
  numerals,
  ordinals,
  placeOf,
  seasonForms,
  shortMonths,
  shortWeekdays,
  unitForms,
  weekdays,
} from "../../language/time-words.ts";
import { isDay } from "./calendar.ts";
import type { Bound, Meaning, Part, Relative, Unit, YearOf } from "./meaning.ts";
import { anyOf, type Groups, type RuleGroup, rule } from "./rule.ts";

const spokenTens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const fullMonth = `(?<month>${months.en.join("|")})`;
const anyMonth = `(?<month>${months.en.join("|")}|(?:${shortMonths.en.join("|")})\\.?)`;
const dayNumber = "(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
const otherDay = "\\d{1,2}(?:st|nd|rd|th)?";
const year = `(?<year>1\\d{3}|20\\d\\d|nineteen (?:${spokenTens})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)`;
const laterYear = "(?<laterYear>1\\d{3}|20\\d\\d)";
const dayName = `(?:(?<weekday>${weekdays.en.join("|")}|(?:${shortWeekdays.en.join("|")})\\.?),? )?`;
const part =
  "(?:(?<part>early|late|mid|the beginning of|the start of|the end of|end of|the middle of|the first half of|the second half of)(?:-| (?:in )?))?";
const namedYear = "(?:of )?(?<namedYear>last year|this year|next year|that(?: same)? year|the same year)";
const seasonName = `(?<season>${Object.values(seasonForms.en).join("|")})`;
const ordinal = `(?<ordinal>${ordinals.en.join("|")})`;
const unit = `(?<unit>${Object.values(unitForms.en).join("|")})`;
const number = `(?<number>\\d{1,3}|${Object.values(numerals.en).join("|")}|several|some|many|a few|few)`;
const bound =
  "(?:(?<bound>less than|under|not quite|more than|over|at least|about|around|some|nearly|almost|roughly|approximately|just over|just under|exactly|just|only|barely) )?";
const relative =
  "(?<relative>last|next|this past|this coming|this|the previous|the preceding|the following|the next|previous)";
const timeOfDay = "(?: (?:morning|afternoon|evening|night))?";
const functionWord =
  '(?= (?:and|or|but|in|on|at|as|to|the|a|he|she|it|they|we|when|after|before|was|were|is|had|has|with|by|for|from)\\b|\\s*(?:[,.;:!?)–"”]|$))';

/** English time expressions. The larger pattern wins where two match, so order says nothing. */
export const englishRules: readonly RuleGroup[] = [
  {
    needs: new RegExp(`${anyOf(months.en)}|\\b${anyOf(shortMonths.en)}\\b`),
    rules: [
      rule(`${dayName}${anyMonth} ${dayNumber}(?:,| of)? ${year}`, readDay),
      rule(`${dayName}(?:the )?${dayNumber}(?: day)?(?: of)? ${anyMonth}(?:,| of)? ${year}`, readDay),
      rule(`${dayName}${anyMonth} ${dayNumber}(?: ${namedYear})?(?![.:,]\\d)(?:(?=(?:\\s*[-–]\\s*| (?:to|and|through|until|or) )${otherDay},? ${laterYear})|)`, readDay),
      rule(`${dayName}(?:the )?${dayNumber}(?: of)? ${anyMonth}(?: ${namedYear})?`, readDay),
      rule(
        `(?:the )?${dayNumber}(?=(?: (?:and|or|to|until|through) |\\s*[-–]\\s*|, )(?:the )?${otherDay}(?:,? (?:and|or) (?:the )?${otherDay})?(?: of)? ${anyMonth}(?:,? ${year})?(?![\\p{L}\\p{N}]))`,
        readDay,
      ),
      rule(`(?<=${anyMonth} ${otherDay}\\s*[-–]\\s*)${dayNumber}(?:(?:,| of)? ${year})?`, readDay),
      rule(`(?<=${anyMonth} ${otherDay} (?:and|or|to|through|until) )${dayNumber}(?:(?:,| of)? ${year}|${functionWord})`, readDay),
      rule(`${part}${anyMonth}(?:,| of)? ${year}`, readMonth),
      rule(`${part}${fullMonth} ${namedYear}`, readMonth),
      rule(`${part}(?:${relative} )?${fullMonth}`, readMonth),
    ],
  },
  {
    needs: /\d{4}|\d0s|nineteen|two thousand|ies\b|centur|\d\/\d|\d\.\d/,
    rules: [
      rule(`${part}(?:the )?(?<prefix>years? |fiscal(?: year)? )?${year}`, readYear),
      rule("(?<=(?:^|[^\\d\\p{L}])(?<century>1\\d|20)(?<first>\\d\\d)[-–])(?<short>\\d\\d)(?!-)", ({ century, short }) => yearMeaning(Number(`${century}${short}`), null, false)),
      rule("(?:the )?year two thousand", () => yearMeaning(2000, null, false)),
      rule("(?:the )?(?:(?:early|mid|late)[- ])?(?<decade>(?:1\\d|20)\\d0)(?:'?s)", ({ decade }) => ({ kind: "decade", year: Number(decade) })),
      // "the 80s", "'80s"; a bare "80s" is an age or a temperature.
      rule("(?:the (?:(?:early|mid|late)[- ])?'?|')(?<decade>[2-9]0)s", ({ decade }) => ({ kind: "decade", year: 1900 + Number(decade) })),
      rule(`the (?:(?:early|mid|late)[- ])?(?<decade>${Object.values(decadeForms.en).join("|")})`, ({ decade = "" }) => {
        const tens = formOf(decadeForms.en, decade);
        return tens ? { kind: "decade", year: 1900 + Number(tens) } : null;
      }),
      rule("(?:the )?(?:(?:early|mid|late)[- ])?(?<century>\\d{1,2})(?:st|nd|rd|th)[- ]century", ({ century }) => ({ kind: "century", century: Number(century) })),
      rule("(?<year>1\\d{3}|20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)", readNumeric),
      rule("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>1\\d{3}|20\\d\\d)", readNumeric),
      rule("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>1\\d{3}|20\\d\\d)", readNumeric),
    ],
  },
  {
    needs: new RegExp(anyOf(weekdays.en)),
    rules: [
      rule(`(?:${relative} )?(?:(?:early|late|earlier|later|noon|midnight) )?(?<weekday>${weekdays.en.join("|")})${timeOfDay}`, ({ relative: which, weekday = "" }) => ({
        kind: "weekday",
        weekday: placeOf(weekdays.en, weekday),
        relative: relativeOf(which),
        of: hangsOnMention(which) ? "mention" : "publication",
      })),
    ],
  },
  {
    needs: /today|yesterday|tomorrow|tonight|night|morning|afternoon|evening/,
    rules: [
      rule(`(?:(?:earlier|later|late|early) )?(?<word>today|yesterday|tomorrow)${timeOfDay}`, ({ word }) => ({
        kind: "today",
        days: word === "today" ? 0 : word === "yesterday" ? -1 : 1,
      })),
      rule("the day before yesterday", () => ({ kind: "today", days: -2 })),
      rule("the day after tomorrow", () => ({ kind: "today", days: 2 })),
      rule("tonight|(?:(?:earlier|later|early|late) )?this (?:morning|afternoon|evening)", () => ({ kind: "today", days: 0 })),
      rule("(?:late )?last (?:night|evening)", () => ({ kind: "today", days: -1 })),
      rule("(?:(?:earlier|later|early|late) )?that (?:morning|afternoon|evening|night)", () => ({ kind: "same", unit: "day" })),
      rule("(?:(?:early|late) )?the (?:next|following) (?:morning|afternoon|evening|night)", () => step(1, "day")),
      rule("the (?:previous|preceding) (?:morning|afternoon|evening|night)", () => step(-1, "day")),
      rule(`the (?:night|evening) before${functionWord}`, () => step(-1, "day")),
    ],
  },
  {
    needs: /day|week|month|quarter|year|decade|centur/,
    rules: [
      rule(
        "(?:(?<part>earlier|later|early|late|mid|sometime|the beginning of|the start of|the end of|the middle of|end of)(?:-| (?:in )?))?(?<relative>last|next|this past|this coming|this|the current|the previous|the preceding|the following|the next) (?<unit>week|weekend|month|quarter|year|decade|century)",
        readUnit,
      ),
      rule("(?:(?<part>earlier|later|early|late|the beginning of|the start of|the end of|the middle of)(?: in)?) (?:the|that) (?<unit>week|month|year|decade)", ({ part: which, unit: name }) => ({
        kind: "unit", unit: unitOf(name), relative: 0, part: unitPart(which), of: "mention",
      })),
      rule("(?:the )?year(?:-|'s |[ ])end", () => ({ kind: "unit", unit: "year", relative: 0, part: "late", of: "mention" })),
      rule("the month's end|month's end", () => ({ kind: "unit", unit: "month", relative: 0, part: "late", of: "mention" })),
      rule("(?:the|the past|over the) weekend", () => ({ kind: "unit", unit: "weekend", relative: 0, part: null, of: "publication" })),
      rule("the (?:latest|most recent) (?:quarter|period)|the quarter", () => ({ kind: "unit", unit: "quarter", relative: 0, part: null, of: "mention" })),
      rule(`${bound}${number} ${unit}(?: or so)? ago`, ({ number: count, unit: name }) => ({ kind: "ago", amount: numberOf(count), unit: unitOf(name) })),
      rule(`(?:with)?in ${bound}${number} (?:more )?${unit}(?:'s?)?(?: time)?(?! of\\b| after\\b| before\\b| ago\\b)`, ({ number: count, unit: name, bound: how }) => ({
        kind: "ahead", amount: numberOf(count), unit: unitOf(name), bound: boundOf(how),
      })),
      rule(`${bound}${number} ${unit} from (?:now|today)`, ({ number: count, unit: name, bound: how }) => ({
        kind: "ahead", amount: numberOf(count), unit: unitOf(name), bound: boundOf(how),
      })),
      rule(`${bound}${number} ${unit} (?<way>later|earlier|afterwards?|previously|beforehand)`, readOffset),
      rule(`${bound}${number} ${unit} (?<way>before|after|prior)(?=\\s*(?:[,.;:!?)]|$))`, readOffset),
      rule("the day following(?! (?:the|an?|his|her|its|their)\\b| \\d)", () => step(1, "day")),
      rule(`the day (?<way>before|after|following)(?=\\s*(?:[,.;:!?)]|$))`, ({ way }) => step(way === "before" ? -1 : 1, "day")),
      rule(`${bound}${number} ${unit} (?<way>before|after|prior to|following|ahead of)`, readRelation),
      rule("the (?<unit>day|week|month|year) (?<way>before|after|following)", readRelation),
      rule("(?:the )?(?<way>next|following|previous|preceding|prior) day|the next(?: calendar)? day", ({ way }) => step(way === "previous" || way === "preceding" || way === "prior" ? -1 : 1, "day")),
      rule("(?:the )?(?:comparable )?year-(?:earlier|ago)(?: (?:first |second |third |fourth )?(?:quarter|period))?", () => ({
        kind: "offset", amount: 1, unit: "year", direction: -1, bound: null,
      })),
      rule("(?:(?:later|earlier)(?: in| on)? )?(?:the|that)(?: very)? same (?<unit>day|week|month|quarter|year|decade)", ({ unit: name }) => ({ kind: "same", unit: unitOf(name) })),
      rule("(?:(?:later|earlier)(?: in| on)? )?that (?<unit>day|week|weekend|month|quarter|year|decade)", ({ unit: name }) => ({ kind: "same", unit: unitOf(name) })),
    ],
  },
  {
    needs: /quarter|half|\bq[1-4]\b/,
    rules: [
      rule(`(?:the )?(?:${year}(?:'s)? )?(?:fiscal[- ])?${ordinal}[- ]quarter(?: (?:of )?(?:fiscal )?${laterYear}|,? ${namedYear})?`, readQuarter),
      rule(`(?<namedYear>last year|this year|next year)'s (?:fiscal )?${ordinal}[- ]quarter`, readQuarter),
      rule(`q(?<ordinal>[1-4])(?: (?:of )?${year})?`, readQuarter),
      rule(`(?:the )?(?<half>first|second|latter|last|1st|2nd) half of (?:the year |fiscal )?(?:${year}|(?<namedYear>last year|this year|next year|the year|that year))`, (groups) => ({
        kind: "half", half: groups["half"] === "first" || groups["half"] === "1st" ? 1 : 2, year: yearOf(groups),
      })),
    ],
  },
  {
    needs: new RegExp(anyOf(Object.values(seasonForms.en))),
    rules: [
      rule(`(?:the )?(?:(?:early|mid|late)[- ])?(?:the )?${seasonName}(?:,| of|) ${year}`, readSeason),
      rule(`${year} ${seasonName}`, readSeason),
      rule(`(?:the )?(?:(?:early|mid|late)[- ])?${seasonName} ${namedYear}`, readSeason),
      rule(`(?:(?:early|mid|late|later)[- ])?${relative} ${seasonName}`, readSeason),
      rule(`(?<=\\b(?:in|during|by|since|until|through|over|throughout) )(?:the )?(?:(?:early|mid|late)[- ])?${seasonName}${functionWord}`, readSeason),
    ],
  },
  {
    needs: /christmas|new year's|thanksgiving/,
    rules: [
      rule(`(?<holiday>christmas(?: day| eve)?|new year's (?:day|eve))(?:,? ${year})?`, (groups) => {
        const [month, day] = holidays[groups["holiday"] ?? ""] ?? [12, 25];
        return { kind: "day", year: yearOf(groups), month, day };
      }),
      rule(`(?:last )?thanksgiving(?: day)?(?:,? ${year})?`, (groups) => ({ kind: "day", year: yearOf(groups), month: 11, day: 22, onOrAfter: 4 })),
    ],
  },
]; // biome-ignore format: a grammar

// biome-ignore format: a table
const holidays: Readonly<Record<string, readonly [month: number, day: number]>> = {
  "christmas eve": [12, 24], "new year's eve": [12, 31], "new year's day": [1, 1],
};

function monthOf(word = ""): number {
  const name = word.replace(/\.$/, "");
  return placeOf(months.en, name) || placeOf(shortMonths.en, name);
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return 1;
  if (/^\d+$/.test(word)) return Number(word);
  const value = formOf(numerals.en as Readonly<Record<string, string>>, word);
  return value === null ? null : Number(value);
}

function unitOf(word = ""): Unit {
  return word === "weekend" ? "weekend" : (formOf(unitForms.en, word) ?? "day");
}

function relativeOf(word: string | undefined): Relative | null {
  if (!word) return null;
  if (/last|past|previous|preceding/.test(word)) return -1;
  return /next|coming|following/.test(word) ? 1 : 0;
}

function hangsOnMention(word: string | undefined): boolean {
  return word !== undefined && /previous|preceding|following|the next/.test(word);
}

function partOf(word: string | undefined): Part | null {
  if (!word) return null;
  if (word.includes("half")) return word.includes("first") ? "first-half" : "second-half";
  if (/early|beginning|start/.test(word)) return "early";
  return /mid/.test(word) ? "mid" : "late";
}

function unitPart(word: string | undefined): Part | "earlier" | "later" | null {
  return word === "earlier" || word === "later" ? word : word === "sometime" ? null : partOf(word);
}

function boundOf(word: string | undefined): Bound {
  if (!word || /exactly|^just$|only|barely/.test(word)) return null;
  if (/less|under|quite/.test(word)) return "less";
  return /more|over|least/.test(word) ? "more" : "about";
}

function yearOf({ year: said, laterYear: later, namedYear: named }: Groups): YearOf {
  const written = said ?? later;
  if (written) return yearNumber(written);
  if (!named) return null;
  if (/that|same|the year/.test(named)) return "that";
  return { relative: named.startsWith("last") ? -1 : named.startsWith("next") ? 1 : 0 };
}

/** A year in digits or as it is spoken: "nineteen ninety-seven". */
function yearNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [, tens, ones] = written.split(/[\s-]+/);
  return 1900 + (numberOf(tens) ?? 0) + (ones ? (numberOf(ones) ?? 0) : 0);
}

function readDay(groups: Groups): Meaning | null {
  const [month, day, of] = [monthOf(groups["month"]), Number(groups["day"]), yearOf(groups)];
  if (!isDay(typeof of === "number" ? of : null, month, day)) return null;
  const weekday = groups["weekday"]?.replace(/\.$/, "");
  return {
    kind: "day",
    year: of,
    month,
    day,
    weekday: weekday ? placeOf(weekdays.en, weekday) || placeOf(shortWeekdays.en, weekday) : null,
  };
}

function readNumeric({ year: y, month, day }: Groups): Meaning | null {
  const [m, d] = [Number(month), Number(day)];
  if (isDay(Number(y), m, d)) return { kind: "day", year: Number(y), month: m, day: d };
  return isDay(Number(y), d, m) ? { kind: "day", year: Number(y), month: d, day: m } : null;
}

/** A month's name is written with a capital letter; "may", "march" and "august" are words. */
const capitalMonth =
  /(?:^|[^\p{L}])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)/u;

function readMonth(groups: Groups, original: string): Meaning | null {
  const [month, of] = [monthOf(groups["month"]), yearOf(groups)];
  if (!month || !capitalMonth.test(original)) return null;
  const which = groups["relative"];
  if (which && hangsOnMention(which) && of === null)
    return { kind: "month", year: "that", month, relative: relativeOf(which), part: null };
  return { kind: "month", year: of, month, relative: relativeOf(which), part: partOf(groups["part"]) };
}

function yearMeaning(value: number, which: Part | null, bare: boolean): Meaning {
  return { kind: "year", year: value, part: which, bare };
}

function readYear(groups: Groups): Meaning | null {
  if (groups["part"]?.includes("half")) return null;
  return yearMeaning(yearNumber(groups["year"] ?? ""), partOf(groups["part"]), !groups["prefix"] && !groups["part"]);
}

function readUnit({ part: which, relative: where, unit: name }: Groups): Meaning {
  return {
    kind: "unit",
    unit: unitOf(name),
    relative: relativeOf(where) ?? 0,
    part: unitPart(which),
    of: hangsOnMention(where) ? "mention" : "publication",
  };
}

function step(direction: -1 | 1, of: Unit): Meaning {
  return { kind: "offset", amount: 1, unit: of, direction, bound: null };
}

function wayOf(word = ""): -1 | 1 {
  return /before|earlier|previously|prior|ahead/.test(word) ? -1 : 1;
}

function readOffset({ bound: how, number: count, unit: name, way }: Groups): Meaning {
  return { kind: "offset", amount: numberOf(count), unit: unitOf(name), direction: wayOf(way), bound: boundOf(how) };
}

function readRelation({ bound: how, number: count, unit: name, way }: Groups): Meaning {
  return { kind: "relation", amount: numberOf(count), unit: unitOf(name), direction: wayOf(way), bound: boundOf(how) };
}

function readQuarter(groups: Groups): Meaning | null {
  const word = groups["ordinal"] ?? "";
  const quarter = /^[1-4]$/.test(word) ? Number(word) : placeOf(ordinals.en, word);
  return quarter ? { kind: "quarter", quarter, year: yearOf(groups) } : null;
}

function readSeason(groups: Groups): Meaning | null {
  const season = formOf(seasonForms.en, groups["season"] ?? "");
  if (!season) return null;
  const which = groups["relative"];
  if (which && hangsOnMention(which)) return { kind: "season", season, year: "that", relative: relativeOf(which) };
  return { kind: "season", season, year: yearOf(groups), relative: relativeOf(which) };
}
