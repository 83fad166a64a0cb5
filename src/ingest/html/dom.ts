import { parseHTML } from "linkedom";
import { InputError } from "../../coverage/errors.ts";
import { capNesting } from "./nesting.ts";

/*
 * The part of the DOM that is used here, as types: the compiler is set up without browser types, and linkedom's
 * own lean on them.
 */
export interface DomNode {
  readonly nodeType: number;
  textContent: string | null;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  remove(): void;
}
export interface DomElement extends DomNode {
  /** Upper case in HTML. */
  readonly tagName: string;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  replaceWith(node: DomNode): void;
  appendChild(node: DomNode): DomNode;
  insertBefore(node: DomNode, before: DomNode | null): DomNode;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly childNodes: Iterable<DomNode>;
  readonly head: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
}

const elementNode = 1;
const textNode = 3;
const cdataNode = 4;
const commentNode = 8;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === elementNode;
export const isText = (node: DomNode) => node.nodeType === textNode || node.nodeType === cdataNode;

export function* childrenOf(node: DomNode): Generator<DomNode> {
  for (let child = node.firstChild; child; ) {
    // Taken first, so that the caller may remove or move the child.
    const next: DomNode | null = child.nextSibling;
    yield child;
    child = next;
  }
}

/** More than this many characters are no news page, and hold the reader up for seconds. */
export const maxPageLength = 5_000_000;

/** More tags and entities than this are no page either: each becomes a node, and a million nodes take a quarter of a minute. */
export const maxMarkup = 300_000;

/**
 * Parses a page, whatever its state, into a document that has a head and a body and is nested no deeper than
 * extraction can bear.
 * @throws InputError when the page is too big.
 */
export function parsePage(html: string): DomDocument {
  if (html.length > maxPageLength) {
    throw new InputError(`the page is too big: ${html.length} characters, at most ${maxPageLength} are read`);
  }
  const source = capNesting(html.replaceAll("\u0000", ""));
  if (countOf(source, "<") + countOf(source, "&") > maxMarkup) {
    throw new InputError(`the page holds too much mark-up: at most ${maxMarkup} tags and entities are read`);
  }
  const { document } = parseHTML(/<html[\s>]/i.test(source) ? source : `<html>${source}</html>`) as {
    document: DomDocument;
  };
  const ordered = withHeadAndBody(document);
  tidy(ordered.body);
  return ordered;
}

/**
 * Drops comments, of which many among line breaks make Readability slow out of all measure, and puts pieces of text that
 * stand side by side together: the parser makes one of every entity.
 */
function tidy(node: DomNode): void {
  let run: DomNode[] = [];
  const join = () => {
    const [first, ...others] = run;
    if (first && others.length > 0) {
      first.textContent = run.map((piece) => piece.textContent).join("");
      for (const other of others) other.remove();
    }
    run = [];
  };
  for (const child of childrenOf(node)) {
    if (child.nodeType === textNode) run.push(child);
    else if (child.nodeType === commentNode) child.remove();
    else {
      join();
      if (isElement(child)) tidy(child);
    }
  }
  join();
}

/** linkedom leaves a page as it is written; Readability counts on a head followed by the one body with all that shows. */
function withHeadAndBody(document: DomDocument): DomDocument {
  let root: DomElement | null = null;
  const stray: DomNode[] = [];
  // Not by `childrenOf`: in linkedom a document type knows no next sibling.
  for (const child of [...document.childNodes]) {
    if (!root && isElement(child) && child.tagName === "HTML") root = child;
    else stray.push(child);
  }
  // A page without the tag, in which "<html" stands in a script or comment only.
  const home = root ? document : (parseHTML("<html></html>") as { document: DomDocument }).document;
  root ??= home.documentElement;
  if (!root) return home;
  let head: DomElement | null = null;
  let body: DomElement | null = null;
  for (const child of [...childrenOf(root), ...(home === document ? [] : stray.splice(0))]) {
    if (isElement(child) && child.tagName === "HEAD" && !head) head = child;
    else if (isElement(child) && child.tagName === "BODY" && !body) body = child;
    else stray.push(child);
  }
  const ordered = [head ?? home.createElement("head"), body ?? home.createElement("body")] as const;
  // Moving a body is slow, and most pages are in order. (`document.head` and `.body` would make what is missing.)
  const [first, second] = [...childrenOf(root)].filter(isElement);
  if (first !== ordered[0] || second !== ordered[1]) {
    for (const part of ordered) {
      part.remove();
      root.appendChild(part);
    }
  }
  const shown = behindHead(ordered[0]);
  for (const node of stray) {
    if (!isElement(node) && !isText(node)) continue;
    node.remove();
    (isElement(node) && metadataTags.has(node.tagName) ? ordered[0] : ordered[1]).appendChild(node);
  }
  for (const node of shown.reverse()) {
    node.remove();
    ordered[1].insertBefore(node, ordered[1].firstChild);
  }
  return home;
}

/**
 * What stands in a head from the first element on that belongs to the page itself: as the parsers of browsers have it
 * (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead), that element begins the body.
 */
function behindHead(head: DomElement): DomNode[] {
  const nodes = [...childrenOf(head)];
  const at = nodes.findIndex((node) => isElement(node) && bodyTags.test(node.tagName));
  return at < 0 ? [] : nodes.slice(at).filter((node) => !isElement(node) || !metadataTags.has(node.tagName));
}
const bodyTags = /^(?:BODY|DIV|P|H[1-6]|MAIN|ARTICLE|SECTION|HEADER|NAV|UL|OL|TABLE|SPAN|A|CENTER|FORM)$/;

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

const metadataTags = new Set(["META", "LINK", "TITLE", "BASE", "SCRIPT", "STYLE"]);
