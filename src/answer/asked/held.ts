import type { Article } from "../../coverage/article.ts";
import { isFirstName } from "../../language/first-names.ts";
import { usStates } from "../../language/places.ts";
import type { Range } from "../../language/range.ts";
import { months, weekdays } from "../../language/time-words.ts";
import { terms, tokenize } from "../../language/words.ts";
import type { Asked } from "../asked.ts";
import { lazy } from "../lazy.ts";
import type { Question } from "../question.ts";
import type { WeighedTerm } from "../scope.ts";
import type { Measure } from "./detail.ts";

/** 1: what is asked for stands there; 0.5: something of its kind, but not as it is asked for; 0: nothing of the kind. */
export type Held = 0 | 0.5 | 1;

/** How far a stretch of an article holds what is asked for. */
export type HeldIn = (article: Article, range: Range) => Held;

/**
 * Tells how far sentences hold what a question asks for, apart from what the question names itself. Kinds without a form of their own
 * ("any", yes or no) are never held.
 * @param said whether a stretch is the words of whoever's are asked for, where somebody's are
 */
export function holderOf(
  { asked, detail }: Question,
  sought: readonly WeighedTerm[],
  isAsked: (word: string) => boolean,
  said: HeldIn | null,
): HeldIn {
  const formsOf = (term: string) => sought.find((t) => t.term === term)?.forms.map((f) => f.term) ?? [term];
  const counted = new Set(detail.counted.flatMap(formsOf));
  if (asked === "statement" && said) return said;
  return (article, range) => {
    const text = article.text.slice(range.start, range.end);
    if (detail.measure !== null && asked !== "any") {
      if (isMeasured(detail.measure, text, isAsked)) return 1;
      return holds(asked, text, isAsked) || (detail.measure === "quantity" && holds("count", text, isAsked)) ? 0.5 : 0;
    }
    if (asked === "place" && !holds(asked, text, isAsked)) return venue.test(text) || nearPlace.test(text) ? 0.5 : 0;
    if (asked === "person" && detail.sort === null) return nameIn(text, isAsked);
    // Reasons are often given without a word that says so.
    if (!holds(asked, text, isAsked)) return asked === "reason" ? 0.5 : 0;
    return counted.size > 0 && !isCounted(text, counted, isAsked) ? 0.5 : 1;
  };
}

