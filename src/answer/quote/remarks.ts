import { compare } from "../../coverage/corpus.ts";
import { translations } from "../../language/glossary.ts";
import { isCyrillic } from "../../language/script.ts";
import { isStopWord } from "../../language/stopwords.ts";
import { nameKey } from "../../language/transliterate.ts";
import { terms } from "../../language/words.ts";
import type { Grouped } from "../../reading/grouping.ts";
import type { Library } from "../library.ts";
import { directoryOf, speakerOf } from "./directory.ts";

/** Rare words that two wordings must share, and how many days may lie between them. */
const leastShared = 2;
const mostDays = 1;
/** A word is rare that stands in no more than this share of the quotations (or in so few of a small coverage). */
const rareShare = 0.01;
const rareCount = 4;

interface Remark {
  readonly quotation: Grouped;
  readonly from: number;
  readonly to: number;
  /** Rare words, as they are compared across languages. */
  readonly words: ReadonlySet<string>;
}

const known = new WeakMap<Library, ReadonlyMap<string, readonly Grouped[]>>();

/**
 * For each group the quotations of other groups and articles that may be the same remark in other words, or in another
 * translation: of the same speaker, not more than a day apart, with two rare words in common. They are offered, never
 * merged. Only quotations of one speaker within those days are compared.
 */
export function otherWordings(library: Library): ReadonlyMap<string, readonly Grouped[]> {
  const made = known.get(library) ?? readWordings(library);
  known.set(library, made);
  return made;
}

function readWordings(library: Library): Map<string, Grouped[]> {
  const all = library.quotations();
  const stems = all.map((q) => stemsOf(library, q));
  const frequency = new Map<string, number>();
  for (const own of stems) for (const s of own) frequency.set(s, (frequency.get(s) ?? 0) + 1);
  const rare = Math.max(rareCount, rareShare * all.length);
  const directory = directoryOf(library);
  const remarks = all.flatMap((quotation, i) => {
    const name = speakerOf(quotation);
    const { from, to } = quotation.uttered;
    const words = new Set(
      [...(stems[i] ?? [])].filter((s) => (frequency.get(s) ?? 0) <= rare).flatMap(acrossLanguages),
    );
    if (name === null || from === null || to === null || words.size < leastShared) return [];
    return [{ speaker: directory.keyOf(name), remark: { quotation, from: dayNumber(from), to: dayNumber(to), words } }];
  });
  const out = new Map<string, Grouped[]>();
  for (const own of Map.groupBy(remarks, (r) => r.speaker).values()) {
    const inOrder = own
      .map((r) => r.remark)
      .sort((a, b) => a.from - b.from || compare(a.quotation.article, b.quotation.article));
    inOrder.forEach((a, i) => {
      for (let j = i + 1; j < inOrder.length; j++) {
        const b = inOrder[j];
        if (!b || b.from - a.to > mostDays) break;
        if (isSameRemark(a, b)) {
          add(out, a.quotation.group, b.quotation);
          add(out, b.quotation.group, a.quotation);
        }
      }
    });
  }
  return out;
}

function isSameRemark(a: Remark, b: Remark): boolean {
  if (a.quotation.article === b.quotation.article || a.quotation.group === b.quotation.group) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word) && ++shared >= leastShared) return true;
  return false;
}

function add(map: Map<string, Grouped[]>, group: string, quotation: Grouped): void {
  const list = map.get(group) ?? [];
  if (!list.some((q) => q.group === quotation.group)) map.set(group, [...list, quotation]);
}

function stemsOf({ corpus }: Library, { article, parts }: Grouped): Set<string> {
  const text = corpus.byId.get(article)?.text ?? "";
  return new Set(
    parts
      .flatMap((p) => terms(text.slice(p.start, p.end)))
      .filter((t) => !isStopWord(t) && t.term.length > 2)
      .map((t) => t.term),
  );
}

/** A stem as it is compared across languages and scripts: the key of it, and of what translates it into English. */
function acrossLanguages(stem: string): string[] {
  return (isCyrillic(stem) ? [stem, ...translations(stem, "en")] : [stem]).map(nameKey).filter(Boolean);
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
