const set = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** Last or first words of the names of bodies that are not people. */
const heads =
  set(`committee commission council agency administration department ministry bureau office court tribunal union association federation league
  party congress senate house parliament assembly government cabinet university college institute institution school academy foundation fund bank group company
  corporation corp inc ltd llc co holdings partners network news times post journal tribune herald gazette guardian press magazine review standard
  weekly daily star globe chronicle radio tv television channel campaign coalition alliance center centre society organization organisation church army navy force forces police guard
  service services project initiative board authority team club museum hospital airlines industries systems technologies media pac caucus conference
  watch forum summit street kremlin pentagon republicans democrats act bill law poll survey study report institute register examiner observer reporter
  комитет комиссия совет агентство министерство ведомство суд союз партия дума правительство университет институт банк компания фонд служба газета роскомнадзор кремль`);

/** Names of bodies that do not show it. */
const known =
  set(`tass interfax reuters bloomberg bbc cnn nbc abc cbs npr msnbc fox politico breitbart twitter facebook google youtube instagram tiktok telegram linkedin vkontakte whatsapp
  apple microsoft amazon tesla boeing gazprom rosneft roskomnadzor kremlin nato eu un who imf fbi cia nsa epa irs dnc rnc gop nra aclu naacp isis isil hamas hezbollah taliban opec unicef unesco ria rt meduza kommersant vedomosti
  axios buzzfeed gallup quinnipiac slate vox mcclatchy ap afp upi xinhua sputnik snapchat reddit uber netflix walmart exxon
  тасс интерфакс роскомнадзор кремль госдума рбк коммерсант медуза вконтакте минобороны мид фсб мвд твиттер нато оон`);

/** Common nouns that stand for such a body ("the regulator", "the company"). */
const nouns =
  set(`company firm agency regulator watchdog ministry court government party campaign committee group organization organisation newspaper paper network service
  platform site website union bank bureau department office administration commission council outlet magazine publication broadcaster channel team club board
  university study report statement survey poll ruling lawsuit complaint letter document memo indictment filing tweet ad video post article editorial caption email message
  компания агентство ведомство регулятор министерство суд правительство партия газета издание сервис`);

const documents =
  set(`study report statement survey poll ruling lawsuit complaint letter document memo indictment filing tweet ad video post article editorial caption email message book
  release headline transcript sign poster banner placard website site bill law resolution constitution amendment order act petition заявление отчет доклад письмо документ
  заявлении отчете докладе письме документе сообщении релизе пресс-релизе обращении материале материалах статье постановлении решении указе приказе законе ходатайстве
  послании комментарии записи посте публикации`);

/** Nouns after the name of a medium ("the TASS news agency"). */
const media = set(
  `agency newspaper paper network channel magazine station broadcaster агентство газета издание телеканал`,
);

export const isOrganisationHead = (word: string): boolean => heads.has(word.toLowerCase());
export const isKnownOrganisation = (word: string): boolean => known.has(word.toLowerCase());
export const isOrganisationNoun = (word: string): boolean => nouns.has(word.toLowerCase());
export const isDocumentNoun = (word: string): boolean => documents.has(word.toLowerCase());
export const isMedium = (word: string): boolean => media.has(word.toLowerCase());

const mediaNouns = set(
  `newspaper paper magazine outlet publication broadcaster network channel station website site tabloid daily weekly газета издание телеканал сайт`,
);
const mediaNames =
  set(`news times post journal tribune herald gazette guardian press magazine review standard weekly daily star globe chronicle radio tv television channel
  media examiner observer register mail telegraph mirror tass interfax reuters bloomberg bbc cnn nbc abc cbs npr msnbc fox politico breitbart twitter facebook
  meduza kommersant vedomosti axios buzzfeed slate vox ap afp upi xinhua sputnik rt тасс интерфакс рбк коммерсант медуза известия новости ведомости`);

/** Whether a noun stands for a medium ("the newspaper"). */
export const isMediaNoun = (word: string): boolean => mediaNouns.has(word.toLowerCase());
/** Whether a word of a name shows that it is a medium's ("Times", "TASS"). */
export const isMediaName = (word: string): boolean => mediaNames.has(word.toLowerCase());
