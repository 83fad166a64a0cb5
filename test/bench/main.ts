/*
 * How long things take: `npm run bench`. A table and no judgement; run it on an idle machine.
 *
 * 1. ask, quote, timeline and check in the running process over the bundled coverage, first calls left out.
 * 2. Whole processes from start to end: one `ask`, and `start` up to the first answer of a conversation.
 * 3. On a made-up coverage of 10,000 passages, what a whole answer (read, search, select, decide, render) costs of processor time
 *    against MiniSearch's bare search for the same terms. The two take turns, so that what else the machine does meets both.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { ask } from "../../src/answer/ask.ts";
import { check } from "../../src/answer/check.ts";
import { seek } from "../../src/answer/expand.ts";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { quote } from "../../src/answer/quote.ts";
import { parseTimelineRequest, timeline } from "../../src/answer/timeline.ts";
import { type Article, makeArticle, metadataSchema } from "../../src/coverage/article.ts";
import { loadCorpus, makeCorpus } from "../../src/coverage/corpus.ts";
import { terms } from "../../src/language/words.ts";
import { renderAnswer } from "../../src/telegram/render/answer.ts";
import { renderCheck } from "../../src/telegram/render/check.ts";
import { renderQuotations } from "../../src/telegram/render/quote.ts";

const home = join(import.meta.dirname, "../..");
const rows: (readonly [string, string, string, string])[] = [["", "median", "p99", "processor"]];

interface Times {
  readonly wall: number[];
  /** User and system time together, in milliseconds. */
  cpu: number;
}

function time(times: Times, work: () => unknown): void {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  work();
  times.wall.push(performance.now() - begin);
  const { user, system } = process.cpuUsage(cpu);
  times.cpu += (user + system) / 1000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function row(name: string, { wall, cpu }: Times): void {
  rows.push([name, ms(quantile(wall, 0.5)), ms(quantile(wall, 0.99)), ms(cpu / wall.length)]);
}

/** Every input in turn, a few hundred calls, after as many that only warm up. */
function measure(name: string, inputs: readonly string[], work: (input: string) => unknown): void {
  const times: Times = { wall: [], cpu: 0 };
  for (const input of inputs) for (let i = 0; i < 20; i++) work(input);
  for (let i = 0; i < 60; i++) for (const input of inputs) time(times, () => work(input));
  row(name, times);
}

const questions = [
  "How much was Twitter fined?",
  "Who is the head of Roskomnadzor?",
  "What did Putin say about social networks?",
  "Why was LinkedIn banned in Russia?",
  "roskomnazdor deputy cheif name",
  "На какую сумму оштрафовали Твиттер?",
];

function inTheRunningProcess(library: Library): void {
  const { corpus } = library;
  measure("ask, with its message", questions, (q) => renderAnswer(corpus, ask(library, q, { limit: 9 }), "en"));
  measure("quote, with its message", ["", "Peskov", "Putin about children", "Песков"], (q) =>
    renderQuotations(corpus, quote(library, q), "en"),
  );
  measure("timeline", ["", "Twitter", "Twitter 2021"], (q) => timeline(library, parseTimelineRequest(q).request));
  measure(
    "check, with its message",
    [
      "“We have no such plans”",
      "“We are not going to block anybody – we will work with them”",
      "“words that nobody said here”",
    ],
    (q) => renderCheck(corpus, check(library, q), "en"),
  );
}

function asWholeProcesses(): void {
  const run = (name: string, args: readonly string[], input: string) => {
    const times: Times = { wall: [], cpu: 0 };
    for (let i = 0; i < 11; i++) {
      const begin = performance.now();
      const done = spawnSync(process.execPath, ["src/main.ts", ...args], {
        cwd: home,
        input,
        encoding: "utf8",
        env: { PATH: process.env["PATH"] },
      });
      if (done.status !== 0) throw new Error(`${name}: exit code ${done.status}\n${done.stderr}`);
      // The first one fills Node's compile cache.
      if (i > 0) times.wall.push(performance.now() - begin);
    }
    rows.push([name, ms(quantile(times.wall, 0.5)), ms(quantile(times.wall, 0.99)), ""]);
  };
  run("process: ask", ["ask", "How much was Twitter fined?"], "");
  run("process: start, no question", ["start"], "");
  run("process: start, one question", ["start"], "How much was Twitter fined?\n");
}

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Articles of made-up words that stand as often as words do (the n-th most frequent one n times less often), in sentences. */
function madeUpArticles(passages: number): Article[] {
  const random = numbers(7);
  const syllables = "ka lo mi ne ru sa te vo pi du fe go hi ju bra sto len mar tik nov".split(" ");
  const vocabulary = Array.from({ length: 20_000 }, (_, i) => {
    let word = "";
    for (let n = i + 400; n > 0; n = Math.floor(n / syllables.length)) word += syllables[n % syllables.length];
    return i % 12 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? "";
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 20) }, word).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const perArticle = 5;
  return Array.from({ length: passages / perArticle }, (_, i) => {
    // A paragraph of about 1,250 characters is a passage.
    const paragraphs = Array.from({ length: perArticle }, () => {
      let text = sentence();
      while (text.length < 1_250) text += ` ${sentence()}`;
      return text;
    });
    const metadata = metadataSchema.parse({
      id: `made-up-${String(i).padStart(6, "0")}`,
      outlet: `Outlet ${i % 40}`,
      headline: sentence(),
      published: "2021-03-04",
      capture: { file: "made-up", sha256: "0".repeat(64) },
    });
    return makeArticle(metadata, paragraphs.join("\n\n"));
  });
}

