/** The most addresses of one sitemap, by its protocol: https://www.sitemaps.org/protocol.html */
const mostAddresses = 50_000;

/** The addresses in a sitemap or an index of sitemaps, in its order, each once. */
export function addressesIn(xml: string): string[] {
  const found = new Set<string>();
  for (const match of xml.matchAll(/<(?:\w+:)?loc\s*>\s*(?:<!\[CDATA\[)?([^<\]]{1,2100})/g)) {
    const address = (match[1] ?? "")
      .trim()
      .replace(/&(amp|quot|apos|lt|gt);/g, (_, name: string) => characters[name] ?? "");
    if (/^https?:\/\//i.test(address)) found.add(address);
    if (found.size === mostAddresses) break;
  }
  return [...found];
}

const characters: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };
