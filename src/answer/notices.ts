import { calendarWords } from "../language/function-words.ts";
import { terms } from "../language/words.ts";
import type { Block, Notice } from "./answer.ts";
import type { Library } from "./library.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { Scope, WeighedTerm } from "./scope.ts";

/** A term as the quoted articles write it, else as the passage that it fits best does; `null` where only a headline has it: a stem is nothing to show. */
function writtenIn({ corpus, search }: Library, blocks: readonly Block[], term: string): string | null {
  for (const { article, matches } of blocks) {
    const text = corpus.byId.get(article)?.text ?? "";
    const match = matches.map((m) => text.slice(m.start, m.end)).find((words) => terms(words)[0]?.term === term);
    if (match) return match;
  }
  for (const { sentences, passage } of search().engine.search([{ term, weight: 1 }], 1)) {
    const text = sentences.map(({ range }) => passage.article.text.slice(range.start, range.end)).join(" ");
    const found = terms(text).find((t) => t.term === term);
    if (found) return text.slice(found.start, found.end);
  }
  return null;
}

/** Names as a text has them: "World" and "Cup" next to each other are one; after "Macron's" begins another. */
function namesIn(text: string, words: readonly QuestionTerm[]): string[] {
  const names: { written: string; end: number }[] = [];
  for (const { written, start } of words) {
    const end = start + written.length;
    const last = names.at(-1);
    const between = last ? text.slice(last.end, start) : "";
    if (last && /^[ -]$/u.test(between)) names[names.length - 1] = { written: last.written + between + written, end };
    else names.push({ written, end });
  }
  return names.map((n) => n.written);
}

/** What was made of a question, as far as its asker is to be told. */
export interface Told {
  readonly question: Question;
  readonly scope: Scope;
  /** The words that were looked for; none where a time by itself decided. */
  readonly sought: readonly WeighedTerm[];
  /** What was taken from earlier questions, and which quoted phrases stand nowhere. */
  readonly used: readonly string[];
  readonly absent: readonly string[];
  /** None of what was found is of the papers that the question names. */
  readonly isUnheard: boolean;
}

/** All that there is to say beside the blocks of an answer. */
export function noticesOf(
  { question, scope, sought, used, absent, isUnheard }: Told,
  blocks: readonly Block[],
  library: Library,
): Notice[] {
  const notices = wordNotices(sought, question, blocks, library);
  if (blocks[0]?.zone === "headline") notices.push({ key: "headline-only" });
  const papers = scope.sources.filter((s) => s.outlets.length > 0).map((s) => s.name);
  if (papers.length > 0 && isUnheard && blocks.length > 0) notices.push({ key: "source-silent", papers });
  if (used.length > 0) notices.push({ key: "context-used", words: used });
  const counted = scope.now.filter((n) => n.wants !== "newest").map((n) => scope.text.slice(n.start, n.end));
  const { newest } = library.corpus.stamp;
  if (counted.length > 0 && newest !== null) notices.push({ key: "counted-from", words: counted, newest });
  if (absent.length > 0) notices.push({ key: "phrase-not-found", phrases: absent });
  if (scope.unknownOutlets.length > 0) notices.push({ key: "outlet-unknown", outlets: scope.unknownOutlets });
  if (scope.notUnderstood.length > 0) notices.push({ key: "not-understood", options: scope.notUnderstood });
  if (question.terms.length === 0) notices.push({ key: "empty-question" });
  return notices;
}

/** What there is to say about how the words of a question were found, and the language of what was. */
function wordNotices(
  sought: readonly WeighedTerm[],
  { text, language: asker }: Question,
  blocks: readonly Block[],
  library: Library,
): Notice[] {
  const notices: Notice[] = [];
  const missing = sought.filter((t) => t.found === "nowhere" && t.name && !calendarWords.has(t.word));
  const names = namesIn(text, missing);
  if (names.length > 0) notices.push({ key: "not-mentioned", names });
  for (const t of sought) {
    const [form] = t.forms;
    if (t.found !== "spelling" || t.share < 1 || !form) continue;
    const to = writtenIn(library, blocks, form.term);
    if (to !== null) notices.push({ key: "read-as", from: t.written, to });
  }
  // Beside a passage in the asker's own language the others explain themselves.
  const languages = new Set(blocks.map((b) => library.corpus.byId.get(b.article)?.language));
  const [other] = languages;
  if (other && !languages.has(asker)) notices.push({ key: "other-language", language: other });
  return notices;
}
