import type { Context } from "grammy";

/** A command as a person typed it. */
export interface TypedCommand {
  /** In lower case, without the slash. */
  readonly name: string;
  readonly args: string;
  /** Addressed to another bot (`/quote@other_bot`). */
  readonly forOther: boolean;
  /** Addressed to this bot by name (`/quote@this_bot`). */
  readonly forMe: boolean;
  /** Typed in lower case, as Telegram offers it. */
  readonly isExact: boolean;
}

/** Reads a command at the start of a text. Its case does not matter: people's keyboards capitalise. `me` is the bot's user name. */
export function parseCommand(text: string, me: string): TypedCommand | null {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+([\s\S]*))?$/.exec(text);
  if (!match) return null;
  const to = match[2]?.toLowerCase();
  const [, written = ""] = match;
  return {
    name: written.toLowerCase(),
    args: (match[3] ?? "").trim(),
    forOther: to !== undefined && to !== me.toLowerCase(),
    forMe: to === me.toLowerCase(),
    isExact: written === written.toLowerCase(),
  };
}

/** The command of a new message, if it is one. */
export function commandOf(ctx: Context): TypedCommand | null {
  const text = ctx.message?.text;
  return text === undefined ? null : parseCommand(text, ctx.me.username);
}

/**
 * For `composer.filter`: the message is one of these commands, and for this bot. In a group, where other bots may listen, a command in
 * capitals counts only where it names this one.
 */
export function isCommand(...names: readonly string[]) {
  return (ctx: Context): boolean => {
    const command = commandOf(ctx);
    if (command === null || command.forOther || !names.includes(command.name)) return false;
    return command.isExact || command.forMe || ctx.chat?.type === "private";
  };
}