const digits = String.raw`\p{N}+(?:[.,]\p{N}+)*`;
const numberWords = String.raw`one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|десятки|сотни|тысячи|миллион\p{L}*`;
const number = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${digits}|${numberWords}|once|twice|дважды|половин\p{L})(?![\p{L}\p{N}])`,
  "iu",
);
const money =
  /[$€£¥₽]\s?\p{N}|\b(?:pounds|dlrs|dollars|euros|rubles|roubles|Rs\.?|USD|EUR|GBP)\s\p{N}|\p{N}\s?[$€£¥₽]|\p{N}[\p{N}.,]*\s*(?:(?:thousand|million|billion|trillion|тыс|млн|млрд|трлн|тысяч\p{L}*|миллион\p{L}*|миллиард\p{L}*|триллион\p{L}*)\.?\s+)?(?:rubles?|roubles?|dollars?|euros?|pounds?|yuan|yen|cents?|USD|RUB|EUR|рубл\p{L}*|руб|доллар\p{L}*|евро|юан\p{L}*|гривен|гривн\p{L})(?![\p{L}])/iu;
const date =
  /\b(?:1[0-9]|20)\d{2}s?\b|(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b|\b(?:in|since|last|next|of|until|by) (?:may|march)\b|\b(?:may|march) \d|\d (?:may|march)\b|\b(?:yesterday|today|tomorrow|ago|earlier this|last (?:week|month|year|night)|this (?:week|month|year)|next (?:week|month|year)|(?:day|week|month|year)s? (?:later|earlier|after|before))\b|(?:^|[^\p{L}])(?:январ|феврал|март[аеу]|апрел|ма[яй](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[уы](?!\p{L})|четверг|пятниц|суббот|воскресень|вчера|сегодня|завтра|назад)/iu;
const reason =
  /\b(?:because|due to|owing to|since|after|over|for (?:\w+ly )?\w+ing|so that|in order to|in response to|as a result|reason|accus\w+ of|aim\w* (?:to|at)|caus\w+|blam\w+|amid|citing|fear\w*|concern\w*|in protest|on charges|violat\w+)\b|(?:^|[^\p{L}])(?:потому что|поскольку|так как|из-за|чтобы|за то, что|в связи|в ответ|по причине|ввиду|после того|за отказ|за неудаление)/iu;
/** A quotation of more than a word or two (those are names and scare quotes), or a verb of saying. */
const speech =
  /["“„«][^"“”„«»]{15,}["”»]|''[^']{15,}''|\b(?:said|says|told|added|claimed|argued|announced|warned|stated|insisted|admitted|noted|wrote|according to|called|described|promised|declared|denied|rejected|replied|tweeted)\b|(?:^|[^\p{L}])(?:сказал|заявил|отметил|сообщил|добавил|подчеркнул|пояснил|написал|по словам)/iu;
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const calendarNames = [...months.en, ...weekdays.en].map(capitalised).join("|");
const place = new RegExp(
  String.raw`\b(?:in|at|near|across|from|to|outside|inside|around|throughout)\s+(?:the\s+)?(?!(?:${calendarNames})\b)\p{Lu}[\p{L}’'-]+|(?:^|\s)(?:в|во|на|из|под|около)\s+\p{Lu}[\p{L}’'-]+`,
  "u",
);
/** "In neighbouring Harrow", "above the town of Lindau": less surely a place. */
const nearPlace =
  /\b(?:in|at|near|across|outside|inside|around|above|below|along)\s+(?:the\s+)?(?:\p{Ll}+\s+){1,2}?\p{Lu}[\p{L}’'-]+|(?:^|\s)(?:в|во|на|под|около|у|близ|возле|над)\s+(?:\p{Ll}+\s+){1,2}?\p{Lu}[\p{L}’'-]+/u;
/** What people meet in and at. */
const venue =
  /\b(?:in|at|near|outside|inside|on|behind|opposite)\s+(?:the|a|an|its|his|her|their)\s+(?:[\p{L}’'-]+\s+){0,2}?(?:airport|bank|bar|base|beach|border|bridge|building|camp|car|cemetery|centre|center|church|cinema|city|coast|court|courthouse|embassy|factory|farm|field|forest|forum|garden|hall|harbour|harbor|headquarters|home|hospital|hotel|house|island|lake|market|mine|mosque|motel|mountains?|museum|office|palace|park|plant|port|prison|quay|region|restaurant|river|school|sea|shop|shore|square|stadium|station|store|street|suburb|theatre|theater|town|university|valley|village|warehouse)\b/iu;
const name = /(?<!^)(?<![.!?…]["'”’»]?\s)(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*/u;

/** Whether a stretch of text holds something of the asked kind that the question does not name itself. */
export function holds(asked: Asked, text: string, isAsked: (word: string) => boolean): boolean {
  const holdsNew = (pattern: RegExp) =>
    allOf(pattern, text).some((m) => tokenize(m).some((t) => /^[\p{Lu}\p{N}]/u.test(t.text) && !isAsked(t.text)));
  switch (asked) {
    case "amount":
      return money.test(text);
    case "count":
      return allOf(number, text).some((m) => !isAsked(m));
    case "date":
      return date.test(text);
    case "place":
      return holdsNew(place);
    case "reason":
      return reason.test(text);
    case "statement":
      return speech.test(text);
    case "person":
      return holdsNew(name);
    default:
      return false;
  }
}

const allOf = (pattern: RegExp, text: string) =>
  Array.from(text.matchAll(new RegExp(pattern, `${pattern.flags}g`)), (m) => m[0]);

const someNumber = `(?:${digits}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a|an|several|half|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)`;
const inUnits = (between: string, units: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${someNumber}${between}(?:${units})(?![\p{L}\p{N}])`, "iu");
const monthsWritten = months.en.join("|");
const weekdaysWritten = weekdays.en.join("|");
const regions = (locale: string) => {
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  return letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? []));
};
const anyOf = (names: readonly string[]) =>
  new RegExp(`(?<!\\p{L})(?:${names.map((n) => n.replace(/[.()*]/gu, "\\$&")).join("|")})(?!\\p{L})`, "u");

