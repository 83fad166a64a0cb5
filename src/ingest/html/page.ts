import { InputError } from "../../coverage/errors.ts";
import { guessLanguage } from "../../language/script.ts";
import { composeDraft, type Draft } from "../draft.ts";
import { readStamp } from "../stamp.ts";
import { blocksOf } from "./blocks.ts";
import { parsePage } from "./dom.ts";
import { extract } from "./extract.ts";
import { type JudgedBlock, judge } from "./filter.ts";
import { leftovers } from "./leftovers.ts";
import { readMetadata } from "./metadata.ts";
import { survey } from "./survey.ts";

/**
 * Reads a page as an article: its paragraphs, subheadings, quotations and list items in order, captions and date lines in
 * their zones, and what the page says about itself. Everything left out is in `dropped`.
 * @param html The page, decoded; whatever its state.
 * @param hints `url`: the address it was fetched from, which then stands unless the page names another of the same host.
 * @throws InputError when the page is too big or shows no text at all.
 */
export function readPage(html: string, hints: { readonly url?: string } = {}): Draft {
  const source = html.toWellFormed();
  const document = parsePage(source);
  const page = survey(document);
  const shown = blocksOf(document.body);
  if (shown.length === 0) throw new InputError("the page shows no text");
  const { warnings, ...metadata } = readMetadata(page, shown, hints.url);
  const { blocks, removed, recognised } = extract(document, source);
  const judged = judge(blocks, metadata.headline);
  const paragraphs = judged.filter((j) => j.kept);
  const text = paragraphs.map((p) => p.text).join("\n");
  return composeDraft({
    isPage: true,
    ...metadata,
    published: metadata.published ?? stampAbove(paragraphs),
    paragraphs,
    language: languageOf(text, metadata.language),
    dropped: leftovers(shown, judged, removed),
    warnings: [
      ...warnings,
      ...(recognised ? [] : ["no article could be made out; all that the page shows was taken"]),
      ...doubts(text, page.linkedData?.body ?? null),
    ],
  });
}

/** A date line that stands in the article says the day where nothing else does; one that tells of an update does not. */
function stampAbove(paragraphs: readonly JudgedBlock[]): Draft["published"] {
  const words = paragraphs.find(
    (p) => p.zone === "dateline" && !/updat|modif|обновл/i.test(p.text) && readStamp(p.text) !== null,
  )?.text;
  const date = words ? readStamp(words) : null;
  return words && date ? { date, basis: "stamp", words } : null;
}

/** The declared language, unless the letters of the text belong to no alphabet it is written in. */
function languageOf(text: string, declared: string | null): string {
  const guess = guessLanguage(text);
  if (!declared) return guess;
  return (guess === "ru") === cyrillic.has(declared) ||
    mixed.has(declared) ||
    !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text)
    ? declared
    : guess;
}
const cyrillic = new Set(["ru", "uk", "be", "bg", "mk", "mn", "ky", "tg", "kk"]);
/** Languages written in both alphabets, or in neither, where stray Latin words prove nothing. */
const mixed = new Set([
  "sr",
  "bs",
  "az",
  "uz",
  "tt",
  "tk",
  "ar",
  "fa",
  "he",
  "hi",
  "ja",
  "ka",
  "hy",
  "ko",
  "th",
  "zh",
  "el",
  "bn",
  "ta",
  "te",
  "ur",
]);

/** The page's own structured text as a witness: it tells when much of the story is missing from what the page shows. */
function doubts(text: string, declaredBody: string | null): string[] {
  const words = (s: string) => s.match(/\S+/g)?.length ?? 0;
  const declared = declaredBody ? words(declaredBody.replace(/<[^<>]*>/g, " ")) : 0;
  const found = words(text);
  return declared > 100 && found < declared * 0.6
    ? [`only ${found} words of the text were found, while the page's JSON-LD holds ${declared}`]
    : [];
}
