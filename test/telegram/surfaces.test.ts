import { HttpError, type Transformer } from "grammy";
import type { Chat, Message, Update, User } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { ChatEvent } from "../../src/cli/chat/events.ts";
import { unpackQuestion } from "../../src/telegram/question-code.ts";
import { catalogue } from "../../src/telegram/texts.ts";
import { buttonOf, messagesOf, playBot, postsOf, quotedIn } from "../support/bot.ts";
import { bundledLibrary } from "../support/libraries.ts";

const library = bundledLibrary();
const { en, ru } = catalogue;
const asked = "How much was Twitter fined?";
const answer = "three fines totaling 8.9 million rubles";

const person: User = { id: 1_000_001, is_bot: false, first_name: "You", language_code: "en" };
const privately: Chat.PrivateChat = { id: person.id, type: "private", first_name: "You" };
const group: Chat.SupergroupChat = { id: person.id, type: "supergroup", title: "Newsroom", is_forum: true };
const update = (chat: Chat, content: object): Omit<Update, "update_id"> => ({
  message: { message_id: 900, date: 1, chat, from: person, ...content } as NonNullable<Update["message"]>,
});
const textOf = (events: readonly ChatEvent[]) => messagesOf(events)[0]?.text ?? "";
const callsOf = (events: readonly ChatEvent[]) => events.flatMap((e) => ("call" in e ? [e.call] : []));
const kinds = (events: readonly ChatEvent[]) => events.map((e) => e.event);
/** Every quotation of a post is a slice of an article. */
const expectVerbatim = (content: Partial<Message>) => {
  const words = quotedIn({ method: "", params: { text: content.text, entities: content.entities } });
  for (const quoted of words)
    expect([quoted, library.corpus.live.some((a) => a.text.includes(quoted))]).toEqual([quoted, true]);
  return words;
};

describe("inline", () => {
  test("one result a passage, to choose by outlet, day and words, and to post with its source", async () => {
    const { inline } = await playBot(library);
    const events = await inline(asked);
    expect(kinds(events)).toEqual(["inline"]);
    const [first, ...others] = postsOf(events);
    expect(first).toMatchObject({
      title: expect.stringContaining("2 Apr 2021"),
      description: expect.stringContaining(answer),
    });
    for (const post of [first, ...others]) expect(expectVerbatim(post?.content ?? {})).toHaveLength(1);
    expect(buttonOf(first?.content, en.context)).toMatchObject({ url: expect.stringMatching(/\?start=p_[0-9a-z]+$/) });
    expect(buttonOf(first?.content, en.share)).toMatchObject({ switch_inline_query_chosen_chat: { query: asked } });
    expect(callsOf(events)[0]?.params).toMatchObject({ is_personal: true, button: { text: en.inline.open } });
  });

  test("pages follow one another and end", async () => {
    const { inline } = await playBot(library);
    const seen = new Set<string>();
    let offset = "";
    for (let page = 0; page < 10; page++) {
      const events = await inline("/quote Putin", offset);
      for (const post of postsOf(events)) seen.add(post.content.text ?? "");
      offset = String(callsOf(events)[0]?.params["next_offset"] ?? "");
      if (offset === "") break;
    }
    expect(offset).toBe("");
    expect(seen.size).toBeGreaterThan(3);
  });

  test.each(["", "   "])("%j shows what to type", async (query) => {
    for (const [language, t] of [
      ["en", en],
      ["ru", ru],
    ] as const) {
      const { inline } = await playBot(library, { language });
      const events = await inline(query);
      expect(postsOf(events).map((p) => p.title)).toEqual(t.inline.hints.map((h) => h.title));
      expect(callsOf(events)[0]?.params).toMatchObject({ button: { text: t.inline.empty } });
    }
  });

  test.each([
    ["/quote Peskov", "Dmitry Peskov"],
    ["“We have no such great plans”", en.verdicts.altered.slice(0, 10)],
    ["/timeline Twitter", "2021"],
    ["Who is the head of Roskomnadzor?", en.inline.nearMiss],
  ])("%s: results are named for what they are", async (query, name) => {
    const { inline } = await playBot(library);
    const [first] = postsOf(await inline(query));
    expect(first?.title).toContain(name);
  });

  test("an event explains its own mark and no other", async () => {
    const { inline } = await playBot(library);
    const texts = postsOf(await inline("/timeline Twitter")).map((p) => p.content.text ?? "");
    const marksIn = (text: string) => [...text.matchAll(/[●◐○≈]/gu)].map(([mark]) => mark);
    expect(new Set(texts.flatMap(marksIn)).size).toBeGreaterThan(1);
    for (const text of texts) expect([text, new Set(marksIn(text)).size]).toEqual([text, 1]);
  });

  test("where the coverage does not say: no result, and the way to ask in the chat", async () => {
    const { inline } = await playBot(library);
    const events = await inline("asdfgh qwerty");
    expect(postsOf(events)).toEqual([]);
    const button = callsOf(events)[0]?.params["button"] as { text: string; start_parameter: string };
    expect(button.text).toBe(en.inline.nothing);
    expect(unpackQuestion(button.start_parameter.slice(2))).toBe("asdfgh qwerty");
  });

  test("a shared follow-up is read with the questions before it", async () => {
    const { inline } = await playBot(library);
    const [first] = postsOf(await inline("Who is Vadim Subbotin? › What did he predict?"));
    expect(first?.content.text).toContain("it will be blocked in a month");
  });

  test.each(["x", "-1", "1e3", "99999", "10001", "\u0000", "9".repeat(64)])(
    "offset %j ends the list",
    async (offset) => {
      const { inline } = await playBot(library);
      const events = await inline(asked, offset);
      expect(kinds(events)).toEqual(["inline"]);
      expect(postsOf(events)).toEqual([]);
    },
  );

  test("a bug is answered too, and the answer not kept", async () => {
    const broken = {
      ...library,
      search: () => {
        throw new Error(asked);
      },
    };
    const { inline, log } = await playBot(broken);
    const events = await inline(asked);
    expect(kinds(events)).toEqual(["failed", "inline"]);
    expect(callsOf(events)[0]?.params).toMatchObject({ cache_time: 0, button: { text: en.failedInline } });
    expect(log.join("")).not.toContain("Twitter");
  });

  test("what was posted through the bot is not answered", async () => {
    const { receive, bot } = await playBot(library);
    for (const chat of [privately, group])
      expect(await receive(update(chat, { text: asked, via_bot: bot.botInfo }))).toEqual([]);
    expect(await receive(update(privately, { text: "/help", via_bot: bot.botInfo }))).toEqual([]);
  });
});

