import { isCyrillic } from "../../language/script.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import { isStopWord } from "../../language/stopwords.ts";
import { backWords } from "../../language/tense-words.ts";
import { terms } from "../../language/words.ts";
import type { Asked } from "../asked.ts";

/** In what a figure, a date or a place is told: "how long" wants a length of time, "which state" a state. */
export type Measure =
  | "percentage"
  | "duration"
  | "age"
  | "size"
  | "quantity"
  | "frequency"
  | "change"
  | "year"
  | "month"
  | "weekday"
  | "clock"
  | "country"
  | "state"
  | "continent";

/** What narrows the kind of thing that a question asks for. Words are terms, as in the index. */
export interface Detail {
  readonly measure: Measure | null;
  /** What is counted: "how many *months*". In Russian, where the noun is not known by its place, up to three words. */
  readonly counted: readonly string[];
  /** What sort of thing is asked for: "which *judge*", "what is the *deadline*". */
  readonly sort: string | null;
  /** Whose words are asked for: "what did *Peskov* say", "according to *Peskov*". */
  readonly speaker: readonly string[];
}

// biome-ignore format: a table
const measures: readonly (readonly [Measure, RegExp])[] = [
  ["percentage", /\b(?:percent|percentage|per cent|share|proportion)\b|процент|какая доля/iu],
  ["age", /\bhow old\b|\b(?:what|which) age\b|сколько лет .*(?:было|исполн)|в каком возрасте/iu],
  ["duration", /\bhow long\b(?! ago)|\bhow many (?:more )?(?:seconds|minutes|hours|days|weeks|months|years|decades)\b|как долго|сколько (?:времени|лет|дней|часов|минут|месяцев|недель)/iu],
  ["size", /\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast)\b/iu],
  ["frequency", /\bhow often\b|\bhow many times\b|как часто|сколько раз/iu],
  ["quantity", /\bhow much (?!(?:did|do|does|was|were|is|are|has|have|had|will|would|could|can|must|should|money|more|less|of|the|longer|time)\b)\p{L}+/iu],
  ["change", /\bhow much (?:\S+ ){1,8}?(?:ris|rose|increas|grow|grew|fall|fell|drop|declin|climb|decreas|higher|lower|jump|surg|gain|slow)|на сколько (?:\S+ ){1,4}(?:вырос|увелич|упал|сниз|подорож)/iu],
  ["year", /\b(?:what|which) year\b|в каком году|какого года/iu],
  ["month", /\b(?:what|which) month\b|в каком месяце/iu],
  ["weekday", /\b(?:what|which) day\b|в какой день/iu],
  ["clock", /\b(?:what|which) time\b|в котором часу/iu],
  ["country", /\b(?:what|which) (?:\p{L}+ ){0,2}(?:country|nation)\b|какой стран|какая страна/iu],
  ["state", /\b(?:what|which) (?:US |U\.S\. |American )?state\b/iu],
  ["continent", /\b(?:what|which) continent\b|на каком континенте|какой континент/iu],
];

/** Reads what narrows the kind of thing that a question asks for. */
export function detailOf(question: string, asked: Asked): Detail {
  return {
    measure: measures.find(([, pattern]) => pattern.test(question))?.[0] ?? null,
    counted: asked === "count" ? countedIn(question) : [],
    sort: sortIn(question),
    speaker: speakerIn(question, asked === "statement" ? speakers : [accordingTo]),
  };
}

const auxiliary = "did|does|do|has|have|had|can|could|will|would|should|may|might|must|happened|happens";
const word = String.raw`[\p{L}\p{N}][\p{L}\p{N}'’-]*`;
const afterHowMany = new RegExp(
  String.raw`\b(?:how many|(?:what|which) number of)\s+((?:${word}\s*){1,6})|сколько\s+((?:${word}\s*){1,4})`,
  "iu",
);

function countedIn(question: string): string[] {
  const [, english, russian] = afterHowMany.exec(question) ?? [];
  if (russian !== undefined) return firstContent(russian).slice(0, 3);
  return firstContent(english ?? "").slice(-1);
}

