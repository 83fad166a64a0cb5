import { globSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../coverage/corpus.ts";
import { fileError } from "../coverage/errors.ts";
import { outletsFile } from "../coverage/outlets.ts";
import { sourcesFile } from "./sources.ts";

/** Files that tell of captures and outlets, and are none. */
const aboutOthers = new Set([sourcesFile, outletsFile]);

/**
 * The files behind the named inputs: a folder stands for every file in it (subfolders too, hidden files and
 * `sources.yaml` and `outlets.yaml` not), a pattern with *, ?, [ or { for what it matches.
 * @throws InputError for an input that does not exist.
 */
export function listFiles(input: string): string[] {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(input);
  } catch (error) {
    const matches = /[*?[{]/.test(input) ? globSync(input).sort(compare) : [];
    if (matches.length > 0) return matches.flatMap((match) => listFiles(match));
    throw fileError(error, "read", input);
  }
  if (!stats.isDirectory()) return [input];
  try {
    return readdirSync(input, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && !e.name.startsWith(".") && !aboutOthers.has(e.name))
      .map((e) => join(e.parentPath, e.name))
      .sort(compare);
  } catch (error) {
    throw fileError(error, "read the folder", input);
  }
}
