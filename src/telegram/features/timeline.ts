import { Composer, type Context } from "grammy";
import { parseTimelineRequest, timeline } from "../../answer/timeline.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf } from "../deps.ts";
import { renderTimeline } from "../render/timeline.ts";
import { type Reply, sendReply } from "../send.ts";

/** `/timeline [topic] [from..to | 2021 | March 2021 | last 90 days] [by:month] [in:outlet] [min:2] [new first]`. */
export function timelineFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer
    .filter(isCommand("timeline"))
    .use((ctx) => sendReply(ctx, happenings(deps, ctx, commandOf(ctx)?.args ?? "")));
  return composer;
}

/** The timeline for the words after the command. */
export function happenings({ library }: BotDeps, ctx: Context, args: string): Reply {
  const { request } = parseTimelineRequest(args);
  return { kind: "timeline", pages: renderTimeline(library.corpus, timeline(library, request), languageOf(ctx)) };
}
