import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, extname } from "node:path";
import { fileError, InputError } from "../coverage/errors.ts";
import { decode } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { parseJson, readFrontMatter } from "./given.ts";
import { readPageText } from "./page-text.ts";
import { hasJsonLine, type Kind, sniff } from "./sniff.ts";
import { type Chunks, collect, linesOf, type Opened, open } from "./stream.ts";
import { Unpublished } from "./unpublished.ts";

/** One document as it came in: what it says, and by what bytes it is known. */
export interface Capture {
  /** The input as it was named, with the line for a document of a many-document file. */
  readonly input: string;
  /** The file it stands in; `-` for standard input. */
  readonly file: string;
  readonly sha256: string;
  /** What the document's id falls back to. */
  readonly name: string;
  /** `null` where it could not be read, or need not be. */
  readonly draft: Draft | null;
  readonly problem: string | null;
  /** The id of the article that this document takes back: its outlet does not want it shown any more. */
  readonly takesBack?: string;
  /** It was read before, by a run that was cut short. */
  readonly wasRead?: true;
}

/** How documents are read. */
export interface Reading {
  /** What an embargo is measured against; the present unless given. */
  readonly now?: Date;
  /** Standard input. */
  readonly stdin?: Chunks;
  /** Called with the number of bytes that were read of the file, packed as they are. */
  readonly onBytes?: (count: number) => void;
  /** Whether a document of these bytes and this file need not be read again. */
  readonly isRead?: (sha256: string, file: string) => boolean;
}

/** The largest page, text or line, in bytes: what is larger is an archive of a kind not known here, or no text. */
const mostOfOne = 2 ** 25;
/** The largest file of many documents that cannot be read piece by piece: a feed, an array of JSON, NewsML-G2. */
const mostOfMany = 2 ** 27;

/**
 * The documents of one file, in order, told apart by what stands in it: JSON Lines and web archives are read piece by piece
 * however big. A document that cannot be read comes with its problem; the rest goes on.
 */
export async function* readCaptures(file: string, reading: Reading = {}): AsyncGenerator<Capture> {
  const place = {
    input: file,
    file,
    name: file === "-" ? "stdin" : basename(file, extname(file)).replace(/\.\w+$/, trimmed),
  };
  try {
    const source = file === "-" ? (reading.stdin ?? nothing()) : createReadStream(file, { highWaterMark: 2 ** 20 });
    yield* documentsIn(await open(counted(source, reading.onBytes)), place, reading);
  } catch (error) {
    yield refused(place, isSystemError(error) ? fileError(error, "read", file) : error);
  }
}

/** "story.html.gz" is named "story" as well. */
const trimmed = (extension: string) =>
  /^\.(?:html?|txt|md|jsonl?|xml|rss|atom|warc)$/i.test(extension) ? "" : extension;

const isSystemError = (error: unknown) => typeof (error as NodeJS.ErrnoException).syscall === "string";

async function* nothing(): Chunks {}

async function* inUtf8(text: string): Chunks {
  yield Buffer.from(text);
}

