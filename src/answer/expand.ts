import { isCyrillic } from "../language/script.ts";
import { speechVerb } from "../language/speech-verbs.ts";
import { isStopWord } from "../language/stopwords.ts";
import { backWords } from "../language/tense-words.ts";
import type { SearchEngine } from "../retrieval/engine.ts";
import { idf } from "../retrieval/idf.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A term of the coverage that stands for a word of the question, and how much of it it is worth. */
export interface Form {
  readonly term: string;
  readonly worth: number;
}

/** How a word of the question was found in the coverage. */
export type Found = "same" | "spelling" | "script" | "translation" | "nowhere";

/** A word of the question, looked up in the coverage. */
export interface SoughtTerm extends QuestionTerm {
  /** Inverse document frequency: what the word says about the passage it stands in. A word found nowhere counts as the rarest. */
  readonly weight: number;
  readonly forms: readonly Form[];
  readonly found: Found;
}

/** A synonym is evidence, not the word. */
const synonymWorth = 0.5;
const spellingWorth = 0.8;
/** A translation beside the word itself: the coverage has both languages, and the asker's own says it best. */
const besideWorth = 0.5;
/** How much of the rarest word's weight a word has that is found nowhere: a name or number in full, an everyday word little. */
const absent = { name: 1, common: 0.35, other: 0.7, untranslated: 0.5 };

/**
 * Looks up every word of a question: as it is, else in the other script, translated, or spelt almost like it.
 * @param isAbroad Whether what is asked for is written in another language: then its words count as much as the asker's own.
 */
export function seek(question: Question, engine: SearchEngine, vocabulary: Vocabulary, isAbroad = false): SoughtTerm[] {
  const translated = vocabulary.translate(question.terms);
  const sought = question.terms.map((term, i) => {
    const { forms, found } = lookUp(term, translated[i] ?? [], engine, vocabulary, isAbroad);
    const frequency =
      found === "nowhere"
        ? 0
        : Math.max(0, ...forms.filter((f) => f.worth >= 0.6).map((f) => engine.documentFrequency(f.term)));
    const name =
      term.name ||
      (found !== "translation" && forms.some((f) => f.worth >= spellingWorth && vocabulary.isName(f.term)));
    const share =
      found !== "nowhere"
        ? 1
        : name || /\d/.test(term.term)
          ? absent.name
          : vocabulary.isCommon(term.term)
            ? absent.common
            : vocabulary.speaks(isCyrillic(term.term) ? "ru" : "en")
              ? absent.other
              : absent.untranslated;
    return { ...term, name, forms, found, weight: share * idf(frequency, engine.passages.length) };
  });
  return sought.map((term, i) =>
    isBeforeSurname(term, sought[i + 1]) ? { ...term, weight: term.weight * besideSurname } : term,
  );
}

/** "Aleksandr Bastrykin": where the surname is known, another spelling of the name before it is no gap. */
const besideSurname = 0.1;

/** Whether a word is a name that the coverage does not have, right before one that it has. */
export function isBeforeSurname(term: SoughtTerm, next: SoughtTerm | undefined): boolean {
  const isNext = next !== undefined && next.start > term.end && next.start - term.end <= 1;
  return isNext && term.name && next.name && term.found === "nowhere" && next.found !== "nowhere";
}

function lookUp(
  term: QuestionTerm,
  translations: readonly string[],
  engine: SearchEngine,
  vocabulary: Vocabulary,
  isAbroad: boolean,
): { forms: Form[]; found: Found } {
  const has = (t: string) => engine.documentFrequency(t) > 0;
  const forms: Form[] = has(term.term) ? [{ term: term.term, worth: 1 }] : [];
  for (const t of translations)
    if (has(t) && !forms.some((f) => f.term === t))
      forms.push({
        term: t,
        worth: (has(term.term) && !isAbroad) || isCyrillic(t) === isCyrillic(term.term) ? besideWorth : 1,
      });
  for (const t of vocabulary.synonyms(term.term)) {
    if (has(t) && !forms.some((f) => f.term === t)) forms.push({ term: t, worth: synonymWorth });
  }
  const names = !has(term.term) || (isAbroad && term.name) ? vocabulary.otherScript(term.word) : [];
  for (const t of names) if (!forms.some((f) => f.term === t)) forms.push({ term: t, worth: 1 });
  if (has(term.term)) return { forms, found: "same" };
  if (names.length > 0) return { forms, found: "script" };
  const spellings = term.name ? vocabulary.otherSpellings(term.word) : [];
  if (spellings.length > 0) return { forms: spellings.map((t) => ({ term: t, worth: 1 })), found: "spelling" };
  if (term.name) for (const t of vocabulary.sounding(term.word)) forms.push({ term: t, worth: spellingWorth });
  if (forms.some((f) => f.worth === spellingWorth)) return { forms, found: "script" };
  if (forms.length > 0) return { forms, found: "translation" };
  const similar = isWord(term, vocabulary)
    ? []
    : engine
        .similarTerms(term.term)
        .filter((t) => mayBeMeant(t, term))
        .slice(0, 1);
  if (similar.length > 0) return { forms: similar.map((t) => ({ term: t, worth: spellingWorth })), found: "spelling" };
  return { forms: [], found: "nowhere" };
}

/** A word of everyday news is no slip of the pen for another. */
function isWord({ term, word }: QuestionTerm, vocabulary: Vocabulary): boolean {
  return vocabulary.isCommon(term) || backWords.has(word) || speechVerb(word) !== undefined;
}

/** Nobody misspells into a stop word, and hardly anybody the first letter: "hiking" is not "liking". A name is known by hearsay. */
function mayBeMeant(similar: string, { term, name }: QuestionTerm): boolean {
  return !isStopWord({ term: similar, word: similar }) && (name || similar[0] === term[0]);
}
