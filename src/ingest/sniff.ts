/** The kinds of document that ingestion can read. */
export type Kind = "html" | "feed" | "newsml" | "sitemap" | "jsonl" | "json" | "markdown" | "page-text";

/**
 * What kind of document a text is, by what stands in it. `name` (a file name) decides only where the text could be two
 * things: broken JSON in a file called `.jsonl`, a scrap with a tag or two in one called `.html`.
 */
export function sniff(text: string, name: string): Kind {
  const start = text
    .slice(0, 65_536)
    .trimStart()
    .replace(/^\uFEFF/, "");
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (start.startsWith("<")) {
    const root = rootElement(start);
    if (feedRoots.has(root)) return "feed";
    if (/^(?:\w+:)?(?:newsitem|newsmessage|packageitem)$/.test(root)) return "newsml";
    if (/^(?:\w+:)?(?:urlset|sitemapindex)$/.test(root)) return "sitemap";
    if (start.startsWith("<?xml") || /^<(?:!doctype|[a-z][\w:-]*[\s/>])/i.test(start)) return "html";
  }
  if (start.startsWith("{") || start.startsWith("[")) {
    if (/^\{\s*"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version/.test(start)) return "feed";
    if (hasJsonLine(text)) return "jsonl";
    if (isJson(text)) return "json";
    if (["jsonl", "ndjson", "json"].includes(extension)) return "jsonl";
  }
  if (hasFrontMatter(start)) return "markdown";
  const tags = start.match(/<(?:html|head|body|article|div|p|h[1-6]|li|table|title|meta)\b[^<>]*>/gi)?.length ?? 0;
  const enough = ["html", "htm", "xhtml"].includes(extension) ? 1 : 4;
  return tags >= enough || /<(?:html|body)[\s>]/i.test(start) ? "html" : "page-text";
}

const feedRoots = new Set(["rss", "feed", "atom:feed", "rdf:rdf", "rdf", "channel"]);

/** The name of the first element behind XML declaration, comments and document type. */
function rootElement(start: string): string {
  let rest = start;
  for (;;) {
    const skipped = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<![a-z](?:[^>[]|\[[\s\S]*?\])*>)/i.exec(rest)?.[0];
    if (!skipped) break;
    rest = rest.slice(skipped.length);
  }
  return /^<([a-z][\w:.-]*)/i.exec(rest)?.[1]?.toLowerCase() ?? "";
}

/** Whether one of the first lines is a JSON object on its own: a broken line does not make a file another kind. */
export function hasJsonLine(text: string): boolean {
  let seen = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    if (line === "") continue;
    if (line.startsWith("{") && isJson(line)) return true;
    if (++seen === 5) return false;
  }
  return false;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** A fence, lines of which the first that says anything is `key:`, and the closing fence. */
function hasFrontMatter(start: string): boolean {
  const matter = /^---[^\S\n]*\r?\n([\s\S]*?)\r?\n?---[^\S\n]*(?:\r?\n|$)/.exec(start)?.[1];
  return (
    matter !== undefined &&
    (matter.trim() === "" || /^(?:\s*#.*\r?\n|\s*\r?\n)*[\w"'-][^\n:]{0,60}:(?:\s|$)/.test(matter))
  );
}