async function* counted(source: Chunks, onBytes: (count: number) => void = () => {}): Chunks {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Where a document stands, and what is known of how it came. */
export interface Place extends Pick<Capture, "input" | "file" | "name"> {
  /** The address that it was fetched from. */
  readonly url?: string;
  readonly contentType?: string;
}

async function* documentsIn(opened: Opened, place: Place, reading: Reading): AsyncGenerator<Capture> {
  if (/^WARC\/\d/.test(opened.head.toString("latin1", 0, 8))) {
    const { recordsOf } = await import("./warc.ts");
    let i = 0;
    for await (const record of recordsOf(opened.bytes, mostOfOne)) {
      const one = {
        ...place,
        input: `${place.input}#${++i}`,
        name: nameOf(record.url, `${place.name}-${i}`),
        url: record.url,
      };
      if (record.problem !== null) yield refused(one, new InputError(record.problem));
      else
        yield* capturesOf(
          record.bytes,
          { ...one, ...(record.contentType ? { contentType: record.contentType } : {}) },
          reading,
        );
    }
    if (i === 0) throw new InputError("the web archive holds no page");
  } else if (isUtf8JsonLines(opened.head)) {
    yield* linesOfJson(opened, place, reading);
  } else {
    yield* capturesOf(await collect(opened, mostOf(opened.head, place.name)), place, reading);
  }
}

/** How big a file of this beginning may be. */
function mostOf(head: Buffer, name: string): number {
  let kind: Kind;
  try {
    kind = sniff(decode(head), name);
  } catch {
    return mostOfOne;
  }
  const isOne =
    kind === "html" ||
    kind === "markdown" ||
    (kind === "page-text" && !/^\s*(?:\[\s*[{["]|\{\s*")/.test(head.toString("latin1")));
  return isOne ? mostOfOne : mostOfMany;
}

/** The last part of an address that says something. */
function nameOf(url: string, otherwise: string): string {
  const parts = URL.parse(url)?.pathname.split("/").filter(Boolean) ?? [];
  const last = parts.at(-1)?.replace(/\.\w{2,5}$/, "");
  try {
    return decodeURIComponent(last ?? "") || otherwise;
  } catch {
    return last || otherwise;
  }
}

/** JSON Lines of another encoding are read whole. */
function isUtf8JsonLines(head: Buffer): boolean {
  const whole = head.subarray(0, head.lastIndexOf(10) + 1 || head.length);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(whole);
    return /^\s*\{/.test(text) && hasJsonLine(text);
  } catch {
    return false;
  }
}

async function* linesOfJson(opened: Opened, place: Place, reading: Reading): AsyncGenerator<Capture> {
  const { readJson } = await import("./json.ts");
  let number = 0;
  for await (const bytes of linesOf(opened, mostOfOne)) {
    number++;
    const one = { ...place, input: `${place.input}:${number}`, name: `${place.name}-${number}` };
    if (bytes === null) {
      yield refused(one, new InputError(`a line of more than ${mostOfOne / 2 ** 20} MB`));
      continue;
    }
    let line: string;
    try {
      line = decodedLine(bytes);
    } catch (error) {
      yield refused(one, error);
      continue;
    }
    if (line.trim() === "") continue;
    yield attempt({ ...one, sha256: sha256(line.trimEnd()) }, reading, () =>
      readJson(parseJson(line), reading.now ?? new Date()),
    );
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decodedLine(bytes: Buffer): string {
  try {
    return utf8.decode(bytes).replaceAll("\u0000", "");
  } catch {
    return decode(bytes);
  }
}

/** The documents of bytes that are at hand. */
export async function* capturesOf(bytes: Buffer, place: Place, reading: Reading): AsyncGenerator<Capture> {
  const text = decode(bytes, place.contentType);
  if (text.trim() === "") throw new InputError("the file is empty");
  const whole = { ...place, sha256: sha256(bytes) };
  const now = reading.now ?? new Date();
  const hints = place.url ? { url: place.url } : {};
  const kind = sniff(text, place.file);
  if (kind === "jsonl") {
    yield* linesOfJson({ head: bytes, bytes: inUtf8(text) }, place, reading);
  } else if (kind === "json") {
    const { documentsOfJson, readJson } = await import("./json.ts");
    const values = documentsOfJson(parseJson(text));
    if (values === "feed") yield* feedCaptures(text, place, reading);
    else
      for (const [i, value] of values.entries()) {
        const one = values.length === 1 ? whole : { ...numbered(place, i), sha256: sha256(JSON.stringify(value)) };
        yield attempt(one, reading, () => readJson(value, now));
      }
  } else if (kind === "feed") {
    yield* feedCaptures(text, place, reading);
  } else if (kind === "newsml") {
    const { readNewsMl } = await import("./newsml.ts");
    const items = readNewsMl(text, now);
    for (const [i, item] of items.entries()) {
      const one = items.length === 1 ? whole : { ...numbered(place, i), sha256: sha256(JSON.stringify(item)) };
      yield attempt(one, reading, () => {
        if (item instanceof InputError) throw item;
        return item;
      });
    }
  } else if (kind === "sitemap") {
    throw new InputError("a sitemap lists addresses and holds no text; name its own address to have them fetched");
  } else if (kind === "html") {
    const { readHtml } = await import("./html.ts");
    yield attempt(whole, reading, () => readHtml(text, hints));
  } else {
    yield attempt(whole, reading, () => (kind === "markdown" ? readFrontMatter(text) : readPageText(text)));
  }
}

export async function* feedCaptures(text: string, place: Place, reading: Reading): AsyncGenerator<Capture> {
  const { readFeed } = await import("./feed.ts");
  for (const [i, draft] of readFeed(text).entries())
    yield attempt({ ...numbered(place, i), sha256: sha256(JSON.stringify(draft)) }, reading, () => draft);
}

const numbered = (place: Place, i: number): Place => ({
  ...place,
  input: `${place.input}#${i + 1}`,
  name: `${place.name}-${i + 1}`,
});

function attempt(place: Place & Pick<Capture, "sha256">, { isRead }: Reading, read: () => Draft): Capture {
  const { input, file, name, sha256 } = place;
  if (isRead?.(sha256, file)) return { input, file, name, sha256, draft: null, problem: null, wasRead: true };
  try {
    const draft = read();
    if (draft.text.trim() === "") throw new InputError("no article text found in it");
    return { input, file, name, sha256, draft, problem: null };
  } catch (error) {
    return { ...refused(place, error), sha256 };
  }
}

/** Only what a person can mend is a rejection; anything else is a bug and goes up. */
export function refused({ input, file, name }: Place, error: unknown): Capture {
  if (!(error instanceof InputError)) throw error;
  const takesBack = error instanceof Unpublished && error.id !== null ? { takesBack: error.id } : {};
  return { input, file, name, sha256: "", draft: null, problem: inOneLine(error.message), ...takesBack };
}

/** Parsers quote what they choked on, and that can be long. */
function inOneLine(message: string): string {
  const line = message.replace(/\s*[\r\n]+\s*/g, " ").toWellFormed();
  return line.length > 300 ? `${line.slice(0, 300).toWellFormed()}…` : line;
}

function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
