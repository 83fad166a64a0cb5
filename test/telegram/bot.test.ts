import type { Transformer } from "grammy";
import type { Chat, Message, Update, User } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { ChatEvent } from "../../src/cli/chat/events.ts";
import { catalogue } from "../../src/telegram/texts.ts";
import { articleOf } from "../support/articles.ts";
import { messagesOf, pageButton, playBot, quotedIn } from "../support/bot.ts";
import { bundledLibrary, libraryOf } from "../support/libraries.ts";

const library = bundledLibrary();
const { en, ru } = catalogue;
const textOf = (events: readonly ChatEvent[]) => messagesOf(events)[0]?.text ?? "";
const quotes = (events: readonly ChatEvent[]) =>
  events.flatMap((e) => (e.event === "message" || e.event === "edit" ? quotedIn(e.call) : []));
const kinds = (events: readonly ChatEvent[]) => events.map((e) => e.event);

/** The person of the stand-in; a group here has the same number, the only one that the stand-in lets the bot write to. */
const person: User = { id: 1_000_001, is_bot: false, first_name: "You", language_code: "en" };
const privately: Chat.PrivateChat = { id: person.id, type: "private", first_name: "You" };
const group: Chat.SupergroupChat = { id: person.id, type: "supergroup", title: "Newsroom" };
const update = (chat: Chat, content: object, from = person): Omit<Update, "update_id"> => ({
  message: { message_id: 900, date: 1, chat, from, ...content } as NonNullable<Update["message"]>,
});

describe.each([
  ["en", en, "How much was Twitter fined?", "Who is the head of Roskomnadzor?"],
  ["ru", ru, "На какую сумму оштрафовали Твиттер?", "Кто возглавляет Роскомнадзор?"],
] as const)("in %s", (language, t, answered, unanswered) => {
  test("free text and /ask: the same answer, with source, date and link", async () => {
    const { say } = await playBot(library, { language });
    const free = await say(answered);
    expect(quotes(free).join("\n")).toContain("three fines totaling 8.9 million rubles");
    expect(textOf(free)).toContain(language === "ru" ? "2 апреля 2021" : "2 Apr 2021");
    expect(textOf(free)).toContain(t.linkUnknown);
    expect(textOf(await say(`/ask ${answered}`))).toBe(textOf(free));
    expect(textOf(await say(`/ASK\n${answered}`))).toBe(textOf(free));
  });

  test("a known link is a link, in the answer's own line", async () => {
    const { say } = await playBot(library, { language });
    const [message] = messagesOf(await say("What did Putin say about positivity?"));
    expect(message?.entities).toContainEqual(
      expect.objectContaining({ type: "text_link", url: expect.stringContaining("themoscowtimes.com") }),
    );
  });

  test("an honest no", async () => {
    const { say } = await playBot(library, { language });
    const text = textOf(await say(unanswered));
    expect(text.startsWith(t.silence) || text.startsWith(t.nearMiss)).toBe(true);
    expect(textOf(await say("asdfgh qwerty"))).toContain(t.silence);
    expect(textOf(await say("👍"))).toContain(t.nothingAsked);
  });

  test.each([
    ["/start", (text: string) => text.startsWith(t.start("You"))],
    ["/start nonsense", (text: string) => text.startsWith(t.start("You"))],
    ["/start p_nonsense", (text: string) => text === t.staleLink],
    ["/help", (text: string) => text.startsWith(t.help)],
    ["/privacy", (text: string) => text === t.privacy],
    ["/about", (text: string) => text.startsWith(t.about(5, "", "").slice(0, 10)) && text.includes(t.reprintOf("RT"))],
    ["/ask", (text: string) => text === t.usage.ask],
    ["/check", (text: string) => text === t.usage.check],
    ["/quote", (text: string) => text.startsWith(t.quoteWho)],
    ["/quote Peskov", (text: string) => text.startsWith("Dmitry Peskov")],
    ["/quote Песков", (text: string) => text.startsWith("Dmitry Peskov")],
    [
      "/quote Zebulon Quist",
      (text: string) => text.startsWith(t.quoteNobody("Zebulon Quist")) && text.includes(t.quoteHint),
    ],
    ["/quote Putin in The Moscow Times", (text: string) => text.includes(`(${t.speakerAs("Wednesday")})`)],
    ["/quote “No such words”", (text: string) => text.startsWith(t.quoteNobody("No such words"))],
    ["/quote Putin about zebulonquist", (text: string) => text.startsWith(`${t.quoteNothing}\n\n${t.quoteHint}`)],
    ["/timeline Twitter", (text: string) => text.startsWith("Twitter") && text.includes("2021")],
    ["/timeline zebulonquist", (text: string) => text.startsWith(`${t.timelineEmpty}\n\n${t.timelineHint}`)],
    [
      "/check “We have no such plans”",
      (text: string) => text.includes(t.verdicts.exact) || text.includes(t.verdicts.typography),
    ],
    ["“We have no such great plans”", (text: string) => text.includes(t.verdicts.altered)],
    [
      "/check something that nobody ever said",
      (text: string) => text.includes(t.verdicts["not-found"]) || text.includes(t.nothingToCheck),
    ],
    ["/nonsense", (text: string) => text === t.unknownCommand],
    ["/цитата", (text: string) => text === t.unknownCommand],
    ["/", (text: string) => text === t.unknownCommand],
    ["/quote@some_other_bot Putin", (text: string) => text === t.unknownCommand],
    ["/HELP@OnRecord_Terminal_Bot", (text: string) => text.startsWith(t.help)],
  ])("%s", async (typed, isRight) => {
    const { say } = await playBot(library, { language });
    const events = await say(typed);
    expect(kinds(events)).toEqual(["message"]);
    expect([textOf(events), isRight(textOf(events))]).toEqual([textOf(events), true]);
  });
});

