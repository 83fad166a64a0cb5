/*
 * Our own questions about the bundled coverage (questions/seeds.jsonl), answered and scored.
 *
 *   node test/bench/seeds-questions.ts [FILE] [--misses]
 *
 * FILE: seeds.jsonl unless given, or seeds-more.jsonl, or seeds-unseen.jsonl, of which we look at the totals only.
 *
 * Right: a block holds one of the listed substrings of that article. Unanswerable ones are right when they are not answered.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../../src/answer/ask.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { slice } from "../../src/coverage/span.ts";

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly context?: readonly string[];
  readonly answerable: boolean;
  readonly answers?: readonly (readonly [string, string])[];
}

const file = process.argv.slice(2).find((a) => !a.startsWith("--")) ?? "seeds.jsonl";
const home = join(import.meta.dirname, "../..");
const questions: Asked[] = readFileSync(
  file.startsWith("/") ? file : join(import.meta.dirname, `questions/${file}`),
  "utf8",
)
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const corpus = loadCorpus(join(home, "corpus"), console.error);
const library = openLibrary(corpus);
const counts = { answerable: 0, first: 0, three: 0, wronglyRefused: 0, unanswerable: 0, refused: 0, characters: 0 };

for (const q of questions) {
  const answer = ask(library, q.question, q.context ? { context: q.context } : {});
  const texts = answer.blocks.map((b) => {
    const article = corpus.byId.get(b.article);
    return { number: b.article.slice(0, 3), text: article ? b.spans.map((s) => slice(article, s)).join(" ") : "" };
  });
  const report = (what: string) => {
    if (!process.argv.includes("--misses")) return;
    console.log(`${what.padEnd(16)} ${q.id} ${q.kind} [${answer.outcome}] ${q.question}`);
    if (q.answers?.[0]) console.log(`    wanted ${q.answers[0][0]}: ${q.answers[0][1]}`);
    for (const t of texts) console.log(`    got    ${t.number}: ${t.text.slice(0, 150)}`);
  };
  if (!q.answerable) {
    counts.unanswerable++;
    if (answer.outcome === "answer") report("answered");
    else counts.refused++;
    continue;
  }
  counts.answerable++;
  counts.characters += texts[0]?.text.length ?? 0;
  const rank = texts.findIndex((t) =>
    q.answers?.some(([number, words]) => t.number === number && t.text.includes(words)),
  );
  if (rank === 0) counts.first++;
  if (rank >= 0) counts.three++;
  if (answer.outcome !== "answer") counts.wronglyRefused++;
  if (rank < 0) report("missed");
  else if (answer.outcome !== "answer") report("wrongly refused");
  else if (rank > 0) report(`at ${rank + 1}`);
}
console.log(
  `answerable ${counts.answerable}: first ${counts.first}, first three ${counts.three}, wrongly refused ${counts.wronglyRefused}; ` +
    `unanswerable ${counts.unanswerable}: refused ${counts.refused}; characters in the first block ${Math.round(counts.characters / counts.answerable)}`,
);