describe("guest", () => {
  test.each([
    ["a question", `@onrecord_terminal_bot ${asked}`, undefined, answer],
    ["a question in reply", `@onrecord_terminal_bot ${asked}`, "Look at this!", answer],
    ["the question replied to", "@onrecord_terminal_bot", asked, answer],
    ["the claim replied to", "@onrecord_terminal_bot?", "He said: “We have no such great plans”", en.verdicts.altered],
    [
      "a claim to be checked",
      "@onrecord_terminal_bot is that true?",
      "We have no such great plans",
      en.verdicts.altered,
    ],
    ["a command", "@onrecord_terminal_bot /quote Peskov", undefined, "Dmitry Peskov"],
    ["nothing", "@onrecord_terminal_bot", undefined, "Write @onrecord_terminal_bot"],
  ])("%s gets exactly one answer", async (_, text, replyTo, expected) => {
    const { guest } = await playBot(library);
    const events = await guest(text, replyTo);
    expect(kinds(events)).toEqual(["guest"]);
    const [post] = postsOf(events);
    expect(post?.content.text).toContain(expected);
    expectVerbatim(post?.content ?? {});
    expect(callsOf(events).map((c) => c.method)).toEqual(["answerGuestQuery"]);
  });

  test("a bug gets a fixed sentence; a refused answer gets one as well; nothing else is sent", async () => {
    const broken = {
      ...library,
      search: () => {
        throw new Error(asked);
      },
    };
    const bug = await (await playBot(broken)).guest(`@onrecord_terminal_bot ${asked}`);
    expect(postsOf(bug).map((p) => p.content.text)).toEqual([en.failed]);
    let refused = 0;
    const between: Transformer = (call, method, payload, signal) =>
      method === "answerGuestQuery" && refused++ === 0
        ? Promise.resolve({ ok: false, error_code: 400, description: "Bad Request: MESSAGE_INVALID" } as never)
        : call(method, payload, signal);
    const again = await (await playBot(library, { between })).guest(`@onrecord_terminal_bot ${asked}`);
    expect(kinds(again)).toEqual(["guest"]);
    expect(postsOf(again).map((p) => p.content.text)).toEqual([en.failed]);
  });

  test("after a lost connection there is no second answer", async () => {
    let calls = 0;
    const between: Transformer = (call, method, payload, signal) => {
      if (method !== "answerGuestQuery") return call(method, payload, signal);
      calls++;
      return Promise.reject(new HttpError("Network request failed", new Error("socket hang up")));
    };
    await (await playBot(library, { between })).guest(`@onrecord_terminal_bot ${asked}`);
    expect(calls).toBe(1);
  });
});

