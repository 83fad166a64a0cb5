import { type Bot, InlineKeyboard, InputFile } from "grammy";
import { afterEach, describe, expect, it } from "vitest";
import { play } from "./support.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of open.splice(0)) await stop();
});

async function playing(wire: (bot: Bot) => void) {
  const game = await play(wire);
  open.push(game.stop);
  return game;
}

const turn = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the person's side", () => {
  it("marks commands so that bot.command works, with their arguments", async () => {
    const { api, texts } = await playing((bot) => {
      bot.command("quote", (ctx) => ctx.reply(`quote of ${ctx.match}`));
      bot.on("message", (ctx) => ctx.reply("free text"));
    });
    api.say("/quote Peskov");
    api.say("a/quote Peskov");
    await api.idle();
    expect(texts()).toEqual(["quote of Peskov", "free text"]);
  });

  it("cuts outer white space as Telegram does, and sends nothing that is empty or too long", async () => {
    const { api } = await playing(() => {});
    expect(api.say("  Who?\n").text).toBe("Who?");
    expect(() => api.say(" \n ")).toThrow("cannot be sent");
    expect(() => api.say("a".repeat(4097))).toThrow("4096");
    await api.idle();
  });

  it("replies to a message with its text, but without the message that it replied to itself", async () => {
    const { api, texts } = await playing((bot) =>
      bot.on("message", (ctx) =>
        ctx.reply(`${ctx.msg.reply_to_message?.text}/${JSON.stringify(ctx.msg.reply_to_message)}`, {
          reply_parameters: { message_id: ctx.msg.message_id },
        }),
      ),
    );
    const first = api.say("first");
    await api.idle();
    const second = api.say("second", { replyTo: first.message_id });
    api.say("third", { replyTo: second.message_id });
    await api.idle();
    expect(texts()[1]).toMatch(/^first\//);
    expect(texts()[2]).toMatch(/^second\//);
    expect(texts()[2]).not.toContain("reply_to_message");
    expect(() => api.say("x", { replyTo: 99 })).toThrow("there is no message #99");
  });

  it("presses buttons by number, by data and by label", async () => {
    const pressed: string[] = [];
    const { api } = await playing((bot) => {
      bot.on("message", (ctx) =>
        ctx.reply("keys", {
          reply_markup: new InlineKeyboard().text("A", "a").url("Web", "https://example.com/").row().text("B", "b"),
        }),
      );
      bot.on("callback_query:data", async (ctx) => {
        pressed.push(`${ctx.callbackQuery.data} of ${ctx.callbackQuery.message?.text}`);
        await ctx.answerCallbackQuery();
      });
    });
    const { message_id } = api.say("hello");
    await api.idle();
    for (const button of [1, "b", "A"] as const) api.press(button, message_id + 1);
    expect(api.press(2, message_id + 1)).toEqual({ kind: "opens", url: "https://example.com/" });
    await api.idle();
    expect(pressed).toEqual(["a of keys", "b of keys", "a of keys"]);
    expect(() => api.press(4, message_id + 1)).toThrow("no button 4");
    expect(() => api.press(1, 99)).toThrow("no message #99");
  });
});

