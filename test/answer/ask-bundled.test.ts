import { describe, expect, test } from "vitest";
import { type AskOptions, ask } from "../../src/answer/ask.ts";
import { resolveReceipt } from "../../src/coverage/receipt.ts";
import { allWords, bundledLibrary, wordsOf } from "../support/libraries.ts";

const library = bundledLibrary();
const answer = (question: string, options: AskOptions = {}) => ask(library, question, options);
/** The words of all blocks, one after the other. */
const said = (question: string, options: AskOptions = {}) => allWords(library, answer(question, options)).join("\n");

describe("questions that the bundled coverage answers", () => {
  test.each<[string, string]>([
    ["How much was Twitter fined?", "three fines totaling 8.9 million rubles ($117,000)"],
    ["Why was Twitter fined?", "for failing to"],
    ["Who ordered a probe into social media posts?", "Alexander Bastrykin, ordered a probe"],
    ["How many sources of content were blocked?", "451 separate sources"],
    ["When did the agency report that uploading would be slowed?", "the agency reported on March 10"],
    ["LinkedIn ban reason", "for failing to store user data in the country"],
    ["What did Putin say about positivity?", "positivity that’s missing on social networks"],
    // misspelt: a letter too few, two letters swapped
    ["How much was Twiter fined?", "8.9 million rubles"],
    ["How much was Twitetr fined?", "8.9 million rubles"],
    ["roskomnazdor deputy chief", "Roskomnadzor deputy chief Vadim Subbotin"],
    // in Russian, and with names in the other script
    ["На какую сумму оштрафовали Твиттер?", "8.9 million rubles"],
    ["Почему в России запретили LinkedIn?", "for failing to store user data"],
    ["Кто такой Вадим Субботин?", "Vadim Subbotin"],
    ["Почему блокировали Телеграм?", "briefly banned over security agencies’ concerns"],
    // shouted, whispered, and decorated
    ["HOW MUCH WAS TWITTER FINED", "8.9 million rubles"],
    ["how   much was\ntwitter fined", "8.9 million rubles"],
    ["🤔 How much was Twitter fined?? 🙏", "8.9 million rubles"],
  ])("%s", (question, words) => {
    expect(answer(question).outcome).toBe("answer");
    expect(said(question)).toContain(words);
  });

  test.each<[string, string[], string]>([
    ["And what did he predict?", ["Who is Vadim Subbotin?"], "it will be blocked in a month"],
    ["why?", ["When was Twitter slowed down?"], "failing to remove content"],
    ["А за что?", ["На какую сумму оштрафовали Твиттер?"], "for failing to"],
  ])("a follow-up: “%s” after %j", (question, context, words) => {
    expect(said(question, { context })).toContain(words);
    expect(answer(question, { context }).notices).toContainEqual(expect.objectContaining({ key: "context-used" }));
  });
});

describe("questions that it does not answer", () => {
  test.each([
    // Only a deputy of this office is named.
    "Who is the head of Roskomnadzor?",
    "What is the name of the head of Roskomnadzor?",
    "Кто возглавляет Роскомнадзор?",
    // Names that are nowhere in the coverage.
    "What did Jack Dorsey say about the slowdown?",
    "Какой штраф суд назначил компании Google?",
    "Who is Angela Merkel?",
    // Something is said of somebody else.
    "How much was Facebook fined?",
    "How many users does Twitter have in Russia?",
    // Nothing of the sort.
    "What is the capital of France?",
    "How do I bake bread?",
    "asdfghjkl qwertyuiop",
  ])("%s", (question) => {
    expect(answer(question).outcome).not.toBe("answer");
  });

  test("a name that is nowhere is named, one that is somewhere is not", () => {
    const { notices } = answer("What did Angela Merkel say about Twitter?");
    expect(notices).toContainEqual({ key: "not-mentioned", names: ["Angela Merkel"] });
  });
});

