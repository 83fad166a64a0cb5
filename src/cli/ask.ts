import { z } from "zod";
import type { Answer, Block } from "../answer/answer.ts";
import { type AskOptions, explain } from "../answer/ask.ts";
import { openLibrary } from "../answer/library.ts";
import { whyOf } from "../answer/why.ts";
import type { Corpus } from "../coverage/corpus.ts";
import { InputError } from "../coverage/errors.ts";
import { slice } from "../coverage/span.ts";
import { noticeText } from "../telegram/render/answer.ts";
import { keptSpans, sentencesOf } from "../telegram/render/passage.ts";
import { whyLines } from "../telegram/render/why-answer.ts";
import { type BotLanguage, catalogue } from "../telegram/texts.ts";
import { audienceOption, heldJson, heldLine, isHeld, type Screen, screenFor } from "./audience.ts";
import { readBatch } from "./batch.ts";
import { openCorpus } from "./corpus-option.ts";
import { printJson, printLine } from "./io.ts";
import { sourceLine } from "./plain.ts";
import type { AddCommand } from "./program.ts";

interface Options {
  readonly corpus?: string;
  readonly audience?: string;
  readonly batch?: string;
  readonly context?: readonly string[];
  readonly limit: string;
  readonly explain?: true;
  readonly json?: true;
}

const batchLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  context: z.array(z.string()).optional(),
});

export const addAsk: AddCommand = (program, io) => {
  program
    .command("ask")
    .description("answer a question with the articles' own words")
    .argument("[question]")
    .option("--context <question>", "an earlier question that this one leans on; may be given several times", collect)
    .option("--batch <file>", 'JSON Lines with {"id", "question", "context": []} a line')
    .option("--limit <n>", "how many passages at the most", "3")
    .option("--explain", "say why: which words matched, which are missing, what decided")
    .option("--corpus <dir>", "the corpus folder")
    .option(...audienceOption)
    .option("--json", "one JSON object a line")
    .action((question: string | undefined, options: Options, command) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > 100)
        throw new InputError("--limit is a whole number from 1 to 100");
      const asked: { id?: string | number | undefined; question: string; context?: readonly string[] | undefined }[] = [
        ...(question === undefined ? [] : [{ question, context: options.context }]),
        ...(options.batch ? readBatch(io, options.batch, batchLine) : []),
      ];
      if (asked.length === 0 && !options.batch) command.error("error: missing required argument 'question'");
      if (question?.trim() === "") throw new InputError("the question is empty");
      const corpus = openCorpus(io, options.corpus);
      const screen = screenFor(io, corpus, options.audience);
      const library = openLibrary(corpus);
      for (const one of asked) {
        const settings: AskOptions = { limit, ...(one.context ? { context: one.context } : {}) };
        const explained = explain(library, one.question, settings);
        const { answer, question: read } = explained;
        const why = options.explain ? whyOf(explained) : null;
        if (options.json || options.batch)
          printJson(io, {
            ...(one.id === undefined ? {} : { id: one.id }),
            ...jsonOf(screen, corpus, answer),
            ...(why ? { why } : {}),
          });
        else for (const line of plainOf(screen, corpus, answer, read.language)) printLine(io, line);
        if (why && !options.json && !options.batch)
          for (const line of ["", ...whyLines(why, read.language)]) printLine(io, line);
      }
    });
};

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** The blocks with what of them may be shown, the answer's budgets spent in their order. */
function screened(screen: Screen, corpus: Corpus, { blocks }: Answer) {
  const known = blocks.flatMap((block) => {
    const article = corpus.byId.get(block.article);
    return article ? [{ block, article, sentences: sentencesOf(article, block.spans) }] : [];
  });
  return screen.show(known).map((shown, i) => {
    const { block, article } = known[i] as (typeof known)[number];
    const alsoIn = block.alsoIn.filter(screen.mayName);
    return { shown, article, block: { ...block, spans: keptSpans(block, shown), alsoIn } };
  });
}

function jsonOf(screen: Screen, corpus: Corpus, answer: Answer) {
  const blocks = screened(screen, corpus, answer).map(({ shown, block }) =>
    isHeld(shown) ? heldJson(shown) : blockJson(screen.corpus, corpus, block),
  );
  return { ...answer, blocks };
}

function blockJson(sources: Corpus, corpus: Corpus, block: Block) {
  const article = corpus.byId.get(block.article);
  return {
    article: block.article,
    outlet: article?.outlet ?? null,
    headline: article?.headline ?? null,
    published: article?.published ?? null,
    url: sources.byId.get(block.article)?.url ?? null,
    zone: block.zone,
    spans: block.spans.map(({ start, end, field }) => ({
      start,
      end,
      ...(field ? { field } : {}),
      text: article ? slice(article, { start, end, ...(field ? { field } : {}) }) : "",
    })),
    score: block.score,
    alsoIn: block.alsoIn,
    receipt: block.receipt,
  };
}

function* plainOf(screen: Screen, corpus: Corpus, answer: Answer, language: BotLanguage): Generator<string> {
  const t = catalogue[language];
  if (answer.outcome !== "answer") yield* [answer.outcome === "silence" ? t.silence : t.nearMiss, ""];
  for (const { shown, article, block } of screened(screen, corpus, answer)) {
    const source = screen.corpus.byId.get(article.id) ?? article;
    if (isHeld(shown)) {
      yield heldLine(shown, language);
      if (shown.named) yield sourceLine(corpus, source, [], language);
      yield "";
      continue;
    }
    for (const span of block.spans) for (const line of slice(article, span).split("\n")) yield `│ ${line}`;
    yield sourceLine(corpus, source, block.alsoIn, language);
    yield* [`  ${t.plain.receipt(block.receipt)}`, ""];
  }
  const { articles, newest, hash } = answer.corpus;
  for (const notice of answer.notices) if (noticeText(notice, language)) yield noticeText(notice, language);
  yield `${t.stamp(articles, newest)}, ${t.plain.corpus(hash)}`;
}
