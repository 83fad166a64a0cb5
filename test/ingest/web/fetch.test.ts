import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../../src/coverage/corpus.ts";
import { withLock } from "../../../src/coverage/lock.ts";
import { type IngestOptions, ingest } from "../../../src/ingest/ingest.ts";
import { filesOf, temporaryFolder } from "../../support/folders.ts";
import { prose } from "../../support/prose.ts";
import { networkTo, webServer } from "../../support/web-server.ts";

const page = (n: number) =>
  `<html><head><title>Page ${n}</title></head><body><article><p>${prose(n, 8)}</p></article></body></html>`;

async function fetching(pages: Parameters<typeof webServer>[0]) {
  const server = await webServer(pages);
  const root = temporaryFolder();
  const dir = join(root, "corpus");
  const take = async (paths: readonly string[], options: Partial<IngestOptions> = {}) => {
    const notes: string[] = [];
    const results = await withLock(dir, () =>
      ingest(
        paths.map((p) => (p.startsWith("/") ? server.at(p) : p)),
        { dir, dryRun: false, warn: (line) => notes.push(line), network: networkTo([server.port]), ...options },
      ),
    );
    return { notes, results, told: results.map((r) => [r.input.replace(server.at(""), ""), r.status, r.reason]) };
  };
  const articles = () => loadArticles(dir).placed.map((p) => p.article);
  return { server, dir, take, articles };
}

describe("a page by its address", () => {
  it("becomes an article with its address; its bytes are kept as the capture", async () => {
    const { take, articles, dir, server } = await fetching({ "/news/one.html": page(1) });
    expect((await take(["/news/one.html"])).told).toEqual([["/news/one.html", "added", null]]);
    const [article] = articles();
    expect(article).toMatchObject({ id: "one", url: server.at("/news/one.html"), text: prose(1, 8) });
    expect(filesOf(dir)[article?.capture.file ?? ""]).toBe(page(1));
  });

  it("is asked for only if it changed, and a changed one becomes a new version", async () => {
    let [state, tag] = [page(1), '"a"'];
    const { take, articles, dir, server } = await fetching({
      "/one": (request, response) => {
        const headers = { etag: tag, "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT", "content-type": "text/html" };
        if (request.headers["if-none-match"] === tag) response.writeHead(304, headers).end();
        else response.writeHead(200, headers).end(state);
      },
    });
    await take(["/one"]);
    const before = filesOf(dir);
    expect((await take(["/one"])).told).toEqual([["/one", "unchanged", null]]);
    expect(filesOf(dir)).toEqual(before);
    expect(server.asked.at(-1)?.headers).toMatchObject({
      "if-none-match": '"a"',
      "if-modified-since": "Wed, 01 Jan 2025 00:00:00 GMT",
    });
    [state, tag] = [page(2), '"b"'];
    expect((await take(["/one"])).told).toEqual([["/one", "updated", null]]);
    expect(articles().map((a) => [a.id, a.status, a.text])).toEqual([
      ["one", "live", prose(2, 8)],
      ["one.v1", "superseded", prose(1, 8)],
    ]);
    for (const { capture } of articles()) expect(filesOf(dir)[capture.file]).toContain("<article>");
  });

  it("in an encoding that only the server names is read", async () => {
    const text = "Суд оштрафовал компанию за отказ удалить призывы к протестам. ".repeat(8).trim();
    const bytes = Buffer.from(
      [...`<p>${text}</p>`].map((c) =>
        (c.codePointAt(0) ?? 0) >= 0x410 ? (c.codePointAt(0) ?? 0) - 0x410 + 0xc0 : (c.codePointAt(0) ?? 0),
      ),
    );
    const { take, articles } = await fetching({
      "/ru": (_, response) => response.writeHead(200, { "content-type": "text/html; charset=windows-1251" }).end(bytes),
    });
    await take(["/ru"]);
    expect(articles()[0]).toMatchObject({ text, language: "ru" });
  });

  it("that cannot be had stops nothing and says why in one line", async () => {
    const status = (code: number) => (_: unknown, response: ServerResponse) => {
      response.writeHead(code).end();
    };
    const { take } = await fetching({
      "/one": page(1),
      "/gone": status(410),
      "/mine": status(403),
      "/broken": status(500),
    });
    const { told } = await take([
      "/none",
      "/gone",
      "/mine",
      "/broken",
      "http://nowhere.example/",
      "ftp://herald.test/x",
      "http://10.0.0.1/",
      "/one",
    ]);
    expect(told.map(([, state, reason]) => [state, reason])).toEqual([
      ["rejected", "there is no such page (404)"],
      ["rejected", "the page is gone for good (410); withdraw its article if it should not be quoted"],
      ["rejected", "the server does not let us (403)"],
      ["rejected", "the server answered 500"],
      ["rejected", "there is no host nowhere.example, or no way to look it up"],
      ["rejected", "only http and https are fetched, not ftp"],
      ["rejected", "refused: 10.0.0.1 is a private address; only addresses of the public internet are fetched"],
      ["added", null],
    ]);
  });

  it("with --dry-run writes nothing", async () => {
    const { take, dir } = await fetching({ "/one": page(1) });
    expect((await take(["/one"], { dryRun: true })).told).toEqual([["/one", "added", null]]);
    expect(filesOf(dir)).toEqual({});
  });
});