describe("pages and buttons", () => {
  test.each([
    "What did Putin say about social networks?",
    "/ask What did Putin say about social networks?",
    "/quote Putin",
    "/timeline",
    "/timeline Twitter",
  ])("%s: there and back again in the same message, every page once", async (typed) => {
    const { say, press } = await playBot(library);
    const [first] = messagesOf(await say(typed));
    if (!first) throw new Error("no answer");
    const texts = [first.text];
    let page: Message = first;
    for (let button = pageButton(page, "›"); button; button = pageButton(page, "›")) {
      const events = await press(button, first.message_id);
      expect(kinds(events)).toEqual(["edit", "callback"]);
      page = messagesOf(events)[0] as Message;
      expect(page.message_id).toBe(first.message_id);
      texts.push(page.text);
    }
    expect(texts.length).toBeGreaterThan(1);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts.toReversed().slice(1)) {
      page = messagesOf(await press(pageButton(page, "‹") ?? "", first.message_id))[0] as Message;
      expect(page.text).toBe(text);
    }
    expect(page.entities).toEqual(first.entities);
  });

  test("a name on a button shows that person's quotations", async () => {
    const { say, press } = await playBot(library);
    const [list] = messagesOf(await say("/quote"));
    const [button] = list?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(button?.text).toContain("Putin");
    const events = await press(1, list?.message_id ?? 0);
    expect(kinds(events)).toEqual(["edit", "callback"]);
    expect(textOf(events)).toMatch(/^Vladimir Putin/);
    // Its further pages stay with that person.
    const [page] = messagesOf(events);
    const more = pageButton(page, "›");
    if (more) expect(textOf(await press(more, list?.message_id ?? 0))).toMatch(/^Vladimir Putin/);
  });

  test("pressed twice at once, a button is answered twice and nothing is refused", async () => {
    const { api, events, say } = await playBot(library);
    const [message] = messagesOf(await say("/quote Putin"));
    const label = pageButton(message, "›") ?? "";
    api.press(label, message?.message_id ?? 0);
    api.press(label, message?.message_id ?? 0);
    await api.idle();
    const after = kinds(events).slice(1);
    expect(after.filter((k) => k === "callback")).toHaveLength(2);
    expect(after.filter((k) => k === "unanswered" || k === "failed")).toEqual([]);
  });

  test.each(["0:old", "1:z:0", "1:a:zz", "1:q:0:nobody", "1:c:0", "x", "1:a:0:", "2:a:0"])(
    "a button with %s is refused politely",
    async (data) => {
      const { bot, say, press } = await playBot(library);
      const [asked] = messagesOf(await say("Why was Twitter fined?"));
      const sent = await bot.api.sendMessage(person.id, "an old message", {
        reply_markup: { inline_keyboard: [[{ text: "more", callback_data: data }]] },
        ...(data.startsWith("1:c") ? {} : { reply_parameters: { message_id: (asked?.message_id ?? 2) - 1 } }),
      });
      const events = await press(1, sent.message_id);
      expect(events).toMatchObject([{ event: "callback", text: en.stale, alert: true }]);
    },
  );

  test("a button whose question is gone is refused politely", async () => {
    const { bot, press } = await playBot(library);
    for (const data of ["1:a:1", "1:q:1", "1:t:1", "1:c:1"]) {
      const sent = await bot.api.sendMessage(person.id, `lost ${data}`, {
        reply_markup: { inline_keyboard: [[{ text: "more", callback_data: data }]] },
      });
      expect(await press(1, sent.message_id)).toMatchObject([{ event: "callback", text: en.stale, alert: true }]);
    }
  });

  test("a press that came while the bot was away is no error, though it cannot be answered any more", async () => {
    const { log, receive, say } = await playBot(library);
    const [message] = messagesOf(await say("/quote Putin"));
    const events = await receive({
      callback_query: { id: "long-gone", from: person, chat_instance: "1", data: "1:q:1", message: message as Message },
    });
    expect(kinds(events)).toEqual(["edit", "refused"]);
    expect(log.join("")).toBe("");
  });

  test("/ask and /check in reply to a message: the answer replies to that message, and its pages turn", async () => {
    const { api, press, say } = await playBot(library);
    await say("hello there");
    const question = api.say("What did Putin say about social networks?");
    await api.idle();
    const [answer] = messagesOf(await say("/ask", question.message_id));
    expect(answer?.reply_to_message?.message_id).toBe(question.message_id);
    const more = pageButton(answer, "›");
    expect(kinds(await press(more ?? "", answer?.message_id ?? 0))).toEqual(["edit", "callback"]);
    const claims = api.say(
      Array.from({ length: 6 }, (_, i) => `He said: “We have no such plans, number ${i}”.`).join("\n"),
    );
    await api.idle();
    const [verdicts] = messagesOf(await say("/check", claims.message_id));
    expect(verdicts?.reply_to_message?.message_id).toBe(claims.message_id);
    const next = pageButton(verdicts, "›");
    expect(next && kinds(await press(next, verdicts?.message_id ?? 0))).toEqual(["edit", "callback"]);
  });
});