describe("links", () => {
  test("a shared question is asked, and says so", async () => {
    const { say, press } = await playBot(library);
    const [message] = messagesOf(await say("/start q_e2UWEYsGOgwwmNjwxbNRkjI21f"));
    expect(message?.text).toMatch(/^“How much was Twitter fined\?”\n\n/);
    expect(message?.text).toContain(answer);
    expect(kinds(await press("1:a:1", message?.message_id ?? 0))).toEqual(["edit", "callback"]);
  });

  test("a passage opens with its context, and every receipt under an answer is such a link", async () => {
    const { say, inline } = await playBot(library);
    for (const post of postsOf(await inline(asked)).slice(0, 3)) {
      const button = buttonOf(post.content, en.context);
      const link = button && "url" in button ? button.url : "";
      const [message] = messagesOf(await say(`/start ${link.split("start=")[1]}`));
      const [words] = expectVerbatim(message ?? {});
      expect(words).toContain(expectVerbatim(post.content)[0]);
      expect(buttonOf(message, en.share)).toBeDefined();
    }
  });

  test.each(["p_", "p_zzzz", "q_", "q_e", "q_zzzz", `q_${"e".repeat(62)}`, "p_t2p8te31z02by0c8v412x"])(
    "/start %s: the link is no good, kindly",
    async (parameter) => {
      expect(textOf(await (await playBot(library)).say(`/start ${parameter}`))).toBe(en.staleLink);
    },
  );
});

describe("below an answer", () => {
  test("Context shows the paragraph around, and leads back to the same page", async () => {
    const { say, press } = await playBot(library);
    const [message] = messagesOf(await say(asked));
    const [context] = messagesOf(await press(`${en.context} 1`, message?.message_id ?? 0));
    expect(context?.message_id).toBe(message?.message_id);
    const [words] = expectVerbatim(context ?? {});
    expect(words).toContain(answer);
    expect(words?.length).toBeGreaterThan(expectVerbatim(message ?? {})[0]?.length ?? 0);
    const copy = buttonOf(context, en.copy);
    expect(copy && "copy_text" in copy ? copy.copy_text.text : "").toContain(answer);
    const [back] = messagesOf(await press(`‹ ${en.backToAnswer}`, message?.message_id ?? 0));
    expect(back?.text).toBe(message?.text);
    expect(back?.reply_markup).toEqual(message?.reply_markup);
  });

  test("Wrong? tells the operators the receipts, once, and nothing of the person", async () => {
    const { say, press } = await playBot(library, { adminIds: [person.id] });
    const [message] = messagesOf(await say(asked));
    const events = await press(en.wrong, message?.message_id ?? 0);
    expect(kinds(events)).toEqual(["message", "callback"]);
    const receipts = [...textOf(events).matchAll(/\b[0-9a-z]{18,}\b/g)];
    expect(receipts.length).toBeGreaterThan(1);
    expect(textOf(events)).not.toContain("Twitter");
    expect(events[1]).toMatchObject({ text: en.reported });
    expect(kinds(await press(en.wrong, message?.message_id ?? 0))).toEqual(["callback"]);
    const [context] = messagesOf(await press(`${en.context} 2`, message?.message_id ?? 0));
    expect(kinds(await press(en.wrong, context?.message_id ?? 0))).toEqual(["callback"]);
  });

  test("without an operator there is nobody to tell", async () => {
    const { say, press } = await playBot(library);
    const [message] = messagesOf(await say(asked));
    expect(buttonOf(message, en.wrong)).toBeUndefined();
    expect(message?.message_id).toBeDefined();
    void press;
  });

  test("no link preview is shown where several sources are quoted", async () => {
    const { say } = await playBot(library);
    expect(callsOf(await say("/quote Peskov"))[0]?.params["link_preview_options"]).toEqual({ is_disabled: true });
  });

  test("pages are found again though the question is deleted", async () => {
    const { api, bot, say, press } = await playBot(library);
    const [message] = messagesOf(await say(asked));
    await bot.api.deleteMessage(person.id, (message?.message_id ?? 1) - 1);
    await api.idle();
    expect(kinds(await press("1:a:1", message?.message_id ?? 0))).toEqual(["edit", "callback"]);
  });
});

