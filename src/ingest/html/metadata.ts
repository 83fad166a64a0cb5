import { foldTypography, foldWord } from "../../language/fold.ts";
import { tokenize } from "../../language/words.ts";
import type { PublishedFinding } from "../draft.ts";
import type { Block } from "./blocks.ts";
import { publicationDate } from "./dates.ts";
import { plain } from "./plain.ts";
import type { Survey } from "./survey.ts";

/** What a page says about itself; what it does not say is `null`. */
export interface PageMetadata {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: PublishedFinding | null;
  readonly url: string | null;
  /** The language it declares, a BCP 47 primary subtag. */
  readonly language: string | null;
  readonly warnings: readonly string[];
}

/**
 * Reads headline, outlet, byline, day of publication, address and language of a page: JSON-LD first, then meta elements,
 * then microdata and what stands on the page, of which `shown` are the blocks. `url` is the address it was fetched from, where that is known.
 */
export function readMetadata(page: Survey, shown: readonly Block[], url?: string): PageMetadata {
  const warnings: string[] = [];
  const outlet = firstName(
    page.linkedData?.publisher,
    ...metas(page, "og:site_name", "application-name", "dc.publisher", "cre", "al:android:app_name"),
  );
  const address = addressOf(page, url, warnings);
  const headline = headlineOf(page, outlet, warnings);
  const language = languageOf(page);
  const headlines = [headline, page.h1.length === 1 ? page.h1[0] : null].flatMap((h) => h ?? []);
  return {
    headline,
    outlet,
    byline: bylineOf(page),
    published: publicationDate(page, { blocks: shown, headlines, language }, address ?? url ?? null, warnings),
    url: address,
    language,
    warnings,
  };
}

const metas = (page: Survey, ...names: string[]) => names.map((name) => page.meta.get(name)?.[0]);

function firstName(...values: (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = plain(value);
    if (text && !/^(?:@|https?:)/.test(text)) return text;
  }
  return null;
}

const wordsOf = (text: string) => new Set(tokenize(foldTypography(text)).map((t) => foldWord(t.text)));

/** How many of the words of `a` are in `b`, from 0 to 1. */
function shared(a: string, b: string): number {
  const words = wordsOf(a);
  if (words.size === 0) return 0;
  const others = wordsOf(b);
  return [...words].filter((w) => others.has(w)).length / words.size;
}

/**
 * The headline as readers see it: the <h1> of which more than four fifths of the words are in a declared title, since declared
 * titles are cut short, lengthened by the outlet's name or written for search engines. Without such an <h1>, the declared title.
 */
function headlineOf(page: Survey, outlet: string | null, warnings: string[]): string | null {
  const declared = [
    page.linkedData?.headline,
    ...metas(page, "og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"),
    page.title,
  ].flatMap((value) => plain(value) ?? []);
  const headings = page.h1.filter((h) => h.length >= 3 && h.length <= 400).slice(0, 20);
  // Of several, the one that says most of a title: a site's name may stand in it too.
  const coverage = (heading: string) =>
    Math.max(0, ...declared.map((title) => (shared(heading, title) > 0.8 ? shared(title, heading) : 0)));
  const agreed = headings.length > 0 ? headings.reduce((a, b) => (coverage(b) > coverage(a) ? b : a)) : undefined;
  if (agreed && coverage(agreed) > 0 && !(outlet && sameName(agreed, outlet))) return agreed;
  const [title] = declared;
  const lone = headings.length === 1 ? headings[0] : undefined;
  if (!title) return lone ?? null;
  const bare = withoutOutlet(title, outlet);
  if (lone && tokenize(lone).length >= 4 && shared(lone, bare) < 0.3 && shared(bare, lone) < 0.3) {
    warnings.push(
      `the page's heading "${shortened(lone)}" is not its declared title "${shortened(bare)}"; the declared one was taken`,
    );
  }
  return bare;
}

const sameName = (a: string, b: string) =>
  foldWord(a).replace(/[^\p{L}\p{N}]/gu, "") === foldWord(b).replace(/[^\p{L}\p{N}]/gu, "");
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text);