describe("follow-ups", () => {
  test("a reply to an answer leans on the question behind it", async () => {
    const { say } = await playBot(library);
    const [answer] = messagesOf(await say("Who is Vadim Subbotin?"));
    const [follow] = messagesOf(await say("What did he predict?", answer?.message_id ?? 0));
    expect(follow?.text).toContain("it will be blocked in a month");
    expect(follow?.text).toContain(en.contextUsed("").slice(0, 20));
  });

  test.each([
    "asdfgh qwerty",
    "How much was Facebook fined?",
    "/quote",
    "/quote Zebulon Quist",
    "/quote Peskov about zebulonquist",
    "/timeline zebulonquist",
    "/help",
  ])("the bot's own words in the answer to “%s” are no context", async (asked) => {
    const { say } = await playBot(library);
    const [answer] = messagesOf(await say(asked));
    const used =
      /together with your earlier question: (.*)\./.exec(textOf(await say("And why?", answer?.message_id ?? 0)))?.[1] ??
      "";
    expect(
      used
        .split(", ")
        .filter((word) =>
          /^(?:quotation|quotes?|fits?|coverage|nearest|say|reports?|dated|directly|often)$/.test(word),
        ),
    ).toEqual([]);
  });

  test("a reply that stands alone is read alone", async () => {
    const { say } = await playBot(library);
    const [answer] = messagesOf(await say("Who is Vadim Subbotin?"));
    const alone = await say("How many separate sources of content were blocked?", answer?.message_id ?? 0);
    expect(textOf(alone)).toContain("451");
    expect(textOf(alone)).not.toContain("Subbotin");
  });
});

