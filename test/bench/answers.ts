/*
 * How good are the answers? Public question sets, answered and scored:
 *
 *   node test/bench/answers.ts SET… [--misses N] [--refused N] [--answered N] [--ablate]
 *
 * SET: DIR, DIR:N or DIR<OTHER (see question-sets.ts). Right: a block holds what answers the question.
 * --ablate: @1 and @3 of the best stretches of sentences as they are chosen, and without each signal in turn.
 */
import { explain } from "../../src/answer/ask.ts";
import { likelihood } from "../../src/answer/decide.ts";
import { type Candidate, type Features, scoreOf, selectionWeights } from "../../src/answer/select.ts";
import { slice } from "../../src/coverage/span.ts";
import { judge, openSet } from "./question-sets.ts";
import { rankOf } from "./ranks.ts";

const args = process.argv.slice(2);
const option = (name: string) => {
  const at = args.indexOf(name);
  return at < 0 ? 0 : Number(args.splice(at, 2)[1]);
};
const ablates = args.includes("--ablate");
if (ablates) args.splice(args.indexOf("--ablate"), 1);
const [misses, refused, answered] = [option("--misses"), option("--refused"), option("--answered")];

/** The chance that an answerable question scores above one that is not. */
function auc(yes: readonly number[], no: readonly number[]): number {
  let sum = 0;
  for (const y of yes) for (const n of no) sum += y > n ? 1 : y === n ? 0.5 : 0;
  return sum / (yes.length * no.length);
}

/** The place of a right stretch, without one signal. */
function rankWithout(
  signal: keyof Features | null,
  found: readonly Candidate[],
  right: (c: Candidate) => boolean,
): number {
  const weights = { ...selectionWeights, ...(signal ? { [signal]: 0 } : {}) };
  return rankOf(
    found.map((c) => ({ article: c.article.id, ...c.range, score: scoreOf(c.features, weights), isRight: right(c) })),
  ).rank;
}

const signalsAblated = [null, ...(Object.keys(selectionWeights) as (keyof Features)[])];

for (const given of args) {
  const ranks = new Map(signalsAblated.map((s) => [s, [0, 0, 0, 0]]));
  const set = openSet(given);
  const { corpus } = set.library;
  const n = { can: 0, one: 0, three: 0, ten: 0, chars: 0, yes: 0, answered: 0, no: 0, refused: 0 };
  const shown = { misses, refused, answered };
  const p: [number[], number[]] = [[], []];
  const show = (what: keyof typeof shown, ...lines: string[]) => {
    if (shown[what]-- > 0) console.log(`${what}: ${lines.join("\n      ")}`);
  };
  const started = process.cpuUsage();
  for (const q of set.questions) {
    const { answer, signals, found } = explain(set.library, q.question, { limit: 10, context: q.context ?? [] });
    const blocks = answer.blocks.map((b) => {
      const article = corpus.byId.get(b.article);
      return { ids: [b.article, ...b.alsoIn], text: article ? b.spans.map((s) => slice(article, s)).join(" ") : "" };
    });
    const first = `${blocks[0]?.ids[0] ?? ""} ${blocks[0]?.text ?? ""}`;
    p[q.answerable ? 0 : 1].push(likelihood(signals));
    const why = Object.entries(signals)
      .map(([k, v]) => `${k} ${Number(v).toFixed(2)}`)
      .join(" ");
    if (!q.answerable) {
      n.no++;
      if (answer.outcome !== "answer") n.refused++;
      else show("answered", q.question, first, why);
      continue;
    }
    n.yes++;
    if (answer.outcome === "answer") n.answered++;
    else show("refused", q.question, first, why);
    if (q.gold.findable === false) continue;
    n.can++;
    n.chars += blocks[0]?.text.length ?? 0;
    const right = judge(q, set.library);
    for (const signal of ablates ? signalsAblated : []) {
      const at = ranks.get(signal);
      const rank = rankWithout(signal, found, (c) =>
        right(c.article.id, c.article.text.slice(c.range.start, c.range.end)),
      );
      if (at) at[rank] = (at[rank] ?? 0) + 1;
    }
    const rank = blocks.findIndex((b) => b.ids.some((id) => right(id, b.text)));
    if (rank === 0) n.one++;
    if (rank >= 0 && rank < 3) n.three++;
    if (rank >= 0) n.ten++;
    if (rank !== 0)
      show("misses", `[${rank + 1}] ${q.question}`, JSON.stringify(q.gold.answers ?? q.gold.facts), first);
  }
  const cpu = process.cpuUsage(started);
  const pc = (x: number, of: number) => ((100 * x) / (of || Number.NaN)).toFixed(1).padStart(5);
  console.log(
    `${set.name.padEnd(26)} @1 ${pc(n.one, n.can)} @3 ${pc(n.three, n.can)} @10 ${pc(n.ten, n.can)} (${n.can})  ` +
      `answered ${pc(n.answered, n.yes)} refused ${pc(n.refused, n.no)} balanced ${((100 * (n.answered / n.yes + n.refused / n.no)) / 2).toFixed(1)} ` +
      `AUC ${auc(p[0], p[1]).toFixed(3)}  first block ${Math.round(n.chars / n.can)} characters  ` +
      `${((cpu.user + cpu.system) / 1000 / set.questions.length).toFixed(1)} ms a question`,
  );
  for (const [signal, [one = 0, two = 0, three = 0]] of ablates ? ranks : [])
    console.log(
      `  ${(signal ? `without ${signal}` : "all").padEnd(24)} @1 ${pc(one, n.can)} @3 ${pc(one + two + three, n.can)}`,
    );
}
