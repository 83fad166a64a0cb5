import type { Draw } from "./random.ts";

/** What somebody does to a sentence before claiming that it was said so; `null` where the sentence does not allow it. */
export type Mutation = (sentence: string, draw: Draw, others: readonly string[]) => string | null;

const wordPattern = /(?<![\p{L}\p{N}'’.-])\p{L}{4,}(?![\p{L}\p{N}'’-])/gu;
const numberPattern = /(?<![\p{L}\p{N}.,:/-])\d{1,4}(?![\p{L}\p{N}:/-]|[.,]\d)/gu;
const namePattern = /(?<=\p{Ll}[,;]? )\p{Lu}\p{Ll}{3,}(?![\p{L}-])/gu;
const spelled: Record<string, string> = {
  two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10",
  два: "2", две: "2", три: "3", четыре: "4", пять: "5", шесть: "6", семь: "7", восемь: "8", десять: "10",
}; // biome-ignore format: a table
const units = ["million billion", "percent points", "miles kilometers", "hours days", "years months", "weeks months", "days weeks", "months years", "billion million", "dollars euros", "thousand million", "миллионов миллиардов", "года месяца", "лет дней", "тысяч миллионов"]; // biome-ignore format: a table
const negations =
  /(?<!\p{L})(?:not|never|no|cannot|don[’']t|didn[’']t|doesn[’']t|isn[’']t|won[’']t|wasn[’']t|can[’']t|не|нет|никогда)(?!\p{L})/giu;
const affirmed: Record<string, string> = {
  cannot: "can", "don't": "do", "didn't": "did", "doesn't": "does", "isn't": "is", "won't": "will", "wasn't": "was", "can't": "can",
}; // biome-ignore format: a table

function replaceOne(text: string, pattern: RegExp, draw: Draw, by: (found: string) => string | null): string | null {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return null;
  const match = draw.of(all);
  const put = by(match[0]);
  return put === null || put === match[0]
    ? null
    : (text.slice(0, match.index) + put + text.slice(match.index + match[0].length)).replace(/ {2,}/g, " ").trim();
}

const wordsOf = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), (m) => m[0]);
const tokens = (text: string) => text.split(/ +/);

