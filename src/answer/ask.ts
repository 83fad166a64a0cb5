import type { Corpus } from "../coverage/corpus.ts";
import { familyKey, familyMembers } from "../coverage/family.ts";
import { receiptOf } from "../coverage/receipt.ts";
import type { Span } from "../coverage/span.ts";
import { isCyrillic } from "../language/script.ts";
import { terms } from "../language/words.ts";
import type { Answer, Block } from "./answer.ts";
import { holderOf } from "./asked/held.ts";
import { isSaidBy, speakerTerms } from "./asked/said.ts";
import { type Asked, asksForFigure } from "./asked.ts";
import { comparedNames, namesStillOpen } from "./compared.ts";
import { decide, objection, type Signals, signalsOf } from "./decide.ts";
import { disagreeing } from "./disagreement.ts";
import { union, type Worth, Yardstick } from "./evidence.ts";
import { type SoughtTerm, seek } from "./expand.ts";
import type { Reading } from "./follow-up.ts";
import { readInContext } from "./in-context.ts";
import type { Library } from "./library.ts";
import { newestFirst, wantsNewest } from "./newest.ts";
import { wordNotices } from "./notices.ts";
import { openingsOf } from "./openings.ts";
import { foldWords, type Place, placesFor, sentencesOf } from "./original.ts";
import { areAbroad, byNamedSource, outletsNamed } from "./papers-first.ts";
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
  const ranked = candidates(hits, sought, wantedOf(question, scope, sought, corpus));
  const { named, others } = byNamedSource(isNewest ? newestFirst(ranked, corpus) : ranked, scope, question.asked);
  const found = [...named, ...others];
  const best = deciding(found, question.asked);
  const signals = signalsOf(best, hits[0]?.score ?? 0, sought, question, calibration);
  const words = sought.filter((t) => t.share === 1).length;
  const absent = scope.phrases.filter(
    (p) => isWanted(p, best) && !found.some((c) => c.features.phrase > 0 && holdsPhrase(c, p)),
  );
  const decided = isQuoted(scope.phrases, best) ? "answer" : decide(signals, question.asked, words);
  // Who puts words in quotation marks wants these: something like them is near, not right.
  const openings = openingsOf({ question, scope }, corpus, limit);
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
  const notices = wordNotices(looked, question, blocks, library);
  if (blocks[0]?.zone === "headline") notices.push({ key: "headline-only" });
  const papers = scope.sources.filter((s) => s.outlets.length > 0).map((s) => s.name);
  if (papers.length > 0 && named.length === 0 && !openings && blocks.length > 0)
    notices.push({ key: "source-silent", papers });
  if (used.length > 0) notices.push({ key: "context-used", words: used });
  const counted = scope.now.filter((n) => n.wants !== "newest").map((n) => scope.text.slice(n.start, n.end));
  if (counted.length > 0 && corpus.stamp.newest !== null)
    notices.push({ key: "counted-from", words: counted, newest: corpus.stamp.newest });
  if (absent.length > 0) notices.push({ key: "phrase-not-found", phrases: absent });
  if (scope.unknownOutlets.length > 0) notices.push({ key: "outlet-unknown", outlets: scope.unknownOutlets });
  if (scope.notUnderstood.length > 0) notices.push({ key: "not-understood", options: scope.notUnderstood });
  if (question.terms.length === 0) notices.push({ key: "empty-question" });
  const answer: Answer = { question: given, outcome, blocks, notices, corpus: corpus.stamp };
  const against = objection(signals, question.asked, words);
  return { answer, question, sought, signals, best, objection: against, found, byTime: openings !== null };
}

/** Two words or more in the script of what was found: a single one in marks is a name or a sneer, and stands in the text as any word does. */
function isWanted(phrase: string, best: Candidate | undefined): boolean {
  return terms(phrase).length > 1 && (!best || isCyrillic(phrase) === (best.article.language === "ru"));
}

/** So many words in quotation marks are known by heart: where they stand is what is asked for. */
const byHeart = 4;

function isQuoted(phrases: readonly string[], best: Candidate | undefined): boolean {
  return best !== undefined && phrases.some((p) => terms(p).length >= byHeart && holdsPhrase(best, p));
}

function holdsPhrase({ article, range }: Candidate, phrase: string): boolean {
  return foldWords(article.text, range).includes(phrase);
}

function wantedOf(question: Question, scope: Scope, sought: readonly WeighedTerm[], corpus: Corpus): Wanted {
  const dates = sought.map((t) => (scope.dates.some((d) => d.start <= t.start && t.end <= d.end) ? 1 : 0));
  const nothing = sought.map(() => 0);
  return {
    held: holderOf(question, sought, new Yardstick(sought).isAsked),
    speaker: speakerOf(question, sought),
    language: question.language,
    phrases: scope.phrases,
    given: (article) => (isOfThatTime(scope, article, corpus) ? dates : nothing),
  };
}

