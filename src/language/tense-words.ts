/*
 * Words by which a clause tells whether it looks back or ahead. Folded as dates are (reading/dates/fold.ts).
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Auxiliaries and nouns of plans: what follows has not happened. */
// biome-ignore format: a table
export const aheadWords = words(
  `will won't shall should must may might would going expected scheduled due slated plans planning hopes hoping intends aims upcoming
   deadline begins starts opens meets convenes expires resumes faces arrives leaves tentatively seeks wants needs ought
   будет будут буду будем планирует планируют планируется планировал планировала планировали намерен намерена намерено намерены собирается собираются должен должна
   должно должны предстоит ожидается ожидаются назначен назначена назначено назначены запланирован запланирована запланировано запланированы хочет
   хотят может могут готовится готовятся обещает обещают предстоящий предстоящая предстоящее состоится состоятся вступит вступят станет станут`,
);

/** Past forms that end in no -ed. */
// biome-ignore format: a table
export const backWords = words(
  `was were had did has have been said told came went took made got gave found left began felt kept held stood brought wrote lost met ran paid sat spoke led
   grew fell sent built spent won drew broke rose drove bought sold wore chose shot hit cut put set let read beat hurt quit shut struck swore threw flew knew
   saw became fought caught taught thought sought slept dealt meant shook stole woke tore bore hung swung lit slid bled fled sped shed spread split cast
   cost burst bet bid hid undid withdrew withheld overthrew undertook underwent gone done taken seen known given written
   был была было были стал стала стало стали убит убиты убита ранен ранены арестован арестована арестованы задержан задержана задержаны принят принята приняты
   подписан подписана подписаны опубликован опубликована опубликованы введен введена введены запрещен запрещена запрещены открыт открыта открыты закрыт закрыта`,
);

/** Verbs whose infinitive did happen, or did not, but in the past: "failed to meet Friday". */
export const implicative = words(
  `failed began managed continued refused tried forced had started got came went used helped declined happened met gathered voted`,
);

/** Conjunctions and relatives at which a clause ends. */
export const clauseBreaks = words(
  `but who which that when while where before because since although though whereas if unless after so
   но а что который которая которое которые которого которой которых когда пока где если чтобы хотя поскольку так`,
);

/** Verbs of threat, wish and condition: what hangs on them is supposed, not reported. */
export const supposed =
  /(?:^|[^\p{L}])(?:if|unless|threaten(?:s|ed|ing)? to|warn(?:s|ed|ing)? (?:that )?[^,.]{0,40}(?:could|would|may|might)|could|might|would have|were to|если|в случае(?! с)|бы|угрожа(?:ет|л|ла|ло|ли|ют)|пригрози(?:л|ла|ло|ли)|грози(?:л|ла|ло|ли|т))(?![\p{L}])/u;

/** Russian words that end like verbs in the past tense and are none. */
// biome-ignore format: a table
export const notPast = words(
  `если или дела тела около мало школа сила села цели роли недели рубли журнал канал материал портал сигнал персонал генерал капитал потенциал интервал
   футбол протокол стол пол угол отдел раздел предел апрел стрел доли земли модели соли боли скандал вокзал терминал криминал финал филиал идеал металл
   урал байкал зал вал бал бол гол кол тыл пыл был-то сил дел тысячел статьи числа стекла масла весла правила мыла начала`,
);

/** Russian words that end like verbs in the future tense and are none. */
// biome-ignore format: a table
export const notAhead = words(
  `совет бюджет комитет кабинет запрет ответ привет портрет приоритет авторитет визит результат сенат депутат мандат институт маршрут пакет предмет
   суверенитет паритет секрет завет университет факультет пистолет сюжет самолет вертолет солдат сертификат статут салют приют прокат состоит стоит сидит отдает завод
   состояние существует советует протестует наблюдает осталось отстает устает расчет отчет подсчет просчет счет зачет полет перелет вылет налет пролет отлет обед поет процент
   сообщает пишет передает говорит отмечает считает заявляет утверждает работает является следует напоминает уточняет подчеркивает рассказывает`,
);
