/** The labels for which a text defines an address: only these make `[words]` a link. */
export type References = ReadonlySet<string>;

export const referenceKey = (label: string) => label.trim().replace(/\s+/g, " ").toLowerCase();

interface Piece {
  /** Empty once it was found to be mark-up. */
  text: string;
}

/** A run of `*`, `_` or `~` that may begin or end emphasis. */
interface Run {
  readonly piece: Piece;
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly length: number;
}

interface Bracket {
  readonly piece: Piece;
  readonly at: number;
  readonly image: boolean;
  /** Where its words begin in the source. */
  readonly from: number;
}

const punctuation = /[!-/:-@[-`{-~]/;
// The addresses of links; bounded runs of blanks, as patterns side by side would try every split of a long one.
const target =
  /\(\s{0,9}(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s{1,9}(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s{0,9}\)/y;
const label = /\[([^[\]]{0,999})\]/y;
const footnote = /\[\^[^[\]\s]{1,99}\]/y;
const address = /<((?:https?:\/\/|mailto:)[^\s<>]*)>/iy;
const tag =
  /<\/?(?:a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|input|ins|kbd|mark|q|s|samp|small|source|span|strike|strong|sub|sup|time|tt|u|var|wbr|p|div|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|figure|figcaption|section|article|iframe|video|audio)(?:\s[^<>]*)?\/?>/iy;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|[lr][sd]quo|[lr]aquo));/iy;
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
};

/** The words of one paragraph without its marks of emphasis, links, pictures, code and HTML. */
export function inlineText(source: string, references: References): string {
  const pieces: Piece[] = [];
  const runs: Run[] = [];
  const brackets: Bracket[] = [];
  const ticks = tickRuns(source);
  const push = (text: string): Piece => {
    const piece = { text };
    pieces.push(piece);
    return piece;
  };
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  let i = 0;
  while (i < source.length) {
    const char = source.charAt(i);
    if (char === "\\") {
      const next = source.charAt(i + 1);
      if (punctuation.test(next)) push(next);
      else push(next === "\n" ? "\n" : `\\${next}`);
      i += 2;
    } else if (char === "`") {
      const length = runLength(source, i);
      const places = ticks.get(length) ?? [];
      while ((places.at(-1) ?? Number.POSITIVE_INFINITY) <= i) places.pop();
      const end = places.at(-1);
      push(end === undefined ? source.slice(i, i + length) : source.slice(i + length, end));
      i = end === undefined ? i + length : end + length;
    } else if (char === "<" && (match(address, i) ?? match(tag, i))) {
      const link = match(address, i);
      const found = link ?? match(tag, i);
      push(link?.[1] ?? (/^<br\b/i.test(found?.[0] ?? "") ? "\n" : ""));
      i += found?.[0].length ?? 1;
    } else if (char === "&") {
      const found = match(entity, i);
      push(found ? characterOf(found) : "&");
      i += found?.[0].length ?? 1;
    } else if (char === "[" && match(footnote, i)) {
      i = footnote.lastIndex;
    } else if (char === "[" || (char === "!" && source.charAt(i + 1) === "[")) {
      const mark = char === "[" ? "[" : "![";
      brackets.push({ piece: push(mark), at: pieces.length - 1, image: mark === "![", from: i + mark.length });
      i += mark.length;
    } else if (char === "]") {
      i = closeBracket(i);
    } else if (char === "*" || char === "_" || char === "~") {
      const length = runLength(source, i);
      const run = runAt(source, i, length, push(source.slice(i, i + length)), pieces.length - 1);
      if (char !== "~" || length === 2) runs.push(run);
      i += length;
    } else {
      let end = i + 1;
      while (end < source.length && !"\\`<&[]!*_~".includes(source.charAt(end))) end++;
      push(source.slice(i, end));
      i = end;
    }
  }
  takeEmphasis(runs);
  return pieces.map((p) => p.text).join("");

  /** Returns where to go on. */
  function closeBracket(at: number): number {
    const open = brackets.pop();
    if (!open) {
      push("]");
      return at + 1;
    }
    let end = at + 1;
    if (match(target, end)) end = target.lastIndex;
    else {
      const given = match(label, end);
      const words = source.slice(open.from, Math.min(at, open.from + 999));
      if (given && references.has(referenceKey(given[1] || words))) end = label.lastIndex;
      else if (!references.has(referenceKey(words))) {
        push("]");
        return end;
      }
    }
    open.piece.text = "";
    if (!open.image) return end;
    for (const piece of pieces.splice(open.at)) piece.text = "";
    while (runs.length > 0 && (runs.at(-1)?.at ?? 0) >= open.at) runs.pop();
    const before = pieces.at(-1)?.text ?? "";
    return (before === "" || /\s$/.test(before)) && source.charAt(end) === " " ? end + 1 : end;
  }
}

function characterOf([, decimal, hex, name]: RegExpExecArray): string {
  if (name) return entities[name.toLowerCase()] ?? "";
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
}

function runLength(source: string, at: number): number {
  let end = at + 1;
  while (source.charAt(end) === source.charAt(at)) end++;
  return end - at;
}

/** Where the runs of backticks begin, by their length, the last first. */
function tickRuns(source: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { 0: run, index } of source.matchAll(/`+/g)) {
    const places = found.get(run.length) ?? [];
    places.push(index);
    found.set(run.length, places);
  }
  for (const places of found.values()) places.reverse();
  return found;
}

/** https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run, but stars amid a word's letters ("f**k") begin nothing. */
function runAt(source: string, start: number, length: number, piece: Piece, at: number): Run {
  const before = Array.from(source.slice(Math.max(0, start - 2), start)).at(-1) ?? " ";
  const after = Array.from(source.slice(start + length, start + length + 2))[0] ?? " ";
  const blank = (c: string) => /\s/u.test(c);
  const mark = (c: string) => /[\p{P}\p{S}]/u.test(c);
  const left = !blank(after) && (!mark(after) || blank(before) || mark(before));
  const right = !blank(before) && (!mark(before) || blank(after) || mark(after));
  const letter = (c: string) => /[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]/u.test(c);
  const inWord = letter(before) && letter(after);
  if (source.charAt(start) === "_")
    return { piece, at, length, opens: left && (!right || mark(before)), closes: right && (!left || mark(after)) };
  return { piece, at, length, opens: left && !inWord, closes: right };
}

/** How far back an opening run is looked for. */
const farthest = 100;

/** Pairs runs and takes the marks of each pair away (https://spec.commonmark.org/0.31.2/#phase-2-inline-structure). */
function takeEmphasis(runs: readonly Run[]): void {
  const open: Run[] = [];
  for (const run of runs) {
    while (run.closes && run.piece.text !== "") {
      const mark = run.piece.text.charAt(0);
      let k = open.length - 1;
      const last = Math.max(0, open.length - farthest);
      while (k >= last && !pairs(open[k], run, mark)) k--;
      const opener = open[k];
      if (k < last || !opener) break;
      open.length = k + 1;
      const taken = Math.min(opener.piece.text.length, run.piece.text.length) >= 2 ? 2 : 1;
      opener.piece.text = opener.piece.text.slice(taken);
      run.piece.text = run.piece.text.slice(taken);
      if (opener.piece.text === "") open.pop();
    }
    if (run.opens && run.piece.text !== "") open.push(run);
  }
}

function pairs(opener: Run | undefined, closer: Run, mark: string): boolean {
  if (!opener?.piece.text.startsWith(mark)) return false;
  const eitherBoth = opener.closes || closer.opens;
  return !(eitherBoth && (opener.length + closer.length) % 3 === 0 && (opener.length % 3 || closer.length % 3));
}