function speakerOf({ detail }: Question, sought: readonly WeighedTerm[]): Wanted["speaker"] {
  const speaker = speakerTerms(detail, sought);
  if (speaker.size === 0) return null;
  return {
    speaks: (article, range) => isSaidBy(article, range, speaker) === 1,
    worth: sought.map((t) => (t.forms.some((f) => speaker.has(f.term)) ? 1 : 0)),
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

/** A candidate where it is shown: in its family's original, if that prints the same sentences. */
interface Chosen extends Place {
  readonly score: number;
}

/** What a further block gains by words of the question that the ones before it leave out, by a compared name and by a paper still to be heard. */
const fresh = { words: 0.6, compared: 2, source: 1, outlet: 0.05 };
/** From how many of the best candidates the blocks are chosen. */
const consideredCandidates = 200;

/**
 * The best candidates that say different things: no sentence of a family is shown twice, whichever member prints it; what
 * the blocks before leave open comes before more of the same.
 */
function choose(
  { corpus }: Library,
  inTurn: readonly (readonly Candidate[])[],
  first: readonly Candidate[],
  sought: readonly SoughtTerm[],
  scope: Scope,
  limit: number,
): Chosen[] {
  const chosen: Chosen[] = [];
  const inOriginal = placesFor(corpus);
  const said = new Map<string, Set<string>>();
  const heard = new Set<string | null>();
  const named = inTurn[0]?.length ? outletsNamed(scope) : new Set<string | null>();
  const compared = comparedNames(scope.text, sought);
  const total = sought.reduce((sum, t) => sum + t.weight, 0) || 1;
  let known: Worth = sought.map(() => 0);
  const gain = ({ article, worth, score }: Candidate) => {
    const words =
      sought.reduce((sum, t, i) => sum + t.weight * Math.max(0, (worth[i] ?? 0) - (known[i] ?? 0)), 0) / total;
    const unheard = !heard.has(article.outlet);
    const source = unheard && article.outlet !== null && named.has(article.outlet) ? fresh.source : 0;
    const names = fresh.compared * namesStillOpen(compared, worth, known);
    return score + fresh.words * words + names + source + (unheard ? fresh.outlet : 0);
  };
  // A headline stands only where it says more than any sentence; it never fills a place below one that answers.
  const best = inTurn.flat()[0];
  const waiting = [
    ...batches(first, 1),
    ...inTurn.flatMap((found) =>
      batches(
        found.filter((c) => c.zone !== "headline" || c === best),
        consideredCandidates,
      ),
    ),
  ];
  let open: Candidate[] = [];
  while (chosen.length < limit) {
    if (open.length === 0) {
      const next = waiting.shift();
      if (!next) break;
      open = next;
    }
    if (chosen.length > 0) {
      const gains = new Map(open.map((c) => [c, gain(c)]));
      open.sort((a, b) => (gains.get(b) ?? 0) - (gains.get(a) ?? 0));
    }
    for (let candidate = open.shift(); candidate; candidate = open.shift()) {
      const family = familyKey(candidate.article);
      const inFamily = said.get(family) ?? new Set();
      const words = sentencesOf(candidate).map((s) => s.words);
      if (words.some((w) => inFamily.has(w))) continue;
      said.set(family, new Set([...inFamily, ...words]));
      // For another name of those compared a block stands beside the one before it, not below.
      const isBeside = namesStillOpen(compared, candidate.worth, known) > 0;
      const last = chosen.at(-1)?.score ?? candidate.score;
      const score = isBeside ? last : Math.min(candidate.score, last);
      known = union(known, candidate.worth);
      heard.add(candidate.article.outlet);
      // Of a paper that is asked for the reader wants its own page.
      chosen.push({ ...(named.has(candidate.article.outlet) ? candidate : inOriginal(candidate, words)), score });
      break;
    }
  }
  return chosen;
}

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function blockOf({ corpus }: Library, { article, zone, range, score }: Chosen, sought: readonly SoughtTerm[]): Block {
  const words = foldWords(article.text, range);
  const alsoIn = familyMembers(corpus, article).filter(
    (m) => m.id !== article.id && foldWords(m.text, { start: 0, end: m.text.length }).includes(words),
  );
  const span: Span = { article: article.id, start: range.start, end: range.end };
  const wanted = new Set(sought.flatMap((t) => t.forms.map((f) => f.term)));
  return {
    article: article.id,
    zone,
    spans: [span],
    matches: terms(article.text.slice(range.start, range.end))
      .filter((t) => wanted.has(t.term))
      .map((t) => ({ article: article.id, start: range.start + t.start, end: range.start + t.end })),
    score: Math.round(score * 1e6) / 1e6,
    alsoIn: alsoIn.map((m) => m.id),
    receipt: receiptOf(article, span),
  };
}
