import type { Gender } from "../../language/first-names.ts";
import {
  conjunctions,
  determiners,
  otherPronouns,
  prepositions,
  singularPronouns,
} from "../../language/function-words.ts";
import { isDocumentNoun, isOrganisationNoun } from "../../language/organisations.ts";
import type { Range } from "../../language/range.ts";
import { genderOfRole, isPluralRole, isRole } from "../../language/roles.ts";
import { isCyrillic } from "../../language/script.ts";
import { speechNouns, speechVerb } from "../../language/speech-verbs.ts";
import type { Layout, Sentence, Token } from "./layout.ts";
import { bodyWithin, classifyName, nameOf, trailingName } from "./names.ts";
import { chunkFrom } from "./phrases.ts";
import { firstWord, isCapital, type Words, wordsOf } from "./spelling.ts";
import { isNameTitle } from "./titles.ts";

export type ReferenceKind = "name" | "pronoun" | "role" | "organisation" | "plural" | "place" | "other";

/** Words that may say who speaks: "Dmitry Peskov", "he", "the spokesman", "officials". Offsets into the text. */
export interface Reference extends Range {
  readonly index: number;
  readonly sentence: number;
  /** The tokens of the sentence it takes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly kind: ReferenceKind;
  /** A name without titles; `null` for what is no name. */
  readonly name: string | null;
  /** The word it hangs on, in lower case: the family name, the role. */
  readonly head: string;
  /** What it is called beside its name: titles before it, roles around it. */
  readonly roles: readonly string[];
  readonly gender: Gender | null;
  /** Not after a preposition and not "somebody's": it may be a subject. */
  readonly free: boolean;
  readonly plural: boolean;
}

/** All references of the narration (nothing inside quotation marks), in text order. */
export function findReferences(layout: Layout): Reference[] {
  const written = wordsOf(layout);
  const out: Reference[] = [];
  for (const sentence of layout.sentences) {
    for (let i = 0; i < sentence.tokens.length; ) {
      const found = referenceAt(layout.text, sentence, i, written);
      if (!found) {
        i++;
        continue;
      }
      const { next, ...reference } = found;
      if (reference.kind) out.push({ ...reference, kind: reference.kind, index: out.length, sentence: sentence.index });
      i = Math.max(next, i + 1);
    }
  }
  return out;
}

type Found = Omit<Reference, "index" | "sentence" | "kind"> & {
  readonly kind: ReferenceKind | null;
  readonly next: number;
};

function referenceAt(text: string, sentence: Sentence, i: number, words: Words): Found | null {
  const { tokens } = sentence;
  const token = tokens[i];
  if (token?.kind !== "word") return null;
  const before = tokens[i - 1];
  const pronoun = pronounAt(token, before) ?? herAt(tokens, i) ?? ownerAt(tokens, i);
  if (pronoun) return { ...pronoun, from: i, to: i + 1, next: i + 1 };
  let at = i;
  const determined = determiners.has(token.lower) && !(isCapital(token.text) && nameGoesOn(tokens, i, words));
  if (determined && /^(?:that|her|other)$/.test(token.lower) && isCapital(tokens[i + 1]?.text ?? "")) return null;
  if (determined) at++;
  const chunk = chunkFrom(tokens, at, determined, words, i);
  if (chunk.end === at) return null;
  return describe(text, tokens, i, at, chunk.end, determined, before);
}

/** Whether a determiner-like word is really the start of a name ("One Nation", never "The"). */
function nameGoesOn(tokens: readonly Token[], i: number, words: Words): boolean {
  const token = tokens[i];
  return (
    i > 0 &&
    token !== undefined &&
    !["the", "a", "an"].includes(token.lower) &&
    !words.small.has(token.lower) &&
    isCapital(tokens[i + 1]?.text ?? "")
  );
}

function pronounAt(token: Token, before: Token | undefined): Omit<Found, "from" | "to" | "next"> | null {
  const gender = singularPronouns.get(token.lower);
  const single = gender !== undefined;
  if (!single && !(otherPronouns.has(token.lower) && token.text !== "IT" && token.text !== "WHO")) return null;
  if (
    token.lower === "her" ||
    token.lower === "who" ||
    token.lower === "его" ||
    token.lower === "himself" ||
    token.lower === "herself"
  )
    return null;
  const object = token.lower === "him" || token.lower === "them";
  return {
    start: token.start,
    end: token.end,
    kind: "pronoun",
    name: null,
    head: token.lower,
    roles: [],
    gender: gender ?? null,
    free: !object && !(before && prepositions.has(before.lower) && before.lower !== "as"),
    plural: !single && token.lower !== "it" && token.lower !== "i",
  };
}

