import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadArticles } from "../../src/coverage/corpus.ts";
import { withLock } from "../../src/coverage/lock.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { filesOf, temporaryFolder, writeFiles } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

const work = (files: Record<string, string>) => {
  const root = temporaryFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])));
  return { from: join(root, "in"), dir: join(root, "corpus") };
};
const take = async (dir: string, from: string, explain = false) =>
  withLock(dir, () => ingest([from], { dir, dryRun: explain, explain, warn: () => {} }));
const statuses = async (dir: string, from: string) => (await take(dir, from)).map((r) => r.status);
const texts = (dir: string) => new Map(loadArticles(dir).placed.map(({ article }) => [article.id, article.text]));

/** Sources that give all pages to one outlet. */
const ofOneOutlet = (...names: string[]) => names.map((name) => `${name}:\n  outlet: The Tide\n`).join("");

const shoreline = "The Shoreline Foundation pays for the printing of this paper and names none of its writers.";
const imprint = "Printed on the quay since the great flood of the last century.";
const page = (seed: number, ...more: string[]) => [...prose(seed, 4).split(/(?<=\.) /), ...more].join("\n\n");

describe("a line on pages of two unrelated stories of an outlet", () => {
  const two = {
    "a.txt": page(1, shoreline, ...prose(11, 2).split(/(?<=\.) /), imprint),
    "b.txt": page(2, shoreline.replace("  ", " "), ...prose(12, 2).split(/(?<=\.) /), imprint),
    "sources.yaml": ofOneOutlet("a.txt", "b.txt"),
  };

  it("is furniture, at the end and amid the text, and a second run changes nothing", async () => {
    const { from, dir } = work(two);
    expect(await statuses(dir, from)).toEqual(["added", "added"]);
    for (const text of texts(dir).values()) {
      expect(text).not.toContain("Shoreline");
      expect(text).not.toContain("quay");
      expect(text.split("\n\n")).toHaveLength(6);
    }
    const before = filesOf(dir);
    expect(await statuses(dir, from)).toEqual(["unchanged", "unchanged"]);
    expect(filesOf(dir)).toEqual(before);
  });

  it("is explained", async () => {
    const { from, dir } = work(two);
    const results = await take(dir, from, true);
    for (const { draft } of results)
      expect(draft?.dropped).toEqual(
        [shoreline, imprint].map((text) => ({
          text,
          zone: "boilerplate",
          why: "stands on other pages of this outlet",
        })),
      );
    expect(filesOf(from)).toHaveProperty("a.txt");
  });

  it("is the same in whatever order and company the pages come in, and no stored article is touched", async () => {
    const { from, dir } = work(two);
    expect(await statuses(dir, join(from, "a.txt"))).toEqual(["added"]);
    const alone = texts(dir).get("a");
    expect(alone).toContain("Shoreline");
    expect(await statuses(dir, join(from, "b.txt"))).toEqual(["added"]);
    expect(texts(dir).get("a")).toBe(alone);
    expect(texts(dir).get("b")).not.toContain("Shoreline");
    expect(await statuses(dir, from)).toEqual(["updated", "unchanged"]);
    expect(await statuses(dir, from)).toEqual(["unchanged", "unchanged"]);
    expect(await statuses(dir, join(from, "a.txt"))).toEqual(["unchanged"]);
    const { from: again, dir: atOnce } = work(two);
    await take(atOnce, again);
    expect([...texts(dir)]).toEqual([...texts(atOnce)]);
  });

  it("is known from the corpus when a page comes in alone, and learned anew when the memory is gone or damaged", async () => {
    const { from, dir } = work(two);
    await take(dir, from);
    rmSync(join(dir, ".furniture"));
    expect(await statuses(dir, from)).toEqual(["unchanged", "unchanged"]);
    appendFileSync(join(dir, ".furniture"), "{ no memory");
    expect(await statuses(dir, from)).toEqual(["unchanged", "unchanged"]);
    writeFiles(from, { "c.txt": page(3, shoreline), "sources.yaml": ofOneOutlet("a.txt", "b.txt", "c.txt") });
    await take(dir, join(from, "c.txt"));
    expect(texts(dir).get("c")).not.toContain("Shoreline");
  });

  it("stays in a text that was edited by hand", async () => {
    const { from, dir } = work(two);
    await take(dir, join(from, "a.txt"));
    const stored = readFileSync(join(dir, "a.md"), "utf8");
    writeFiles(dir, { "a.md": stored.replace("century.", "century, and a hand was here.") });
    await take(dir, from);
    expect(texts(dir).get("a")).toContain("Shoreline");
    await take(dir, from);
    expect(texts(dir).get("a")).toMatch(/Shoreline[\s\S]*a hand was here/);
    expect(await statuses(dir, from)).toEqual(["unchanged", "unchanged"]);
  });

  it("goes from HTML too", async () => {
    const html = (text: string) =>
      `<html><body><article><h1>Notes from ward</h1>${text.replace(/^(.+)$/gm, "<p>$1</p>")}</article></body></html>`;
    const { from, dir } = work({
      "a.html": html(two["a.txt"]),
      "b.html": html(two["b.txt"]),
      "sources.yaml": ofOneOutlet("a.html", "b.html"),
    });
    await take(dir, from);
    for (const text of texts(dir).values()) expect(text).not.toMatch(/Shoreline|quay/);
  });
});

