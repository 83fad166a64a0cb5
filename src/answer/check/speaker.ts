import { contains, overlaps, type Range } from "../../language/range.ts";
import { nameKey } from "../../language/transliterate.ts";
import type { Speaker } from "../../reading/quotation.ts";
import type { Library } from "../library.ts";
import { directoryOf } from "../quote/directory.ts";
import type { Match } from "./verdict.ts";

/** Who is said to have said it, whom the coverage gives, and whether they agree (null where one is not known). */
export interface SpeakerCheck {
  readonly claimed: string | null;
  readonly found: Speaker | null;
  readonly agrees: boolean | null;
}

/** Below this nobody is named as the speaker, and nobody is contradicted. */
const sure = 0.5;

/** Compares the claimed speaker with the one of the quotation that holds the words, the surest first; one that agrees before others. */
export function speakerOf(library: Library, claimed: string | null, matches: readonly Match[]): SpeakerCheck {
  const inText = matches.filter((m) => !m.field);
  const articles = new Set(inText.map((m) => m.article));
  const over = library
    .quotations()
    .filter(
      (q) =>
        articles.has(q.article) && inText.some((m) => m.article === q.article && q.parts.some((p) => overlaps(p, m))),
    )
    .map((q) => q.speaker)
    .sort((a, b) => b.confidence - a.confidence);
  const named = over.filter((s) => s.name !== null && s.confidence >= sure);
  const agreeing = claimed === null ? undefined : named.find((s) => isSame(library, claimed, s.name ?? ""));
  const found = agreeing ?? named[0] ?? over[0] ?? null;
  return { claimed, found, agrees: claimed === null || named.length === 0 ? null : agreeing !== undefined };
}

/** Marks and spaces between a quotation and the words that say whose it is. */
const mostBetween = 4;

/** Whether stretches of an article only say whose the words on both sides of them are. */
export function isAttributionOf(library: Library, article: string, stretches: readonly Range[]): boolean {
  if (stretches.length === 0) return false;
  const here = library.quotations().filter((q) => q.article === article);
  return stretches.every((r) => {
    const before = here.find((q) => q.parts.some((p) => p.end <= r.start && r.start - p.end <= mostBetween));
    const after = here.find((q) => q.parts.some((p) => p.start >= r.end && p.start - r.end <= mostBetween));
    return (
      before !== undefined &&
      after !== undefined &&
      (before === after || before.speaker.name === after.speaker.name) &&
      [before.cue, after.cue].some((cue) => cue !== null && contains(r, cue))
    );
  });
}

/** Whether a name, an alias or a role stands for somebody, in either script. */
function isSame(library: Library, claimed: string, name: string): boolean {
  const [a, b] = [wordsOf(claimed), wordsOf(name)];
  const [lastA = "", lastB = ""] = [a.at(-1), b.at(-1)];
  if (lastA === lastB && lastA !== "") return a.length < 2 || b.length < 2 || a[0]?.[0] === b[0]?.[0];
  return directoryOf(library)
    .find(claimed)
    .some((p) => p.name === name || wordsOf(p.name).join(" ") === b.join(" "));
}

const wordsOf = (name: string) => name.split(/\s+/).map(nameKey).filter(Boolean);
