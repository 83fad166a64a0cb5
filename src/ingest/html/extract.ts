import { Readability } from "@mozilla/readability";
import { type Block, blocksOf } from "./blocks.ts";
import { childrenOf, type DomDocument, type DomElement, type DomNode, isElement, parsePage } from "./dom.ts";
import { isProse } from "./filter.ts";
import { markCaptions, preclean, type Removed } from "./preclean.ts";

/** The blocks of a page's article, with what was taken out of the page before it was looked for. */
export interface Extracted {
  readonly blocks: readonly Block[];
  readonly removed: readonly Removed[];
  /** Whether an article was recognised; otherwise the blocks are all that the page shows. */
  readonly recognised: boolean;
}

/** Fewer words of prose than this may mean that the pre-clean threw the story out with the furniture. */
const fewWords = 250;

/**
 * Finds the article on a page: furniture out, then Readability, then the blocks of what it found; where little prose comes
 * out, once more without the pre-clean, and the better of the two. `document` is used up.
 */
export function extract(document: DomDocument, html: string): Extracted {
  const removed = preclean(document.body);
  markCaptions(document);
  if (isHeavy(document)) return { blocks: blocksOf(document.body), removed, recognised: false };
  const cleaned = readArticle(document);
  if (cleaned && wordsOfProse(cleaned) >= fewWords) return { blocks: cleaned, removed, recognised: true };
  const untouched = parsePage(html);
  markCaptions(untouched);
  const whole = readArticle(untouched);
  if (whole && (!cleaned || isBetter(whole, cleaned))) return { blocks: whole, removed: [], recognised: true };
  if (cleaned) return { blocks: cleaned, removed, recognised: true };
  const again = parsePage(html);
  markCaptions(again);
  return { blocks: blocksOf(again.body), removed: [], recognised: false };
}

/**
 * Whether Readability would take many seconds: it looks at every element some dozen times, and at the text of each level
 * anew. Real pages have some thousand elements, and a hundred thousand characters some 30 levels deep.
 */
function isHeavy(document: DomDocument): boolean {
  let elements = 0;
  let characters = 0;
  const weigh = (node: DomNode, depth: number) => {
    for (const child of childrenOf(node)) {
      if (isElement(child)) {
        elements++;
        weigh(child, depth + 1);
      } else characters += (child.textContent ?? "").length * depth;
    }
  };
  weigh(document.body, 1);
  return elements > 40_000 || characters > 60_000_000;
}

function readArticle(document: DomDocument): Block[] | null {
  try {
    // Typed as `Document`, which this compiler does not know.
    const page = document as unknown as ConstructorParameters<typeof Readability>[0];
    const article = new Readability<DomNode>(page, {
      keepClasses: true,
      serializer: (node) => node as unknown as DomElement,
    }).parse();
    const blocks = article?.content ? blocksOf(article.content) : [];
    return blocks.length > 0 ? blocks : null;
  } catch {
    // Mark-up so broken that it trips over it: the page is then read as a whole.
    return null;
  }
}

const wordsOfProse = (blocks: readonly Block[]) =>
  blocks.filter(isProse).reduce((n, b) => n + (b.text.match(/\S+/g)?.length ?? 0), 0);
const unlinked = (blocks: readonly Block[]) => blocks.reduce((n, b) => n + b.text.length - b.linked, 0);

/** More prose; or as much, and much more text that is not links (a table, a schedule). */
function isBetter(other: readonly Block[], than: readonly Block[]): boolean {
  const [more, less] = [wordsOfProse(other), wordsOfProse(than)];
  return more > 1.1 * less || (more >= less && unlinked(other) > 1.5 * unlinked(than));
}
