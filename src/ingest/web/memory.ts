import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fileError } from "../../coverage/errors.ts";

/** Beside the articles, hidden: what was fetched when last asked. */
const memoryFile = ".fetched.jsonl";

const entrySchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  contentType: z.string().nullable(),
  /** The capture, relative to the corpus folder. */
  file: z.string(),
  /** The address that answered in the end. */
  at: z.string(),
});
export type Fetched = z.infer<typeof entrySchema>;

/** By what a server can tell that a page has not changed since (RFC 9110, 13.1), for each address. */
export class FetchMemory {
  readonly #path: string;
  readonly #byUrl = new Map<string, Fetched>();

  constructor(dir: string) {
    this.#path = join(dir, memoryFile);
    for (const line of readIfThere(this.#path).split("\n")) {
      const entry = entrySchema.safeParse(jsonOf(line));
      if (entry.success) this.#byUrl.set(entry.data.url, entry.data);
    }
  }

  of(url: string): Fetched | null {
    return this.#byUrl.get(url) ?? null;
  }

  /** Remembered at once: what a killed run fetched is not asked for anew. A line cut short is passed over when read. */
  add(entry: Fetched): void {
    this.#byUrl.set(entry.url, entry);
    try {
      appendFileSync(this.#path, `${JSON.stringify(entry)}\n`);
    } catch (error) {
      throw fileError(error, "write", this.#path);
    }
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
