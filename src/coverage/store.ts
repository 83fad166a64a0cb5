import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { compare, type Placed } from "./corpus.ts";
import { fileError } from "./errors.ts";
import { toJsonLine, toMarkdown } from "./format.ts";
import { removeIfPossible } from "./lock.ts";

/**
 * Writes a file so that a reader, or a run cut short, finds the old or the new content and never a half: its bytes are on
 * disk before the name points to them. `content` may come in pieces, so that a big archive is never held twice.
 * @throws InputError when the disk is full or the folder refuses; the old file then stands as it was.
 */
export function writeAtomic(path: string, content: string | Uint8Array | Iterable<string>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, "w");
    try {
      const isWhole = typeof content === "string" || content instanceof Uint8Array;
      for (const piece of isWhole ? [content] : content) writeAll(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    removeIfPossible(temporary);
    throw fileError(error, "write", path);
  }
}

function writeAll(file: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Has the names of a folder's new files on disk as well; a system that cannot do so is not asked again. */
function syncFolder(dir: string): void {
  try {
    const folder = openSync(dir, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows knows no such thing.
  }
}

/** Writes the given files of a corpus folder anew; a `.jsonl` file gets every article that lives in it, and one in which none lives any more goes. */
export function saveFiles(dir: string, placed: readonly Placed[], files: ReadonlySet<string>): void {
  const byFile = Map.groupBy(placed, (p) => p.file);
  for (const file of [...files].sort(compare)) {
    const stored = [...(byFile.get(file) ?? [])].sort((a, b) => compare(a.article.id, b.article.id));
    const path = join(dir, file);
    if (stored.length === 0) {
      removeIfPossible(path);
      continue;
    }
    writeAtomic(path, file.endsWith(".jsonl") ? inPieces(stored) : stored.map((s) => toMarkdown(s)).join(""));
  }
  if (files.size > 0) syncFolder(dir);
}

/** The lines of an archive, some hundred at a time. */
function* inPieces(stored: readonly Placed[]): Generator<string> {
  for (let at = 0; at < stored.length; at += 200)
    yield stored
      .slice(at, at + 200)
      .map((s) => `${toJsonLine(s)}\n`)
      .join("");
}
