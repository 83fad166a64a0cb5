/*
 * Words by which a number or name turns out to be no date. Folded as dates are (reading/dates/fold.ts).
 */

/** What is counted: a number before one of these is no year. */
export const counted =
  /^\s*(?:-(?:strong|page|mile|meter|metre|foot|seat|ton|member|man|odd)|(?:people|persons?|men|women|children|troops|soldiers|officers|police|miles?|km|kilomet|met(?:er|re)s?|feet|foot|yards?|dollars?|rubles?|roubles?|euros?|pounds?|yen|yuan|cents?|percent|per cent|points?|votes?|seats?|jobs|workers|employees|members|students|pupils|tons?|tonnes?|barrels|grams?|kg|kilograms?|liters?|litres?|days?|hours?|hrs?|minutes?|seconds?|weeks|months|years|times|homes|houses|cars|vehicles|aircraft|planes|tanks|guns|ships|prisoners|casualties|dead|others?|civilians|refugees|delegates|companies|firms|shares|units|copies|words|pages|hectares|acres|square|cubic|rpm|mw|hp|mph|degrees|gmt|utc|local time|est|edt|calories|sources|posts|tweets|users|accounts|cases|deaths|человек|людей|руб|доллар|евро|тонн|километр|метр|рублей|экземпляр|случа|солдат|военн|жител|сотрудник|участник|раз(?![\p{L}])|час|минут|секунд|мест|голос|квартир|дом|автомобил|единиц|штук|страниц|учащихся|студент|процент|кв(?![\p{L}])|га(?![\p{L}])|кг(?![\p{L}])|км(?![\p{L}])|м(?![\p{L}])|тыс|млн|млрд)|%|°|£|\$|€)/u;

/** What stands before a number that is no year: a currency, a count, a name of a thing with a number. */
export const beforeCount =
  /(?:[$£€¥#№]\s*|\d[.,:/]|(?:^|[^\p{L}])(?:than|least|most|some|nearly|almost|approximately|roughly|only|no|nos?\.|number|flight|route|highway|room|channel|chapter|section|resolution|windows|boeing|airbus|regiment|page|agenda|vision|model|building|apartment|street|lot|type|mark|mk|area|score of|total of|номер|рейс|дом|статья|статьи|более|менее|около|почти|порядка|свыше|примерно|квартира|до\s+минус|минус)\s*)$/u;

/** Names of papers, programmes, days and battles that hold the name of a day, a month or a season. */
export const namedAfter =
  /^\s*(?:times|telegraph|mirror|mail|express|herald|post|star|sun|tribune|night live|night football|the 13th|'?s? (?:child|menu)|olympics?|games|palace|paralympic|war\b|group|revolution|massacre|offensive|uprising|manifesto|league|fair|show|festival)/u;

export const namedBefore =
  /(?:^|[^\p{L}])(?:bloody|black|good|super|cyber|giving|ash|palm|holy|easter|maundy|ruby|sir|lady|mr\.?|mrs\.?|ms\.?|dr\.?|miss|theresa|aunt|usa|russia|big|thank god it's|кровавое|кровавого|чистый|великий|великая|страстная|черная|черную|черной|вербное|прощеное)\s*$/u;

/** Rates: "every Friday", "each year", "once a week". */
export const rate =
  /(?:^|[^\p{L}])(?:every|each|per|once|twice|alternate|any|most|кажд(?:ый|ую|ое|ые|ого|ой|ым)|ежегодно)\s*(?:other\s+)?(?:a\s+)?$/u;

/** Where a month named without day or year may stand; elsewhere "may" and "march" are words or names. */
export const monthLead =
  /(?:^|[^\p{L}])(?:in|since|of|by|until|till|from|to|between|during|before|after|through|for|and|or|on|early|late|mid|last|this|next|past|every|each|around|about|as of|beginning|starting)[\s-]*$/u;

/** Years before the common era, that no timeline of news reaches. */
export const beforeOurEra = /^\s*(?:b\.?\s?c\b|bce\b|до\s+н\.?\s*э|до\s+нашей\s+эры)/u;

/** Ages: "3 years old", "aged 45". */
export const age = /^\s*(?:-?\s*old|of age|'?s? sentence|in prison|behind bars)(?![\p{L}])/u;
