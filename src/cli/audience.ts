import { readSettings } from "../config.ts";
import type { Article } from "../coverage/article.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { everyone } from "../coverage/outlets.ts";
import { applyPolicy, type Quoted, type Shown } from "../coverage/policy.ts";
import { type BotLanguage, catalogue } from "../telegram/texts.ts";
import type { Io } from "./io.ts";

/** The option of every command that shows words of articles. */
export const audienceOption = [
  "--audience <name>",
  "show what the corpus's outlets.yaml lets this audience see (the AUDIENCE setting)",
] as const;

/** What a command may show by the operator's policy. */
export interface Screen {
  /** The coverage to print sources from: without the links that may not be given, nor the names of outlets that may not be. */
  readonly corpus: Corpus;
  /** The words of one answer in order, and what of them may be shown. */
  readonly show: (answer: readonly Quoted[]) => Shown[];
  /** Whether words of an article may be shown at all, and its outlet be named. */
  readonly mayQuote: (article: string) => boolean;
  readonly mayName: (article: string) => boolean;
}

/**
 * The audience of a command: `--audience`, else the AUDIENCE setting, else everyone. Budgets of words count only for an audience
 * that is given or set: without one the command line is the operator's own view of the corpus.
 * @throws InputError for an audience that the corpus's outlets.yaml does not name.
 */
export function screenFor(io: Io, corpus: Corpus, given: string | undefined): Screen {
  const named = given ?? readSettings(io.env).audience;
  const known = [everyone, ...corpus.outlets.audiences.keys()];
  if (named !== null && !known.includes(named))
    throw new InputError(`no audience "${named}" in the corpus's outlets.yaml; it knows ${known.join(", ")}`);
  const of: typeof corpus.outlets.of = (article) => {
    const outlet = corpus.outlets.of(article);
    return outlet && named === null ? { ...outlet, words: null } : outlet;
  };
  const outlets = { ...corpus.outlets, of };
  const show = (answer: readonly Quoted[]) => applyPolicy(outlets, named ?? everyone, answer);
  const shownOf = (id: string) => {
    const article = corpus.byId.get(id);
    return article && show([{ article, sentences: [] }])[0];
  };
  const byId = new Map(
    [...corpus.byId].map(([id, article]) => {
      const shown = shownOf(id);
      return [id, shown ? sourceOf(article, shown) : article];
    }),
  );
  return {
    corpus: { ...corpus, byId },
    show,
    mayQuote: (id) => ["full", "no-link"].includes(shownOf(id)?.policy ?? "full"),
    mayName: (id) => shownOf(id)?.named ?? true,
  };
}

/** An article with what may be told of it as a source; itself where all may. */
function sourceOf(article: Article, { named, url, archiveUrl }: Shown): Article {
  if (!named) return { ...article, outlet: null, headline: null, published: null, url: null, archiveUrl: null };
  return url === article.url && archiveUrl === article.archiveUrl ? article : { ...article, url, archiveUrl };
}

/** Of the outlet's budget nothing is left for words that policy would show. */
const overBudget = "over-budget";

/** Whether all words were held back. */
export const isHeld = ({ sentences, policy, overBudget: left }: Shown): boolean =>
  sentences.length === 0 && (left > 0 || policy === "headline-only" || policy === "withheld");

/** In the place of words that are held back: the source, as far as it may be told, and why. */
export function heldJson({ article, policy, reason, overBudget: left, named, url }: Shown) {
  return {
    outlet: named ? article.outlet : null,
    headline: named ? article.headline : null,
    published: named ? article.published : null,
    url,
    held: { show: left > 0 ? overBudget : policy, reason: reason?.en ?? null },
  };
}

/** The same in one line of plain text. */
export function heldLine({ reason, overBudget: left }: Shown, language: BotLanguage = "en"): string {
  const t = catalogue[language].plain;
  return t.notShown(left > 0 ? t.usedUp : (reason?.[language] ?? reason?.en ?? t.heldBack));
}
