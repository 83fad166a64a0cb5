/*
 * Names and abbreviations of the months as pages print them with their dates, in the languages of Europe; inflected forms
 * where a date has them. Lower case, one line a month.
 */
// biome-ignore format: a table
const months: readonly string[] = [
  "jan january янв январь января januar jänner janv janvier ene enero janeiro gen gennaio januari sty styczeń stycznia leden ledna január januára ocak tammikuu tammikuuta ianuarie january ianuarie січ січня january gener siječnja jaanuar ιανουαρίου",
  "feb february фев февр февраль февраля februar févr février fév febrero fevereiro fev febbraio februari lut luty lutego únor února február februára şubat helmikuu helmikuuta februarie лют лютого febrer veljače veebruar φεβρουαρίου",
  "mar march мар март марта märz mrz mär mars marzo março maart mrt marca marzec března březen mart maaliskuu maaliskuuta martie бер березня març ožujka märts μαρτίου",
  "apr april апр апрель апреля avr avril abr abril aprile kwi kwiecień kwietnia duben dubna apríl apríla nisan huhtikuu huhtikuuta aprilie квіт квітня travnja aprill απριλίου",
  "may май мая mai mayo maio mag maggio mei maj maja květen května máj mája mayıs toukokuu toukokuuta трав травня maig svibnja μαΐου",
  "jun june июн июнь июня juni juin junio junho giu giugno cze czerwiec czerwca červen června jún júna haziran kesäkuu kesäkuuta iunie черв червня juny lipnja juuni ιουνίου",
  "jul july июл июль июля juli juil juillet julio julho lug luglio lip lipiec lipca červenec července júl júla temmuz heinäkuu heinäkuuta iulie лип липня juliol srpnja juuli ιουλίου",
  "aug august авг август августа août aout agosto ago augustus augusti sie sierpień sierpnia srpen srpna augusta ağustos elokuu elokuuta серп серпня agost kolovoza αυγούστου",
  "sep sept september сен сент сентябрь сентября septembre septiembre setembro set settembre wrz wrzesień września září septembra eylül syyskuu syyskuuta septembrie вер вересня setembre rujna σεπτεμβρίου",
  "oct october окт октябрь октября okt oktober octobre octubre outubro out ott ottobre paź październik października říjen října október októbra ekim lokakuu lokakuuta octombrie жовт жовтня listopada oktoober οκτωβρίου",
  "nov november ноя нояб ноябрь ноября novembre noviembre novembro lis listopad listopada november novembra kasım marraskuu marraskuuta noiembrie лист листопада studenoga νοεμβρίου",
  "dec december дек декабрь декабря dez dezember déc décembre dic diciembre dezembro dicembre gru grudzień grudnia prosinec prosince decembra aralık joulukuu joulukuuta decembrie груд грудня desembre desember prosinca detsember δεκεμβρίου",
];
const numbers = new Map<string, number>();
months.forEach((names, i) => {
  // A name that two languages have for two months ("listopada") says neither.
  for (const name of new Set(names.split(" "))) numbers.set(name, numbers.has(name) ? 0 : i + 1);
});

/** The month that a name or abbreviation stands for, 1 to 12; `null` where it is none, or one of two. */
export function monthNamed(name: string): number | null {
  return numbers.get(name.toLowerCase().replace(/\.$/, "")) || null;
}
