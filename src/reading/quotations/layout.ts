import type { Article, Zone } from "../../coverage/article.ts";
import type { Range } from "../../language/range.ts";
import { isGerman } from "../../language/script.ts";
import { sentenceRanges } from "../../language/sentences.ts";
import { withoutAuthorWords } from "./author-words.ts";
import { type Quoted, quotedStretches } from "./marks.ts";

/** A word, a punctuation mark or a whole quoted stretch of a sentence. */
export interface Token extends Range {
  readonly text: string;
  readonly lower: string;
  /** `quote`: a quoted stretch, whatever is in it. */
  readonly kind: "word" | "punctuation" | "quote";
  /** The number of the quoted stretch, or -1. */
  readonly quote: number;
}

/** A sentence in which every quoted stretch is one token, so that what is said never looks like who says it. */
export interface Sentence extends Range {
  readonly index: number;
  readonly paragraph: number;
  readonly zone: Zone;
  readonly tokens: readonly Token[];
}

/** A quoted stretch and where it stands. */
export interface Placed extends Quoted {
  readonly index: number;
  readonly paragraph: number;
  readonly zone: Zone;
  /** The sentence it stands in, and its token there. */
  readonly sentence: number;
  readonly token: number;
}

/** What the reading needs of an article. */
export type Readable = Pick<Article, "text" | "paragraphs"> & Partial<Pick<Article, "language">>;

export interface Layout {
  readonly text: string;
  /** BCP 47 primary language subtag, German by its words whatever the record says; "" where it is not known. */
  readonly language: string;
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Placed[];
  /** The marks in which the outlet sets whole sentences: the other kind seldom holds speech. */
  readonly house: Quoted["style"];
  /** The outlet sets the comma after the closing mark (“…”, said …), as German, Russian and British papers do. */
  readonly commaOutside: boolean;
}

/** What runs on for more tokens, or has more stretches in marks, is a list or a table and no sentence: it is not read. */
const longestSentence = 300;
const mostQuotes = 25;

/** The zones in which somebody may be quoted. */
const spoken: ReadonlySet<Zone> = new Set(["headline", "caption", "body"]);

const word =
  /(?:\p{L}-)?\p{L}\.(?:\p{L}\.)+|\p{N}+(?:[.,]\p{N}+)*[\p{L}%]*|[\p{L}\p{M}\p{N}@][\p{L}\p{M}\p{N}]*(?:['’\-‑][\p{L}\p{M}\p{N}]+)*|\S/gu;

/** Reads an article into sentences with its quoted stretches as single tokens. */
export function layOut(article: Readable): Layout {
  const { text } = article;
  const language = isGerman(text) ? "de" : (article.language ?? "");
  const sentences: Sentence[] = [];
  const quotes: Placed[] = [];
  let carried = false;
  article.paragraphs.forEach((paragraph, number) => {
    if (!spoken.has(paragraph.zone)) return;
    const stretches = quotedStretches(text, paragraph, carried).flatMap((s) => withoutAuthorWords(text, s));
    carried = paragraph.zone === "body" && (stretches.at(-1)?.open ?? false);
    let next = 0;
    for (const range of sentencesAround(text, paragraph, stretches)) {
      const index = sentences.length;
      const from = next;
      while ((stretches[next]?.outer.start ?? range.end) < range.end) next++;
      const tokens = tokensOf(text, range, stretches.slice(from, next));
      if (tokens.length > longestSentence || next - from > mostQuotes) continue;
      tokens.forEach((token, at) => {
        const stretch = token.quote < 0 ? undefined : stretches[from + token.quote];
        if (!stretch) return;
        const placed = {
          ...stretch,
          index: quotes.length,
          paragraph: number,
          zone: paragraph.zone,
          sentence: index,
          token: at,
        };
        tokens[at] = { ...token, quote: placed.index };
        quotes.push(placed);
      });
      sentences.push({ ...range, index, paragraph: number, zone: paragraph.zone, tokens });
    }
  });
  const commaOutside = setsCommaOutside(text, language, quotes);
  return { text, language, sentences, quotes, house: houseStyle(text, quotes), commaOutside };
}

/**
 * The sentences of a paragraph; no boundary falls inside a quoted stretch. What is quoted is masked by letters of
 * the same number, but for its first letter's case and its last marks, which tell whether the sentence goes on.
 */
function sentencesAround(text: string, paragraph: Range, stretches: readonly Quoted[]): Range[] {
  if (stretches.length === 0) return sentenceRanges(text, paragraph);
  let masked = "";
  let at = paragraph.start;
  for (const { outer, inner } of stretches) {
    const tail = /[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(inner.start, inner.end - 4), inner.end))?.[0] ?? "";
    const head = text.slice(at, inner.start).replaceAll("\u2018", "“");
    const body = inner.end - tail.length - inner.start;
    const first = /\p{Ll}/u.test(/\p{L}/u.exec(text.slice(inner.start, inner.end))?.[0] ?? "") ? "x" : "X";
    masked +=
      head +
      (body > 0 ? first + "x".repeat(body - 1) : "") +
      tail.replace(/\s/gu, "”") +
      (outer.end > inner.end ? "”".padEnd(outer.end - inner.end, "”") : "");
    at = outer.end;
  }
  masked += text.slice(at, paragraph.end);
  return sentenceRanges(masked).map((r) => ({ start: r.start + paragraph.start, end: r.end + paragraph.start }));
}

/** The tokens of a sentence; `stretches` are those in it, which become the tokens with their numbers as `quote`. */
function tokensOf(text: string, range: Range, stretches: readonly Quoted[]): Token[] {
  const tokens: Token[] = [];
  let at = range.start;
  const narrate = (end: number) => {
    if (end <= at) return;
    for (const m of text.slice(at, end).matchAll(word)) {
      const start = at + m.index;
      const kind = /^[\p{L}\p{N}@]/u.test(m[0]) ? "word" : "punctuation";
      tokens.push({
        start,
        end: start + m[0].length,
        text: m[0],
        lower: m[0].toLowerCase().replaceAll("’", "'"),
        kind,
        quote: -1,
      });
    }
  };
  stretches.forEach((stretch, number) => {
    narrate(stretch.outer.start);
    tokens.push({ ...stretch.outer, text: "", lower: "", kind: "quote", quote: number });
    at = stretch.outer.end;
  });
  narrate(range.end);
  return tokens;
}

const isLong = (text: string, { start, end }: Range) =>
  /\S+\s+\S+\s+\S+\s+\S/.test(text.slice(start, Math.min(end, start + 80)));

/** The style of most stretches that are long enough to be sentences; double marks where none is. */
function houseStyle(text: string, quotes: readonly Placed[]): Quoted["style"] {
  const long = quotes.filter((q) => isLong(text, q.inner));
  const single = long.filter((q) => q.style === "single").length;
  return single > long.length - single ? "single" : "double";
}

/** By what most stretches of four words and more do; English, and what gives no sign, by what its language does. */
function setsCommaOutside(text: string, language: string, quotes: readonly Placed[]): boolean {
  let outside = 0;
  for (const { inner, outer } of quotes) {
    if (text.charAt(inner.end - 1) === ",") outside--;
    else if (text.charAt(outer.end) === "," && isLong(text, inner)) outside++;
  }
  return outside === 0 ? language !== "en" && language !== "" : outside > 0;
}
