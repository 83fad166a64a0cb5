import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { BotApi } from "../../src/cli/chat/bot-api.ts";
import { runCommand } from "../support/command-line.ts";
import { filesOf, projectDir, temporaryFolder } from "../support/folders.ts";
import { bundledLibrary } from "../support/libraries.ts";

async function telegram() {
  const api = await BotApi.start();
  onTestFinished(() => api.close());
  return { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root };
}

const says = async (args: readonly string[], surroundings: Parameters<typeof runCommand>[1] = {}) => {
  const { code, json } = await runCommand(["doctor", "--json", ...args], surroundings);
  return { code, findings: json() };
};

describe("doctor", () => {
  test("all well: the token's bot is named, and what is not known of the articles is a note", async () => {
    const { code, findings } = await says([], { env: await telegram() });
    expect(code).toBe(0);
    expect(findings.filter((f) => f["state"] === "problem")).toEqual([]);
    expect(findings).toContainEqual({
      what: "telegram",
      state: "ok",
      says: "the token belongs to @onrecord_terminal_bot",
    });
    expect(findings).toContainEqual(expect.objectContaining({ what: "corpus", state: "ok" }));
    expect(findings).toContainEqual(
      expect.objectContaining({ state: "note", says: expect.stringContaining("link not known: 004") }),
    );
  });

  test("without a token it says how to get one, and that is no problem", async () => {
    const { code, findings } = await says([]);
    expect([code, findings.at(-1)]).toMatchObject([
      0,
      { what: "telegram", state: "note", says: expect.stringContaining("@BotFather") },
    ]);
  });

  test("a token that Telegram does not know, and a Telegram that cannot be reached", async () => {
    const env = await telegram();
    const wrong = await says([], { env: { ...env, TELEGRAM_BOT_TOKEN: "123:wrong" } });
    expect([wrong.code, wrong.findings.at(-1)]).toMatchObject([
      1,
      { state: "problem", says: expect.stringContaining("does not know this token") },
    ]);
    const away = await says([], { env: { ...env, TELEGRAM_API_ROOT: "http://127.0.0.1:9" } });
    expect([away.code, away.findings.at(-1)]).toMatchObject([
      1,
      { state: "problem", says: expect.stringContaining("cannot be reached") },
    ]);
  });

  test("every wrong setting in one line, without its value", async () => {
    const { code, findings } = await says([], { env: { TELEGRAM_BOT_TOKEN: "sesame", PORT: "many" } });
    expect(code).toBe(1);
    expect(findings[0]).toMatchObject({
      what: "settings",
      state: "problem",
      says: expect.stringMatching(/TELEGRAM_BOT_TOKEN.*PORT/),
    });
    expect(JSON.stringify(findings)).not.toMatch(/sesame|many/);
  });

  test("a corpus that is missing, empty, or has an unreadable file", async () => {
    const empty = temporaryFolder();
    expect((await says(["--corpus", `${empty}/none`])).findings).toContainEqual(
      expect.objectContaining({ what: "corpus", state: "problem", says: expect.stringContaining("ingest") }),
    );
    expect((await says(["--corpus", empty])).code).toBe(1);
    const broken = temporaryFolder({ "a.md": "no front matter" });
    expect((await says(["--corpus", broken])).findings).toContainEqual(
      expect.objectContaining({ state: "problem", says: expect.stringContaining("a.md") }),
    );
  });

  test("an outlets.yaml that cannot be read, an outlet without a label, an audience that nobody described", async () => {
    const [seed] = Object.entries(filesOf(join(projectDir, "corpus")));
    const article = { [seed?.[0] ?? ""]: Buffer.from(seed?.[1] ?? "", "latin1") };
    const broken = temporaryFolder({ ...article, "outlets.yaml": "outlets:\n  RT: { owner: me }" });
    const { code, findings } = await says(["--corpus", broken]);
    expect([code, findings]).toMatchObject([
      1,
      expect.arrayContaining([
        expect.objectContaining({
          what: "outlets",
          state: "problem",
          says: expect.stringContaining("outlets.yaml:2: "),
        }),
      ]),
    ]);
    const bare = await says(["--corpus", temporaryFolder(article)], { env: { AUDIENCE: "eu" } });
    expect(bare.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: "outlets", state: "problem", says: expect.stringContaining('"eu"') }),
        expect.objectContaining({ what: "outlets", state: "note", says: expect.stringContaining("RT") }),
      ]),
    );
  });

  test("names the coverage by the state that answers carry", async () => {
    const { findings } = await says([]);
    const corpus = findings.find((f) => f["what"] === "corpus" && f["state"] === "ok");
    expect(corpus?.["says"]).toContain(bundledLibrary().corpus.stamp.hash);
  });

  test("for a person: a line a finding", async () => {
    const { out } = await runCommand(["doctor"]);
    for (const line of out.trim().split("\n")) expect(line).toMatch(/^(?:ok {5}|note {3}|PROBLEM) \w+: /);
  });
});
