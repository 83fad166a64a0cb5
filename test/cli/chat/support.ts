import { PassThrough } from "node:stream";
import { Bot, type Context, InlineKeyboard } from "grammy";
import { BotApi } from "../../../src/cli/chat/bot-api.ts";
import type { ChatEvent } from "../../../src/cli/chat/events.ts";
import { runBot } from "../../../src/cli/chat/run-bot.ts";
import type { MakeBot } from "../../../src/cli/chat/session.ts";
import type { Io } from "../../../src/cli/io.ts";

/** A small bot that does each thing that the stand-in plays. */
export const tinyBot: MakeBot<Context> = ({ token, apiRoot }) => {
  const bot = new Bot(token, { client: { apiRoot } });
  const keyboard = new InlineKeyboard().text("More", "more:1").url("Source", "https://example.com/a");
  bot.command("start", (ctx) => ctx.reply("Welcome"));
  bot.command("quote", (ctx) =>
    ctx.reply(`“${ctx.match}”\n— RT`, {
      entities: [
        { type: "expandable_blockquote", offset: 0, length: ctx.match.length + 2 },
        { type: "text_link", offset: ctx.match.length + 5, length: 2, url: "https://www.rt.com/x" },
      ],
      reply_markup: keyboard,
      reply_parameters: { message_id: ctx.msg.message_id },
    }),
  );
  bot.command("empty", async (ctx) => {
    await ctx.reply("").catch(() => {});
  });
  bot.command("crash", () => {
    throw new Error("out of order");
  });
  bot.callbackQuery("more:1", async (ctx) => {
    await ctx.editMessageText(`more of ${ctx.callbackQuery.message?.text}`);
    await ctx.answerCallbackQuery({ text: "there you are", show_alert: true });
  });
  bot.on("message:text", (ctx) => ctx.reply(`echo ${ctx.msg.text}`));
  bot.catch((error) => {
    throw error.error;
  });
  return { bot, announce: () => bot.api.setMyCommands([{ command: "quote", description: "what somebody said" }]) };
};

/** A running bot with everything it does, in order. */
export async function play(wire: (bot: Bot) => void) {
  const api = await BotApi.start();
  const events: ChatEvent[] = [];
  api.subscribe((event) => events.push(event));
  const bot = new Bot(api.token, { client: { apiRoot: api.root } });
  wire(bot);
  const running = await runBot(bot, api);
  const texts = () => events.flatMap((e) => ("message" in e ? [e.message.text] : []));
  const stop = async () => {
    await running.stop();
    await api.close();
  };
  return { api, bot, events, texts, running, stop };
}

/** The command line's surroundings with all output kept. */
export function testIo(input = "", { tty = false, columns = 80, env = {} as Record<string, string>, cwd = "/" } = {}) {
  const stdin = Object.assign(new PassThrough(), { isTTY: tty });
  if (!tty) stdin.end(input);
  let out = "";
  let err = "";
  const write = (text: string | Uint8Array) => {
    out += text;
    return true;
  };
  const stdout = Object.assign(new PassThrough(), { isTTY: tty, columns, write: write as NodeJS.WriteStream["write"] });
  const warn = (text: string | Uint8Array) => {
    err += text;
    return true;
  };
  const io: Io = {
    env,
    cwd,
    home: cwd,
    main: "",
    stdin,
    stdout,
    stderr: { isTTY: tty, write: warn as NodeJS.WriteStream["write"] },
    onStop: () => () => {},
  };
  return { io, stdin, out: () => out, err: () => err };
}
