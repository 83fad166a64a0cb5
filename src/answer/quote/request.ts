import { makeArticle, metadataSchema } from "../../coverage/article.ts";
import { type Corpus, compare } from "../../coverage/corpus.ts";
import { foldWord } from "../../language/fold.ts";
import { readMentions } from "../../reading/mentions.ts";

/** What somebody wants quoted. Everything is optional; with nothing, everybody is wanted. */
export interface QuoteRequest {
  readonly speaker: string | null;
  readonly topic: string | null;
  /** An outlet as the coverage writes it, or as it was asked for where the coverage has none of that name. */
  readonly outlet: string | null;
  /** Days, both inclusive. */
  readonly since: string | null;
  readonly until: string | null;
}

export const everybody: QuoteRequest = { speaker: null, topic: null, outlet: null, since: null, until: null };

type Slot = "topic" | "place" | "since" | "before" | "until" | "on";

const slots: Record<string, Slot> = {
  about: "topic", regarding: "topic", о: "topic", об: "topic", обо: "topic", про: "topic", in: "place", в: "place", во: "place", from: "place", из: "place",
  since: "since", after: "since", с: "since", со: "since", после: "since", before: "before", до: "before", until: "until", till: "until", по: "until", on: "on", за: "on", от: "on",
}; // biome-ignore format: a table

/**
 * Reads "[speaker] [about topic] [in outlet] [since|before|until|on date]", in English or Russian words and any order after
 * the speaker. "in" and "on" take a date where one follows, "in" an outlet that the coverage has; otherwise what
 * follows belongs to the topic.
 */
export function readQuoteRequest(text: string, corpus: Corpus): QuoteRequest {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const speaker: string[] = [];
  const topic: string[] = [];
  let outlet: string | null = null;
  let since: string | null = null;
  let until: string | null = null;
  for (let i = 0; i < words.length; ) {
    const slot = slots[(words[i] ?? "").toLowerCase()];
    let end = i + 1;
    while (end < words.length && !slots[(words[end] ?? "").toLowerCase()]) end++;
    const said = words.slice(slot ? i + 1 : i, end).join(" ");
    const keyword = words[i] ?? "";
    i = end;
    if (!slot) speaker.push(said);
    else if (said === "") topic.push(keyword);
    else if (slot === "topic") topic.push(said);
    else {
      const days =
        slot === "place" || slot === "on" || slot === "since" || slot === "before" || slot === "until"
          ? readDays(said)
          : null;
      const paper = slot === "place" ? outletNamed(said, corpus) : null;
      if (days && slot === "since") since = days.from;
      else if (days && slot === "before") until = dayBefore(days.from);
      else if (days && slot === "until") until = days.to;
      else if (days) [since, until] = [days.from, days.to];
      else if (paper) outlet = paper;
      // "President of …", "Minister in …": still a part of who is asked for, unless the topic has begun.
      else
        (topic.length > 0 || slot === "on" || speaker.length === 0 ? topic : topic).push(
          slot === "place" ? said : `${keyword} ${said}`,
        );
    }
  }
  return { speaker: speaker.join(" ") || null, topic: topic.join(" ") || null, outlet, since, until };
}

/** A request as a person would type it: `readQuoteRequest` reads the same, where the topic holds none of its words. */
export function quoteLine({ speaker, topic, outlet, since, until }: QuoteRequest): string {
  return [
    speaker,
    topic && `about ${topic}`,
    outlet && `in ${outlet}`,
    since && `since ${since}`,
    until && `until ${until}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** The days that a date names: "2021-03-04", "4 March 2021", "2021-03", "March 2021", "2021", "4 марта 2021". */
export function readDays(text: string): { from: string; to: string } | null {
  const year = /^\d{4}$/.exec(text.trim());
  if (year) return { from: `${year[0]}-01-01`, to: `${year[0]}-12-31` };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text.trim());
  if (month)
    return {
      from: `${month[0]}-01`,
      to: new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10),
    };
  const article = makeArticle(
    metadataSchema.parse({ id: "date", capture: { file: "date", sha256: "0".repeat(64) } }),
    text,
  );
  const language = /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";
  const [found] = readMentions({ ...article, language }, null);
  if (!found?.from || !found.to || found.expression.end - found.expression.start < text.trim().length - 4) return null;
  return { from: found.from, to: found.to };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The outlet of the coverage that a text names, "the" and domain endings aside. */
export function outletNamed(text: string, corpus: Corpus): string | null {
  const key = outletKey(text);
  const outlets = [...new Set(corpus.live.map((a) => a.outlet).filter((o) => o !== null))].sort(compare);
  return (
    outlets.find((o) => outletKey(o) === key) ??
    (key.length > 3 ? outlets.find((o) => outletKey(o).startsWith(key)) : undefined) ??
    null
  );
}

/**
 * The outlets that are meant: of that name in capitals or small letters, else all that have it in their names, else the
 * one that is spelled so, "the" and domain endings aside.
 */
export function outletsMeant(text: string, corpus: Corpus): ReadonlySet<string> {
  const wanted = text.trim().toLowerCase();
  const outlets = new Set(corpus.live.flatMap((a) => (a.outlet === null ? [] : [a.outlet])));
  const same = [...outlets].filter((o) => o.toLowerCase() === wanted);
  if (same.length > 0) return new Set(same);
  const holding = [...outlets].filter((o) => wanted !== "" && o.toLowerCase().includes(wanted));
  if (holding.length > 0) return new Set(holding);
  const named = outletNamed(text, corpus);
  return new Set(named === null ? [] : [named]);
}

function outletKey(name: string): string {
  return foldWord(name)
    .replace(/^(?:the|газета)\s+/u, "")
    .replace(/^(?:www\.)/, "")
    .replace(/\.(?:com|org|net|ru|co\.uk|uk)$/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