describe("what is quoted, forwarded and replied to", () => {
  const origin = { forward_origin: { type: "hidden_user", sender_user_name: "A", date: 1 } };
  test.each([
    ["a forwarded question", { text: asked, ...origin }, answer],
    ["a forwarded claim", { text: "Peskov: “We have no such great plans”", ...origin }, en.verdicts.altered],
    [
      "a claim below a forwarded picture",
      { photo: [], caption: "“We have no such great plans”", ...origin },
      en.verdicts.altered,
    ],
    [
      "a quoted part",
      {
        text: "?",
        quote: { text: "We have no such great plans", position: 0 },
        reply_to_message: { message_id: 5, date: 1, chat: privately, text: "x" },
      },
      "",
    ],
    [
      "a quoted part to be checked",
      { text: "Is that true?", quote: { text: "We have no such great plans", position: 0 } },
      en.verdicts.altered,
    ],
    [
      "a question replied to",
      { text: "?", reply_to_message: { message_id: 5, date: 1, chat: privately, text: asked } },
      answer,
    ],
    ["a picture with a question", { photo: [], caption: asked }, answer],
  ])("%s", async (_, content, expected) => {
    const { receive } = await playBot(library);
    const events = await receive(update(privately, content));
    expect(kinds(events)).toEqual(["message"]);
    expect(textOf(events)).toContain(expected);
  });
});

describe("groups", () => {
  test.each(["/QUOTE Putin", "/Ask How much?", "/nonsense", "/quote@other_bot x", asked, "@other_bot hello"])(
    "%s is passed over",
    async (text) => {
      expect(await (await playBot(library)).receive(update(group, { text }))).toEqual([]);
    },
  );

  test("a mention, where Telegram delivers it, is a question", async () => {
    const { receive } = await playBot(library);
    const text = `@OnRecord_Terminal_Bot, ${asked}`;
    const entities = [{ type: "mention", offset: 0, length: 22 }];
    expect(textOf(await receive(update(group, { text, entities })))).toContain(answer);
    const of = {
      text: "@onrecord_terminal_bot",
      entities,
      reply_to_message: { message_id: 5, date: 1, chat: group, from: person, text: asked },
    };
    expect(textOf(await receive(update(group, of)))).toContain(answer);
  });

  test("the answer is in the same topic, as a reply; the General topic has no number to send to", async () => {
    const { receive } = await playBot(library);
    const inTopic = await receive(
      update(group, { text: `/ask ${asked}`, message_thread_id: 77, is_topic_message: true }),
    );
    expect(callsOf(inTopic)[0]?.params).toMatchObject({ message_thread_id: 77, reply_parameters: { message_id: 900 } });
    const general = await receive(update(group, { text: `/ask ${asked}`, message_thread_id: 5 }));
    expect(callsOf(general)[0]?.params).not.toHaveProperty("message_thread_id");
  });

  test("the notes of a group that became a supergroup are passed over", async () => {
    const { receive } = await playBot(library);
    expect(await receive(update(group, { migrate_to_chat_id: person.id }))).toEqual([]);
    expect(await receive(update(group, { migrate_from_chat_id: -500 }))).toEqual([]);
  });

  test("/help says what privacy mode lets the bot hear", async () => {
    const { receive, bot } = await playBot(library);
    bot.botInfo = { ...bot.botInfo, can_join_groups: true };
    expect(textOf(await receive(update(privately, { text: "/help" })))).toContain(en.helpGroups.commands);
    bot.botInfo = { ...bot.botInfo, can_read_all_group_messages: true };
    expect(textOf(await receive(update(privately, { text: "/help" })))).toContain(en.helpGroups.all);
  });
});

describe("/language", () => {
  test("is chosen by buttons or words, holds on every surface, and is forgotten again", async () => {
    const { say, press, inline } = await playBot(library);
    const [chooser] = messagesOf(await say("/language"));
    expect(textOf(await press("Русский", chooser?.message_id ?? 0))).toBe(ru.language.chosen);
    expect(textOf(await say("/privacy"))).toBe(ru.privacy);
    expect(postsOf(await inline(""))[0]?.title).toBe(ru.inline.hints[0]?.title);
    expect(textOf(await say("/language English"))).toBe(en.language.chosen);
    expect(textOf(await say("/language auto"))).toBe(en.language.automatic);
    expect(textOf(await say("/language klingon"))).toBe(en.language.automatic);
    expect(await press("1:l:0:xx", chooser?.message_id ?? 0).catch(() => "no such button")).toBe("no such button");
  });

  test("one that cannot be written down says so; who blocks the bot is forgotten", async () => {
    const chosen: unknown[] = [];
    const preferences = {
      languageOf: () => null,
      choose: (...choice: unknown[]) => {
        chosen.push(choice);
        throw new Error("ENOSPC");
      },
    };
    const { say, receive } = await playBot(library, { preferences });
    expect(textOf(await say("/language ru"))).toContain(ru.language.notKept);
    await receive({
      my_chat_member: {
        chat: privately,
        from: person,
        date: 1,
        old_chat_member: { status: "member", user: person },
        new_chat_member: { status: "kicked", user: person, until_date: 0 },
      },
    });
    expect(chosen).toEqual([
      [person.id, "ru"],
      [person.id, null],
    ]);
  });
});
