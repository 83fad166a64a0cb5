import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, explain } from "../../src/answer/ask.ts";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { articleOf, corpusOf } from "../support/articles.ts";

const bundled = openLibrary(loadCorpus("corpus"));
const invented = openLibrary(
  corpusOf(
    articleOf(
      "A strong earthquake struck western Nepal early on Monday. At least 140 people died and hundreds were injured.",
      { id: "nepal", outlet: "Hill Herald", published: "2023-02-06" },
    ),
    articleOf("A tremor shook northern Japan on Sunday. Eleven people died when a hotel collapsed.", {
      id: "japan",
      outlet: "Harbour Post",
      published: "2023-02-20",
    }),
    articleOf(
      `Stalmet was fined 4.5 million rubles in May for polluting the river. Its director, Irina Lapteva, called the fine unjust. Lapteva said that the company would appeal.

The lawyer Anton Weiss advised the company. Weiss said that the court was wrong.`,
      { id: "stalmet", outlet: "Harbour Post", published: "2022-05-10" },
    ),
    articleOf(
      "Uralchem Mill was fined 2.1 million rubles for the same offence. Its owner, Oleg Sizov, paid the fine. Sizov said he was sorry.",
      { id: "uralchem", outlet: "Hill Herald", published: "2022-05-12" },
    ),
  ),
);

const taken = (library: Library, question: string, ...context: string[]) =>
  ask(library, question, { context }).notices.find((n) => n.key === "context-used")?.words ?? [];

