/*
 * Finds copies in simulated syndication, and says how long 100,000 articles take.
 *   node test/bench/families.ts [FILE.jsonl…]      articles as JSON Lines ({id, text}); generated ones without files
 *   node test/bench/families.ts --size 100000      how many generated articles are timed (0: none)
 *   node test/bench/families.ts --pairs FILE…      lists the pairs of copies among the articles of the files
 */
import { readFileSync } from "node:fs";
import type { Article } from "../../src/coverage/article.ts";
import { copies } from "../../src/ingest/copies.ts";
import { findFamilies } from "../../src/ingest/families.ts";
import { articleOf } from "../support/articles.ts";

const args = process.argv.slice(2);
const sizeAt = args.indexOf("--size");
const size = sizeAt < 0 ? 100_000 : Number(args.splice(sizeAt, 2)[1]);
const pairsAt = args.indexOf("--pairs");
if (pairsAt >= 0) args.splice(pairsAt, 1);

let state = 20211;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
/** A word by a Zipf-like law out of 20,000, as news has them. */
const word = () => {
  const rank = Math.floor(20_000 ** random());
  let name = "";
  for (let n = rank + 7; n > 0; n = Math.floor(n / 20)) name += "bakeldomirnasupetovu".charAt(n % 20);
  return name;
};
const sentence = () => `${Array.from({ length: 12 + Math.floor(random() * 14) }, word).join(" ")}.`;
const paragraph = () => Array.from({ length: 1 + Math.floor(random() * 3) }, sentence).join(" ");
const generated = (id: string, paragraphs = 6 + Math.floor(random() * 10)) =>
  articleOf(Array.from({ length: paragraphs }, paragraph).join("\n\n"), { id });

const paragraphsOf = ({ text, paragraphs }: Article) =>
  paragraphs.filter((p) => p.zone === "body").map((p) => text.slice(p.start, p.end));
const edited = (text: string, share: number) => text.replace(/\p{L}+/gu, (w) => (random() < share ? word() : w));
const typeset = (text: string) =>
  text
    .replace(/"([^"]*)"/g, "“$1”")
    .replaceAll("'", "’")
    .replaceAll(" - ", " — ")
    .replaceAll("...", "…")
    .toUpperCase();
const foreign = (share: number, parts: string[]) => {
  const words = parts.join(" ").split(/\s+/).length * share;
  const own: string[] = [];
  while (own.join(" ").split(/\s+/).length < words) own.push(paragraph());
  return own;
};

/** What other desks make of a story. */
const desks: Record<string, (parts: string[]) => string[]> = {
  "as it is": (parts) => parts,
  "other typography": (parts) => parts.map(typeset),
  "first half": (parts) => parts.slice(0, Math.ceil(parts.length / 2)),
  "first three paragraphs": (parts) => parts.slice(0, 3),
  "a third dropped": (parts) => parts.filter((_, i) => i % 3 !== 1),
  "15 % of words changed": (parts) => parts.map((p) => edited(p, 0.15)),
  "paragraphs added (a quarter)": (parts) => [...parts, ...foreign(0.25, parts)],
  "first half, as much added": (parts) => {
    const half = parts.slice(0, Math.ceil(parts.length / 2));
    return [...half, ...foreign(0.8, half)];
  },
  "half, 10 % changed, typeset": (parts) =>
    parts.slice(0, Math.ceil(parts.length / 2)).map((p) => typeset(edited(p, 0.1))),
};

const articles =
  args.length === 0
    ? Array.from({ length: 300 }, (_, i) => generated(`g${i}`))
    : args.flatMap((file) =>
        readFileSync(file, "utf8")
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line, i) => {
            const { id, text } = JSON.parse(line) as { id?: string | number; text: string };
            return articleOf(text, { id: `${file}:${id ?? i}` });
          }),
      );
const there = copies(articles);
console.log(`${articles.length} articles, ${there.length} pairs of copies among them`);
if (pairsAt >= 0) for (const [a, b] of there) console.log(`  ${a.id}  ${b.id}`);

const long = articles.filter((a) => paragraphsOf(a).length >= 4 && a.text.length > 1000);
const known = new Set(there.map(([a, b]) => `${a.id} ${b.id}`));
for (const [name, desk] of Object.entries(desks)) {
  const made = long.map((a) => articleOf(desk(paragraphsOf(a)).join("\n\n"), { id: `copy of ${a.id}` }));
  const pairs = copies([...articles, ...made]);
  const right = pairs.filter(([a, b]) => b.id === `copy of ${a.id}`).length;
  const origin = (id: string) => id.replace(/^copy of /, "");
  const wrong = pairs.filter(
    ([a, b]) =>
      origin(a.id) !== origin(b.id) &&
      !known.has(`${origin(a.id)} ${origin(b.id)}`) &&
      !known.has(`${origin(b.id)} ${origin(a.id)}`),
  ).length;
  console.log(`${name.padEnd(30)} found ${(right / long.length).toFixed(3)} of ${long.length}, wrong pairs ${wrong}`);
}

if (size > 0) {
  const many = Array.from({ length: size }, (_, i) => generated(`m${i}`));
  for (let i = 0; i < size / 10; i++) {
    const at = Math.floor(random() * size);
    many[i] = articleOf(many[at]?.text ?? "", { id: `m${i}` });
  }
  const before = process.cpuUsage();
  const families = findFamilies(many, new Map());
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${size} articles: ${((user + system) / 1e6).toFixed(1)} s of processor time, ${families.size} in families, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB with the articles`,
  );
}
