import type { Article, Paragraph, Zone } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { isDenial } from "../language/denial-words.ts";
import { foldTypography } from "../language/fold.ts";
import { contains, type Range } from "../language/range.ts";
import { termSequence } from "../language/words.ts";
import type { Hit } from "../retrieval/engine.ts";
import type { Held } from "./asked/held.ts";
import { type Sentence, union, unionOf, type Worth, Yardstick } from "./evidence.ts";
import type { SoughtTerm } from "./expand.ts";
import type { Question } from "./question.ts";
import { stretchesOf } from "./stretch.ts";

/** What speaks for and against quoting sentences; what is a share of the question's weight is 0 to 1. */
export interface Features {
  /** The engine's score of their passage for each unit of the question's weight. */
  readonly passage: number;
  /** The share whose words stand in the sentences. */
  readonly coverage: number;
  /** What the sentence before adds to it, and what the headline adds to both. */
  readonly before: number;
  readonly headline: number;
  /** `coverage` where something of the asked kind stands in the sentences, else 0. */
  readonly typed: number;
  /** The share of its names that the sentences or their surroundings hold; 0 where it has none. */
  readonly named: number;
  /** The share in pairs of neighbouring words that stand close together. */
  readonly near: number;
  /** The share of the phrases in quotation marks. */
  readonly phrase: number;
  /** Sentences beyond the first, and the beginnings of paragraphs among them. */
  readonly extra: number;
  readonly breaks: number;
  /** 1 or 0: begins with a word that points back, splits a quotation, asks instead of telling, is a heap of words, is a headline, is a caption. */
  readonly dependent: number;
  readonly torn: number;
  readonly question: number;
  readonly stuffed: number;
  readonly isHeadline: number;
  readonly isCaption: number;
  /** 1 where the article is in the asker's language. */
  readonly sameLanguage: number;
}

/** Sentences that could be quoted, with what speaks for them. */
export interface Candidate {
  readonly article: Article;
  readonly zone: Zone;
  /** Whole sentences next to each other, of one paragraph or of neighbouring ones. */
  readonly range: Range;
  readonly features: Features;
  readonly score: number;
  /** The share of the question's weight with what the sentence before and the headline supply. */
  readonly inContext: number;
  /** The same over the whole passage. */
  readonly passageCoverage: number;
  /** How far they hold what is asked for. */
  readonly held: Held;
  /** They hold most of the question and deny something: what it takes for granted may be false. */
  readonly denies: boolean;
  /** The weight of the weightiest word of the question that is nowhere around, as a share of all. */
  readonly missing: number;
  /** The share of the question's names, by weight, that the sentences, the one before or the headline hold; 1 where it has none. */
  readonly names: number;
  /** What each word of the question is worth in the sentences, and around them as well. */
  readonly worth: Worth;
  readonly around: Worth;
}

/** The length of a block: the fewest whole sentences that stand on their own. A single longer sentence is not cut. */
const mostCharacters = 360;
const mostSentences = 3;

/*
 * Weights measured on news and encyclopaedia questions: the passage's own score, the words in the sentences, what the sentence
 * before and the headline add, and something of the asked kind in sentences that cover the question. A headline answers
 * only when the body does not; a caption tells what a picture shows; the same said in the asker's language comes first.
 */
export const selectionWeights: Readonly<Record<keyof Features, number>> = {
  passage: 0.75,
  coverage: 1,
  before: 0.3,
  headline: 0.35,
  typed: 0.5,
  named: 0.1,
  near: 0.05,
  phrase: 1,
  extra: 0.04,
  breaks: -0.04,
  dependent: -0.06,
  torn: -0.12,
  question: -0.6,
  stuffed: -1.5,
  isHeadline: -0.35,
  isCaption: -0.3,
  sameLanguage: 0.2,
};

/** The weighted sum of features. */
export function scoreOf(features: Features, weights = selectionWeights): number {
  let sum = 0;
  for (const key in weights) sum += weights[key as keyof Features] * features[key as keyof Features];
  return sum;
}

/** From this share of a question's weight on, sentences are about what it is about. */
const mostOf = 0.5;

/** What of a question matters for choosing besides its words. */
export interface Wanted {
  /** How far sentences hold what is asked for. */
  readonly held: (article: Article, range: Range) => Held;
  readonly language: Question["language"];
  /** Folded words in quotation marks. */
  readonly phrases: readonly string[];
  /** What each word is worth through an article's date ("in March 2021"). */
  readonly given: (article: Article) => Worth;
}

/** All stretches of sentences of the hits' passages, and their headlines, that hold a word of the question, best first. */
export function candidates(hits: readonly Hit[], sought: readonly SoughtTerm[], wanted: Wanted): Candidate[] {
  const yardstick = new Yardstick(sought);
  if (yardstick.total === 0) return [];
  return hits
    .flatMap((hit) => [...fromPassage(hit, yardstick, wanted)])
    .sort((a, b) => b.score - a.score || compare(a.article.id, b.article.id) || a.range.start - b.range.start);
}

