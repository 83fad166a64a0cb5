import { tokenize } from "../language/words.ts";

/** What kind of thing would answer a question. `any` when its words do not tell. */
export type Asked = "person" | "amount" | "count" | "date" | "place" | "reason" | "statement" | "yes-no" | "any";

// biome-ignore format: a table
const patterns: readonly (readonly [Asked, RegExp])[] = [
  ["amount", /\bhow much\b|\bwhat (?:is|was|were|are) the (?:amount|sum|price|cost|size of the fine|fine|total)\b|\bhow (?:big|large|high) (?:is|was|were|are)\b|\b(?:cost|price|worth)\b.*\?|(?:^|[^\p{L}])(?:на какую сумму|какова сумма|какой штраф|каков штраф|сколько (?:стоит|стоил\p{L}*|денег|рублей|долларов|заплатил\p{L}*)|в какую сумму)/iu],
  ["count", /\bhow many\b|\bhow (?:old|long|tall|far|fast)\b|\bhow often\b|\bwhat (?:number|percentage|percent|share|proportion)\b|\bwhich number\b|(?:^|[^\p{L}])(?:сколько|как давно|как долго|как часто|какое количество|какой процент|какая доля)(?![\p{L}])/iu],
  ["date", /^\W*(?:and |but )?when\b|\b(?:on )?(?:what|which) (?:date|day|month|year|time|week)\b|\bhow long ago\b|\bsince when\b|(?:^|[^\p{L}])(?:когда|в каком (?:году|месяце)|какого числа|в какой день|с каких пор|какая дата)(?![\p{L}])/iu],
  ["place", /^\W*(?:and |but )?where\b|\b(?:in|at|to|from) (?:what|which) (?:country|city|place|town|region|state|court)\b|\b(?:what|which) (?:country|city|town|region|continent|state)\b|(?:^|[^\p{L}])(?:где|куда|откуда|в какой стране|в каком городе|какой город|какая страна)(?![\p{L}])/iu],
  ["reason", /\bwhy\b|\breasons? (?:for|why|behind|of)\b|\breason$|\bwhat (?:is|was|were|are) the reasons?\b|\bfor what reason\b|\bhow come\b|\bwhat (?:caused|led)\b|\bwhat (?:was|is|were) .{2,60} (?:fined|accused|blamed|criticised|criticized|punished|banned|blocked) for\b|(?:^|[^\p{L}])(?:почему|зачем|за что|из-за чего|по какой причине|в чем причина)(?![\p{L}])/iu],
  ["statement", /\bwhat (?:did|does|do|has|have|had) .{2,80} (?:say|said|says|tell|told|claim(?:ed)?|think|thought|announce[d]?|call(?:ed)?|warn(?:ed)?|admit(?:ted)?|argue[d]?|promise[d]?|state[d]?|comment(?:ed)?|respond|react|write|tweet)\b|\bhow did .{2,60} (?:respond|react|describe|comment|explain|justify|characteri[sz]e|call|put it)\b|\b(?:quote|statement|remarks?|words|comments?) (?:by|of|from)\b|(?:^|[^\p{L}])(?:что .{0,60}(?:сказал|говорил|заявил|ответил|заяви|думает|сообщил|отметил|подчеркнул|пообещал|написал)\p{L}*|как .{0,40}(?:ответил|отреагировал|прокомментировал|объяснил|назвал)\p{L}*)/iu],
  ["person", /^\W*(?:and |but |so )?who(?:m|se|['’]s)?\b|\b(?:by|to|with|from|of) whom\b|\bwhat(?:'s| is| was) the name of\b|\bwhich (?:person|people|official|politician|minister|company|companies|agency|network|networks|platform|platforms|organi[sz]ation|outlet|president|leader|team|actor|actress|country's)\b|(?:^|[^\p{L}])(?:кто|кого|кому|кем|чей|чья|как зовут|какая компания|какое ведомство|какая соцсеть|какие соцсети|какие компании)(?![\p{L}])/iu],
  ["yes-no", /^\W*(?:and |but |so )?(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isn['’]t|aren['’]t|wasn['’]t|didn['’]t|hasn['’]t)\b|(?:^|\s)(?:правда ли|верно ли)(?![\p{L}])|(?<=[\p{L}] )ли(?![\p{L}])/iu],
];

/** Whether only a figure can answer: an amount, a number, a date. */
export function asksForFigure(asked: Asked): boolean {
  return asked === "amount" || asked === "count" || asked === "date";
}

/** The kind of thing a question asks for, by its words in English and Russian. */
export function askedFor(question: string): Asked {
  for (const [asked, pattern] of patterns) if (pattern.test(question)) return asked;
  return "any";
}

/** Words that say what kind of thing is asked for; the articles need not have them. */
const frame = new Set(
  `name names named reason reasons number amount sum date explain explains explained details information info kind sort tell find out exactly actually really
   called quote quotes mentioned имя имена фамилия название называется причина причины причине сумма сумму число количество дата объясни подробности именно словам мнению`.split(
    /\s+/,
  ),
);

/** Whether a folded word of a question only says what kind of thing is asked for. */
export function isFrameWord(word: string): boolean {
  return frame.has(word);
}

const number =
  /(?<![\p{L}\p{N}])(?:\p{N}+(?:[.,]\p{N}+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|once|twice|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|десятки|сотни|тысячи|миллион\p{L}*|дважды|половин\p{L})(?![\p{L}\p{N}])/iu;
const money =
  /[$€£¥₽]\s?\p{N}|\p{N}\s?[$€£¥₽]|\p{N}[\p{N}.,]*\s*(?:(?:thousand|million|billion|trillion|тыс|млн|млрд|трлн|тысяч\p{L}*|миллион\p{L}*|миллиард\p{L}*|триллион\p{L}*)\.?\s+)?(?:rubles?|roubles?|dollars?|euros?|pounds?|yuan|yen|cents?|USD|RUB|EUR|рубл\p{L}*|руб|доллар\p{L}*|евро|юан\p{L}*|гривен|гривн\p{L})(?![\p{L}])/iu;
const date =
  /\b(?:19|20)\d{2}\b|(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b|\b(?:in|since|last|next|of|until|by) (?:may|march)\b|\b(?:may|march) \d|\d (?:may|march)\b|\b(?:yesterday|today|tomorrow|ago|earlier this|last (?:week|month|year|night)|this (?:week|month|year)|next (?:week|month|year)|(?:day|week|month|year)s? (?:later|earlier|after|before))\b|(?:^|[^\p{L}])(?:январ|феврал|март[аеу]|апрел|ма[яй](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[уы](?!\p{L})|четверг|пятниц|суббот|воскресень|вчера|сегодня|завтра|назад)/iu;
const reason =
  /\b(?:because|due to|owing to|since|after|over|for (?:\w+ly )?\w+ing|so that|in order to|in response to|as a result|reason|accus\w+ of|aim\w* (?:to|at)|caus\w+|blam\w+|amid|citing|fear\w*|concern\w*|in protest|on charges|violat\w+)\b|(?:^|[^\p{L}])(?:потому что|поскольку|так как|из-за|чтобы|за то, что|в связи|в ответ|по причине|ввиду|после того|за отказ|за неудаление)/iu;
/** A quotation of more than a word or two (those are names and scare quotes), or a verb of saying. */
const speech =
  /["“„«][^"“”„«»]{15,}["”»]|\b(?:said|says|told|added|claimed|argued|announced|warned|stated|insisted|admitted|noted|wrote|according to|called|described|promised|declared|denied|rejected|replied|tweeted)\b|(?:^|[^\p{L}])(?:сказал|заявил|отметил|сообщил|добавил|подчеркнул|пояснил|написал|по словам)/iu;
const place =
  /\b(?:in|at|near|across|from|to|outside|inside|around|throughout)\s+(?:the\s+)?(?:\p{Lu}[\p{L}’'-]+)|(?:^|\s)(?:в|во|на|из|под|около)\s+\p{Lu}[\p{L}’'-]+/u;
const name = /(?<!^)(?<![.!?…]["'”’»]?\s)(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*/u;

/**
 * Whether a stretch of text holds something of the asked kind that the question does not name itself (`isAsked` knows the
 * question's own words). A kind without a form of its own ("any", yes or no) is never held.
 */
export function holds(asked: Asked, text: string, isAsked: (word: string) => boolean): boolean {
  const holdsNew = (pattern: RegExp) =>
    text
      .matchAll(new RegExp(pattern, `${pattern.flags}g`))
      .some((m) => tokenize(m[0]).some((t) => /^[\p{Lu}\p{N}]/u.test(t.text) && !isAsked(t.text)));
  switch (asked) {
    case "amount":
      return money.test(text);
    case "count":
      return text.matchAll(new RegExp(number, "giu")).some((m) => !isAsked(m[0]));
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
