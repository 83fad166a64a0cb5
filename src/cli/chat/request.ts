import type { IncomingMessage } from "node:http";
import { badRequest, Refusal } from "./refusal.ts";

/** A file that came with a call. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

/** What a call brought: its parameters, and its files by the name of their part. */
export interface Received {
  readonly params: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, SentFile>;
}

/** Bot API, "Sending files": 50 MB at most by upload; what goes around the file is small. */
const MOST_BYTES = 51 * 2 ** 20;

/** Form fields are text; these hold JSON in it (Bot API: "must be JSON-serialized"). */
const jsonFields = new Set(
  "allowed_updates button caption_entities commands entities link_preview_options reply_markup reply_parameters result results scope".split(
    " ",
  ),
);

/**
 * Reads a call's parameters as the Bot API does: from the query, a form, JSON or multipart.
 * @throws Refusal when they cannot be read.
 */
export async function readRequest(req: IncomingMessage, url: URL): Promise<Received> {
  const query = fromForm(url.searchParams);
  const body = await readBody(req);
  const type = req.headers["content-type"] ?? "";
  if (body.length === 0) return { params: query, files: new Map() };
  if (/^application\/json/i.test(type)) {
    return { params: { ...query, ...jsonObject(body.toString("utf8")) }, files: new Map() };
  }
  if (/^multipart\/form-data/i.test(type)) {
    const { fields, files } = readMultipart(body, type);
    return { params: { ...query, ...fromForm(fields) }, files };
  }
  return { params: { ...query, ...fromForm(new URLSearchParams(body.toString("utf8"))) }, files: new Map() };
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refusal(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function fromForm(fields: Iterable<readonly [string, string]>): Record<string, unknown> {
  return Object.fromEntries([...fields].map(([name, value]) => [name, jsonFields.has(name) ? json(value) : value]));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse the request: not JSON");
  }
}

function jsonObject(text: string): Record<string, unknown> {
  const value = json(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("can't parse the request: object expected");
  }
  return value as Record<string, unknown>;
}

/** Parts are told apart by their bytes: grammY's part headers have no blanks, which Node's own reader does not take. */
function readMultipart(body: Buffer, type: string): { fields: [string, string][]; files: Map<string, SentFile> } {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  const mark = Buffer.from(`\r\n--${boundary?.[1] ?? boundary?.[2] ?? ""}`);
  // The first boundary has no line break before it; with one put there, all are alike.
  const whole = Buffer.concat([Buffer.from("\r\n"), body]);
  const fields: [string, string][] = [];
  const files = new Map<string, SentFile>();
  for (let at = whole.indexOf(mark); at >= 0; ) {
    const next = whole.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = whole.subarray(at + mark.length + 2, next);
    const split = part.indexOf("\r\n\r\n");
    if (split < 0) throw badRequest("can't parse the request: broken multipart body");
    const head = part.subarray(0, split).toString("utf8");
    const data = part.subarray(split + 4);
    const name = attribute(head, "name") ?? "";
    const file = attribute(head, "filename");
    const media = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? "application/octet-stream";
    if (file === undefined) fields.push([name, data.toString("utf8")]);
    else files.set(name, { name: file, type: media, data });
    at = next;
  }
  return { fields, files };
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "i").exec(head);
  return found?.[1] ?? found?.[2];
}
