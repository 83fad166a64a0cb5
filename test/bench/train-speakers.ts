/*
 * Learns the weights of src/reading/quotations/weights.ts from annotated news:
 *
 *   node test/bench/train-speakers.ts <train.jsonl> [<held out.jsonl>]
 *
 * A line is {id, text, quotes: [{start, end, kind: "direct" | "mixed", n: words, source: [[start, end]…], sourceText,
 * sourceType}]}. Two models, both log-linear, fitted by AdaGrad
 * (Duchi, Hazan and Singer, 2011) in a fixed order, so that the same data give the same weights: which candidate
 * speaks (softmax over candidates), and whether a stretch is speech (logistic). Only the weights are kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { makeArticle, metadataSchema } from "../../src/coverage/article.ts";
import type { Previous } from "../../src/reading/quotations/context.ts";
import { type Candidate, candidatesFor } from "../../src/reading/quotations/features.ts";
import type { Placed } from "../../src/reading/quotations/layout.ts";
import { shares, weigh } from "../../src/reading/quotations/model.ts";
import { readScene, type Scene } from "../../src/reading/quotations/scene.ts";
import { speechFeatures } from "../../src/reading/quotations/speech.ts";

const pair = z.tuple([z.number(), z.number()]);
const goldSchema = z.object({
  start: z.number(),
  end: z.number(),
  kind: z.enum(["direct", "mixed"]),
  n: z.number(),
  source: z.array(pair),
  sourceText: z.string(),
  sourceType: z.string(),
});
const documentSchema = z.object({ id: z.string(), text: z.string(), quotes: z.array(goldSchema) });
type Gold = z.infer<typeof goldSchema>;
type Document = z.infer<typeof documentSchema>;
type Weights = Map<string, number>;

interface SpeakerCase {
  readonly features: readonly (readonly string[])[];
  readonly right: readonly boolean[];
}
interface SpeechCase {
  readonly features: readonly string[];
  readonly speech: boolean;
}

export const readDocuments = (file: string): Document[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => documentSchema.parse(JSON.parse(line)));

const scenes = new WeakMap<Document, Scene>();
function sceneOf(document: Document): Scene {
  const { id, text } = document;
  const read =
    scenes.get(document) ??
    readScene(makeArticle(metadataSchema.parse({ id, capture: { file: id, sha256: "0".repeat(64) } }), text));
  scenes.set(document, read);
  return read;
}

const overlap = (aStart: number, aEnd: number, bStart: number, bEnd: number) =>
  Math.min(aEnd, bEnd) - Math.max(aStart, bStart);

function goldOf(document: Document, quote: Placed): Gold | null {
  let best: Gold | null = null;
  let most = 0.5;
  for (const gold of document.quotes) {
    const common = overlap(gold.start, gold.end, quote.inner.start, quote.inner.end);
    const share = common / (Math.max(gold.end, quote.inner.end) - Math.min(gold.start, quote.inner.start));
    if (common > 0 && share >= most) {
      best = gold;
      most = share;
    }
  }
  return best;
}

/** The last capitalised word of a name before what is in apposition. */
function familyName(text: string): string | null {
  const head = text.replace(/\([^)]*\)/g, " ").split(/,| who | which |—|–/)[0] ?? "";
  const words = head.replace(/['’]s\b/g, "").match(/\p{Lu}[\p{L}\p{N}'’-]*/gu) ?? [];
  return (
    words
      .filter((w) => !/^(?:Jr|Sr|II|III|The|A|Mr|Mrs|Ms|Dr)$/.test(w))
      .at(-1)
      ?.toLowerCase() ?? null
  );
}

function isRight(scene: Scene, gold: Gold, candidate: Candidate): boolean {
  const { reference } = candidate;
  if (gold.source.length === 0) return reference === null;
  if (!reference) return false;
  for (const [start, end] of gold.source) {
    if (overlap(start, end, reference.start, reference.end) > 0) return true;
    const relative = /^(?:who|which|that|whose)$/i.test(scene.text.slice(start, end));
    if (relative && reference.end <= start && start - reference.end < 60) return true;
  }
  if (gold.sourceType !== "name") return false;
  const name = scene.actorOf.get(reference)?.name ?? reference.name;
  const family = familyName(gold.sourceText);
  return (
    name !== null &&
    family !== null &&
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}'’-]+/u)
      .includes(family)
  );
}

function collect(
  documents: readonly Document[],
  weights: Weights | null,
): { speakers: SpeakerCase[]; speeches: SpeechCase[] } {
  const speakers: SpeakerCase[] = [];
  const speeches: SpeechCase[] = [];
  for (const document of documents) {
    const scene = sceneOf(document);
    let previous: Previous | null = null;
    let before: { readonly quote: Placed; readonly speech: boolean } | null = null;
    for (const quote of scene.quotes) {
      const gold = goldOf(document, quote);
      const counts = gold !== null && (gold.kind === "direct" || gold.n >= 3);
      const candidates = candidatesFor(scene, quote, previous);
      const right = candidates.map((c) => gold !== null && isRight(scene, gold, c));
      const parts = shares(candidates.map((c) => (weights ? weigh(weights, c.features) : 0)));
      const top = parts.indexOf(Math.max(...parts));
      const candidate = candidates[top];
      if (!candidate) continue;
      const sibling = before?.quote.sentence === quote.sentence ? before.speech : null;
      before = { quote, speech: counts };
      if (counts) speakers.push({ features: candidates.map((c) => c.features), right });
      const touched = document.quotes.some((g) => overlap(g.start, g.end, quote.inner.start, quote.inner.end) > 0);
      if (weights && (counts || !touched)) {
        speeches.push({
          features: speechFeatures(scene, quote, { candidate, share: parts[top] ?? 0 }, sibling),
          speech: counts,
        });
      }
      if (counts)
        previous = {
          quote,
          reference: (weights ? candidate : (candidates[right.indexOf(true)] ?? candidate)).reference,
        };
    }
  }
  return { speakers, speeches };
}

