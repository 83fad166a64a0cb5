import { isMap, LineCounter, parseDocument, type YAMLParseError } from "yaml";
import type { z } from "zod";
import { InputError } from "./errors.ts";

/**
 * Reads a YAML file that people write by hand against its schema; an empty file is an empty map.
 * @param file The file's name, for the message.
 * @throws InputError `file:line: what is wrong`, with the first complaint.
 */
export function readYaml<T extends z.ZodType>(text: string, file: string, schema: T): z.output<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken)
    throw new InputError(
      `${file}:${lines.linePos(broken.pos[0]).line}: not YAML: ${broken.message.split("\n", 1)[0] ?? ""}`,
    );
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    // Aliases that multiply ("billion laughs") are refused by the parser.
    throw new InputError(`${file}: not YAML: ${String((error as Error).message)}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new InputError(`${file}: not readable`);
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const line = lines.linePos(offsetOf(document.contents, path)).line;
  throw new InputError(`${file}:${line || 1}: ${path.join(".")}${path.length > 0 ? ": " : ""}${saidPlainly(issue)}`);
}

/** The errors of a value that has marks which YAML takes for its own. */
const ownMarks: ReadonlySet<string> = new Set(["BLOCK_AS_IMPLICIT_KEY", "UNEXPECTED_TOKEN", "BAD_SCALAR_START"]);

/** What is wrong with YAML that could not be parsed, in one line; for "headline: Ferry: nine dead" and the like what to do. */
export function yamlProblem(error: unknown, text: string): string {
  const { message = "", code, linePos } = error as Partial<YAMLParseError>;
  const line = text.split("\n")[(linePos?.[0].line ?? 0) - 1] ?? "";
  const [, key, value] = /^([\p{L}_][\p{L}\p{N}_-]*):\s+(\S.*)/u.exec(line) ?? [];
  if (!key || !value || !code || !ownMarks.has(code)) return (message.split("\n", 1)[0] ?? "").replace(/:$/, "");
  const quoted = value.includes('"') ? "'…'" : '"…"';
  return `what follows "${key}:" needs quotation marks around it (${key}: ${quoted})`;
}

function saidPlainly(issue: z.core.$ZodIssue): string {
  return issue.code === "unrecognized_keys" ? "no such key" : issue.message;
}

/** Where the deepest part of a path that exists begins: a key that is missing is reported at its parent. */
function offsetOf(node: unknown, path: readonly PropertyKey[]): number {
  let at = 0;
  let here = node;
  for (const key of path) {
    if (!isMap(here)) break;
    const pair = here.items.find((item) => String(item.key) === String(key));
    if (!pair) break;
    at = (pair.key as { range?: readonly number[] }).range?.[0] ?? at;
    here = pair.value;
  }
  return at;
}
