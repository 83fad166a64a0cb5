/**
 * How deep elements may stand inside each other. Readability's time grows with the cube of the depth (512 levels
 * take half a second, 20,000 overflow the stack); real pages stay below 100.
 */
export const maxNesting = 200;

/** Elements that hold no others, and so open no level. */
const voidTags = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** Elements whose content is characters up to their end tag. */
const rawTags = new Set(["script", "style", "textarea", "title", "xmp"]);
/** Open elements that the start of another one ends (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags). */
const ended: Record<string, readonly string[]> = {
  p: ["p"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["tr", "td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
  option: ["option"],
  thead: ["thead", "tbody"],
  tbody: ["thead", "tbody"],
  tfoot: ["thead", "tbody"],
};

/**
 * The page with every tag left out that would open an element more than `maxNesting` levels deep; what those elements
 * hold stays, with a line break in place of each tag. A tag with thousands of attributes loses them. A page within the limits
 * comes back as it is.
 * One pass over the characters, which it divides into tags as the parser does, so that no page can hold either up.
 */
export function capNesting(html: string): string {
  const open: string[] = [];
  let tooDeep = 0;
  let out = "";
  let copied = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    const tag = readTag(html, at);
    if (!tag) {
      at++;
      continue;
    }
    let leaveOut = false;
    if (tag.kind === "close") {
      const level = open.lastIndexOf(tag.name);
      if (tooDeep > 0) {
        tooDeep--;
        leaveOut = true;
      } else if (level >= 0) open.length = level;
    } else if (tag.kind === "open" && !voidTags.has(tag.name)) {
      while (ended[tag.name]?.includes(open.at(-1) ?? "")) open.pop();
      leaveOut = open.length >= maxNesting;
      if (leaveOut) tooDeep++;
      else open.push(tag.name);
    }
    if (!leaveOut && tag.kind === "open" && isOverladen(html, at, tag.end)) {
      out += `${html.slice(copied, at)}<${tag.name}>`;
      copied = tag.end;
    }
    if (leaveOut) {
      // One break for tags that stand side by side.
      out += at > copied || copied === 0 ? `${html.slice(copied, at)}<br>` : "";
      copied = tag.end;
    }
    at = tag.end;
  }
  return copied === 0 ? html : out + html.slice(copied);
}

/** A tag of a page has a dozen attributes; the parser looks through all there are for each one it adds. */
function isOverladen(html: string, start: number, end: number): boolean {
  return end - start > 10_000 && html.slice(start, end).split(/\s+/, mostAttributes + 1).length > mostAttributes;
}
const mostAttributes = 1000;

interface Tag {
  readonly kind: "open" | "close" | "other";
  /** Lower case. */
  readonly name: string;
  readonly end: number;
}

/** The tag, comment, declaration or raw element that starts with the "<" at `at`; null where that is only a character. */
function readTag(html: string, at: number): Tag | null {
  if (html.startsWith("<!--", at)) return other(after(html, "-->", at + 2));
  if (html.startsWith("<![CDATA[", at)) return other(after(html, "]]>", at + 9));
  const second = html.charAt(at + 1);
  if (second === "!" || second === "?") return other(after(html, ">", at + 2));
  if (second === "/") {
    const end = after(html, ">", at + 2);
    const name = /^\s*([a-z][^\s>]*)/i.exec(html.slice(at + 2, Math.min(end, at + 80)))?.[1];
    return name ? { kind: "close", name: name.toLowerCase(), end } : other(end);
  }
  if (!/[a-z]/i.test(second)) return null;
  let to = at + 1;
  while (to < html.length && !isTagBreak(html.charCodeAt(to))) to++;
  const name = html.slice(at + 1, to).toLowerCase();
  const end = endOfTag(html, to);
  if (!rawTags.has(name) || html.charAt(end - 2) === "/") return { kind: "open", name, end };
  const close = new RegExp(`</${name}[\\s>]`, "gi");
  close.lastIndex = end;
  return other(close.exec(html)?.index ?? html.length);
}

const other = (end: number): Tag => ({ kind: "other", name: "", end });

/** Just behind the ">" that ends a start tag whose attributes begin at `from`; one inside a quoted value does not. */
function endOfTag(html: string, from: number): number {
  let i = from;
  while (i < html.length) {
    const code = html.charCodeAt(i);
    if (code === greater) return i + 1;
    if (code === slash || isSpace(code)) {
      i++;
      continue;
    }
    // An attribute: the first character belongs to its name whatever it is.
    i++;
    while (i < html.length && html.charCodeAt(i) !== equals && !isTagBreak(html.charCodeAt(i))) i++;
    while (isSpace(html.charCodeAt(i))) i++;
    if (html.charCodeAt(i) !== equals) continue;
    i++;
    while (isSpace(html.charCodeAt(i))) i++;
    const quote = html.charAt(i);
    if (quote === '"' || quote === "'") i = after(html, quote, i + 1);
    else while (i < html.length && html.charCodeAt(i) !== greater && !isSpace(html.charCodeAt(i))) i++;
  }
  return html.length;
}

const greater = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
const isTagBreak = (code: number) => code === greater || code === slash || isSpace(code);

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}
