import type { Draft } from "./draft.ts";
import { readGiven } from "./given.ts";
import { readHtml } from "./html.ts";
import { isNinjs, readNinjs } from "./ninjs.ts";

/**
 * One JSON value as a draft: an item of ninjs, or a document in our own keys.
 * @throws InputError with what is wrong, Unpublished for what is not to be shown.
 */
export function readJson(value: unknown, now: Date): Draft {
  return isNinjs(value) ? readNinjs(value, now) : readGiven(value, readHtml);
}

/** The documents of a file that is one JSON value: the value itself, or the list that it is or wraps. */
export function documentsOfJson(value: unknown): unknown[] | "feed" {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return [value];
  const object = value as Record<string, unknown>;
  if (typeof object["version"] === "string" && /^https?:\/\/(?:www\.)?jsonfeed\.org\/version/.test(object["version"]))
    return "feed";
  if (["text", "html", "uri"].some((key) => key in object)) return [value];
  // Superseded names of one thing: a page of results from an agency's interface.
  const data = object["data"] as Record<string, unknown> | unknown[] | undefined;
  for (const list of [object["items"], object["_items"], Array.isArray(data) ? data : data?.["items"]])
    if (Array.isArray(list)) return list.map((entry) => (isWrapped(entry) ? entry.item : entry));
  return [value];
}

const isWrapped = (entry: unknown): entry is { item: unknown } =>
  typeof entry === "object" && entry !== null && "item" in entry && !("uri" in entry);
