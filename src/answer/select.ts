import type { Article, Paragraph } from "../coverage/article.ts";
import type { Range } from "../language/range.ts";
import { isRoleModifier } from "../language/role-modifiers.ts";
import { sentenceRanges } from "../language/sentences.ts";
import { type Term, terms } from "../language/words.ts";
import type { Hit } from "../retrieval/engine.ts";
import { type Asked, holds } from "./asked.ts";
import type { SoughtTerm } from "./expand.ts";

/** Sentences that could be quoted, with what speaks for them. */
export interface Candidate {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** Whole sentences of the paragraph, next to each other. */
  readonly range: Range;
  readonly score: number;
  /** The share of the question's weight whose words stand in the sentences. */
  readonly coverage: number;
  /** The same with what the sentence before and the headline supply. */
  readonly inContext: number;
  /** The same over the whole passage. */
  readonly passageCoverage: number;
  readonly typeHeld: boolean;
  /** The weight of the weightiest word of the question that is nowhere around, as a share of all. */
  readonly missing: number;
  /** The share of the question's names, by weight, that the sentences, the one before or the headline hold; 1 where it has none. */
  readonly names: number;
  readonly matches: readonly Range[];
}

interface Sentence {
  readonly range: Range;
  readonly terms: readonly Term[];
  /** What each term of the question is worth here, 0 where it does not stand. */
  readonly worth: readonly number[];
}

/** The length of a block: the fewest whole sentences that stand on their own. A single longer sentence is not cut. */
const mostCharacters = 350;
const mostSentences = 3;

/*
 * Weights measured on news and encyclopaedia questions: the passage's own score, the words in the sentences, what the sentence
 * before and the headline add, and something of the asked kind in sentences that cover the question.
 */
const weight = {
  passage: 1,
  before: 0.25,
  headline: 0.3,
  type: 0.5,
  near: 0.15,
  extra: 0.04,
  dependent: 0.06,
  torn: 0.12,
  question: 0.6,
};

/** All stretches of sentences of the hits' passages that hold a word of the question, best first. */
export function candidates(hits: readonly Hit[], sought: readonly SoughtTerm[], asked: Asked): Candidate[] {
  const total = sought.reduce((sum, t) => sum + t.weight, 0);
  if (total === 0) return [];
  const share = (worth: readonly number[]) => sought.reduce((sum, t, i) => sum + t.weight * (worth[i] ?? 0), 0) / total;
  const names = sought.map((t) => (t.name ? t.weight : 0));
  const nameTotal = names.reduce((sum, w) => sum + w, 0);
  const shareOfNames = (worth: readonly number[]) =>
    nameTotal === 0 ? 1 : names.reduce((sum, w, i) => sum + w * (worth[i] ?? 0), 0) / nameTotal;
  const own = new Set(sought.flatMap((t) => [t.term, ...t.forms.map((f) => f.term)]));
  const isAsked = (word: string) => terms(word).every((t) => own.has(t.term));
  const out: Candidate[] = [];
  for (const { passage, score } of hits) {
    const { article } = passage;
    const headline = worthOf(terms(article.headline ?? ""), sought);
    const paragraphs = passage.paragraphs.map((paragraph) => ({
      paragraph,
      sentences: readSentences(article, paragraph, sought),
    }));
    const passageCoverage = share(union(paragraphs.flatMap((p) => p.sentences.map((s) => s.worth))));
    for (const { paragraph, sentences } of paragraphs) {
      for (const { window, before } of windows(sentences)) {
        const worth = union(window.map((s) => s.worth));
        const coverage = share(worth);
        if (coverage === 0) continue;
        const withBefore = before ? union([worth, before.worth]) : worth;
        const around = union([withBefore, headline]);
        const gainBefore = share(withBefore) - coverage;
        const gainHeadline = share(around) - share(withBefore);
        const range = { start: window[0]?.range.start ?? 0, end: window.at(-1)?.range.end ?? 0 };
        const text = article.text.slice(range.start, range.end);
        const typeHeld = holds(asked, text, isAsked);
        out.push({
          article,
          paragraph,
          range,
          coverage,
          inContext: coverage + 0.7 * gainBefore + 0.7 * gainHeadline,
          passageCoverage,
          typeHeld,
          names: shareOfNames(around),
          missing: Math.max(0, ...sought.map((t, i) => t.weight * (1 - (around[i] ?? 0)))) / total,
          score:
            (weight.passage * score) / total +
            coverage +
            weight.before * gainBefore +
            weight.headline * gainHeadline +
            (typeHeld ? weight.type * coverage : 0) +
            weight.near * nearness(window, sought, total) -
            weight.extra * (window.length - 1) -
            (leansOnContext(text) ? weight.dependent : 0) -
            (isTorn(text) ? weight.torn : 0) -
            (isQuestion(text) ? weight.question : 0),
          matches: window.flatMap((s) =>
            s.terms.filter((t) => sought.some((q) => q.forms.some((f) => f.term === t.term))),
          ),
        });
      }
    }
  }
  return out.sort(
    (a, b) =>
      b.score - a.score ||
      (a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : a.range.start - b.range.start),
  );
}

