import type { Context } from "grammy";
import { ask } from "../../answer/ask.ts";
import { check } from "../../answer/check.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import type { Reply } from "../keyboard.ts";
import { withPassageButtons } from "../passage-buttons.ts";
import { renderAnswer } from "../render/answer.ts";
import { renderCheck } from "../render/check.ts";
import { asEarlier, threadFor } from "../spoken.ts";
import type { Wanted } from "../wanted.ts";
import { quotations } from "./quote.ts";
import { happenings } from "./timeline.ts";

/** Enough for three pages; what comes after was never worth reading. */
const blocksShown = 9;

/**
 * The answer to what is wanted, the same on every surface.
 * @param earlier The questions that this one may lean on, oldest first.
 */
export function answerTo(deps: BotDeps, ctx: Context, wanted: Wanted, earlier: readonly string[] = []): Reply {
  switch (wanted.kind) {
    case "ask":
      return answerQuestion(deps, ctx, wanted.words, earlier);
    case "check":
      return verdicts(deps, ctx, wanted.words);
    case "quote":
      return quotations(deps, ctx, wanted.words);
    case "timeline":
      return happenings(deps, ctx, wanted.words).reply;
  }
}

function answerQuestion(deps: BotDeps, ctx: Context, question: string, earlier: readonly string[]): Reply {
  const context = asEarlier(earlier, ctx.me.username);
  const answer = ask(deps.library, question, { limit: blocksShown, context });
  const isEmpty = answer.notices.some((n) => n.key === "empty-question");
  // A turned page asks nothing new.
  if (ctx.message && answer.outcome !== "answer" && !isEmpty) deps.onSilence?.(question, answer.outcome);
  const isFollowUp = answer.notices.some((n) => n.key === "context-used");
  const reply: Reply = { kind: "ask", pages: renderAnswer(viewFor(deps, ctx), answer, languageOf(ctx)) };
  const thread = threadFor({ wanted: { kind: "ask", words: question }, earlier: isFollowUp ? earlier : [] });
  const whole = withPassageButtons(deps, ctx, reply, thread);
  // The message replied to tells the question alone.
  return isFollowUp && !whole.isCarried ? firstPageOnly(whole) : whole;
}

/** The verdicts on the quotations in a text. */
export function verdicts(deps: BotDeps, ctx: Context, claim: string): Reply {
  const { library } = deps;
  const pages = renderCheck(viewFor(deps, ctx), check(library, claim), languageOf(ctx));
  return withPassageButtons(
    deps,
    ctx,
    { kind: "check", pages },
    threadFor({ wanted: { kind: "check", words: claim }, earlier: [] }),
  );
}

/** The first page alone, where a button could not find the question again: nothing is kept that would tell it. */
export function firstPageOnly(reply: Reply): Reply {
  return { ...reply, pages: reply.pages.slice(0, 1) };
}
