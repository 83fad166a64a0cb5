import type { Context } from "grammy";
import { type ExportFormat, exportTimeline } from "../../answer/timeline/export/export.ts";
import type { Wording } from "../../answer/timeline/export/wording.ts";
import type { Entry, Timeline } from "../../answer/timeline.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import type { TimelineKey } from "../callback-data.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import { captionCharacters, photoHeight } from "../limits.ts";
import { periodIn } from "../render/period.ts";
import { mayQuote, sourceLine } from "../render/source.ts";
import type { View } from "../render/view.ts";
import { alertAtButton, sendFile } from "../send.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue } from "../texts.ts";
import { timelineFor } from "./timeline.ts";

/** A byte order mark: without it Excel takes a table's UTF-8 for the machine's old code page. */
const byteOrderMark = "\ufeff";

/** Sends the timeline that a button stands below as a picture: in the chat where it can be read there, else as a file. */
export async function sendPicture(deps: BotDeps, ctx: Context, args: string, at: TimelineKey): Promise<void> {
  const language = languageOf(ctx);
  const t = catalogue[language];
  const found = showable(viewFor(deps, ctx), timelineFor(deps, args, at.layout));
  // The renderer and its fonts are megabytes that most who chat never need.
  const [{ drawPicture }, { pngOf }] = await Promise.all([
    import("../picture/picture.ts"),
    import("../picture/png.ts"),
  ]);
  const picture = drawPicture(deps.library.corpus, found, language);
  if (!picture) return alertAtButton(ctx, t.noPicture);
  await ctx.replyWithChatAction("upload_photo");
  const asPhoto = picture.height <= photoHeight;
  const caption = t.fileCaption(titleOf(found, language), t.picture.events(found.dated.length), found.undated.length);
  await sendFile(ctx, {
    name: `${nameOf(found)}.png`,
    data: await pngOf(picture.svg),
    caption: cut(asPhoto ? caption : `${caption}\n${t.pictureInFull}`),
    asPhoto,
  });
}

/** Sends the timeline that a button stands below as a file in a format. */
export async function sendExport(
  deps: BotDeps,
  ctx: Context,
  args: string,
  at: TimelineKey,
  format: ExportFormat,
): Promise<void> {
  const language = languageOf(ctx);
  const t = catalogue[language];
  const corpus = viewFor(deps, ctx);
  const found = showable(corpus, timelineFor(deps, args, at.layout));
  const { text, extension, events, left } = exportTimeline(corpus, found, format, wordingIn(language, corpus, found));
  if (events === 0) return alertAtButton(ctx, t.noExport);
  await sendFile(ctx, {
    name: `${nameOf(found)}.${extension}`,
    data: Buffer.from(format === "csv" ? byteOrderMark + text : text),
    caption: cut(t.fileCaption(titleOf(found, language), t.picture.events(events), left)),
  });
}

/** What may be put into a file or picture: what the chat's audience may be shown the words of. */
function showable(view: View, found: Timeline): Timeline {
  const isShown = ({ event }: Entry) =>
    event.mentions.every((m) => {
      const article = view.byId.get(m.article);
      return article !== undefined && mayQuote(view, article);
    });
  return {
    ...found,
    dated: found.dated.filter(isShown),
    undated: found.undated.filter(isShown),
    stretches: found.stretches.map((s) => ({ ...s, entries: s.entries.filter(isShown) })),
  };
}

function wordingIn(language: BotLanguage, corpus: Corpus, found: Timeline): Wording {
  return {
    title: titleOf(found, language),
    period: (event) => periodIn(language, event),
    source: (article, alsoIn) => sourceLine(corpus, article, alsoIn, language).text.replace(/^— /, ""),
  };
}

function titleOf({ request }: Timeline, language: BotLanguage): string {
  return request.topic ?? catalogue[language].picture.title;
}

/** A file's name from the topic's letters and digits. */
function nameOf({ request }: Timeline): string {
  const topic = (request.topic ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return ["timeline", ...(topic ? [shortened(topic, 40)] : [])].join("-");
}

function cut(caption: string): string {
  return shortened(caption, captionCharacters);
}
