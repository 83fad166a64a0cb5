import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadOutlets } from "../../src/coverage/outlets.ts";
import { applyPolicy, type Quoted } from "../../src/coverage/policy.ts";
import { sentenceRanges } from "../../src/language/sentences.ts";
import { articleOf } from "../support/articles.ts";
import { temporaryFolder } from "../support/folders.ts";

const outlets = () =>
  loadOutlets(
    temporaryFolder({
      "outlets.yaml": `
audiences: { abroad: readers abroad, school: pupils }
outlets:
  Herald:
    words: 6
    policy:
      abroad: { show: no-link, reason: Licensed at home only. }
      school: { show: headline-only, reason: Not for class. }
  Tribune:
    policy:
      everyone: { show: withheld, reason: A court said so. }
      abroad: { show: full }
`,
    }),
  );

const text = "One two three. Four five six. Seven eight.";
const quoted = (outlet: string | null, id = "a"): Quoted => ({
  article: articleOf(text, { id, outlet, url: `https://example.org/${id}`, archiveUrl: "https://archive.example/a" }),
  sentences: sentenceRanges(text),
});
const words = ({ article, sentences }: Quoted) => sentences.map((s) => article.text.slice(s.start, s.end));

describe("what may be shown", () => {
  test("an outlet that nobody speaks of is shown in full", () => {
    const [shown] = applyPolicy(outlets(), "school", [quoted("Gazette")]);
    expect(shown).toMatchObject({
      policy: "full",
      named: true,
      url: "https://example.org/a",
      reason: null,
      outlet: null,
    });
    expect(shown && words(shown)).toEqual(["One two three.", "Four five six.", "Seven eight."]);
  });

  test("no link: the words, without any address, and why", () => {
    expect(applyPolicy(outlets(), "abroad", [quoted("Herald")])[0]).toMatchObject({
      policy: "no-link",
      named: true,
      url: null,
      archiveUrl: null,
      reason: { en: "Licensed at home only." },
    });
  });

  test("headline only: no words, but outlet, headline and link", () => {
    expect(applyPolicy(outlets(), "school", [quoted("Herald")])[0]).toMatchObject({
      policy: "headline-only",
      sentences: [],
      overBudget: 0,
      named: true,
      url: "https://example.org/a",
    });
  });

  test("withheld: nothing but the reason", () => {
    expect(applyPolicy(outlets(), "nobody-set", [quoted("Tribune")])[0]).toMatchObject({
      policy: "withheld",
      sentences: [],
      named: false,
      url: null,
      archiveUrl: null,
      reason: { en: "A court said so." },
    });
  });

  test("what is said for an audience stands above what is said for everyone", () => {
    expect(applyPolicy(outlets(), "abroad", [quoted("Tribune")])[0]).toMatchObject({ policy: "full", reason: null });
  });

  test("the budget is spent over the whole answer, in whole sentences, and each outlet has its own", () => {
    const shown = applyPolicy(outlets(), "everyone", [quoted("Herald"), quoted("Gazette", "b"), quoted("Herald", "c")]);
    expect(shown.map(words)).toEqual([
      ["One two three.", "Four five six."],
      ["One two three.", "Four five six.", "Seven eight."],
      [],
    ]);
    expect(shown.map((s) => s.overBudget)).toEqual([1, 0, 3]);
  });

  test("property: never a sentence that was not asked for, never more words than the budget, always the same result", () => {
    const known = outlets();
    const item = fc.record({
      outlet: fc.constantFrom("Herald", "Tribune", "Gazette", null),
      from: fc.integer({ min: 0, max: 3 }),
      to: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(item), fc.constantFrom("everyone", "abroad", "school", "toString"), (items, audience) => {
        const answer = items.map(({ outlet, from, to }, i): Quoted => {
          const all = quoted(outlet, `a${i}`);
          return { ...all, sentences: all.sentences.slice(from, to) };
        });
        const shown = applyPolicy(known, audience, answer);
        expect(shown).toEqual(applyPolicy(known, audience, answer));
        expect(shown).toHaveLength(answer.length);
        shown.forEach((s, i) => {
          expect(answer[i]?.sentences.slice(0, s.sentences.length)).toEqual(s.sentences);
          if (s.policy === "withheld" || s.policy === "headline-only") expect(s.sentences).toEqual([]);
          if (s.policy === "withheld" || s.policy === "no-link") expect([s.url, s.archiveUrl]).toEqual([null, null]);
        });
        const heralds = shown.filter((s) => s.article.outlet === "Herald").flatMap(words);
        expect(heralds.join(" ").split(" ").filter(Boolean).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
