import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { InputError } from "../coverage/errors.ts";
import type { Draft } from "./draft.ts";
import { readPage } from "./html/page.ts";
import type { PageReply, PageRequest, ReaderData } from "./html/worker.ts";

/** A page that takes more of the processor's time (milliseconds) is made to hold the reader up, or is no page. */
const patience = 4500;
/** The most by the clock (milliseconds): on a busy machine an honest page may have to wait for its turns. */
const clockPatience = 20_000;
/** Starting the thread: node, the sources and linkedom, on a machine that is busy. */
const startingPatience = 60_000;
/** Up to this many characters nothing within the reader's own caps takes long; the thread is for what is larger. */
const harmless = 30_000;

/**
 * Reads a page as an article, whatever its state, in bounded time: a large page is read in a thread of its own, which is
 * ended when it takes too long, since neither a DOM nor a pattern can be interrupted. See `readPage`.
 * @param hints `url`: the address it was fetched from.
 * @throws InputError when the page is too big, shows no text, or takes more than `patience`.
 */
export function readHtml(html: string, hints: { readonly url?: string } = {}): Draft {
  if (html.length <= harmless) return readPage(html, hints);
  reader ??= start();
  const { port, done } = reader;
  Atomics.store(done, 0, 0);
  port.postMessage({ html, ...hints } satisfies PageRequest);
  waitFor(done);
  const reply = receiveMessageOnPort(port)?.message as PageReply | undefined;
  if (!reply) {
    stop();
    throw new InputError(
      `the page could not be read within ${patience / 1000} seconds of processor time and was left out`,
    );
  }
  if ("draft" in reply) return reply.draft;
  throw reply.isInputError ? new InputError(reply.problem) : new Error(reply.problem);
}

/** Waits for the thread to be done or its time to be spent: while this one waits, what the process spends is the thread's. */
function waitFor(done: Int32Array): void {
  const [spentBefore, began] = [process.cpuUsage(), performance.now()];
  while (Atomics.load(done, 0) === 0) {
    const { user, system } = process.cpuUsage(spentBefore);
    const left = Math.min(patience - (user + system) / 1000, clockPatience - (performance.now() - began));
    if (left <= 0) return;
    Atomics.wait(done, 0, 0, Math.max(left, 10));
  }
}

/** The thread, kept from page to page. */
let reader: { readonly worker: Worker; readonly port: MessagePort; readonly done: Int32Array } | undefined;

function start() {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL("./html/worker.ts", import.meta.url), {
    workerData: { readsPages: true, port: port2, done } satisfies ReaderData,
    transferList: [port2],
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  // It waits for pages as long as there are any, and keeps nobody from ending.
  worker.unref();
  port1.unref();
  worker.on("error", () => {});
  Atomics.wait(done, 0, 0, startingPatience);
  return { worker, port: port1, done };
}

function stop(): void {
  void reader?.worker.terminate();
  reader?.port.close();
  reader = undefined;
}
