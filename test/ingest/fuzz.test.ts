import { createHash } from "node:crypto";
import { truncateSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../src/coverage/corpus.ts";
import { withLock } from "../../src/coverage/lock.ts";
import { type Capture, readCaptures } from "../../src/ingest/captures.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { filesOf, temporaryFolder, writeFiles } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

/** Sound documents of every kind that has no test of hostile input of its own, to be broken. */
const sound: Readonly<Record<string, string>> = {
  text: `4 Mar, 2021 14:16\n\nA headline of our own page\n\nBy Joan Smith\n\n${prose(1, 3)}\n\nREAD MORE: another story\n\n${prose(2, 3)}\n`,
  markdown: `---\ntitle: A title\npublished: 2021-03-04\nurl: https://herald.example/1\n---\n# Heading\n\n${prose(3, 3)} **bold** [link](x).\n`,
  lines: [1, 2, 3]
    .map((n) => JSON.stringify({ id: `n${n}`, title: "T", published: "2021-03-04", text: prose(n, 2) }))
    .join("\n"),
  html: `{"id":"h","html":${JSON.stringify(`<article><h1>T</h1><p>${prose(4, 3)}</p></article>`)}}\n`,
  json: JSON.stringify([{ text: prose(5, 2) }, { uri: "urn:x", pubstatus: "usable", body_text: prose(6, 2) }], null, 1),
  rss: `<?xml version="1.0"?><rss version="2.0" xmlns:wp="w"><channel><title>F</title><item><title>I</title><wp:status>publish</wp:status><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate><description>${prose(7, 2)}</description></item></channel></rss>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>I</title><updated>2021-03-04T00:00:00Z</updated><content type="html">&lt;p&gt;${prose(8, 2)}&lt;/p&gt;</content></entry></feed>`,
  newsml: `<newsItem guid="g"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>H</headline></contentMeta><contentSet><inlineXML><html><body><p>${prose(9, 2)}</p></body></html></inlineXML></contentSet></newsItem>`,
  warc: `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/1\r\nContent-Length: 100\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${prose(1, 1).slice(0, 40)}</p>\r\n\r\n`,
};

/** What breaks readers: NULs, half surrogates, marks of other kinds, endless nesting, cut ends. */
const poison = [
  "\u0000",
  "\u0000\u0000\u0000",
  "\ufeff",
  "\ufffe",
  "\ud800",
  "\udfff",
  "\u2028",
  "\u001b",
  "\r",
  "\n",
  "\n\n\n",
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  "\\u",
  "\\ud800",
  "<",
  ">",
  "</",
  "<!--",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE",
  "<!ENTITY a 'b'>",
  "&a;",
  "&#0;",
  "&#xD800;",
  "&#99999999;",
  "%",
  "---\n",
  "WARC/1.0\r\n",
  "Content-Length: 99999999999\r\n",
  "1e999",
  "-1",
  "null",
  "[".repeat(500),
  "<a>".repeat(200),
  '{"a":'.repeat(300),
  "x".repeat(5000),
  "  ".repeat(2000),
];

interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2000 })),
  put: fc.oneof(fc.constantFrom(...poison), fc.string({ unit: "binary", maxLength: 5 }), fc.constant("")),
});
const mutated = (text: string, mutations: readonly Mutation[]) =>
  mutations.reduce((s, { at, cut, put }) => {
    const start = Math.floor(at * s.length);
    return s.slice(0, start) + put + s.slice(start + cut);
  }, text);

/** As UTF-8 with half surrogates as they are (what no encoder writes), in UTF-16, packed, packed and cut. */
const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) =>
    Buffer.concat(
      [...text].map((c) =>
        /[\ud800-\udfff]/.test(c) && c.length === 1 ? Buffer.from([0xed, 0xa0, 0x80]) : Buffer.from(c),
      ),
    ),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  (text) => gzipSync(text),
  (text) => gzipSync(text).subarray(0, Math.floor(text.length / 8) + 12),
  (text) => Buffer.from(text, "latin1"),
];

/** Few by default; a thorough search sets it. */
const numRuns = Number(process.env["FC_RUNS"] ?? 60);

async function capturesOf(bytes: Buffer): Promise<Capture[]> {
  const chunks = async function* () {
    yield bytes;
  };
  return Array.fromAsync(readCaptures("-", { stdin: chunks() }));
}

