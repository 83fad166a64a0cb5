import { Composer, type Context } from "grammy";
import type { Library } from "../../answer/library.ts";
import { exportFormats } from "../../answer/timeline/export/export.ts";
import { parseTimelineRequest, type Timeline, type TimelineRequest, timeline } from "../../answer/timeline.ts";
import { packTimelineKey, type TimelineKey, type TimelineLayout } from "../callback-data.ts";
import { commandOf, isCommand } from "../command.ts";
import { type BotDeps, languageOf, viewFor } from "../deps.ts";
import type { PageButton, Reply } from "../keyboard.ts";
import { shareButton } from "../passage-buttons.ts";
import { eventsShown, renderTimeline } from "../render/timeline.ts";
import { renderWhy } from "../render/why.ts";
import { sendReply } from "../send.ts";
import { catalogue, type Texts } from "../texts.ts";
import { lineOf } from "../wanted.ts";

/** `/timeline [topic] [from..to | 2021 | March 2021 | last 90 days] [by:month] [in:outlet] [min:2] [new first]`. */
export function timelineFeature(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer
    .filter(isCommand("timeline"))
    .use((ctx) => sendReply(ctx, happenings(deps, ctx, commandOf(ctx)?.args ?? "").reply));
  return composer;
}

/** A timeline as it is asked for in words, in the layout that a button asks for instead where one does. */
export function timelineFor({ library }: Pick<BotDeps, "library">, args: string, layout?: TimelineLayout): Timeline {
  return laidOut(library, parseTimelineRequest(args).request, layout);
}

function laidOut(library: Library, request: TimelineRequest, layout: TimelineLayout | undefined): Timeline {
  const by = layout === undefined ? request.by : layout === "list" ? null : layout;
  return timeline(library, { ...request, by });
}

/** The timeline for the words after the command, as a reply, and the numbers of the events (in `eventsShown`) on each of its pages. */
export function happenings(
  deps: BotDeps,
  ctx: Context,
  args: string,
  layout?: TimelineLayout,
): { readonly reply: Reply; readonly timeline: Timeline; readonly blocksOf: (page: number) => readonly number[] } {
  const { request, notUnderstood } = parseTimelineRequest(args);
  const found = laidOut(deps.library, request, layout);
  const pages = renderTimeline(viewFor(deps, ctx), found, languageOf(ctx), notUnderstood);
  const shown: TimelineLayout = found.request.by ?? "list";
  const t = catalogue[languageOf(ctx)];
  const isEmpty = found.dated.length + found.undated.length === 0;
  const reply: Reply = {
    kind: "timeline",
    pages: pages.map((page) => page.content),
    key: packTimelineKey({ layout: shown, page: 0, format: null }),
    rows: (page) => [
      ...(isEmpty ? [] : rowsOf(found, { layout: shown, page, format: null }, t)),
      shareButton(ctx, [lineOf({ kind: "timeline", words: args })], undefined),
    ],
  };
  return { reply, timeline: found, blocksOf: (page) => pages[page]?.blocks ?? [] };
}

/** From fine to coarse. Days are a layout of their own only for those who ask for them by name. */
const ladder: readonly TimelineLayout[] = ["list", "week", "month", "year"];

function rowsOf({ dated }: Timeline, at: TimelineKey, t: Texts): PageButton[][] {
  const step = Math.max(0, ladder.indexOf(at.layout));
  const [finer, coarser] = [ladder[step - 1], ladder[step + 1]];
  const names = t.timelineButtons;
  // Every layout has the same events in nearly the same order: the same page is where the reader was.
  const to = (layout: TimelineLayout, label: string): PageButton => ({
    label,
    to: { kind: "timeline", page: at.page, key: packTimelineKey({ layout, page: 0, format: null }) },
  });
  const key = packTimelineKey(at);
  return [
    [
      ...(finer ? [to(finer, names.finer(names[finer]))] : []),
      ...(coarser && dated.length > 0 ? [to(coarser, names.coarser(names[coarser]))] : []),
    ],
    [{ label: names.why, to: { kind: "why", page: 0, key } }],
    [
      ...(dated.length > 0 ? [{ label: names.picture, to: { kind: "picture", page: 0, key } } as const] : []),
      { label: names.export, to: { kind: "export", page: 0, key } },
    ],
  ];
}

/** Why the events on a page have their dates, with a way back to it. `null` when there is no such page any more. */
export function reasons(deps: BotDeps, ctx: Context, args: string, at: TimelineKey): Reply | null {
  const { timeline: found, blocksOf } = happenings(deps, ctx, args, at.layout);
  const events = eventsShown(found);
  const on = blocksOf(at.page).flatMap((i) => events[i] ?? []);
  if (on.length === 0) return null;
  return {
    kind: "why",
    pages: renderWhy(deps.library, viewFor(deps, ctx), on, languageOf(ctx)),
    key: packTimelineKey(at),
    rows: () => [
      [backTo(at, catalogue[languageOf(ctx)])],
      shareButton(ctx, [lineOf({ kind: "timeline", words: args })], undefined),
    ],
  };
}

/** The page of a timeline with the formats to choose from below it. */
export function exportChoice(deps: BotDeps, ctx: Context, args: string, at: TimelineKey): Reply {
  const t = catalogue[languageOf(ctx)];
  const { reply } = happenings(deps, ctx, args, at.layout);
  const choices = exportFormats.map((format): PageButton => {
    return {
      label: t.timelineButtons.formats[format],
      to: { kind: "file", page: 0, key: packTimelineKey({ ...at, format }) },
    };
  });
  const share = shareButton(ctx, [lineOf({ kind: "timeline", words: args })], undefined);
  return { ...reply, paging: false, rows: () => [choices.slice(0, 2), choices.slice(2), [backTo(at, t)], share] };
}

function backTo(at: TimelineKey, t: Texts): PageButton {
  const key = packTimelineKey({ ...at, page: 0, format: null });
  return { label: `‹ ${t.timelineButtons.backToTimeline}`, to: { kind: "timeline", page: at.page, key } };
}
