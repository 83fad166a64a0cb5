import { InputError } from "../coverage/errors.ts";
import { guessLanguage } from "../language/script.ts";
import { composeDraft, type Draft } from "./draft.ts";
import { type FeedItem, feedItems } from "./feed/items.ts";
import { dayInUrl, dayOf, newsroomDay } from "./html/dates.ts";
import { readFragment } from "./html/fragment.ts";

/** A feed of more characters than this is an archive to be split. */
const maxFeedLength = 100_000_000;

/**
 * Reads the items of an RSS, Atom, RDF or JSON feed as articles, in the feed's order. Full text is preferred; a summary is
 * taken where there is nothing else, with a warning. Items that cannot be read are skipped and named in the warnings of the
 * first draft.
 * @throws InputError when it is no feed, or none of its items holds text.
 */
export function readFeed(xml: string): Draft[] {
  if (xml.length > maxFeedLength)
    throw new InputError(`the feed is too big: ${xml.length} characters, at most ${maxFeedLength} are read`);
  const { items, problems } = feedItems(xml.toWellFormed().replaceAll("\u0000", ""));
  const drafts: Draft[] = [];
  items.forEach((item, i) => {
    const name = `item ${i + 1}${item.title ? ` ("${item.title.slice(0, 60).toWellFormed()}")` : ""}`;
    try {
      const draft = readItem(item);
      if (draft.text === "") problems.push(`${name} holds no text and was skipped`);
      else drafts.push(draft);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(`${name} was skipped: ${error.message}`);
    }
  });
  const [first, ...rest] = drafts;
  if (!first && problems.length > 0 && items.length === 0)
    throw new InputError(`nothing in the feed is published: ${problems[0]}`);
  if (!first)
    throw new InputError(items.length === 0 ? "the feed holds no items" : "no item of the feed holds any text");
  return [{ ...first, warnings: [...first.warnings, ...problems] }, ...rest];
}

function readItem(item: FeedItem): Draft {
  const warnings: string[] = [];
  const full = item.content === null ? null : readFragment(item.content, item.title);
  const usesFull = full !== null && full.paragraphs.length > 0;
  const { paragraphs, dropped } = usesFull ? full : readFragment(item.summary ?? "", item.title);
  if (!usesFull && paragraphs.length > 0)
    warnings.push("the feed holds only a summary of this item; the summary was taken");
  const url = webAddress(item.link) ?? webAddress(item.id);
  const declared = item.language?.toLowerCase().split(/[-_]/)[0] ?? "";
  return composeDraft({
    ...(item.id ? { id: item.id } : {}),
    ...(usesFull ? {} : { isSummary: true }),
    headline: item.title,
    outlet: item.outlet,
    byline: item.author,
    published: publishedDay(item, url, warnings),
    url,
    language: /^[a-z]{2,3}$/.test(declared) ? declared : guessLanguage(paragraphs.map((p) => p.text).join("\n")),
    paragraphs,
    dropped,
    warnings,
  });
}

function publishedDay(item: FeedItem, url: string | null, warnings: string[]): Draft["published"] {
  const published = item.published && dayOf(item.published);
  if (item.published && !published)
    warnings.push(`the publication date "${item.published.slice(0, 60)}" cannot be read and was left out`);
  const updated = published || item.published ? null : item.updated && dayOf(item.updated);
  const day = published || updated;
  if (!day) return null;
  if (!published) warnings.push("the feed tells only when this item was last updated; that day was taken");
  return {
    date: newsroomDay(day, (published ? item.published : item.updated) ?? undefined, dayInUrl(url)),
    basis: "metadata",
    words: null,
  };
}

function webAddress(value: string | null): string | null {
  const url = value ? URL.parse(value) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
