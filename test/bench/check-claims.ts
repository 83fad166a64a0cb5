/*
 * Claims made from a coverage, true ones and altered ones, and what the check says of them.
 *
 *   node test/bench/check-claims.ts [CORPUS_DIR…] [--seed N] [--per N] [--misses N]
 *
 * The claims are sentences of the corpora's articles, changed in known ways; what is absent comes from articles that are kept out of
 * the coverage (every eighth). Without a folder: the bundled articles. Prints what each kind of claim got, and the misses.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type CheckResult, check, type Verdict } from "../../src/answer/check.ts";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import type { Article } from "../../src/coverage/article.ts";
import { loadCorpus, makeCorpus } from "../../src/coverage/corpus.ts";
import { sentenceRanges } from "../../src/language/sentences.ts";
import { alterations, typographies } from "./check/mutations.ts";
import { type Draw, drawFrom } from "./check/random.ts";

interface Claimed {
  readonly kind: string;
  readonly text: string;
  readonly right: readonly Verdict[];
  /** What else must hold of the result. */
  readonly holds?: (result: CheckResult) => boolean;
}

const { values: options, positionals } = parseArgs({
  options: { seed: { type: "string" }, per: { type: "string" }, misses: { type: "string" } },
  allowPositionals: true,
});
const per = Number(options.per ?? 20);
const dirs = positionals.length > 0 ? positionals : [join(import.meta.dirname, "../../corpus")];

/** Words alone, by another rule than the check's own: claims that are the same so are no test. */
const bare = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}%$€£]+/gu, "");

function sentencesOf(article: Article): string[] {
  return article.paragraphs
    .filter((p) => p.zone === "body" && bare(article.text.slice(p.start, p.end)) !== bare(article.headline ?? ""))
    .flatMap((p) => sentenceRanges(article.text, p).map((r) => article.text.slice(r.start, r.end)))
    .filter((s) => s.split(/\s+/).length >= 5 && s.length <= 600 && !s.includes("\n"));
}

