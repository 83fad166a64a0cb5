import { createHash } from "node:crypto";
import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { compare } from "../coverage/corpus.ts";
import { fileError, InputError } from "../coverage/errors.ts";
import { decode } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { readFrontMatter, readGiven } from "./given.ts";
import { readPageText } from "./page-text.ts";
import { sniff } from "./sniff.ts";
import { sourcesFile } from "./sources.ts";

/** One document as it came in: what it says, and by what bytes it is known. */
export interface Capture {
  /** The input as it was named, with the line for a document of a many-document file. */
  readonly input: string;
  /** The file it stands in; `-` for standard input. */
  readonly file: string;
  readonly sha256: string;
  /** What the document's id falls back to. */
  readonly name: string;
  /** `null` where it could not be read. */
  readonly draft: Draft | null;
  readonly problem: string | null;
}

/** The largest file taken in; a larger one is an archive to be split, or no text. */
const mostBytes = 256 * 2 ** 20;

/**
 * The files behind the named inputs: a folder stands for every file in it (subfolders too, hidden files and
 * `sources.yaml` not), a pattern with * or ? for what it matches.
 * @throws InputError for an input that does not exist.
 */
export function listFiles(input: string): string[] {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(input);
  } catch (error) {
    const matches = /[*?]/.test(input) ? globSync(input).sort(compare) : [];
    if (matches.length > 0) return matches.flatMap((match) => listFiles(match));
    throw fileError(error, "read", input);
  }
  if (!stats.isDirectory()) return [input];
  try {
    return readdirSync(input, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && !e.name.startsWith(".") && e.name !== sourcesFile)
      .map((e) => join(e.parentPath, e.name))
      .sort(compare);
  } catch (error) {
    throw fileError(error, "read the folder", input);
  }
}

/** The documents of one file, in order. A document that cannot be read comes with its problem; the rest goes on. */
export async function* readCaptures(file: string, stdin?: Uint8Array): AsyncGenerator<Capture> {
  const name = file === "-" ? "stdin" : basename(file, extname(file));
  let bytes: Uint8Array;
  let text: string;
  try {
    bytes = stdin ?? readBytes(file);
    text = decode(bytes);
    if (text.trim() === "") throw new InputError("the file is empty");
  } catch (error) {
    yield refused(file, file, name, error);
    return;
  }
  const whole = { input: file, file, name, sha256: sha256(bytes) };
  const kind = sniff(text, file);
  if (kind === "jsonl") {
    const { readHtml } = await import("./html.ts");
    for (const [i, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const one = {
        input: `${file}:${i + 1}`,
        file,
        name: `${name}-${i + 1}`,
        sha256: sha256(Buffer.from(line.trimEnd())),
      };
      yield attempt(one, () => readGiven(line, readHtml));
    }
  } else if (kind === "feed") {
    const { readFeed } = await import("./feed.ts");
    let drafts: Draft[];
    try {
      drafts = readFeed(text);
    } catch (error) {
      yield refused(file, file, name, error);
      return;
    }
    for (const [i, draft] of drafts.entries()) {
      const one = {
        input: `${file}#${i + 1}`,
        file,
        name: `${name}-${i + 1}`,
        sha256: sha256(Buffer.from(JSON.stringify(draft))),
      };
      yield attempt(one, () => draft);
    }
  } else if (kind === "html") {
    const { readHtml } = await import("./html.ts");
    yield attempt(whole, () => readHtml(text));
  } else {
    yield attempt(whole, () => (kind === "markdown" ? readFrontMatter(text) : readPageText(text)));
  }
}

type Place = Pick<Capture, "input" | "file" | "name" | "sha256">;

function attempt(place: Place, read: () => Draft): Capture {
  try {
    const draft = read();
    if (draft.text.trim() === "") throw new InputError("no article text found in it");
    return { ...place, draft, problem: null };
  } catch (error) {
    return { ...refused(place.input, place.file, place.name, error), sha256: place.sha256 };
  }
}

/** Only what a person can mend is a rejection; anything else is a bug and goes up. */
function refused(input: string, file: string, name: string, error: unknown): Capture {
  if (!(error instanceof InputError)) throw error;
  return { input, file, name, sha256: "", draft: null, problem: error.message };
}

function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > mostBytes) throw new InputError(`larger than ${mostBytes / 2 ** 20} MB; split it first`);
    return readFileSync(file);
  } catch (error) {
    throw error instanceof InputError ? error : fileError(error, "read", file);
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
