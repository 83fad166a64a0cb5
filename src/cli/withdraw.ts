import { existsSync } from "node:fs";
import { InputError } from "../coverage/errors.ts";
import { withLock } from "../coverage/lock.ts";
import { type StatusChange, setWithdrawn } from "../ingest/withdraw.ts";
import { corpusDir } from "./corpus-option.ts";
import { type Io, printJson, printLine } from "./io.ts";
import type { AddCommand } from "./program.ts";

interface Options {
  readonly reason?: string;
  readonly corpus?: string;
  readonly json?: true;
}

export const addWithdraw: AddCommand = (program, io) => {
  program
    .command("withdraw")
    .description("take an article back: nothing of it is quoted any more, and its receipts say so")
    .argument("<article>", "its id or its address")
    .requiredOption("--reason <words>", "why; whoever has a receipt is told")
    .option("--corpus <dir>", "the corpus folder")
    .option("--json", "one JSON object")
    .action(async (named: string, options: Options) => {
      const reason = options.reason?.trim() ?? "";
      if (reason === "") throw new InputError("say why: whoever has a receipt of the article is told the reason");
      await change(io, named, reason, options);
    });
};

export const addRestore: AddCommand = (program, io) => {
  program
    .command("restore")
    .description("put a withdrawn article back")
    .argument("<article>", "its id or its address")
    .option("--corpus <dir>", "the corpus folder")
    .option("--json", "one JSON object")
    .action((named: string, options: Options) => change(io, named, null, options));
};

async function change(io: Io, named: string, reason: string | null, options: Options): Promise<void> {
  const dir = corpusDir(io, options.corpus);
  if (!existsSync(dir)) throw new InputError(`cannot read the corpus folder ${dir}: it does not exist`);
  const result = await withLock(dir, async () => setWithdrawn(dir, named, reason));
  const { article, alsoIn } = result;
  if (options.json) printJson(io, { article: article.id, status: article.status, reason: article.reason, alsoIn });
  else printLine(io, plain(result));
}

function plain({ article, changed, alsoIn }: StatusChange): string {
  const state = article.status === "withdrawn" ? `withdrawn (${article.reason})` : "live";
  const reprints =
    article.status === "withdrawn" && alsoIn.length > 0 ? `; still there: its reprints ${alsoIn.join(", ")}` : "";
  return `${article.id} is ${changed ? "" : "already "}${state}${reprints}`;
}
