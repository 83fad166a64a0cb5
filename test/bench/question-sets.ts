import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import { type Article, makeArticle, metadataSchema } from "../../src/coverage/article.ts";
import { loadCorpus, makeCorpus } from "../../src/coverage/corpus.ts";

/** A question of a public set, with what would answer it. */
export interface SetQuestion {
  readonly id: string;
  readonly question: string;
  readonly context?: readonly string[];
  readonly answerable: boolean;
  readonly kind: string;
  readonly gold: {
    readonly docs?: readonly string[];
    readonly doc?: string;
    readonly par?: number;
    readonly facts?: readonly string[];
    readonly answers?: readonly (string | { readonly text: string; readonly start: number })[];
    readonly findable?: boolean;
  };
}

interface SetDocument {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly language?: string;
  readonly text: string;
}

export interface QuestionSet {
  readonly name: string;
  readonly library: Library;
  readonly questions: readonly SetQuestion[];
}

export function linesOf<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

export function articlesOf(dir: string): Article[] {
  const capture = { file: "-", sha256: "0".repeat(64) };
  return linesOf<SetDocument>(join(dir, "documents.jsonl")).map((d) =>
    makeArticle(
      metadataSchema.parse({
        id: d.id,
        outlet: d.outlet ?? null,
        headline: d.title || null,
        language: d.language ?? "en",
        ...(d.published ? { published: d.published, publishedBasis: "metadata" } : {}),
        capture,
      }),
      d.text,
    ),
  );
}

/** Our own questions about the bundled coverage as a set; what is right is told by seeds-questions.ts. */
function openSeeds(file: string): QuestionSet {
  const corpus = loadCorpus(join(import.meta.dirname, "../../corpus"), console.error);
  const questions = linesOf<Omit<SetQuestion, "gold">>(file).map((q) => ({ ...q, gold: {} }));
  return { name: basename(file), library: openLibrary(corpus), questions };
}

/**
 * Opens `FILE.jsonl` (questions about the bundled coverage), `DIR` (documents.jsonl, queries.jsonl), `DIR:N` (N of its documents, evenly spread: questions about the others become
 * unanswerable) or `DIR<OTHER` (the questions of OTHER, all of them off topic, beside DIR's own).
 */
export function openSet(given: string): QuestionSet {
  if (given.endsWith(".jsonl")) return openSeeds(given);
  const [here = "", other] = given.split("<");
  const [dir = "", kept] = here.split(":");
  const all = articlesOf(dir);
  const n = Number(kept ?? all.length);
  const articles = all.filter((_, i) => Math.floor((i * n) / all.length) !== Math.floor(((i - 1) * n) / all.length));
  const there = new Set(articles.map((a) => a.id));
  const own = linesOf<SetQuestion>(join(dir, "queries.jsonl")).map((q) => ({
    ...q,
    answerable:
      q.answerable && (!kept || [...(q.gold.docs ?? []), q.gold.doc].some((id) => id !== undefined && there.has(id))),
  }));
  const foreign = other
    ? linesOf<SetQuestion>(join(other, "queries.jsonl")).map((q) => ({ ...q, answerable: false }))
    : [];
  return {
    name: given.replace(/[^<]*\//g, ""),
    library: openLibrary(makeCorpus(articles)),
    questions: other ? [...own.filter((q) => q.answerable), ...foreign] : own,
  };
}

const squeeze = (s: string) => s.normalize("NFKC").replace(/\s+/g, "");
const plain = (s: string) =>
  ` ${s
    .normalize("NFKC")
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}%$£€']+/gu, " ")
    .trim()
    .split(" ")
    .filter((w) => w && !["the", "a", "an"].includes(w))
    .join(" ")} `;

/** Whether quoted words of an article answer a question: hold the answer, the answer with the words around it, or the fact. */
export function judge(q: SetQuestion, library: Library): (article: string, text: string) => boolean {
  const { gold } = q;
  if (q.kind === "mhr") {
    const facts = (gold.facts ?? []).map(squeeze);
    return (_, quoted) => {
      const text = squeeze(quoted);
      return facts.some((f) => text.includes(f) || (text.length > 60 && f.includes(text)));
    };
  }
  if (q.kind === "rtqa") {
    const answers = (gold.answers ?? []).map((a) => plain(String(a))).filter((a) => a.trim());
    return (article, text) => (gold.docs ?? []).includes(article) && answers.some((a) => plain(text).includes(a));
  }
  const paragraph = library.corpus.byId.get(gold.doc ?? "")?.text.split("\n\n")[gold.par ?? 0] ?? "";
  const around = (gold.answers ?? []).flatMap((a) => {
    if (typeof a === "string") return [];
    let from = Math.max(0, a.start - 25);
    let to = Math.min(paragraph.length, a.start + a.text.length + 25);
    const left = paragraph.slice(from, a.start);
    const cut = Math.max(left.lastIndexOf(". "), left.lastIndexOf("? "), left.lastIndexOf("! "));
    if (cut >= 0) from += cut + 2;
    const stop = paragraph.slice(a.start + a.text.length, to).search(/[.!?]\s/);
    if (stop >= 0) to = a.start + a.text.length + stop;
    return [squeeze(paragraph.slice(from, to))];
  });
  return (article, text) => article === gold.doc && around.some((a) => squeeze(text).includes(a));
}
