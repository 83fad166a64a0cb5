import type { Context } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Article } from "../coverage/article.ts";
import { receiptOf } from "../coverage/receipt.ts";
import { type Span, slice } from "../coverage/span.ts";
import { type ButtonData, packPassageKey } from "./callback-data.ts";
import { type BotDeps, languageOf, viewFor } from "./deps.ts";
import type { Button, Reply } from "./keyboard.ts";
import { buttonsInRow, copyCharacters } from "./limits.ts";
import { packQuestion } from "./question-code.ts";
import { linkTo, mayQuote } from "./render/source.ts";
import { quotedSpans, type RichText } from "./rich-text.ts";
import { shortened } from "./shorten.ts";
import { catalogue } from "./texts.ts";
import { packThread, shareUrl } from "./thread.ts";

/** A quoted passage as its buttons need it. */
export interface Passage {
  readonly article: Article;
  readonly span: Span;
  readonly receipt: string;
}

const labelCharacters = 24;

/**
 * A reply with the buttons for what it quotes (Context, Source, Copy, Wrong?) and with Share, which carries what was asked.
 * @param thread The questions that are answered, oldest first.
 */
export function withPassageButtons(deps: BotDeps, ctx: Context, reply: Reply, thread: readonly string[]): Reply {
  const own = reply.rows;
  return {
    ...reply,
    isCarried: packThread(thread) !== null,
    rows: (page) => [...(own?.(page) ?? []), ...rowsOf(deps, ctx, reply, page, thread)],
    preview: (page) => previewOf(deps, ctx, reply.pages[page]),
  };
}

function rowsOf(
  deps: BotDeps,
  ctx: Context,
  { kind, key, pages }: Reply,
  page: number,
  thread: readonly string[],
): Button[][] {
  const t = catalogue[languageOf(ctx)];
  const passages = passagesOn(deps, pages[page]);
  const from: ButtonData = { kind, page, ...(key ? { key } : {}) };
  const context = passages.map(
    ({ receipt }, i): Button => ({
      label: passages.length > 1 ? `${t.context} ${i + 1}` : t.context,
      to: { kind: "context", page, key: packPassageKey({ receipt, from }) },
    }),
  );
  return [
    ...chunked([...context, ...(passages.length === 1 ? sourceButtons(deps, ctx, passages) : [])]),
    ...(passages.length > 1 ? chunked(sourceButtons(deps, ctx, passages).slice(0, buttonsInRow)) : []),
    [...shareButton(ctx, thread, passages[0]), ...passageButtons(deps, ctx, passages)],
  ];
}

/** The buttons of one passage shown alone, with the way back to the page it was opened from. */
export function singlePassageRows(
  deps: BotDeps,
  ctx: Context,
  passage: Passage,
  { back, thread }: { readonly back: ButtonData | null; readonly thread: readonly string[] },
): Button[][] {
  const t = catalogue[languageOf(ctx)];
  return [
    [...(back ? [{ label: `‹ ${t.backToAnswer}`, to: back }] : []), ...sourceButtons(deps, ctx, [passage])],
    [...shareButton(ctx, thread, passage), ...passageButtons(deps, ctx, [passage])],
  ];
}

/** Copy, where one passage is shown and it is short enough, and Wrong?, where there is somebody to tell. */
function passageButtons(deps: BotDeps, ctx: Context, passages: readonly Passage[]): Button[] {
  const [first, second] = passages;
  if (!first) return [];
  const t = catalogue[languageOf(ctx)];
  const words = slice(first.article, first.span).toWellFormed();
  const canCopy = !second && words.length <= copyCharacters && mayQuote(viewFor(deps, ctx), first.article);
  const canReport = deps.adminIds.length > 0;
  return [
    ...(canCopy ? [{ text: t.copy, copy_text: { text: words } }] : []),
    ...(canReport
      ? [
          {
            label: t.wrong,
            // Of several passages, the receipts are read from the buttons beside this one.
            to: {
              kind: "report",
              page: 0,
              ...(second ? {} : { key: packPassageKey({ receipt: first.receipt, from: null }) }),
            },
          } as const,
        ]
      : []),
  ];
}

/** A link to each article quoted. */
export function sourceButtons(
  deps: BotDeps,
  ctx: Context,
  passages: readonly Passage[],
): InlineKeyboardButton.UrlButton[] {
  const t = catalogue[languageOf(ctx)];
  const view = viewFor(deps, ctx);
  const links = new Map(
    passages.flatMap(({ article, span }) => {
      const url = linkTo(view, article, span);
      return url ? [[article, url] as const] : [];
    }),
  );
  return [...links].map(([{ outlet }, url]) => ({
    text: passages.length > 1 && outlet ? `${t.source}: ${shortened(outlet, labelCharacters)}` : t.source,
    url,
  }));
}

/**
 * The button that offers a question (or, where it is too long, the passage) to any chat, and carries it. Where the bot has no inline mode, a
 * link is offered instead.
 */
export function shareButton(
  ctx: Context,
  thread: readonly string[],
  passage: Pick<Passage, "receipt"> | undefined,
): InlineKeyboardButton[] {
  const t = catalogue[languageOf(ctx)];
  const line = packThread(thread);
  const query = line ?? (passage ? `p_${passage.receipt}` : null);
  if (query === null) return [];
  if (ctx.me.supports_inline_queries) {
    const allow = { allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true };
    return [{ text: t.share, switch_inline_query_chosen_chat: { query: query.toWellFormed(), ...allow } }];
  }
  const start = line === null ? query : questionParameter(thread);
  return [{ text: t.share, url: shareUrl(botLink(ctx.me.username, start), line ?? "") }];
}

/** The parameter of a link that asks the last of some questions with those before it, or as many of them as fit. */
export function questionParameter(thread: readonly string[]): string | null {
  for (let from = 0; from < thread.length; from++) {
    const line = packThread(thread.slice(from));
    const packed = line === null ? null : packQuestion(line);
    if (packed !== null) return `q_${packed}`;
  }
  return null;
}

/** A link into the private chat with the bot. */
export function botLink(username: string, start: string | null): string {
  return `https://t.me/${username}${start ? `?start=${start}` : ""}`;
}

/** The passages that a page quotes, each once, in order. */
export function passagesOn({ library: { corpus } }: BotDeps, page: RichText | undefined): Passage[] {
  const seen = new Set<string>();
  return (page ? quotedSpans(page) : []).flatMap((span) => {
    const article = corpus.byId.get(span.article);
    if (!article) return [];
    const receipt = receiptOf(article, span);
    if (seen.has(receipt)) return [];
    seen.add(receipt);
    return [{ article, span, receipt }];
  });
}

/** A preview is shown where one source alone is quoted. */
export function previewOf(deps: BotDeps, ctx: Context, page: RichText | undefined): string | null {
  const articles = new Set(passagesOn(deps, page).map((p) => p.article));
  const [only, other] = articles;
  return only && !other ? linkTo(viewFor(deps, ctx), only) : null;
}

function chunked<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / buttonsInRow) }, (_, i) =>
    all.slice(i * buttonsInRow, (i + 1) * buttonsInRow),
  );
}