describe("what is not for the bot", () => {
  test("edited messages, channel posts, service messages, reactions and bots are passed over", async () => {
    const { receive } = await playBot(library);
    const text = "How much was Twitter fined?";
    const message = { message_id: 900, date: 1, chat: privately, from: person, text };
    const silent: Omit<Update, "update_id">[] = [
      { edited_message: { ...message, edit_date: 2 } as NonNullable<Update["edited_message"]> },
      {
        channel_post: { ...message, chat: { id: person.id, type: "channel", title: "C" } } as unknown as NonNullable<
          Update["channel_post"]
        >,
      },
      update(privately, { pinned_message: { message_id: 1, date: 0, chat: privately } }),
      update(privately, { message_auto_delete_timer_changed: { message_auto_delete_time: 60 } }),
      update(group, { new_chat_members: [person] }),
      {
        my_chat_member: {
          chat: privately,
          from: person,
          date: 1,
          old_chat_member: { status: "member", user: person },
          new_chat_member: { status: "kicked", user: person, until_date: 0 },
        },
      },
      update(privately, { sticker: {} }, { ...person, is_bot: true }),
    ];
    for (const one of silent) expect(await receive(one)).toEqual([]);
  });

  test.each(["photo", "voice", "video", "document", "sticker", "location", "contact", "poll", "dice"])(
    "a %s in private: only text can be read",
    async (kind) => {
      const { receive } = await playBot(library);
      const content = kind === "photo" ? { photo: [{}] } : { [kind]: {} };
      expect(textOf(await receive(update(privately, content)))).toBe(en.notText);
      expect(await receive(update(group, content))).toEqual([]);
    },
  );

  test("groups: silent unless spoken to", async () => {
    const { receive, bot } = await playBot(library);
    const text = "How much was Twitter fined?";
    for (const silent of [text, "“We have no such plans”", "/quote@some_other_bot Putin", "/nonsense", "hello", "/"])
      expect([silent, await receive(update(group, { text: silent }))]).toEqual([silent, []]);
    expect(
      await receive(
        update(group, { text, reply_to_message: { message_id: 5, date: 0, chat: group, from: person, text: "x" } }),
      ),
    ).toEqual([]);
    expect(quotes(await receive(update(group, { text: `/ask ${text}` }))).join()).toContain("8.9 million");
    expect(quotes(await receive(update(group, { text: `/ask@${bot.botInfo.username} ${text}` }))).join()).toContain(
      "8.9 million",
    );
    expect(
      quotes(
        await receive(
          update(group, {
            text,
            reply_to_message: { message_id: 5, date: 0, chat: group, from: bot.botInfo, text: "x" },
          }),
        ),
      ).join(),
    ).toContain("8.9 million");
    expect(textOf(await receive(update(group, { text: "/help" })))).toContain(en.help);
  });

  test("the same update twice is answered once", async () => {
    const { bot, api, events } = await playBot(library);
    const twice = { update_id: 5_000_000, ...update(privately, { text: "/help" }) };
    await bot.handleUpdate(twice);
    await bot.handleUpdate(twice);
    await api.idle();
    expect(kinds(events)).toEqual(["message"]);
  });
});

