import { childrenOf, type DomElement, type DomNode, isElement, isText } from "./dom.ts";

/** One paragraph of a page: a heading, a list item, a table row, or any run of text between the edges of blocks. */
export interface Block {
  /** One line; white space as a browser would show it. */
  readonly text: string;
  readonly kind: "text" | "heading" | "item" | "caption";
  /** How many of the characters stand inside links. */
  readonly linked: number;
}

/** Elements that begin and end a line of their own. */
const blockTags = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
   H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL`.split(
    /\s+/,
  ),
);
/** Elements whose content is not shown, or is not text. */
const silentTags = new Set(
  `AUDIO CANVAS DATALIST HEAD IFRAME MAP MATH META NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION RP RT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO`.split(
    /\s+/,
  ),
);
const headingTag = /^H[1-6]$/;
const captionName = /caption|cutline|(?:image|photo|media|picture)-?credit/i;

/** The class and id of an element as one string of names. */
export function namesOf(element: DomElement): string {
  return `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
}

/** Whether an element says of itself that it explains a picture; one that holds more than a caption's words only contains one. */
export function isCaption(element: DomElement): boolean {
  if (element.tagName === "FIGCAPTION") return true;
  return captionName.test(namesOf(element)) && (element.textContent ?? "").length < 600;
}

/** The blocks under a node, in the order of the page. */
export function blocksOf(root: DomNode): Block[] {
  const reader = new BlockReader();
  reader.read(root, "text", false);
  reader.flush("text");
  return reader.blocks;
}

interface Line {
  text: string;
  linked: number;
}

class BlockReader {
  readonly blocks: Block[] = [];
  /** The block so far: its lines, parted by <br>. */
  private lines: Line[] = [];
  private line: Line = { text: "", linked: 0 };

  read(node: DomNode, kind: Block["kind"], inLink: boolean): void {
    if (isText(node)) {
      this.add(node.textContent ?? "", inLink);
      return;
    }
    if (!isElement(node)) {
      for (const child of childrenOf(node)) this.read(child, kind, inLink);
      return;
    }
    const { tagName } = node;
    if (silentTags.has(tagName)) return;
    if (tagName === "BR") {
      this.nextLine();
      return;
    }
    if (tagName === "TD" || tagName === "TH") this.cell(kind);
    const inner = kindInside(node, kind);
    const isBlock = blockTags.has(tagName) || inner !== kind;
    if (isBlock) this.flush(kind);
    for (const child of childrenOf(node)) this.read(child, inner, inLink || tagName === "A");
    if (isBlock) this.flush(inner);
  }

  private add(text: string, inLink: boolean): void {
    this.line.text += text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, " ");
    if (inLink) this.line.linked += text.trim().length;
  }

  private nextLine(): void {
    this.lines.push(this.line);
    this.line = { text: "", linked: 0 };
  }

  /** The cells of a row share a line, a tab between them; one that holds prose gets its own. */
  private cell(kind: Block["kind"]): void {
    if (this.line.text.length > 60) this.flush(kind);
    else if (this.line.text.trim() !== "") this.line.text += "\t";
  }

  flush(kind: Block["kind"]): void {
    this.nextLine();
    let run: Line[] = [];
    const push = () => {
      if (run.length > 0)
        this.blocks.push({
          text: run.map((l) => l.text).join(" "),
          kind,
          linked: run.reduce((n, l) => n + l.linked, 0),
        });
      run = [];
    };
    for (const { text, linked } of this.lines) {
      const line = { text: collapsed(text), linked };
      const last = run.at(-1);
      if (line.text === "" || (last && !goesOn(last.text, line.text))) push();
      if (line.text !== "") run.push(line);
    }
    push();
    this.lines = [];
  }
}

function kindInside(element: DomElement, kind: Block["kind"]): Block["kind"] {
  if (kind === "caption" || isCaption(element)) return "caption";
  if (headingTag.test(element.tagName)) return "heading";
  return element.tagName === "LI" ? "item" : kind;
}

/** White space as a browser shows it: runs of spaces are one, none at the ends. No-break spaces inside stay. */
function collapsed(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ ?\t[ \t]*/g, "\t")
    .trim();
}

/** Whether a line break only wraps a running sentence. */
function goesOn(line: string, next: string): boolean {
  return /[\p{L}\p{N},;–—-]$/u.test(line) && /^\p{Ll}/u.test(next);
}
