import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Capture, readCaptures } from "../../src/ingest/captures.ts";
import { temporaryFolder } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

const read = async (content: string | Uint8Array, name = "a"): Promise<Capture[]> =>
  Array.fromAsync(readCaptures(join(temporaryFolder({ [name]: content }), name)));
const texts = (captures: readonly Capture[]) => captures.map((c) => c.draft?.text ?? c.problem);

const page = (n: number) =>
  `<html><head><title>Page ${n}</title></head><body><article><p>${prose(n, 8)}</p></article></body></html>`;
const record = (
  type: string,
  url: string,
  block: string | Buffer,
  contentType = "application/http; msgtype=response",
) => {
  const bytes = Buffer.from(block);
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: ${contentType}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n\r\n")]);
};
const response = (body: string | Buffer, headers = "Content-Type: text/html; charset=utf-8", status = "200 OK") =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)]);

describe("gzip, known by its bytes", () => {
  it.each([
    ["page text", "Some text of a page.", ["Some text of a page."]],
    ["JSON Lines", '{"text":"One."}\n{"text":"Two."}\n', ["One.", "Two."]],
    ["a JSON array", '[\n{"text":"One."},\n{"text":"Two."}]', ["One.", "Two."]],
    ["HTML", page(1), [prose(1, 8)]],
    ["Markdown", "---\ntitle: T\n---\nBelow.\n", ["Below."]],
    [
      "a feed",
      `<rss version="2.0"><channel><item><title>T</title><description>${prose(2, 2)}</description></item></channel></rss>`,
      [prose(2, 2)],
    ],
  ])("holds %s", async (_, content, expected) => {
    expect(texts(await read(content))).toEqual(expected);
    expect(texts(await read(gzipSync(content), "misnamed.pdf"))).toEqual(expected);
    expect(texts(await read(gzipSync(gzipSync(content)), "a.gz.gz"))).toEqual(expected);
  });

  it("gives its name without its ending, and its content's fingerprint", async () => {
    const [plain] = await read("Some text of a page.", "story.txt");
    const [packed] = await read(gzipSync("Some text of a page."), "story.txt.gz");
    expect([packed?.name, packed?.sha256]).toEqual(["story", plain?.sha256]);
  });

  it("of many members is read to the end", async () => {
    const parts = ['{"text":"One."}\n', '{"text":"Two."}\n'].map((line) => gzipSync(line));
    expect(texts(await read(Buffer.concat(parts)))).toEqual(["One.", "Two."]);
  });

  it("cut short gives what came whole, and says so", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: prose(i, 3) })).join("\n");
    const packed = gzipSync(lines);
    const captures = await read(packed.subarray(0, packed.length / 2));
    expect(captures.at(-1)).toMatchObject({ draft: null, problem: "the gzip archive is cut short" });
    expect(captures.filter((c) => c.draft).length).toBeGreaterThan(500);
    expect(texts(await read(gzipSync(page(1)).subarray(0, 60)))).toEqual(["the gzip archive is cut short"]);
  });

  it.each([
    [
      "damaged",
      Buffer.concat([gzipSync(prose(1, 3)).subarray(0, 10), Buffer.alloc(50, 0xff)]),
      "the gzip archive is damaged",
    ],
    ["empty", gzipSync(""), "the file is empty"],
    ["of a picture", gzipSync(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1])), "not text: this is a PNG picture"],
    ["in itself four times", gzipSync(gzipSync(gzipSync(gzipSync("x")))), "packed with gzip more than 3 times over"],
    ["that expands without end", gzipSync(Buffer.alloc(2 ** 26, "a ")), "larger than 32 MB; split it first"],
  ])("%s is refused in one line", async (_, content, problem) => {
    expect(texts(await read(content))).toEqual([problem]);
  });
});

describe("a web archive (WARC)", () => {
  const archive = Buffer.concat([
    record("warcinfo", "", "software: x\r\n", "application/warc-fields"),
    record("request", "https://herald.example/1", "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", "https://herald.example/news/first.html", response(page(1))),
    record("response", "https://herald.example/pic", response("\u0089PNG", "Content-Type: image/png")),
    record("response", "https://herald.example/gone", response(page(9), "Content-Type: text/html", "404 Not Found")),
    record(
      "response",
      "https://herald.example/second",
      response(gzipSync(page(2)), "Content-Type: text/html\r\nContent-Encoding: gzip"),
    ),
  ]);

  it.each([
    ["as it is", archive],
    ["packed", gzipSync(archive)],
    ["packed record by record", Buffer.concat([gzipSync(archive.subarray(0, 300)), gzipSync(archive.subarray(300))])],
  ])("gives its pages with their addresses, %s", async (_, content) => {
    const captures = await read(content, "crawl.warc");
    expect(texts(captures)).toEqual([prose(1, 8), prose(2, 8)]);
    expect(captures.map((c) => [c.name, c.draft?.url, c.draft?.published])).toEqual([
      ["first", "https://herald.example/news/first.html", null],
      ["second", "https://herald.example/second", null],
    ]);
  });

  it("that is damaged gives what came before, and says so", async () => {
    const captures = await read(archive.subarray(0, archive.length - 200));
    expect(captures[0]?.draft?.text).toBe(prose(1, 8));
    for (const { problem } of captures.slice(1)) expect(problem ?? "").not.toMatch(/\n/);
  });

  it("without a page is refused", async () => {
    expect(texts(await read(record("warcinfo", "", "x", "application/warc-fields")))).toEqual([
      "the web archive holds no page",
    ]);
  });
});

describe("JSON", () => {
  it("of one document over many lines, and of items of an agency, is read", async () => {
    expect(texts(await read('{\n  "title": "T",\n  "text": "One."\n}'))).toEqual(["One."]);
    const item = { uri: "urn:x:1", versioncreated: "2025-01-01T00:00:00Z", body_text: "Two.", headline: "H" };
    expect(texts(await read(JSON.stringify({ items: [item, { ...item, pubstatus: "canceled" }] }, null, 1)))).toEqual([
      "Two.",
      'its outlet marked it "canceled"',
    ]);
    expect(texts(await read(`${JSON.stringify(item)}\n{"text":"Three."}\n`))).toEqual(["Two.", "Three."]);
  });
});
