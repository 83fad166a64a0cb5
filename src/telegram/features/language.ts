import { Composer, type Context } from "grammy";
import { unpackButton } from "../callback-data.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf, speak } from "../deps.ts";
import { describe } from "../errors.ts";
import type { Button, Reply } from "../keyboard.ts";
import { rich } from "../rich-text.ts";
import { refuseButton, sendReply, turnPage } from "../send.ts";
import { catalogue } from "../texts.ts";

/** What a person may choose; `auto` is the language of their Telegram. */
const choices = ["en", "ru", "auto"] as const;
type Choice = (typeof choices)[number];

/** `/language`, with a language or as buttons; everything after it meets the person in the language that they chose. */
export function languageFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.use((ctx, next) => {
    speak(ctx, ctx.from ? deps.preferences.languageOf(ctx.from.id) : null);
    return next();
  });
  composer.filter(isCommand("language")).use(async (ctx) => {
    const choice = choiceOf(commandOf(ctx)?.args ?? "");
    await sendReply(ctx, choice ? choose(deps, ctx, choice) : chooser(deps, ctx));
  });
  composer
    .on("callback_query:data")
    .filter((ctx) => unpackButton(ctx.callbackQuery.data)?.kind === "language")
    .use(async (ctx) => {
      const key = unpackButton(ctx.callbackQuery.data)?.key;
      const choice = choices.find((c) => c === key);
      await (choice ? turnPage(ctx, choose(deps, ctx, choice), 0) : refuseButton(ctx));
    });
  // Who blocks the bot is forgotten.
  composer
    .on("my_chat_member")
    .filter((ctx) => ctx.chat.type === "private" && ctx.myChatMember.new_chat_member.status === "kicked")
    .use((ctx) => void keep(deps, ctx, "auto"));
  return composer;
}

function choose(deps: BotDeps, ctx: Context, choice: Choice): Reply {
  const isKept = keep(deps, ctx, choice);
  speak(ctx, choice === "auto" ? null : choice);
  return chooser(deps, ctx, isKept);
}

/** Whether the choice is written down. */
function keep({ preferences, log }: BotDeps, ctx: Context, choice: Choice): boolean {
  try {
    if (ctx.from) preferences.choose(ctx.from.id, choice === "auto" ? null : choice);
    return true;
  } catch (error) {
    log.error(describe(error), "a chosen language could not be written down: check STATE_DIR");
    return false;
  }
}

function chooser({ preferences }: BotDeps, ctx: Context, isKept = true): Reply {
  const t = catalogue[languageOf(ctx)].language;
  const chosen = (ctx.from ? preferences.languageOf(ctx.from.id) : null) ?? "auto";
  const buttons = choices.map(
    (choice): Button => ({
      label: choice === chosen ? `✓ ${t.names[choice]}` : t.names[choice],
      to: { kind: "language", page: 0, key: choice },
    }),
  );
  const text = chosen === "auto" ? t.automatic : t.chosen;
  return { kind: "language", pages: [rich(isKept ? text : `${text} ${t.notKept}`)], buttons };
}

/** A language by its code or name in either language. */
function choiceOf(words: string): Choice | null {
  const word = words.trim().toLowerCase();
  if (/^(?:en|eng|english|англ|английский)$/.test(word)) return "en";
  if (/^(?:ru|rus|russian|русский|рус)$/.test(word)) return "ru";
  return /^(?:auto|automatic|авто|автоматически)$/.test(word) ? "auto" : null;
}
