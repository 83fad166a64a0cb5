import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { resolveReceipt } from "../coverage/receipt.ts";
import { type Span, slice } from "../coverage/span.ts";
import { decode } from "../ingest/decode.ts";
import { type Kind, sniff } from "../ingest/sniff.ts";
import { unpackedSync } from "../ingest/stream.ts";

/** What became of the words that a receipt stands for. */
export interface Verified {
  readonly receipt: string;
  /** The words stand in the article as quoted, and nothing on disk speaks against it. */
  readonly ok: boolean;
  readonly why?: "not-a-receipt" | "unknown-article" | "altered" | "withdrawn" | "capture-changed" | "not-in-capture";
  readonly article?: string;
  readonly start?: number;
  readonly end?: number;
  /** The words that stand there now; those of a withdrawn article are not shown. */
  readonly text?: string;
  /** Why the article was withdrawn, as its operator says. */
  readonly reason?: string;
  /** The article that a newer capture changed since: the words stand in the version that was quoted. */
  readonly replacedBy?: string;
  readonly capture?: { readonly file: string; readonly sha256: string };
  /**
   * What the capture's file says: `intact` bytes, `changed` since, `replaced` by a newer capture that was taken in, or
   * `missing` (a capture may be kept elsewhere).
   */
  readonly captureState?: "intact" | "changed" | "replaced" | "missing";
}

/**
 * Has a quotation checked again: reads its words from the article, and the capture from disk. `dir` is the corpus folder,
 * to which capture files are relative.
 */
export function verify(corpus: Corpus, dir: string, receipt: string): Verified {
  const found = resolveReceipt(corpus, receipt);
  if (!found.ok && found.why !== "altered") return { receipt, ok: false, why: found.why };
  const { article, span } = found;
  const words = slice(article, span);
  const current = corpus.byId.get(article.versionOf ?? "") ?? article;
  const capture = inspectCapture(article, span, words, dir);
  const isReplaced = capture.why === "capture-changed" && current !== article;
  const place = {
    article: article.id,
    start: span.start,
    end: span.end,
    ...(current.status === "withdrawn"
      ? { ...(current.reason ? { reason: current.reason } : {}) }
      : { text: words, ...(current === article ? {} : { replacedBy: current.id }) }),
    capture: article.capture,
    captureState: isReplaced ? ("replaced" as const) : capture.state,
  };
  const why =
    current.status === "withdrawn" ? "withdrawn" : !found.ok ? "altered" : isReplaced ? undefined : capture.why;
  return why ? { receipt, ok: false, why, ...place } : { receipt, ok: true, ...place };
}

function inspectCapture(
  article: Article,
  span: Span,
  words: string,
  dir: string,
): { state: "intact" | "changed" | "missing"; why?: "capture-changed" | "not-in-capture" } {
  let bytes: Buffer;
  try {
    bytes = unpackedSync(readFileSync(resolve(dir, article.capture.file)));
  } catch {
    return { state: "missing" };
  }
  if (bytes.toString("latin1", 0, 5) === "WARC/") return { state: "missing" };
  let content: string;
  try {
    content = decode(bytes);
  } catch {
    // A text was taken in from here; now something else stands in its place.
    return { state: "changed", why: "capture-changed" };
  }
  const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
  const kind = sniff(content, article.capture.file);
  if (kind === "jsonl") {
    const there = content.split("\n").some((line) => sha256(line.trimEnd()) === article.capture.sha256);
    return there ? { state: "intact" } : { state: "changed", why: "capture-changed" };
  }
  if (sha256(bytes) !== article.capture.sha256) {
    return manyInOne.has(kind) ? { state: "missing" } : { state: "changed", why: "capture-changed" };
  }
  if (kind === "page-text" && span.field !== "headline" && !squeeze(content).includes(squeeze(words)))
    return { state: "intact", why: "not-in-capture" };
  return { state: "intact" };
}

/** Documents of such a file have no bytes of their own to compare. */
const manyInOne: ReadonlySet<Kind> = new Set(["feed", "json", "newsml"]);

const squeeze = (text: string) => text.toWellFormed().replace(/\s+/g, " ");
