import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Bot } from "grammy";
import { afterAll, describe, expect, it } from "vitest";
import { converse } from "../../../src/cli/chat/converse.ts";
import { readLines } from "../../../src/cli/chat/read-lines.ts";
import { runScript } from "../../../src/cli/chat/script.ts";
import type { MakeBot } from "../../../src/cli/chat/session.ts";
import { readLine } from "../../../src/cli/chat/words.ts";
import { testIo, tinyBot } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-chat-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function script(lines: readonly string[], options: { json?: boolean; language?: string } = {}) {
  const { io, out, err } = testIo("", { cwd: folder });
  const code = await runScript(tinyBot, lines, { io, ...options });
  return {
    code,
    out: out(),
    err: err(),
    objects: () =>
      out()
        .trim()
        .split("\n")
        .map((l) => JSON.parse(l)),
  };
}

describe("a conversation by script", () => {
  it("prints the lines and the answers in order, as plain text", async () => {
    const { code, out } = await script(["Who?", "", "  ", "/quote No", ":press 1", "::)", ":)"]);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        "› Who?\n#2\necho Who?\n",
        "› /quote No\n#4 ↩ #3\n│ “No”\n— RT <https://www.rt.com/x>\n[1] More  [2] Source https://example.com/a\n",
        "› :press 1\n✎ edited #4 ↩ #3\nmore of “No”\n— RT\n\n(alert) there you are\n",
        "› ::)\n#6\necho :)\n",
        "› :)\n#8\necho :)\n",
      ]
        .map((part) => `${part}\n`)
        .join(""),
    );
    expect(out).not.toContain("\x1b");
  });

  it("prints one object a line with --json, the same for the same input", async () => {
    const lines = ["Who?", "/quote No", ":1"];
    const { code, objects, out } = await script(lines, { json: true });
    expect(code).toBe(0);
    expect(objects().map(({ event, input }) => [event, input])).toEqual([
      ["message", 1],
      ["message", 2],
      ["edit", 3],
      ["callback", 3],
    ]);
    expect(objects()[1]).toMatchObject({
      message_id: 4,
      reply_to: 3,
      text: "“No”\n— RT",
      entities: [{ type: "expandable_blockquote" }, { type: "text_link" }],
      reply_markup: { inline_keyboard: [[{ callback_data: "more:1" }, { text: "Source" }]] },
    });
    expect((await script(lines, { json: true })).out).toBe(out);
  });

  it("ends with 1 when a call was refused, even if the bot swallowed it", async () => {
    const { code, out } = await script(["/empty", "Who?"]);
    expect(code).toBe(1);
    expect(out).toContain("✗ sendMessage was refused: 400 Bad Request: message text is empty");
    expect(out).toContain("echo Who?");
    const [refused] = (await script(["/empty"], { json: true })).objects();
    expect(refused).toMatchObject({ event: "refused", method: "sendMessage", code: 400, params: { text: "" } });
  });

  it("ends with 1 when the bot's code threw, and goes on", async () => {
    const { code, out } = await script(["/crash", "Who?"]);
    expect(code).toBe(1);
    expect(out).toContain("✗ the bot failed: Error: out of order");
    expect(out).toContain("echo Who?");
  });

  it("ends with 1 when the bot's start-up calls were refused", async () => {
    const { io, out } = testIo();
    const make: MakeBot<never> = ({ token, apiRoot }) => {
      const bot = new Bot<never>(token, { client: { apiRoot } });
      return { bot, announce: () => bot.api.setMyCommands([{ command: "Bad", description: "x" }]) };
    };
    expect(await runScript(make, [], { io })).toBe(1);
    expect(out()).toContain("✗ setMyCommands was refused: 400 Bad Request: BOT_COMMAND_INVALID");
  });

  it("sends a long line as several messages, in order", async () => {
    const long = "x".repeat(4095) + "👉".repeat(3000);
    const { objects } = await script([long], { json: true });
    // With "echo " before them the full ones are too long for the bot to send back: they are in its refused calls.
    const arrived = objects().map((o) => (o.text ?? o.params.text).replace("echo ", ""));
    expect(arrived.join("")).toBe(long);
    expect(arrived.map((t: string) => t.length)).toEqual([4095, 4096, 1904]);
  });

  it("stops at a line that it cannot follow, with the reason", async () => {
    await expect(script([":nonsense"])).rejects.toThrow('there is no word ":nonsense"');
    await expect(script([":press 1"])).rejects.toThrow("no message has buttons");
    await expect(script(["/quote a", ":3"])).rejects.toThrow("has no button 3");
    await expect(script([":reply 9 x"])).rejects.toThrow("no message #9");
    await expect(script([":raw"])).rejects.toThrow("not sent anything");
  });

  it("leaves at :quit, shows :help, and presses by data, label, message and address", async () => {
    const { out, code } = await script([
      "/quote a",
      "/quote b",
      ":press more:1 #2",
      ":press Source",
      ":help",
      ":quit",
      "Who?",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("✎ edited #2 ↩ #1\nmore of “a”");
    expect(out).toContain("opens https://example.com/a");
    expect(out).toContain(":save FILE");
    expect(out).not.toContain("Who?");
  });

  it("shows the bot's last message as it was sent, harmless", async () => {
    const { out } = await script(["\u009b2J", ":raw"]);
    const raw = out.slice(out.indexOf("{"));
    expect(JSON.parse(raw)).toEqual({ method: "sendMessage", chat_id: 1_000_001, text: "echo <U+009B>2J" });
    expect(out).not.toContain("\u009b");
  });

  it("replies to a message", async () => {
    const { objects } = await script(["one", ":reply 2 /quote two"], { json: true });
    expect(objects()[1]).toMatchObject({ reply_to: 3, text: "“two”\n— RT" });
  });

  it("replies to the bot's last message when none is named", async () => {
    const { out } = await script(["one", "two", ":reply three", ":save reply.json"]);
    expect(out).toContain("saved");
    const entries = JSON.parse(readFileSync(join(folder, "reply.json"), "utf8"));
    expect(entries.findLast((e: { event: string }) => e.event === "said")).toMatchObject({
      text: "three",
      reply_to: 4,
    });
    await expect(script([":reply first"])).rejects.toThrow("not sent anything");
  });
});

