/*
 * How long things take: `npm run bench`. A table and no judgement; run it on an idle machine.
 *
 * 1. ask, quote, timeline and check in the running process over the bundled coverage, first calls left out.
 * 2. Whole processes from start to end: one `ask`, and `start` up to the first answer of a conversation.
 * 3. On made-up coverages of 10,000 and 100,000 passages, what a whole answer costs beside MiniSearch's and SQLite's bare search
 *    (scale.ts).
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ask } from "../../src/answer/ask.ts";
import { check } from "../../src/answer/check.ts";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import { quote } from "../../src/answer/quote.ts";
import { parseTimelineRequest, timeline } from "../../src/answer/timeline.ts";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { renderAnswer } from "../../src/telegram/render/answer.ts";
import { renderCheck } from "../../src/telegram/render/check.ts";
import { renderQuotations } from "../../src/telegram/render/quote.ts";
import { viewOf } from "../../src/telegram/render/view.ts";
import { ms, quantile, type Times, table, time } from "./times.ts";
import { costOfUpdates } from "./updates.ts";

const home = join(import.meta.dirname, "../..");
const rows: (readonly [string, string, string, string])[] = [["", "median", "p99", "processor"]];

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
  measure("ask, with its message", questions, (q) => renderAnswer(viewOf(corpus), ask(library, q, { limit: 9 }), "en"));
  measure("quote, with its message", ["", "Peskov", "Putin about children", "Песков"], (q) =>
    renderQuotations(viewOf(corpus), quote(library, q), "en"),
  );
  measure("timeline", ["", "Twitter", "Twitter 2021"], (q) => timeline(library, parseTimelineRequest(q).request));
  measure(
    "check, with its message",
    [
      "“We have no such plans”",
      "“We are not going to block anybody – we will work with them”",
      "“words that nobody said here”",
    ],
    (q) => renderCheck(viewOf(corpus), check(library, q), "en"),
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

/** Each size in a process of its own: what one has in memory must not slow the next. */
function atScale(): string {
  return [10_000, 100_000]
    .map((passages) => {
      const options = ["--expose-gc", "--max-old-space-size=6000", "--disable-warning=ExperimentalWarning"];
      const script = join(import.meta.dirname, "scale.ts");
      const done = spawnSync(process.execPath, [...options, script, String(passages)], { encoding: "utf8" });
      if (done.status !== 0) throw new Error(`${script}: exit code ${done.status}\n${done.stderr}`);
      return done.stdout;
    })
    .join("\n");
}

inTheRunningProcess(openLibrary(loadCorpus(join(home, "corpus"), console.error)));
asWholeProcesses();
console.log(table(rows));
console.log("\nplumbing (grammY's and ours), processor time an update:");
for (const [name, cost] of await costOfUpdates()) console.log(`${name.padEnd(36)} ${cost.toFixed(1).padStart(7)} µs`);
console.log(`\n${atScale()}`);
