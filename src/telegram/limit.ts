import type { Context, Middleware } from "grammy";
import { type Allowance, Buckets } from "./buckets.ts";
import { commandOf } from "./command.ts";
import { languageOf } from "./deps.ts";
import { tell } from "./tell.ts";
import { catalogue } from "./texts.ts";

/** What one person, and one group with all its people, may ask. */
export interface Limits {
  readonly person: Allowance;
  readonly group: Allowance;
}

/** Nobody reads faster than this; an answer takes milliseconds, so that the bot bears hundreds of people at their limit. */
export const usualLimits: Limits = {
  person: { burst: 60, perSecond: 1 },
  group: { burst: 200, perSecond: 2 },
};

/** A button is pressed more lightly than a question is written, and an inline query comes with every key. */
const costs = { message: 1, button: 0.5, inline: 0.25 } as const;

/**
 * Passes on what a person and a group may ask and says once, kindly, when it is too much; the rest is passed over until time has
 * filled the allowance again. Queries are answered beyond the limit as well. What nobody asked the bot costs nothing.
 */
export function limit(limits: Limits, now?: () => number): Middleware {
  const people = new Buckets(limits.person, now);
  const groups = new Buckets(limits.group, now);
  return async (ctx, next) => {
    const kind = kindOf(ctx);
    if (kind === null) return next();
    const cost = costs[kind];
    const verdicts = [
      ...(ctx.from ? [people.take(ctx.from.id, cost)] : []),
      ...(ctx.chat && ctx.chat.type !== "private" ? [groups.take(ctx.chat.id, cost)] : []),
    ];
    if (verdicts.every((v) => v === "taken")) return next();
    if (kind !== "message" || ctx.guestMessage || verdicts.includes("first refusal"))
      await tell(ctx, catalogue[languageOf(ctx)][kind === "inline" ? "tooFastInline" : "tooFast"]);
  };
}

function kindOf(ctx: Context): keyof typeof costs | null {
  if (ctx.callbackQuery) return "button";
  if (ctx.inlineQuery) return "inline";
  return isForBot(ctx) ? "message" : null;
}

/** A message that speaks to the bot: in private any, elsewhere a command, a reply to the bot, or one that names it. */
export function isForBot(ctx: Context): boolean {
  const message = ctx.message ?? ctx.guestMessage;
  if (!message) return false;
  if (ctx.guestMessage || message.chat?.type === "private") return true;
  if (message.reply_to_message?.from?.id === ctx.me.id) return true;
  const command = commandOf(ctx);
  if (command) return !command.forOther;
  const text = message.text ?? message.caption ?? "";
  return text.toLowerCase().includes(`@${ctx.me.username.toLowerCase()}`);
}
