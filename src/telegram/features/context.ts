import type { Context } from "grammy";
import { type Resolved, resolveReceipt } from "../../coverage/receipt.ts";
import { type ButtonData, type PassageKey, unpackPassageKey } from "../callback-data.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import type { Reply } from "../keyboard.ts";
import { previewOf, singlePassageRows } from "../passage-buttons.ts";
import { renderContext } from "../render/context.ts";
import { refuseButton, turnPage } from "../send.ts";
import { threadOf } from "../thread.ts";

/** Shows a passage within its paragraph, in place of the page that its button stands below. */
export async function contextButton(deps: BotDeps, ctx: Context, { page, key }: ButtonData): Promise<void> {
  const passage = unpackPassageKey(key ?? "");
  const reply = passage ? passageInContext(deps, ctx, passage, page) : null;
  await (reply ? turnPage(ctx, reply, 0) : refuseButton(ctx));
}

/** A passage within its paragraph, found again by its receipt; `null` where its words no longer stand or may not be quoted. */
export function passageInContext(deps: BotDeps, ctx: Context, { receipt, from }: PassageKey, page = 0): Reply | null {
  const { corpus } = deps.library;
  const found = resolveReceipt(corpus, receipt);
  if (!isQuotable(found)) return null;
  const { article, span } = found;
  const content = renderContext(viewFor(deps, ctx), article, span, languageOf(ctx));
  const back = from ? ({ ...from, page } as ButtonData) : null;
  const thread = threadOf(ctx.callbackQuery?.message);
  return {
    kind: "context",
    pages: [content],
    paging: false,
    rows: () => singlePassageRows(deps, ctx, { article, span, receipt }, { back, thread }),
    preview: () => previewOf(deps, ctx, content),
  };
}

/** Only the words of live articles are quoted. */
export function isQuotable(found: Resolved): found is Extract<Resolved, { ok: true }> {
  return found.ok && found.article.status === "live";
}
