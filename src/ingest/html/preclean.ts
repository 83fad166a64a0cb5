import type { Zone } from "../../coverage/article.ts";
import { isCaption, namesOf } from "./blocks.ts";
import { childrenOf, type DomDocument, type DomElement, type DomNode, isElement } from "./dom.ts";

/** Elements that are furniture by what they are. */
const furnitureTags = new Set(["NAV", "ASIDE", "FOOTER", "FORM", "BUTTON", "DIALOG", "MENU", "INPUT", "LABEL"]);
const furnitureRoles = new Set([
  "navigation",
  "complementary",
  "banner",
  "contentinfo",
  "search",
  "dialog",
  "alert",
  "menu",
  "menubar",
  "toolbar",
]);

/** Names that page makers give to what is not the article, at the start or end of a part of a class or id. */
const furnitureNames = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "shar(?:e|es|ing)(?:bar|box|tools?|links?|buttons?)?|social(?:media|bar|icons|links|share)?|follow(?:us|-us)?|addthis|sharedaddy|addtoany",
    "related(?:posts?|articles?|content|links|stories|news)?|recirc(?:ulation)?|recommend(?:ed|ations?|s)?|jp-relatedposts|see-?also|read-?(?:more|next|also)|also-?(?:read|on|like)|more-?(?:from|stories|on|news|posts|articles|in|links|about)|up-?next|you-?(?:may|might)|next-?(?:article|post|story)|prev(?:ious)?-?(?:article|post|story)|post-?nav(?:igation)?",
    "popular|trending|most-?(?:read|viewed|popular|shared|recent)|latest(?:-?(?:news|posts|stories))?|outbrain|taboola|zergnet|revcontent|teasers?",
    "newsletters?|sign-?up|subscri(?:be|ption)s?|email-?(?:signup|form)|mailchimp|mc-?embed|promos?|promoted|promotion(?:al)?|sponsor(?:ed|s)?|advert(?:s|isement|isements|ising)?|ads?|ad-?(?:slot|unit|container|wrapper|label|block|box)|dfp|banners?|cta|call-?to-?action|donat(?:e|ion)s?|paywall|membership|marketing",
    "comments?(?:-?(?:area|list|section|form|count))?|disqus(?:_thread)?|respond|livefyre|reactions?|rating",
    "breadcrumbs?|pagination|pager|page-?links|nav(?:bar|igation)?|menus?|toolbar|tool-?bar|masthead|sidebar|side-?bar|side-?rail|right-?rail|widgets?|footer|skip-?links?|topics|tag(?:s|list|cloud)|tags-?links|categor(?:y|ies)(?:-?links)?|cat-?links|post-?tags|entry-?(?:meta|utility|footer)|article-?(?:meta|tools|tags|footer|actions)|post-?(?:meta|footer)|meta-?(?:data|info)|keywords",
    "author-?(?:bio|box|info|card|description|profile|about)|about-?(?:the-?)?authors?|bio(?:graphy)?|byline|contributors?|posted-?(?:on|by|in)|timestamp|dateline|pub-?date|publish(?:ed)?-?date|date-?(?:time|line)|copyright|disclaimer|correction-?policy|credits?",
    "cookies?|consent|gdpr|modal|popup|pop-?up|overlay|lightbox|tooltip|screen-?reader(?:-?text)?|sr-?only|visually-?hidden|visuallyhidden|print-?only|no-?print|hidden|a11y",
    "gallery|slideshow|carousel|slider|player|video-?(?:player|container|wrapper|info|title|caption)|jwplayer|brightcove|playlist|podcast-?(?:player|promo)|transcript-?toggle",
    "pull-?quotes?|pullout",
  ].join("|")})(?:$|[\\s_-])`,
  "i",
);

/** A stretch removed before extraction, and the reason. */
export interface Removed {
  readonly element: DomElement;
  readonly zone: Zone;
  readonly why: string;
}

/**
 * Takes the furniture out of a page by tag, role and class, and returns what was taken. What holds much of the prose of
 * the page stays whatever it is called: pages are wrapped in elements with all kinds of names.
 */
export function preclean(body: DomElement): Removed[] {
  const removed: Removed[] = [];
  const total = wordCount(body.textContent ?? "");
  // The same few classes stand on most elements of a page.
  const known = new Map<string, string | null>();
  const visit = (parent: DomNode) => {
    for (const child of childrenOf(parent)) {
      if (!isElement(child)) continue;
      const why = furnitureReason(child, known);
      if (why && !holdsProse(child, total)) {
        child.remove();
        removed.push({ element: child, zone: zoneOf(why), why });
      } else visit(child);
    }
  };
  visit(body);
  for (const quotation of body.querySelectorAll("blockquote")) unwrap(quotation, body);
  return removed;
}

/**
 * Makes every caption a <figcaption>: Readability turns boxes into paragraphs and loses their classes on the way, and a
 * caption that has become a paragraph cannot be told from the story.
 */
export function markCaptions(document: DomDocument): void {
  for (const element of document.body.querySelectorAll("div, p, span, small, em, cite")) {
    if (!isCaption(element) || (element.textContent ?? "").trim() === "") continue;
    const caption = document.createElement("figcaption");
    for (const child of childrenOf(element)) caption.appendChild(child);
    element.replaceWith(caption);
  }
}

/**
 * Puts a quotation in the place of the elements that hold it and nothing else: Readability throws out boxes that are named
 * "social" or hold a link among few words, and with them the posts that a story quotes.
 */
function unwrap(quotation: DomElement, body: DomElement): void {
  const length = (quotation.textContent ?? "").trim().length;
  if (length === 0) return;
  let outermost = quotation;
  for (let at = quotation.parentNode; at && at !== body && isElement(at); at = at.parentNode) {
    if ((at.textContent ?? "").trim().length > length) break;
    outermost = at;
  }
  if (outermost !== quotation) outermost.replaceWith(quotation);
  quotation.removeAttribute("class");
}

function zoneOf(why: string): Zone {
  if (
    /relat|recirc|recommend|read-?(?:more|next|also)|also|more-|popular|trending|most-|latest|teaser|next|prev/i.test(
      why,
    )
  )
    return "related";
  return /byline/i.test(why) ? "byline" : "boilerplate";
}

function furnitureReason(element: DomElement, known: Map<string, string | null>): string | null {
  const { tagName } = element;
  if (tagName === "BODY" || tagName === "ARTICLE" || tagName === "MAIN") return null;
  if (furnitureTags.has(tagName)) return `<${tagName.toLowerCase()}>`;
  const role = element.getAttribute("role")?.toLowerCase();
  if (role && furnitureRoles.has(role)) return `role ${role}`;
  if (element.getAttribute("hidden") !== null) return "hidden";
  const names = namesOf(element);
  // A post from a social network that the story shows is part of it.
  if (tagName === "BLOCKQUOTE" || /embed/i.test(names) || isCaption(element)) return null;
  const before = known.get(names);
  if (before !== undefined) return before;
  const name = furnitureNames.exec(spelledOut(names))?.[0];
  const reason = name ? `class or id "${name.trim().replace(/^[_-]+|[_-]+$/g, "")}"` : null;
  known.set(names, reason);
  return reason;
}

/** camelCase as camel-Case, so that names are found in either spelling. */
const spelledOut = (names: string) => names.replace(/([a-z])([A-Z])/g, "$1-$2");

/** Words, as stretches between white space; counted by hand, since it is done for much of the page. */
function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 0x20;
    if (!isSpace && !inWord) count++;
    inWord = !isSpace;
  }
  return count;
}

/** The safety rule: more than three paragraphs of prose, or more than two fifths of the words of the page. */
function holdsProse(element: DomElement, total: number): boolean {
  const text = element.textContent ?? "";
  if (element.querySelector("blockquote")) return true;
  if (text.length < 200) return false;
  if (wordCount(text) > total * 0.4) return true;
  let prose = 0;
  for (const p of element.querySelectorAll("p")) {
    const line = (p.textContent ?? "").trim();
    if (line.length > 80 && /[.!?…]["'”’»)]*$/u.test(line)) prose++;
  }
  return prose > 3;
}