describe("whatever comes in", () => {
  it("ends in articles or one clear line for each document, in good time", { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(sound)),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...encodings),
        async (kind, mutations, encode) => {
          const bytes = encode(mutated(sound[kind] ?? "", mutations));
          const started = process.cpuUsage();
          const captures = await capturesOf(bytes);
          expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
          expect(captures.length).toBeGreaterThan(0);
          for (const { draft, problem } of captures) {
            if (problem !== null) expect(problem).toMatch(/^[^\r\n]{3,400}$/);
            if (draft) {
              expect(draft.text.isWellFormed()).toBe(true);
              expect(draft.text.trim()).not.toBe("");
            } else expect(problem).not.toBeNull();
          }
        },
      ),
      { numRuns },
    );
  });

  it("leaves the corpus whole: every zone is a slice, other articles stay, and a second run changes nothing", {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom(...Object.keys(sound)),
            fc.array(mutation, { maxLength: 4 }),
            fc.constantFrom(...encodings),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        async (documents) => {
          const root = temporaryFolder({ "first/kept.txt": prose(99, 4) });
          const dir = join(root, "corpus");
          const take = (from: string) =>
            withLock(dir, () => ingest([join(root, from)], { dir, dryRun: false, warn: () => {} }));
          await take("first");
          const kept = filesOf(dir)["kept.md"];
          writeFiles(
            root,
            Object.fromEntries(
              documents.map(([kind, mutations, encode], i) => [
                `in/${i}.${kind}`,
                encode(mutated(sound[kind] ?? "", mutations)),
              ]),
            ),
          );
          await take("in");
          const { placed, problems } = loadArticles(dir);
          expect(problems).toEqual([]);
          for (const { article } of placed) {
            let last = 0;
            for (const { start, end } of article.paragraphs) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(article.text.slice(start, end).trim()).toBe(article.text.slice(start, end));
              expect(end).toBeGreaterThan(start);
              last = end;
            }
            expect(last).toBeLessThanOrEqual(article.text.length);
          }
          const before = filesOf(dir);
          expect(before["kept.md"]).toBe(kept);
          await take("in");
          expect(filesOf(dir)).toEqual(before);
        },
      ),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});

describe("what is made to do harm", () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ""};`.repeat(10)}">`).join("")}]>`;

  it.each([
    [
      "a feed of billion laughs",
      `${laughs}<rss version="2.0"><channel><title>x</title><item><title>t</title><description>&lol9;</description></item></channel></rss>`,
    ],
    [
      "NewsML-G2 of billion laughs",
      `${laughs}<newsItem><contentMeta><headline>&lol9;</headline></contentMeta></newsItem>`,
    ],
    ["a page of billion laughs", `${laughs}<html><body><p>&lol9;</p></body></html>`],
    [
      "front matter of billion laughs",
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
        .split("")
        .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
        .join("\n")}\ntitle: T\n---\nText.\n`,
    ],
    ["JSON nested without end", `${"[".repeat(200_000)}`],
    ["a line of JSON nested without end", `{"text":${"[".repeat(200_000)}${"]".repeat(200_000)}}\n`],
    ["XML nested without end", `<newsItem>${"<a>".repeat(50_000)}`],
    ["a feed nested without end", `<rss version="2.0"><channel><item>${"<a>".repeat(20_000)}`],
    [
      "a web archive that promises more than it has",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx",
    ],
    ["a hundred thousand NULs", "\u0000".repeat(100_000)],
  ])("%s ends in one line and in no time", { timeout: 60_000 }, async (_, content) => {
    const started = process.cpuUsage();
    const captures = await capturesOf(Buffer.from(content));
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
    for (const { draft, problem } of captures) {
      if (draft) expect(draft.text.length).toBeLessThan(content.length + 1000);
      else expect(problem).toMatch(/^[^\r\n]{3,400}$/);
    }
  });

  it("a file of 200 MB is refused, or read line by line where it is JSON Lines", { timeout: 120_000 }, async () => {
    const dir = temporaryFolder({
      "zeros.txt": "x",
      "words.html": "<html>",
      "long.jsonl": '{"text":"One."}\n{"text":"',
    });
    for (const name of ["zeros.txt", "words.html", "long.jsonl"]) truncateSync(join(dir, name), 200 * 2 ** 20);
    const told = async (name: string) =>
      (await Array.fromAsync(readCaptures(join(dir, name)))).map((c) => c.draft?.text ?? c.problem);
    expect(await told("zeros.txt")).toEqual(["larger than 32 MB; split it first"]);
    expect(await told("words.html")).toEqual(["larger than 32 MB; split it first"]);
    expect(await told("long.jsonl")).toEqual(["One.", "a line of more than 32 MB"]);
  });

  it("the same bytes give the same documents", async () => {
    for (const text of Object.values(sound)) {
      const print = async () =>
        createHash("sha256")
          .update(JSON.stringify(await capturesOf(Buffer.from(text))))
          .digest("hex");
      expect(await print()).toBe(await print());
    }
  });
});
