import { callbackBytes } from "./limits.ts";

/**
 * What a button carries: the kind of page, the page's number and a short key. Buttons of older versions of the bot are refused kindly.
 * The question itself is not in it (64 bytes would not hold it): it is read from the message that the answer replies to.
 */
export interface ButtonData {
  readonly kind: "ask" | "quote" | "timeline" | "check" | "about";
  readonly page: number;
  /** What the page is about, where the message replied to does not say it: letters, digits, `-` and `_`. */
  readonly key?: string;
}

const version = "1";
const kinds: Readonly<Record<ButtonData["kind"], string>> = {
  ask: "a",
  quote: "q",
  timeline: "t",
  check: "c",
  about: "i",
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
