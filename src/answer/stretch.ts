import type { Paragraph } from "../coverage/article.ts";

/** What is read in one go: neighbouring paragraphs of body text; each headline and each caption alone. */
export type Stretch = Paragraph;

/** The stretches of paragraphs that follow each other in an article, in their order. */
export function stretchesOf(paragraphs: readonly Paragraph[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end, zone } of paragraphs) {
    const last = stretches.at(-1);
    if (last?.zone === "body" && zone === "body") stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start, end, zone });
  }
  return stretches;
}