/** "Quoted her as saying": an object, where no noun of hers follows. */
function herAt(tokens: readonly Token[], i: number): Omit<Found, "from" | "to" | "next"> | null {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (
    token?.lower !== "her" ||
    (next?.kind === "word" && !prepositions.has(next.lower) && !conjunctions.has(next.lower))
  )
    return null;
  return {
    start: token.start,
    end: token.end,
    kind: "pronoun",
    name: null,
    head: "her",
    roles: [],
    gender: "female",
    free: false,
    plural: false,
  };
}

/** "His remark", "her warning": whose words they are. */
function ownerAt(tokens: readonly Token[], i: number): Omit<Found, "from" | "to" | "next"> | null {
  const token = tokens[i];
  if (!token || !/^(?:his|her|its|their)$/.test(token.lower)) return null;
  const noun = [1, 2, 3].some((k) => speechNouns.has(tokens[i + k]?.lower ?? ""));
  if (!noun) return null;
  const gender = token.lower === "his" ? "male" : token.lower === "her" ? "female" : null;
  return {
    start: token.start,
    end: token.end,
    kind: "pronoun",
    name: null,
    head: token.lower,
    roles: [],
    gender,
    free: false,
    plural: token.lower === "their",
  };
}

function describe(
  text: string,
  tokens: readonly Token[],
  i: number,
  at: number,
  end: number,
  determined: boolean,
  before: Token | undefined,
): Found | null {
  const words = tokens.slice(at, end).filter((t) => t.kind === "word");
  const last = words.at(-1);
  const first = tokens[i];
  if (!last || !first) return null;
  const possessive = /['’]s?$/u.test(last.text) && last.text.length > 2;
  const free =
    !possessive &&
    before?.text !== "(" &&
    !(before?.kind === "word" && prepositions.has(before.lower) && before.lower !== "as");
  const base = {
    from: i,
    to: end,
    next: end,
    start: first.start,
    end: tokens[end - 1]?.end ?? last.end,
    free,
    plural: false,
  };
  const capitals = trailingName(words);
  // "Protesters chanted": the capital is the sentence's.
  const people = words.length === 1 && i === firstWord(tokens) && isPeople(last.lower);
  if (capitals.length > 0 && !people) {
    const lead = words.slice(0, words.length - capitals.length);
    const named = nameOf(capitals);
    const roles = [...lead, ...named.titles]
      .map((t) => t.lower.replace(/['’]s$/u, ""))
      .filter((w) => isRole(w) || isNameTitle(w) || isOrganisationNoun(w));
    const leadsOn =
      lead.length > 0 && !lead.some((t) => isRole(t.lower) || isNameTitle(t.lower) || isOrganisationNoun(t.lower));
    if (named.words.length === 0) {
      const head = (capitals.at(-1)?.lower ?? "").replace(/['’]s$/u, "");
      if (isRole(head)) return { ...base, kind: "role", name: null, head, roles: [head], gender: genderOfRole(head) };
      return null;
    }
    const start = leadsOn ? (named.words[0]?.start ?? base.start) : base.start;
    const name = text.slice(named.words[0]?.start, last.end).replace(/['’]s?$/u, "");
    return { ...base, start, ...classifyName(name, named.words, roles) };
  }
  const paper = russianDocument(words);
  const head = (paper ?? last).lower.replace(/['’]s?$/u, "");
  const named = words.some((t) => isCapital(t.text));
  const nominal = { ...base, name: null, head, roles: [head], gender: genderOfRole(head) };
  if (isRole(head))
    return determined || named || i === firstWord(tokens) || isNameTitle(head)
      ? { ...nominal, kind: "role" }
      : { ...nominal, kind: "other", free };
  if (isPeople(head)) return { ...nominal, kind: "plural", plural: true };
  const body = isOrganisationNoun(head) ? bodyWithin(words) : [];
  const bodyHead = body.at(-1);
  if (bodyHead)
    return { ...nominal, kind: "organisation", name: text.slice(body[0]?.start, bodyHead.end), head: bodyHead.lower };
  if (isOrganisationNoun(head) || paper)
    return determined || named || paper ? { ...nominal, kind: "organisation" } : { ...nominal, kind: null };
  if (determined && isPluralRole(first.lower) && words.length === 0)
    return { ...nominal, kind: "plural", plural: true };
  return determined || speechVerb(tokens[end]?.lower ?? "")
    ? { ...nominal, kind: "other" }
    : { ...nominal, kind: null };
}

/** A paper that opens a Russian phrase is its head: «говорится в сообщении компании». */
const russianDocument = (words: readonly Token[]) => words.find((w) => isCyrillic(w.text) && isDocumentNoun(w.lower));

/** Whether a word stands for several people ("officials", "protesters"). */
const isPeople = (word: string) => isPluralRole(word) || (word.endsWith("s") && isRole(word.slice(0, -1)));
