import type { Update, UserFromGetMe } from "grammy/types";
import type { Settings } from "../../config.ts";
import type { CorpusStamp } from "../../coverage/corpus.ts";
import type { CallFigures, UpdateFigures } from "../../telegram/figures.ts";

/** What a thread that answers is given at its start. */
export interface ThreadData {
  readonly token: string;
  readonly apiRoot: string;
  readonly logLevel: Settings["logLevel"];
  /** What must not be in its log. */
  readonly secrets: readonly string[];
  readonly dir: string;
  /** Where the languages are kept that people chose. */
  readonly languagesFile: string;
  readonly adminIds: readonly number[];
  /** Where questions that met no answer are written down, if the operator asks for it. */
  readonly silenceLog: string | null;
  /** The audience of every chat but those that have one of their own. */
  readonly audiences: { readonly everywhere: string | null; readonly chats: ReadonlyMap<number, string> };
}

/** To the thread: that it should open the coverage as it stands now; who the bot is, before the first update; an update; or that it should end. */
export type ToThread = "open" | { readonly me: UserFromGetMe } | { readonly update: Update } | "end";

/** From the thread. */
export type FromThread =
  | {
      readonly is: "ready";
      readonly stamp: CorpusStamp;
      readonly ids: readonly string[];
      readonly problems: readonly string[];
    }
  /** The coverage cannot be opened: one line that says why. */
  | { readonly is: "unable"; readonly why: string }
  /** An update is done; with it, the figures since the last one. */
  | {
      readonly is: "done";
      readonly id: number;
      readonly updates: readonly UpdateFigures[];
      readonly calls: readonly CallFigures[];
    }
  /** Telegram no longer takes the token. */
  | { readonly is: "unauthorized" };