describe("redirects", () => {
  const to = (location: string) => (_: unknown, response: ServerResponse) => {
    response.writeHead(302, { location }).end();
  };

  it("are followed, and the article bears the address at their end", async () => {
    const { take, articles, server } = await fetching({ "/a": to("/b"), "/b": to("/c"), "/c": page(1) });
    expect((await take(["/a"])).told).toEqual([["/a", "added", null]]);
    expect(articles()[0]?.url).toBe(server.at("/c"));
  });

  it("to this machine or a private network are refused before anything is asked there", async () => {
    const other = await webServer({ "/": page(9) });
    const names = ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "inside.test"];
    const pages = Object.fromEntries(names.map((name, i) => [`/r${i}`, to(`http://${name}:${other.port}/`)]));
    const { take } = await fetching({
      ...pages,
      "/meta": to("http://169.254.169.254/latest/"),
      "/file": to("file:///etc/passwd"),
      "/loop": to("/loop"),
    });
    const { told } = await take([...Object.keys(pages), "/meta", "/file", "/loop"]);
    expect(told.map(([, state]) => state)).toEqual(told.map(() => "rejected"));
    expect(told.slice(0, -2).every(([, , reason]) => /^refused: /.test(String(reason)))).toBe(true);
    expect(told.slice(-2).map(([, , reason]) => reason)).toEqual([
      "only http and https are fetched, not file",
      "it leads on more than 5 times",
    ]);
    expect(other.asked).toEqual([]);
  });
});

describe("politeness (RFC 9309)", () => {
  it("asks for robots.txt first and once, keeps to it, and says who asks", async () => {
    const { take, server } = await fetching({
      "/robots.txt": "User-agent: *\nDisallow: /\n\nUser-agent: Onrecord\nDisallow: /private\nAllow: /private/but\n",
      "/one": page(1),
      "/private/x": page(2),
      "/private/but": page(3),
    });
    const { told } = await take(["/one", "/private/x", "/private/but"], { contact: "desk@herald.example" });
    expect(told.map(([, state, reason]) => [state, reason])).toEqual([
      ["added", null],
      ["rejected", "the site's robots.txt does not allow it"],
      ["added", null],
    ]);
    expect(server.paths()).toEqual(["/robots.txt", "/one", "/private/but"]);
    expect(server.asked[1]?.headers["user-agent"]).toMatch(/^Onrecord\/\S+ \(.*contact: desk@herald\.example\)$/);
  });

  it("fetches nothing where robots.txt cannot be had now, and everything where there is none", async () => {
    const { take } = await fetching({
      "/robots.txt": (_, response) => response.writeHead(503, { "retry-after": "1" }).end(),
      "/one": page(1),
    });
    expect((await take(["/one"])).told[0]?.[2]).toContain("robots.txt cannot be had now (503)");
    const open = await fetching({ "/one": page(1) });
    expect((await open.take(["/one"])).told).toEqual([["/one", "added", null]]);
  });

  it("pauses between two requests to one host, longer where the site asks for it", async () => {
    const pages = Object.fromEntries([1, 2, 3].map((n) => [`/${n}`, page(n)]));
    const { take, server } = await fetching({ ...pages, "/robots.txt": "User-agent: *\nCrawl-delay: 0.3\n" });
    await take(["/1", "/2", "/3"], { network: networkTo([server.port], { delay: 100 }) });
    const gaps = server.asked.slice(1).map((a, i) => a.at - (server.asked[i]?.at ?? 0));
    expect(gaps[0]).toBeGreaterThan(90);
    for (const gap of gaps.slice(1)) expect(gap).toBeGreaterThan(280);
  });
});

