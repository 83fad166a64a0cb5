import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { filesOf, projectDir, temporaryFolder } from "../support/folders.ts";

const copied = () => {
  const cwd = temporaryFolder();
  cpSync(join(projectDir, "corpus"), join(cwd, "corpus"), { recursive: true });
  cpSync(join(projectDir, "seeds"), join(cwd, "seeds"), { recursive: true });
  const run = (...args: string[]) => runCommand(args, { cwd });
  return { cwd, run, corpus: join(cwd, "corpus") };
};
const twitter = "004_45d9f5317e8bed4c";
const question = "How much was Twitter fined?";

describe("onrecord withdraw", () => {
  it("ends every quoting of an article, its receipts say why, and restore brings it back byte for byte", async () => {
    const { run, corpus } = copied();
    const before = filesOf(corpus);
    const asked = (await run("ask", question, "--json")).json<{ blocks: { article: string; receipt: string }[] }>()[0];
    const block = asked?.blocks.find((b) => b.article === twitter);
    expect(block).toBeDefined();
    const words = ["fined", "Twitter"];

    const { code, out } = await run("withdraw", twitter, "--reason", "The court corrected the sum.");
    expect([code, out]).toEqual([0, `${twitter} is withdrawn (The court corrected the sum.)\n`]);
    for (const command of [
      ["ask", question],
      ["quote"],
      ["timeline"],
      ["timeline", "--mentions"],
      ["check", `“${words}”`],
    ]) {
      const { out: said } = await run(...command, "--json");
      expect(said, command.join(" ")).not.toContain(twitter);
    }
    const verified = await run("verify", block?.receipt ?? "", "--json");
    expect(verified.code).toBe(1);
    expect(verified.json()[0]).toMatchObject({ ok: false, why: "withdrawn", reason: "The court corrected the sum." });
    expect((await run("verify", block?.receipt ?? "")).out).toContain("reason: The court corrected the sum.");

    expect((await run("ingest", "seeds")).out).toContain("5 unchanged");
    expect((await run("restore", twitter)).out).toBe(`${twitter} is live\n`);
    expect(filesOf(corpus)).toEqual(before);
  });

  it("takes an address, names reprints that stay, and lets them find another original", async () => {
    const { run, corpus } = copied();
    const before = filesOf(corpus);
    const { out } = await run("withdraw", "http://on.rt.com/b32o/", "--reason", "x");
    expect(out).toBe("000_f4b116ca3e5ce545 is withdrawn (x); still there: its reprints 001_8b80bb0ad9e055ca\n");
    expect(filesOf(corpus)["001_8b80bb0ad9e055ca.md"]).not.toContain("family");
    expect((await run("withdraw", "000_f4b116ca3e5ce545", "--reason", "x")).out).toContain("is already withdrawn");
    const [restored] = (await run("restore", "https://on.rt.com/b32o", "--json")).json();
    expect(restored).toMatchObject({ article: "000_f4b116ca3e5ce545", status: "live", reason: null });
    expect(filesOf(corpus)).toEqual(before);
  });

  it.each([
    [["withdraw", "nothing", "--reason", "x"], /^onrecord: no article "nothing" in this coverage/],
    [["withdraw", twitter], /^error: required option '--reason/],
    [["withdraw", twitter, "--reason", " "], /^onrecord: say why/],
    [["restore", twitter, "--corpus", "none"], /^onrecord: cannot read the corpus folder .*none: it does not exist/],
  ])("%j is one line and exit code 2", async (args, message) => {
    const { run, corpus } = copied();
    const before = filesOf(corpus);
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.trim()).not.toContain("\n");
    expect(filesOf(corpus)).toEqual(before);
  });
});
