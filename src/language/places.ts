/** The states of the United States, in lower case. */
// biome-ignore format: a table
export const usStates: ReadonlySet<string> = new Set(
  `alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana
  |maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york
  |north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia
  |washington|west virginia|wisconsin|wyoming`.split("|").map((name) => name.trim()),
);

/*
 * Places that news names most. A place does not speak; where a capital stands for its government the text has a
 * person or a body for it elsewhere.
 */
const places = new Set(
  `america|united states|us|u.s.|usa|russia|china|ukraine|britain|england|scotland|wales|ireland|france|germany|italy|spain|portugal|poland|hungary|romania|bulgaria|greece
  |turkey|iran|iraq|syria|israel|palestine|gaza|lebanon|jordan|egypt|libya|tunisia|algeria|morocco|sudan|ethiopia|kenya|nigeria|ghana|congo|rwanda|uganda|south africa|saudi arabia|yemen|oman
  |qatar|kuwait|bahrain|united arab emirates|afghanistan|pakistan|india|bangladesh|sri lanka|nepal|myanmar|burma|thailand|vietnam|cambodia|laos|malaysia|singapore|indonesia|philippines|japan
  |south korea|north korea|korea|taiwan|hong kong|mongolia|kazakhstan|uzbekistan|georgia|armenia|azerbaijan|belarus|moldova|estonia|latvia|lithuania|finland|sweden|norway|denmark|iceland|netherlands
  |belgium|luxembourg|switzerland|austria|czech republic|slovakia|slovenia|croatia|serbia|bosnia|kosovo|albania|macedonia|montenegro|canada|mexico|cuba|haiti|guatemala|honduras|el salvador|nicaragua
  |costa rica|panama|colombia|venezuela|ecuador|peru|bolivia|chile|argentina|brazil|uruguay|paraguay|australia|new zealand|europe|asia|africa|middle east|north caucasus|crimea|donbas|siberia|chechnya
  |washington|d.c.|puerto rico|ala.|ariz.|ark.|calif.|colo.|conn.|del.|fla.|ga.|ill.|ind.|kan.|ky.|la.|mass.|md.|mich.|minn.|miss.|mo.|mont.
  |n.c.|n.d.|n.h.|n.j.|n.m.|n.y.|neb.|nev.|okla.|ore.|pa.|r.i.|s.c.|s.d.|tenn.|tex.|va.|vt.|w.va.|wash.|wis.|wyo.|new york city|manhattan|brooklyn|los angeles|chicago|houston|philadelphia|phoenix|san antonio
  |san diego|dallas|san francisco|boston|seattle|denver|detroit|miami|atlanta|cleveland|las vegas|orlando|baltimore|milwaukee|pittsburgh|cincinnati|tampa|st. louis|new orleans|des moines|flint
  |charleston|brussels|paris|london|berlin|moscow|kyiv|kiev|beijing|tokyo|seoul|pyongyang|jerusalem|tel aviv|tehran|baghdad|damascus|aleppo|cairo|tripoli|benghazi|riyadh|kabul|islamabad|delhi|new delhi
  |mumbai|rome|milan|madrid|barcelona|vienna|geneva|zurich|warsaw|prague|budapest|athens|istanbul|ankara|minsk|tbilisi|helsinki|stockholm|oslo|copenhagen|dublin|edinburgh|toronto|ottawa|montreal|sydney
  |st. petersburg|saint petersburg|red square|mosul|raqqa|washington d.c.|guantanamo bay|capitol hill|long island|silicon valley|manhattan
  |россия|украина|сша|китай|москва|киев|петербург|санкт-петербург|европа|германия|франция|британия|великобритания|израиль|иран|ирак|сирия|турция|белоруссия|беларусь|казахстан|крым|вашингтон|лондон|пекин`
    .split("|")
    .map((p) => p.trim())
    .filter(Boolean)
    // Virginia is a woman's name as well.
    .concat([...usStates].filter((state) => state !== "virginia")),
);

/** The two-letter codes of the states of the United States (USPS Publication 28, appendix B). */
const stateCodes = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC`.split(
    " ",
  ),
);

/** Whether a name is a place known here. */
export const isPlace = (name: string): boolean => places.has(name.toLowerCase()) || stateCodes.has(name);
