import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/program.ts";
import { toJsonLine } from "../../src/coverage/format.ts";
import { articleOf } from "../reading/article-of.ts";

const article = articleOf(
  "A court fined the river port on Wednesday. It will vote on Monday.\nThe port opened in 1950. Two days after the flood it closed.",
  {
    id: "a",
    outlet: "River Post",
    headline: "Oil in the river",
    published: "2021-04-02",
    url: "https://post.example/oil",
  },
);

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "timeline-"));
  writeFileSync(join(dir, "articles.jsonl"), `${toJsonLine({ article, ingested: null })}\n`);
  writeFileSync(join(dir, "batch.txt"), '{"id": 1, "topic": "fined port"}\n{"topic": "volcano"}\n');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const sink = (key: "out" | "err") => ({
    write: (text: string | Uint8Array) => {
      written[key] += String(text);
      return true;
    },
  });
  const io = {
    env: {},
    cwd: dir,
    home: dir,
    main: "",
    stdin: Readable.from([]),
    stdout: sink("out"),
    stderr: sink("err"),
    onStop: () => () => {},
  };
  const code = await runCli(["timeline", ...args, "--corpus", dir], io);
  return { code, ...written };
}
const lines = (out: string) =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe("timeline --json", () => {
  test("prints one event a line, in date order, then the undated", async () => {
    const { code, out, err } = await run("--json");
    const events = lines(out);
    expect([code, err]).toEqual([0, ""]);
    expect(events.map((e) => e.edtf)).toEqual(["1950", "2021-03-31", null]);
    expect(events[1]).toMatchObject({
      from: "2021-03-31",
      to: "2021-03-31",
      granularity: "day",
      basis: "publication",
      families: 1,
      conflicts: [],
    });
    const [mention] = events[1].mentions;
    expect(mention).toMatchObject({
      article: "a",
      from: "2021-03-31",
      to: "2021-03-31",
      granularity: "day",
      timex: "2021-03-31",
      rule: "weekday-past",
    });
    expect(mention.anchor).toEqual({ kind: "publication", date: "2021-04-02", at: null });
    expect(mention.sentence.text).toBe("A court fined the river port on Wednesday.");
    for (const { sentence, expression } of events.flatMap((e) => e.mentions)) {
      for (const span of [sentence, expression]) expect(article.text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  test("--mentions lists every time expression, plans as well", async () => {
    const mentions = lines((await run("--mentions", "--json")).out);
    expect(mentions.map((m) => [m.article, m.expression.text, m.timex])).toEqual([
      ["a", "Wednesday", "2021-03-31"],
      ["a", "Monday", "2021-04-05"],
      ["a", "1950", "1950"],
      ["a", "Two days after", null],
    ]);
  });

  test("--from, --to, --outlet, --min and a topic narrow it", async () => {
    const edtf = async (...args: string[]) => lines((await run("--json", ...args)).out).map((e) => e.edtf);
    expect(await edtf("--from", "2021")).toEqual(["2021-03-31"]);
    expect(await edtf("--to", "1950-01")).toEqual(["1950"]);
    expect(await edtf("--outlet", "Crier")).toEqual([]);
    expect(await edtf("--min", "2")).toEqual([]);
    expect(await edtf("a court's fine")).toEqual(["2021-03-31"]);
  });

  test("--batch answers line by line", async () => {
    const [first, second] = lines((await run("--batch", "batch.txt")).out);
    expect([first.id, first.topic, first.events.map((e: { edtf: string }) => e.edtf)]).toEqual([
      1,
      "fined port",
      ["2021-03-31"],
    ]);
    expect(second).toEqual({ topic: "volcano", events: [] });
  });
});

describe("timeline in plain text", () => {
  test("shows date, mark, sentence, source and the undated, and explains the marks once", async () => {
    const { out } = await run();
    expect(out).toContain(
      "◐ 2021-03-31\n│ A court fined the river port on Wednesday.\n— River Post · “Oil in the river” · 2021-04-02 · https://post.example/oil\n",
    );
    expect(out).toContain("● 1950\n");
    expect(out.indexOf("Undated")).toBeGreaterThan(out.indexOf("2021-03-31"));
    expect(out.match(/● the date is stated/g)).toHaveLength(1);
    expect(out).not.toContain("will vote");
  });

  test("--by puts events under stretches; nothing found is said", async () => {
    expect((await run("--by", "year")).out).toMatch(/== 1950: 1 event ==[\s\S]*== 2021: 1 event ==/);
    expect((await run("volcano")).out).toBe("The coverage reports nothing that fits.\n");
  });
});

describe("bad usage", () => {
  test.each([
    [["--from", "2021-02-30"], "--from is a day"],
    [["--to", "soon"], "--to is a day"],
    [["--by", "hour"], "--by is day, week, month or year"],
    [["--min", "0"], "--min is a whole number"],
    [["--from", "2021", "--to", "2020"], "--from is later than --to"],
  ])("%j ends with 2 and one clear line", async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
