import type { Article, Paragraph } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import type { Range } from "../language/range.ts";
import { termSequence } from "../language/words.ts";
import type { Hit } from "../retrieval/engine.ts";
import { holds } from "./asked.ts";
import { type Sentence, union, unionOf, type Worth, Yardstick } from "./evidence.ts";
import type { SoughtTerm } from "./expand.ts";
import type { Question } from "./question.ts";

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
  near: 0.05,
  extra: 0.02,
  dependent: 0.06,
  torn: 0.12,
  question: 0.6,
  /** A headline answers only when the body does not. */
  isHeadline: 0.35,
  /** A caption tells what a picture shows. */
  isCaption: 0.3,
  /** The same said in the language of the question comes first. */
  sameLanguage: 0.2,
};

/** What of a question matters for choosing: the kind of thing asked for, and the asker's language. */
type Asks = Pick<Question, "asked" | "language">;

/** All stretches of sentences of the hits' passages, and their headlines, that hold a word of the question, best first. */
export function candidates(hits: readonly Hit[], sought: readonly SoughtTerm[], question: Asks): Candidate[] {
  const yardstick = new Yardstick(sought);
  if (yardstick.total === 0) return [];
  return hits
    .flatMap((hit) => [...fromPassage(hit, yardstick, question)])
    .sort((a, b) => b.score - a.score || compare(a.article.id, b.article.id) || a.range.start - b.range.start);
}

function* fromPassage({ passage, score }: Hit, yardstick: Yardstick, question: Asks): Generator<Candidate> {
  const { article } = passage;
  const headline = yardstick.worth(termSequence(article.headline ?? ""));
  const inHeadline = article.paragraphs.filter((p) => p.zone === "headline");
  const paragraphs = [...passage.paragraphs, ...inHeadline].map((paragraph) => ({
    paragraph,
    // A headline is one thing, however many stops it has.
    sentences:
      paragraph.zone === "headline"
        ? [wholeOf(yardstick, article, paragraph)]
        : yardstick.sentences(article, paragraph),
  }));
  const passageCoverage = yardstick.share(
    unionOf([headline.map(() => 0), ...paragraphs.flatMap((p) => p.sentences.map((s) => s.worth))]),
  );
  for (const { paragraph, sentences } of paragraphs) {
    for (const { window, before } of windows(sentences)) {
      const worth = union(...window.map((s) => s.worth));
      if (yardstick.share(worth) === 0) continue;
      yield measure(
        { article, paragraph, window, before, worth, headline, passageCoverage, passageScore: score },
        yardstick,
        question,
      );
    }
  }
}

interface Found {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly window: readonly Sentence[];
  readonly before: Sentence | undefined;
  readonly worth: Worth;
  readonly headline: Worth;
  readonly passageCoverage: number;
  readonly passageScore: number;
}

function measure(found: Found, yardstick: Yardstick, question: Asks): Candidate {
  const { article, paragraph, window, before, worth, headline, passageCoverage, passageScore } = found;
  const coverage = yardstick.share(worth);
  const withBefore = before ? union(worth, before.worth) : worth;
  const around = union(withBefore, headline);
  const gainBefore = yardstick.share(withBefore) - coverage;
  const gainHeadline = yardstick.share(around) - yardstick.share(withBefore);
  const range = { start: window[0]?.range.start ?? 0, end: window.at(-1)?.range.end ?? 0 };
  const text = article.text.slice(range.start, range.end);
  const typeHeld = holds(question.asked, text, yardstick.isAsked);
  const score =
    (weight.passage * passageScore) / yardstick.total +
    coverage +
    weight.before * gainBefore +
    weight.headline * gainHeadline +
    (typeHeld ? weight.type * coverage : 0) +
    weight.near * yardstick.nearness(window) -
    weight.extra * (window.length - 1) -
    (leansOnContext(text) ? weight.dependent : 0) -
    (isTorn(text) ? weight.torn : 0) -
    (isQuestion(text) ? weight.question : 0) -
    (paragraph.zone === "headline" ? weight.isHeadline : paragraph.zone === "caption" ? weight.isCaption : 0) +
    (article.language === question.language ? weight.sameLanguage : 0);
  return {
    article,
    paragraph,
    range,
    coverage,
    inContext: coverage + 0.7 * gainBefore + 0.7 * gainHeadline,
    passageCoverage,
    typeHeld,
    names: yardstick.names(around),
    missing: yardstick.missing(around),
    score,
  };
}

function wholeOf(yardstick: Yardstick, article: Article, paragraph: Paragraph): Sentence {
  const parts = yardstick.sentences(article, paragraph);
  const near = (parts[0]?.near ?? []).map((_, i) => parts.some((s) => s.near[i]));
  return { range: paragraph, terms: parts.flatMap((s) => s.terms), worth: unionOf(parts.map((s) => s.worth)), near };
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
