/*
 * Words beside which quoted words are a title, a name or somebody's term rather than speech.
 */

/** Kinds of works, laws, programmes, bodies and ships, and words of naming: "the film …", "the so-called …", "the … show". */
const works = new Set(
  `so-called called titled entitled named dubbed nicknamed known name names film films movie movies documentary drama comedy book books memoir novel
  bestseller poem poems essay song songs album single band show shows sitcom series programme program episode podcast broadcast play musical opera
  exhibition painting game games magazine newspaper paper journal column blog segment title titles starring featuring host hosts co-host star stars
  anchor author movement act bill law speech doctrine initiative project campaign tour concert document brand operation ship file category section
  chapter так называемый называемая называемые называемого называемой называемых фильм фильма фильме сериал книга книги книге роман песня песни
  программа программы программе передача передачи шоу спектакль журнал газета газеты газете издание издания телеканал телеканала агентство агентства
  канал канала радиостанция радиостанции сайт рубрика под названием компания компании партия партии движение движения проект проекта операция закон
  закона клуб завод концерн холдинг банк фонд группа группы премия sogenannte sogenannten sogenannter sogenanntes genannte genannten genannter
  genannt namens namen titel titels filme kinofilm spielfilm fernsehfilm serie fernsehserie sendung fernsehsendung talkshow buch buches bücher roman
  romans gedicht lied liedes cd gruppe oper stück theaterstück ausstellung zeitschrift zeitung tageszeitung magazin magazins wochenmagazin
  nachrichtenmagazin blatt boulevardblatt nachrichtenagentur sender fernsehsender radiosender online-magazin internetseite website webseite portal
  rubrik kategorie kapitel bereich phänomenbereich projekt bündnis verein vereins stiftung partei organisation kampagne aktion aktionstages mission
  gesetz gesetzes programm preis preises orden ehrenzeichen prädikat schiff codename codenamen restaurant hotel lokal club diskothek festival tournee
  marke modell software spiel`.split(/\s+/),
);

/** What words are written on, and words for words: what stands beside them may be speech or a term. */
const labels = new Set(
  `slogan motto phrase phrases word term terms words headline headlines headlined hashtag theme sign signs banner banners placard poster shirt shirts
  t-shirt hat hats cap caps button reading read emblazoned chanting chants cover like include includes including rule plan crowd label лозунг
  лозунгом девиз девизом термин слово слова mottos überschrift schlagwort begriff begriffs begriffe bezeichnung wort ausdruck aufschrift schriftzug
  transparent transparente plakat plakate parole parolen slogans losung`.split(/\s+/),
);

/** What a word (in lower case) says of what stands beside it in marks: that it is a title or name, or words of some kind. */
export const namingKind = (word: string): "work" | "label" | null =>
  works.has(word) ? "work" : labels.has(word) ? "label" : null;