describe("a sitemap or feed by its address", () => {
  const sitemap = (...paths: string[]) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((p) => `<url><loc>${p}</loc></url>`).join("")}</urlset>`;

  it("leads to its pages, packed or through an index, each once", async () => {
    const { gzipSync } = await import("node:zlib");
    const { take, server } = await fetching({ "/1": page(1), "/2?a=1&b=2": page(2) });
    server.pages["/sitemap.xml.gz"] = gzipSync(
      sitemap(server.at("/1"), server.at("/2?a=1&amp;b=2"), server.at("/1"), server.at("/none")),
    );
    server.pages["/index.xml"] =
      `<sitemapindex><sitemap><loc>${server.at("/sitemap.xml.gz")}</loc></sitemap><sitemap><loc>${server.at("/index.xml")}</loc></sitemap></sitemapindex>`;
    const { told } = await take(["/index.xml"]);
    expect(told).toEqual([
      ["/1", "added", null],
      ["/2?a=1&b=2", "added", null],
      ["/none", "rejected", "there is no such page (404)"],
    ]);
    expect((await take(["/index.xml"])).told.map(([, state]) => state)).toEqual(["unchanged", "unchanged", "rejected"]);
  });

  it("of more pages than the limit says where it stopped", async () => {
    const { take, server } = await fetching({ "/1": page(1), "/2": page(2) });
    server.pages["/s.xml"] = sitemap(server.at("/1"), server.at("/2"));
    expect((await take(["/s.xml"], { limit: 1 })).told).toEqual([
      ["/1", "added", null],
      ["/2", "rejected", "left out, like all after it: --limit is 1"],
    ]);
  });

  it("gives full items as they stand, and fetches the pages of summaries, falling back to these", async () => {
    const { take, articles, server } = await fetching({ "/2": page(2) });
    const item = (n: number, rest: string) =>
      `<item><title>Item ${n}</title><link>${server.at(`/${n}`)}</link>${rest}</item>`;
    server.pages["/feed"] =
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Herald</title>
      ${item(1, `<content:encoded><![CDATA[<p>${prose(1, 4)}</p>]]></content:encoded>`)}
      ${item(2, "<description>A summary of two.</description>")}${item(3, "<description>A summary of three.</description>")}</channel></rss>`;
    const { told, notes } = await take(["/feed"]);
    expect(told.map(([, state]) => state)).toEqual(["added", "added", "added"]);
    expect(
      articles()
        .map((a) => a.text)
        .sort(),
    ).toEqual([prose(1, 4), prose(2, 8), "A summary of three."].sort());
    expect(notes.join("\n")).toContain("/3: there is no such page (404)");
    expect(server.paths()).not.toContain("/1");
    expect((await take(["/feed"])).told.map(([, state]) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  it("ends when the run is stopped", async () => {
    const { take, server } = await fetching({ "/1": page(1), "/2": page(2) });
    server.pages["/s.xml"] = sitemap(server.at("/1"), server.at("/2"));
    const stop = new AbortController();
    const { told } = await take(["/s.xml"], { stop: stop.signal, progress: () => stop.abort() });
    expect(told).toEqual([["/1", "added", null]]);
    expect(server.paths()).not.toContain("/2");
  });
});
