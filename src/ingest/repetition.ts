import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Article, type Paragraph, zonedParagraphs } from "../coverage/article.ts";
import { compare } from "../coverage/corpus.ts";
import { writeAtomic } from "../coverage/store.ts";
import { foldTypography, foldWord } from "../language/fold.ts";
import { outletVoice } from "../language/furniture.ts";
import { isReporting } from "../language/repeated.ts";
import { isStopWord } from "../language/stopwords.ts";
import { terms } from "../language/words.ts";
import { composeDraft, type Draft, type Dropped } from "./draft.ts";
import { findFamilies } from "./families.ts";

/*
 * A line that stands on pages of two unrelated stories of one outlet is the outlet's, not a story's: with two pages a host such
 * lines are furniture with a precision of 0.996. Stories are counted, not pages: a story that an outlet prints twice repeats
 * all of its lines. What was learned is kept beside the articles, so that a page that comes in alone is read as it was in company.
 */

/** Beside the articles, hidden; without it the lines are learned anew from the pages that come in. */
const memoryFile = ".furniture";

const why = "stands on other pages of this outlet";

/** The share of a line's telling words that a story has elsewhere, from which the line, amid the story, is its own background. */
const ownBackground = 0.4;

/** Lines that an outlet repeats on pages of unrelated stories: learned, remembered, and taken out of what comes in. */
export class Repetition {
  readonly #path: string;
  readonly #known: Map<string, Set<number>>;
  /** What was left out already of the pages that came in: no body, but evidence. */
  readonly #leftOut = new Map<string, Float64Array>();
  #isNew = false;
  /** Articles on disk wait for what this run learns. */
  hasUncleaned = false;

  constructor(dir: string) {
    this.#path = join(dir, memoryFile);
    this.#known = readIfThere(this.#path);
  }

  /** A page without the lines that are known to be its outlet's; any other document stays as it is. */
  strip(
    draft: Draft,
    told: { readonly outlet?: string | null | undefined; readonly url?: string | null | undefined },
  ): Draft {
    const outlet = outletKey({ outlet: told.outlet ?? draft.outlet, url: told.url ?? draft.url });
    const known = outlet === null ? undefined : this.#known.get(outlet);
    if (!draft.isPage || !known) return draft;
    const paragraphs = zonedParagraphs(draft.text, draft.zones);
    const out = furnitureAmong(draft.text, paragraphs, known);
    return out.size === 0
      ? draft
      : composeDraft({
          ...draft,
          ...without(draft.text, paragraphs, out),
          dropped: [...draft.dropped, ...said(draft.text, paragraphs, out)],
        });
  }

  /** Remembers, of a page that came in as this article, what no longer stands in its text. */
  note(id: string, { dropped }: Draft): void {
    this.#leftOut.set(id, Float64Array.from(dropped.map((d) => lineHash(d.text))));
  }

  /** Remembers an article whose page came in with a run that was cut short before it could learn. */
  noteUncleaned(id: string): void {
    this.#leftOut.set(id, new Float64Array());
    this.hasUncleaned = true;
  }

  /** Whether a page came in as this article in this run. */
  cameIn(id: string): boolean {
    return this.#leftOut.has(id);
  }

  /**
   * Learns from the pages of the outlets that pages came in from, those of the corpus included.
   * @param ties Each article's original, as far as it is known.
   */
  learn(articles: Iterable<Article>, ties: ReadonlyMap<string, string>): void {
    const pages = [...articles].filter((a) => a.status === "live" && (this.cameIn(a.id) || isPage(a.capture.file)));
    for (const [outlet, members] of Map.groupBy(pages, outletKey)) {
      if (outlet === null || members.length < 2 || !members.some((m) => this.cameIn(m.id))) continue;
      this.#learnOf(outlet, members, ties);
    }
  }

