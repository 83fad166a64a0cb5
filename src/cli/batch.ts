import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { z } from "zod";
import { fileError, InputError } from "../coverage/errors.ts";
import { schemaProblem } from "../coverage/format.ts";
import type { Io } from "./io.ts";

/**
 * The inputs of a JSON Lines file, checked one by one.
 * @throws InputError with the line's number at the first line that does not fit.
 */
export function readBatch<T extends z.ZodType>(io: Io, file: string, schema: T): z.infer<T>[] {
  let content: string;
  try {
    content = readFileSync(resolve(io.cwd, file), "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw fileError(error, "read", file);
  }
  return content.split(/\r?\n/).flatMap((line, i) => {
    if (!line.trim()) return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new InputError(`${file}:${i + 1}: not JSON; the file holds one object a line`);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new InputError(`${file}:${i + 1}: ${schemaProblem(parsed.error)}`);
    return [parsed.data];
  });
}
