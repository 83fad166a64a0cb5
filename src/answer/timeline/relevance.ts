import type { Article } from "../../coverage/article.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { contains } from "../../language/range.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { isStopWord } from "../../language/stopwords.ts";
import { terms } from "../../language/words.ts";
import type { Event } from "../../reading/event.ts";
import type { Granularity, Mention } from "../../reading/mention.ts";
import type { SearchEngine } from "../../retrieval/engine.ts";
import { type Form, seek } from "../expand.ts";
import { readQuestion } from "../question.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** How much a term counts by where it stands: the sentence itself, the headline, the sentences around it. */
const weight = { sentence: 1, headline: 0.6, neighbours: 0.5 };

/** The share of a topic's weight that an event must reach. */
const least = 0.5;

/** How well a date of each fineness serves a timeline. */
const fineness: Readonly<Record<Granularity, number>> = {
  day: 1, approximate: 0.9, bounded: 0.8, week: 0.8, "part-month": 0.7, month: 0.6, quarter: 0.5, season: 0.5, "part-year": 0.4, year: 0.35, decade: 0.2, century: 0.1,
}; // biome-ignore format: a table

interface Places {
  readonly sentence: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
  readonly neighbours: ReadonlySet<string>;
}

export interface Relevance {
  /** How well an event fits a topic, 0 to 1; 0 for one that does not belong to it. */
  readonly to: (topic: string) => (event: Event) => number;
}

/** A word of a topic as the coverage has it: the terms that stand for it, and what each is worth (expand.ts). */
export type TopicWord = readonly Form[];

/**
 * The relevance of events to topics, by the stems of the words in and around their sentences. `read` looks up a topic's words in the
 * coverage: translated, in the other script, spelt right.
 */
export function relevanceOf(
  corpus: Corpus,
  events: readonly Event[],
  read: (topic: string) => readonly TopicWord[],
): Relevance {
  const headlines = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, Places>();
  const placesOf = (mention: Mention): Places | null => {
    const article = corpus.byId.get(mention.article);
    if (!article) return null;
    const key = `${mention.article}\n${mention.sentence.start}`;
    const headline = headlines.get(article.id) ?? stems(article.headline ?? "");
    headlines.set(article.id, headline);
    const places = known.get(key) ?? { ...around(article, mention), headline };
    known.set(key, places);
    return places;
  };
  const countOf = (word: TopicWord) =>
    events.reduce(
      (n, e) => n + (e.mentions.some((m) => word.some((f) => placesOf(m)?.sentence.has(f.term))) ? 1 : 0),
      0,
    );
  return {
    to: (topic) => {
      const wanted = read(topic).map((word) => ({
        word,
        weight: Math.log(1 + (events.length + 1) / (countOf(word) + 0.5)),
      }));
      const total = wanted.reduce((sum, w) => sum + w.weight, 0);
      return (event) => {
        const best = Math.max(0, ...event.mentions.map((m) => fitOf(placesOf(m), wanted)));
        return total > 0 && best >= least * total ? best / total : 0;
      };
    },
  };
}

/** The words of a topic as they stand; stop words only where there is nothing else. */
function literally(topic: string): TopicWord[] {
  const all = terms(topic);
  const telling = all.filter((t) => !isStopWord(t));
  return [...new Set((telling.length > 0 ? telling : all).map((t) => t.term))].map((term) => [{ term, worth: 1 }]);
}

/** How a topic's words are looked up in the coverage; a word that it does not have stands for itself and fits nothing. */
export function topicReader(
  search: () => { readonly engine: SearchEngine; readonly vocabulary: Vocabulary },
): (topic: string) => readonly TopicWord[] {
  return (topic) => {
    const { engine, vocabulary } = search();
    const sought = seek(readQuestion(topic), engine, vocabulary);
    return sought.length === 0
      ? literally(topic)
      : sought.map((t) => (t.forms.length > 0 ? t.forms : [{ term: t.term, worth: 1 }]));
  };
}

/** An event's worth for a first page: relevance, independent families, fineness and certainty of its date. */
export function worthOf(event: Event, relevance: number): number {
  const certainty = event.edtf === null ? 0.3 : event.confidence;
  return relevance * Math.log1p(event.families) * fineness[event.granularity] * certainty;
}

function fitOf(
  places: Places | null,
  wanted: readonly { readonly word: TopicWord; readonly weight: number }[],
): number {
  if (!places) return 0;
  return wanted.reduce(
    (sum, { word, weight: value }) => sum + value * Math.max(...word.map((f) => f.worth * standing(places, f.term))),
    0,
  );
}

/** What a term counts by where it stands. */
function standing({ sentence, headline, neighbours }: Places, term: string): number {
  if (sentence.has(term)) return weight.sentence;
  return headline.has(term) ? weight.headline : neighbours.has(term) ? weight.neighbours : 0;
}

function stems(text: string): ReadonlySet<string> {
  return new Set(terms(text).map((t) => t.term));
}

function around({ text, paragraphs }: Article, { sentence }: Mention): Omit<Places, "headline"> {
  const paragraph = paragraphs.find((p) => contains(p, sentence));
  const ranges = paragraph ? sentenceRanges(text, paragraph) : [sentence];
  const at = ranges.findIndex((r) => r.start === sentence.start);
  const beside = [ranges[at - 1], ranges[at + 1]].map((r) => (r ? text.slice(r.start, r.end) : "")).join(" ");
  return { sentence: stems(text.slice(sentence.start, sentence.end)), neighbours: stems(beside) };
}