const afterWhich = new RegExp(String.raw`\b(?:what|which|whose)\s+(?!(?:${auxiliary})\b)((?:${word}\s*){1,5})`, "iu");
const afterWhatIs = new RegExp(String.raw`\bwhat\s+(?:is|was|are|were)\s+((?:${word}\s*){1,6})`, "iu");
const afterWhichRussian = new RegExp(
  String.raw`(?<!\p{L})(?:как(?:ой|ая|ое|ие|ого|ому|ую|им|ом|их))\s+((?:${word}\s*){1,3})`,
  "iu",
);

/** "What is the deadline for …": the last word of the run; "which new judge did …" as well; in Russian the first noun is not told, so the first word. */
function sortIn(question: string): string | null {
  const russian = afterWhichRussian.exec(question)?.[1];
  if (russian !== undefined) return firstContent(russian)[0] ?? null;
  const run = afterWhatIs.exec(question)?.[1] ?? afterWhich.exec(question)?.[1];
  return firstContent(run ?? "").at(-1) ?? null;
}

/** The terms of the first run of words that carry meaning, up to a verb. */
function firstContent(words: string): string[] {
  const run: string[] = [];
  for (const t of terms(words)) {
    if (isStopWord(t) ? run.length > 0 : run.length > 0 && isPast(t.word)) break;
    if (!isStopWord(t)) run.push(t.term);
  }
  return run;
}

/** "Which judge *ruled*": no noun any more. */
const isPast = (folded: string) => folded.endsWith("ed") || backWords.has(folded) || speechVerb(folded)?.base === false;

// biome-ignore format: a table
const speakers: readonly RegExp[] = [
  /\bwhat (?:did|does|do|has|have|had|is|was) (.{2,80}?) (?:say|said|says|saying|tell|told|claim|think|thought|announce|call|warn|admit|argue|promise|state|comment|respond|react|reply|replied|answer|write|tweet|want|demand)/iu,
  /\bhow (?:did|does|do|has|have) (.{2,60}?) (?:respond|react|describe|comment|explain|justify|characteri[sz]e|call|put|answer|reply)/iu,
  /\b(?:quotes?|statements?|remarks?|words|comments?|reaction|reply|response) (?:by|of|from) (.{2,60}?)(?: (?:about|on|to|regarding|after)\b|[?.]|$)/iu,
  /(?<!\p{L})[Чч]то (?:(?:же|именно|ещё|еще) )?(\p{Lu}.{1,59}?) (?:сказал|говорил|заявил|ответил|думает|сообщил|отметил|подчеркнул|пообещал|написал)/u,
  /(?<!\p{L})[Кк]ак (\p{Lu}.{1,59}?) (?:ответил|отреагировал|прокомментировал|объяснил|назвал)/u,
  /(?<!\p{L})что .{0,20}?(?:сказал|говорил|заявил|ответил|думает|сообщил|отметил|подчеркнул|пообещал|написал)\p{L}* (.{2,60}?)(?: (?:о|об|про|на|по|в|после)(?!\p{L})|[?.]|$)/iu,
  /(?<!\p{L})как (?:ответил|отреагировал|прокомментировал|объяснил|назвал)\p{L}* (.{2,60}?)(?: (?:на|по|в|о|об)(?!\p{L})|[?.]|$)/iu,
];

/** "According to Peskov, who …": the matter is asked for, as somebody told it. */
const accordingTo =
  /(?:\b[Aa]ccording to|\b[Ii]n the words of|(?<!\p{L})[Пп]о (?:словам|мнению)) ((?:\p{Lu}[\p{L}\p{M}'’-]*\s*){1,4})/u;

function speakerIn(question: string, patterns: readonly RegExp[]): string[] {
  for (const pattern of patterns) {
    const words = pattern.exec(question)?.[1];
    if (words === undefined) continue;
    const all = terms(words).filter((t) => !isStopWord(t));
    const names = all.filter((t) => /^\p{Lu}/u.test(words.slice(t.start, t.end)));
    // Where several names are one person's, the last is what the articles go on with.
    const surname = names.at(-1);
    if (surname) return [surname.term];
    return isCyrillic(words) ? all.slice(0, 1).map((t) => t.term) : all.slice(-1).map((t) => t.term);
  }
  return [];
}
