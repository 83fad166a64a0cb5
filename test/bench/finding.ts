/*
 * How well the right passage is found, and the right words in it:
 *
 *   node test/bench/finding.ts [--misses N] DIR[:queries.jsonl]…
 *
 * DIR holds documents.jsonl ({id, title?, outlet?, published?, language?, text}) and queries.jsonl ({id, question, answerable,
 * gold: {docs, answers} | {doc, par, answers: [{text, start}]} | {facts}}). For every set: the share of answerable questions whose
 * right passage is among the first 1, 3, 10 and 100 that the engine finds; whose answer is in the first 1, 3 and 10 blocks; how many
 * were answered and how many unanswerable ones refused; and the processor time of a search and of a whole answer.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ask } from "../../src/answer/ask.ts";
import { seek } from "../../src/answer/expand.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { type Article, makeArticle, metadataSchema } from "../../src/coverage/article.ts";
import { makeCorpus } from "../../src/coverage/corpus.ts";

interface Gold {
  readonly docs?: readonly string[];
  readonly doc?: string;
  readonly par?: number;
  readonly answers?: readonly (string | { readonly text: string; readonly start: number })[];
  readonly facts?: readonly string[];
  readonly findable?: boolean;
}
interface Query {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly gold: Gold;
}
interface Stretch {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

const args = process.argv.slice(2);
const at = args.indexOf("--misses");
const misses = at < 0 ? 0 : Number(args.splice(at, 2)[1]);

const read = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const plain = (text: string) =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$%£€]+/gu, " ")
    .trim()} `;
const squeeze = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** Whether a stretch of an article answers a query. */
function judge({ gold }: Query, articles: ReadonlyMap<string, Article>): (stretch: Stretch) => boolean {
  const textOf = ({ article, start, end }: Stretch) => articles.get(article)?.text.slice(start, end) ?? "";
  if (gold.facts) {
    const facts = gold.facts.map(squeeze);
    return (s) => {
      const text = squeeze(textOf(s));
      return facts.some((fact) => text.includes(fact) || (text.length > 60 && fact.includes(text)));
    };
  }
  if (gold.par !== undefined) {
    const text = articles.get(gold.doc ?? "")?.text ?? "";
    const before = text.split("\n\n").slice(0, gold.par).join("\n\n").length + (gold.par > 0 ? 2 : 0);
    const places = (gold.answers ?? []).flatMap((a) => (typeof a === "string" ? [] : [before + a.start]));
    return (s) => s.article === gold.doc && places.some((place) => s.start <= place && place < s.end);
  }
  const answers = (gold.answers ?? [])
    .flatMap((a) => (typeof a === "string" ? [plain(a)] : []))
    .filter((a) => a.trim());
  return (s) => (gold.docs ?? []).includes(s.article) && answers.some((a) => plain(textOf(s)).includes(a));
}

function measure(given: string): void {
  const [dir = "", file = "queries.jsonl"] = given.split(":");
  const capture = { file: "-", sha256: "0".repeat(64) };
  const articles: Article[] = read(join(dir, "documents.jsonl")).map((d) => {
    const { id, outlet, published, language } = d;
    const known = { id, outlet: outlet ?? null, headline: d.title || null, published: published ?? null };
    return makeArticle(metadataSchema.parse({ ...known, language: language ?? "en", capture }), d.text);
  });
  const byId = new Map(articles.map((a) => [a.id, a]));
  const library = openLibrary(makeCorpus(articles));
  const { engine, vocabulary } = library.search();
  const count = { can: 0, answerable: 0, answered: 0, unanswerable: 0, refused: 0, characters: 0 };
  const passage = new Map([1, 3, 10, 100].map((n) => [n, 0]));
  const block = new Map([1, 3, 10].map((n) => [n, 0]));
  let [searching, answering] = [0, 0];
  const cpu = () => process.cpuUsage().user / 1000;
  for (const query of read(join(dir, file)) as Query[]) {
    const t0 = cpu();
    const sought = seek(readQuestion(query.question), engine, vocabulary);
    const terms = sought.flatMap((t) => t.forms.map((f) => ({ term: f.term, weight: f.worth })));
    const hits = engine.search(terms, 100);
    const t1 = cpu();
    const { outcome, blocks } = ask(library, query.question, { limit: 10 });
    answering += cpu() - t1;
    searching += t1 - t0;
    if (!query.answerable) {
      count.unanswerable++;
      if (outcome !== "answer") count.refused++;
      continue;
    }
    count.answerable++;
    if (outcome === "answer") count.answered++;
    if (query.gold.findable === false) continue;
    count.can++;
    const right = judge(query, byId);
    const found = hits.findIndex(({ passage: p }) => right({ article: p.article.id, start: p.start, end: p.end }));
    const shown = blocks.findIndex((b) =>
      b.spans.some((s) => [s.article, ...b.alsoIn].some((article) => right({ ...s, article }))),
    );
    for (const [n, sum] of passage) if (found >= 0 && found < n) passage.set(n, sum + 1);
    for (const [n, sum] of block) if (shown >= 0 && shown < n) block.set(n, sum + 1);
    count.characters += (blocks[0]?.spans ?? []).reduce((sum, s) => sum + s.end - s.start, 0);
    if (found < 0 || found >= 10) {
      if (count.can - (passage.get(10) ?? 0) <= misses)
        console.log(
          `  ${found + 1 || "-"} ${query.question}\n    ${sought.map((t) => `${t.word}:${t.found}`).join(" ")}`,
        );
    }
  }
  const share = (n: number, of: number) => (of === 0 ? "-" : ((100 * n) / of).toFixed(1));
  const shares = (counts: ReadonlyMap<number, number>) =>
    [...counts].map(([n, sum]) => `@${n} ${share(sum, count.can)}`).join(" ");
  const all = count.answerable + count.unanswerable;
  console.log(
    `${`${basename(dir)}${file === "queries.jsonl" ? "" : `:${file}`}`.padEnd(16)} passage ${shares(passage)} | block ${shares(block)}` +
      ` ${(count.characters / (count.can || 1)).toFixed(0)} ch | answered ${share(count.answered, count.answerable)}` +
      ` refused ${share(count.refused, count.unanswerable)} | ${(searching / all).toFixed(2)} + ${((answering - searching) / all).toFixed(2)} ms`,
  );
}

for (const given of args) measure(given);