/** Typing it anew: marks, dashes, dots, spaces as a keyboard or a word processor gives them. */
const retypings: ((text: string) => string)[] = [
  (t) => t.replace(/[“”«»„]/g, '"').replace(/[‘’]/g, "'"),
  (t) => t.replace(/(?<=\p{L})'(?=\p{L})/gu, "’").replace(/"([^"]*)"/g, "“$1”"),
  (t) => t.replace(/\s?[—–]\s?/g, " - "),
  (t) => t.replace(/(?<=\p{L}) - (?=\p{L})/gu, " — "),
  (t) => t.replace(/…/g, "..."),
  (t) => t.replace(/\.\.\./g, "…"),
  (t) => t.replace(/(?<=\p{L}) (?=\p{L})/u, "\u00a0"),
  (t) => t.replace(/(?<=\p{L}) (?=\p{L})/u, "  "),
  (t) => t.replace(/ё/g, "е").replace(/Ё/g, "Е"),
  (t) => t.replace(/,(?= \p{L})/u, ""),
  (t) => t.replace(/[.]$/u, "!"),
];

/** The mutations after which at least a word, a number or a sign is another. */
export const alterations: Readonly<Record<string, Mutation>> = {
  "word changed": (s, d, others) =>
    replaceOne(s, wordPattern, d, (w) => {
      const put = d.of(wordsOf(d.of(others), wordPattern).concat(["harbour"]));
      return put.toLowerCase() === w.toLowerCase() ? null : put;
    }),
  "word added": (s, d, others) => {
    const list = tokens(s);
    const at = 1 + d.below(list.length - 1);
    return list.toSpliced(at, 0, d.of(wordsOf(d.of(others), wordPattern).concat(["harbour"]))).join(" ");
  },
  "word dropped": (s, d) => replaceOne(s, wordPattern, d, () => ""),
  "words swapped": (s, d) => {
    const list = tokens(s);
    const at = d.below(list.length - 1);
    const [a = "", b = ""] = list.slice(at);
    const bare = (w: string) => w.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    return bare(a) === "" || bare(b) === "" || bare(a) === bare(b) ? null : list.toSpliced(at, 2, b, a).join(" ");
  },
  "name changed": (s, d, others) =>
    replaceOne(s, namePattern, d, () => d.of(wordsOf(d.of(others), namePattern).concat(["Lindqvist"]))),
  "number changed": (s, d) => replaceOne(s, numberPattern, d, (n) => String(Number(n) + 1 + d.below(8))),
  "number spelled": (s, d) =>
    replaceOne(s, /(?<!\p{L})\p{Ll}+(?!\p{L})/gu, d, (w) => spelled[w] ?? null) ??
    replaceOne(s, new RegExp(`(?<!\\p{L})(?:${Object.keys(spelled).join("|")})(?!\\p{L})`, "gu"), d, (w) => spelled[w] ?? null),
  "unit changed": (s, d) => {
    const fit = units.map((u) => u.split(" ")).filter(([from = ""]) => new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, "u").test(s));
    if (fit.length === 0) return null;
    const [from = "", to = ""] = d.of(fit);
    return s.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, "u"), to);
  },
  "negation dropped": (s, d) =>
    replaceOne(s, negations, d, (n) => affirmed[n.toLowerCase().replace("’", "'")] ?? ""),
  "negation added": (s, d) => replaceOne(s, /(?<!\p{L})(?:is|was|will|are|were|has|had|can|был|будет|была|может)(?!\p{L})/gu, d, (w) => (/\p{Script=Cyrillic}/u.test(w) ? `не ${w}` : `${w} not`)),
  "cut by an ellipsis": (s, d) => {
    const list = tokens(s);
    if (list.length < 14) return null;
    const from = 4 + d.below(list.length - 11);
    return list.toSpliced(from, 2 + d.below(Math.min(4, list.length - from - 5)), "…").join(" ");
  },
  "changed outside a cut quotation": (s, d, others) => {
    const opens = /^([^"“”«»]+)(["“«][^"“”«»]+)["”»]/u.exec(s);
    const closes = /["“«]([^"“”«»]+["”»])([^"“”«»]+)$/u.exec(s);
    const change = (part: string) => {
      const word = alterations[d.of(["word changed", "number changed", "word dropped"])]?.(part.trim(), d, others);
      return word ?? null;
    };
    if (opens && (d.below(2) === 0 || !closes)) {
      const outer = change(tokens(opens[1] ?? "").slice(-1 - d.below(9)).join(" "));
      const inner = tokens(opens[2] ?? "");
      return outer && inner.length > 4 ? `${outer} ${inner.slice(0, 4 + d.below(inner.length - 4)).join(" ")}` : null;
    }
    const outer = closes && change(tokens(closes[2] ?? "").slice(0, 1 + d.below(9)).join(" "));
    const inner = tokens(closes?.[1] ?? "");
    return outer && inner.length > 4 ? `${inner.slice(1 + d.below(inner.length - 4)).join(" ")} ${outer}` : null;
  },
  "words joined": (s, d) => replaceOne(s, /(?<=\p{Ll}) (?=\p{Ll})/gu, d, () => ""),
  "word split": (s, d) => replaceOne(s, /(?<!\p{L})\p{Ll}{6,}(?!\p{L})/gu, d, (w) => `${w.slice(0, 3)} ${w.slice(3)}`),
  "a letter that looks alike": (s, d) => replaceOne(s, /[aceopxyасеорху]/gu, d, (c) => "асеорхуaceopxy"["aceopxyасеорху".indexOf(c)] ?? null),
  "separator changed": (s, d) => replaceOne(s, /(?<=\d)[.,](?=\d)/gu, d, (c) => d.of([c === "." ? "," : ".", "", " "])),
  "sign changed": (s, d) => replaceOne(s, /[$€£%]/gu, d, (c) => d.of(["$", "€", "£", "%", ""].filter((o) => o !== c))),
  "cut in silence": (s, d) => {
    const list = tokens(s);
    if (list.length < 14) return null;
    const from = 4 + d.below(list.length - 11);
    return list.toSpliced(from, 2 + d.below(Math.min(4, list.length - from - 5))).join(" ");
  },
}; // biome-ignore format: one a line

/** The mutations that leave every word as it is. */
export const typographies: Readonly<Record<string, Mutation>> = {
  retyped: (s, d) => {
    let out = s;
    for (const way of [...retypings].sort(() => d.number() - 0.5).slice(0, 3)) out = way(out);
    return out === s ? null : out;
  },
  "case changed": (s, d) =>
    d.of([s.toUpperCase(), s.toLowerCase(), s.replace(/(?<!\p{L})\p{Ll}/gu, (c) => c.toUpperCase())]),
};
