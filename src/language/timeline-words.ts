/*
 * The words of a timeline request, English and Russian. Keys are folded (fold.ts).
 */

const units: Readonly<Record<string, number>> = {
  day: 1, days: 1, d: 1, week: 7, weeks: 7, w: 7, month: 30, months: 30, m: 30, year: 365, years: 365, y: 365,
  день: 1, дня: 1, дней: 1, неделю: 7, недели: 7, недель: 7, месяц: 30, месяца: 30, месяцев: 30, год: 365, года: 365, лет: 365,
}; // biome-ignore format: a table

export const timelineWords = {
  options: {
    by: "by", по: "by", in: "in", в: "in", outlet: "in", издание: "in", src: "in", min: "min", мин: "min", минимум: "min", from: "from", since: "from", с: "from", от: "from", to: "to",
    until: "to", до: "to",
  } as Readonly<Record<string, "by" | "in" | "min" | "from" | "to">>,
  steps: {
    day: "day", days: "day", week: "week", weeks: "week", month: "month", months: "month", year: "year", years: "year",
    день: "day", дням: "day", дню: "day", неделя: "week", неделям: "week", неделе: "week", неделю: "week", месяц: "month", месяцам: "month", месяцу: "month", год: "year",
    годам: "year", году: "year",
  } as Readonly<Record<string, "day" | "week" | "month" | "year">>,
  newestFirst: /(?<![\p{L}])(?:new(?:est)? first|latest first|сначала новые|новые сначала|новые первыми)(?![\p{L}])/giu,
  lastDays: /(?<![\p{L}])(?:(?:the )?(?:last|past)|за последн(?:ие|юю|ий)|последн(?:ие|юю|ий))\s+(?:(?<count>\d{1,4})\s*)?(?<unit>days?|d|weeks?|w|months?|m|years?|y|день|дня|дней|неделю|недели|недель|месяц|месяца|месяцев|год|года|лет)(?![\p{L}])/giu,
  /** How many days a unit stands for in "last 3 months": a month 30, a year 365. */
  daysOf: (unit: string): number | undefined => units[unit.toLowerCase()],
} as const; // biome-ignore format: a table
