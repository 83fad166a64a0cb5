import { XMLParser } from "fast-xml-parser";
import { InputError } from "../coverage/errors.ts";
import { guessLanguage } from "../language/script.ts";
import { composeDraft, type Draft } from "./draft.ts";
import { dayOf } from "./html/dates.ts";
import { readFragment } from "./html/fragment.ts";
import { refuseUnpublished } from "./unpublished.ts";

/*
 * NewsML-G2, the IPTC's news in XML (https://iptc.org/standards/newsml-g2/): a `newsItem`, or a `newsMessage` or package of
 * them. The body is XHTML or NITF inside `inlineXML`, or text inside `inlineData`; both are kept as they stand and read as
 * pages are.
 */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: false,
  stopNodes: ["*.inlineXML", "*.inlineData"],
  isArray: (name) =>
    ["newsItem", "headline", "by", "creditline", "inlineXML", "inlineData", "infoSource", "remoteContent"].includes(
      name,
    ),
});

type Node = { readonly [key: string]: unknown };

/**
 * The news items of a document in order; each is a draft, or why it is none.
 * @throws InputError when it is no NewsML-G2, not well formed, or declares entities (which can be made to expand without end).
 */
export function readNewsMl(xml: string, now: Date): (Draft | InputError)[] {
  if (/<!ENTITY/i.test(xml)) throw new InputError("the XML declares entities of its own, which are not read");
  let root: unknown;
  try {
    root = parser.parse(xml, true);
  } catch (error) {
    throw new InputError(`not well formed XML: ${String((error as Error).message).split("\n", 1)[0] ?? ""}`);
  }
  const items = itemsIn(root);
  if (items.length === 0) throw new InputError("no news item in it");
  return items.map((item) => {
    try {
      return readItem(item, now);
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
  });
}

/** Every `newsItem`, however deep a message wraps it. */
function itemsIn(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(itemsIn);
  if (!isNode(node)) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === "newsItem" ? (value as unknown[]).filter(isNode) : itemsIn(value),
  );
}

function readItem(item: Node, now: Date): Draft {
  const meta = child(item, "itemMeta");
  const content = child(item, "contentMeta");
  const id = textOf(item["@guid"]);
  refuseUnpublished(
    { id, status: textOf(child(meta, "pubStatus")["@qcode"]), embargoed: textOf(meta["embargoed"]) },
    now,
  );
  const headline = textOf(content["headline"]);
  const set = child(item, "contentSet");
  const inline = [set["inlineXML"], set["inlineData"]]
    .flat()
    .map(rawOf)
    .filter((s) => s.trim() !== "");
  const [body] = inline;
  if (!body) throw new InputError("the news item holds no text");
  const isXhtml = set["inlineXML"] !== undefined || /<(?:p|div)\b/i.test(body);
  const { paragraphs, dropped } = isXhtml
    ? readFragment(withoutHead(body), headline)
    : { paragraphs: plainParagraphs(decoded(body)), dropped: [] };
  const created = [meta["firstCreated"], content["contentCreated"], meta["versionCreated"]].map(textOf).find(Boolean);
  const date = created ? dayOf(created) : null;
  const language = textOf(child(content, "language")["@tag"])?.toLowerCase().split("-")[0] ?? "";
  const address = [textOf(child(item, "link")["@href"]), id].find((a) => a && /^https?:\/\/\S+$/i.test(a));
  return composeDraft({
    ...(id ? { id } : {}),
    headline,
    outlet:
      nameOf(content["infoSource"]) ??
      nameOf(meta["provider"]) ??
      textOf(content["creditline"]) ??
      nameOf(meta["service"]),
    byline: textOf(content["by"]) ?? nameOf(content["creator"]),
    published: date ? { date, basis: "metadata", words: null } : null,
    url: address ?? null,
    language: /^[a-z]{2,3}$/.test(language) ? language : guessLanguage(paragraphs.map((p) => p.text).join("\n")),
    paragraphs,
    dropped,
  });
}

/** An XHTML or NITF document without its head, whose title and metadata are no text. */
const withoutHead = (xml: string) =>
  xml.replace(/<head[\s>][\s\S]*?<\/head>/i, "").replace(/<body\.head[\s>][\s\S]*?<\/body\.head>/i, "");

const plainParagraphs = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: line.trim(), zone: "body" as const }));

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

function child(node: Node, name: string): Node {
  const value = [node[name]].flat()[0];
  return isNode(value) ? value : {};
}

function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  const text = typeof one === "string" ? one : isNode(one) ? one["#text"] : undefined;
  return typeof text === "string" && text.trim() !== "" ? decoded(text).toWellFormed().trim() : null;
}

/** The name of a party: `<name>` inside it, else its code without the scheme. */
function nameOf(value: unknown): string | null {
  const node = [value].flat()[0];
  if (!isNode(node)) return textOf(node);
  const code = textOf(node["@literal"]) ?? textOf(node["@qcode"]);
  return textOf(node["name"]) ?? code?.replace(/^[^:]*:/, "") ?? null;
}

const rawOf = (value: unknown) =>
  typeof value === "string" ? value : isNode(value) ? String(value["#text"] ?? "") : "";

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five entities that every XML document has, and characters by number. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
