import { Composer, type Context } from "grammy";
import { ask } from "../../answer/ask.ts";
import { commandOf, isCommand, parseCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { renderAnswer } from "../render/answer.ts";
import { firstPageOnly, type Reply, say, sendReply } from "../send.ts";
import { catalogue } from "../texts.ts";

/** Enough for three pages; what comes after was never worth reading. */
const blocksShown = 9;

/** What a question gets: in private any text, in groups `/ask` (with a question, or as a reply to one) and replies to the bot. */
export function askFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("ask")).use(async (ctx) => {
    const own = commandOf(ctx)?.args;
    if (own) return sendReply(ctx, answerTo(deps, ctx, own, []));
    const part = ctx.message?.quote?.text;
    if (part) return sendReply(ctx, firstPageOnly(answerTo(deps, ctx, part, [])));
    const replied = ctx.message?.reply_to_message;
    const asked = replied?.text ?? replied?.caption;
    if (!replied || !asked) return say(ctx, catalogue[languageOf(ctx)].usage.ask);
    return sendReply(ctx, answerAgain(deps, ctx, asked), replied.message_id);
  });
  composer
    .on("message:text")
    .filter(
      (ctx) =>
        !ctx.message.text.startsWith("/") &&
        (ctx.chat.type === "private" || ctx.message.reply_to_message?.from?.id === ctx.me.id),
    )
    .use(async (ctx) =>
      sendReply(ctx, answerTo(deps, ctx, ctx.message.text, contextOf(ctx.message.reply_to_message, ctx.me.id))),
    );
  return composer;
}

/** The answer to the question in a message, read again when a button below it is pressed. */
export function answerAgain(deps: BotDeps, ctx: Context, text: string): Reply {
  const command = parseCommand(text, ctx.me.username);
  return answerTo(deps, ctx, command ? command.args : text, []);
}

function answerTo(deps: BotDeps, ctx: Context, question: string, context: readonly string[]): Reply {
  const answer = ask(deps.library, question, { limit: blocksShown, context });
  const reply: Reply = { kind: "ask", pages: renderAnswer(deps.library.corpus, answer, languageOf(ctx)) };
  return answer.notices.some((n) => n.key === "context-used") ? firstPageOnly(reply) : reply;
}

/** Emphasised words of an answer are at most this long; longer ones are quoted speech. */
const longestWord = 40;
/** Emphasised too, but the bot's own words. */
const headings = new Set(
  Object.values(catalogue).flatMap((t) => [
    t.nearMiss,
    t.silence,
    t.quoteNothing,
    t.quoteWho,
    t.timelineEmpty,
    t.timelineUndated,
  ]),
);

/** A reply to one of the bot's answers leans on it: its emphasised words say what it was about. */
function contextOf(replied: Context["msg"], me: number): string[] {
  if (!replied?.text || replied.from?.id !== me) return [];
  const { text } = replied;
  const words = (replied.entities ?? [])
    .filter((e) => e.type === "bold" && e.length <= longestWord)
    .map((e) => text.slice(e.offset, e.offset + e.length))
    .filter((word) => !headings.has(word));
  const known = new Set(words);
  // Not the first word of a sentence: its capital letter says that it is a name.
  return known.size > 0 ? [`… ${[...known].slice(0, 8).join(" ")}`] : [];
}
