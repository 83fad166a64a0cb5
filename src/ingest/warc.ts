import { WARCParser } from "warcio";
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

/**
 * The pages of a web archive (WARC, ISO 28500) in order: what was answered with success and is text. Everything else in it
 * (requests, pictures, redirects) is passed over.
 * @param most The largest page in bytes.
 * @throws InputError when the archive is damaged; what came before it has been told by then.
 */
export async function* recordsOf(archive: Chunks, most: number): AsyncGenerator<ArchivedPage> {
  try {
    for await (const record of WARCParser.iterRecords(archive)) {
      if (record.warcType !== "response" && record.warcType !== "resource") continue;
      const headers = record.httpHeaders;
      const status = headers?.statusCode;
      if (record.warcType === "response" && (status === undefined || Number(status) < 200 || Number(status) >= 300))
        continue;
      const contentType = headers?.headers.get("content-type") ?? record.warcContentType ?? null;
      if (!/^(?:text\/|application\/(?:\S*\+)?(?:xml|xhtml|json|rss|atom))/i.test(contentType?.trim() ?? "")) continue;
      if (/^text\/(?:css|javascript|vtt)/i.test(contentType ?? "")) continue;
      const url = record.warcTargetURI ?? "";
      const bytes = await contentOf(record, most);
      yield bytes === null
        ? { url, bytes: Buffer.alloc(0), contentType, problem: `larger than ${most / 2 ** 20} MB` }
        : { url, bytes: unpackedSync(bytes, most), contentType, problem: null };
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`the web archive is damaged: ${String((error as Error).message).split("\n", 1)[0] ?? ""}`);
  }
}

async function contentOf(record: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size > most ? null : Buffer.concat(chunks);
}
