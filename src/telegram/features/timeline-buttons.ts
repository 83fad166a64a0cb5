import type { Context } from "grammy";
import { type ButtonData, type TimelineKind, unpackTimelineKey } from "../callback-data.ts";
import type { BotDeps } from "../deps.ts";
import { refuseButton, turnPage } from "../send.ts";
import { exportChoice, happenings, reasons } from "./timeline.ts";
import { sendExport, sendPicture } from "./timeline-files.ts";

/**
 * What a button below a timeline does: turn it to a page or another layout, say why its dates are what they are, or send it as a picture or
 * file. `args` are the words after the command, read again from the message that the timeline replies to.
 */
export async function timelineButton(
  deps: BotDeps,
  ctx: Context,
  { kind, page, key }: Extract<ButtonData, { kind: TimelineKind }>,
  args: string,
): Promise<void> {
  const at = key === undefined ? null : unpackTimelineKey(key);
  if (kind === "timeline") {
    // Buttons of the version before layouts have no key.
    if (key !== undefined && !at) return refuseButton(ctx);
    const { reply } = happenings(deps, ctx, args, at?.layout);
    return turnPage(ctx, reply, Math.min(page, reply.pages.length - 1));
  }
  if (!at) return refuseButton(ctx);
  switch (kind) {
    case "picture":
      return sendPicture(deps, ctx, args, at);
    case "file":
      return at.format ? sendExport(deps, ctx, args, at, at.format) : refuseButton(ctx);
    case "export":
      return turnPage(ctx, exportChoice(deps, ctx, args, at), at.page);
    case "why": {
      const why = reasons(deps, ctx, args, at);
      return why ? turnPage(ctx, why, page) : refuseButton(ctx);
    }
  }
}
