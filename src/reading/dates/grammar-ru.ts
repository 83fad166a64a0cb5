import {
  decadeForms, formOf, months, numerals, ordinals, placeOf, seasonForms, shortMonths, unitForms, weekdays,
} from "../../language/time-words.ts"; // biome-ignore format: a list
import { isDay } from "./calendar.ts";
import type { Bound, Meaning, Part, Relative, Unit, YearOf } from "./meaning.ts";
import { anyOf, type Groups, type RuleGroup, rule } from "./rule.ts";

const month = `(?<month>${months.ru.join("|")})`;
const shortMonth = `(?<month>(?:${shortMonths.ru.join("|")})\\.)`;
const dayNumber = "(?<day>3[01]|[12]\\d|0?[1-9])(?:-?(?:го|е|му))?";
const otherDay = "\\d{1,2}(?:-?(?:го|е|му))?";
/** "2021", "2021 года", "2021 г.", "2021-го", "2021-м году". */
const yearWord = "(?:год(?:а|у|ом|е|ы|ов|ах)?|гг?\\.?)";
const yearTail = `(?:-?(?:го|й|м|му|е|ом|ый|ого))?(?:\\s*${yearWord})?`;
const year = `(?<year>1\\d{3}|20\\d\\d)${yearTail}`;
const namedYear =
  "(?<namedYear>прошл(?:ого|ым|ом) года?|минувшего года|позапрошлого года|эт(?:ого|им) года?|нынешн(?:его|им) года?|текущ(?:его|им) года?|следующ(?:его|им) года?|будущего года|того же года|того года)";
const part =
  "(?:(?<part>начал(?:о|а|е|у|ом)|середин(?:а|ы|е|у|ой)|конц(?:а|у|е|ом)|конец|перв(?:ых|ые) (?:числах|днях|дни)|(?:последн(?:их|ие)|20-х|двадцатых) (?:числах|днях|дни)|первой половин(?:е|ы|у)|второй половин(?:е|ы|у)) )?";
const before = "(?:прошл|минувш|предыдущ|истекш|прошедш)";
const thisOne = "(?:эт|нынешн|текущ)";
const after = "(?:следующ|будущ|ближайш|предстоящ|наступающ)";
const ending = "(?:ий|ый|ой|ая|яя|ое|ее|ого|его|ей|ую|юю|ому|ему|ым|им|ом|ем|у|о|а|от|и|ие|ые|ых|их)";
const relative = `(?<relative>${before}${ending}|${thisOne}${ending}|${after}${ending})`;
const unit = `(?<unit>${Object.values(unitForms.ru).join("|")})`;
const number = `(?<number>\\d{1,3}|${Object.values(numerals.ru).join("|")}|несколько|нескольких|несколькими)`;
/** A number and its unit, or the unit alone in a case that counts one: "год назад", "неделей ранее". */
const amount = `(?:${number} |(?=(?:год|годом|месяц|месяцем|неделю|неделей|день|днем|сутки|сутками|квартал|кварталом|десятилетие|век)(?![\\p{L}])))${unit}`;
const bound =
  "(?:(?<bound>менее чем|меньше чем|не прошло и|более чем|больше чем|примерно|приблизительно|около|почти|ровно|уже|всего|спустя лишь|лишь) )?";
const ordinal = `(?<ordinal>${ordinals.ru.join("|")})`;
const season = `(?<season>${Object.values(seasonForms.ru).join("|")})`;
const timeOfDay = "(?: (?:утром|днем|вечером|ночью|в ночь|после обеда))?";
const weekday = `(?<weekday>${weekdays.ru.join("|")})`;
const datedWeekday = `(?:${weekday},? )?`;

/** What something happens on the eve of; elsewhere "накануне" is the day before. */
const occasions =
  "\\d|выбор|голосован|референдум|инаугурац|визит|саммит|встреч|заседан|суда(?![\\p{L}])|матч|игр|турнир|олимпиад|праздник|рождеств|пасх|нового года|дня(?![\\p{L}])|годовщин|юбиле|войн|вторжени|переговор|отъезд|открыти|начала|старта|запуск|премьер|съезд|парад|митинг|протест|акци|отставк|слушани|приговор|публикац|поездк|этого";

