import { describe, expect, test } from "vitest";
import { groupQuotations } from "../../src/reading/grouping.ts";
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
});
