import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupQuotations } from "../../src/reading/grouping.ts";
import type { Quotation } from "../../src/reading/quotation.ts";
import { readQuotations } from "../../src/reading/quotations.ts";
import { corpusOf } from "../support/articles.ts";

function groupsOf(...texts: string[]): string[] {
  const corpus = corpusOf(...texts);
  const all = corpus.live.flatMap((a) => readQuotations(a, null));
  return groupQuotations(all, (id) => corpus.byId.get(id)).map((q) => q.group);
}

describe("the same words", () => {
  test("in other typography, case and cut are one group", () => {
    const [a, b, c] = groupsOf(
      "“We will not close the bridge before the winter, whatever it takes…” Anna Berg said.",
      'Anna Berg said, "we will not close the bridge before the winter, whatever it takes."',
      "Anna Berg said they “will not close the bridge before the winter, whatever it takes.”",
    );
    expect(a).toBeDefined();
    expect([b, c]).toEqual([a, a]);
  });

  test("of two known speakers are two groups", () => {
    const [a, b] = groupsOf(
      "“We will not close the bridge before the winter,” Anna Berg said.",
      "“We will not close the bridge before the winter,” John Stone said.",
    );
    expect(a).not.toBe(b);
  });

  test("of a speaker that is not known join", () => {
    const [a, b] = groupsOf(
      "“We will not close the bridge before the winter,” Anna Berg said.",
      "“We will not close the bridge before the winter,” she said.",
    );
    expect(b).toBe(a);
  });

  test("that are short must be equal", () => {
    const [a, b, c] = groupsOf(
      "“We will pay,” Anna Berg said.",
      "“We will pay!” Anna Berg said.",
      "“We will not pay,” Anna Berg said.",
    );
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  test("get the same id in a bigger coverage", () => {
    const [a] = groupsOf("“We will pay,” Anna Berg said.");
    const [b] = groupsOf("“We will pay,” Anna Berg said.", "“Nothing else is known,” John Stone said.");
    expect(b).toBe(a);
  });

  test("that are short join no speaker who is not known", () => {
    const [a, b] = groupsOf("“We will pay,” Anna Berg said.", "“We will pay,” the voice said.");
    expect(b).not.toBe(a);
  });

  test("properties: every pair is compared as the rule says, whatever the order and number of quotations", () => {
    const vocabulary = "we will not close the old bridge before winter comes".split(" ");
    const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (all) => {
        const texts = all.map((w) => w.join(" "));
        const quotations = texts.map(
          (text, i): Quotation => ({
            ...spoken,
            article: String(i),
            start: 0,
            end: text.length,
            parts: [{ start: 0, end: text.length }],
          }),
        );
        const groups = groupQuotations(quotations, (id) => ({ text: texts[Number(id)] ?? "" }));
        for (const [i, a] of texts.entries())
          for (const [j, b] of texts.entries()) if (isSame(a, b)) expect(groups[i]?.group).toBe(groups[j]?.group);
        expect(new Set(groups.map((g) => g.group)).size).toBe(componentsOf(texts));
      }),
    );
  });
});

const nobody = { start: 0, end: 0 };
const spoken: Quotation = {
  article: "a", start: 0, end: 0, parts: [nobody], kind: "direct", zone: "body", via: null, hearsay: null, cue: null, context: nobody,
  speaker: { name: "Anna Berg", as: "Anna Berg", mention: null, how: "name", confidence: 0.9 },
  uttered: { from: null, to: null, precision: "unknown", basis: null },
}; // biome-ignore format: a table

/** The rule, said again without an index. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const grams = (text: string) => {
    const w = text.split(" ");
    return new Set(w.slice(3).map((_, i) => w.slice(i, i + 4).join(" ")));
  };
  const [x, y] = [grams(a), grams(b)];
  const shared = [...x].filter((g) => y.has(g)).length;
  return shared >= 5 && shared >= 0.8 * Math.min(x.size, y.size);
}

function componentsOf(texts: readonly string[]): number {
  const seen = new Set<number>();
  const visit = (i: number) => {
    if (seen.has(i)) return;
    seen.add(i);
    for (const [j, other] of texts.entries()) if (isSame(texts[i] ?? "", other)) visit(j);
  };
  let count = 0;
  for (const i of texts.keys()) {
    if (!seen.has(i)) count++;
    visit(i);
  }
  return count;
}
