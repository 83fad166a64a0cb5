import { setTimeout as sleep } from "node:timers/promises";
import { HttpError, type RawApi, type Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";

/** Seconds. A flood wait longer than this is given up: the answer would come when nobody waits for it any more. */
const longestWait = 60;
const mostTries = 3;
/** Milliseconds before the second and the third try after an error of Telegram's or of the network. */
const pauses = [150, 1_000];

type Method = keyof RawApi;

/** Calls that put a new message into a chat: done twice, they are seen twice. */
const sends = /^(?:send(?!ChatAction|MessageDraft)|copy|forward|answerGuestQuery)/;
/** What Telegram says when the first of two equal calls has done the work. */
const alreadyDone =
  /message is not modified|query is too old|query ID is invalid|QUERY_ID_INVALID|message to delete not found/i;
/** The request never left, so nothing was done (`man 3 getaddrinfo`, `man 2 connect`, undici's connect timeout). */
const neverLeft = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export function isSend(method: string): boolean {
  return sends.test(method);
}

/** The system's code of a network error ("ECONNRESET"), else what kind it is; never its message, which holds the address. */
export function networkCode({ error }: HttpError): string {
  if (!(error instanceof Error)) return "unknown";
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as Error & { readonly code?: unknown };
    if (typeof code === "string") return code;
  }
  return /timed out/.test(error.message) ? "timeout" : error.name;
}

/**
 * Carries a call through Telegram's bad moments, a few times at the most.
 *
 * - "429 Too Many Requests" is waited out as long as Telegram asks, up to a minute.
 * - "5xx" in Telegram's own envelope says that nothing was done: tried again.
 * - A lost connection says nothing. Calls that come to the same when done twice are tried again, and "already done" is then what was
 *   wanted. A message is sent again only if the request never left; what else can be known of it, `recover.ts` finds out.
 *
 * Polling is left alone: the runner goes on by itself, and a webhook or a second poller must be heard of at once.
 */
export function retry(wait: (milliseconds: number) => Promise<unknown> = sleep): Transformer {
  return async (call, method, payload, signal) => {
    if (method === "getUpdates") return call(method, payload, signal);
    let isUncertain = false;
    for (let tried = 1; ; tried++) {
      const isLast = tried >= mostTries || signal?.aborted === true;
      let pause: number;
      try {
        const response = await call(method, payload, signal);
        if (isUncertain && !response.ok && alreadyDone.test(response.description)) return done();
        const asked = pauseFor(response, tried);
        if (isLast || asked === null) return response;
        pause = asked;
      } catch (error) {
        if (isLast || !mayRepeat(method, error)) throw error;
        isUncertain = true;
        pause = pauses[tried - 1] ?? 0;
      }
      await wait(pause);
    }
  };
}

/** Milliseconds to wait before the call is made again; `null` when it should not be. */
function pauseFor(response: ApiResponse<unknown>, tried: number): number | null {
  if (response.ok) return null;
  if (response.error_code >= 500) return pauses[tried - 1] ?? 0;
  const seconds = response.parameters?.retry_after ?? 1;
  return response.error_code === 429 && seconds <= longestWait ? seconds * 1000 : null;
}

function mayRepeat(method: Method, error: unknown): boolean {
  return error instanceof HttpError && (!isSend(method) || neverLeft.has(networkCode(error)));
}

/** Calls that may have been done before return `true`, as inline edits do; nothing here reads more of them. */
function done<T>(): ApiResponse<T> {
  return { ok: true, result: true as T };
}
