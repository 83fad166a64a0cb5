import { isCyrillic } from "../../language/script.ts";
import { speechVerb } from "../../language/speech-verbs.ts";
import type { Quoted } from "./marks.ts";

/** The longest attribution that is looked for inside marks, in UTF-16 units. */
const longest = 200;
const opens = /[,?!…]\s+[—–-]\s+(?=(\p{Ll}+)(?:\s+(\p{Ll}+))?)/gu;
const closes = /[,.]\s+[—–-]\s+/u;

/**
 * Russian sets the attribution inside the marks: «Мост откроют в мае, — сказал мэр. — Деньги есть». Splits such a stretch
 * into what is said, leaving out what the author says; any other stretch is returned as it is.
 */
export function withoutAuthorWords(text: string, stretch: Quoted): Quoted[] {
  const { inner, outer } = stretch;
  if (!isCyrillic(text.slice(inner.start, Math.min(inner.end, inner.start + longest)))) return [stretch];
  const out: Quoted[] = [];
  const part = { ...stretch, attributed: true };
  let start = inner.start;
  for (const said of attributions(text.slice(inner.start, inner.end))) {
    const end = inner.start + said.start;
    const left = out.length > 0 ? start : outer.start;
    if (end > start) out.push({ ...part, inner: { start, end }, outer: { start: left, end }, open: false });
    start = inner.start + said.end;
  }
  if (start === inner.start) return [stretch];
  if (start < inner.end)
    out.push({ ...part, inner: { start, end: inner.end }, outer: { start, end: outer.end }, continues: false });
  return out;
}

/** The author's words in a stretch: from the mark before the dash to what follows the second dash, or to the end. */
function attributions(words: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let from = 0;
  for (const open of words.matchAll(opens)) {
    if (open.index < from || ![open[1], open[2]].some((w) => speechVerb(w ?? ""))) continue;
    const begin = open.index + open[0].length;
    const close = closes.exec(words.slice(begin, begin + longest));
    if (!close && words.length - begin > longest) continue;
    const end = close ? begin + close.index + close[0].length : words.length;
    out.push({ start: /[?!…]/.test(open[0].charAt(0)) ? open.index + 1 : open.index, end });
    from = end;
  }
  return out;
}
