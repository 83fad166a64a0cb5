/*
 * Words beside which quoted words are a title, a name or somebody's term rather than speech ("the film …", "the
 * so-called …", "the … show"): kinds of works, laws, programmes and bodies, and verbs of naming.
 */
const naming = new Set(
  `so-called called titled entitled named dubbed nicknamed known name names film films movie movies documentary drama comedy book books memoir novel
  bestseller poem poems essay song songs album single band show shows sitcom series programme program episode podcast broadcast play musical opera exhibition
  painting game games magazine newspaper paper journal column blog segment slogan motto phrase phrases word term terms words headline headlines headlined
  hashtag title titles theme sign signs banner banners placard poster shirt shirts t-shirt hat hats cap caps button reading read emblazoned chanting chants
  cover like include includes including starring featuring host hosts co-host star stars anchor author movement act bill law speech rule doctrine
  initiative project campaign plan crowd tour concert document label brand operation ship file category section chapter
  так называемый называемый называемая называемые называемого называемой называемых фильм фильма фильме сериал книга книги книге роман песня песни
  программа программы программе передача передачи шоу спектакль журнал газета газеты газете издание издания телеканал телеканала агентство агентства канал
  канала радиостанция радиостанции сайт рубрика под названием лозунг лозунгом девиз девизом термин слово слова компания компании партия партии движение
  движения проект проекта операция закон закона клуб завод концерн холдинг банк фонд группа группы премия
  sogenannte sogenannten sogenannter sogenanntes genannte genannten genannter genannt namens namen name titel titels motto mottos film films filme kinofilm
  spielfilm fernsehfilm serie fernsehserie sendung fernsehsendung talkshow show buch buches bücher roman romans gedicht lied liedes song album cd single
  band gruppe musical oper stück theaterstück ausstellung zeitschrift zeitung tageszeitung magazin magazins wochenmagazin nachrichtenmagazin
  blatt boulevardblatt nachrichtenagentur sender fernsehsender radiosender online-magazin internetseite website webseite portal
  überschrift schlagwort begriff begriffs begriffe bezeichnung wort ausdruck aufschrift schriftzug transparent transparente plakat plakate parole parolen
  slogan slogans losung rubrik kategorie kapitel bereich phänomenbereich projekt initiative bündnis verein vereins stiftung partei organisation
  kampagne aktion aktionstages operation mission gesetz gesetzes programm preis preises orden ehrenzeichen prädikat schiff codename codenamen
  restaurant hotel lokal club diskothek festival tour tournee marke modell software spiel`.split(/\s+/),
);

/** Whether a word (in lower case) says that what stands beside it in marks is a title or a name. */
export const isNaming = (word: string): boolean => naming.has(word);