function* fromPassage({ passage, sentences, score }: Hit, yardstick: Yardstick, wanted: Wanted): Generator<Candidate> {
  const { article } = passage;
  const headline = union(yardstick.worth(termSequence(article.headline ?? "")), wanted.given(article));
  const inHeadline = article.paragraphs.filter((p) => p.zone === "headline");
  const stretches = stretchesOf([...passage.paragraphs, ...inHeadline]).map((stretch) => ({
    zone: stretch.zone,
    // A headline is one thing, however many stops it has.
    measured:
      stretch.zone === "headline"
        ? [{ ...yardstick.measure({ range: stretch, terms: termSequence(article.text, stretch) }), stuffed: false }]
        : sentences.filter((s) => contains(stretch, s.range)).map((s) => yardstick.measure(s)),
  }));
  const passageCoverage = yardstick.share(
    unionOf([headline.map(() => 0), ...stretches.flatMap((s) => s.measured.map((m) => m.worth))]),
  );
  for (const { zone, measured } of stretches) {
    for (const { window, before } of windows(measured)) {
      const worth = union(...window.map((s) => s.worth));
      if (yardstick.share(worth) === 0) continue;
      yield measure(
        {
          article,
          paragraphs: passage.paragraphs,
          zone,
          window,
          before,
          worth,
          headline,
          passageCoverage,
          passageScore: score,
        },
        yardstick,
        wanted,
      );
    }
  }
}

interface Found {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  readonly zone: Zone;
  readonly window: readonly Sentence[];
  readonly before: Sentence | undefined;
  readonly worth: Worth;
  readonly headline: Worth;
  readonly passageCoverage: number;
  readonly passageScore: number;
}

function measure(found: Found, yardstick: Yardstick, wanted: Wanted): Candidate {
  const { article, paragraphs, zone, window, before, worth, headline, passageCoverage, passageScore } = found;
  const coverage = yardstick.share(worth);
  const withBefore = before ? union(worth, before.worth) : worth;
  const around = union(withBefore, headline);
  const gainBefore = yardstick.share(withBefore) - coverage;
  const gainHeadline = yardstick.share(around) - yardstick.share(withBefore);
  const range = { start: window[0]?.range.start ?? 0, end: window.at(-1)?.range.end ?? 0 };
  const text = article.text.slice(range.start, range.end);
  const held = wanted.held(article, range);
  const features: Features = {
    passage: passageScore / yardstick.total,
    coverage,
    before: gainBefore,
    headline: gainHeadline,
    typed: held * coverage,
    named: yardstick.hasNames ? yardstick.names(around) : 0,
    near: yardstick.nearness(window),
    phrase: shareOfPhrases(text, wanted.phrases),
    extra: window.length - 1,
    breaks: paragraphs.filter((p) => range.start < p.start && p.start < range.end).length,
    dependent: leansOnContext(text) ? 1 : 0,
    torn: isTorn(text) ? 1 : 0,
    question: isQuestion(text) ? 1 : 0,
    stuffed: window.some((s) => s.stuffed) ? 1 : 0,
    isHeadline: zone === "headline" ? 1 : 0,
    isCaption: zone === "caption" ? 1 : 0,
    sameLanguage: article.language === wanted.language ? 1 : 0,
  };
  return {
    article,
    zone,
    range,
    features,
    score: scoreOf(features),
    inContext: coverage + 0.7 * gainBefore + 0.7 * gainHeadline,
    passageCoverage,
    held,
    denies: coverage >= mostOf && isDenial(text),
    names: yardstick.names(around),
    missing: yardstick.missing(around),
    worth,
    around,
  };
}

/** The share of phrases that a text has word for word, typography and case aside. */
function shareOfPhrases(text: string, phrases: readonly string[]): number {
  if (phrases.length === 0) return 0;
  const folded = foldTypography(text).toLowerCase();
  return phrases.filter((p) => folded.includes(p)).length / phrases.length;
}

/** One to three neighbouring sentences within the length of a block, and the sentence before them. */
function* windows(sentences: readonly Sentence[]): Generator<{ window: Sentence[]; before: Sentence | undefined }> {
  for (let from = 0; from < sentences.length; from++) {
    const window: Sentence[] = [];
    for (let to = from; to < sentences.length && window.length < mostSentences; to++) {
      const next = sentences[to];
      if (!next) break;
      if (window.length > 0 && next.range.end - (window[0]?.range.start ?? 0) > mostCharacters) break;
      if (window.some((s) => saysTheSame(s, next))) break;
      window.push(next);
      yield { window: [...window], before: sentences[from - 1] };
    }
  }
}

function saysTheSame(a: Sentence, b: Sentence): boolean {
  return a.terms.length === b.terms.length && a.terms.every((term, i) => term === b.terms[i]);
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