/** A title without " | Outlet" or " - Outlet - Section" at its end. */
function withoutOutlet(title: string, outlet: string | null): string {
  const parts = title.split(/\s+[|»«·•]\s+|\s+[–—-]\s+/);
  const head = parts[0] ?? title;
  if (parts.length < 2) return title;
  if (outlet && parts.slice(1).some((part) => sameName(part, outlet))) {
    const at = title.search(/\s+(?:[|»«·•]|[–—-])\s+(?!.*\s+(?:[|»«·•]|[–—-])\s+)/);
    return parts.length === 2 ? head : at > 0 ? title.slice(0, at) : title;
  }
  const bar = title.search(/\s+[|»•]\s+/);
  return bar > 20 ? title.slice(0, bar) : title;
}

function bylineOf(page: Survey): string | null {
  const declared = page.linkedData?.authors ?? [];
  const candidates = [
    declared.length > 0
      ? declared
          .map(plain)
          .filter((n) => n !== null)
          .join(", ")
      : null,
    ...metas(
      page,
      "author",
      "byl",
      "article:author",
      "parsely-author",
      "sailthru.author",
      "dc.creator",
      "dcterms.creator",
      "citation_author",
      "cxenseparse:author",
    ),
    page.properties.get("author")?.[0],
    ...page.bylines,
  ];
  for (const candidate of candidates) {
    const name = plain(candidate)?.replace(bylineLead, "").replace(bylineTail, "").trim();
    if (name && isName(name)) return name;
  }
  return null;
}

const bylineLead = /^(?:(?:posted|written|published|reported) by|by|author|автор|текст)(?:\s*:\s*|\s+)/i;
/** What stands beside a name in its element: the date, the place in the site. */
const bylineTail =
  /\s*(?:[|•·].*|[,–—-]?\s*(?:published|updated|posted|опубликовано|обновлено)\b.*|[,–—-]?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}\b.*|\d{1,2}[ ./-]\S+[ ./-]\d{4}.*|\d{4}-\d{2}-\d{2}.*))$/iu;

/** A writer's name or several: no address, no sentence, not the account that every installation has. */
function isName(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 150 &&
    /\p{L}{2}/u.test(text) &&
    !/https?:|www\.|@|[!?{}<>]|\.\s+\p{L}{3,}\s+\p{Ll}/u.test(text) &&
    !/^(?:admin|administrator|editor|staff|unknown|none|null|author|guest|user|webmaster)$/i.test(text) &&
    tokenize(text).length <= 16
  );
}

function addressOf(page: Survey, fetched: string | undefined, warnings: string[]): string | null {
  const from = webAddress(fetched);
  const canonical = webAddress(page.canonical, from);
  const declared = [
    canonical,
    webAddress(page.meta.get("og:url")?.[0], from),
    webAddress(page.linkedData?.url, from),
  ].filter((u) => u !== null && !isHome(u));
  const [best] = declared;
  if (!from) {
    const other = declared.find((u) => u !== null && best && host(u) !== host(best));
    if (best && other) warnings.push(`the page names two addresses, ${best} and ${other}; the first was taken`);
    return best ?? null;
  }
  if (best && host(best) === host(from)) return best;
  if (best) warnings.push(`the page was fetched from ${from} but calls ${best} its address; the former was kept`);
  return from;
}

/** An address made absolute, without fragment; `null` for what is none or not of the web. */
function webAddress(value: string | null | undefined, base?: string | null): string | null {
  const url = value ? URL.parse(value.trim(), base ?? undefined) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = "";
  return url.href;
}

const isHome = (url: string) => /^https?:\/\/[^/]+\/?$/.test(url);
const host = (url: string) => URL.parse(url)?.hostname.replace(/^(?:www|m|amp|mobile)\./, "") ?? "";

function languageOf(page: Survey): string | null {
  for (const value of [
    page.htmlLanguage,
    page.meta.get("content-language")?.[0],
    page.linkedData?.language,
    page.meta.get("og:locale")?.[0],
  ]) {
    const tag = value?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
    if (/^[a-z]{2}$/.test(tag)) return tag;
  }
  return null;
}