function againstBareSearch(): string {
  const library = openLibrary(makeCorpus(madeUpArticles(10_000)));
  const { engine, vocabulary } = library.search();
  const random = numbers(11);
  const asked = Array.from({ length: 60 }, () => {
    const passage = engine.passages[Math.floor(random() * engine.passages.length)];
    const words = terms(passage?.article.text.slice(passage.start, passage.start + 600) ?? "");
    const from = Math.floor(random() * Math.max(1, words.length - 8));
    return `What about ${words
      .slice(from, from + 3 + Math.floor(random() * 4))
      .map((t) => t.word)
      .join(" ")}?`;
  });
  // The same index as the engine's own: the same terms, fields and settings.
  const index = new MiniSearch<{ id: number; text: string; headline: string }>({
    fields: ["text", "headline"],
    tokenize: (text, field) => (field === undefined ? text.split(" ") : terms(text).map((t) => t.term)),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 0.9, b: 0.4, d: 0 }, boost: { headline: 0.5 } },
  });
  index.addAll(
    engine.passages.map((p, id) => ({
      id,
      text: p.article.text.slice(p.start, p.end),
      headline: p.article.headline ?? "",
    })),
  );
  const whole: Times = { wall: [], cpu: 0 };
  const bare: Times = { wall: [], cpu: 0 };
  const answer = (q: string) => renderAnswer(library.corpus, ask(library, q), "en");
  const termsOf = new Map(
    asked.map((q) => [
      q,
      seek(readQuestion(q), engine, vocabulary)
        .flatMap((t) => t.forms.map((f) => f.term))
        .join(" "),
    ]),
  );
  const search = (q: string) => index.search(termsOf.get(q) ?? "");
  for (const q of asked) {
    answer(q);
    search(q);
  }
  for (let round = 0; round < 10; round++) {
    for (const q of asked) {
      time(whole, () => answer(q));
      time(bare, () => search(q));
    }
  }
  row(`${engine.passages.length} passages: a whole answer`, whole);
  row(`${engine.passages.length} passages: bare MiniSearch`, bare);
  return `a whole answer takes ${(whole.cpu / bare.cpu).toFixed(2)} times the processor time of the bare search`;
}

inTheRunningProcess(openLibrary(loadCorpus(join(home, "corpus"), console.error)));
asWholeProcesses();
const ratio = againstBareSearch();
const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((r) => r[column as 0 | 1 | 2 | 3].length)));
for (const r of rows)
  console.log(r.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("   "));
console.log(`\n${ratio}`);
