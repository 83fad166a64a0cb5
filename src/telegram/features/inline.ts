import { Composer, type Context } from "grammy";
import type { InlineQueryResultArticle, InlineQueryResultsButton } from "grammy/types";
import { ask } from "../../answer/ask.ts";
import { check } from "../../answer/check.ts";
import { quote } from "../../answer/quote.ts";
import { resolveReceipt } from "../../coverage/receipt.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import { inlineResults } from "../limits.ts";
import { questionParameter } from "../passage-buttons.ts";
import { plainPost, postOf } from "../posts.ts";
import { renderAnswer } from "../render/answer.ts";
import { renderCheck } from "../render/check.ts";
import { renderContext } from "../render/context.ts";
import { renderQuotations } from "../render/quote.ts";
import { renderTimeline } from "../render/timeline.ts";
import type { RichText } from "../rich-text.ts";
import { asEarlier } from "../spoken.ts";
import { catalogue } from "../texts.ts";
import { isReceipt, unpackThread } from "../thread.ts";
import { readWanted } from "../wanted.ts";
import { isQuotable } from "./context.ts";
import { timelineFor } from "./timeline.ts";

/** Telegram keeps an answer for so many seconds: short, as a new article must be found soon. */
const kept = { answer: 30, hints: 300 } as const;
/** As many passages as anybody looks through. */
const mostPassages = 30;

interface InlineAnswer {
  readonly results: readonly InlineQueryResultArticle[];
  readonly next: string;
  readonly button: InlineQueryResultsButton;
  readonly seconds: number;
}

/** `@bot question` in any chat: one result a passage, a quotation, a verdict or an event, to choose and post. When that fails, the error handler answers the query. */
export function inlineFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("inline_query", async (ctx) => {
    const { query, offset } = ctx.inlineQuery;
    const { results, next, button, seconds } =
      query.trim() === "" ? hints(ctx) : answerInline(deps, ctx, query.trim(), offset);
    // Titles and labels are in the person's language, so an answer is kept for that person alone.
    await ctx.answerInlineQuery(results, { cache_time: seconds, is_personal: true, next_offset: next, button });
  });
  return composer;
}

function answerInline(deps: BotDeps, ctx: Context, query: string, offset: string): InlineAnswer {
  const t = catalogue[languageOf(ctx)].inline;
  const thread = isReceipt(query) ? [] : unpackThread(query);
  const pages = pagesFor(deps, ctx, query, thread);
  const start = offset === "" ? 0 : /^\d{1,4}$/.test(offset) ? Number(offset) : pages.length;
  const shown = pages.slice(start, start + inlineResults);
  const results = shown.map((page, i) => postOf(deps, ctx, page, { id: `${start + i}`, thread }));
  const end = start + shown.length;
  return {
    results,
    next: end < pages.length ? String(end) : "",
    button: {
      text: pages.length === 0 ? t.nothing : t.open,
      start_parameter: questionParameter(thread) ?? (isReceipt(query) ? query.slice(0, 64) : "inline"),
    },
    seconds: kept.answer,
  };
}

/** One page a passage; none where the coverage does not say. */
function pagesFor(deps: BotDeps, ctx: Context, query: string, thread: readonly string[]): RichText[] {
  const { library } = deps;
  const view = viewFor(deps, ctx, { isApart: true });
  const language = languageOf(ctx);
  if (isReceipt(query)) {
    const found = resolveReceipt(view, query.slice("p_".length));
    return isQuotable(found) ? [renderContext(view, found.article, found.span, language)] : [];
  }
  const wanted = readWanted(thread.at(-1) ?? "", ctx.me.username);
  switch (wanted?.kind) {
    case "ask": {
      if (wanted.words === "") return [];
      const context = asEarlier(thread.slice(0, -1), ctx.me.username);
      const answer = ask(library, wanted.words, { limit: mostPassages, context });
      return answer.blocks.length === 0 ? [] : renderAnswer(view, answer, language, 1);
    }
    case "quote": {
      const result = quote(library, wanted.words);
      const some = result.kind === "quotations" && result.entries.length > 0;
      return some
        ? renderQuotations(view, { ...result, entries: result.entries.slice(0, mostPassages) }, language, 1)
        : [];
    }
    case "check":
      return wanted.words === "" ? [] : renderCheck(view, check(library, wanted.words), language, 1);
    case "timeline": {
      const found = timelineFor({ library }, wanted.words, "list");
      const some = { ...found, dated: found.dated.slice(0, mostPassages), undated: [] };
      return some.dated.length === 0 ? [] : renderTimeline(view, some, language, [], 1).map((page) => page.content);
    }
    default:
      return [];
  }
}

/** What to type, as results that show it in the chat as well. */
function hints(ctx: Context): InlineAnswer {
  const t = catalogue[languageOf(ctx)];
  const results = t.inline.hints.map(({ title, example }, i) => ({
    ...plainPost(t.inline.howTo(ctx.me.username, example), `hint-${i}`, title),
    description: `@${ctx.me.username} ${example}`,
  }));
  return {
    results,
    next: "",
    button: { text: t.inline.empty, start_parameter: "inline" },
    seconds: kept.hints,
  };
}
