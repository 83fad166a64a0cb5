import { brotliDecompressSync, inflateSync } from "node:zlib";
import { InputError } from "../coverage/errors.ts";
import { type Chunks, unpackedSync } from "./stream.ts";

/** A page of a web archive. */
export interface ArchivedPage {
  readonly url: string;
  readonly bytes: Buffer;
  readonly contentType: string | null;
  /** Why its bytes are none to read. */
  readonly problem: string | null;
}

const mostHeaderBytes = 2 ** 16;
const damaged = () => new InputError("the web archive is damaged from here on");
const cutShort = () => new InputError("the web archive is cut short");

/**
 * The pages of a web archive (WARC, ISO 28500) in order: what was answered with success and is text. Everything else in it
 * (requests, pictures, redirects) is passed over. Read here and not by a library, as the one at hand never ends on an archive
 * that is cut short.
 * @param most The largest page in bytes.
 * @throws InputError when the archive is damaged; what came before it has been told by then.
 */
export async function* recordsOf(archive: Chunks, most: number): AsyncGenerator<ArchivedPage> {
  const bytes = new ByteReader(archive);
  for (;;) {
    const head = await headerOf(bytes);
    if (head === null) return;
    const length = Number(head.get("content-length"));
    if (!/^\d{1,15}$/.test(head.get("content-length") ?? "")) throw damaged();
    const { block, size } = await bytes.take(length, most + mostHeaderBytes);
    const page = pageOf(head, block);
    if (page === null) continue;
    const isTooBig = size > block.length || page.bytes.length > most;
    yield isTooBig ? { ...page, bytes: Buffer.alloc(0), problem: `larger than ${most / 2 ** 20} MB` } : page;
  }
}

/** The named fields of the next record; `null` at the end of the archive. */
async function headerOf(bytes: ByteReader): Promise<Map<string, string> | null> {
  let line = await bytes.line();
  while (line === "") line = await bytes.line();
  if (line === null) return null;
  if (!/^WARC\/\d/.test(line)) throw damaged();
  const lines: string[] = [];
  for (let size = 0; ; ) {
    const field = await bytes.line();
    if (field === null) throw cutShort();
    if (field === "") return fieldsOf(lines);
    size += field.length;
    if (size > mostHeaderBytes) throw damaged();
    lines.push(field);
  }
}

function fieldsOf(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

function pageOf(head: ReadonlyMap<string, string>, block: Buffer): ArchivedPage | null {
  const url = (head.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
  const type = head.get("warc-type");
  if (type === "resource") return isText(head.get("content-type")) ? page(url, block, head.get("content-type")) : null;
  if (type !== "response") return null;
  const end = block.indexOf("\r\n\r\n");
  const [status = "", ...lines] = block
    .toString("latin1", 0, end < 0 ? 0 : Math.min(end, mostHeaderBytes))
    .split("\r\n");
  const fields = fieldsOf(lines);
  if (!/^HTTP\/\S+ 2\d\d/.test(status) || !isText(fields.get("content-type"))) return null;
  const body = block.subarray(end + 4);
  const whole = /chunked/i.test(fields.get("transfer-encoding") ?? "") ? joined(body) : body;
  return page(url, unpacked(whole, fields.get("content-encoding") ?? ""), fields.get("content-type"));
}

const page = (url: string, bytes: Buffer, contentType = ""): ArchivedPage => ({
  url,
  bytes,
  contentType: contentType || null,
  problem: null,
});

const isText = (type = "") =>
  /^(?:text\/(?!css|javascript|vtt)|application\/(?:\S*\+)?(?:xml|xhtml|json|rss|atom|http))/i.test(type.trim());

/** A body in chunks (RFC 9112, 7.1) as one; archives that say so of a body already joined have it as it is. */
function joined(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf("\r\n", at);
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(
      body.toString("latin1", at, Math.min(end < 0 ? at : end, at + 100)),
    )?.[1];
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

function unpacked(body: Buffer, encoding: string): Buffer {
  try {
    if (/\bbr\b/i.test(encoding)) return brotliDecompressSync(body, { maxOutputLength: 2 ** 26 });
    if (/deflate/i.test(encoding)) return inflateSync(body, { maxOutputLength: 2 ** 26 });
  } catch {
    return body;
  }
  return unpackedSync(body, 2 ** 26);
}

/** Reads a stream by lines and by lengths. */
class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: Chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<Buffer | null> {
    const next = await this.#chunks.next();
    return next.done ? null : Buffer.from(next.value);
  }

  /** The next line without its end; `null` at the end of the stream. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#rest.indexOf(10);
      if (end >= 0) {
        const line = this.#rest.toString("utf8", 0, end).replace(/\r$/, "");
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      if (this.#rest.length > mostHeaderBytes) throw damaged();
      const more = await this.#more();
      if (more !== null) this.#rest = Buffer.concat([this.#rest, more]);
      else if (this.#rest.length === 0) return null;
      else {
        const line = this.#rest.toString("utf8");
        this.#rest = Buffer.alloc(0);
        return line;
      }
    }
  }

  /** The next `length` bytes, of which `most` are kept; `size` is how many there were. */
  async take(length: number, most: number): Promise<{ block: Buffer; size: number }> {
    const kept: Buffer[] = [];
    let size = 0;
    let held = 0;
    while (size < length) {
      if (this.#rest.length === 0) {
        const more = await this.#more();
        if (more === null) throw cutShort();
        this.#rest = more;
      }
      const part = this.#rest.subarray(0, length - size);
      this.#rest = this.#rest.subarray(part.length);
      size += part.length;
      const piece = part.subarray(0, Math.max(0, most - held));
      held += piece.length;
      if (piece.length > 0) kept.push(piece);
    }
    return { block: Buffer.concat(kept), size };
  }
}
