import type { Article } from "../../coverage/article.ts";
import { applyPolicy, type Shown } from "../../coverage/policy.ts";
import { sentencesIn } from "../../coverage/sentences.ts";
import type { Span } from "../../coverage/span.ts";
import type { Range } from "../../language/range.ts";
import { italic, joined, type Piece, quoted, type RichText } from "../rich-text.ts";
import { type BotLanguage, catalogue } from "../texts.ts";
import { emphasised } from "./emphasis.ts";
import { labelText } from "./label.ts";
import { sourceLine } from "./source.ts";
import type { View } from "./view.ts";

/** Words of one article, to be shown with their source. */
export interface Passage {
  readonly article: Article;
  /** In order; each becomes one quotation. */
  readonly spans: readonly (Range & Pick<Span, "field">)[];
  /** The words in bold. */
  readonly marked?: readonly Range[];
  /** The family's other members that print the same, by id. */
  readonly alsoIn?: readonly string[];
  /** What stands between the words and their source: who said them, for one. */
  readonly between?: readonly Piece[];
}

/**
 * A passage as every surface shows it: the words as quotations, what belongs to them, their source; the outlet's label once an answer. What
 * the operator's policy holds back from the view's audience is left out, and the reason stands in its place.
 */
export function renderPassage(view: View, passage: Passage, language: BotLanguage): RichText {
  const { article, marked = [], alsoIn = [], between = [] } = passage;
  const t = catalogue[language].policy;
  const shown = showing(view, passage);
  const quotations = keptSpans(passage, shown).map((span) => quoted(emphasised(article, span, marked)));
  const reason = shown.reason?.[language] ?? null;
  return joined(
    [
      joined(quotations, "\n[…]\n"),
      shown.policy === "full" ? null : t[shown.policy](reason ?? ""),
      shown.overBudget > 0 ? t.overBudget(shown.overBudget) : null,
      ...(shown.sentences.length > 0 || passage.spans.length === 0 ? between : []),
      shown.named ? sourceLine(view, article, alsoIn, language, passage.spans[0]) : null,
      labelOnce(view, shown, language),
    ],
    "\n",
  );
}

/** The sentences of a passage's spans, as the policy counts them. */
export function sentencesOf(article: Article, spans: Passage["spans"]): Range[] {
  return spans.flatMap((span) => (span.field === "headline" ? [span] : sentencesIn(article, span)));
}

/** What of the passage may be shown, after all that the answer has shown before. */
function showing(view: View, { article, spans }: Passage): Shown {
  const sentences = sentencesOf(article, spans);
  view.quoted.push({ article, sentences });
  const counted = view.isApart ? view.quoted.slice(-1) : view.quoted;
  const [shown] = applyPolicy(view.outlets, view.audience, counted).slice(-1);
  if (!shown) throw new Error("the policy says nothing of a passage");
  return shown;
}

/** The spans, or of those that are cut by the outlet's budget, the whole sentences that are left. */
export function keptSpans<S extends Range & Pick<Span, "field">>(
  { spans }: { readonly spans: readonly S[] },
  { sentences, overBudget }: Shown,
): readonly S[] {
  if (sentences.length === 0) return [];
  if (overBudget === 0) return spans;
  return spans.flatMap((span) => {
    const kept = sentences.filter((s) => s.start >= span.start && s.end <= span.end);
    const [first] = kept;
    const last = kept.at(-1);
    return first && last ? [{ ...span, start: first.start, end: last.end }] : [];
  });
}

function labelOnce({ labelled, isApart }: View, { outlet, named }: Shown, language: BotLanguage): RichText | null {
  if (!outlet || !named || (labelled.has(outlet.name) && !isApart)) return null;
  labelled.add(outlet.name);
  const label = labelText(outlet, language);
  return label && italic(label);
}
