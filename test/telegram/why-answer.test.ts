import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { silenceLog } from "../../src/telegram/silence-log.ts";
import { catalogue } from "../../src/telegram/texts.ts";
import { messagesOf, playBot } from "../support/bot.ts";
import { bundledLibrary } from "../support/libraries.ts";

const library = bundledLibrary();
const { en } = catalogue;

test("/why in reply to an answer, with a question, and alone", async () => {
  const { say } = await playBot(library);
  const [answer] = messagesOf(await say("How much was Twitter fined?"));
  const about = async (text: string, replyTo?: number) => messagesOf(await say(text, replyTo))[0]?.text ?? "";
  const replied = await about("/why", answer?.message_id);
  expect(replied.startsWith(en.whyAnswer.head.answer)).toBe(true);
  expect(replied).toContain(en.whyAnswer.there("Twitter, fined"));
  expect(await about("/why How much was Twitter fined?")).toBe(replied);
  expect(await about("/why How many users does Twitter have in Russia?")).toContain(en.whyAnswer.objections.figure);
  expect(await about("/why")).toBe(en.usage.why);
  const [told] = messagesOf(await say("/why", answer?.message_id));
  expect(await about("And Facebook?", told?.message_id)).not.toContain("counts");
});

test("SILENCE_LOG: the words of questions without an answer, and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "silence.jsonl");
  const lines: string[] = [];
  const log = createLog("debug", [], (line) => lines.push(line));
  const { say } = await playBot(library, { onSilence: silenceLog(file, log) });
  await say("How much was Twitter fined?");
  await say("👍");
  await say("asdfgh\nqwerty");
  expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify({ outcome: "silence", question: "asdfgh\nqwerty" })}\n`);
  expect(lines).toEqual([]);
});

test("a silence log that cannot be written is told once and disturbs no answer", async () => {
  const lines: string[] = [];
  const onSilence = silenceLog(
    "/dev/full",
    createLog("debug", [], (line) => lines.push(line)),
  );
  const { say } = await playBot(library, { onSilence });
  for (const question of ["asdfgh qwerty", "zxcvbn uiop"])
    expect(messagesOf(await say(question))[0]?.text).toContain(en.silence);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("asdfgh");
});
