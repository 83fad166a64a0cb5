import type { Context } from "grammy";
import { resolveReceipt } from "../../coverage/receipt.ts";
import { type ButtonData, unpackButton, unpackPassageKey } from "../callback-data.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { describe } from "../errors.ts";
import { botLink } from "../passage-buttons.ts";
import { joined, link, outgoing, rich } from "../rich-text.ts";
import { alertAtButton, noticeAtButton, refuseButton } from "../send.ts";
import { catalogue } from "../texts.ts";
import { buttonsBelow } from "../thread.ts";

/** So many receipts are remembered as reported, so that an operator is told once. Nothing else is. */
const remembered = 1_000;

/** Tells the operators that a reader holds quotations to be wrong: their receipts, and nothing of who says so. */
export function reporter(deps: BotDeps): (ctx: Context, button: ButtonData) => Promise<void> {
  const reported = new Set<string>();
  return async (ctx, { key }) => {
    const t = catalogue[languageOf(ctx)];
    const receipts = (key === undefined ? receiptsBeside(ctx) : [unpackPassageKey(key)?.receipt ?? ""]).filter(
      (r) => resolveReceipt(deps.library.corpus, r).ok,
    );
    if (receipts.length === 0 || deps.adminIds.length === 0) return refuseButton(ctx);
    const fresh = receipts.filter((r) => !reported.has(r));
    if (fresh.length > 0 && !(await tell(deps, ctx, fresh))) return alertAtButton(ctx, t.notReported);
    for (const receipt of fresh) reported.add(receipt);
    for (const oldest of reported) {
      if (reported.size <= remembered) break;
      reported.delete(oldest);
    }
    return noticeAtButton(ctx, t.reported);
  };
}

/** Whether one operator at least could be told. */
async function tell({ adminIds, log }: BotDeps, ctx: Context, receipts: readonly string[]): Promise<boolean> {
  const links = receipts.map((receipt) => link(receipt, botLink(ctx.me.username, `p_${receipt}`)));
  let told = false;
  for (const admin of adminIds) {
    try {
      const { text, entities } = outgoing(rich(`${catalogue.en.reportedAsWrong} `, joined(links, ", ")));
      await ctx.api.sendMessage(admin, text, { entities, link_preview_options: { is_disabled: true } });
      told = true;
    } catch (error) {
      log.warn(describe(error), "an operator could not be told of a report: ADMIN_IDS must have started the bot");
    }
  }
  return told;
}

/** The receipts that the Context buttons of the same message carry. */
function receiptsBeside(ctx: Context): string[] {
  return buttonsBelow(ctx.callbackQuery?.message).flatMap((b) => {
    const data = "callback_data" in b ? unpackButton(b.callback_data) : null;
    return data?.kind === "context" ? (unpackPassageKey(data.key ?? "")?.receipt ?? []) : [];
  });
}
