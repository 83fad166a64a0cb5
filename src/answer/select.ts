import type { Article, Zone } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { phraseFinder } from "../language/fold.ts";
import { contains, type Range } from "../language/range.ts";
import { termSequence } from "../language/words.ts";
import type { Hit } from "../retrieval/engine.ts";
import type { Held, HeldIn } from "./asked/held.ts";
import { type Sentence, union, type Worth, type Yardstick } from "./evidence.ts";
import { lazyFor } from "./lazy.ts";
import { isTorn } from "./manner.ts";
import type { Question } from "./question.ts";
import { stretchesOf } from "./stretch.ts";
import { ReadSentence, type Window, windows } from "./windows.ts";

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

/*
 * Weights measured on news and encyclopaedia questions: the passage's own score, the words in the sentences, what the sentence
 * before and the headline add, and something of the asked kind in sentences that cover the question. A headline answers
 * only when the body does not; a caption tells what a picture shows; the same said in the asker's language comes first. Learned
 * anew by test/bench/train-selection.ts they move within what does not carry over from one set of questions to another.
 */
export const selectionWeights: Readonly<Record<keyof Features, number>> = {
  passage: 0.75,
  coverage: 1,
  before: 0.3,
  headline: 0.35,
  typed: 0.75,
  near: 0.05,
  phrase: 1,
  extra: 0.04,
  breaks: -0.04,
  dependent: -0.06,
  torn: -0.2,
  question: -0.6,
  stuffed: -1.5,
  isHeadline: -0.35,
  isCaption: -0.3,
  sameLanguage: 0.2,
};

const weighedFeatures = Object.keys(selectionWeights) as (keyof Features)[];

/** The weighted sum of features. */
export function scoreOf(features: Features, weights = selectionWeights): number {
  let sum = 0;
  for (const key of weighedFeatures) sum += weights[key] * features[key];
  return sum;
}

/** From this share of a question's weight on, sentences are about what it is about. */
const mostOf = 0.5;

/** What of a question matters for choosing besides its words. */
export interface Wanted {
  /** How far a sentence holds what is asked for. */
  readonly held: HeldIn;
  /** Whether it is somebody's words whose words are asked for, and what the question's words are worth by that; `null` where nobody's are. */
  readonly speaker: { readonly speaks: (article: Article, range: Range) => boolean; readonly worth: Worth } | null;
  readonly language: Question["language"];
  /** Folded words in quotation marks. */
  readonly phrases: readonly string[];
  /** 1 at the words of a date that the question names. */
  readonly dates: Worth;
  /** What each word is worth through an article's date ("in March 2021"). */
  readonly given: (article: Article) => Worth;
}

/** All stretches of sentences of the hits' passages, and their headlines, that hold a word of the question, best first. */
export function candidates(hits: readonly Hit[], yardstick: Yardstick, wanted: Wanted): Candidate[] {
  if (yardstick.total === 0) return [];
  return hits
    .flatMap((hit) => fromPassage(hit, yardstick, wanted))
    .sort((a, b) => b.score - a.score || compare(a.article.id, b.article.id) || a.range.start - b.range.start);
}

function fromPassage(hit: Hit, yardstick: Yardstick, wanted: Wanted): Candidate[] {
  const { article, paragraphs } = hit.passage;
  const indexed = hit.sentences;
  const begins = new Set(paragraphs.map((p) => p.start));
  const { speaker } = wanted;
  // "He was talking about …": the name of who speaks need not stand in the sentence.
  const heard = (sentence: Sentence) =>
    speaker?.speaks(article, sentence.range) ? { ...sentence, worth: union(sentence.worth, speaker.worth) } : sentence;
  const readingOf = (sentence: Sentence) =>
    new ReadSentence(article, heard(sentence), begins.has(sentence.range.start), wanted.held);
  const headline = union(yardstick.worth(headlineTerms(article)), wanted.given(article));
  const inHeadline = article.paragraphs.filter((p) => p.zone === "headline");
  return stretchesOf([...paragraphs, ...inHeadline]).flatMap((stretch) => {
    // A headline is one thing, however many stops it has.
    const sentences =
      stretch.zone === "headline"
        ? [{ ...yardstick.measure({ range: stretch, terms: termSequence(article.text, stretch) }), stuffed: false }]
        : indexed
            .filter((s) => contains(stretch, s.range))
            .map((s) => yardstick.measure(s))
            .map((s) => (stretch.zone === "caption" ? { ...s, worth: lessDates(s.worth, wanted.dates) } : s));
    const around = { article, zone: stretch.zone, headline, passage: hit.score / yardstick.total };
    return windows(sentences.map(readingOf)).map((window) => measure(window, around, yardstick, wanted));
  });
}

/** The date in a caption is that of the picture, and only half that of what is told. */
function lessDates(worth: Worth, dates: Worth): Worth {
  return worth.map((w, i) => w * (1 - (dates[i] ?? 0) / 2));
}

const headlineTerms = lazyFor((article: Article) => termSequence(article.headline ?? ""));

interface Surroundings {
  readonly article: Article;
  readonly zone: Zone;
  readonly headline: Worth;
  readonly passage: number;
}

function measure(
  { sentences, before, worth }: Window,
  { article, zone, headline, passage }: Surroundings,
  yardstick: Yardstick,
  wanted: Wanted,
): Candidate {
  const coverage = yardstick.share(worth);
  const withBefore = before ? union(worth, before.sentence.worth) : worth;
  const around = union(withBefore, headline);
  const inBefore = yardstick.share(withBefore);
  const gainBefore = inBefore - coverage;
  const gainHeadline = yardstick.share(around) - inBefore;
  const range = { start: sentences[0]?.sentence.range.start ?? 0, end: sentences.at(-1)?.sentence.range.end ?? 0 };
  const held = sentences.reduce<Held>((most, s) => (most >= s.answers ? most : s.answers), 0);
  const features: Features = {
    passage,
    coverage,
    before: gainBefore,
    headline: gainHeadline,
    typed: held * coverage,
    near: yardstick.nearness(sentences),
    phrase: wanted.phrases.length > 0 ? shareOfPhrases(article.text.slice(range.start, range.end), wanted.phrases) : 0,
    extra: sentences.length - 1,
    breaks: sentences.reduce((sum, s, i) => sum + (i > 0 && s.beginsParagraph ? 1 : 0), 0),
    dependent: sentences[0]?.manner.leans ? 1 : 0,
    torn: isTorn(sentences.map((s) => s.manner)) ? 1 : 0,
    question: sentences.at(-1)?.manner.asks ? 1 : 0,
    stuffed: sentences.some((s) => s.sentence.stuffed) ? 1 : 0,
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
    held,
    denies: coverage >= mostOf && sentences.some((s) => s.denies),
    names: yardstick.names(around),
    missing: yardstick.missing(around),
    worth,
    around,
  };
}

/** The share of phrases that a text has word for word. */
function shareOfPhrases(text: string, phrases: readonly string[]): number {
  return phrases.filter(phraseFinder(text)).length / phrases.length;
}
