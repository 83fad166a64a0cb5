import type { Corpus } from "../../../coverage/corpus.ts";
import type { Event } from "../../../reading/event.ts";
import { markOf } from "../mark.ts";
import { shownOf } from "./wording.ts";

const columns = [
  "id", "edtf", "from", "to", "granularity", "basis", "mark", "confidence", "families", "words", "outlet", "headline", "published", "url",
  "expression", "rule", "anchor", "anchor_date", "also_in", "other_dates", "article", "start", "end",
] as const; // biome-ignore format: a list of columns

/**
 * Events as comma-separated values (RFC 4180) with a header line, a row an event; what is unknown is empty.
 *
 * A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula (https://owasp.org/www-community/attacks/CSV_Injection),
 * and articles are anybody's words. So the cells that hold an article's words ("words", "headline", "expression") always stand between “ and ”:
 * no cell begins with anything else, and without its first and last character it is the article's text, character for character. Other free
 * cells (outlets, ids of articles) get an apostrophe in front where they would begin so.
 */
export function toCsv(corpus: Corpus, events: readonly Event[]): string {
  const rows = events.flatMap((event) => {
    const row = rowOf(corpus, event);
    return row ? [columns.map((column) => row[column])] : [];
  });
  return [[...columns], ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function rowOf(corpus: Corpus, event: Event): Readonly<Record<(typeof columns)[number], string>> | null {
  const shown = shownOf(corpus, event);
  const [lead] = event.mentions;
  if (!shown || !lead) return null;
  const { article, sentence, expression, alsoIn } = shown;
  return {
    id: event.id,
    edtf: event.edtf ?? "",
    from: event.from ?? "",
    to: event.to ?? "",
    granularity: event.granularity,
    basis: event.basis,
    mark: markOf(event),
    confidence: String(event.confidence),
    families: String(event.families),
    words: quoted(sentence),
    outlet: harmless(article.outlet ?? ""),
    headline: article.headline === null ? "" : quoted(article.headline),
    published: article.published ?? "",
    url: article.url ?? "",
    expression: quoted(expression),
    rule: lead.rule,
    anchor: lead.anchor.kind,
    anchor_date: lead.anchor.date ?? "",
    also_in: harmless(alsoIn.map((id) => corpus.byId.get(id)?.outlet ?? id).join("; ")),
    other_dates: event.conflicts.map((c) => c.edtf).join("; "),
    article: harmless(article.id),
    start: String(lead.sentence.start),
    end: String(lead.sentence.end),
  };
}

const quoted = (words: string) => `“${words}”`;

/** An EDTF interval may begin with "..", which is no formula; dates never begin with a minus here. */
function harmless(text: string): string {
  return /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** RFC 4180, 2: fields with commas, quotes or line breaks are enclosed in quotes, and quotes in them doubled. */
function cell(text: string): string {
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
