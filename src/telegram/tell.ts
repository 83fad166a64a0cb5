import type { Context } from "grammy";
import { say } from "./send.ts";

/** Where the button above empty inline results leads: the greeting in the private chat. */
const startParameter = "hello";

/**
 * Says one short sentence (64 characters at most where it may become a button's label, 200 on a pressed button) by the only way that the
 * surface has: at the button, above the inline results, as the one answer to a guest query, or as a reply.
 */
export async function tell(ctx: Context, text: string): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text });
  else if (ctx.inlineQuery)
    await ctx.answerInlineQuery([], {
      cache_time: 0,
      is_personal: true,
      button: { text, start_parameter: startParameter },
    });
  else if (ctx.guestMessage)
    await ctx.answerGuestQuery({
      type: "article",
      id: startParameter,
      title: text,
      input_message_content: { message_text: text },
    });
  else await say(ctx, text);
}
