/** Month names and abbreviations as stamps write them, English and Russian (nominative and genitive). */
// biome-ignore format: a table
const months: readonly string[] = [
  "jan january янв январь января", "feb february фев февр февраль февраля", "mar march мар март марта", "apr april апр апрель апреля",
  "may май мая", "jun june июн июнь июня", "jul july июл июль июля", "aug august авг август августа",
  "sep sept september сен сент сентябрь сентября", "oct october окт октябрь октября", "nov november ноя нояб ноябрь ноября", "dec december дек декабрь декабря",
];
const monthNumber = new Map(months.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)));

const lead =
  "(?:(?:published|posted|updated|last updated|modified|date|created|опубликовано|обновлено|дата)(?:\\s+(?:on|at))?\\s*:?\\s*)?(?:\\d{1,2}[:.]\\d{2}[\\s,|•·—–-]+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?\\s+)?";
const clock =
  "(?:[\\s,|/•·—–-]*(?:at|в|@)?\\s*\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?(?:z|gmt|utc|est|edt|pst|pdt|cet|msk|мск|bst|et)\\)?)?(?:\\s*[+-]\\d{1,2}(?::?\\d{2})?)?)?";
const tail = "\\s*(?:г\\.?|года)?\\s*";
const shape = (date: string) => new RegExp(`^${lead}${date}${tail}${clock}\\s*\\.?$`, "iu");

/** Whole-line stamps. Purely numeric ones only where the order of day and month is certain. */
const shapes: readonly {
  pattern: RegExp;
  read: (m: RegExpExecArray) => [year: string | undefined, month: string | number | undefined, day: string | undefined];
}[] = [
  { pattern: shape("(\\d{1,2})(?:st|nd|rd|th)?\\s+(\\p{L}+)\\.?,?\\s+(\\d{4})"), read: (m) => [m[3], m[2], m[1]] },
  { pattern: shape("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"), read: (m) => [m[3], m[1], m[2]] },
  { pattern: shape("(\\d{4})-(\\d{2})-(\\d{2})T?"), read: (m) => [m[1], Number(m[2]), m[3]] },
  { pattern: shape("(\\d{4})/(\\d{2})/(\\d{2})"), read: (m) => [m[1], Number(m[2]), m[3]] },
  { pattern: shape("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})"), read: (m) => [m[3], Number(m[2]), m[1]] },
];

/**
 * The day of a line that is nothing but a date stamp ("4 Mar, 2021 14:16", "30 июня 2021, 12:43"), as `YYYY-MM-DD`;
 * `null` for any other line. A slashed numeric date with the year last is not read: its order differs by country.
 */
export function readStamp(line: string): string | null {
  if (line.length > 90) return null;
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [year, month, day] = read(match);
    const number = typeof month === "number" ? month : monthNumber.get((month ?? "").toLowerCase());
    if (!number || !year || !day) continue;
    const iso = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
    const time = Date.parse(`${iso}T00:00:00Z`);
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso;
  }
  return null;
}
