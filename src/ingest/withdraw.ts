import type { Article } from "../coverage/article.ts";
import { loadArticles } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { Shelf } from "./shelf.ts";
import { Sources } from "./sources.ts";
import { addressKey } from "./versions.ts";

/** What became of an article that was withdrawn or restored. */
export interface StatusChange {
  readonly article: Article;
  readonly changed: boolean;
  /** The ids of live reprints, which print the same words and stay. */
  readonly alsoIn: readonly string[];
}

/**
 * Takes an article back, so that nothing of it is quoted any more, or (with `reason: null`) puts it back. Its reprints find
 * another original. The caller holds the corpus folder's lock.
 * @param named The article's id or its address.
 * @throws InputError where there is no such article, or the address has several.
 */
export function setWithdrawn(dir: string, named: string, reason: string | null): StatusChange {
  const { placed, problems } = loadArticles(dir);
  if (problems.length > 0) throw new InputError(`${problems[0]}; mend or move this file first`);
  const shelf = new Shelf(placed, dir);
  const id = find(
    placed.map((p) => p.article),
    named,
  );
  const before = shelf.article(id);
  const alsoIn = placed.flatMap(({ article: a }) =>
    a.id !== id && a.status === "live" && a.family !== null && a.family === before?.family ? [a.id] : [],
  );
  shelf.setStatus(id, reason === null ? "live" : "withdrawn", reason);
  const changed = shelf.changed(id);
  if (changed) shelf.save(shelf.group(new Sources()));
  const article = shelf.article(id);
  if (!article) throw new Error(`the article "${id}" is gone`);
  return { article, changed, alsoIn };
}

function find(articles: readonly Article[], named: string): string {
  const exact = articles.find((a) => a.id === named);
  if (exact?.versionOf != null)
    throw new InputError(`"${named}" is an older version; name the article itself, "${exact.versionOf}"`);
  if (exact) return exact.id;
  const address = /^https?:/i.test(named) ? addressKey(named) : null;
  const [first, other] = articles.filter(
    (a) => a.versionOf === null && address !== null && addressKey(a.url) === address,
  );
  if (first && other)
    throw new InputError(`${named} is the address of "${first.id}" and "${other.id}"; name one of them`);
  if (first) return first.id;
  throw new InputError(`no article "${named}" in this coverage; name its id (ask --json tells it) or its address`);
}
