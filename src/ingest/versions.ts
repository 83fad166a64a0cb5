import type { Article } from "../coverage/article.ts";
import type { StoredArticle } from "../coverage/format.ts";

/*
 * An article keeps its id when a changed capture comes in. What it said before is kept beside it as a version of its own:
 * superseded, never quoted again, and still there for the receipts of what was quoted from it.
 */

/** Which captures each article had before its present one. */
export class Versions {
  readonly #captures = new Map<string, Set<string>>();

  constructor(articles: Iterable<Article>) {
    for (const article of articles) this.add(article);
  }

  add({ versionOf, capture }: Article): void {
    if (versionOf === null) return;
    const known = this.#captures.get(versionOf);
    if (known) known.add(capture.sha256);
    else this.#captures.set(versionOf, new Set([capture.sha256]));
  }

  has(id: string, sha256: string): boolean {
    return this.#captures.get(id)?.has(sha256) ?? false;
  }

  count(id: string): number {
    return this.#captures.get(id)?.size ?? 0;
  }
}

/** What an article said before another capture of it came in, as a version of its own; `null` where its text is the same. */
export function olderVersion(
  older: StoredArticle,
  newer: StoredArticle,
  versions: Versions,
  isTaken: (id: string) => boolean,
): StoredArticle | null {
  const { article } = older;
  if (article.text === newer.article.text || article.capture.sha256 === newer.article.capture.sha256) return null;
  if (article.versionOf !== null || versions.has(article.id, article.capture.sha256)) return null;
  let number = versions.count(article.id) + 1;
  while (isTaken(`${article.id}.v${number}`)) number++;
  const id = `${article.id}.v${number}`;
  return {
    article: { ...article, id, versionOf: article.id, status: "superseded", reason: null, family: null },
    ingested: older.ingested,
  };
}

/** Parameters that say how somebody came to a page, not which page it is. */
const tracking = /^(?:utm_.*|fbclid|gclid|yclid|mc_[ce]id|ref|ref_src|cmpid|igshid|_ga)$/i;

/** What two addresses of one page have in common: scheme, `www.`, tracking and the place in the page do not count. */
export function addressKey(url: string | null): string | null {
  const parsed = url ? URL.parse(url) : null;
  if (!parsed) return null;
  for (const name of [...parsed.searchParams.keys()]) if (tracking.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  return `${parsed.host.replace(/^www\./, "")}${parsed.pathname.replace(/\/+$/, "")}${parsed.search}`;
}
