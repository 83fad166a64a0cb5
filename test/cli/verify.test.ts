import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { receiptOf } from "../../src/coverage/receipt.ts";
import { runCommand } from "../support/command-line.ts";
import { filesOf, temporaryFolder, writeFiles } from "../support/folders.ts";
import { prose } from "../support/prose.ts";

const words = "The court fined Twitter 8.9 million rubles on Friday";
const page = `A headline above the text\n\n${words}, and that is all that it said about it.\n\n${prose(1, 4)}\n`;

/** A corpus of one page with a receipt for `words` of it. */
async function quoted(name = "a.txt", content: string | Uint8Array = page) {
  const cwd = temporaryFolder({ [`in/${name}`]: content });
  expect((await runCommand(["ingest", "in", "--corpus", "corpus"], { cwd })).code).toBe(0);
  const corpus = join(cwd, "corpus");
  const article = [...loadCorpus(corpus).byId.values()].find((a) => a.text.includes(words));
  if (!article) throw new Error("the words are in no article");
  const start = article.text.indexOf(words);
  const receipt = receiptOf(article, { article: article.id, start, end: start + words.length });
  const verify = async () => {
    const { code, json } = await runCommand(["verify", receipt, "--corpus", "corpus", "--json"], { cwd });
    return { code, ...json()[0] };
  };
  const editArticle = (from: string, to: string) => {
    const file = join(corpus, `${article.id}.md`);
    const before = readFileSync(file, "utf8");
    expect(before).toContain(from);
    writeFiles(corpus, { [`${article.id}.md`]: before.replace(from, to) });
  };
  return { cwd, receipt, verify, editArticle, article, start, capture: join(cwd, "in", name) };
}

