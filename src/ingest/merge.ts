import { createHash } from "node:crypto";
import { type Article, type Metadata, makeArticle, metadataOf, type ZoneMap, zoneMapOf } from "../coverage/article.ts";
import type { StoredArticle } from "../coverage/format.ts";

/*
 * A re-run meets an article on disk that a person may have edited. Each article carries the fingerprints of what
 * ingestion wrote; where the disk differs from its fingerprint, a hand was there, and the hand's word stands.
 */
const groups: readonly (readonly (keyof Metadata)[])[] = [
  ["outlet"],
  ["headline"],
  ["byline"],
  ["published", "publishedBasis", "publishedWords"],
  ["url"],
  ["archiveUrl"],
  ["language"],
];

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 6);
const printOf = (metadata: Metadata, group: readonly (keyof Metadata)[]) => digest(group.map((key) => metadata[key]));
const textPrint = (article: Article) => digest([article.text, zoneMapOf(article)]);

/** The fingerprints of an article as ingestion made it: one for each group of facts and one for the text. */
export function fingerprint(article: Article): string {
  const metadata = metadataOf(article);
  return [...groups.map((group) => printOf(metadata, group)), textPrint(article)].join("-");
}

/*
 * The family is settled over the whole corpus once all is read, so its fingerprint comes last, and only where ingestion
 * found one.
 */
const familyAt = groups.length + 1;
const familyPrint = (family: string | null) => (family === null ? undefined : digest(family));

/** Whether the family of an article on disk is a hand's word and not what ingestion found. */
export function familyIsByHand({ article, ingested }: StoredArticle): boolean {
  return familyPrint(article.family) !== ingested?.split("-")[familyAt];
}

/** The article with its family, and the fingerprint of the one that ingestion `found`. */
export function withFamily({ article, ingested }: StoredArticle, family: string | null, found: string | null) {
  const prints = ingested?.split("-").slice(0, familyAt) ?? [];
  return {
    article: { ...article, family },
    ingested: ingested === null ? null : [...prints, familyPrint(found)].filter(Boolean).join("-"),
  };
}

/** The article with another text that ingestion found for it; `null` where its text was edited by hand. */
export function withText({ article, ingested }: StoredArticle, text: string, zones: ZoneMap): StoredArticle | null {
  const prints = ingested?.split("-") ?? [];
  if (prints[groups.length] !== textPrint(article)) return null;
  const changed = makeArticle(metadataOf(article), text, zones);
  prints[groups.length] = textPrint(changed);
  return { article: changed, ingested: prints.join("-") };
}

/** Whether the text of an article was edited by hand, and its page, which says something else, has changed since. */
export function keepsEditedText(fresh: Article, onDisk: StoredArticle): boolean {
  const print = onDisk.ingested?.split("-")[groups.length];
  const [now, edited] = [textPrint(fresh), textPrint(onDisk.article)];
  return edited !== print && now !== print && now !== edited && fresh.capture.sha256 !== onDisk.article.capture.sha256;
}

/**
 * The article a re-run should store: what the capture and the operator's file say now, except where the article on disk was
 * edited by hand. Status and its reason are always the disk's; the family stays for `withFamily` to settle.
 */
export function mergeEdits(fresh: Article, onDisk: StoredArticle): StoredArticle {
  const prints = onDisk.ingested?.split("-") ?? [];
  const disk = metadataOf(onDisk.article);
  const merged: Record<string, unknown> = {
    ...metadataOf(fresh),
    id: disk.id,
    family: disk.family,
    status: disk.status,
    reason: disk.reason,
  };
  groups.forEach((group, i) => {
    if (prints[i] !== printOf(disk, group)) for (const key of group) merged[key] = disk[key];
  });
  const textEdited = prints[groups.length] !== textPrint(onDisk.article);
  const source = textEdited ? onDisk.article : fresh;
  const ingested = [fingerprint(fresh), prints[familyAt]].filter(Boolean).join("-");
  return { article: makeArticle(merged as Metadata, source.text, zoneMapOf(source)), ingested };
}