/** Numbers in a fixed order (a linear congruential generator; Numerical Recipes' constants). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const held = out[i] as T;
    out[i] = out[j] as T;
    out[j] = held;
  }
  return out;
}

const rate = 0.2;
const shrink = 1.0;
const rounds = 15;

class Learner {
  readonly weights: Weights = new Map();
  private readonly squares = new Map<string, number>();
  private readonly counts: ReadonlyMap<string, number>;
  constructor(features: Iterable<string>) {
    const counts = new Map<string, number>();
    for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
    this.counts = counts;
  }
  step(gradient: ReadonlyMap<string, number>): void {
    for (const [feature, slope] of gradient) {
      const weight = this.weights.get(feature) ?? 0;
      const g = slope - (shrink * weight) / (this.counts.get(feature) ?? 1);
      const squares = (this.squares.get(feature) ?? 1e-2) + g * g;
      this.squares.set(feature, squares);
      this.weights.set(feature, weight + (rate * g) / Math.sqrt(squares));
    }
  }
  result(): Weights {
    const kept = [...this.weights].filter(([f, w]) => (this.counts.get(f) ?? 0) >= 5 && Math.abs(w) >= 0.03);
    return new Map(kept.map(([f, w]) => [f, Math.round(w * 100) / 100]));
  }
}

function learnSpeakers(cases: readonly SpeakerCase[]): Weights {
  const learner = new Learner(cases.flatMap((c) => [...new Set(c.features.flat())]));
  for (let round = 0; round < rounds; round++) {
    for (const { features, right } of shuffled(
      cases.filter((c) => c.right.includes(true)),
      round,
    )) {
      const parts = shares(features.map((f) => weigh(learner.weights, f)));
      const good = parts.reduce((sum, p, i) => (right[i] ? sum + p : sum), 0);
      const gradient = new Map<string, number>();
      features.forEach((list, i) => {
        const part = parts[i] ?? 0;
        const pull = (right[i] ? part / good : 0) - part;
        if (Math.abs(pull) > 1e-6) for (const f of list) gradient.set(f, (gradient.get(f) ?? 0) + pull);
      });
      learner.step(gradient);
    }
  }
  return learner.result();
}

function learnSpeech(cases: readonly SpeechCase[]): Weights {
  const learner = new Learner(cases.flatMap((c) => c.features));
  for (let round = 0; round < rounds; round++) {
    for (const { features, speech } of shuffled(cases, round)) {
      const pull = Number(speech) - 1 / (1 + Math.exp(-weigh(learner.weights, features)));
      learner.step(new Map(features.map((f) => [f, pull])));
    }
  }
  return learner.result();
}

function report(name: string, documents: readonly Document[], speaker: Weights, speech: Weights): void {
  const { speakers, speeches } = collect(documents, speaker);
  const rightTop = speakers.filter((c) => {
    const sums = c.features.map((f) => weigh(speaker, f));
    return c.right[sums.indexOf(Math.max(...sums))];
  });
  const hits = speeches.filter((c) => weigh(speech, c.features) >= 0 === c.speech);
  const share = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} % of ${of}`;
  process.stdout.write(
    `${name}: speaker ${share(rightTop.length, speakers.length)}, speech ${share(hits.length, speeches.length)}\n`,
  );
}

export function learn(documents: readonly Document[]): { speaker: Weights; speech: Weights } {
  let speaker = learnSpeakers(collect(documents, null).speakers);
  speaker = learnSpeakers(collect(documents, speaker).speakers);
  return { speaker, speech: learnSpeech(collect(documents, speaker).speeches) };
}

const table = (weights: Weights) =>
  [...weights]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([f, w]) => `${f} ${w}`)
    .join("\n");

function main([trainFile, heldOutFile]: readonly string[]): void {
  if (!trainFile) throw new Error("usage: learn.ts <train.jsonl> [<held out.jsonl>]");
  const documents = readDocuments(trainFile);
  const quarter = documents.filter((_, i) => i % 4 === 0);
  const rest = documents.filter((_, i) => i % 4 !== 0);
  const trial = learn(rest);
  report("a quarter held out", quarter, trial.speaker, trial.speech);
  const { speaker, speech } = learn(documents);
  report("trained on", documents, speaker, speech);
  if (heldOutFile) report("held out", readDocuments(heldOutFile), speaker, speech);
  writeFileSync(
    new URL("../../src/reading/quotations/weights.ts", import.meta.url),
    `/*
 * Written by test/bench/train-speakers.ts from annotated news; not edited by hand. One feature a line, with its
 * weight. What the features mean is in features.ts and speech.ts.
 */
export const speakerTable = \`
${table(speaker)}
\`;

export const speechTable = \`
${table(speech)}
\`;
`,
  );
}

if (import.meta.main) main(process.argv.slice(2));