describe(":save", () => {
  it("writes Markdown in which text stays text", async () => {
    const { out } = await script(["*a* <b>\n- c", "/quote [x](y)", ":1", ":save talk.md", ":save talk.md"]);
    expect(out).toContain("saved to talk.md");
    expect(readFileSync(join(folder, "talk.md"), "utf8")).toBe(
      [
        "**You** (#1):",
        "\\*a\\* \\<b\\>  \n\\- c",
        "**Bot** (#2):",
        "echo \\*a\\* \\<b\\>  \n\\- c",
        "**You** (#3):",
        "/quote \\[x\\](y)",
        "**Bot** (#4):",
        "> “\\[x\\](y)”",
        "— [RT](<https://www.rt.com/x>)",
        "\\[1\\] More · \\[2\\] Source",
        "**You** pressed “1” of #4.",
        "**Bot** (#4, edited):",
        "more of “\\[x\\](y)”  \n— RT",
        "**Bot** (alert): there you are\n",
      ].join("\n\n"),
    );
  });

  it("writes JSON with both sides", async () => {
    await script(["Who?", ":save talk.json"]);
    expect(JSON.parse(readFileSync(join(folder, "talk.json"), "utf8"))).toEqual([
      { event: "said", message_id: 1, text: "Who?" },
      { event: "message", message_id: 2, text: "echo Who?" },
    ]);
  });

  it("does not overwrite files that are not its own, and names the reason when it cannot write", async () => {
    writeFileSync(join(folder, "mine.md"), "mine");
    await expect(script([":save mine.md"])).rejects.toThrow("mine.md exists already");
    await expect(script([":save none/a.md"])).rejects.toThrow("cannot write none/a.md: its folder does not exist");
    expect(readFileSync(join(folder, "mine.md"), "utf8")).toBe("mine");
  });
});