// biome-ignore format: a table
const measured: Readonly<Record<Measure, () => RegExp>> = {
  duration: lazy(() => inUnits(String.raw`(?:\s+(?:and a half|full|more|consecutive|straight))?[\s-]+`, String.raw`seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|секунд\p{L}*|минут\p{L}*|час\p{L}*|дн\p{L}*|день|сут\p{L}*|недел\p{L}*|месяц\p{L}*|год\p{L}*|лет`)),
  size: lazy(() => inUnits(String.raw`(?:[\s-]+(?:million|billion|square))?[\s-]*`, String.raw`met(?:re|er)s?|feet|foot|ft|miles?|km|kilomet\p{L}+|cm|centimet\p{L}+|inch\p{L}*|yards?|acres?|hectares?|tons?|tonnes?|pounds?|kg|kilograms?|mph|kph|knots?|stor(?:y|ies|eys?)|lit(?:re|er)s?|gallons?|people|метр\p{L}*|км|километр\p{L}*|тонн\p{L}*`)),
  quantity: lazy(() => new RegExp(`${measured.size().source}|${measured.percentage().source}|${inUnits(String.raw`(?:[\s-]+(?:million|billion|thousand))?[\s-]*`, String.raw`millimet\p{L}+|mm|barrels?|litres?|liters?|degrees?|kilowatts?|megawatts?|gigabytes?|миллиметр\p{L}*|баррел\p{L}*|литр\p{L}*|градус\p{L}*`).source}`, "iu")),
  percentage: () => /\p{N}\s?(?:%|per ?cent|percent|процент)|\b(?:half|third|quarter|fifths?)\b|\b(?:one|two|three|four|\p{N}+) (?:in|out of) (?:\p{N}+|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?:majority|minority)\b|половин|треть|четверть|большинств|меньшинств/iu,
  age: () => /\b\p{N}{1,3}-year-old\b|\baged? (?:of )?\p{N}+|, \p{N}{1,3},|\p{N}+ years? old|\b(?:turn\w*|was|is) \p{N}{1,3}\b|\p{N}+-летн|\p{N}+ лет|возрасте/iu,
  frequency: () => /\b(?:once|twice|times|every|each|daily|weekly|monthly|annual\w*|hourly|yearly)\b|раза?(?!\p{L})|кажд|ежедневн|ежегодн/iu,
  change: () => /\p{N}\s?(?:%|per ?cent|percent|процент)|[$€£]\s?\p{N}|\b(?:doubled|tripled|halved)\b|\bcents?\b|basis points|\btimes (?:higher|lower|more|less)/iu,
  year: () => /(?<!\p{N})(?:1[0-9]|20)\p{N}{2}(?!\p{N})/u,
  month: () => new RegExp(String.raw`\b(?:${monthsWritten})\b|(?:^|[^\p{L}])(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)`, "iu"),
  weekday: () => new RegExp(String.raw`\b(?:${weekdaysWritten})\b|\b(?:${monthsWritten})\.? \p{N}|\p{N} (?:${monthsWritten})|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень`, "iu"),
  clock: () => /\b\p{N}{1,2}(?::\p{N}{2})?\s?(?:a\.?m\.?|p\.?m\.?)(?!\p{L})|\b\p{N}{1,2}:\p{N}{2}\b|\b(?:noon|midnight)\b/iu,
  country: lazy(() => anyOf([...regions("en"), ...regions("ru"), "US", "U.S.", "UK", "U.K.", "Britain", "England", "Scotland", "Wales", "США"])),
  state: lazy(() => anyOf([...usStates].map((name) => name.replace(/\p{L}+/gu, capitalised)))),
  continent: () => /(?<!\p{L})(?:Europe|European|Asian?|African?|Antarctica|Australia|(?:North|South|Latin) America|Европ|Ази|Африк|Америк|Австрали)/u,
};

/** Whether a figure, date or place stands there in the measure that is asked for. */
function isMeasured(measure: Measure, text: string, isAsked: (word: string) => boolean): boolean {
  return allOf(measured[measure](), text).some((m) => !isAsked(m));
}

const numeral = new RegExp(String.raw`^(?:\p{N}|(?:${numberWords})$)`, "iu");
/** "12 to 15 million armed Kurds": a number stands at most so many words before what it counts. */
const numberBefore = 5;

function isCounted(text: string, counted: ReadonlySet<string>, isAsked: (word: string) => boolean): boolean {
  const all = terms(text);
  return all.some(
    ({ term }, i) =>
      counted.has(term) &&
      all.slice(Math.max(0, i - numberBefore), i).some((n) => numeral.test(n.word) && !isAsked(n.word)),
  );
}

const fullName =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Ll}'’-]+)(?: (?:\p{Lu}\.|\p{Lu}[\p{Ll}'’-]+|al|bin|de|van|von|el))* (\p{Lu}[\p{L}'’-]+)/gu;
const titled =
  /(?<!\p{L})(?:\p{Lu}\p{L}*\.|Mr|Mrs|Ms|Dr|President|Minister|Senator|Governor|Justice|Judge|[Ss]pokes(?:man|woman|person)|director|chief|head|leader|chairman) (\p{Lu}\p{Ll}+)/gu;

/** A person's name that the question does not have: with a first name or a title surely one, otherwise any name. */
function nameIn(text: string, isAsked: (word: string) => boolean): Held {
  const names = [...text.matchAll(fullName)].filter((m) => !m[0].split(" ").every(isAsked));
  if (names.some((m) => isFirstName(m[1] ?? ""))) return 1;
  if (text.matchAll(titled).some((m) => !isAsked(m[1] ?? ""))) return 1;
  return names.length > 0 || holds("person", text, isAsked) ? 0.5 : 0;
}
