/** What the article node of a page's JSON-LD says (https://schema.org/Article). */
export interface LinkedData {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  /** When the video of the page was put up, where that is all that is dated. */
  readonly uploaded: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly body: string | null;
}

type Json = { readonly [key: string]: unknown };

const articleType = /(?:article|blogposting|report|newsstory|liveblogposting|opinion|reviewnews)$/i;
/** Types that stand for the page around the article; they count only where no article is described. */
const pageType = /^(?:webpage|itempage|aboutpage|socialmediaposting)$/i;
/** Nodes looked at, so that no script can hold the reader up. */
const mostNodes = 5000;

/** The article described in the JSON-LD scripts of a page, `null` where none can be read. Broken scripts are passed over. */
export function readLinkedData(scripts: readonly string[]): LinkedData | null {
  const nodes: Json[] = [];
  for (const script of scripts) collect(parse(script), nodes, 0);
  const node =
    nodes.find((n) => types(n).some((t) => articleType.test(t))) ??
    nodes.find((n) => types(n).some((t) => pageType.test(t))) ??
    nodes.find((n) => types(n).includes("VideoObject"));
  if (!node) return null;
  const byId = new Map(nodes.flatMap((n) => (typeof n["@id"] === "string" ? [[n["@id"], n] as const] : [])));
  const names = (value: unknown) => namesIn(value, byId);
  return {
    headline: text(node["headline"]) ?? (types(node).some((t) => articleType.test(t)) ? text(node["name"]) : null),
    authors: [...new Set(names(node["author"]))],
    publisher: names(node["publisher"])[0] ?? null,
    published: text(node["datePublished"]) ?? text(node["dateCreated"]),
    uploaded: text(nodes.find((n) => types(n).includes("VideoObject"))?.["uploadDate"]),
    url: text(node["url"]) ?? idOf(node["mainEntityOfPage"]),
    language: text(node["inLanguage"]),
    body: text(node["articleBody"]),
  };
}

function parse(script: string): unknown {
  const bare = script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, "").trim();
  // Line breaks and tabs inside strings are the commonest mistake; outside strings a space does as well.
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, " ").replace(/;$/, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

function collect(value: unknown, nodes: Json[], depth: number): void {
  if (nodes.length >= mostNodes || depth > 8 || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes, depth + 1);
    return;
  }
  const node = value as Json;
  nodes.push(node);
  for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"])
    collect(node[key], nodes, depth + 1);
}

function types(node: Json): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((t) => typeof t === "string");
}

function text(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one.trim() !== "" ? one.trim() : null;
}

const idOf = (value: unknown) =>
  text(value) ?? (typeof value === "object" && value !== null ? text((value as Json)["@id"]) : null);

function namesIn(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => namesIn(one, byId));
  if (typeof value === "string") return value.trim() ? [value.trim()] : [];
  if (typeof value !== "object" || value === null) return [];
  const node = value as Json;
  const id = node["@id"];
  const name = text(node["name"]) ?? (typeof id === "string" ? text(byId.get(id)?.["name"]) : null);
  return name ? [name] : [];
}
