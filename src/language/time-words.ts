/*
 * The words of time. Every form is folded as `foldForDates` folds: lower case, ё as е, a straight apostrophe.
 * A key is a regular expression fragment without capturing groups.
 */

/** Forms of the months, January first. */
// biome-ignore format: a table
export const months = {
  en: [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ],
  ru: [
    "январ(?:ь|я|ю|ем|е)", "феврал(?:ь|я|ю|ем|е)", "март(?:а|у|ом|е)?", "апрел(?:ь|я|ю|ем|е)", "ма(?:й|я|ю|ем|е)", "июн(?:ь|я|ю|ем|е)",
    "июл(?:ь|я|ю|ем|е)", "август(?:а|у|ом|е)?", "сентябр(?:ь|я|ю|ем|е)", "октябр(?:ь|я|ю|ем|е)", "ноябр(?:ь|я|ю|ем|е)", "декабр(?:ь|я|ю|ем|е)",
  ],
} as const;

/** Short forms of the months, that count beside a day or a year only. */
// biome-ignore format: a table
export const shortMonths = {
  en: ["jan", "feb", "mar", "apr", "may", "june?", "july?", "aug", "sept?", "oct", "nov", "dec"],
  ru: ["янв", "фев(?:р)?", "мар", "апр", "мая", "июн", "июл", "авг", "сент?", "окт", "нояб?", "дек"],
} as const;

/** Forms of the days of the week, Monday first. */
// biome-ignore format: a table
export const weekdays = {
  en: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ru: [
    "понедельник(?:а|у|ом|е)?", "вторник(?:а|у|ом|е)?", "сред(?:а|у|ы|е|ой)", "четверг(?:а|у|ом|е)?", "пятниц(?:а|у|ы|е|ей)", "суббот(?:а|у|ы|е|ой)",
    "воскресень(?:е|я|ю|ем)",
  ],
} as const;

/** Short forms of the days of the week, that count beside a date only. */
// biome-ignore format: a table
export const shortWeekdays = {
  en: ["mon", "tues?", "wed", "thu(?:rs?)?", "fri", "sat", "sun"],
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
} as const;

/** Numerals in every form they are counted with. */
// biome-ignore format: a table
export const numerals = {
  en: {
    1: "a|an|one", 2: "two|a couple(?: of)?|couple of", 3: "three", 4: "four", 5: "five", 6: "six|half a dozen", 7: "seven", 8: "eight", 9: "nine",
    10: "ten", 11: "eleven", 12: "twelve|a dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen",
    19: "nineteen", 20: "twenty", 21: "twenty-one", 24: "twenty-four", 25: "twenty-five", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy",
    80: "eighty", 90: "ninety", 100: "a hundred|one hundred",
  },
  ru: {
    1: "один|одна|одно|одну|одного|одной|одним", 2: "два|две|двух|двумя|пару|пара|парой", 3: "три|трех|тремя", 4: "четыре|четырех|четырьмя", 5: "пять|пяти|пятью",
    6: "шесть|шести|шестью", 7: "семь|семи|семью", 8: "восемь|восьми|восемью", 9: "девять|девяти|девятью", 10: "десять|десяти|десятью",
    11: "одиннадцать|одиннадцати", 12: "двенадцать|двенадцати", 13: "тринадцать|тринадцати", 14: "четырнадцать|четырнадцати", 15: "пятнадцать|пятнадцати",
    20: "двадцать|двадцати|двадцатью", 30: "тридцать|тридцати|тридцатью", 40: "сорок|сорока", 50: "пятьдесят|пятидесяти",
  },
} as const;

/** Ordinals one to four, of quarters and halves. */
// biome-ignore format: a table
export const ordinals = {
  en: ["first|1st", "second|2nd", "third|3rd", "fourth|4th"],
  ru: [
    "перв(?:ый|ого|ому|ым|ом|ое|ая|ой|ую)|1-?(?:й|го|м|е|ое|ом|ая|ой)|i", "втор(?:ой|ого|ому|ым|ом|ое|ая|ую)|2-?(?:й|го|м|е|ое|ом|ая|ой)|ii",
    "трет(?:ий|ьего|ьему|ьим|ьем|ье|ья|ьей|ью)|3-?(?:й|го|м|е|ем|ье)|iii", "четверт(?:ый|ого|ому|ым|ом|ое|ая|ой|ую)|4-?(?:й|го|м|е|ом)|iv",
  ],
} as const;

// biome-ignore format: a table
export const seasonForms = {
  en: { spring: "spring", summer: "summer", autumn: "autumn|fall", winter: "winter" },
  ru: {
    spring: "весн(?:а|ы|е|у|ой)", summer: "лет(?:о|а|у|ом|е)", autumn: "осен(?:ь|и|ью)", winter: "зим(?:а|ы|е|у|ой)",
  },
} as const;

/** Tens of years by name: "the nineties". */
// biome-ignore format: a table
export const decadeForms = {
  en: { 20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties", 70: "seventies", 80: "eighties", 90: "nineties" },
  ru: {
    20: "двадцат(?:ые|ых|ым)", 30: "тридцат(?:ые|ых|ым)", 40: "сороков(?:ые|ых|ым)", 50: "пятидесят(?:ые|ых|ым)", 60: "шестидесят(?:ые|ых|ым)",
    70: "семидесят(?:ые|ых|ым)", 80: "восьмидесят(?:ые|ых|ым)", 90: "девяност(?:ые|ых|ым)",
  },
} as const;

/** Forms of the units of time, after any number. */
// biome-ignore format: a table
export const unitForms = {
  en: { day: "days?", week: "weeks?", month: "months?", quarter: "quarters?", year: "years?", decade: "decades?", century: "centur(?:y|ies)" },
  ru: {
    day: "д(?:ень|ня|ню|нем|не|ни|ней|ням|нями|нях)|сут(?:ки|ок|кам|ками)", week: "недел(?:я|и|ю|е|ей|ь|ям|ями|ях)",
    month: "месяц(?:а|у|ем|е|ев|ы|ам|ами|ах)?", quarter: "квартал(?:а|у|ом|е|ы|ов|ам|ами)?", year: "год(?:а|у|ом|ы|ам|ами|ов|ах)?|лет|летие|летия",
    decade: "десятилети(?:е|я|ю|ем|и|й|ям|ями)", century: "век(?:а|у|ом|е|ов|ами)?|столети(?:е|я|ю|ем|и|й)",
  },
} as const;

/** The form of a table (a list, or a record of numbers or names) that a word is of. */
export function formOf<K extends string>(table: Readonly<Record<K, string>>, word: string): K | null {
  for (const key of Object.keys(table) as K[]) {
    if (whole(table[key]).test(word)) return key;
  }
  return null;
}

/** The place of a word's form in a list of forms, counted from 1; 0 where it is none of them. */
export function placeOf(table: readonly string[], word: string): number {
  return table.findIndex((forms) => whole(forms).test(word)) + 1;
}

const compiled = new Map<string, RegExp>();

function whole(forms: string): RegExp {
  let pattern = compiled.get(forms);
  if (!pattern) {
    pattern = new RegExp(`^(?:${forms})$`, "u");
    compiled.set(forms, pattern);
  }
  return pattern;
}