function claimsOf(library: Library, kept: readonly Article[], draw: Draw): Claimed[] {
  const { live } = library.corpus;
  const everything = bare(live.map((a) => `${a.headline ?? ""}. ${a.text}`).join("\n"));
  const bodies = bare(live.map((a) => a.paragraphs.filter((p) => p.zone === "body" && bare(a.text.slice(p.start, p.end)) !== bare(a.headline ?? "")).map((p) => a.text.slice(p.start, p.end)).join("\n")).join("\n")); // biome-ignore format: long
  const bySentence = live.map(sentencesOf).filter((list) => list.length >= 4);
  const all = bySentence.flat();
  const texts = live.map((a) => a.text).join("\n\n");
  const once = (text: string) => texts.indexOf(text) === texts.lastIndexOf(text);
  const claims: Claimed[] = [];
  const fill = (kind: string, right: readonly Verdict[], make: () => string | null, more: Partial<Claimed> = {}) => {
    for (let tries = 0, found = 0; tries < per * 60 && found < per; tries++) {
      const text = make();
      if (text === null) continue;
      claims.push({ kind, text, right, ...more });
      found++;
    }
  };
  const altered = (make: () => string | null) => () => {
    const text = make();
    return text === null || everything.includes(bare(text)) ? null : text;
  };
  const some = () => draw.of(all);
  const fragment = (least = 4) => {
    const words = some().split(/\s+/);
    const length = Math.min(words.length, least + draw.below(5));
    const from = draw.below(words.length - length + 1);
    return words.slice(from, from + length).join(" ");
  };
  const inText = (text: string) => (texts.includes(text) && bodies.includes(bare(text)) ? text : null);

  fill("exact", ["exact"], some);
  fill("exact in marks", ["exact"], () => {
    const s = some();
    return /["“”«»„]/.test(s) ? null : draw.of([`“${s}”`, `«${s}»`, `"${s}"`, `„${s}“`, `‘${s}’`]);
  });
  fill("exact fragment", ["exact"], () => inText(fragment()));
  fill("exact over paragraphs", ["exact"], () => {
    const { text } = draw.of(live);
    const cut = [...text.matchAll(/\n+/g)];
    if (cut.length < 4) return null;
    const at = draw.of(cut.slice(1)).index;
    return inText(
      text
        .slice(at - 60, at + 100)
        .replace(/^\S+\s|\s\S+$/g, "")
        .trim(),
    );
  });
  fill("exact, long", ["exact"], () => {
    const { text } = draw.of(live);
    const start = text.indexOf(" ", draw.below(Math.max(1, text.length - 4000))) + 1;
    const piece = text.slice(start, start + 1500 + draw.below(2400)).replace(/\s\S*$/, "");
    return piece.length > 1000 ? inText(piece) : null;
  });
  for (const [kind, mutate] of Object.entries(typographies))
    fill(kind, ["typography"], () => {
      const s = some();
      const text = mutate(s, draw, all);
      return text === null || text === s || texts.includes(text) ? null : text;
    });
  for (const [kind, mutate] of Object.entries(alterations)) {
    fill(
      kind,
      ["altered"],
      altered(() => mutate(some(), draw, all)),
    );
  }
  for (const kind of ["word changed", "number changed", "negation dropped"]) {
    const mutate = alterations[kind];
    if (!mutate) continue;
    fill(
      `${kind}, short`,
      ["altered"],
      altered(() => mutate(fragment(4), draw, all)),
    );
    fill(`${kind}, in marks`, ["altered"], altered(() => {
      const text = mutate(some(), draw, all);
      return text === null || /["“”]/.test(text) ? null : `“${text}”`;
    })); // biome-ignore format: one a kind
    fill(
      `${kind}, long`,
      ["altered"],
      altered(() => {
        const list = draw.of(bySentence);
        const from = draw.below(list.length);
        const piece = list.slice(from, from + 12).join(" ");
        return mutate(piece.slice(0, 3900), draw, all);
      }),
    );
  }
  const apart = () => {
    const list = draw.of(bySentence);
    const a = draw.below(list.length - 2);
    return [list[a] ?? "", list[a + 2 + draw.below(list.length - a - 2)] ?? ""] as const;
  };
  const joined = (result: CheckResult) => result.joined.length > 1;
  fill(
    "spliced",
    ["altered"],
    altered(() => apart().join(" ")),
    { holds: joined },
  );
  fill(
    "spliced, other article",
    ["altered"],
    altered(() => `${some()} ${some()}`),
    { holds: joined },
  );
  fill("spliced halves", ["altered"], altered(() => {
    const [a, b] = apart().map((s) => s.split(" "));
    if (!a || !b || a.length < 12 || b.length < 12) return null;
    return [...a.slice(0, Math.ceil(a.length / 2)), ...b.slice(Math.floor(b.length / 2))].join(" ");
  }), { holds: joined }); // biome-ignore format: one a kind
  const headlines = live.flatMap((a) =>
    a.headline && a.headline.split(/\s+/).length >= 4 && !bodies.includes(bare(a.headline)) ? [a.headline] : [],
  );
  if (headlines.length > 0) {
    fill("headline", ["headline-only"], () => draw.of(headlines));
    fill(
      "headline altered",
      ["altered"],
      altered(() => alterations["word changed"]?.(draw.of(headlines), draw, all) ?? null),
    );
  }
  const absent = kept.flatMap(sentencesOf).filter((s) => !everything.includes(bare(s)));
  if (absent.length > 0) {
    fill("absent", ["not-found"], () => draw.of(absent));
    fill("absent, in marks", ["not-found"], () => `“${draw.of(absent).replace(/["“”]/g, "")}”`);
    fill(
      "absent, short",
      ["not-found"],
      altered(() =>
        draw
          .of(absent)
          .split(/\s+/)
          .slice(0, 6 + draw.below(4))
          .join(" "),
      ),
    );
  }
  const said = library
    .quotations()
    .filter(
      (q) =>
        q.kind === "direct" &&
        q.parts.length === 1 &&
        q.speaker.name &&
        q.speaker.confidence >= 0.8 &&
        q.zone === "body",
    );
  const quotedText = (q: (typeof said)[number]) =>
    (library.corpus.byId.get(q.article)?.text.slice(q.start, q.end) ?? "").replace(/[,.]$/, "");
  const fits = said.filter(
    (q) => quotedText(q).split(/\s+/).length >= 5 && !/["“”«»\n]/.test(quotedText(q)) && once(quotedText(q)),
  );
  if (fits.length > 5) {
    const around = (q: string, name: string) =>
      draw.of([
        `${name} said: “${q}”`,
        `“${q},” said ${name}.`,
        `“${q}”, ${name} said.`,
        `According to ${name}, «${q}»`,
      ]);
    fill("quoted of its speaker", ["exact"], () => {
      const q = draw.of(fits);
      return around(quotedText(q), q.speaker.name ?? "");
    }, { holds: (r) => r.speaker.agrees === true }); // biome-ignore format: one a kind
    fill("quoted of another", ["exact"], () => {
      const [q, other] = [draw.of(fits), draw.of(fits)];
      const last = (name: string | null) => name?.split(" ").at(-1);
      return last(q.speaker.name) === last(other.speaker.name) ? null : around(quotedText(q), other.speaker.name ?? "");
    }, { holds: (r) => r.speaker.agrees === false }); // biome-ignore format: one a kind
    fill("altered, of its speaker", ["altered"], altered(() => {
      const q = draw.of(fits);
      const text = alterations["word changed"]?.(quotedText(q), draw, all);
      return text ? around(text, q.speaker.name ?? "") : null;
    })); // biome-ignore format: one a kind
  }
  return claims;
}

let right = 0;
let total = 0;
let alteredCalledTrue = 0;
for (const dir of dirs) {
  const whole = loadCorpus(dir, console.error);
  const kept = dirs.length === 1 && whole.live.length < 20 ? [] : whole.live.filter((_, i) => i % 8 === 7);
  const held = new Set(kept);
  const library = openLibrary(makeCorpus(whole.live.filter((a) => !held.has(a))));
  const claims = claimsOf(library, kept, drawFrom(Number(options.seed ?? 1)));
  check(library, "to have the words read");
  const started = process.cpuUsage();
  const table = new Map<string, Map<string, number>>();
  const misses: string[] = [];
  for (const claim of claims) {
    const results = check(library, claim.text);
    const [result] = results;
    const verdicts = new Set(results.map((r) => r.verdict));
    const got = verdicts.size === 1 ? [...verdicts].join() : [...verdicts].sort().join("+") || "nothing";
    const fine =
      results.length > 0 &&
      results.every((r) => claim.right.includes(r.verdict)) &&
      (!claim.holds || (result !== undefined && claim.holds(result)));
    const shown = fine || !claim.right.includes(got as Verdict) ? got : `${got} (not so)`;
    const row = table.get(claim.kind) ?? new Map<string, number>();
    row.set(shown, (row.get(shown) ?? 0) + 1);
    table.set(claim.kind, row);
    total++;
    if (fine) right++;
    else
      misses.push(
        `${claim.kind} → ${shown}\n    ${claim.text.slice(0, 300)}\n    ${(result?.match?.text ?? "–").slice(0, 300)} ${result?.speaker ? JSON.stringify([result.speaker.claimed, result.speaker.found?.name, result.speaker.found?.confidence]) : ""}`,
      );
    if (claim.right.includes("altered") && results.some((r) => r.verdict === "exact" || r.verdict === "typography"))
      alteredCalledTrue++;
  }
  const { user, system } = process.cpuUsage(started);
  console.log(
    `\n${dir}: ${library.corpus.live.length} articles, ${claims.length} claims, ${((user + system) / 1000 / claims.length).toFixed(1)} ms CPU a claim`,
  );
  for (const [kind, row] of table)
    console.log(
      `  ${kind.padEnd(28)} ${[...row]
        .sort((a, b) => b[1] - a[1])
        .map(([v, n]) => `${v} ${n}`)
        .join(", ")}`,
    );
  for (const miss of misses.slice(0, Number(options.misses ?? 0))) console.log(`  ${miss}`);
}
console.log(
  `\nright ${right} of ${total} (${((100 * right) / total).toFixed(1)} %); altered claims called exact or typography: ${alteredCalledTrue}`,
);
