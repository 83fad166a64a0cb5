import { type MessagePort, workerData } from "node:worker_threads";
import { InputError } from "../../coverage/errors.ts";
import type { Draft } from "../draft.ts";
import { readPage } from "./page.ts";

/** What the thread is given: where requests come from, and the flag by which it says that an answer lies ready. */
export interface ReaderData {
  readonly readsPages: true;
  readonly port: MessagePort;
  readonly done: Int32Array;
}
export interface PageRequest {
  readonly html: string;
  readonly url?: string;
}
export type PageReply = { readonly draft: Draft } | { readonly problem: string; readonly isInputError: boolean };

/** The door of the thread that reads pages; anywhere else this file does nothing. */
if ((workerData as Partial<ReaderData> | null)?.readsPages === true) {
  const { port, done } = workerData as ReaderData;
  const ready = () => {
    Atomics.store(done, 0, 1);
    Atomics.notify(done, 0);
  };
  port.on("message", (request: PageRequest) => {
    port.postMessage(answer(request));
    ready();
  });
  ready();
}

function answer({ html, url }: PageRequest): PageReply {
  try {
    return { draft: readPage(html, url === undefined ? {} : { url }) };
  } catch (error) {
    return error instanceof InputError
      ? { problem: error.message, isInputError: true }
      : { problem: (error as Error).stack ?? String(error), isInputError: false };
  }
}