describe("onrecord verify", () => {
  it("holds while the article and its capture stand", async () => {
    const { verify, article, start, receipt } = await quoted();
    const sha256 = createHash("sha256").update(page).digest("hex");
    expect(await verify()).toEqual({
      code: 0,
      receipt,
      ok: true,
      article: article.id,
      start,
      end: start + words.length,
      text: words,
      capture: { file: "../in/a.txt", sha256 },
      captureState: "intact",
    });
  });

  it("holds when the article changes elsewhere, in its facts or behind the words", async () => {
    const { verify, editArticle } = await quoted();
    editArticle("outlet: null", "outlet: RT");
    editArticle("and that is all", "and that was all");
    expect(await verify()).toMatchObject({ code: 0, ok: true });
  });

  it("says altered, with the words that stand there now", async () => {
    const { verify, editArticle } = await quoted();
    editArticle("8.9 million", "9.8 million");
    expect(await verify()).toMatchObject({ code: 1, ok: false, why: "altered", text: words.replace("8.9", "9.8") });
  });

  it("says withdrawn, and why, without the words", async () => {
    const { verify, editArticle } = await quoted();
    editArticle("status: live", "status: withdrawn\nreason: a mistake");
    const verified = await verify();
    expect(verified).toMatchObject({ code: 1, ok: false, why: "withdrawn", reason: "a mistake" });
    expect(JSON.stringify(verified)).not.toContain(words);
  });

  it("holds for a version that a changed capture replaced, in its place or in another file, and says so", async () => {
    for (const name of ["a.txt", "b.txt"]) {
      const { cwd, verify, article, receipt } = await quoted("a.txt", `https://herald.example/1\n\n${page}`);
      writeFiles(cwd, { "in/sources.yaml": "a.txt: { url: https://herald.example/1 }\n" });
      await runCommand(["ingest", "in", "--corpus", "corpus"], { cwd });
      const changed = page.replace("on Friday, and", "on Monday, and");
      const sources = `a.txt: { url: https://herald.example/1 }\n${name}: { url: "http://www.herald.example/1?utm_source=x" }\n`;
      writeFiles(cwd, {
        [`in/${name}`]: changed,
        "in/sources.yaml": name === "a.txt" ? "a.txt: { url: https://herald.example/1 }\n" : sources,
      });
      const { out } = await runCommand(["ingest", "in", "--corpus", "corpus"], { cwd });
      expect(out).toContain(`→ ${article.id}\n`);
      expect(loadCorpus(join(cwd, "corpus")).byId.get(article.id)?.text).toContain("on Monday");
      expect(await verify()).toMatchObject({
        code: 0,
        ok: true,
        text: words,
        replacedBy: article.id,
        article: `${article.id}.v1`,
        captureState: name === "a.txt" ? "replaced" : "intact",
      });
      expect((await runCommand(["verify", receipt, "--corpus", "corpus"], { cwd })).out).toContain(
        "holds in the version that was quoted",
      );
      const before = filesOf(join(cwd, "corpus"));
      await runCommand(["ingest", "in", "--corpus", "corpus"], { cwd });
      expect(filesOf(join(cwd, "corpus"))).toEqual(before);
    }
  });

  it("holds for an article that a newer version replaced", async () => {
    const { verify, editArticle } = await quoted();
    editArticle("status: live", "status: superseded");
    expect(await verify()).toMatchObject({ code: 0, ok: true, text: words });
  });

  it.each([
    ["other words", page.replace("Friday", "Monday")],
    ["nothing", ""],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1])],
    ["a line end more", `${page}\n`],
  ])("says so when the capture was changed to %s", async (_, content) => {
    const { cwd, verify } = await quoted();
    writeFiles(cwd, { "in/a.txt": content });
    expect(await verify()).toMatchObject({
      code: 1,
      ok: false,
      why: "capture-changed",
      captureState: "changed",
      text: words,
    });
  });

  it("holds without the capture, and says that it is not there", async () => {
    const { capture, verify, cwd, receipt } = await quoted();
    rmSync(capture);
    expect(await verify()).toMatchObject({ code: 0, ok: true, captureState: "missing" });
    const { code, out } = await runCommand(["verify", receipt, "--corpus", "corpus"], { cwd });
    expect([code, out.split("\n")[0]]).toEqual([
      0,
      `${receipt}: holds in the article; the capture is no longer there and could not be checked`,
    ]);
  });

  it("finds words that a hand put into the article and that are not in the capture", async () => {
    const { cwd, editArticle, article, start } = await quoted();
    editArticle("8.9 million", "9.8 million");
    const edited = loadCorpus(join(cwd, "corpus")).byId.get(article.id);
    if (!edited) throw new Error("the article is gone");
    const receipt = receiptOf(edited, { article: article.id, start, end: start + words.length });
    const { code, json } = await runCommand(["verify", receipt, "--corpus", "corpus", "--json"], { cwd });
    expect(code).toBe(1);
    expect(json()[0]).toMatchObject({ ok: false, why: "not-in-capture", captureState: "intact" });
  });

  it.each([
    ["JSON Lines", "a.jsonl", `${JSON.stringify({ id: "x", text: page })}\r\n{"id":"y","text":"Another."}\n`],
    ["Markdown", "a.md", `---\ntitle: T\n---\n${page}`],
    [
      "HTML",
      "a.html",
      `<html><body><article><h1>T</h1><p>${words}, and so on, it said.</p><p>${prose(1, 8)}</p></article></body></html>`,
    ],
  ])("knows a capture of %s", async (_, name, content) => {
    const { cwd, verify } = await quoted(name, content);
    expect(await verify()).toMatchObject({ code: 0, ok: true, captureState: "intact" });
    writeFiles(cwd, { [`in/${name}`]: content.replace("Friday", "Monday") });
    expect(await verify()).toMatchObject({ code: 1, ok: false, why: "capture-changed" });
  });

  it("knows a line of JSON Lines among changed ones", async () => {
    const line = JSON.stringify({ id: "x", text: page });
    const { cwd, verify } = await quoted("a.jsonl", `${line}\n{"id":"y","text":"Another."}\n`);
    writeFiles(cwd, { "in/a.jsonl": `{"id":"y","text":"Changed."}\n${line}\n` });
    expect(await verify()).toMatchObject({ code: 0, ok: true, captureState: "intact" });
  });

  it("checks many receipts, and fails when one does", async () => {
    const { cwd, receipt } = await quoted();
    writeFiles(cwd, { "r.jsonl": `{"receipt":"${receipt}"}\n{"receipt":"garbage"}\n` });
    const { code, json } = await runCommand(["verify", "--batch", "r.jsonl", "--corpus", "corpus", "--json"], { cwd });
    expect(code).toBe(1);
    expect(json()).toMatchObject([{ ok: true }, { receipt: "garbage", ok: false, why: "not-a-receipt" }]);
  });

  it("answers in plain words", async () => {
    const { cwd, receipt, editArticle, article } = await quoted();
    const plain = async (r: string) => (await runCommand(["verify", r, "--corpus", "corpus"], { cwd })).out;
    expect(await plain(receipt)).toContain(`${receipt}: holds\n  article ${article.id}, characters`);
    expect(await plain(receipt)).toContain(`  ${words}\n`);
    expect(await plain("garbage")).toBe("garbage: this is not a receipt\n");
    const unknown = receiptOf({ ...article, id: "unknown" }, { article: "unknown", start: 0, end: 5 });
    expect(await plain(unknown)).toBe(`${unknown}: no article in this coverage belongs to this receipt\n`);
    editArticle("8.9 million", "9.8 million");
    expect(await plain(receipt)).toContain("DOES NOT HOLD");
    expect(await plain(receipt)).toContain(`  now there: ${words.replace("8.9", "9.8")}\n`);
  });

  it.each([
    [["verify", "--corpus", "corpus"], "error: missing required argument 'receipt'\n"],
    [["verify", "x", "--corpus", "none"], /^onrecord: cannot read the corpus folder .*none: it does not exist\n$/],
    [["verify", "x", "--corpus", "in"], /^onrecord: no articles in .*\n$/],
    [
      ["verify", "--batch", "none.jsonl", "--corpus", "corpus"],
      "onrecord: cannot read none.jsonl: it does not exist\n",
    ],
  ])("%j is one line and exit code 2", async (args, message) => {
    const { cwd } = await quoted();
    const { code, out, err } = await runCommand(args, { cwd });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
