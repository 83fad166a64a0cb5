import { describe, expect, test } from "vitest";
import { toJsonLine } from "../../src/coverage/format.ts";
import { articleOf } from "../support/articles.ts";
import { runCommand } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folders.ts";

const article = articleOf("“We will not close the old bridge before winter,” said Anna Berg, the mayor.", {
  id: "a",
  outlet: "River Post",
  headline: "The bridge",
});
const corpus = () =>
  temporaryFolder({
    "articles.jsonl": `${toJsonLine({ article, ingested: null })}\n`,
    "batch.txt":
      '{"id": "x", "text": "We will not close the old bridge"}\n{"id": "y", "text": "We will close the old bridge"}\n',
  });

describe("check", () => {
  test("--json gives verdict, match, difference and speaker", async () => {
    const { code, json } = await runCommand([
      "check",
      "We will close the old bridge before winter",
      "--json",
      "--corpus",
      corpus(),
    ]);
    expect(code).toBe(1);
    expect(json()).toMatchObject([
      {
        claim: "We will close the old bridge before winter",
        verdict: "altered",
        match: { article: "a", start: 1, text: "We will not close the old bridge before winter" },
        diff: [
          { kind: "same", text: "We will" },
          { kind: "lost", text: "not" },
          { kind: "same", text: "close the old bridge before winter" },
        ],
        speaker: { found: { name: "Anna Berg" } },
      },
    ]);
  });

  test("ends with 0 where the words are the coverage's", async () => {
    expect((await runCommand(["check", "We will NOT close the old bridge", "--corpus", corpus()])).code).toBe(0);
  });

  test("the difference can be read without colour", async () => {
    const { out } = await runCommand([
      "check",
      "We will surely close the old bridge before spring",
      "--corpus",
      corpus(),
    ]);
    expect(out).toContain("We will [-not-]{+surely+} close the old bridge before [-winter-]{+spring+}");
    expect(out).toContain("River Post");
    expect(out).toContain("link not known");
  });

  test("a batch gives one line a quotation, and ends with 0", async () => {
    const dir = corpus();
    const { code, json } = await runCommand(["check", "--batch", `${dir}/batch.txt`, "--corpus", dir]);
    expect(code).toBe(0);
    expect(json()).toMatchObject([
      { id: "x", verdict: "exact" },
      { id: "y", verdict: "altered" },
    ]);
  });

  test.each(["", "  ", "“…”"])("nothing to check is bad input: %j", async (text) => {
    const { code, out, err } = await runCommand(["check", text, "--corpus", corpus()]);
    expect([code, out]).toEqual([2, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("empty");
  });

  test("a claim of less than four words has no speaker", async () => {
    expect((await runCommand(["check", "bridge", "--corpus", corpus()])).out).not.toContain("speaker:");
    expect((await runCommand(["check", "the old bridge before", "--corpus", corpus()])).out).toContain(
      "speaker: Anna Berg",
    );
  });

  test("no text is bad usage", async () => {
    const { code, out } = await runCommand(["check", "--corpus", corpus()]);
    expect([code, out]).toEqual([2, ""]);
  });
});