describe("when something goes wrong", () => {
  /** A library that breaks at the first question, with the person's words in the error. */
  const broken = () => ({
    ...bundledLibrary(),
    search: () => {
      throw new Error("cannot read “How much was Twitter fined?”");
    },
  });

  test("the person gets a fixed sentence, the log a line without their words", async () => {
    for (const [language, t] of Object.entries(catalogue)) {
      const { say, log } = await playBot(broken(), { language });
      const events = await say("How much was Twitter fined?");
      expect(messagesOf(events).map((m) => m.text)).toEqual([t.failed]);
      expect(log).toHaveLength(1);
      expect(JSON.parse(log[0] ?? "")).toMatchObject({ level: 50, msg: "an update was not answered", error: "Error" });
      expect(log.join("")).not.toContain("Twitter");
      // And the next one is answered.
      expect(textOf(await say("/help"))).toContain(t.help);
    }
  });

  const failing =
    (method: string, code: number, description: string): Transformer =>
    (call, called, payload, signal) =>
      called === method
        ? Promise.resolve({ ok: false, error_code: code, description } as never)
        : call(called, payload, signal);

  test("a person who blocked the bot is no error", async () => {
    const { say, log } = await playBot(library, {
      between: failing("sendMessage", 403, "Forbidden: bot was blocked by the user"),
    });
    expect(kinds(await say("How much was Twitter fined?"))).toEqual([]);
    expect(log.map((line) => JSON.parse(line).level)).toEqual([20]);
    expect(log.join("")).not.toContain("Twitter");
  });

  test("an edit that Telegram refuses is answered with the fixed sentence", async () => {
    const { say, press, log } = await playBot(library, {
      between: failing("editMessageText", 400, "Bad Request: message can't be edited"),
    });
    const [message] = messagesOf(await say("/quote Putin"));
    expect(await press(pageButton(message, "›") ?? "", message?.message_id ?? 0)).toMatchObject([
      { event: "callback", text: en.failed },
    ]);
    expect(log).toHaveLength(1);
  });
});

describe("articles and people that would break a message", () => {
  test("half a surrogate pair in an article is sent as a broken character, not refused", async () => {
    const { say } = await playBot(
      libraryOf(articleOf("The ferry \ud83d ran aground near Narva.", { outlet: "A \udc00 B", headline: "H" })),
    );
    const events = await say("Where did the ferry run aground?");
    expect(kinds(events)).toEqual(["message"]);
    expect(textOf(events)).toContain("The ferry \ufffd ran aground near Narva.");
  });

  test("headlines without a blank, links that Telegram would refuse, huge names", async () => {
    const facts = { outlet: "😀".repeat(200), headline: `x${"😀".repeat(500)}` };
    for (const url of ["http://localhost/a", "https://example.com:99999/", "https://ex<>ample.com/"]) {
      const { say } = await playBot(libraryOf(articleOf("The ferry ran aground near Narva.", { ...facts, url })));
      for (const typed of [
        "Where did the ferry run aground?",
        "/about",
        "/timeline",
        "/check “The ferry ran aground near Narva”",
      ])
        expect([typed, kinds(await say(typed))]).toEqual([typed, ["message"]]);
    }
  });

  test.each([
    "Xyzzy".repeat(800),
    `Who is ${"Xyzzyx Qwerty".repeat(300)}?`,
    Array.from({ length: 60 }, (_, i) => `Name${"x".repeat(50)}${i}`).join(" "),
    `/quote ${"Zebulon ".repeat(500)}`,
    `/timeline ${"zebulon ".repeat(500)}`,
    `/timeline ${"twitter ".repeat(500)}`,
    `/check “${"zebulon ".repeat(500)}”`,
    `/check ${"“We have no such plans” ".repeat(160)}`,
    "😀".repeat(2_000),
    `/ask ${"a".repeat(4_090)}`,
    `/start ${"p_".repeat(2_000)}`,
  ])("a message as long as Telegram allows: %.30s…", async (typed) => {
    const { say } = await playBot(library);
    const events = await say(typed.slice(0, 4_096));
    expect(kinds(events)).toEqual(["message"]);
  });
});
