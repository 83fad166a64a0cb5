import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, type Verdict } from "../../src/answer/check.ts";
import { openLibrary } from "../../src/answer/library.ts";
import { article } from "../support/arbitraries.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const library = openLibrary(
  corpusOf(
    articleOf(
      "They’re late & we know it!\n\n“We will not close the old bridge before 12 May — whatever the ministry says,” Anna Berg told reporters in Turku. “The repair costs 8.9 million euros, and the town has only paid a third.”\n\nThe ferry stopped on Friday evening because its engine had been flooded by the storm.",
      { id: "a", outlet: "River Post", headline: "They’re late & we know it!" },
      { headline: [1] },
    ),
    articleOf("Tom Reed has counted the seals of the bay for thirty years and found fewer every winter.", {
      id: "b",
      headline: "Seals vanish from the bay, and nobody knows why",
    }),
  ),
);

describe("verdicts", () => {
  test.each<[Verdict, string, string]>([
    ["exact", "as it stands", "We will not close the old bridge before 12 May — whatever the ministry says"],
    ["exact", "a part, in marks", "She wrote: «the town has only paid a third.»"],
    ["exact", "outside quotations", "its engine had been flooded by the storm."],
    [
      "typography",
      "dash, case and marks",
      "WE WILL NOT CLOSE the old bridge before 12 May - whatever the ministry says",
    ],
    ["typography", "another stop at the end", "We will not close the old bridge!"],
    ["altered", "one word changed", "We will not close the new bridge before 12 May — whatever the ministry says"],
    ["altered", "a number changed", "The repair costs 9.8 million euros, and the town has only paid a third."],
    [
      "altered",
      "the separator of a number changed",
      "The repair costs 89 million euros, and the town has only paid a third.",
    ],
    ["altered", "a negation dropped", "We will close the old bridge before 12 May — whatever the ministry says"],
    ["altered", "a name changed", "because Tom Reid has counted the seals of the bay for thirty years"],
    ["altered", "two sentences spliced", "We will not close the old bridge and the town has only paid a third"],
    ["headline-only", "a headline in the text", "They're late & we know it!"],
    ["headline-only", "a headline known from metadata", "Seals vanish from the bay, and nobody knows why"],
    ["other-wording", "the same remark", "The storm flooded the ferry's engine and on Friday evening it stopped"],
    ["not-found", "nothing of the kind", "Our orchestra plays Sibelius in the new hall tonight"],
  ])("%s: %s", (verdict, _, text) => {
    expect(check(library, text).map((r) => r.verdict)).toEqual([verdict]);
  });

  test("marks that only wrap a message are no part of the claim", () => {
    const [wrapped] = check(library, "“the town has only paid a third”");
    expect([wrapped?.verdict, wrapped?.claim]).toEqual(["exact", "the town has only paid a third"]);
  });

  test("a few words that stand somewhere far off do not stretch the match", () => {
    const [added] = check(library, "We will not close the old bridge at all");
    expect([added?.verdict, added?.match?.text]).toEqual(["altered", "We will not close the old bridge"]);
  });

  test("a claim is never exact unless its characters stand so in the match", () => {
    const [exact] = check(library, "the town has only paid a third");
    expect(exact?.match?.text).toBe("the town has only paid a third");
  });
});

describe("the difference", () => {
  const diff = (text: string) => check(library, text)[0]?.diff?.filter((d) => d.kind !== "same");
  test("names lost, added and changed words", () => {
    expect(diff("We will close the old bridge before 12 May — whatever the ministry says")).toEqual([
      { kind: "lost", text: "not" },
    ]);
    expect(diff("We will surely not close the old bridge before 12 May — whatever the ministry says")).toEqual([
      { kind: "added", text: "surely" },
    ]);
    expect(diff("We will not close the old bridge before 21 May — whatever the ministry says")).toEqual([
      { kind: "changed", text: "12", claimed: "21" },
    ]);
  });
  test("shows the body beside a headline", () => {
    const [result] = check(library, "They're late & we know it!");
    expect(result?.match?.text).toBe("They’re late & we know it");
    expect(result?.verdict).toBe("headline-only");
  });
});

describe("what is claimed", () => {
  test("every quotation of a text, with its speaker checked", () => {
    const text =
      'Tom Reed said: "The repair costs 8.9 million euros, and the town has only paid a third." Anna Berg said: "We will not close the old bridge before 12 May."';
    const results = check(library, text);
    expect(results.map((r) => [r.verdict, r.speaker.claimed, r.speaker.found?.name, r.speaker.agrees])).toEqual([
      ["exact", "Tom Reed", "Anna Berg", false],
      ["typography", "Anna Berg", "Anna Berg", true],
    ]);
    for (const r of results) expect(text.slice(r.start, r.end)).toBe(r.claim);
  });

  test("a stretch that stands in the coverage with marks of its own is one claim", () => {
    expect(
      check(library, "whatever the ministry says,” Anna Berg told reporters in Turku.").map((r) => r.verdict),
    ).toEqual(["exact"]);
  });

  test("nothing in nothing", () => {
    expect(check(library, "")).toEqual([]);
    expect(check(library, " \n ")).toEqual([]);
    expect(check(library, "!?")).toMatchObject([{ verdict: "not-found", match: null }]);
  });

  test("a megabyte is checked in seconds", () => {
    for (const text of ["the bridge will not close ", "x y z ", '"']) {
      const started = performance.now();
      check(library, text.repeat(Math.floor(1_000_000 / text.length)));
      expect(performance.now() - started).toBeLessThan(8000);
    }
  });
});

test("properties: matches are slices; an exact match is the claim but for what surrounds its words; same again", () => {
  fc.assert(
    fc.property(article, fc.nat(), fc.nat({ max: 200 }), (a, at, length) => {
      const live = articleOf(a.text, { id: a.id, headline: a.headline });
      const one = openLibrary(corpusOf(live));
      const start = a.text.length === 0 ? 0 : at % a.text.length;
      const text = a.text.slice(start, start + length);
      const results = check(one, text);
      for (const r of results) {
        expect(text.slice(r.start, r.end)).toBe(r.claim);
        if (r.match) {
          const source = r.match.field === "headline" ? (live.headline ?? "") : live.text;
          expect(source.slice(r.match.start, r.match.end)).toBe(r.match.text);
        }
        if (r.verdict === "exact") {
          expect(r.claim).toContain(r.match?.text);
          expect(live.text).toContain(r.claim);
        }
      }
      expect(check(one, text)).toEqual(results);
    }),
    { numRuns: 100 },
  );
});
