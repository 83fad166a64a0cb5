import { Composer, type Context } from "grammy";
import { check } from "../../answer/check.ts";
import { commandOf, isCommand, parseCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { renderCheck } from "../render/check.ts";
import { firstPageOnly, type Reply, say, sendReply } from "../send.ts";
import { catalogue } from "../texts.ts";

/** `/check “…”`, `/check` as a reply to a message or to a part of one, and a message that is nothing but a quotation. */
export function checkFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("check")).use(async (ctx) => {
    const own = commandOf(ctx)?.args;
    if (own) return sendReply(ctx, verdicts(deps, ctx, own));
    const part = ctx.message?.quote?.text;
    if (part) return sendReply(ctx, firstPageOnly(verdicts(deps, ctx, part)));
    const replied = ctx.message?.reply_to_message;
    const claim = replied?.text ?? replied?.caption;
    const reply = replied && claim ? verdictsAgain(deps, ctx, claim) : null;
    return replied && reply
      ? sendReply(ctx, reply, replied.message_id)
      : say(ctx, catalogue[languageOf(ctx)].usage.check);
  });
  composer
    .on("message:text")
    .filter((ctx) => ctx.chat.type === "private" && isQuotation(ctx.message.text))
    .use((ctx) => sendReply(ctx, verdicts(deps, ctx, ctx.message.text)));
  return composer;
}

/** The verdicts for the message that an answer replies to, when a button below the answer is pressed. */
export function verdictsAgain(deps: BotDeps, ctx: Context, asked: string): Reply | null {
  const command = parseCommand(asked, ctx.me.username);
  const claim = command ? command.args : asked;
  return claim === "" ? null : verdicts(deps, ctx, claim);
}

function verdicts({ library }: BotDeps, ctx: Context, claim: string): Reply {
  return { kind: "check", pages: renderCheck(library.corpus, check(library, claim), languageOf(ctx)) };
}

/** A text in quotation marks from its first character to its last, of four words or more. */
function isQuotation(text: string): boolean {
  return (
    /^\s*(?:“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|"[^"]+"|‘[^‘]+’)[.!?…]?\s*$/u.test(text) &&
    text.trim().split(/\s+/).length >= 4
  );
}