  #learnOf(outlet: string, pages: readonly Article[], ties: ReadonlyMap<string, string>): void {
    const families = findFamilies(pages, ties);
    /** The family that a line was met in, by number; 0 once it was met in two. */
    const metIn = new Map<number, number>();
    const numbers = new Map<string, number>();
    const bodies: number[] = [];
    for (const { id, text, paragraphs } of pages) {
      const family = families.get(id) ?? ties.get(id) ?? id;
      const number = numbers.get(family) ?? numbers.size + 1;
      numbers.set(family, number);
      const meet = (line: number) => {
        const before = metIn.get(line);
        if (before === undefined) metIn.set(line, number);
        else if (before !== number) metIn.set(line, 0);
      };
      for (const { zone, start, end } of paragraphs) {
        const line = lineHash(text.slice(start, end));
        meet(line);
        if (zone === "body") bodies.push(line);
      }
      this.#leftOut.get(id)?.forEach(meet);
    }
    const known = this.#known.get(outlet) ?? new Set();
    for (const line of bodies) {
      if (line === 0 || metIn.get(line) !== 0 || known.has(line)) continue;
      known.add(line);
      this.#isNew = true;
    }
    if (known.size > 0) this.#known.set(outlet, known);
  }

  /** What an article holds of its outlet's repeated lines: the text and zones without them, and the lines. `null` for none. */
  found(article: Article): (Pick<Draft, "text" | "zones"> & { readonly dropped: readonly Dropped[] }) | null {
    const { text, paragraphs } = article;
    const known = this.#known.get(outletKey(article) ?? "");
    const out = known ? furnitureAmong(text, paragraphs, known) : new Set<number>();
    if (out.size === 0) return null;
    const { text: rest, zones } = composeDraft({ ...without(text, paragraphs, out), language: article.language });
    return { text: rest, zones, dropped: said(text, paragraphs, out) };
  }

  /** To be called when the articles have been written. */
  save(): void {
    if (!this.#isNew) return;
    const lines = [...this.#known]
      .sort(([a], [b]) => compare(a, b))
      .map(([outlet, known]) =>
        JSON.stringify({ outlet, lines: [...known].map((line) => line.toString(16).padStart(12, "0")).sort(compare) }),
      );
    writeAtomic(this.#path, `${lines.join("\n")}\n`);
    this.#isNew = false;
  }
}

/**
 * The places of the paragraphs that are furniture, of those known to be repeated. A story's own stay: quotations, formulas of
 * reporting, and what stands amid the story and speaks of what it speaks of, such as its background or its opening, which
 * other pages show as a teaser. Only body lines go, and never all of them.
 */
export function furnitureAmong(
  text: string,
  paragraphs: readonly Paragraph[],
  repeated: ReadonlySet<number>,
): Set<number> {
  const lineOf = ({ start, end }: Paragraph) => text.slice(start, end);
  const isRepeated = paragraphs.map((p) => p.zone === "body" && repeated.has(lineHash(lineOf(p))));
  const lastOwn = paragraphs.findLastIndex((p, i) => p.zone === "body" && !isRepeated[i]);
  const out = new Set<number>();
  if (lastOwn < 0 || !isRepeated.includes(true)) return out;
  const own = new Set(paragraphs.flatMap((p, i) => (isRepeated[i] ? [] : telling(lineOf(p)))));
  paragraphs.forEach((p, i) => {
    const line = lineOf(p);
    if (!isRepeated[i] || isReporting(line)) return;
    const words = telling(line);
    const isOwn =
      i < lastOwn && !outletVoice.test(line) && words.filter((w) => own.has(w)).length >= ownBackground * words.length;
    if (!isOwn) out.add(i);
  });
  return out;
}

const telling = (line: string): string[] => [
  ...new Set(terms(line).flatMap((t) => (t.word.length < 3 || isStopWord(t) ? [] : [t.term]))),
];

function without(text: string, paragraphs: readonly Paragraph[], out: ReadonlySet<number>) {
  return {
    paragraphs: paragraphs.flatMap(({ zone, start, end }, i) =>
      out.has(i) ? [] : [{ zone, text: text.slice(start, end) }],
    ),
  };
}

const said = (text: string, paragraphs: readonly Paragraph[], out: ReadonlySet<number>): Dropped[] =>
  paragraphs.flatMap(({ start, end }, i) =>
    out.has(i) ? [{ text: text.slice(start, end), zone: "boilerplate" as const, why }] : [],
  );

/** An outlet by its name, else by the host of its address; `null` where neither is known. */
function outletKey({ outlet, url }: { readonly outlet: string | null; readonly url: string | null }): string | null {
  return outlet ? foldWord(outlet) : (url && URL.parse(url)?.host.replace(/^www\./, "")) || null;
}

/** Whether an article of the corpus came from a page, by its capture's name: in feeds and archives of text nothing is furniture. */
const isPage = (file: string) => file !== "-" && !/\.(?:jsonl?|ndjson|xml|rss|atom|md|markdown)(?:\.gz)?$/i.test(file);

/** A line by its words: 48 bits of a SHA-256, 0 for a line without any. */
export function lineHash(line: string): number {
  const words = foldWord(foldTypography(line))
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? 0 : Number.parseInt(hash("sha256", words).slice(0, 12), 16);
}

function readIfThere(path: string): Map<string, Set<number>> {
  const known = new Map<string, Set<number>>();
  try {
    for (const line of readFileSync(path, "utf8").split("\n").filter(Boolean)) {
      const { outlet, lines } = JSON.parse(line) as { outlet: string; lines: string[] };
      known.set(outlet, new Set(lines.map((hex) => Number.parseInt(hex, 16))));
    }
  } catch {
    // A memory that is not there, or damaged, is learned anew.
  }
  return known;
}
