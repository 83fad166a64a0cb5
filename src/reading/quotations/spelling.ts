import { adverbs, auxiliaries, conjunctions, determiners, prepositions } from "../../language/function-words.ts";
import type { Layout, Token } from "./layout.ts";

/** Written as a name is; "US-based" is an adjective. */
export const isCapital = (text: string) =>
  /^@?\p{Lu}/u.test(text) && !/-(?:based|owned|led|backed|developed|born|style|run|controlled|funded)$/.test(text);
/** A word with a capital. */
export const startsWord = (t: Token | undefined) => t?.kind === "word" && isCapital(t.text);
/** The number of the first word among tokens, or -1. */
export const firstWord = (tokens: readonly Token[]) => tokens.findIndex((t) => t.kind === "word");

/** How a text writes its words: a capital at the start of a sentence does not make a name of a word it writes small. */
export interface Words {
  readonly small: ReadonlySet<string>;
  /** Written with a capital inside a sentence. */
  readonly proper: ReadonlySet<string>;
}

export function wordsOf(layout: Layout): Words {
  const small = new Set<string>();
  const proper = new Set<string>();
  for (const s of layout.sentences) {
    let first = true;
    for (const t of s.tokens) {
      if (t.kind !== "word") continue;
      if (!isCapital(t.text)) small.add(t.lower);
      else if (!first) proper.add(t.lower.replace(/['’]s$/u, ""));
      first = false;
    }
  }
  return { small, proper };
}

/** Articles, prepositions and the like: they end a noun phrase. */
export const isFunction = (w: string) =>
  determiners.has(w) || prepositions.has(w) || auxiliaries.has(w) || conjunctions.has(w) || adverbs.has(w);

/** Verbs of everyday news that no ending gives away. */
export const commonVerbs = new Set(
  `took made got came went gave held won lost led ran met left kept sent brought built put set let made became stood rose fell drew hit shot
   makes takes gets comes gives holds wins loses leads runs meets leaves keeps sends brings builds becomes stands rises falls draws plans seeks wants needs
   remains appears seems returned then that who whom which`.split(/\s+/),
);