describe("the bot's side", () => {
  it("keeps edits, deletions, chat actions, files and its profile", async () => {
    const { api, events, bot } = await playing((bot) => {
      bot.on("message", async (ctx) => {
        await ctx.replyWithChatAction("typing");
        const sent = await ctx.reply("before");
        await ctx.api.editMessageText(ctx.chat.id, sent.message_id, "after");
        await ctx.api.editMessageReplyMarkup(ctx.chat.id, sent.message_id, {
          reply_markup: new InlineKeyboard().text("x", "y"),
        });
        await ctx.replyWithDocument(new InputFile(Buffer.from([0, 13, 10, 45, 45, 255]), "a b.bin"), {
          caption: "a file",
          caption_entities: [{ type: "bold", offset: 2, length: 4 }],
        });
        await ctx.replyWithPhoto(new InputFile(Buffer.from("png"), "chart.png"));
        await ctx.deleteMessages([1]).catch(() => {});
        await ctx.api.deleteMessage(ctx.chat.id, sent.message_id);
      });
    });
    await bot.api.setMyCommands([{ command: "quote", description: "q" }]);
    await bot.api
      .setMyCommands([{ command: "цитата", description: "q" }])
      .catch((e) => expect(e.description).toMatch("INVALID"));
    await bot.api.setMyDescription("who I am");
    await bot.api.setMyShortDescription("short");
    api.say("go");
    await api.idle();
    expect(events.map((e) => e.event)).toEqual(
      "refused action message edit edit document document refused delete".split(" "),
    );
    const file = events.find((e) => e.event === "document");
    expect(file).toMatchObject({ file: { name: "a b.bin", data: Buffer.from([0, 13, 10, 45, 45, 255]) } });
    expect(file).toMatchObject({ message: { caption: "a file", caption_entities: [{ offset: 2, length: 4 }] } });
    expect(events.find((e) => e.event === "edit")).toMatchObject({ message: { text: "after" } });
    expect(api.commands()).toEqual([{ command: "quote", description: "q" }]);
    expect(api.description()).toBe("who I am");
    expect(api.message(2)).toBeUndefined();
  });

  it("refuses unknown methods, wrong tokens and calls for other chats", async () => {
    const { api, bot, events } = await playing(() => {});
    const post = (path: string) => fetch(api.root + path, { method: "POST" }).then((r) => r.json());
    expect(await post(`/bot${api.token}/sendGame`)).toEqual({ ok: false, error_code: 404, description: "Not Found" });
    expect(await post(`/bot${api.token}/toString`)).toMatchObject({ error_code: 404 });
    expect(await post("/bot1:wrong/getMe")).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
    await expect(bot.api.sendMessage(5, "x")).rejects.toThrow("400: Bad Request: chat not found");
    expect(events.map((e) => e.event)).toEqual(["refused", "refused", "refused", "refused"]);
  });

  it("gives updates again until they are confirmed, and sends the older of two pollers away", async () => {
    const { BotApi } = await import("../../../src/cli/chat/bot-api.ts");
    const api = await BotApi.start();
    open.push(() => api.close());
    const poll = (query: string) =>
      fetch(`${api.root}/bot${api.token}/getUpdates?${query}`).then((r) => r.json() as Promise<{ result?: unknown[] }>);
    const older = poll("timeout=30");
    await turn(50);
    const newer = poll("timeout=30");
    expect(await older).toMatchObject({ error_code: 409 });
    api.say("one");
    expect((await newer).result).toMatchObject([{ update_id: 1, message: { text: "one" } }]);
    expect((await poll("")).result).toHaveLength(1);
    expect((await poll("offset=2")).result).toEqual([]);
  });
});

describe("idle", () => {
  it("waits for handlers, for the calls that no handler waits for, and for what follows on them", async () => {
    const { api, texts } = await playing((bot) =>
      bot.on("message", async (ctx) => {
        await turn(30);
        void ctx.reply("not awaited").then(() => ctx.reply("and its sequel"));
      }),
    );
    api.say("go");
    await api.idle();
    expect(texts()).toEqual(["not awaited", "and its sequel"]);
  });

  it("answers two messages sent at once in their order, though the first takes longer", async () => {
    const { api, texts } = await playing((bot) =>
      bot.on("message:text", async (ctx) => {
        await turn(ctx.msg.text === "slow" ? 60 : 0);
        await ctx.reply(`answer to ${ctx.msg.text}`);
      }),
    );
    api.say("slow");
    api.say("fast");
    await api.idle();
    expect(texts()).toEqual(["answer to slow", "answer to fast"]);
  });

  it("is reached at once when there is nothing to do, and after a handler that threw", async () => {
    const { api, events } = await playing((bot) => {
      bot.on("message", () => Promise.reject(new Error("broken")));
      bot.catch((error) => Promise.reject(error.error));
    });
    await api.idle();
    api.say("go");
    await api.idle();
    expect(events).toEqual([{ event: "failed", reason: "Error: broken" }]);
  });

  it("lets the bot's own error handler apologise, and says what went wrong", async () => {
    const { api, events } = await playing((bot) => {
      bot.on("message", () => Promise.reject(new Error("broken")));
      bot.catch(async ({ ctx }) => {
        await turn(10);
        await ctx.reply("sorry");
      });
    });
    api.say("go");
    await api.idle();
    expect(events).toMatchObject([
      { event: "failed", reason: "Error: broken" },
      { event: "message", message: { text: "sorry" } },
    ]);
  });

  it("reports a button that was left unanswered, once", async () => {
    const { api, events } = await playing((bot) => {
      bot.on("message", (ctx) => ctx.reply("k", { reply_markup: new InlineKeyboard().text("A", "a") }));
    });
    api.say("go");
    await api.idle();
    api.press(1, 2);
    await api.idle();
    await api.idle();
    expect(events.slice(1)).toEqual([{ event: "unanswered", data: "a", messageId: 2 }]);
  });

  it("tells when the bot has stopped polling by itself", async () => {
    const { api, running } = await playing(() => {});
    const died = expect(running.gone).rejects.toThrow("409");
    await turn(50);
    await fetch(`${api.root}/bot${api.token}/getUpdates`);
    await died;
  });
});