/** Russian time expressions. The larger pattern wins where two match, so order says nothing. */
export const russianRules: readonly RuleGroup[] = [
  {
    needs: new RegExp(`${anyOf(months.ru.map((m) => m.replace(/\(.*$/, "")))}|${anyOf(shortMonths.ru)}\\.|\\d\\.\\d`),
    rules: [
      rule(`${datedWeekday}${dayNumber} ${month},? ${year}`, readDay),
      rule(`${dayNumber} ${shortMonth} ${year}`, readDay),
      rule(`${datedWeekday}${dayNumber} ${month}(?: ${namedYear})?`, readDay),
      rule(
        `${dayNumber}(?=(?:,? (?:и|или|по|до|на) |\\s*[-–]\\s*|, )${otherDay}(?:,? (?:и|или) ${otherDay})? ${month}(?:,? ${year})?(?![\\p{L}\\p{N}]))`,
        readDay,
      ),
      rule(`${part}${month},? ${year}`, readMonth),
      rule(`${part}${month} ${namedYear}`, readMonth),
      rule(`${part}(?:${relative} )?${month}`, readMonth),
      rule("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>1\\d{3}|20\\d\\d)", readNumeric),
      rule("(?<year>1\\d{3}|20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)", readNumeric),
    ],
  },
  {
    needs: /\d{3}/,
    rules: [
      rule(`${part}(?<year>1\\d{3}|20\\d\\d)(?:-?(?:го|й|м|му|е|ом|ый|ого))?\\s*${yearWord}`, readYear),
      rule(`${part}(?<year>1\\d{3}|20\\d\\d)-?(?:го|й|м|му|ый)`, readYear),
      rule(`${part}(?<year>\\d{3,4})\\s+${yearWord}`, readYear),
      rule("(?<=(?:^|[^\\p{L}])(?:в|во|с|со|до|к|после|от|по|на|и|до) )(?<year>1\\d{3}|20\\d\\d)(?=\\s*(?:[-–]\\s*\\d{4}|[,.;:)]|$|и |по |до ))", readYear),
      rule("(?<=\\()(?<year>1\\d{3}|20\\d\\d)(?=\\))", readYear),
      rule(`(?<=(?:1\\d{3}|20\\d\\d)\\s*[-–]\\s*)(?<year>1\\d{3}|20\\d\\d)(?:-?(?:го|й|м|х))?(?:\\s*${yearWord})?`, readYear),
      rule(`(?<=(?:^|[^\\d])(?<century>1\\d|20)\\d\\d[-–])(?<short>\\d\\d)(?:-?(?:го|й|м|х))? ${yearWord}`, ({ century, short }) => ({ kind: "year", year: Number(`${century}${short}`), part: null, bare: false })),
    ],
  },
  {
    needs: /\d0-?[хеы]|(?:цат|сят|вяност|роков|нулев)ы|век|столет/,
    rules: [
      rule(`${part}(?<decade>(?:1\\d|20)\\d0)-?(?:х|е|ых|ые)(?: год(?:ов|ах|ы|ам))?`, ({ decade }) => ({ kind: "decade", year: Number(decade) })),
      rule(`${part}(?<decade>[1-9]0)-?(?:х|е|ых|ые)(?! (?:числ|дня))(?: год(?:ов|ах|ы|ам))?`, ({ decade }) => ({ kind: "decade", year: 1900 + Number(decade) })),
      rule("(?:нулевые|нулевых)(?: год(?:ов|ах|ы))?", () => ({ kind: "decade", year: 2000 })),
      rule(`${part}(?<decade>${Object.values(decadeForms.ru).join("|")})(?: год(?:ов|ах|ы|ам))?`, ({ decade = "" }) => {
        const tens = formOf(decadeForms.ru, decade);
        return tens ? { kind: "decade", year: 1900 + Number(tens) } : null;
      }),
      rule(`${part}(?<century>\\d{1,2}|[ivx]{1,5})(?:-?(?:й|го|м|ом|ый))? (?:век(?:а|е|у|ом)?|столети(?:е|я|и|ю))`, ({ century = "" }) => ({ kind: "century", century: /\d/.test(century) ? Number(century) : romanNumber(century) })),
    ],
  },
  {
    needs: new RegExp(anyOf(weekdays.ru.map((w) => w.replace(/\(.*$/, "")))),
    rules: [
      rule(`(?:${relative} )?${weekday}${timeOfDay}`, (groups, original) => {
        const of = placeOf(weekdays.ru, groups["weekday"] ?? "");
        // "среда" is also the surroundings; as a day it is in a case of its own or stands beside a date.
        if (of === 3 && /^сред(?:ой|а|ы|е)/iu.test(original) && !groups["relative"]) return null;
        return { kind: "weekday", weekday: of, relative: relativeOf(groups["relative"]), of: "publication" };
      }),
      rule("(?<=(?:к|до|со|с) )сред[ыеу]", () => ({ kind: "weekday", weekday: 3, relative: null, of: "publication" })),
    ],
  },
  {
    needs: /сегодня|вчера|завтра|накануне/,
    rules: [
      rule(`(?<word>сегодня|вчера|завтра|позавчера|послезавтра)${timeOfDay}`, ({ word = "" }) => ({ kind: "today", days: days[word] ?? 0 })),
      rule(`накануне(?! (?:[\\p{L}]+(?:ых|их|ого|его|ой|ей) )?(?:${occasions}))${timeOfDay}`, () => ({ kind: "eve" })),
      rule(`накануне(?= (?:[\\p{L}]+(?:ых|их|ого|его|ой|ей) )?(?:${occasions}))`, () => ({ kind: "relation", amount: 1, unit: "day", direction: -1, bound: "about" })),
    ],
  },
  {
    needs: /д(?:ень|н)|сут|недел|месяц|квартал|год|лет|десятилети|век|столет|выходны|утр|вечер|ночь/,
    rules: [
      rule(
        `(?:(?<part>ранее в|раньше в|позднее в|позже в|в начале|в середине|в конце|начал(?:о|а|е|у)|середин(?:а|ы|е|у)|конц(?:а|у|е)|конец) )?(?:на |в |за |с |со |до |к )?${relative} (?<unit>недел(?:е|ю|и|я)|месяц(?:а|е|у)?|квартал(?:а|е|у)?|год(?:а|у|ом)?|десятилети(?:е|и|я)|век(?:а|е)?|столети(?:е|и|я))`,
        readUnit,
      ),
      rule("(?:позапрошл(?:ом|ый|ого)) (?<unit>год(?:а|у)?|месяц(?:а|е)?)", ({ unit: name }) => ({ kind: "ago", amount: 2, unit: unitOf(name) })),
      rule("на позапрошлой неделе", () => ({ kind: "ago", amount: 2, unit: "week" })),
      rule(`(?:${relative} )?выходн(?:ые|ых|ым)`, ({ relative: which }) => ({ kind: "unit", unit: "weekend", relative: relativeOf(which) ?? 0, part: null, of: "publication" })),
      rule("с начала (?<unit>недели|месяца|года|десятилетия|квартала)", ({ unit: name }) => ({ kind: "unit", unit: unitOf(name), relative: 0, part: "earlier", of: "publication" })),
      rule("(?:в|к|до) (?<part>начал(?:а|е|у)|середин(?:ы|е)|конц(?:а|у|е)) (?<unit>недели|месяца|года|десятилетия|квартала)", ({ part: which, unit: name }) => ({
        kind: "unit", unit: unitOf(name), relative: 0, part: unitPart(which), of: "mention",
      })),
      rule(`${bound}${amount} (?:тому )?назад`, (g) => ({ kind: "ago", amount: numberOf(g["number"]), unit: unitOf(g["unit"]) })),
      rule("полтора года (?:тому )?назад", () => ({ kind: "ago", amount: 18, unit: "month" })),
      rule("полгода (?:тому )?назад", () => ({ kind: "ago", amount: 6, unit: "month" })),
      rule(`${bound}(?:через|спустя) ${bound.replace("?<bound>", "?<inner>")}${amount}`, readThrough),
      rule("(?:через|спустя) полгода", () => ({ kind: "offset", amount: 6, unit: "month", direction: 1, bound: null })),
      rule(`${bound}${amount} спустя`, (g) => offsetOf(g, 1)),
      rule(`${bound}(?:за |на )?${amount} (?<way>ранее|раньше|до этого|до того|прежде)`, (g) => offsetOf(g, -1)),
      rule(`${bound}(?:на )?${amount} (?<way>позже|позднее|после этого)`, (g) => offsetOf(g, 1)),
      rule(`за ${bound}${amount} до(?! (?:этого|того)(?![\\p{L}]))`, (g) => ({ ...offsetOf(g, -1), kind: "relation" })),
      rule(`${bound}(?:(?:через|спустя) )?${amount} (?:спустя )?после(?! этого)`, (g) => ({ ...offsetOf(g, 1), kind: "relation" })),
      rule(`(?:через|спустя) ${bound}${amount} (?:с момента|со дня|со времени)`, (g) => ({ ...offsetOf(g, 1), kind: "relation" })),
      rule("(?:на|в) (?:следующий|другой) день(?! после)|на следующ(?:ее утро|ие сутки)|(?:следующ(?:им|ей)) (?:утром|вечером|ночью)", () => step(1)),
      rule("на следующий день после(?! этого)", () => ({ kind: "relation", amount: 1, unit: "day", direction: 1, bound: null })),
      rule("(?:в )?предыдущий день|предыдущим (?:днем|вечером|утром)", () => step(-1)),
      rule("(?:в|на) (?:тот|этот)(?: же)?(?: самый)? (?<unit>день|месяц|год|вечер)|(?:в|на) т(?:ом|ой|от)(?: же)? (?<sameUnit>году|месяце|неделе|квартале|десятилетии)|т(?:ем|ой) же (?:утром|днем|вечером|ночью)|в т(?:от же вечер|у же ночь|о же утро)", (g) => ({
        kind: "same", unit: unitOf(g["unit"] ?? g["sameUnit"] ?? "день"),
      })),
      rule("т(?:ого|ой) же (?<unit>дня|месяца|года|недели)", (g) => ({ kind: "same", unit: unitOf(g["unit"]) })),
    ],
  },
  {
    needs: /квартал|полугоди|полови/,
    rules: [
      rule(`${ordinal} квартал(?:а|у|ом|е)?(?: (?:${year}|${namedYear}))?`, (g) => {
        const quarter = placeOf(ordinals.ru, g["ordinal"] ?? "");
        return quarter ? { kind: "quarter", quarter, year: yearOf(g) } : null;
      }),
      rule(`${ordinal} (?:полугоди(?:е|я|и|ю|ем)|половин(?:а|ы|е|у) года)(?: (?:${year}|${namedYear}))?`, readHalf),
      rule(`${ordinal} половин(?:а|ы|е|у) (?:${year}|${namedYear})`, readHalf),
    ],
  },
  {
    needs: /весн|лет(?:о|а|у|ом|ом|е)|осен|зим/,
    rules: [
      rule(`(?:${part})${season},? ${year}`, readSeason),
      rule(`(?:${part})${season} ${namedYear}`, readSeason),
      rule(`${relative} ${season}`, readSeason),
      rule("(?<season>весной|летом|осенью|зимой)", readSeason),
      rule("(?<=(?:^|[^\\p{L}])(?:к|до|с|начале|конце|середине|начала|конца|середины|концу|началу) )(?<season>весне|лету|осени|зиме|весны|лета|зимы)(?! \\p{L})", readSeason),
    ],
  },
]; // biome-ignore format: a grammar

const days: Readonly<Record<string, number>> = { сегодня: 0, вчера: -1, завтра: 1, позавчера: -2, послезавтра: 2 };

function monthOf(word = ""): number {
  return placeOf(months.ru, word) || placeOf(shortMonths.ru, word.replace(/\.$/, ""));
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return 1;
  if (/^\d+$/.test(word)) return Number(word);
  const value = formOf(numerals.ru as Readonly<Record<string, string>>, word);
  return value === null ? null : Number(value);
}

function unitOf(word = ""): Unit {
  return formOf(unitForms.ru, word) ?? "day";
}

function relativeOf(word: string | undefined): Relative | null {
  if (!word) return null;
  if (/^(?:прошл|минувш|предыдущ|истекш|прошедш)/.test(word)) return -1;
  return /^(?:следующ|будущ|ближайш|предстоящ|наступающ)/.test(word) ? 1 : 0;
}

function partOf(word: string | undefined): Part | null {
  if (!word) return null;
  if (word.includes("половин")) return word.startsWith("перв") ? "first-half" : "second-half";
  if (/начал|перв/.test(word)) return "early";
  return /середин/.test(word) ? "mid" : "late";
}

function unitPart(word: string | undefined): Part | "earlier" | "later" | null {
  if (word && /^(?:ранее|раньше)/.test(word)) return "earlier";
  return word && /^поз/.test(word) ? "later" : partOf(word);
}

function boundOf(word: string | undefined): Bound {
  if (!word || /ровно|уже|всего|лишь/.test(word)) return null;
  if (/^(?:мен|не прошло)/.test(word)) return "less";
  return /^бол/.test(word) ? "more" : "about";
}

function yearOf({ year: said, namedYear: named }: Groups): YearOf {
  if (said) return Number(said);
  if (!named) return null;
  if (/^то/.test(named)) return "that";
  if (/^поза/.test(named)) return { relative: -2 };
  return { relative: /^(?:прошл|минувш)/.test(named) ? -1 : /^(?:следующ|будущ)/.test(named) ? 1 : 0 };
}

/** A month's day is in the genitive: "3 марта"; in other cases the number is a count ("3 март" is no date). */
function readDay(groups: Groups): Meaning | null {
  const name = groups["month"] ?? "";
  const [of, day, inYear] = [monthOf(name), Number(groups["day"]), yearOf(groups)];
  if (!/(?:а|я|\.)$/.test(name) || !isDay(typeof inYear === "number" ? inYear : null, of, day)) return null;
  return {
    kind: "day",
    year: inYear,
    month: of,
    day,
    weekday: groups["weekday"] ? placeOf(weekdays.ru, groups["weekday"]) : null,
  };
}

function readNumeric({ year: y, month: m, day: d }: Groups): Meaning | null {
  return isDay(Number(y), Number(m), Number(d))
    ? { kind: "day", year: Number(y), month: Number(m), day: Number(d) }
    : null;
}

function readMonth(groups: Groups, original: string): Meaning | null {
  const of = monthOf(groups["month"]);
  // With a capital letter amid a sentence it is a name: "Май", "Марта".
  if (!of || (/^(?:ма[йяюе]|март[а]?|августа?)/u.test(groups["month"] ?? "") && /^\p{Lu}/u.test(original))) return null;
  return {
    kind: "month",
    year: yearOf(groups),
    month: of,
    relative: relativeOf(groups["relative"]),
    part: partOf(groups["part"]),
  };
}

function readYear(groups: Groups): Meaning | null {
  const value = Number(groups["year"]);
  return value >= 100 && !groups["part"]?.includes("половин")
    ? { kind: "year", year: value, part: partOf(groups["part"]), bare: false }
    : null;
}

function readHalf(groups: Groups): Meaning | null {
  const half = placeOf(ordinals.ru, groups["ordinal"] ?? "");
  return half === 1 || half === 2 ? { kind: "half", half, year: yearOf(groups) } : null;
}

function readSeason(groups: Groups): Meaning | null {
  const name = formOf(seasonForms.ru, groups["season"] ?? "");
  return name ? { kind: "season", season: name, year: yearOf(groups), relative: relativeOf(groups["relative"]) } : null;
}

function readUnit({ part: which, relative: where, unit: name }: Groups): Meaning {
  return {
    kind: "unit",
    unit: unitOf(name),
    relative: relativeOf(where) ?? 0,
    part: unitPart(which?.replace(/^в /, "")),
    of: /^предыдущ/.test(where ?? "") ? "mention" : "publication",
  };
}

/** "через неделю" looks ahead from the day of writing, or tells what came after the last day named. */
function readThrough(groups: Groups): Meaning {
  return {
    kind: "ahead",
    amount: numberOf(groups["number"]),
    unit: unitOf(groups["unit"]),
    bound: boundOf(groups["bound"] ?? groups["inner"]),
    orLater: true,
  };
}

function offsetOf(groups: Groups, direction: -1 | 1): Extract<Meaning, { kind: "offset" }> {
  return {
    kind: "offset",
    amount: numberOf(groups["number"]),
    unit: unitOf(groups["unit"]),
    direction,
    bound: boundOf(groups["bound"]),
  };
}

function step(direction: -1 | 1): Meaning {
  return { kind: "offset", amount: 1, unit: "day", direction, bound: null };
}

function romanNumber(roman: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  return [...roman].reduce((sum, c, i, all) => {
    const [value, next] = [values[c] ?? 0, values[all[i + 1] ?? ""] ?? 0];
    return sum + (value < next ? -value : value);
  }, 0);
}