function readSentences(article: Article, paragraph: Paragraph, sought: readonly SoughtTerm[]): Sentence[] {
  return sentenceRanges(article.text, paragraph).map((range) => {
    const found = terms(article.text.slice(range.start, range.end)).map((t) => ({
      ...t,
      start: t.start + range.start,
      end: t.end + range.start,
    }));
    return { range, terms: found, worth: worthOf(found, sought) };
  });
}

function worthOf(found: readonly Term[], sought: readonly SoughtTerm[]): number[] {
  const asksFor = (term: string) => sought.some((q) => q.forms.some((f) => f.term === term));
  const there = new Set(
    found
      .filter((_, i) => {
        const before = found[i - 1];
        return !before || !isRoleModifier(before.term) || asksFor(before.term);
      })
      .map((t) => t.term),
  );
  return sought.map((q) => Math.max(0, ...q.forms.map((f) => (there.has(f.term) ? f.worth : 0))));
}

function union(worths: readonly (readonly number[])[]): number[] {
  return (worths[0] ?? []).map((_, i) => Math.max(...worths.map((w) => w[i] ?? 0)));
}

/** One to three neighbouring sentences within the length of a block, and the sentence before them. */
function* windows(sentences: readonly Sentence[]): Generator<{ window: Sentence[]; before: Sentence | undefined }> {
  for (let from = 0; from < sentences.length; from++) {
    const window: Sentence[] = [];
    for (let to = from; to < sentences.length && window.length < mostSentences; to++) {
      const next = sentences[to];
      if (!next) break;
      if (window.length > 0 && next.range.end - (window[0]?.range.start ?? 0) > mostCharacters) break;
      window.push(next);
      yield { window: [...window], before: sentences[from - 1] };
    }
  }
}

/** How much of the question's weight stands in pairs that are close together (within four words) in the sentences as well. */
function nearness(window: readonly Sentence[], sought: readonly SoughtTerm[], total: number): number {
  let sum = 0;
  for (let i = 0; i + 1 < sought.length; i++) {
    const [a, b] = [sought[i], sought[i + 1]];
    if (!a || !b) continue;
    const isNear = window.some((s) => {
      const at = (q: SoughtTerm) => s.terms.flatMap((t, k) => (q.forms.some((f) => f.term === t.term) ? [k] : []));
      const [left, right] = [at(a), at(b)];
      return left.some((x) => right.some((y) => x !== y && Math.abs(x - y) <= 4));
    });
    if (isNear) sum += Math.min(a.weight, b.weight);
  }
  return sum / total;
}

/** Begins with a word that points back to a sentence that is not shown. */
function leansOnContext(text: string): boolean {
  return /^["'“‘«]?(?:he|she|it|they|his|her|its|their|this|that|these|those|such|however|but|and|so|also|instead|meanwhile|because of this|in response|он|она|оно|они|его|её|ее|их|это|этот|эта|эти|однако|но|также|при этом)(?![\p{L}\p{M}])/iu.test(
    text,
  );
}

/** Asks instead of telling: a quiz, a teaser, a question put to somebody. */
function isQuestion(text: string): boolean {
  return /\?["'”’»)]*$/u.test(text);
}

/** Opens or closes a quotation whose other mark is not in it. */
function isTorn(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/[“„]/gu) !== count(/”/gu) || count(/«/gu) !== count(/»/gu) || count(/"/gu) % 2 === 1;
}
