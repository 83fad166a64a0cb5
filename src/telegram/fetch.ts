import type { ApiClientOptions } from "grammy";

type Fetch = NonNullable<ApiClientOptions["fetch"]>;

/**
 * Node's own `fetch` for grammY, whose default one waits for ever when a response breaks off in the middle (node-fetch 2 does not hear
 * of it). grammY's signal is of another make, so that it is handed on.
 */
export const fetchWithNode: Fetch = ((url: string, init: RequestInit & { signal?: ForeignSignal }) => {
  const { signal, ...rest } = init;
  if (!signal) return fetch(url, rest);
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return fetch(url, { ...rest, signal: controller.signal });
}) as unknown as Fetch;

interface ForeignSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
}
