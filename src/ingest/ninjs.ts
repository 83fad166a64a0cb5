import { z } from "zod";
import type { Zone } from "../coverage/article.ts";
import { InputError } from "../coverage/errors.ts";
import { schemaProblem } from "../coverage/format.ts";
import { guessLanguage } from "../language/script.ts";
import { composeDraft, type Draft } from "./draft.ts";
import { dayOf } from "./html/dates.ts";
import { readFragment } from "./html/fragment.ts";
import { refuseUnpublished } from "./unpublished.ts";

/*
 * ninjs, the IPTC's news in JSON (https://iptc.org/standards/ninjs/): versions 1.x with `headline` and `body_html`, and
 * 2.x and 3.x with lists of headlines and bodies.
 */

const text = z.string().nullish();
const named = z.looseObject({ name: text });
const item = z.looseObject({
  uri: z.string().min(1),
  type: text,
  pubstatus: text,
  embargoed: text,
  versioncreated: text,
  firstcreated: text,
  contentcreated: text,
  headline: text,
  title: text,
  headlines: z.array(z.looseObject({ role: text, value: text })).nullish(),
  byline: text,
  by: text,
  language: text,
  body_text: text,
  body_html: text,
  body_xhtml: text,
  bodies: z.array(z.looseObject({ role: text, contenttype: text, value: text })).nullish(),
  infosource: z.union([z.array(named), named]).nullish(),
  infosources: z.array(named).nullish(),
  source: text,
  copyrightholder: text,
  url: text,
  canonicalurl: text,
});

interface Body {
  readonly paragraphs: readonly { readonly text: string; readonly zone: Zone }[];
  readonly dropped: Draft["dropped"];
}

/** Whether a JSON value is an item of ninjs and not a document in our own keys. */
export function isNinjs(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    "uri" in value &&
    !("text" in value) &&
    !("html" in value) &&
    ["versioncreated", "pubstatus", "body_html", "body_text", "body_xhtml", "bodies", "headlines"].some(
      (key) => key in value,
    )
  );
}

/**
 * One item as a draft; its id is its `uri`, which stays over its versions.
 * @throws InputError for what is no text, and Unpublished for what is not to be shown.
 */
export function readNinjs(value: unknown, now: Date): Draft {
  const parsed = item.safeParse(value);
  if (!parsed.success) throw new InputError(schemaProblem(parsed.error));
  const ninjs = parsed.data;
  const id = ninjs.uri.toWellFormed();
  refuseUnpublished({ id, status: ninjs.pubstatus, embargoed: ninjs.embargoed }, now);
  if (ninjs.type && ninjs.type !== "text") throw new InputError(`an item of type "${ninjs.type}", and no text`);
  const headline = first(ninjs.headline, mainOf(ninjs.headlines)?.value, ninjs.title);
  const { paragraphs, dropped } = bodyOf(ninjs, headline);
  const created = first(ninjs.firstcreated, ninjs.contentcreated, ninjs.versioncreated);
  const date = created ? dayOf(created) : null;
  const language = ninjs.language?.toLowerCase().split(/[-_]/)[0] ?? "";
  const sources = [ninjs.infosource ?? [], ninjs.infosources ?? []].flat();
  const address = first(ninjs.canonicalurl, ninjs.url, id);
  return composeDraft({
    id,
    headline,
    outlet: first(ninjs.source, sources[0]?.name, ninjs.copyrightholder),
    byline: first(ninjs.byline, ninjs.by),
    published: date ? { date, basis: "metadata", words: null } : null,
    url: address && /^https?:\/\/\S+$/i.test(address) ? address : null,
    language: /^[a-z]{2,3}$/.test(language) ? language : guessLanguage(paragraphs.map((p) => p.text).join("\n")),
    paragraphs,
    dropped,
    warnings: created && !date ? [`the date "${created.slice(0, 40)}" cannot be read and was left out`] : [],
  });
}

function bodyOf(ninjs: z.output<typeof item>, headline: string | null): Body {
  const body = mainOf(ninjs.bodies);
  const html = first(ninjs.body_html, ninjs.body_xhtml, body && isHtml(body) ? body.value : null);
  if (html) return readFragment(html, headline);
  const plain = first(ninjs.body_text, body?.value) ?? "";
  const paragraphs = plain.split(/(?:\r?\n){1,}/).filter((line) => line.trim() !== "");
  return { paragraphs: paragraphs.map((line) => ({ text: line.trim(), zone: "body" })), dropped: [] };
}

const isHtml = ({
  contenttype,
  value,
}: {
  contenttype?: string | null | undefined;
  value?: string | null | undefined;
}) => /html/i.test(contenttype ?? "") || (!contenttype && /<(?:p|div|br)\b/i.test(value ?? ""));

/** The entry of the role "main", else the first. */
function mainOf<T extends { role?: string | null | undefined }>(list: readonly T[] | null | undefined): T | undefined {
  return list?.find((entry) => entry.role === "main") ?? list?.[0];
}

function first(...values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) if (value?.trim()) return value.toWellFormed().trim();
  return null;
}
