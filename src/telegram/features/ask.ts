import { Composer, type Context } from "grammy";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { say, sendReply } from "../send.ts";
import { isMentioned, readMessage, type Spoken, textOf } from "../spoken.ts";
import { catalogue } from "../texts.ts";
import { readWanted } from "../wanted.ts";
import { answerTo, firstPageOnly } from "./answers.ts";

/**
 * What a question gets: in private any text, also below a picture; in groups `/ask` (with a question, or as a reply to one), replies to the
 * bot, and its name where Telegram lets it be heard.
 */
export function askFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("ask")).use(async (ctx) => {
    const spoken = ctx.message ? readAsk(ctx) : null;
    await (spoken ? send(deps, ctx, spoken) : say(ctx, catalogue[languageOf(ctx)].usage.ask));
  });
  composer
    .on(["message:text", "message:caption"])
    .filter((ctx) => isSpokenTo(ctx) && !textOf(ctx.message).startsWith("/"))
    .use(async (ctx, next) => {
      const spoken = readMessage(ctx.message, ctx.me);
      await (spoken ? send(deps, ctx, spoken) : next());
    });
  return composer;
}

function isSpokenTo(ctx: Context): boolean {
  const message = ctx.message;
  if (!message || message.via_bot?.id === ctx.me.id) return false;
  return (
    ctx.chat?.type === "private" || message.reply_to_message?.from?.id === ctx.me.id || isMentioned(message, ctx.me)
  );
}

/** `/ask` with a question of its own, or in reply to a message or a part of one. */
function readAsk(ctx: Context): Spoken | null {
  const { message } = ctx;
  if (!message) return null;
  const words = commandOf(ctx)?.args ?? "";
  if (words !== "") {
    const read = readMessage({ ...message, text: words }, ctx.me);
    return { earlier: read?.earlier ?? [], wanted: { kind: "ask", words } };
  }
  const part = message.quote?.text;
  const replied = message.reply_to_message;
  const asked = part ?? (replied ? textOf(replied) : "");
  if (asked === "") return null;
  const wanted = readWanted(asked, ctx.me.username);
  const about = part === undefined && replied ? { about: replied.message_id } : {};
  return { wanted: { kind: "ask", words: wanted?.words || asked }, earlier: [], ...about };
}

async function send(deps: BotDeps, ctx: Context, { wanted, earlier, about }: Spoken): Promise<void> {
  const reply = answerTo(deps, ctx, wanted, earlier);
  const message = about === undefined ? ctx.message : ctx.message?.reply_to_message;
  // Where neither a button nor the message replied to tells what was asked, there is nothing to turn pages by.
  const isTold = reply.isCarried || (message && textOf(message).includes(wanted.words));
  await sendReply(ctx, isTold ? reply : firstPageOnly(reply), about);
}