describe("a follow-up", () => {
  test.each<[string, string[], string[]]>([
    // asks the same of it: everything is taken
    ["And when?", ["How much was Twitter fined?"], ["Twitter", "fined"]],
    ["When was that?", ["How much was Twitter fined?"], ["Twitter", "fined"]],
    ["why?", ["How much was Twitter fined?"], ["Twitter", "fined"]],
    ["А когда?", ["На какую сумму оштрафовали Твиттер?"], ["Твиттер", "оштрафовали"]],
    // puts a name in the place of another
    ["What about Facebook?", ["How much was Twitter fined?"], ["fined"]],
    ["what about facebook?", ["How much was Twitter fined?"], ["fined"]],
    ["Facebook?", ["How much was Twitter fined?"], ["fined"]],
    ["А Facebook?", ["На какую сумму оштрафовали Твиттер?"], ["оштрафовали"]],
    ["And about Facebook?", ["What did Putin say about Telegram?"], ["Putin"]],
    ["What about TikTok?", ["Did Putin praise Telegram?"], ["Putin", "praise"]],
    ["And Peskov?", ["What did Putin say about Telegram?"], ["Telegram"]],
    ["And what did Peskov say?", ["What did Putin say about Telegram?"], ["Telegram"]],
    // or beside it
    ["And in Moscow?", ["How much was Twitter fined?"], ["Twitter", "fined"]],
    // has a word for what was named
    ["Why was it fined?", ["How much was Twitter fined?"], ["Twitter"]],
    ["How much were they fined?", ["Why was Twitter fined?"], ["Twitter"]],
    ["How much did the company have to pay?", ["Why was Twitter fined?"], ["Twitter"]],
    ["За что его оштрафовали?", ["На какую сумму оштрафовали Твиттер?"], ["Твиттер"]],
    ["What did he predict?", ["Who is Vadim Subbotin?"], ["Vadim", "Subbotin"]],
    ["Что он сказал о Твиттере?", ["Кто такой Вадим Субботин?"], ["Вадим", "Субботин"]],
    ["Was it banned?", ["What did Putin say about Telegram?"], ["Telegram"]],
    ["What else did he say?", ["What did Putin say about Telegram?"], ["Putin"]],
    ["Was it banned?", ["Что сказал Путин о Telegram?"], ["Telegram"]],
    // names nothing itself
    ["А почему власти замедлили загрузку картинок?", ["На какую сумму оштрафовали компанию Твиттер?"], ["Твиттер"]],
    // takes from the nearest question that has any words, as that was read
    ["why?", ["Who is Vadim Subbotin?", "and?"], ["Vadim", "Subbotin"]],
    ["why?", ["Who is Vadim Subbotin?", "When was Twitter slowed?"], ["Twitter", "slowed"]],
    ["Why?", ["How much was Twitter fined?", "And Facebook?"], ["Facebook", "fined"]],
    ["why?", [], []],
    ["why?", ["?", "👍", ""], []],
  ])("“%s” after %j takes %j", (question, earlier, expected) => {
    expect([...taken(bundled, question, ...earlier)].sort()).toEqual([...expected].sort());
  });

  test.each<[string, string[], string[]]>([
    ["How many people died?", ["Where was the earthquake in Nepal?"], ["Nepal"]],
    ["And in Japan?", ["How many people died in Nepal?"], ["people", "died"]],
    ["Japan?", ["How many people died in Nepal?"], ["people", "died"]],
    ["And in 2022?", ["What happened in Nepal in 2023?"], ["Nepal"]],
    ["Why?", ['How much was Stalmet fined in:"Harbour Post"'], ["Stalmet", "fined", 'in:"Harbour Post"']],
    ['Why? in:"Hill Herald"', ['How much was Uralchem fined in:"Harbour Post"'], ["Uralchem", "fined"]],
    ["Will they appeal to a higher court?", ["Why was Stalmet fined?"], ["Stalmet"]],
  ])("“%s” after %j takes %j (invented)", (question, earlier, expected) => {
    expect([...taken(invented, question, ...earlier)].sort()).toEqual([...expected].sort());
  });

  test("asks for the same kind of thing, unless it is a question of its own", () => {
    const asked = (question: string, before: string) =>
      explain(bundled, question, { context: [before] }).question.asked;
    expect(asked("And Facebook?", "How much was Twitter fined?")).toBe("amount");
    expect(asked("And when?", "How much was Twitter fined?")).toBe("date");
    expect(asked("And about Facebook?", "What did Putin say about Telegram?")).toBe("statement");
    expect(asked("What did he order?", "Who heads the Investigative Committee?")).toBe("any");
  });

  test("keeps where the earlier question wanted its answer from, unless it says where itself", () => {
    const from = (question: string, before: string) =>
      ask(invented, question, { context: [before] }).blocks.map((b) => b.article);
    expect(from("And why?", "How much was Stalmet fined? in:Hill Herald")).toEqual(
      from("Why was Stalmet fined? in:Hill Herald", "?"),
    );
    expect(new Set(from("Why?", "How much was Stalmet fined? since:2022-05-12"))).not.toContain("stalmet");
    expect(taken(invented, "And the Hill Herald?", "What did the Harbour Post article say of the fine?")).toEqual([
      "fine",
    ]);
  });
});

test("earlier questions of any kind and number are read or not, and never throw", () => {
  const piece = fc.constantFrom(
    "And", "he", "it", "the company", "that", "?", "Twitter", "Putin", "fined", "in:RT", "according to RT", "this week", "latest", "or", "А", "его", "Why",
    '"', "2021", "\n", "\ud800", "",
  ); // biome-ignore format: a list
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 12 }), (question, context) => {
      const answer = ask(bundled, question, { context });
      expect(answer.blocks.length === 0).toBe(answer.outcome === "silence");
      expect(ask(bundled, question, { context })).toEqual(answer);
    }),
    { numRuns: 100 },
  );
});

