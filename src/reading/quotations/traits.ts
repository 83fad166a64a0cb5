import type { Range } from "../../language/range.ts";
import type { Placed, Token } from "./layout.ts";
import type { Scene } from "./scene.ts";

/** What a quoted stretch looks like by itself and in its sentence. */
export interface Traits {
  readonly words: number;
  /** Starts with a capital, as a sentence does. */
  readonly capital: boolean;
  /** The mark inside its end, or the comma that the outlet sets after it: "." "," "?" "!" "…" or "". */
  readonly ending: string;
  /** The mark before it: "," ":" "." "" and so on; "^" at the start of its sentence. */
  readonly before: string;
  /** The word before it, in lower case; "" where a mark or nothing stands there. */
  readonly wordBefore: string;
  readonly after: string;
  readonly wordAfter: string;
  /** Nothing but quotations and marks in its sentence. */
  readonly alone: boolean;
  readonly first: boolean;
  readonly last: boolean;
  /** Whole speech by its looks, not a part woven into the outlet's sentence. */
  readonly whole: boolean;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

export function countWords(text: string, range: Range): number {
  return text.slice(range.start, range.end).match(wordPattern)?.length ?? 0;
}

export function traitsOf(scene: Scene, quote: Placed): Traits {
  const tokens = scene.sentences[quote.sentence]?.tokens ?? [];
  const inner = scene.text.slice(quote.inner.start, quote.inner.end);
  const left = tokens[quote.token - 1];
  const right = tokens[quote.token + 1];
  const alone = tokens.every((t) => t.kind !== "word");
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(inner);
  const within = /([.,?!…])[\s'’"”\])]*$/u.exec(inner)?.[1] ?? "";
  const before = left ? markOf(left) : "^";
  const after = right ? markOf(right) : "$";
  const ending = within === "" && after === "," && scene.commaOutside ? "," : within;
  const after2 = ending === "" && /^[,.?!]$/.test(after) ? after : ending;
  const whole =
    alone ||
    quote.open ||
    quote.continues ||
    (capital &&
      after2 !== "" &&
      (before === "^" ||
        before === ":" ||
        before === "," ||
        before === "q" ||
        after2 === "," ||
        after2 === "?" ||
        after2 === "!"));
  return {
    words: countWords(scene.text, quote.inner),
    capital,
    ending,
    before,
    wordBefore: wordOf(left),
    after,
    wordAfter: wordOf(right),
    alone,
    first: !tokens.slice(0, quote.token).some((t) => t.kind === "word"),
    last: !tokens.slice(quote.token + 1).some((t) => t.kind === "word"),
    whole,
  };
}

const markOf = (t: Token) =>
  t.kind === "word" ? "" : t.kind === "quote" ? "q" : /^[,.:;?!()[\]…—–-]$/.test(t.text) ? t.text : "other";
const wordOf = (t: Token | undefined) => (t?.kind === "word" ? t.lower : "");
