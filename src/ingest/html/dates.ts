import { isoDate } from "../../coverage/article.ts";
import type { PublishedFinding } from "../draft.ts";
import { datesIn, readStamp } from "../stamp.ts";
import type { Block } from "./blocks.ts";
import { shownDate } from "./shown-date.ts";
import type { Survey } from "./survey.ts";

/*
 * Where a page says when it was published, the most trustworthy first. On htmldate's 1,000 pages a date declared for machines
 * (JSON-LD, meta elements that name a publication, microdata, <time>) is right in 95 % of the cases, most of the rest a day
 * off or the day of a later change; one printed beside the headline in 92 %; a general meta element ("date") in 70 %. A date
 * found by searching the whole text is right in 74 %, and is not taken.
 */
const declared =
  "article:published_time og:published_time og:article:published_time article:published datepublished date.published publication_date publicationdate publish_date publishdate publish-date published_date published-date pubdate pub_date published_time originalpublicationdate article_date_original parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime rnews:datepublished dc.date.issued dcterms.issued dcterms.created dc.date.created dc.created citation_publication_date citation_date bt:pubdate rbpubdate ptime shareaholic:article_published_time article:post_time".split(
    " ",
  );
const generalNames = [
  "date",
  "dc.date",
  "dcterms.date",
  "datecreated",
  "date_created",
  "created",
  "displaydate",
  "timestamp",
  "article.created",
  "last-modified-original",
];

interface Candidate {
  readonly date: string;
  /** The statement as it stands, where it is one for machines. */
  readonly value?: string;
  readonly source: string;
  readonly words: string | null;
}

/** The day a page was published, never taken from when it was fetched; disagreements between its statements go to `warnings`. */
export function publicationDate(
  page: Survey,
  shown: { readonly blocks: readonly Block[]; readonly headlines: readonly string[]; readonly language: string | null },
  url: string | null,
  warnings: string[],
): PublishedFinding | null {
  const inUrl = dayInUrl(url);
  const strong = candidates([
    ["JSON-LD", page.linkedData?.published ?? null],
    ...declared.map((name) => [name, page.meta.get(name)?.[0] ?? null] as const),
  ]);
  const weak = candidates([
    ["microdata", page.properties.get("datepublished")?.[0] ?? page.properties.get("datecreated")?.[0] ?? null],
    ["the video's JSON-LD", page.linkedData?.uploaded ?? null],
    ["microdata", page.properties.get("uploaddate")?.[0] ?? page.meta.get("uploaddate")?.[0] ?? null],
    [
      "<time>",
      page.times.find(
        (t) => /publish|pubdate|entry-date|posted|created/i.test(t.names) && !/updat|modif/i.test(t.names),
      )?.value ?? null,
    ],
  ]);
  if (inUrl) weak.push({ date: inUrl, source: "the address", words: null });
  const lone = page.times.length === 1 ? page.times : [];
  const printed = besideHeadline(shown);
  const general = candidates([
    ...generalNames.map((name) => [name, page.meta.get(name)?.[0] ?? null] as const),
    ...lone.map((t) => ["<time>", t.value] as const),
  ]);
  const best = strong[0] ?? weak[0] ?? printed ?? general[0] ?? stampOf(page, isDayFirst(shown.language));
  if (!best) return null;
  const day = newsroomDay(best.date, best.value, inUrl, printed?.date);
  const other = [...strong, ...(inUrl ? [{ date: inUrl, source: "the address" }] : [])].find(
    (c) => daysBetween(c.date, day) > 1,
  );
  if (other)
    warnings.push(
      `the publication dates disagree: ${best.source} says ${best.date}, ${other.source} ${other.date}; ${day} was taken`,
    );
  const basis = best.words !== null ? "stamp" : best.source === "the address" ? "address" : "metadata";
  return { date: day, basis, words: best.words };
}

/**
 * The day of the newsroom, where `date` is read from a timestamp (`value`) in UTC: an evening story is dated the next day
 * there, one of the small hours in the east the day before, while its address or the page bears the day it came out.
 * @param others Days from the address and the page; the first that lies one day off and fits the hour stands.
 */
