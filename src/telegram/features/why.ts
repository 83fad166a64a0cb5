import { Composer, type Context } from "grammy";
import { explain } from "../../answer/ask.ts";
import { whyOf } from "../../answer/why.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { whyLines } from "../render/why-answer.ts";
import { bold, joined } from "../rich-text.ts";
import { say, sendReply } from "../send.ts";
import { asEarlier, textOf } from "../spoken.ts";
import { catalogue } from "../texts.ts";
import { threadOf } from "../thread.ts";
import { readWanted } from "../wanted.ts";

/** `/why` with a question, in reply to an answer of the bot, or to a question: what decided that it is answered so. */
export function whyFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.filter(isCommand("why")).use(async (ctx) => {
    const asked = askedIn(ctx);
    const question = asked.at(-1);
    const language = languageOf(ctx);
    if (question === undefined) return say(ctx, catalogue[language].usage.why);
    const explained = explain(deps.library, question, { context: asked.slice(0, -1) });
    if (explained.question.terms.length === 0) return say(ctx, catalogue[language].nothingAsked);
    const [head = "", ...lines] = whyLines(whyOf(explained), language);
    return sendReply(ctx, { kind: "ask", pages: [joined([bold(head), lines.join("\n")], "\n")], paging: false });
  });
  return composer;
}

/** The question that is meant, behind those that it leans on. */
function askedIn(ctx: Context): string[] {
  const own = commandOf(ctx)?.args ?? "";
  if (own !== "") return [own];
  const replied = ctx.message?.reply_to_message;
  if (!replied) return [];
  const thread = asEarlier(threadOf(replied), ctx.me.username);
  if (thread.length > 0 || replied.from?.id === ctx.me.id) return thread;
  const wanted = readWanted(textOf(replied), ctx.me.username);
  return wanted && wanted.words !== "" ? [wanted.words] : [];
}
