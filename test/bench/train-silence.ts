/*
 * Learns the weights of answer/decide.ts: a logistic model of "the coverage answers this", from question sets in the form
 * {documents.jsonl, queries.jsonl} (one folder each, given as arguments). Prints the weights and, for each set, how well
 * a model learned on the others does on it.
 *
 *   node test/bench/train-silence.ts DIR[:N]…
 *
 * DIR:N keeps N of the documents, evenly spread; questions about the others become unanswerable.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { explain } from "../../src/answer/ask.ts";
import type { Signals } from "../../src/answer/decide.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { makeArticle, metadataSchema } from "../../src/coverage/article.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";

interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  readonly set: string;
}

const read = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const keys: (keyof Signals)[] = [
  "coverage",
  "inContext",
  "passage",
  "typeHeld",
  "unknown",
  "missing",
  "names",
  "margin",
  "mass",
  "size",
];

function rowsOf(given: string): Row[] {
  const [dir = "", kept] = given.split(":");
  const all = read(join(dir, "documents.jsonl"));
  const documents = kept
    ? all.filter(
        (_, i) => Math.floor((i * Number(kept)) / all.length) !== Math.floor(((i - 1) * Number(kept)) / all.length),
      )
    : all;
  const there = new Set(documents.map((d) => d.id));
  const capture = { file: "-", sha256: "0".repeat(64) };
  const articles = documents.map((d) =>
    makeArticle(
      metadataSchema.parse({
        id: d.id,
        outlet: d.outlet ?? null,
        headline: d.title || null,
        language: d.language ?? "en",
        capture,
      }),
      d.text,
    ),
  );
  const library = openLibrary(makeCorpus(articles));
  const answerable = (q: { answerable: boolean; gold?: { doc?: string; docs?: string[] } }) =>
    q.answerable && (!kept || [...(q.gold?.docs ?? []), q.gold?.doc].some((id) => there.has(id)));
  return read(join(dir, "queries.jsonl")).map((q): Row => {
    const { signals } = explain(library, q.question, { context: q.context ?? [] });
    return { x: keys.map((k) => signals[k]), y: answerable(q) ? 1 : 0, set: basename(given) };
  });
}

/** Gradient descent on the log loss with both classes weighted alike in each set, and a small penalty on large weights. */
function learn(rows: readonly Row[]): number[] {
  const share = new Map<string, number>();
  for (const r of rows) share.set(`${r.set}${r.y}`, (share.get(`${r.set}${r.y}`) ?? 0) + 1);
  const sets = new Set(rows.map((r) => r.set)).size;
  const w: number[] = new Array(keys.length + 1).fill(0);
  for (let step = 0; step < 6000; step++) {
    const gradient: number[] = w.map((v, i) => (i === 0 ? 0 : 0.003 * v));
    for (const r of rows) {
      const p = probability(w, r.x);
      const weight = 1 / (share.get(`${r.set}${r.y}`) ?? 1) / (2 * sets);
      gradient[0] = (gradient[0] ?? 0) + weight * (p - r.y);
      r.x.forEach((v, i) => {
        gradient[i + 1] = (gradient[i + 1] ?? 0) + weight * (p - r.y) * v;
      });
    }
    gradient.forEach((g, i) => {
      w[i] = (w[i] ?? 0) - 0.8 * g;
    });
  }
  return w;
}

function probability(w: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * (w[i + 1] ?? 0), w[0] ?? 0)));
}

function balanced(w: readonly number[], rows: readonly Row[]): string {
  const rate = (y: 0 | 1) => {
    const of = rows.filter((r) => r.y === y);
    return of.length === 0
      ? Number.NaN
      : of.filter((r) => (probability(w, r.x) >= 0.5 ? 1 : 0) === y).length / of.length;
  };
  return `answered ${(100 * rate(1)).toFixed(1)} refused ${(100 * rate(0)).toFixed(1)} balanced ${(50 * (rate(0) + rate(1))).toFixed(1)}`;
}

const rows = process.argv.slice(2).flatMap(rowsOf);
const all = learn(rows);
console.log(Object.fromEntries(["bias", ...keys].map((k, i) => [k, Number((all[i] ?? 0).toFixed(2))])));
for (const set of new Set(rows.map((r) => r.set))) {
  const [inside, outside] = [rows.filter((r) => r.set === set), rows.filter((r) => r.set !== set)];
  console.log(
    set.padEnd(16),
    "all:",
    balanced(all, inside),
    outside.length > 0 ? `| learned on the others: ${balanced(learn(outside), inside)}` : "",
  );
}
