import { parseFeed } from "feedsmith";
import { InputError } from "../../coverage/errors.ts";
import { plain } from "../html/plain.ts";

/** One item of a feed, whatever kind of feed it was. */
export interface FeedItem {
  readonly id: string | null;
  readonly link: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  /** The full text as HTML, where the feed carries it. */
  readonly content: string | null;
  readonly summary: string | null;
}

/**
 * The items of an RSS, Atom, RDF or JSON feed. In a feed that is not well formed, each item that is by itself is read, and
 * the others are named in `problems`. Entities declared in the document are never expanded.
 * @throws InputError when it is no feed that can be read.
 */
export function feedItems(whole: string): { items: FeedItem[]; problems: string[] } {
  const { text, problems } = withoutUnpublished(whole);
  const all = attempt(text);
  if (all) return { items: all, problems };
  const { prologue, epilogue, parts } = takeApart(text);
  const items = parts.flatMap((part, i) => {
    const read = part.closed ? attempt(prologue + part.text + epilogue) : null;
    if (!read?.length) problems.push(`item ${i + 1} of the feed is broken and was skipped`);
    return read ?? [];
  });
  if (items.length === 0) throw new InputError("the feed is not well formed and none of its items can be read");
  return { items, problems };
}

/**
 * An export of WordPress (WXR) holds drafts, private posts, attachments and menus as well: what is no published post or page
 * is left out and named.
 */
function withoutUnpublished(text: string): { text: string; problems: string[] } {
  const problems: string[] = [];
  if (!/<wp:(?:status|post_type)>/.test(text)) return { text, problems };
  const kept = text.split(/(?=<item[\s>])/).map((part) => {
    const end = part.indexOf("</item>");
    if (!part.startsWith("<item") || end < 0) return part;
    const field = (name: string) => plainField(new RegExp(`<wp:${name}>([\\s\\S]*?)</wp:${name}>`).exec(part)?.[1]);
    const [status, type] = [field("status"), field("post_type")];
    const isContent = type === null || type === "post" || type === "page";
    if (isContent && (status === null || status === "publish")) return part;
    const title = plainField(/<title>([\s\S]*?)<\/title>/.exec(part)?.[1]) ?? field("post_id") ?? "untitled";
    const why = isContent ? `its status is "${status}"` : `it is of the type "${type}"`;
    problems.push(`"${title.slice(0, 60)}" was left out: ${why}`);
    return part.slice(end + "</item>".length);
  });
  return { text: kept.join(""), problems };
}

const plainField = (raw: string | undefined) => raw?.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, "").trim() || null;

function attempt(text: string): FeedItem[] | null {
  try {
    return itemsOf(parseFeed(text));
  } catch {
    return null;
  }
}

/** The elements of the items, each with what makes it a feed of its own. */
function takeApart(text: string): { prologue: string; epilogue: string; parts: { text: string; closed: boolean }[] } {
  const first = /<(item|entry)[\s>]/i.exec(text);
  const root = /<(?:\w+:)?(rss|feed|rdf)\b[^>]*>/i.exec(text)?.[0] ?? "";
  const tag = first?.[1] ?? "item";
  const before = text.slice(0, first?.index ?? 0);
  const kind = /^<(?:\w+:)?(\w+)/.exec(root)?.[1]?.toLowerCase();
  const title = /<title[^>]*>[^<]{0,500}<\/title>/i.exec(before)?.[0] ?? "";
  const [prologue, epilogue] =
    kind === "rss"
      ? [`${root}<channel>${title}`, "</channel></rss>"]
      : [`${root}${kind === "rdf" ? `<channel>${title}</channel>` : title}`, closing(root)];
  const parts = text
    .slice(first?.index ?? text.length)
    .split(new RegExp(`(?=<${tag}[\\s>])`, "i"))
    .filter((part) => part !== "")
    .map((part) => {
      const end = part.toLowerCase().lastIndexOf(`</${tag.toLowerCase()}>`);
      return { text: end < 0 ? part : part.slice(0, end + tag.length + 3), closed: end >= 0 };
    });
  return { prologue, epilogue, parts };
}

const closing = (root: string) => `</${/^<([\w:]+)/.exec(root)?.[1] ?? ""}>`;

type Feed = ReturnType<typeof parseFeed>;

function itemsOf({ format, feed }: Feed): FeedItem[] {
  if (format === "rss" || format === "rdf") {
    const language = format === "rss" ? feed.language : feed.dc?.languages?.[0];
    return (feed.items ?? []).map((item): FeedItem => {
      const rss = "guid" in item || "authors" in item || "pubDate" in item || "source" in item ? item : {};
      return made({
        id: "guid" in rss ? rss.guid?.value : item.link,
        link: item.link ?? ("guid" in rss && rss.guid?.isPermaLink !== false ? rss.guid?.value : undefined),
        title: item.title ?? item.dc?.titles?.[0],
        author: item.dc?.creators?.join(", ") ?? ("authors" in rss ? names(rss.authors) : undefined),
        outlet: ("source" in rss ? rss.source?.title : undefined) ?? item.dc?.publishers?.[0] ?? feed.title,
        language: item.dc?.languages?.[0] ?? language,
        published: ("pubDate" in rss ? rss.pubDate : undefined) ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
        updated: item.atom?.updated,
        content: item.content?.encoded,
        summary: item.description,
      });
    });
  }
  if (format === "atom") {
    return (feed.entries ?? []).map((entry) =>
      made({
        id: entry.id,
        link: (entry.links?.find((l) => !l.rel || l.rel === "alternate") ?? entry.links?.[0])?.href,
        title: entry.title?.value,
        author: names(entry.authors) ?? names(feed.authors),
        outlet: entry.source?.title?.value ?? feed.title?.value,
        language: feed.xml?.lang,
        published: entry.published,
        updated: entry.updated,
        content: entry.content?.value,
        summary: entry.summary?.value,
      }),
    );
  }
  return (feed.items ?? []).map((item) =>
    made({
      id: item.id,
      link: item.url ?? item.external_url,
      title: item.title,
      author: names(item.authors) ?? names(feed.authors),
      outlet: feed.title,
      language: item.language ?? feed.language,
      published: item.date_published,
      updated: item.date_modified,
      content: item.content_html ?? item.content_text,
      summary: item.summary,
    }),
  );
}

/** Persons as one line; RSS writes "desk@paper.example (A Name)". */
function names(
  people: readonly (string | { name?: string | undefined; email?: string | undefined })[] | undefined,
): string | undefined {
  const found = (people ?? []).flatMap((person) => (typeof person === "string" ? person : (person.name ?? [])));
  return found.length > 0 ? found.map((name) => /^\S+@\S+\s*\((.+)\)$/.exec(name)?.[1] ?? name).join(", ") : undefined;
}

function made(
  item: { [K in Exclude<keyof FeedItem, "published" | "updated">]: string | undefined } & {
    published: unknown;
    updated: unknown;
  },
): FeedItem {
  const date = (value: unknown) => (typeof value === "string" ? plain(value) : null);
  const raw = (text: string | undefined) => (text && text.trim() !== "" ? text : null);
  return {
    id: plain(item.id),
    link: plain(item.link),
    title: plain(item.title),
    author: plain(item.author),
    outlet: plain(item.outlet),
    language: plain(item.language),
    published: date(item.published),
    updated: date(item.updated),
    content: raw(item.content),
    summary: raw(item.summary),
  };
}
