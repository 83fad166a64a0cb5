import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, isQuotation, type Verdict } from "../../src/answer/check.ts";
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
    [
      "exact",
      "over a paragraph's border",
      "whatever the ministry says,” Anna Berg told reporters in Turku. “The repair costs 8.9 million euros, and the town has only paid a third.”\n\nThe ferry stopped on Friday evening",
    ],
    [
      "typography",
      "the paragraphs run together",
      "the town has only paid a third. The ferry stopped on Friday evening",
    ],
    ["typography", "spaces of other kinds, soft hyphens", "We will not  close the\u00a0old brid\u00adge"],
    ["typography", "words parted otherwise", "its engine had been flo-oded by the storm"],
    [
      "altered",
      "a number spelled out",
      "Tom Reed has counted the seals of the bay for 30 years and found fewer every winter",
    ],
    ["altered", "words in another order", "We will not close the bridge old before 12 May"],
    ["altered", "words cut out at dots", "We will not close the old bridge … whatever the ministry says"],
    ["altered", "a minus sign put in", "the old bridge before −12 May — whatever"],
    [
      "altered",
      "a sentence changed outside its marks",
      "“We will not close the old bridge before 12 May — whatever the ministry says,” Anna Berg told reporters in Helsinki.",
    ],
    ["altered", "a headline with a word changed", "Whales vanish from the bay, and nobody knows why"],
    ["altered", "four common words, one of them dropped", "by the storm of"],
    ["not-found", "a phrase that anybody uses", "on Friday evening the parliament votes about taxes again"],
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

describe("what is not in marks belongs to the claim unless it only says who spoke", () => {
  const rates = openLibrary(
    corpusOf(
      "Unemployment rose to 12, “the real rate of the town, counting all who gave up, is twice as high,” Berg said. The mill closed in 2019.",
    ),
  );
  test.each<[Verdict, string]>([
    ["exact", "12, “the real rate of the town, counting all who gave up, is"],
    ["altered", "21, “the real rate of the town, counting all who gave up, is"],
    ["altered", "Unemployment fell to 12, “the real rate of the town, counting all"],
    ["altered", "counting all who gave up, is twice as high,” Berg denied"],
    ["altered", "fell to 21, “the real rate of the town, counting all who gave up, is twice as high,” Berg said."],
    ["altered", "“the real rate of the town, counting all who gave up, is twice as high,” Berg said. The mill opened"],
    ["altered", "counting all who gave up, is twice as high,” Reed said"],
    ["altered", "“the real rate of the town, counting all who gave up, is twice as high,” said."],
    ["altered", "as he said to 12, “the real rate of the town, counting all who gave"],
    ["altered", "counting all who gave up, is twice as high,” said. The"],
    ["exact", "Berg said: “the real rate of the town, counting all who gave up, is twice as high”"],
  ])("%s: %s", (verdict, text) => {
    expect(check(rates, text).map((r) => r.verdict)).toEqual([verdict]);
  });

  test("in a text too long for one claim as well", () => {
    const text = `21, “the real rate of the town, counting all who gave up, is twice as high” ${"and the harbour ".repeat(300)}`;
    expect(check(rates, text).map((r) => r.verdict)).not.toContain("exact");
  });

  test("a quotation that goes on in the next paragraph opens again there, and its marks pair up", () => {
    const long = openLibrary(
      corpusOf("“The ferry will run every day this year.\n\n“We counted every ship twice,” Berg said."),
    );
    const text =
      "“The ferry will run every day this year.\n\n“We counted every ship twice,” said Anna Berg on the phone.";
    expect(check(long, text).map((r) => r.verdict)).not.toContain("not-found");
  });

  test("a name before a colon is a part of the sentence where the coverage has a colon there too", () => {
    const dated = openLibrary(corpusOf("TURKU: The ferry will run every day of the year from now on."));
    expect(check(dated, "HELSINKI: The ferry will run every day of the year")[0]?.verdict).toBe("altered");
    expect(check(dated, "The ferry will run every day of the year")[0]?.verdict).toBe("exact");
  });
});

