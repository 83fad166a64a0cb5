import type { Corpus } from "../../../coverage/corpus.ts";
import { dayOf, isoOf } from "../../../reading/dates/calendar.ts";
import type { Event } from "../../../reading/event.ts";
import { shownOf, type Wording } from "./wording.ts";

/** RFC 5545, 3.1: "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break." */
const lineOctets = 75;

/**
 * Dated events as an iCalendar file (RFC 5545): all-day events that do not make anybody busy, the whole sentence as the summary. An event's UID
 * is its id, so a calendar that takes the file in again has each once. A side that a date leaves open ends with the day that is known.
 */
export function toIcs(corpus: Corpus, events: readonly Event[], wording: Wording): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Onrecord//Timeline//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(wording.title)}`,
    ...events.flatMap((event) => eventLines(corpus, event, wording)),
    "END:VCALENDAR",
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join("");
}

function eventLines(corpus: Corpus, event: Event, wording: Wording): string[] {
  const shown = shownOf(corpus, event);
  const first = event.from ?? event.to;
  const last = event.to ?? event.from;
  if (!shown || first === null || last === null) return [];
  const { article, sentence, alsoIn } = shown;
  const description = [`${wording.period(event)} (${event.edtf})`, wording.source(article, alsoIn)];
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@onrecord`,
    // Required (3.6.1). The day the article is known to stand: the same file for the same coverage, whenever it is made.
    `DTSTAMP:${basic(article.published ?? "1970-01-01")}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(first)}`,
    // "The DTEND property … specifies the non-inclusive end of the event" (3.6.1).
    `DTEND;VALUE=DATE:${basic(isoOf(dayOf(last) + 1))}`,
    `SUMMARY:${escaped(sentence)}`,
    `DESCRIPTION:${escaped(description.join("\n"))}`,
    ...(article.url ? [`URL:${article.url.replace(/[\r\n]/g, "")}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const basic = (day: string) => day.replaceAll("-", "");

/** RFC 5545, 3.3.11: backslash, comma, semicolon and line breaks are escaped; other control characters have no place in text. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "\ufffd");
}

/** Cuts a long line between characters; what follows begins with a blank that does not count as content. */
function folded(line: string): string[] {
  const out: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > lineOctets) {
      out.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...out, part];
}
