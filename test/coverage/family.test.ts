import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../src/coverage/corpus.ts";
import { familyKey, familyMembers, readingDate } from "../../src/coverage/family.ts";
import { articleOf } from "../support/articles.ts";

const original = articleOf("A.", { id: "m", family: "m", published: "2021-03-05" });
const late = articleOf("A.", { id: "a", family: "m", published: "2021-03-06" });
const undated = articleOf("A.", { id: "b", family: "m" });
const earlier = articleOf("A.", { id: "z", family: "m", published: "2021-03-04" });
const withdrawn = articleOf("A.", { id: "w", family: "m", published: "2021-01-01", status: "withdrawn" });
const alone = articleOf("B.", { id: "x" });
const corpus = makeCorpus([late, undated, earlier, withdrawn, original, alone]);

describe("a family", () => {
  it("lists its live members: the original, then by date, the undated last", () => {
    for (const member of [original, late, undated]) {
      expect(familyMembers(corpus, member).map((a) => a.id)).toEqual(["m", "z", "a", "b"]);
    }
    expect(familyMembers(corpus, alone)).toEqual([alone]);
  });

  it("is one voice", () => {
    expect(new Set([late, undated, earlier, original].map(familyKey))).toEqual(new Set(["m"]));
    expect(familyKey(alone)).toBe("x");
  });

  it("is read against its earliest date", () => {
    expect(readingDate(corpus, late)).toEqual({ date: "2021-03-04", from: earlier });
    expect(readingDate(corpus, undated)?.date).toBe("2021-03-04");
    expect(readingDate(corpus, alone)).toBeNull();
  });
});
