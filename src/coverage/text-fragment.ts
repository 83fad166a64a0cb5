import type { Range } from "../language/range.ts";
import type { Article } from "./article.ts";
import type { Span } from "./span.ts";

/*
 * Text fragments (https://wicg.github.io/scroll-to-text-fragment/): `#:~:text=start,end` lets the browser scroll to the
 * first place of a page that begins with the words `start` and ends with the words `end`, and mark it. Browsers ignore case
 * and accents when they search, but not punctuation, and a page may be set in other quotation marks and dashes than the
 * stored text; so both ends are runs of words with nothing but single spaces between them.
 */

/** Words taken of a run: enough to be the only place on a page, few enough to keep an address short. */
const fewestWords = 3;
const usualWords = 8;
const mostWords = 16;
/** The share of a passage that a longer run may leave unmarked at its start. */
const mostUnmarked = 0.3;
/** Code units of a run, for scripts whose words are not parted by spaces or are very long. */
const mostUnits = 120;

/**
 * The address at which a browser opens a passage of an article, marked: the article's address with a text fragment, or the
 * plain address where a fragment could lead elsewhere (the words are not unique in the text, the span is a headline known
 * from metadata, the address carries a fragment directive already). `null` for an article without address. Purely reckoned
 * from the record.
 *
 * The words are those of this article's text, so the address must be its own: never that of another member of its family.
 * @param span UTF-16 offsets into the article's text, a sentence or several; may reach across paragraphs.
 */
export function passageUrl(
  article: Pick<Article, "url" | "text" | "headline">,
  span: Range & Pick<Span, "field">,
): string | null {
  const { url, text, headline } = article;
  if (url === null || span.field === "headline" || url.includes(":~:")) return url;
  const runs = wordRuns(text, span);
  const page = `${fold(headline ?? "")}\n${fold(text)}`;
  const start = opening(text, span, runs, page);
  if (!start) return url;
  const end = closing(text, runs, start);
  const directive =
    end === start ? encode(termOf(text, start)) : `${encode(termOf(text, start))},${encode(termOf(text, end))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Words that follow one another with nothing but single spaces between. */
type Run = readonly Range[];

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The runs of whole words inside a span, in order; a word that holds a mark ("don’t", "8.9", "U.S") belongs to none. */
function wordRuns(text: string, { start, end }: Range): Run[] {
  // With some text around, so that a span that begins inside a word is known to.
  const from = Math.max(0, start - 50);
  const runs: Range[][] = [];
  let run: Range[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(from, end + 50))) {
    const word = { start: from + index, end: from + index + segment.length };
    if (/^[\p{L}\p{M}\p{N}]+$/u.test(segment) && word.start >= start && word.end <= end) {
      if (run.length === 0) runs.push(run);
      run.push(word);
    } else if (!/^[\p{Zs}]$/u.test(segment)) run = [];
  }
  return runs;
}

/**
 * The words the passage is found by: the beginning of a run that stands nowhere else on the page. The first of a good length,
 * unless it leaves much of the passage unmarked that a shorter one would mark; the page holds more than its article, where two
 * words come again sooner than three.
 */
function opening(text: string, span: Range, runs: readonly Run[], page: string): Run | null {
  const latest = span.start + (span.end - span.start) * mostUnmarked;
  const early = runs.filter((run) => (run[0]?.start ?? 0) <= latest);
  for (const [among, fewest] of [
    [early, fewestWords],
    [early, 2],
    [runs, fewestWords],
    [runs, 2],
  ] as const) {
    for (const run of among) {
      if (run.length < fewest) continue;
      const usual = run.length <= usualWords + fewestWords ? run.length : usualWords;
      for (const count of counts(run, usual)) {
        const words = run.slice(0, count);
        if (isShort(words) && occurrences(page, fold(termOf(text, words))) === 1) return words;
      }
    }
  }
  return null;
}

/**
 * The words the passage ends with: the end of its last run that stands nowhere between the opening and itself, since the
 * browser stops at the first place it finds. The opening itself where nothing follows it.
 */
function closing(text: string, runs: readonly Run[], opening: Run): Run {
  const from = opening.at(-1)?.end ?? 0;
  for (const run of runs.toReversed()) {
    const after = run.filter((word) => word.start >= from);
    for (const count of counts(after, usualWords)) {
      const words = after.slice(-count);
      const [first] = words;
      if (!first || !isShort(words)) continue;
      const between = fold(text.slice(from, first.start));
      const term = fold(termOf(text, words));
      if (nextOccurrence(between + term, term, 0) === between.length) return words;
    }
  }
  return opening;
}

/** How many words of a run to try: the usual number, or fewer where words are very long, else more. */
function counts(run: Run, usual: number): number[] {
  let least = Math.min(usual, run.length);
  while (least > 1 && !isShort(run.slice(0, least))) least--;
  return Array.from({ length: Math.max(0, Math.min(mostWords, run.length) - least + 1) }, (_, i) => least + i);
}

const termOf = (text: string, words: Run) => text.slice(words[0]?.start, words.at(-1)?.end);
const isShort = (words: Run) => (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0) <= mostUnits;

/** As a browser compares: without case and accents, white space of any kind as one space. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ");
}

/** How often a term stands in a folded text as whole words, counted up to 2. */
function occurrences(text: string, term: string): number {
  const first = nextOccurrence(text, term, 0);
  return first < 0 ? 0 : nextOccurrence(text, term, first + 1) < 0 ? 1 : 2;
}

function nextOccurrence(text: string, term: string, from: number): number {
  for (let at = text.indexOf(term, from); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!isWord.test(text.charAt(at - 1)) && !isWord.test(text.charAt(at + term.length))) return at;
  }
  return -1;
}
/** A letter or digit of a script that parts its words. */
const isWord =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}]/u;

/**
 * Percent-encoded for a directive, in which "-", "," and "&" mean something, and for a link in running text, at the end of
 * which programs leave out other marks that `encodeURIComponent` keeps.
 */
function encode(term: string): string {
  return encodeURIComponent(term.replace(/\p{Zs}/gu, " ").toWellFormed()).replace(
    /[-'()!*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