describe("questions without a word to look for", () => {
  test.each(["", " ", "?", "👍", "👩‍👩‍👧‍👦🇷🇺", "who is it?", "а кто это?", "\u202e\u0000", "…—“”"])(
    "%j",
    (question) => {
      const { outcome, blocks, notices } = answer(question);
      expect({ outcome, blocks, notices }).toEqual({
        outcome: "silence",
        blocks: [],
        notices: [{ key: "empty-question" }],
      });
    },
  );
});

describe("what an answer shows", () => {
  test("the original with its reprint folded in, whichever fits the question better", () => {
    for (const question of [
      "How many sources of content were blocked?",
      "Who ordered a probe into posts?",
      "Navalny jailed rallies",
    ]) {
      const block = answer(question).blocks.find((b) => wordsOf(library, b).length > 0);
      expect([question, block?.article.slice(0, 3), block?.alsoIn.map((id) => id.slice(0, 3))]).toEqual([
        question,
        "000",
        ["001"],
      ]);
    }
  });

  test("what only the reprint prints, from the reprint and with nobody else", () => {
    const block = answer("We Are Together nationwide volunteer campaign meeting in Moscow").blocks[0];
    expect(wordsOf(library, block)).toContain("We Are Together");
    expect([block?.article.slice(0, 3), block?.zone, block?.alsoIn]).toEqual(["001", "caption", []]);
  });

  test("as many blocks as were asked for, best first, none twice", () => {
    for (const limit of [1, 2, 3, 9, 100]) {
      const { blocks } = answer("What did Putin say about social networks?", { limit });
      expect(blocks.length).toBeLessThanOrEqual(limit);
      const texts = blocks.map((b) => wordsOf(library, b));
      expect(new Set(texts).size).toBe(texts.length);
      expect(blocks.map((b) => b.score)).toEqual(blocks.map((b) => b.score).sort((a, b) => b - a));
    }
    expect(answer("What did Putin say about social networks?").blocks).toHaveLength(3);
  });

  test("fewer blocks are the first of more", () => {
    const question = "What did Putin say about social networks?";
    expect(answer(question, { limit: 2 }).blocks).toEqual(answer(question, { limit: 9 }).blocks.slice(0, 2));
  });

  test("a receipt by which each block can be found again", () => {
    for (const block of answer("Why was Twitter fined?", { limit: 9 }).blocks)
      expect(resolveReceipt(library.corpus, block.receipt)).toMatchObject({ ok: true, span: block.spans[0] });
  });

  test("the words that matched, inside the spans", () => {
    const [block] = answer("How much was Twitter fined?").blocks;
    const article = library.corpus.byId.get(block?.article ?? "");
    const words = block?.matches.map((m) => article?.text.slice(m.start, m.end).toLowerCase());
    expect(words).toEqual(expect.arrayContaining(["twitter"]));
  });

  test("notices: a corrected spelling, the other language", () => {
    expect(answer("How much was Twiter fined?").notices).toContainEqual({
      key: "read-as",
      from: "Twiter",
      to: "Twitter",
    });
    expect(answer("На какую сумму оштрафовали Твиттер?").notices).toContainEqual({
      key: "other-language",
      language: "en",
    });
    expect(answer("How much was Twitter fined?").notices).toEqual([]);
  });
});

test("a question of a million characters is answered from its beginning", () => {
  const question = `How much was Twitter fined? ${"and then something else happened ".repeat(32_000)}`;
  expect(question.length).toBeGreaterThan(1_000_000);
  expect(allWords(library, ask(library, question, { context: [question] })).join("\n")).toContain("8.9 million rubles");
  for (const hostile of [
    "what was ".repeat(120_000),
    "что ".repeat(250_000),
    "(".repeat(1_000_000),
    "Ab".repeat(500_000),
    "8,".repeat(500_000),
    "é".normalize("NFD").repeat(500_000),
  ])
    expect(["answer", "near-miss", "silence"]).toContain(ask(library, hostile).outcome);
});

test("the surname says who is meant, however the first name is written", () => {
  expect(ask(bundledLibrary(), "Who is Aleksandr Bastrikin?").outcome).toBe("answer");
});
