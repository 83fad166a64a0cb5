import { parse } from "yaml";
import { z } from "zod";
import { isoDate } from "../coverage/article.ts";
import { yamlProblem } from "../coverage/checked-yaml.ts";
import { InputError } from "../coverage/errors.ts";
import { fromJsonLine, fromMarkdown, type StoredArticle, schemaProblem } from "../coverage/format.ts";
import { guessLanguage } from "../language/script.ts";
import type { Draft } from "./draft.ts";
import { readMarkdown } from "./markdown.ts";

/*
 * Captures that say what they are: a line of JSON Lines, a Markdown file with front matter. Their metadata is taken as
 * declared, their text as clean.
 */

const text = z.string();
const holdsText = (value: string | null | undefined) => value != null && value.trim() !== "";
const optionalText = text.nullish().transform((value) => value?.trim() || null);

const givenSchema = z
  .object({
    id: z
      .union([z.string().min(1), z.int()])
      .transform(String)
      .nullish(),
    url: optionalText,
    title: optionalText,
    headline: optionalText,
    outlet: optionalText,
    source: optionalText,
    byline: optionalText,
    author: optionalText,
    published: optionalText,
    date: optionalText,
    language: optionalText,
    lang: optionalText,
    text: text.nullish(),
    html: text.nullish(),
  })
  .refine((given) => holdsText(given.text) || holdsText(given.html), 'neither "text" nor "html" holds anything');

/** How the HTML of a given document is read; handed in so that reading clean text does not load an HTML parser. */
export type HtmlReader = (html: string, hints: { url?: string }) => Draft;

/** @throws InputError where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("not JSON");
  }
}

/**
 * A document in our own keys (`{id?, url?, title?, outlet?, published?, language?, text | html}`) as a draft. `text` is kept
 * character for character; half surrogates, which no file can hold, become U+FFFD.
 * @throws InputError with the wrong key.
 */
export function readGiven(value: unknown, readHtml: HtmlReader): Draft {
  const parsed = givenSchema.safeParse(value);
  if (!parsed.success) throw new InputError(schemaProblem(parsed.error));
  const isOurs = typeof value === "object" && value !== null && "capture" in value;
  return {
    ...draftOf(parsed.data, readHtml),
    ...(isOurs ? storedIn(() => fromJsonLine(JSON.stringify(value), "the line")) : {}),
  };
}

/** An article that ingestion wrote comes in again as it is; one that a hand has made unreadable, by its text and facts. */
function storedIn(read: () => StoredArticle): Pick<Draft, "stored"> {
  try {
    return { stored: read() };
  } catch (error) {
    if (error instanceof InputError) return {};
    throw error;
  }
}

/**
 * A Markdown file with front matter, as other tools write it: the same keys as JSON Lines, the text below, read without its
 * mark-up. The text of a corpus file (known by its `capture` or `ingested`) is no Markdown and is kept as it stands.
 * @throws InputError where the front matter is not readable.
 */
export function readFrontMatter(file: string): Draft {
  const match = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?\r?\n)---[^\S\n]*\r?\n/.exec(file);
  if (!match) throw new InputError("no front matter");
  let matter: unknown;
  try {
    matter = parse(match[1] ?? "") ?? {};
  } catch (error) {
    throw new InputError(`the front matter is not YAML: ${yamlProblem(error, match[1] ?? "")}`);
  }
  const below = file.slice(match[0].length);
  const facts = matter as Record<string, unknown>;
  const isOurs = typeof matter === "object" && ("capture" in facts || "ingested" in facts);
  const parsed = givenSchema.safeParse({ ...facts, text: isOurs ? withoutLastBreak(below, match[0]) : below });
  if (!parsed.success) throw new InputError(schemaProblem(parsed.error));
  const draft = draftOf(parsed.data, () => {
    throw new InputError("no text below the front matter");
  });
  if (isOurs) return { ...draft, ...storedIn(() => fromMarkdown(file, "the file")) };
  const { paragraphs, headline, dropped } = readMarkdown(draft.text, draft.headline);
  return { ...draft, text: paragraphs.join("\n\n"), headline, dropped };
}

/** As the corpus reads its own files: the final line break is not part of the text. */
function withoutLastBreak(text: string, matter: string): string {
  return text.replace(matter.includes("\r\n") ? /\r?\n$/ : /\n$/, "");
}

function draftOf(given: z.infer<typeof givenSchema>, readHtml: HtmlReader): Draft {
  const warnings: string[] = [];
  const url = given.url && /^https?:\/\/\S+$/i.test(given.url) ? given.url : null;
  if (given.url && !url) warnings.push("the url is no web address and was left out");
  const day = (given.published ?? given.date)?.slice(0, 10) ?? null;
  const date = isoDate.safeParse(day).success ? day : null;
  if (day && !date) warnings.push("the publication date is not written YYYY-MM-DD and was left out");
  const html = holdsText(given.text) ? null : readHtml(given.html ?? "", url ? { url } : {});
  const language = (given.language ?? given.lang)?.toLowerCase().split(/[-_]/)[0] ?? "";
  const kept = html ? "" : (given.text?.toWellFormed() ?? "");
  return {
    ...(given.id ? { id: given.id.toWellFormed() } : {}),
    text: html?.text ?? kept,
    zones: html?.zones ?? {},
    headline: (given.title ?? given.headline)?.toWellFormed() ?? html?.headline ?? null,
    outlet: (given.outlet ?? given.source)?.toWellFormed() ?? html?.outlet ?? null,
    byline: (given.byline ?? given.author)?.toWellFormed() ?? html?.byline ?? null,
    published: date ? { date, basis: "metadata", words: null } : (html?.published ?? null),
    url: url ?? html?.url ?? null,
    language: /^[a-z]{2,3}$/.test(language) ? language : (html?.language ?? guessLanguage(kept)),
    dropped: html?.dropped ?? [],
    warnings: [...warnings, ...(html?.warnings ?? [])],
  };
}