describe("a conversation at a terminal", () => {
  async function type(text: string, { env = {}, makeBot = tinyBot } = {}) {
    const { io, stdin, out } = testIo("", { tty: true, env });
    const done = converse(makeBot, io);
    for (let i = 0; !out().includes("› "); i++) {
      if (i > 500) throw new Error(`no prompt: ${out()}`);
      await pause(10);
    }
    // A tab in the middle of a chunk would be taken for pasted text.
    for (const key of text.split(/(\t)/)) {
      stdin.write(key);
      await pause(5);
    }
    await done;
    return out();
  }

  it("answers, forgives what it cannot follow, and leaves at :quit", async () => {
    const out = await type("Who?\r:nonsense\r/quote No\r:quit\r");
    expect(out).toContain("echo Who?");
    expect(out).toContain('there is no word ":nonsense"');
    expect(out).toContain("\x1b[32m│\x1b[39m “No”");
    expect(out).toContain("\x1b]8;;https://www.rt.com/x\x1b\\");
  });

  it.each([
    ["Ctrl+C", "\x03"],
    ["Ctrl+D", "\x04"],
  ])("leaves at %s", async (_, key) => {
    await expect(type(key)).resolves.toContain("› ");
  });

  it("leaves at Ctrl+C though the bot hangs", async () => {
    const makeBot: typeof tinyBot = ({ token, apiRoot }) => {
      const bot = new Bot(token, { client: { apiRoot } });
      bot.on("message", () => new Promise<never>(() => {}));
      return { bot };
    };
    await expect(type("Who?\r\t\x03", { makeBot })).resolves.toContain("› ");
  });

  it("completes the bot's commands, and has no colours with NO_COLOR", async () => {
    const out = await type("/qu\tNo\r:quit\r", { env: { NO_COLOR: "1" } });
    expect(out).toContain("│ “No”");
    expect(out).not.toMatch(/\x1b\[\d+m|\x1b\]8/);
  });
});

describe("reading lines", () => {
  const read = async (...chunks: (string | Uint8Array)[]) => {
    const stream = (async function* () {
      yield* chunks;
    })() as unknown as NodeJS.ReadableStream;
    const lines: string[] = [];
    for await (const line of readLines(stream)) lines.push(line);
    return lines;
  };

  it("ends a line at line feeds only, and counts the last one without", async () => {
    expect(await read("a\r\nb\n\nc\u2028d", "e")).toEqual(["a", "b", "", "c\u2028de"]);
    expect(await read("a\n")).toEqual(["a"]);
    expect(await read()).toEqual([]);
  });

  it("puts together characters that are cut by chunks, and huge lines", async () => {
    const bytes = Buffer.from("é👉");
    expect(await read(...[...bytes].map((b) => Uint8Array.of(b)))).toEqual(["é👉"]);
    const chunk = "x".repeat(65_536);
    expect((await read(...Array.from({ length: 200 }, () => chunk)))[0]).toHaveLength(200 * 65_536);
  });

  it("tells words from messages", () => {
    expect(readLine(":2")).toEqual({ word: "press", button: 2 });
    expect(readLine(":2 #7")).toEqual({ word: "press", button: 2, messageId: 7 });
    expect(readLine(":press More results #7")).toEqual({ word: "press", button: "More results", messageId: 7 });
    expect(readLine(":reply #7 a b")).toEqual({ word: "say", text: "a b", replyTo: 7 });
    expect(readLine(":reply And when?")).toEqual({ word: "say", text: "And when?", replyTo: "newest" });
    expect(readLine("::help")).toEqual({ word: "say", text: ":help" });
    expect(readLine(": help")).toEqual({ word: "say", text: ": help" });
    expect(readLine(":save a b.md")).toEqual({ word: "save", file: "a b.md" });
    for (const bad of [":press", ":reply", ":reply 7", ":reply #7 ", ":save", ":Hilfe"]) {
      expect(() => readLine(bad)).toThrow();
    }
  });
});