export function newsroomDay(
  date: string,
  value: string | undefined,
  ...others: readonly (string | null | undefined)[]
): string {
  const time = /T?\s*(\d{2}):\d{2}(?::\d{1,2}(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$/.exec(value ?? "");
  const isUtc = time !== null && (time[2] === undefined || /^(?:Z|UTC|GMT|[+-]00:?00)$/.test(time[2]));
  const hour = Number(time?.[1]);
  const fits = (other: string) => time === null || (isUtc && (other < date ? hour < 8 : hour >= 12));
  return others.find((other) => other && daysBetween(other, date) === 1 && fits(other)) ?? date;
}

function candidates(statements: readonly (readonly [string, string | null])[]): Candidate[] {
  return statements.flatMap(([source, value]) => {
    const date = value && dayOf(value);
    return date ? [{ date, value, source, words: null }] : [];
  });
}

/** A date that stands on the page itself, in an element named after dates, read by its words. */
function stampOf(page: Survey, dayFirst: boolean): Candidate | null {
  for (const words of [...page.stamps, ...page.times.map((t) => t.value)]) {
    if (/updat|modif|обновл/i.test(words)) continue;
    const dates = datesIn(words, { dayFirst });
    const date = readStamp(words) ?? (dates.length === 1 ? plausible(dates[0]?.date ?? null) : null);
    if (date) return { date, source: "a date on the page", words };
  }
  return null;
}

/** In English the order of a date in slashes is not certain. */
const isDayFirst = (language: string | null) => language !== null && language !== "en";

/** A date that is printed beside the headline. */
function besideHeadline({ blocks, headlines, language }: Parameters<typeof publicationDate>[1]): Candidate | null {
  const found = shownDate(blocks, headlines, isDayFirst(language));
  const date = plausible(found?.date ?? null);
  return found && date ? { date, source: "a date on the page", words: found.words } : null;
}

/** The day that a machine-readable date says, in its own time zone; `null` where it cannot be read for certain. */
export function dayOf(value: string): string | null {
  const text = value.trim();
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?=$|T|\d{6}$)/.exec(text);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const dayLast = /^(\d{1,2})-(\d{1,2})-(\d{4})(?:T|\s+\d{1,2}:\d{2})/.exec(text);
  if (dayLast) return existing(dayLast[3], dayLast[2], dayLast[1]);
  const seconds = /^(1\d{9})(?:\d{3})?$/.exec(text)?.[1];
  if (seconds) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const words = text.replace(/\s+\d{1,2}:\d{2}.*$/, "");
  return plausible(readStamp(text) ?? readStamp(words));
}

/** The day in an address (`/2021/03/04/`, `-2021-03-04`, `/20210304/`). */
export function dayInUrl(url: string | null): string | null {
  if (!url) return null;
  const path = url.replace(/^https?:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const match =
    /[/_-](\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    dayLeads(path) ??
    /\/(\d{4})\/([a-z]{3})\/(\d{1,2})(?!\d)/i.exec(path) ??
    /[/_-](\d{4})(\d{2})(\d{2})(?!\d)/.exec(path);
  if (!match) return null;
  const month = /^\d/.test(match[2] ?? "")
    ? match[2]
    : String("janfebmaraprmayjunjulaugsepoctnovdec".indexOf((match[2] ?? "").toLowerCase()) / 3 + 1);
  return existing(match[1], month, match[3]);
}

/** `-04-03-2021-` in an address, as the parts year, month, day. */
function dayLeads(path: string): string[] | null {
  const m = /[/_~-](\d{1,2})[-_](\d{1,2})[-_](20\d{2})(?!\d)/.exec(path);
  return m ? [m[0], m[3] ?? "", m[2] ?? "", m[1] ?? ""] : null;
}

function existing(year = "", month = "", day = ""): string | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isoDate.safeParse(date).success ? plausible(date) : null;
}

/** Before 1985 there was no page to publish on: such a date is a zero clock or the subject's. */
const plausible = (date: string | null) => (date !== null && date >= "1985" && date < "2100" ? date : null);

const daysBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
