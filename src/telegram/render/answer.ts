import type { Answer, Block, Notice } from "../../answer/answer.ts";
import type { Corpus } from "../../coverage/corpus.ts";
import { paginate } from "../pages.ts";
import { bold, italic, joined, type RichText, rich } from "../rich-text.ts";
import { shortened } from "../shorten.ts";
import { type BotLanguage, catalogue, dayIn } from "../texts.ts";
import { renderPassage } from "./passage.ts";
import type { View } from "./view.ts";

const blocksPerPage = 3;

/** A passage with less than this share of the best one's score stands on a later page: it may help, but it is not the answer. */
const besideBest = 0.6;

/** An answer as the pages of one message: quotations with their sources, at most `perPage` a page, headed by what they are where they are no answer. */
export function renderAnswer(view: View, answer: Answer, language: BotLanguage, perPage = blocksPerPage): RichText[] {
  const t = catalogue[language];
  const notices = answer.notices.map((notice) => noticeText(notice, language)).filter((line) => line !== "");
  const foot = joined([notices.length > 0 ? notices.join("\n") : null, italic(stampLine(view, language))], "\n");
  // Nothing was asked: whether the coverage says it is no question.
  if (answer.notices.some((n) => n.key === "empty-question"))
    return paginate([], { head: rich(t.nothingAsked), foot: italic(stampLine(view, language)) });
  const head = answer.outcome === "answer" ? null : bold(answer.outcome === "silence" ? t.silence : t.nearMiss);
  const best = answer.blocks[0]?.score ?? 0;
  const beside = answer.blocks.filter((b) => b.score >= best * besideBest).slice(0, perPage);
  const rest = answer.blocks.filter((b) => !beside.includes(b));
  const pages = (blocks: readonly Block[]) =>
    paginate(
      blocks.map((block) => renderBlock(view, block, language)),
      { perPage, head, foot },
    );
  return [...pages(beside), ...(rest.length > 0 ? pages(rest) : [])];
}

/** The state of the coverage that an answer was given from. */
export function stampLine(corpus: Corpus, language: BotLanguage): string {
  const { articles, newest } = corpus.stamp;
  return catalogue[language].stamp(articles, newest ? dayIn(language, newest) : null);
}

function renderBlock(view: View, block: Block, language: BotLanguage): RichText {
  const article = view.byId.get(block.article);
  if (!article) return rich();
  const [first] = block.spans;
  const between = block.zone === "headline" ? [catalogue[language].headlineOnly] : [];
  const marked = block.matches.filter((m) => m.field === first?.field);
  return renderPassage(view, { article, spans: block.spans, marked, alsoIn: block.alsoIn, between }, language);
}

/** A person's own words are shown back only so far that they know which ones are meant. */
const shownBack = 200;

/** What there is to say about how a question was read or answered; empty where the block itself says it. */
export function noticeText(notice: Notice, language: BotLanguage): string {
  const t = catalogue[language];
  switch (notice.key) {
    case "not-mentioned":
      return t.notMentioned(shortened(notice.names.join(", "), shownBack));
    case "read-as":
      return t.readAs(shortened(notice.from, shownBack), shortened(notice.to, shownBack));
    case "source-silent":
      return t.sourceSilent(shortened(notice.papers.join(", "), shownBack));
    case "outlet-unknown":
      return t.outletNotHere(shortened(notice.outlets.join(", "), shownBack));
    case "context-used":
      return t.contextUsed(shortened(notice.words.join(", "), shownBack));
    case "counted-from":
      return t.countedFrom(
        shortened(notice.words.map((w) => `“${w}”`).join(", "), shownBack),
        dayIn(language, notice.newest),
      );
    case "other-language":
      return t.otherLanguage(notice.language);
    case "phrase-not-found":
      return t.phraseNotFound(shortened(notice.phrases.map((p) => `“${p}”`).join(", "), shownBack));
    case "not-understood":
      return t.optionsNotUnderstood(shortened(notice.options.join(" "), shownBack));
    case "headline-only":
      // Said at the block itself.
      return "";
    case "empty-question":
      return t.nothingAsked;
  }
}
