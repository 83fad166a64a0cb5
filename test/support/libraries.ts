import { join } from "node:path";
import type { Answer, Block } from "../../src/answer/answer.ts";
import { type Library, openLibrary } from "../../src/answer/library.ts";
import type { Article } from "../../src/coverage/article.ts";
import { loadCorpus } from "../../src/coverage/corpus.ts";
import { slice } from "../../src/coverage/span.ts";
import { corpusOf } from "./articles.ts";
import { projectDir } from "./folders.ts";

/** The five articles that come with the project, opened anew. */
export function bundledLibrary(): Library {
  return openLibrary(
    loadCorpus(join(projectDir, "corpus"), (problem) => {
      throw new Error(problem);
    }),
  );
}

/** A library of articles, or of texts, which then get the ids a, b, c… */
export function libraryOf(...articles: readonly (Article | string)[]): Library {
  return openLibrary(corpusOf(...articles));
}

/** The quoted words of a block. */
export function wordsOf({ corpus }: Library, block: Block | undefined): string {
  const article = corpus.byId.get(block?.article ?? "");
  return article && block ? block.spans.map((span) => slice(article, span)).join(" ") : "";
}

/** The quoted words of every block. */
export function allWords(library: Library, answer: Answer): string[] {
  return answer.blocks.map((block) => wordsOf(library, block));
}