describe("small changes that may change the meaning are neither exact nor typography", () => {
  const facts = openLibrary(
    corpusOf(
      "The harbour isn’t open every day this winter. It took in 8,900 tons worth $5 million a year, 10² boats and −12 degrees. We will re-sign the old pact soon, they told us yesterday. Its loss was -$40 million with fewer than <30% full boats. Maybe the well-known café of Berg & Reed stays. The bridge is\nnot open for big trucks. Reports from the U.S. are late and the co-operation ended.",
    ),
  );
  test.each<[string, boolean]>([
    ["The harbour is open every day this winter", false],
    ["The harbour isn't open every day this winter", true],
    ["The harbour isnt open every day this winter", false],
    ["The harbour isn’t open everyday this winter", false],
    ["May be the well-known café of Berg & Reed stays", false],
    ["Maybe the wellknown café of Berg & Reed stays", true],
    ["Maybe the well-known cafe of Berg & Reed stays", false],
    ["Maybe the well-known café of Berg Reed stays", false],
    ["It took in 8.900 tons worth $5 million a year", false],
    ["It took in 8900 tons worth $5 million a year", false],
    ["It took in 8 900 tons worth $5 million a year", false],
    ["It took in 8,900 tons worth €5 million a year", false],
    ["It took in 8,900 tons worth 5 million a year", false],
    ["million a year, 102 boats and −12 degrees", false],
    ["million a year, 10 boats and −12 degrees", false],
    ["million a year, 10² boats and 12 degrees", false],
    ["million a year, 10² boats and -12 degrees", true],
    ["We will resign the old pact soon", false],
    ["soon, they told U.S. yesterday", false],
    ["Its loss was $40 million with fewer", false],
    ["Its loss was −$40 million with fewer", true],
    ["with fewer than >30% full boats", false],
    ["with fewer than <30‰ full boats", false],
    ["The bridge is\nopen for big trucks", false],
    ["The bridge is not open for big trucks", true],
    ["The bridge is not оpen for big trucks", false],
    ["Reports from the US are late and the cooperation ended", true],
    ["The bridge is not open for − 3 big trucks", false],
  ])("%s", (text, isSame) => {
    expect(check(facts, text).map((r) => ["exact", "typography"].includes(r.verdict))).toEqual([isSame]);
  });
  test("a minus sign that stands off from its number", () => {
    const cold = openLibrary(corpusOf("The water of the bay was 12 degrees warm at noon on Friday."));
    expect(check(cold, "The water of the bay was − 12 degrees warm at noon")[0]?.verdict).toBe("altered");
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

test.each([
  ["number", "The repair costs 9.8 million euros, and the town has only paid a third."],
  ["negation", "We will close the old bridge before 12 May"],
  ["name", "We will not close the old bridge before 12 June — whatever the ministry says"],
  ["cut", "We will not close the old bridge … whatever the ministry says"],
  ["joined", "We will not close the old bridge before 12 May. The ferry stopped on Friday evening"],
])("what is more than another word is said: %s", (change, text) => {
  expect(check(library, text)[0]?.changes).toContain(change);
});

test("who said it may be left out of the middle of a quotation, and that is all that is said to be changed", () => {
  const split = openLibrary(corpusOf("“The ferry will run every day,” said Anna Berg. “We counted every ship twice.”"));
  const [result] = check(split, "“The ferry will run every day. We counted every ship twice.”");
  expect([result?.verdict, result?.changes]).toEqual(["altered", ["attribution"]]);
  const [other] = check(split, "“The ferry will run every day. We counted no ship twice.”");
  expect(other?.changes).not.toContain("attribution");
});

test("passages that were joined are shown one by one, each with what differs", () => {
  const [joined] = check(
    library,
    "The repair costs 8.9 million euros. Tom Reed has counted the whales of the bay for thirty years",
  );
  expect(joined?.verdict).toBe("altered");
  expect(joined?.joined.map((j) => [j.match.article, j.match.text])).toEqual([
    ["a", "The repair costs 8.9 million euros"],
    ["b", "Tom Reed has counted the seals of the bay for thirty years"],
  ]);
  expect(joined?.joined.map((j) => j.diff?.filter((d) => d.kind !== "same") ?? null)).toEqual([
    null,
    [{ kind: "changed", text: "seals", claimed: "whales" }],
  ]);
});

describe("who is claimed to have said it", () => {
  const speaker = (text: string) => {
    const [result] = check(library, text);
    return [result?.verdict, result?.speaker.claimed, result?.speaker.agrees];
  };
  test.each([
    ["“The town has only paid a third”, said Anna Berg.", ["typography", "Anna Berg", true]],
    ["“the town has only paid a third”, said Tom Reed.", ["exact", "Tom Reed", false]],
    ["Berg: the town has only paid a third", ["exact", "Berg", true]],
    ["the town has only paid a third — Tom Reed", ["exact", "Tom Reed", false]],
    ["Берг заявила: «the town has only paid a third»", ["exact", "Берг", true]],
    ["the town has only paid a third", ["exact", null, null]],
  ])("%s", (text, expected) => {
    expect(speaker(text)).toEqual(expected);
  });
});

test.each([
  ["“The town has only paid a third”", true],
  ["«The town has only paid a third», said Anna Berg.", true],
  ["Anna Berg: “The town has only paid a third”", true],
  ["Who said “the town has only paid a third”?", false],
  ["Who said “the town has only paid a third”", false],
  ["Why has “the town” only paid a third?", false],
  ["The town has only paid a third", false],
])("nothing but a quotation: %s", (text, expected) => {
  expect(isQuotation(text)).toBe(expected);
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

/** Letters, digits and signs alone: what typography is not. */
const bare = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{M}\p{N}%$€£]+/gu, "");

const aPiece = fc.tuple(article, fc.nat(), fc.nat({ max: 200 })).map(([a, at, length]) => {
  const live = articleOf(a.text, { id: a.id, headline: a.headline });
  const start = a.text.length === 0 ? 0 : at % a.text.length;
  return { live, library: openLibrary(corpusOf(live)), text: a.text.slice(start, start + length) };
});

describe("properties", () => {
  test("matches are slices; an exact match is the claim but for what surrounds its words; same again", () => {
    fc.assert(
      fc.property(aPiece, ({ live, library: one, text }) => {
        const results = check(one, text);
        for (const r of results) {
          expect(text.slice(r.start, r.end)).toBe(r.claim);
          for (const match of [r.match, r.body, ...r.joined.map((j) => j.match)]) {
            if (!match) continue;
            const source = match.field === "headline" ? (live.headline ?? "") : live.text;
            expect(source.slice(match.start, match.end)).toBe(match.text);
          }
          if (r.verdict === "exact") {
            expect(r.claim).toContain(r.match?.text);
            expect(live.text).toContain(r.claim);
          }
          if (r.verdict === "typography") expect(bare(r.match?.text ?? "")).toBe(bare(r.claim));
        }
        expect(check(one, text)).toEqual(results);
      }),
      { numRuns: 100 },
    );
  });

  test("a piece of an article with a letter, digit or word changed is never exact, nor typography", () => {
    fc.assert(
      fc.property(
        aPiece,
        fc.nat(),
        fc.constantFrom("x", "7", " not ", "ж", "%"),
        ({ live, library: one, text }, at, put) => {
          const cut = text.length === 0 ? 0 : at % text.length;
          const changed = text.slice(0, cut) + put + text.slice(cut + 1);
          fc.pre(!bare(live.text).includes(bare(changed)));
          for (const r of check(one, changed))
            if (bare(r.claim).length === bare(changed).length) expect(["exact", "typography"]).not.toContain(r.verdict);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("the difference holds every word of the claim and of the match, in order", () => {
    fc.assert(
      fc.property(
        aPiece,
        fc.nat(),
        fc.constantFrom("harbour", "", "not 12", "…"),
        ({ library: one, text }, at, put) => {
          const words = text.split(" ");
          const changed = words.toSpliced(at % words.length, 1, put).join(" ");
          for (const { claim, match, diff } of check(one, changed)) {
            if (!diff || !match || match.field) continue;
            const ours = diff.map((d) => (d.kind === "lost" ? "" : d.kind === "changed" ? d.claimed : d.text));
            const theirs = diff.map((d) => (d.kind === "added" ? "" : d.text));
            expect(bare(ours.join(" "))).toBe(bare(claim));
            expect(bare(theirs.join(" "))).toBe(bare(match.text));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
