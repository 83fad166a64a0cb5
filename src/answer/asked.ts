/** What kind of thing would answer a question. `any` when its words do not tell. */
export type Asked = "person" | "amount" | "count" | "date" | "place" | "reason" | "statement" | "yes-no" | "any";

// biome-ignore format: a table
const patterns: readonly (readonly [Asked, RegExp])[] = [
  ["amount", /\bhow much\b|\bwhat (?:is|was|were|are) the (?:amount|sum|price|cost|size of the fine|fine|total)\b|\bhow (?:big|large|high|heavy) (?:is|was|were|are) (?:the |its |his |her |their )?(?:\p{L}+ )?(?:fines?|penalt(?:y|ies)|price|cost|sum|salary|debt|bill)\b|\b(?:cost|price|worth)\b.*\?|(?:^|[^\p{L}])(?:на какую сумму|какова сумма|какой штраф|каков штраф|сколько (?:стоит|стоил\p{L}*|денег|рублей|долларов|заплатил\p{L}*)|в какую сумму)/iu],
  ["count", /\bhow many\b|\bhow (?:old|long|tall|far|fast|big|large|high|deep|wide|heavy)\b(?! ago)|\bhow often\b|\bwhat (?:number|percentage|percent|share|proportion)\b|\bwhich number\b|(?:^|[^\p{L}])(?:сколько|как давно|как долго|как часто|какое количество|какой процент|какая доля)(?![\p{L}])/iu],
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

/** Who somebody is whose name is given is not told by a name. */
const whoIsNamed =
  /^\W*(?:[Aa]nd |[Bb]ut |[Ss]o )?[Ww]ho(?:['’]s| is| was| are| were) (?:\p{Lu}[\p{L}\p{M}.'’-]*\s*)+\W*$|(?<!\p{L})[Кк]то так(?:ой|ая|ие)(?!\p{L})/u;

/** The kind of thing a question asks for, by its words in English and Russian. */
export function askedFor(question: string): Asked {
  if (whoIsNamed.test(question)) return "any";
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
