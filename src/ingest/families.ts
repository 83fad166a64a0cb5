import type { Article } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { copies } from "./copies.ts";

/**
 * Groups articles into families: the same text in other outlets, however typeset, edited or cut; a rewrite is a text of its own. Returns for every article of a family the
 * id of its original: the one named by an operator's `reprintOf`, else the earliest dated, then the fullest.
 * `reprintOf` maps a reprint's id to its original's.
 */
export function findFamilies(
  articles: readonly Article[],
  reprintOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const live = articles.filter((a) => a.status === "live");
  const parent = new Map(live.map((a) => [a.id, a.id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string) => {
    if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  };
  for (const [reprint, original] of reprintOf) join(reprint, original);
  for (const [a, b] of copies(live)) join(a.id, b.id);

  const family = new Map<string, string>();
  for (const members of Map.groupBy(live, (a) => root(a.id)).values()) {
    if (members.length < 2) continue;
    const named = new Set(members.map((m) => reprintOf.get(m.id)));
    const [original] = members.toSorted(
      (a, b) =>
        Number(reprintOf.has(a.id)) - Number(reprintOf.has(b.id)) ||
        Number(named.has(b.id)) - Number(named.has(a.id)) ||
        compare(a.published ?? "9999", b.published ?? "9999") ||
        b.text.length - a.text.length ||
        compare(a.id, b.id),
    );
    if (original) for (const member of members) family.set(member.id, original.id);
  }
  return family;
}
