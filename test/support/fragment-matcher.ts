/*
 * What a browser marks on a page for a text fragment, by the rules of https://wicg.github.io/scroll-to-text-fragment/
 * (find a range from a text directive): each term within one block, on word boundaries, the first place that fits; the
 * end is looked for behind the start. A page is given as the texts of its blocks.
 */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ");

/** The marked text as a browser compares it (folded), `null` where nothing is found. */
export function markedBy(url: string, blocks: readonly string[]): string | null {
  const directive = url.split(":~:text=")[1];
  if (directive === undefined) return null;
  const [start = "", end] = directive.split(",").map((term) => folded(decodeURIComponent(term)));
  const page = blocks.map(folded);
  const from = find(page, start, 0, 0);
  if (!from) return null;
  if (end === undefined) return start;
  const to = find(page, end, from.block, from.at + start.length);
  if (!to) return null;
  if (to.block === from.block) return page[from.block]?.slice(from.at, to.at + end.length) ?? null;
  return [
    page[from.block]?.slice(from.at),
    ...page.slice(from.block + 1, to.block),
    page[to.block]?.slice(0, to.at + end.length),
  ].join(" ");
}

function find(page: readonly string[], term: string, block: number, offset: number) {
  for (let i = block; i < page.length; i++) {
    const text = page[i] ?? "";
    for (let at = text.indexOf(term, i === block ? offset : 0); at >= 0; at = text.indexOf(term, at + 1)) {
      if (isBoundary(text, at) && isBoundary(text, at + term.length)) return { block: i, at };
    }
  }
  return null;
}

function isBoundary(text: string, at: number): boolean {
  const segment = segmenter.segment(text).containing(at);
  return !segment?.isWordLike || segment.index === at;
}
