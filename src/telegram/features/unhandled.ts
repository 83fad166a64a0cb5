import { Composer, type Context } from "grammy";
import { languageOf } from "../deps.ts";
import { say } from "../send.ts";
import { catalogue } from "../texts.ts";

/** What nothing else took: said in private, passed over in groups, where the bot speaks only when spoken to. */
export function unhandledFeature(): Composer<Context> {
  const composer = new Composer<Context>();
  const inPrivate = composer.on("message").filter((ctx) => ctx.chat.type === "private" && ctx.from?.is_bot !== true);
  // Anything with a slash is meant as a command ("/цитата"), though Telegram's have Latin letters only.
  inPrivate
    .filter((ctx) => ctx.message.text?.startsWith("/") === true)
    .use((ctx) => say(ctx, catalogue[languageOf(ctx)].unknownCommand));
  inPrivate.filter(hasContent).use((ctx) => say(ctx, catalogue[languageOf(ctx)].notText));
  return composer;
}

/** Something a person sent, not a service message (a pinned message, a changed timer). */
function hasContent(ctx: Context): boolean {
  const m = ctx.message;
  return Boolean(
    m?.text ??
      m?.caption ??
      m?.photo ??
      m?.video ??
      m?.voice ??
      m?.audio ??
      m?.document ??
      m?.sticker ??
      m?.animation ??
      m?.video_note ??
      m?.location ??
      m?.contact ??
      m?.poll ??
      m?.dice ??
      m?.venue ??
      m?.story,
  );
}