describe("a repeated line that stays", () => {
  const shared = async (files: Record<string, string>) => {
    const names = Object.keys(files);
    const { from, dir } = work({ ...files, "sources.yaml": ofOneOutlet(...names) });
    await take(dir, from);
    return [...texts(dir).values()];
  };

  it.each([
    ["a quotation", "“We will not leave the river to them,” the ferryman said."],
    ["a formula of reporting", "The harbour office did not immediately respond to a request for comment."],
    ["a byline", "By Joan Smith"],
  ])("is %s", async (_, line) => {
    for (const text of await shared({ "a.txt": page(1, line, prose(11, 1)), "b.txt": page(2, line, prose(12, 1)) }))
      expect(text).toContain(line);
  });

  it("is a story's own opening that another page shows as a teaser; the teaser goes", async () => {
    const [opening = "", ...rest] = prose(1, 5).split(/(?<=\.) /);
    const [own, other] = await shared({
      "a.txt": [opening, ...rest].join("\n\n"),
      "b.txt": [...prose(2, 5).split(/(?<=\.) /), opening].join("\n\n"),
    });
    expect(own).toContain(opening);
    expect(other).not.toContain(opening);
  });

  it("is anything in texts that were given as clean, or in pages of different outlets", async () => {
    const line = (id: string, text: string, outlet = "The Tide") => JSON.stringify({ id, outlet, text });
    const { from, dir } = work({
      "given.jsonl": [line("a", page(1, shoreline)), line("b", page(2, shoreline))].join("\n"),
      "c.txt": page(3, imprint),
      "d.txt": page(4, imprint),
      "sources.yaml": "c.txt:\n  outlet: The Tide\nd.txt:\n  outlet: The Ebb\n",
    });
    await take(dir, from);
    expect(texts(dir).get("a")).toContain(shoreline);
    expect(texts(dir).get("b")).toContain(shoreline);
    expect(texts(dir).get("c")).toContain(imprint);
    expect(texts(dir).get("d")).toContain(imprint);
  });

  it("is every body line of a story that an outlet prints again and again, whole or cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.record({ drop: fc.nat(2), more: fc.boolean() }), { minLength: 1, maxLength: 3 }),
        async (seed, prints) => {
          const lines = prose(seed, 8).split(/(?<=\.) /);
          const files: Record<string, string> = { "0.txt": [...lines, imprint].join("\n\n") };
          prints.forEach(({ drop, more }, i) => {
            const extra = more ? [prose(seed + 1000 * (i + 1), 1)] : [];
            files[`${i + 1}.txt`] = [...lines.slice(0, lines.length - drop), ...extra, imprint].join("\n\n");
          });
          files["other.txt"] = [...prose(seed + 7777, 6).split(/(?<=\.) /), imprint].join("\n\n");
          const found = await shared(files);
          for (const [i, text] of found.entries()) {
            const whole = Object.values(files)[i]?.split("\n\n") ?? [];
            expect(text.split("\n\n")).toEqual(whole.filter((l) => l !== imprint));
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
