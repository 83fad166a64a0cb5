import { Readable } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";
import { InputError } from "../coverage/errors.ts";

export type Chunks = AsyncIterable<Uint8Array>;

/** What a document begins with, and all of its bytes, unpacked where they are a gzip archive. */
export interface Opened {
  /** The first bytes: 64 KB, or up to the end of the first line where that is a long line of JSON. */
  readonly head: Buffer;
  /** `head` and what follows it. */
  readonly bytes: Chunks;
}

const headBytes = 2 ** 16;
/** A line of JSON Lines can hold a long article; its end must be seen to know it for one. */
const mostHeadBytes = 2 ** 24;
/** Archives of archives are a way to make little expand to much. */
const mostLayers = 3;
/** The most that a gzip archive may unpack to. */
const mostUnpacked = 2 ** 33;

/** @throws InputError for a gzip archive that is damaged, or packed over and over. */
export async function open(source: Chunks): Promise<Opened> {
  let opened = await peek(source);
  for (let layer = 0; isGzip(opened.head); layer++) {
    if (layer === mostLayers) throw new InputError(`packed with gzip more than ${mostLayers} times over`);
    opened = await peek(unpacked(opened.bytes));
  }
  return opened;
}

const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;

async function peek(source: Chunks): Promise<Opened> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  const seen: Uint8Array[] = [];
  let size = 0;
  let hasLineEnd = false;
  for (;;) {
    const next = await chunks.next();
    if (next.done) break;
    seen.push(next.value);
    size += next.value.length;
    hasLineEnd ||= next.value.includes(10);
    const startsAsJson = /^(?:\xef\xbb\xbf)?\s*\{/.test(Buffer.from(seen[0] ?? []).toString("latin1", 0, 100));
    if (size >= headBytes && (hasLineEnd || !startsAsJson || size >= mostHeadBytes)) break;
  }
  head = Buffer.concat(seen);
  async function* all() {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { head, bytes: all() };
}

async function* unpacked(source: Chunks): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(source);
  const gunzip = createGunzip({ chunkSize: headBytes });
  packed.on("error", (error) => gunzip.destroy(error));
  let size = 0;
  try {
    for await (const chunk of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostUnpacked) throw new InputError(`unpacks to more than ${mostUnpacked / 2 ** 30} GB`);
      yield chunk;
    }
  } catch (error) {
    throw gzipProblem(error) ?? error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

function gzipProblem(error: unknown): InputError | null {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "Z_BUF_ERROR") return new InputError("the gzip archive is cut short");
  return code.startsWith("Z_") ? new InputError("the gzip archive is damaged") : null;
}

/** All bytes of a document of at most `most` bytes. */
export async function collect({ bytes }: Pick<Opened, "bytes">, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) throw new InputError(`larger than ${most / 2 ** 20} MB; split it first`);
  }
  return Buffer.concat(chunks);
}

/** The lines of a stream, without their line ends. A line of more than `most` bytes comes as `null`. */
export async function* linesOf({ bytes }: Pick<Opened, "bytes">, most: number): AsyncGenerator<Buffer | null> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const line = () => {
    const whole = size > most ? null : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return whole;
  };
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; ) {
      const end = chunk.indexOf(10, start);
      const piece = chunk.subarray(start, end < 0 ? chunk.length : end);
      size += piece.length;
      if (size <= most) pieces.push(piece);
      else pieces = [];
      if (end < 0) break;
      yield line();
      start = end + 1;
    }
  }
  if (size > 0) yield line();
}

/** As `open`, for bytes that are at hand; bytes that cannot be unpacked, or only to too many, come back as they are. */
export function unpackedSync(bytes: Buffer, most = 2 ** 28): Buffer {
  let at = bytes;
  try {
    for (let layer = 0; layer < mostLayers && isGzip(at); layer++) at = gunzipSync(at, { maxOutputLength: most });
    return at;
  } catch {
    return bytes;
  }
}