describe("a pronoun for somebody whom the earlier answer names", () => {
  test.each([
    ["What did he say about Twitter?", "Who is the deputy chief of Roskomnadzor?", "Vadim Subbotin"],
    ["What did he say on Thursday?", "Who is the spokesman of the Kremlin?", "Dmitry Peskov"],
    ["What did he order?", "Who heads the Investigative Committee?", "Alexander Bastrykin"],
    ["Что он приказал?", "Кто возглавляет Следственный комитет?", "Alexander Bastrykin"],
  ])("“%s” after “%s” is about %s", (question, earlier, person) => {
    expect(taken(bundled, question, earlier)).toEqual([person]);
  });

  test("is the one who is called so, not whoever stands beside", () => {
    expect(taken(invented, "What did she say?", "Who is the director of Stalmet?")).toEqual(["Irina Lapteva"]);
  });

  const election = openLibrary(
    corpusOf(
      articleOf(
        `Мэр Амзеля Олег Лугов проиграл второй тур выборов. Победила учительница Вера Зорина, за неё было 57 процентов.

Зорина поблагодарила всех. «Мы начнём со школ», — сказала Зорина. Лугов заявил, что подаст в суд.`,
        { id: "a", language: "ru" },
      ),
      articleOf(
        `The Ferry Pilots' Union wants shorter nights, its chairwoman Marta Lind said. The Ferry Pilots' Union has 90 members.

"Nobody sleeps on the bridge," Lind said. The harbour master Ole Lund called the pilots' demands "a dream".`,
        { id: "b", language: "en" },
      ),
      articleOf("Bakers in Lund sold fewer loaves. Их пекарни закроются в мае.", { id: "c" }),
    ),
  );

  test.each([
    ["Что она сказала?", "Кто победил на выборах мэра?", "Вера Зорина"],
    ["Что он заявил?", "Кто проиграл на выборах мэра?", "Олег Лугов"],
    ["What did she say?", "Who is the chairwoman of the Ferry Pilots' Union?", "Marta Lind"],
  ])("“%s” after “%s” is about %s, who is of that gender, in no more than that name", (question, earlier, person) => {
    expect(taken(election, question, earlier)).toEqual([person]);
  });

  test("finds what is told under the family name alone", () => {
    for (const earlier of ["Who is the president of Russia?", "Who is Vladimir Putin?"])
      expect(ask(bundled, "What did he say about Telegram?", { context: [earlier] }).outcome).toBe("answer");
  });

  test("is nobody where the earlier question asks for no person, or has no answer", () => {
    expect(taken(bundled, "What did he say?", "How much was Twitter fined?")).toEqual(["Twitter", "fined"]);
    expect(taken(bundled, "What did he say?", "Who is the mayor of Paris?")).not.toContain("Vladimir Putin");
  });
});

describe("a question which stands on its own", () => {
  test.each<[string, string]>([
    ["How many social media posts did Roskomnadzor block?", "Who is Vadim Subbotin?"],
    ["bastrykin probe suicide posts", "Who is Vadim Subbotin?"],
    ["Who is Dmitry Peskov?", "How much was Twitter fined?"],
    ["Was LinkedIn banned?", "When was Twitter fined?"],
    ["What did Putin say about Telegram?", "How much was Twitter fined?"],
    ["What happened in Moscow?", "How much was Facebook fined?"],
    ["And how much was Facebook fined?", "How much was Twitter fined?"],
    ["Did Putin say that he would block Twitter?", "Who is Vadim Subbotin?"],
    ["What did Roskomnadzor announce this week?", "Who is Vadim Subbotin?"],
    ["Which network was banned?", "How much was Twitter fined?"],
    ["Роскомнадзор заблокировал сколько источников контента?", "Кто такой Вадим Субботин?"],
    ["А суд в Москве что постановил про детей и подростков?", "На какую сумму оштрафовали Твиттер?"],
    ["А что сделал Facebook?", "На какую сумму оштрафовали Твиттер?"],
    ["Адвокат Навального подал жалобу вчера", "Who is Vadim Subbotin?"],
    ["Иванов прочитал доклад министра", "Who is Vadim Subbotin?"],
    ["thanks!", "Who is Vadim Subbotin?"],
  ])("“%s” after “%s” takes nothing", (question, earlier) => {
    expect(ask(bundled, question, { context: [earlier] })).toEqual(ask(bundled, question));
  });
});
