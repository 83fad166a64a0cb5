import { parse, stringify } from "yaml";
import { z } from "zod";
import { type Article, makeArticle, metadataOf, metadataSchema, zoneMapOf, zoneMapSchema } from "./article.ts";
import { yamlProblem } from "./checked-yaml.ts";
import { InputError } from "./errors.ts";

/**
 * One article as a file: YAML front matter between `---` lines, then the text byte for byte and a
 * final newline that is not part of it. `ingested` is the fingerprint of the metadata as ingestion wrote it,
 * by which a later run tells a hand edit.
 */
const frontMatterSchema = metadataSchema.extend({
  zones: zoneMapSchema,
  ingested: z.string().nullable().default(null),
});

export interface StoredArticle {
  readonly article: Article;
  readonly ingested: string | null;
}

const fence = /^---[^\S\n]*\r?\n([\s\S]*?\r?\n)---[^\S\n]*\r?\n/;

export function toMarkdown({ article, ingested }: StoredArticle): string {
  const zones = zoneMapOf(article);
  const matter = {
    ...metadataOf(article),
    ...(Object.keys(zones).length > 0 ? { zones } : {}),
    ...(ingested ? { ingested } : {}),
  };
  const known = Object.fromEntries(
    Object.entries(matter).filter(([key, value]) => value !== null || shownWhenUnknown.has(key)),
  );
  return `---\n${stringify(known, { lineWidth: 0, flowCollectionPadding: false })}---\n${article.text}\n`;
}

/** Unknown facts a reader of the file should see as unknown rather than miss. */
const shownWhenUnknown = new Set(["outlet", "headline", "published", "url"]);

/**
 * Reads what `toMarkdown` wrote and what people made of it by hand.
 * @throws InputError that names the file and the wrong key.
 */
export function fromMarkdown(content: string, file: string): StoredArticle {
  const match = fence.exec(content.startsWith("\uFEFF") ? content.slice(1) : content);
  if (!match)
    throw new InputError(`${file}: no front matter (the file starts with a line "---", the facts, and another "---")`);
  const body = content.slice(content.indexOf(match[0]) + match[0].length);
  let matter: unknown;
  try {
    matter = parse(match[1] ?? "");
  } catch (error) {
    throw new InputError(`${file}: the front matter is not YAML: ${yamlProblem(error, match[1] ?? "")}`);
  }
  const parsed = frontMatterSchema.safeParse(matter);
  if (!parsed.success) throw new InputError(`${file}: ${schemaProblem(parsed.error)}`);
  const { zones, ingested, ...metadata } = parsed.data;
  // Only a file with Windows line ends throughout ends in one; elsewhere a carriage return belongs to the text.
  const lastNewline = match[0].includes("\r\n") ? /\r?\n$/ : /\n$/;
  return { article: makeArticle(metadata, body.replace(lastNewline, ""), zones), ingested };
}

/** The first complaint of a schema as `key: what is wrong`. */
export function schemaProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "not readable";
  return issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message;
}

/** One article as a line of JSON Lines: the same schema with the text beside it, for big archives. */
const lineSchema = frontMatterSchema.extend({ text: z.string() });

export function toJsonLine({ article, ingested }: StoredArticle): string {
  return JSON.stringify({ ...metadataOf(article), zones: zoneMapOf(article), ingested, text: article.text });
}

/** @throws InputError that names the place (`file:line`) and the wrong key. */
export function fromJsonLine(line: string, place: string): StoredArticle {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${place}: not JSON`);
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) throw new InputError(`${place}: ${schemaProblem(parsed.error)}`);
  const { zones, ingested, text, ...metadata } = parsed.data;
  return { article: makeArticle(metadata, text, zones), ingested };
}
