import { namesOf } from "./blocks.ts";
import { childrenOf, type DomDocument, type DomElement, type DomNode, isElement } from "./dom.ts";
import { type LinkedData, readLinkedData } from "./linked-data.ts";

/** Everything on a page that says something about the page, gathered in one walk, before extraction changes it. */
export interface Survey {
  /** Contents of <meta> by lower-case name, property or itemprop, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | null;
  readonly title: string | null;
  readonly h1: readonly string[];
  /** `datetime` (else text) of <time> elements, with their classes. */
  readonly times: readonly { readonly value: string; readonly names: string }[];
  /** Values of microdata properties outside <meta>, by name. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Texts of elements that are named after a writer or a date, short ones only. */
  readonly bylines: readonly string[];
  readonly stamps: readonly string[];
  readonly linkedData: LinkedData | null;
  readonly htmlLanguage: string | null;
}

const bylineName =
  /(?:^|[\s_-])(?:byline|by-line|author(?:s|-?name)?|article-?author|post-?author|entry-author|writer)(?:$|[\s_-])/i;
const stampName =
  /(?:^|[\s_-])(?:date|datum|fecha|dateline|timestamp|time|pub-?date|publish(?:ed|ing)?(?:-?(?:date|time|on|at))?|authored|date-?author|posted-?on|post-?date|entry-date|article-?date|fecha-articulo|date-?header|item-?post-?date|post-?created|date-?time|created)(?:$|[\s_-])/i;

/** Walks a parsed page once, before extraction changes it. */
export function survey(document: DomDocument): Survey {
  const meta = new Map<string, string[]>();
  const properties = new Map<string, string[]>();
  const found = {
    h1: [] as string[],
    times: [] as { value: string; names: string }[],
    bylines: [] as string[],
    stamps: [] as string[],
  };
  const scripts: string[] = [];
  let canonical: string | null = null;
  let title: string | null = null;

  const visit = (element: DomElement) => {
    const { tagName } = element;
    if (tagName === "META") {
      const name =
        element.getAttribute("property") ??
        element.getAttribute("name") ??
        element.getAttribute("itemprop") ??
        element.getAttribute("http-equiv");
      add(meta, name, element.getAttribute("content"));
    } else if (tagName === "LINK") {
      if (/(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute("rel") ?? ""))
        canonical ??= element.getAttribute("href");
    } else if (tagName === "TITLE") title ??= line(element);
    else if (tagName === "SCRIPT") {
      if (/ld\+json/i.test(element.getAttribute("type") ?? "")) scripts.push(element.textContent ?? "");
    } else {
      if (tagName === "H1") found.h1.push(line(element));
      const names = namesOf(element);
      if (tagName === "TIME")
        found.times.push({
          value: element.getAttribute("datetime") ?? line(element),
          names: `${names} ${element.getAttribute("itemprop") ?? ""}`,
        });
      const property = element.getAttribute("itemprop");
      if (property)
        add(properties, property, element.getAttribute("datetime") ?? element.getAttribute("content") ?? line(element));
      if (bylineName.test(names) || element.getAttribute("rel") === "author") keep(found.bylines, line(element));
      if (stampName.test(names)) {
        // An <abbr> of the hAtom microformat holds the date in its title.
        keep(found.stamps, element.getAttribute("title") ?? "");
        keep(found.stamps, line(element));
      }
    }
  };
  if (document.documentElement) walk(document.documentElement, visit);
  return {
    meta,
    canonical,
    title,
    properties,
    ...found,
    linkedData: readLinkedData(scripts),
    htmlLanguage: document.documentElement?.getAttribute("lang") ?? null,
  };
}

function walk(node: DomNode, visit: (element: DomElement) => void): void {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    visit(child);
    walk(child, visit);
  }
}

function add(map: Map<string, string[]>, name: string | null, value: string | null): void {
  const content = value?.replace(/\s+/g, " ").trim();
  if (!name || !content) return;
  const key = name.trim().toLowerCase();
  const values = map.get(key) ?? [];
  values.push(content);
  map.set(key, values);
}

function keep(list: string[], text: string): void {
  if (text !== "" && text.length <= 120) list.push(text);
}

/** The text of an element on one line; of a long one only the beginning, which is never what is looked for here. */
function line(element: DomElement): string {
  return (element.textContent ?? "").slice(0, 2000).replace(/\s+/g, " ").trim();
}
