import type { Context } from "grammy";
import type { InlineKeyboardButton, InlineQueryResultArticle } from "grammy/types";
import { type BotDeps, languageOf } from "./deps.ts";
import { botLink, passagesOn, previewOf, questionParameter, shareButton, sourceButtons } from "./passage-buttons.ts";
import { outgoing, type RichText, rich } from "./rich-text.ts";
import { shortened } from "./shorten.ts";
import { catalogue, dayIn, type Texts } from "./texts.ts";

/** A telephone shows about so much of a result's title and description; more would be cut there. */
const titleCharacters = 80;
const descriptionCharacters = 240;

/**
 * A page as a message that is posted in a chat where the bot is not: its buttons lead to the source and into the private chat, as nothing
 * below such a message could tell what it was about.
 * @param id 1 to 64 bytes, different for every result of one answer.
 */
export function postOf(
  deps: BotDeps,
  ctx: Context,
  page: RichText,
  {
    id,
    thread,
    hasMore = false,
  }: { readonly id: string; readonly thread: readonly string[]; readonly hasMore?: boolean },
): InlineQueryResultArticle {
  const t = catalogue[languageOf(ctx)];
  const { text, entities } = outgoing(page);
  const url = previewOf(deps, ctx, page);
  const rows = rowsOf(deps, ctx, t, page, thread, hasMore);
  return {
    type: "article",
    id,
    ...choiceOf(deps, ctx, page),
    input_message_content: {
      message_text: text,
      entities,
      link_preview_options: url ? { url, prefer_small_media: true } : { is_disabled: true },
    },
    ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
  };
}

function rowsOf(
  deps: BotDeps,
  ctx: Context,
  t: Texts,
  page: RichText,
  thread: readonly string[],
  hasMore: boolean,
): InlineKeyboardButton[][] {
  const passages = passagesOn(deps, page);
  const [first] = passages;
  const question = questionParameter(thread);
  const rows = [
    [
      ...(first ? [{ text: t.context, url: botLink(ctx.me.username, `p_${first.receipt}`) }] : []),
      ...sourceButtons(deps, ctx, passages).slice(0, 2),
    ],
    [
      ...(hasMore && question ? [{ text: t.more, url: botLink(ctx.me.username, question) }] : []),
      ...shareButton(ctx, thread, first),
    ],
  ];
  return rows.filter((row) => row.length > 0);
}

/** What a person chooses a result by: what it is, outlet and day as its title, its words as the description. */
function choiceOf(deps: BotDeps, ctx: Context, page: RichText): { title: string; description?: string } {
  const language = languageOf(ctx);
  const t = catalogue[language];
  const [passage] = passagesOn(deps, page);
  const heading = headingOf(page);
  const kind = heading === t.nearMiss ? t.inline.nearMiss : heading;
  if (!passage)
    return { title: shortened(kind ?? page.text.split("\n", 1)[0] ?? page.text, titleCharacters).toWellFormed() };
  const { article, span } = passage;
  const place = [
    article.outlet ?? t.outletUnknown,
    article.published ? dayIn(language, article.published) : t.dateUnknown,
  ];
  const words = (span.field === "headline" ? (article.headline ?? "") : article.text).slice(span.start, span.end);
  return {
    title: shortened([kind, ...place].filter(Boolean).join(" · "), titleCharacters).toWellFormed(),
    description: shortened(words.trim(), descriptionCharacters).toWellFormed(),
  };
}

/** The first emphasised words outside of quotations: a verdict, a speaker, a day. */
function headingOf({ text, entities }: RichText): string | null {
  const quotes = entities.filter((e) => e.type === "expandable_blockquote");
  const own = entities.find(
    (e) => e.type === "bold" && !quotes.some((q) => e.offset >= q.offset && e.offset < q.offset + q.length),
  );
  return own ? text.slice(own.offset, own.offset + own.length) : null;
}

/** A message of the bot's own words, to be posted where nothing could be quoted. */
export function plainPost(text: string, id: string, title = text): InlineQueryResultArticle {
  const { text: message_text } = outgoing(rich(text));
  return {
    type: "article",
    id,
    title: shortened(title, titleCharacters),
    input_message_content: { message_text, link_preview_options: { is_disabled: true } },
  };
}
