import { familyKey, familyMembers } from "../coverage/family.ts";
import { receiptOf } from "../coverage/receipt.ts";
import type { Span } from "../coverage/span.ts";
import { foldTypography } from "../language/fold.ts";
import { contains, overlaps, type Range } from "../language/range.ts";
import type { Answer, Block, Notice } from "./answer.ts";
import { decide, type Signals, signalsOf } from "./decide.ts";
import { type SoughtTerm, seek } from "./expand.ts";
import { withContext } from "./follow-up.ts";
import type { Library } from "./library.ts";
import { readQuestion } from "./question.ts";
import { type Candidate, candidates } from "./select.ts";

export interface AskOptions {
  /** How many blocks at the most; 3 unless given. */
  readonly limit?: number;
  /** Earlier questions (oldest first) that this one may lean on. */
  readonly context?: readonly string[];
}

/** How many passages the words to quote are cut from. */
const passagesRead = 10;

/** An answer with what decided it, for `/why` and for training. */
export interface Explained {
  readonly answer: Answer;
  readonly sought: readonly SoughtTerm[];
  readonly signals: Signals;
}

/** Answers a question with the coverage's own words. The same question over the same corpus gives the same answer. */
export function ask(library: Library, question: string, options: AskOptions = {}): Answer {
  return explain(library, question, options).answer;
}

export function explain(library: Library, given: string, options: AskOptions = {}): Explained {
  const { corpus } = library;
  const { engine, vocabulary, calibration } = library.search();
  const { question, used } = withContext(readQuestion(given), options.context ?? []);
  const sought = seek(question, engine, vocabulary);
  const query = sought.flatMap((t) => t.forms.map((f) => ({ term: f.term, weight: f.worth })));
  const hits = engine.search(query, passagesRead);
  const found = candidates(hits, sought, question.asked);
  const signals = signalsOf(found[0], hits[0]?.score ?? 0, sought, question.asked, calibration);
  const outcome = decide(signals, question.asked, sought.length);
  const chosen = outcome === "silence" ? [] : choose(found, options.limit ?? 3);
  const blocks = chosen.map((candidate) => blockOf(library, candidate));
  const notices = noticesOf(sought, question.language, blocks, library);
  if (blocks[0]?.zone === "headline") notices.push({ key: "headline-only" });
  if (used.length > 0) notices.push({ key: "context-used", words: used });
  if (question.terms.length === 0) notices.push({ key: "empty-question" });
  return { answer: { question: given, outcome, blocks, notices, corpus: corpus.stamp }, sought, signals };
}

/** The best candidates that say different things: no overlap, no second copy of a family's words. */
function choose(found: readonly Candidate[], limit: number): Candidate[] {
  const chosen: Candidate[] = [];
  const said = new Set<string>();
  // A headline stands only where it says more than any sentence; it never fills a place below one that answers.
  const headlineFirst = found[0]?.paragraph.zone === "headline";
  for (const candidate of found) {
    if (chosen.length >= limit) break;
    if (candidate.paragraph.zone === "headline" && !(headlineFirst && chosen.length === 0)) continue;
    if (chosen.some((c) => c.article === candidate.article && overlaps(c.range, candidate.range))) continue;
    const key = `${familyKey(candidate.article)} ${fold(candidate.article.text, candidate.range)}`;
    if (
      said.has(key) ||
      chosen.some((c) => familyKey(c.article) === familyKey(candidate.article) && sameWords(c, candidate))
    )
      continue;
    said.add(key);
    chosen.push(candidate);
  }
  return chosen;
}

function sameWords(a: Candidate, b: Candidate): boolean {
  const [x, y] = [fold(a.article.text, a.range), fold(b.article.text, b.range)];
  return x.includes(y) || y.includes(x);
}

function fold(text: string, range: Range): string {
  return foldTypography(text.slice(range.start, range.end)).toLowerCase();
}

/** A candidate as a block of the family's original, where the original prints the same words. */
function blockOf(library: Library, candidate: Candidate): Block {
  const { corpus } = library;
  const words = fold(candidate.article.text, candidate.range);
  const members = familyMembers(corpus, candidate.article).filter(
    (m) => m.id === candidate.article.id || foldTypography(m.text).toLowerCase().includes(words),
  );
  const { article } = candidate;
  const span: Span = { article: article.id, ...candidate.range };
  return {
    article: article.id,
    zone: candidate.paragraph.zone,
    spans: [span],
    matches: candidate.matches
      .filter((m) => contains(span, m))
      .map((m) => ({ article: article.id, start: m.start, end: m.end })),
    score: Math.round(candidate.score * 1e6) / 1e6,
    alsoIn: members.filter((m) => m.id !== article.id).map((m) => m.id),
    receipt: receiptOf(article, span),
  };
}

function noticesOf(
  sought: readonly SoughtTerm[],
  asker: "en" | "ru",
  blocks: readonly Block[],
  library: Library,
): Notice[] {
  const notices: Notice[] = [];
  const names = sought.filter((t) => t.found === "nowhere" && t.name).map((t) => t.word);
  if (names.length > 0) notices.push({ key: "not-mentioned", names });
  for (const t of sought) {
    const [form] = t.forms;
    if (t.found === "spelling" && form) notices.push({ key: "read-as", from: t.word, to: form.term });
  }
  const other = blocks
    .map((b) => library.corpus.byId.get(b.article)?.language)
    .find((l) => l !== undefined && l !== asker);
  if (other) notices.push({ key: "other-language", language: other });
  return notices;
}
