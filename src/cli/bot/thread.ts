import type { MessagePort } from "node:worker_threads";
import type { Bot } from "grammy";
import { type Library, openLibrary } from "../../answer/library.ts";
import { type ArticleCache, type Corpus, loadCorpus } from "../../coverage/corpus.ts";
import { InputError } from "../../coverage/errors.ts";
import { everyone } from "../../coverage/outlets.ts";
import { createLog } from "../../log.ts";
import { createBot } from "../../telegram/bot.ts";
import type { CallFigures, FiguresSink, UpdateFigures } from "../../telegram/figures.ts";
import type { Handle } from "../../telegram/intake.ts";
import { usualLimits } from "../../telegram/limit.ts";
import { preferencesIn } from "../../telegram/preferences.ts";
import { handleWith } from "../../telegram/run.ts";
import { silenceLog } from "../../telegram/silence-log.ts";
import type { FromThread, ThreadData, ToThread } from "./messages.ts";

/** Characters of coverage that are read for quotations and dates within about a second. */
const quicklyRead = 700_000;

/**
 * Of a big coverage only the index is read before the first question: its quotations and dates would hold up the news, and are read
 * when they are first asked for.
 */
function isSmall({ live }: Corpus): boolean {
  return live.reduce((sum, a) => sum + a.text.length, 0) <= quicklyRead;
}

/**
 * The part of the bot that knows the coverage, in a thread of its own: told to, it opens the corpus folder as it stands, reads it whole,
 * and then handles the updates that it is handed. Between two openings it never looks at the folder; at the second it reads and indexes
 * only what has changed since the first.
 */
export function answerInThread(port: MessagePort, data: ThreadData, write: (line: string) => void): void {
  const post = (message: FromThread) => port.postMessage(message);
  const log = createLog(data.logLevel, data.secrets, write);
  const cache: ArticleCache = new Map();
  let library: Library | null = null;
  let bot: Bot | null = null;
  let handle: Handle = async () => {};
  let calls: CallFigures[] = [];
  let updates: UpdateFigures[] = [];
  const figures: FiguresSink = {
    call: (call) => {
      calls.push(call);
      if (call.outcome === "401") post({ is: "unauthorized" });
    },
    update: (update) => updates.push(update),
  };
  const open = () => {
    const problems: string[] = [];
    try {
      library = openWarm(data.dir, cache, library, (problem) => problems.push(problem));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return post({ is: "unable", why: error.message });
    }
    const { token, apiRoot, adminIds, audiences } = data;
    const audienceOf = (chat: number | undefined) =>
      (chat === undefined ? undefined : audiences.chats.get(chat)) ?? audiences.everywhere ?? everyone;
    // Read again at each opening: the other thread may have written there.
    const preferences = preferencesIn(data.languagesFile, (problem) => log.warn(problem));
    const onSilence = data.silenceLog === null ? {} : { onSilence: silenceLog(data.silenceLog, log) };
    const heard = { ...onSilence, limits: usualLimits, figures };
    bot = createBot({ token, apiRoot, adminIds, audienceOf, preferences, library, log, ...heard });
    handle = handleWith(bot);
    const { stamp, byId } = library.corpus;
    post({ is: "ready", stamp, ids: [...byId.keys()], problems });
  };
  port.on("message", (message: ToThread) => {
    if (message === "end") port.close();
    else if (message === "open") open();
    else if ("me" in message) {
      if (bot) bot.botInfo = message.me;
    } else {
      const { update_id: id } = message.update;
      void handle(message.update).finally(() => {
        post({ is: "done", id, updates, calls });
        calls = [];
        updates = [];
      });
    }
  });
}

/** @throws InputError for a folder without articles. */
function openWarm(dir: string, cache: ArticleCache, earlier: Library | null, warn: (problem: string) => void): Library {
  const corpus = loadCorpus(dir, warn, cache);
  if (corpus.byId.size === 0)
    throw new InputError(`no articles in ${dir}: run "onrecord ingest <files> --corpus ${dir}" first`);
  const library = openLibrary(corpus, earlier);
  // Read before the first question, so that it is answered as fast as the rest.
  library.search();
  if (isSmall(corpus)) {
    library.quotations();
    library.relevance();
  }
  return library;
}
