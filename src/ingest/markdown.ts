import { foldTypography, foldWord } from "../language/fold.ts";
import { tokenize } from "../language/words.ts";
import type { Dropped } from "./draft.ts";
import { inlineText, type References, referenceKey } from "./markdown-inline.ts";

/*
 * Markdown (https://spec.commonmark.org) read for its words: what a reader of the rendered page would see as running text.
 * Not a renderer: where mark-up and prose are hard to tell apart, the characters stay.
 */

interface Block {
  kind: "text" | "item" | "code" | "cell" | "heading";
  readonly level: number;
  readonly lines: string[];
}

/** The paragraphs of a Markdown text, each on one line and without mark-up, and what was left out of it. */
export function readMarkdown(
  source: string,
  title: string | null,
): { readonly paragraphs: string[]; readonly headline: string | null; readonly dropped: Dropped[] } {
  const { blocks, references } = blocksOf(source);
  const read = blocks.map((block) => {
    const joined = block.lines.join("\n").trim();
    return { block, raw: joined, text: onOneLine(block.kind === "code" ? joined : inlineText(joined, references)) };
  });
  const top = read.find((r) => r.text !== "");
  const headline = title ?? (top?.block.kind === "heading" && top.block.level === 1 ? top.text : null);
  const paragraphs: string[] = [];
  const dropped: Dropped[] = [];
  const drop = (text: string, why: string) => dropped.push({ text, zone: "boilerplate", why });
  for (const { block, raw, text } of read) {
    const isLabel = block.kind === "heading" || block.kind === "cell";
    if (text === "") {
      if (raw !== "") drop(onOneLine(raw), "a picture, or mark-up without words");
    } else if (block.kind === "heading" && headline !== null && key(text) === key(headline)) {
      drop(text, "repeats the headline");
    } else if (isLabel && !isProse(text)) {
      drop(text, "a short line that is no sentence");
    } else paragraphs.push(text);
  }
  return { paragraphs, headline, dropped };
}

function onOneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

const key = (text: string) =>
  foldWord(foldTypography(text))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const endsSentence = /[.!?…:。！？]["'“”’»)\]]*$/u;

function isProse(text: string): boolean {
  const words = tokenize(text).length;
  return words >= 20 || (words >= 5 && endsSentence.test(text));
}

function blocksOf(source: string): { blocks: Block[]; references: References } {
  const blocks: Block[] = [];
  const references = new Set<string>();
  let open: Block | null = null;
  let quoteDepth = 0;
  let fence: string | null = null;
  const start = (kind: Block["kind"], line: string, level = 0) => {
    open = { kind, level, lines: [line] };
    blocks.push(open);
  };
  for (const raw of linesOf(source)) {
    const { depth, rest } = unquoted(raw);
    const line = rest.trim();
    if (fence !== null) {
      if (line.startsWith(fence) && /^(?:`+|~+)$/.test(line)) {
        fence = null;
        open = null;
      } else if (line === "") open = null;
      else if (open) (open as Block).lines.push(line);
      else start("code", line);
      continue;
    }
    if (depth > quoteDepth || line === "") open = null;
    if (line === "") {
      quoteDepth = depth;
      continue;
    }
    quoteDepth = Math.max(depth, open ? quoteDepth : 0);
    const current = open as Block | null;
    const opening = /^(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
    const heading = /^(#{1,6})(?:[ \t]|$)/.exec(line)?.[1];
    const definition = /^\[([^[\]]{1,999})\]:(?:[ \t]|$)/.exec(line)?.[1];
    if (opening) {
      fence = opening;
      open = null;
    } else if (heading) {
      start("heading", withoutClosingMarks(line.slice(heading.length).trim()), heading.length);
      open = null;
    } else if (isUnderline(line, current)) {
      if (current) current.kind = "heading";
      open = null;
    } else if (/^(?:[-*_][ \t]*){3,}$/.test(line) && new Set(line.replace(/[ \t]/g, "")).size === 1) open = null;
    else if (definition?.startsWith("^")) start("text", line.slice(definition.length + 3).trim());
    else if (!current && definition !== undefined) references.add(referenceKey(definition));
    else if (isTableRule(line)) {
      if (current && current.lines.length === 1 && current.lines[0]?.includes("|")) {
        blocks.pop();
        for (const cell of cellsOf(current.lines[0])) start("cell", cell);
      }
      // What follows until an empty line are the rows.
      start("cell", "");
    } else if (current?.kind === "cell") for (const cell of cellsOf(line)) start("cell", cell);
    else {
      const marker = listMarker(line, current);
      if (marker !== null) start("item", line.slice(marker.length).replace(/^\[[ xX]\][ \t]/, ""));
      else if (current) current.lines.push(line);
      else start("text", line);
    }
  }
  return { blocks, references };
}

/** The lines, with elements of HTML that stand for blocks opened up, and what no reader sees taken out. */
function* linesOf(source: string): Generator<string> {
  let text = source;
  for (const [from, to] of unseen) text = without(text, from, to);
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (!line.includes("<")) yield line;
    else
      yield* line
        .replace(/<h([1-6])(?:\s[^<>]*)?>/gi, (_, level: string) => `\n\n${"#".repeat(Number(level))} `)
        .replace(blockTag, "\n\n")
        .split("\n");
  }
}

const unseen = [
  [/<!--/g, /-->/g],
  [/<script(?:\s[^<>]*)?>/gi, /<\/script\s*>/gi],
  [/<style(?:\s[^<>]*)?>/gi, /<\/style\s*>/gi],
] as const;
const blockTag =
  /<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|section|article|main|header|footer|aside|nav|hr|pre|center|details|summary|iframe|video|audio|picture)(?:\s[^<>]*)?\/?>/gi;

/** By searching on from the last find: one pattern over both ends would look to the end of the text for each that is open. */
function without(text: string, from: RegExp, to: RegExp): string {
  let kept = "";
  let at = 0;
  for (;;) {
    from.lastIndex = at;
    const start = from.exec(text);
    if (!start) break;
    to.lastIndex = from.lastIndex;
    if (!to.exec(text)) break;
    kept += text.slice(at, start.index);
    at = to.lastIndex;
  }
  return kept + text.slice(at);
}

function unquoted(line: string): { depth: number; rest: string } {
  let depth = 0;
  let at = 0;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (char === ">") {
      depth++;
      at = i + 1;
    } else if (char !== " " && char !== "\t") break;
  }
  return { depth, rest: line.slice(at) };
}

function withoutClosingMarks(heading: string): string {
  let end = heading.length;
  while (heading.charAt(end - 1) === "#") end--;
  return end === 0 || /[ \t]/.test(heading.charAt(end - 1)) ? heading.slice(0, end).trim() : heading;
}

/** A line below a paragraph that makes it a heading; below a full sentence, dashes are a line across the page. */
function isUnderline(line: string, above: Block | null): boolean {
  if (above?.kind !== "text") return false;
  return /^=+$/.test(line) || (/^-+$/.test(line) && !endsSentence.test(above.lines.at(-1) ?? ""));
}

const isTableRule = (line: string) => line.includes("|") && line.includes("-") && /^[|:\- \t]+$/.test(line);

const cellsOf = (row: string) => row.split("|").map((cell) => cell.trim());

/** Four digits are a year; and within a paragraph a number that begins a line is one of its words, unless it is a first. */
function listMarker(line: string, current: Block | null): string | null {
  const [marker, number] = /^(?:[-*+]|(\d{1,3})[.)])[ \t]+/.exec(line) ?? [];
  if (marker === undefined) return null;
  return number !== undefined && number !== "1" && current !== null && current.kind !== "item" ? null : marker;
}
