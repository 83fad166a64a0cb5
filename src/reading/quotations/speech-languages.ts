import { namingKind } from "../../language/naming.ts";
import { reportedForms, speechVerb } from "../../language/speech-verbs.ts";
import type { Placed } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { isTitleCase } from "./speech.ts";
import type { Traits } from "./traits.ts";

/*
 * What other languages show beside the features that weights.ts was learnt for, which is English news.
 *
 * German: all its nouns have capitals, so that a capital within marks says little about titles and much about names; the
 * form of the verb tells that words are reported; and its news quotes single words ("nannte den Plan „absurd“").
 * Russian: titles have one capital, and stand right behind the word for their kind («фильм «Мост через реку»»).
 */

/** The sum for a stretch being speech, from that of the learnt features; from 0 on it is speech. */
export function speechSum(scene: Scene, quote: Placed, t: Traits, learnt: number): number {
  if (scene.language === "de") return germanSum(scene, quote, t, learnt);
  return isApposed(scene, quote, t) ? learnt + apposed : learnt;
}

/** What a word for a kind of work or body right before a stretch takes away. */
const apposed = -3;

/** «фильм «Мост через реку»», "the film “The Last Bridge”", "in his book, “A Son of the River,”". */
function isApposed(scene: Scene, quote: Placed, t: Traits): boolean {
  const tokens = scene.sentences[quote.sentence]?.tokens ?? [];
  const before = t.before === "," ? (tokens[quote.token - 2]?.lower ?? "") : t.wordBefore;
  if (namingKind(before) !== "work") return false;
  return scene.language === "ru"
    ? t.before === ""
    : scene.language === "en" && isTitleCase(scene.text.slice(quote.inner.start, quote.inner.end));
}

/** How much the weights learnt from English news count, and what each sign of German adds; set by hand, in halves. */
const shared = 0.5;
const weights: Readonly<Record<string, number>> = {
  small: 1.5,
  capital: -1,
  "whole:long": 2,
  "whole:short": -0.5,
  reported: 0.5,
  "calls:short": 1,
  "says:short": 0.5,
  "then-verb": 1.5,
  "after-als": 1,
  "article-capital": -1.5,
  named: -1.5,
  "named-near": -1,
  "then-noun": -1,
};

/** From this many words on a stretch is long. */
const long = 6;
/** Within how many tokens before it a naming word still names a stretch. */
const reach = 4;

function germanSum(scene: Scene, quote: Placed, t: Traits, learnt: number): number {
  let sum = shared * learnt;
  for (const sign of signs(scene, quote, t)) sum += weights[sign] ?? 0;
  return sum;
}

function signs(scene: Scene, quote: Placed, t: Traits): string[] {
  const tokens = scene.sentences[quote.sentence]?.tokens ?? [];
  const verbs = new Set(tokens.map((token) => speechVerb(token.lower)?.kind));
  const short = t.words < 3;
  const out = [t.whole ? `whole:${t.words >= long ? "long" : "short"}` : t.capital ? "capital" : "small"];
  if (tokens.some((token) => reportedForms.has(token.lower))) out.push("reported");
  if (short && verbs.has("act")) out.push("calls:short");
  if (short && (verbs.has("say") || verbs.has("claim"))) out.push("says:short");
  const next = tokens[quote.token + 1]?.text === "," ? tokens[quote.token + 2] : undefined;
  if (t.first && speechVerb(next?.lower ?? "")) out.push("then-verb");
  if (t.wordBefore === "als") out.push("after-als");
  if (t.capital && /^(?:der|die|das|dem|den|des)$/.test(t.wordBefore)) out.push("article-capital");
  if (namingKind(t.wordBefore)) out.push("named");
  else if (
    tokens.slice(Math.max(0, quote.token - reach), quote.token).some((token) => namingKind(token.lower) !== null)
  )
    out.push("named-near");
  if (t.wordAfter !== "" && /^\p{Lu}/u.test(tokens[quote.token + 1]?.text ?? "")) out.push("then-noun");
  return out;
}
