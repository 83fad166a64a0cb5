/*
 * What a whole answer costs beside other ways of searching the same passages, on a made-up coverage:
 *
 *   node test/bench/scale.ts PASSAGES
 *
 * A whole answer is: read, search, select, decide, render. The others search only: MiniSearch as it comes (terms of question and
 * passages are the same as ours, words of everyday left out, any may match), and SQLite's FTS5 (`order by rank limit 10`). They take turns on
 * every question, so that what else the machine does meets all of them; no question is asked twice in a round. Printed are
 * processor times, how often the passage that the question's words were taken from is among the first ten, and what the index costs.
 */
import { DatabaseSync } from "node:sqlite";
import MiniSearch from "minisearch";
import { ask } from "../../src/answer/ask.ts";
import { seek } from "../../src/answer/expand.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { terms } from "../../src/language/words.ts";
import { renderAnswer } from "../../src/telegram/render/answer.ts";
import { viewOf } from "../../src/telegram/render/view.ts";
import { madeUpArticles, questionsAbout } from "./made-up.ts";
import { ms, quantile, type Times, table, time } from "./times.ts";

const size = Number(process.argv[2] ?? 10_000);
/** As long as passages are in news: about 200 words. */
const characters = 1_210;

/** What making something costs: processor time in seconds, and megabytes that stay (heap and outside it). */
function costOf<T>(make: () => T): { made: T; seconds: number; megabytes: number } {
  const used = () => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 2 ** 20;
  };
  const before = used();
  const cpu = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(cpu);
  return { made, seconds: (user + system) / 1e6, megabytes: used() - before };
}

const corpus = makeCorpus(madeUpArticles(size, characters));
const library = openLibrary(corpus);
const ours = costOf(() => library.search());
const { engine, vocabulary } = ours.made;
const texts = engine.passages.map((p) => p.article.text.slice(p.start, p.end));
const headlines = engine.passages.map((p) => p.article.headline ?? "");

const mini = costOf(() => {
  const index = new MiniSearch<{ id: number; text: string; headline: string }>({
    fields: ["text", "headline"],
    tokenize: (text, field) => (field === undefined ? text.split(" ") : terms(text).map((t) => t.term)),
    processTerm: (term) => term,
    searchOptions: { boost: { headline: 0.5 } },
  });
  index.addAll(texts.map((text, id) => ({ id, text, headline: headlines[id] ?? "" })));
  return index;
});

const sqlite = costOf(() => {
  const database = new DatabaseSync(":memory:");
  database.exec("create virtual table passages using fts5(text, headline)");
  const insert = database.prepare("insert into passages(rowid, text, headline) values (?, ?, ?)");
  const stemmed = (text: string) =>
    terms(text)
      .map((t) => t.term)
      .join(" ");
  database.exec("begin");
  for (const [id, text] of texts.entries()) insert.run(id, stemmed(text), stemmed(headlines[id] ?? ""));
  database.exec("commit");
  return database.prepare("select rowid as id from passages where passages match ? order by rank limit 10");
});

const ways = ["a whole answer", "its search", "MiniSearch", "SQLite FTS5"] as const;
type Way = (typeof ways)[number];
const times = new Map<Way, Times>(ways.map((way) => [way, { wall: [], cpu: 0 }]));
const found = new Map<Way, number>(ways.map((way) => [way, 0]));

function take(way: Way, work: () => unknown[], right: (hit: unknown) => boolean): void {
  const hits = time(times.get(way) ?? { wall: [], cpu: 0 }, work);
  if (hits.slice(0, 10).some(right)) found.set(way, (found.get(way) ?? 0) + 1);
}

function askAll(questions: readonly { readonly text: number; readonly question: string }[]): void {
  for (const { text, question } of questions) {
    const passage = engine.passages[text];
    const sought = seek(readQuestion(question), engine, vocabulary);
    const query = sought.flatMap((t) => t.forms.map((f) => ({ term: f.term, weight: f.worth })));
    const words = query.map((t) => t.term);
    take(
      "a whole answer",
      () => {
        const answer = ask(library, question);
        renderAnswer(viewOf(corpus), answer, "en");
        return [...answer.blocks];
      },
      () => false,
    );
    take(
      "its search",
      () => engine.search(query, 10),
      (hit) => (hit as { passage: unknown }).passage === passage,
    );
    take(
      "MiniSearch",
      () => mini.made.search(words.join(" ")),
      (hit) => (hit as { id: number }).id === text,
    );
    take(
      "SQLite FTS5",
      () => sqlite.made.all(words.map((w) => `"${w}"`).join(" OR ")),
      (hit) => (hit as { id: number }).id === text,
    );
  }
}

const questions = questionsAbout(texts, 400);
askAll(questions.slice(0, 100));
for (const way of ways) {
  times.set(way, { wall: [], cpu: 0 });
  found.set(way, 0);
}
const asked = questions.slice(100);
askAll(asked);

const plain = times.get("MiniSearch")?.cpu ?? 0;
const built: Partial<Record<Way, typeof ours | typeof mini | typeof sqlite>> = {
  "its search": ours,
  MiniSearch: mini,
  "SQLite FTS5": sqlite,
};
console.log(
  table([
    [
      `${engine.passages.length} passages`,
      "processor",
      "of MiniSearch",
      "p50",
      "p99",
      "in first ten",
      "index built in",
      "index",
    ],
    ...ways.map((way) => {
      const { wall, cpu } = times.get(way) ?? { wall: [], cpu: 0 };
      const index = built[way];
      return [
        way,
        ms(cpu / wall.length),
        (cpu / plain).toFixed(3),
        ms(quantile(wall, 0.5)),
        ms(quantile(wall, 0.99)),
        way === "a whole answer" ? "" : `${((100 * (found.get(way) ?? 0)) / asked.length).toFixed(1)} %`,
        index ? `${index.seconds.toFixed(1)} s` : "",
        index && way !== "SQLite FTS5" ? `${index.megabytes.toFixed(0)} MB` : "",
      ];
    }),
  ]),
);
