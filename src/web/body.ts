import type { IncomingMessage } from "node:http";

/**
 * Reads a request's body whole, or gives up on it: `null` when it is longer than `most` bytes, comes compressed, or breaks off. It never
 * holds more than `most` bytes.
 */
export function readBody(req: IncomingMessage, most: number): Promise<Buffer | null> {
  const encoding = req.headers["content-encoding"] ?? "identity";
  if (Number(req.headers["content-length"] ?? 0) > most || encoding !== "identity") return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    req.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else {
        req.pause();
        resolve(null);
      }
    });
    req.on("end", () => resolve(Buffer.concat(chunks)));
    req.on("close", () => resolve(null));
  });
}
