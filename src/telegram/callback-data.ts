import { type ExportFormat, exportFormats } from "../answer/timeline/export/export.ts";
import type { Step } from "../answer/timeline.ts";
import { callbackBytes } from "./limits.ts";

/** The buttons below a timeline: its pages and layouts, why, the picture, the choice of files, and one of them. */
export type TimelineKind = "timeline" | "why" | "picture" | "export" | "file";

interface Carried<Kind> {
  readonly kind: Kind;
  readonly page: number;
  /** What the page is about, where the message replied to does not say it: letters, digits, `-` and `_`. */
  readonly key?: string;
}

/**
 * What a button carries: the kind of page, the page's number and a short key. Buttons of older versions of the bot are refused kindly.
 * The question itself is not in it (64 bytes would not hold it): it is read from the message that the answer replies to.
 */
export type ButtonData = Carried<PageKind> | Carried<TimelineKind> | Carried<"context" | "report" | "language">;

/** Answers whose pages are found again from what was asked. */
export type PageKind = "ask" | "quote" | "check" | "about";

/** For telling them apart. */
export function isTimelineButton(button: ButtonData): button is Carried<TimelineKind> {
  return ["timeline", "why", "picture", "export", "file"].includes(button.kind);
}

const version = "1";
const longestKey = 48;
const kinds: Readonly<Record<ButtonData["kind"], string>> = {
  ask: "a",
  quote: "q",
  timeline: "t",
  why: "w",
  picture: "p",
  export: "x",
  file: "f",
  check: "c",
  about: "i",
  context: "d",
  report: "r",
  language: "l",
};
const kindOf = new Map(Object.entries(kinds).map(([kind, letter]) => [letter, kind as ButtonData["kind"]]));

/** @throws Error when the data would not fit into Telegram's 64 bytes: a bug, not something a person does. */
export function packButton({ kind, page, key }: ButtonData): string {
  const packed = [version, kinds[kind], page.toString(36), ...(key ? [key] : [])].join(":");
  if (Buffer.byteLength(packed) > callbackBytes) throw new Error(`callback data of ${Buffer.byteLength(packed)} bytes`);
  return packed;
}

/** `null` for anything that this version of the bot did not write. */
export function unpackButton(data: string): ButtonData | null {
  const match = /^1:([a-z]):([0-9a-z]{1,6})(?::([A-Za-z0-9_-]{1,48}))?$/.exec(data);
  const kind = kindOf.get(match?.[1] ?? "");
  if (!match || !kind) return null;
  return { kind, page: Number.parseInt(match[2] ?? "0", 36), ...(match[3] ? { key: match[3] } : {}) };
}

/** A quoted passage by its receipt, and the page it was shown on, to go back to. */
export interface PassageKey {
  readonly receipt: string;
  readonly from: Pick<ButtonData, "kind" | "key"> | null;
}

/** A key of at most 48 characters: "a--t2p8te31z02by0c8v412w", "q-3f2a…-t2p8te…"; the way back is left out where it does not fit. */
export function packPassageKey({ receipt, from }: PassageKey): string {
  const full = `${from ? kinds[from.kind] : ""}-${from?.key ?? ""}-${receipt}`;
  return full.length <= longestKey ? full : `--${receipt}`;
}

/** `null` for anything that this version of the bot did not write. */
export function unpackPassageKey(packed: string): PassageKey | null {
  const [, letter, key, receipt] = /^([a-z]?)-([A-Za-z0-9_-]*)-([0-9a-z]+)$/.exec(packed) ?? [];
  if (receipt === undefined) return null;
  const kind = kindOf.get(letter ?? "");
  if (letter && !kind) return null;
  return { receipt, from: kind ? { kind, ...(key ? { key } : {}) } : null };
}

/** How a timeline is laid out: one event after the other, or under stretches of time. */
export type TimelineLayout = "list" | Step;

/** What the key of a button below a timeline says: the layout, the page it stands on, and the file that is wanted. */
export interface TimelineKey {
  readonly layout: TimelineLayout;
  readonly page: number;
  readonly format: ExportFormat | null;
}

const layouts: readonly TimelineLayout[] = ["list", "day", "week", "month", "year"];

/** A key of at most 21 characters: "week-1f-csv". */
export function packTimelineKey({ layout, page, format }: TimelineKey): string {
  return [layout, page.toString(36), ...(format ? [format] : [])].join("-");
}

/** `null` for anything that this version of the bot did not write. */
export function unpackTimelineKey(key: string): TimelineKey | null {
  const [, name, page, file] = /^([a-z]+)-([0-9a-z]{1,6})(?:-([a-z]+))?$/.exec(key) ?? [];
  const layout = layouts.find((l) => l === name);
  const format = exportFormats.find((f) => f === file) ?? null;
  if (!layout || page === undefined || (file !== undefined && !format)) return null;
  return { layout, page: Number.parseInt(page, 36), format };
}
