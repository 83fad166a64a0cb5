import type { Corpus } from "../coverage/corpus.ts";
import { contains } from "../language/range.ts";
import type { Answer } from "./answer.ts";
import { holderOf } from "./asked/held.ts";
import { listenerFor, soughtSpeaker } from "./asked/said.ts";
import { type Asked, asksForFigure } from "./asked.ts";
import { blockOf } from "./block.ts";
import { choose } from "./choose.ts";
import { decide, objection, type Signals, signalsOf } from "./decide.ts";
import { disagreeing } from "./disagreement.ts";
import { Yardstick } from "./evidence.ts";
import { seek } from "./expand.ts";
import type { Reading } from "./follow-up.ts";
import { readInContext } from "./in-context.ts";
import type { Library } from "./library.ts";
import { newestFirst, wantsNewest } from "./newest.ts";
import { noticesOf } from "./notices.ts";
import { openingsOf } from "./openings.ts";
import { areAbroad, byNamedSource } from "./papers-first.ts";
import { absentPhrases, isQuoted } from "./phrases.ts";
import type { Question } from "./question.ts";
import { isOfThatTime, type Scope, searchWithin, type WeighedTerm, weighed } from "./scope.ts";
import { type Candidate, candidates, type Wanted } from "./select.ts";

export interface AskOptions {
  /** How many blocks at the most; 3 unless given. */
  readonly limit?: number;
  /** Earlier questions (oldest first) that this one may lean on. */
  readonly context?: readonly string[];
}

/** How many passages the words to quote are cut from. */
const passagesRead = 10;
/** The newest of them may be far down, where many say the same. */
const passagesReadForNewest = 40;

/** From this share of a question's weight on, sentences say what it says. */
const nearlyAll = 0.9;

/** An answer with what decided it, for `/why` and for training. */
export interface Explained {
  readonly answer: Answer;
  /** The question as it was read, with what it took from earlier ones. */
  readonly question: Question;
  readonly sought: readonly WeighedTerm[];
  readonly signals: Signals;
  /** The candidate that decided. */
  readonly best: Candidate | undefined;
  /** What speaks against an answer, however well the words fit. */
  readonly objection: ReturnType<typeof objection>;
  /** What could be quoted, best first. */
  readonly found: readonly Candidate[];
  /** The question names a time and nothing else: its articles' openings are the answer, whatever was found. */
  readonly byTime: boolean;
  /** What it quotes stands there, so that nothing else had to decide. */
  readonly byHeart: boolean;
}

/** Answers a question with the coverage's own words. The same question over the same corpus gives the same answer. */
export function ask(library: Library, question: string, options: AskOptions = {}): Answer {
  return explain(library, question, options).answer;
}

export function explain(library: Library, given: string, options: AskOptions = {}): Explained {
  const read = readInContext(
    library,
    given,
    options.context ?? [],
    (earlier) => answerTo(library, earlier.question.text, earlier, []).answer,
  );
  return answerTo(library, given, read.reading, read.used, options.limit);
}

function answerTo(
  library: Library,
  given: string,
  { question, scope }: Reading,
  used: readonly string[],
  limit = 3,
): Explained {
  const { corpus } = library;
  const { engine, vocabulary, calibration } = library.search();
  const sought = weighed(
    seek(question, engine, vocabulary, areAbroad(scope, question.language, corpus)),
    scope,
    corpus,
  );
  const query = sought.flatMap((t) => t.forms.map((f) => ({ term: f.term, weight: f.worth * t.share })));
  const isNewest = wantsNewest(scope);
  const hits = searchWithin(scope, corpus, engine, query, isNewest ? passagesReadForNewest : passagesRead);
  const yardstick = new Yardstick(sought);
  const ranked = candidates(hits, yardstick, wantedOf(question, scope, yardstick, sought, corpus));
  const { named, others } = byNamedSource(isNewest ? newestFirst(ranked, corpus) : ranked, scope, question.asked);
  const found = [...named, ...others];
  const best = deciding(found, question.asked);
  const signals = signalsOf(best, hits[0]?.score ?? 0, sought, question, calibration);
  const words = sought.filter((t) => t.share === 1).length;
  const absent = absentPhrases(scope.phrases, found, best);
  const byHeart = isQuoted(scope.phrases, best);
  const decided = byHeart ? "answer" : decide(signals, question.asked, words);
  const openings = openingsOf({ question, scope }, corpus, limit);
  // Who puts words in quotation marks wants these: something like them is near, not right.
  const outcome = openings?.outcome ?? (decided === "answer" && absent.length > 0 ? "near-miss" : decided);
  // Who asks one paper is told its figure first, not the eldest.
  const toHear = named.length > 0 ? named : others;
  const inOrder = isNewest ? [] : disagreeing(toHear, sought, question.asked, corpus, limit);
  const chosen = openings
    ? openings.places.map((place) => ({ ...place, score: 1 }))
    : outcome === "silence"
      ? []
      : choose(library, [named, others], inOrder, sought, scope, limit);
  // An opening is shown for its article's date, whatever words of the question it has.
  const looked = openings ? [] : sought;
  const blocks = chosen.map((place) => blockOf(library, place, looked));
  const isUnheard = named.length === 0 && !openings;
  const notices = noticesOf({ question, scope, sought: looked, used, absent, isUnheard }, blocks, library);
  const answer: Answer = { question: given, outcome, blocks, notices, corpus: corpus.stamp };
  const against = objection(signals, question.asked, words);
  return { answer, question, sought, signals, best, objection: against, found, byTime: openings !== null, byHeart };
}

function wantedOf(
  question: Question,
  scope: Scope,
  yardstick: Yardstick,
  sought: readonly WeighedTerm[],
  corpus: Corpus,
): Wanted {
  const dates = sought.map((t) => (scope.dates.some((d) => contains(d, t)) ? 1 : 0));
  const nothing = sought.map(() => 0);
  const speaker = soughtSpeaker(question.detail, sought);
  const said = speaker && listenerFor(speaker);
  return {
    held: holderOf(question, sought, yardstick.isAsked, said),
    speaker: said && {
      speaks: (article, range) => said(article, range) === 1,
      worth: sought.map((t) => (t.forms.some((f) => speaker.terms.has(f.term)) ? 1 : 0)),
    },
    language: question.language,
    phrases: scope.phrases,
    dates,
    given: (article) => (isOfThatTime(scope, article, corpus) ? dates : nothing),
  };
}

/**
 * The candidate that decides whether there is an answer: the best, unless it only repeats the question, without the figure that
 * is asked for, and one that says as much has the figure.
 */
function deciding(found: readonly Candidate[], asked: Asked): Candidate | undefined {
  const [best] = found;
  if (!best || best.held > 0 || best.features.coverage < nearlyAll || !asksForFigure(asked)) return best;
  return found.slice(0, passagesRead).find((c) => c.held > 0 && c.features.coverage >= best.features.coverage) ?? best;
}
